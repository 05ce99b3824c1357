#pragma once
/// What single bytes of a filing mean, whatever its format: tags, character
/// references, foldings. All readers and `read_passage` share these rules, so that a passage shows the same words
/// whether it is read within its document or alone.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rxgraph::ingest {

/// The elements that the readers tell apart.
enum class Element : std::uint8_t {
  none,       ///< No tag at all.
  comment,    ///< Comment, declaration or processing instruction.
  other,      ///< An inline element without a meaning of its own, also any with a name space.
  block,      ///< A block element without a meaning of its own.
  p, div, heading, br, hr, li, list, center, pre,
  table, row, cell, header_cell, caption,
  b, i, u, sup, font, span, a,
  img, void_element,
  skipped,    ///< script, style, title: its content is no text.
  ix_header, ix_fact,
  page, stub, value_column, footnote,  ///< <PAGE>, <S>, <C>, <FN> of the ASCII years.
  count
};

/// A tag as it stands in a file.
struct Tag {
  Element element = Element::none;
  bool closing = false;         ///< "</p>".
  bool empty = false;           ///< "<br/>".
  bool ended = false;           ///< Its ">" was found.
  std::uint32_t size = 0;       ///< Bytes from "<" to ">".
  std::uint8_t level = 0;       ///< 1 to 6 for a heading.
  std::string_view name;        ///< As written, without "/" and brackets.
  std::string_view attributes;  ///< What stands between the name and ">".
};

/// The tag that begins at `at`, where `bytes[at]` is "<"; `Element::none` where the sign is mere text, as in "p < 0.05".
/// A tag has a known name or one with a name space, and what follows the name looks like attributes. One without an end ends
/// before the next "<" or at the end. A name that `bytes` end with is text. Time is linear over all tags of a file.
Tag tag_at(std::string_view bytes, std::size_t at);

/// True if `line` ends within what a longer view may show to be a tag: "text <b". What follows it is not of one passage with it.
bool ends_in_tag(std::string_view line) noexcept;

/// Takes the next attribute from the front of `attributes`; false at the end. `value` has no quotes.
bool next_attribute(std::string_view& attributes, std::string_view& name, std::string_view& value);

/// One character of text as a file has it.
struct Glyph {
  enum class Kind : std::uint8_t { text, blank, nothing } kind = Kind::text;
  bool verbatim = false;      ///< `text` is what the file has.
  bool readable = true;       ///< False for a byte that is no text in any encoding known.
  std::uint8_t length = 0;    ///< Bytes of `text`.
  char text[8] = {};          ///< UTF-8, folded.
  std::uint32_t size = 1;     ///< Bytes of the file, at least 1.

  std::string_view view() const noexcept { return {text, length}; }
};

/// Reads the character at `at`: a character reference, a UTF-8 sequence or a single byte. Numeric references 128 to 159 and bytes that are no UTF-8
/// are windows-1252.
Glyph glyph_at(std::string_view bytes, std::size_t at);

/// For each byte, true where it stands for itself: printable ASCII but blank, "&" and "<".
inline constexpr auto plain_bytes = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = '!'; byte < 0x7F; ++byte) table[byte] = byte != '&' && byte != '<';
  return table;
}();

inline bool is_plain(char byte) noexcept { return plain_bytes[static_cast<unsigned char>(byte)]; }

/// True for the white space of ASCII.
constexpr bool is_blank(char byte) noexcept { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

constexpr bool is_digit(char byte) noexcept { return byte >= '0' && byte <= '9'; }
constexpr bool is_upper(char byte) noexcept { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_lower(char byte) noexcept { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_letter(char byte) noexcept { return is_upper(byte) || is_lower(byte); }
constexpr char lower(char byte) noexcept { return is_upper(byte) ? static_cast<char>(byte + 32) : byte; }

/// `text` without white space of ASCII at its ends.
std::string_view trimmed(std::string_view text) noexcept;

/// True if `text` begins with `prefix`, letters of ASCII compared without case.
bool starts_with_folded(std::string_view text, std::string_view prefix) noexcept;

/// True if both are equal, letters of ASCII compared without case.
bool equal_folded(std::string_view a, std::string_view b) noexcept;

/// True for what a raised mark of a footnote shows: "1", "(2)", "1,2", "*", "(a)".
bool is_footnote_mark(std::string_view text) noexcept;

/// First place of `needle` at or after `from`, quick for needles of some bytes; npos if none.
std::size_t find_bytes(std::string_view text, std::string_view needle, std::size_t from = 0) noexcept;

/// First place of `needle` (lower case) in `text` at or after `from`, letters of ASCII compared without case; npos if none.
std::size_t find_folded(std::string_view text, std::string_view needle, std::size_t from = 0) noexcept;

}  // namespace rxgraph::ingest
