#pragma once
/// A document as read: one linear text, its blocks, tables, sections and
/// sentences, and a map from every character back to the byte as filed.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/values.hpp"

namespace rxgraph::ingest {

/// A run of bytes of `DocumentText::text` (UTF-8).
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< One past the last.

  std::uint32_t size() const noexcept { return end - begin; }
  bool empty() const noexcept { return begin == end; }
  friend auto operator<=>(const TextRange&, const TextRange&) = default;
};

/// Where the characters of a text stand in the file. Grows at the end only;
/// look-ups take time logarithmic in the number of pieces.
class ByteMap {
 public:
  /// Says that the next `length` text bytes stand one for one at `file_begin`. Neighbouring runs are joined.
  void append_verbatim(std::uint32_t length, std::uint64_t file_begin);

  /// Says that the next `length` text bytes stand for the file bytes `where` as a whole: a character reference, a folded quote.
  void append_folded(std::uint32_t length, ByteRange where);

  /// Says that the next `length` text bytes stand for no byte of the file: a separator between blocks.
  /// `where` is the place between the neighbours.
  void append_invented(std::uint32_t length, std::uint64_t where);

  /// Says that the next text bytes are those of `range` of `other`, splits included.
  void append_copy(const ByteMap& other, TextRange range);

  /// Takes back the last text byte, which must stand for itself.
  void take_back();

  /// The map of a text that was read from a decoded one: `inner` says where the decoded text, whose positions this map took
  /// for bytes of a file, stands in the file. This map must lie within `inner`. Takes time in the number of pieces.
  ByteMap through(const ByteMap& inner) const;

  /// The smallest ranges of file bytes that hold the characters of `range`. A gap in the file
  /// that is mere markup is bridged, so that a sentence with <b> in it is one range; a gap of
  /// `split()` marks (removed furniture, hidden text) splits the range.
  std::vector<ByteRange> bytes(TextRange range) const;

  /// Says that what was left out of the file just here is no part of the passage around it.
  void split();

  std::uint32_t size() const noexcept { return size_; }  ///< Text bytes mapped so far.

  /// Bytes of the file that stand for text, without what is bridged. Takes time in the number of pieces.
  std::uint64_t file_bytes() const noexcept;

  /// The bytes that `file_bytes` counts, in order of the file, neighbours joined. Takes n log n in the number of pieces.
  std::vector<ByteRange> file_ranges() const;

 private:
  struct Piece {
    std::uint32_t text = 0;      ///< First text byte.
    std::uint64_t file = 0;      ///< First file byte.
    std::uint32_t file_size = 0;  ///< Bytes in the file; equal to the piece's text size where it is verbatim.
    enum class Kind : std::uint8_t { verbatim, folded, invented } kind = Kind::verbatim;
    bool split_before = false;
  };

  /// True if a piece that begins at `first` to `last` is split from the one before.
  bool splits_within(std::uint32_t first, std::uint32_t last) const;

  std::vector<Piece> pieces_;
  std::uint32_t size_ = 0;
  bool split_next_ = false;
};

/// A run of text that a reader sees as one.
struct Block {
  enum class Kind : std::uint8_t { heading, paragraph, list_item, cell };
  Kind kind = Kind::paragraph;
  TextRange text;
  std::uint8_t level = 0;     ///< Depth of a heading (1 is the highest) or of a list item (from 1); 0 otherwise.
  std::uint32_t lead = 0;     ///< Length in bytes of a bold or underlined lead-in at its start; 0 without one.
  std::int32_t table = -1;    ///< Index into `DocumentText::tables` for a cell of a data table; -1 otherwise. A cell of several paragraphs or list items is several blocks of one place.
  std::uint16_t row = 0;      ///< From 0.
  std::uint16_t column = 0;   ///< From 0, spacer columns left out.
  std::uint16_t row_span = 1;
  std::uint16_t column_span = 1;
  bool header = false;        ///< A cell that names its column or row.

  friend auto operator<=>(const Block&, const Block&) = default;
};

/// A data table. A layout table is none: its cells are paragraphs or list items.
struct Table {
  std::uint32_t first_block = 0;  ///< Its cells are consecutive blocks, by row and then column.
  std::uint32_t last_block = 0;   ///< One past the last.
  std::uint16_t rows = 0;
  std::uint16_t columns = 0;
  std::uint16_t header_rows = 0;  ///< Leading rows that name columns.

  friend auto operator<=>(const Table&, const Table&) = default;
};

/// A part of a document with a name: an item, an exhibit's part, an article.
struct Section {
  std::string name;               ///< "8.01", "1A", "risk factors", "about", "signatures", ...
  std::string title;              ///< As the heading says it.
  std::uint32_t first_block = 0;
  std::uint32_t last_block = 0;   ///< One past the last.
  enum class Kind : std::uint8_t { body, risk_factors, forward_looking, boilerplate, signature, contents } kind = Kind::body;

  friend auto operator<=>(const Section&, const Section&) = default;
};

/// A sentence, or what stands for one: a heading, a cell, a list item without a stop.
struct Sentence {
  TextRange text;           ///< Without surrounding blanks, never empty.
  std::uint32_t block = 0;  ///< The block it begins in; a sentence that a page break cuts may end in a later one.

  friend auto operator<=>(const Sentence&, const Sentence&) = default;
};

/// Bytes of a document's body that were read and left out of its text, and why.
struct LeftOut {
  enum class Kind : std::uint8_t {
    furniture,   ///< Page numbers, running heads, links to the table of contents, raised marks of footnotes, letters that a font of signs shows as bullets.
    hidden,      ///< What a browser would not show: display:none, scripts, inline XBRL headers.
    payload,     ///< Encoded data that is no text, as a picture within a text.
    unreadable,  ///< Bytes that are no text in any encoding known.
  };
  Kind kind = Kind::hidden;
  ByteRange where;

  friend auto operator<=>(const LeftOut&, const LeftOut&) = default;
};

/// How the bytes of a document are spent. The parts add up to the bytes of its body.
struct ByteAccount {
  std::uint64_t text = 0;        ///< Characters that became text.
  std::uint64_t markup = 0;      ///< The rest: tags, headers, rulers, white space that means nothing.
  std::uint64_t furniture = 0;   ///< As `LeftOut::Kind` has it, and so the others.
  std::uint64_t hidden = 0;
  std::uint64_t payload = 0;
  std::uint64_t unreadable = 0;

  friend auto operator<=>(const ByteAccount&, const ByteAccount&) = default;
};

/// One document as read.
///
/// `text` is UTF-8 with these foldings, so that most lines are ASCII: no-break and thin spaces are blanks;
/// zero-width characters and soft hyphens are gone; curly quotes are straight; non-breaking hyphens are "-";
/// ligatures are their letters, full-width forms ASCII. Dashes (U+2013, U+2014), bullets, (R) and TM signs stay. Runs of white space are
/// one blank. Blocks are separated by one LF; no LF stands inside a block.
struct DocumentText {
  Document document;
  std::string text;
  ByteMap map;
  std::vector<Block> blocks;        ///< In reading order, none empty.
  std::vector<Table> tables;
  std::vector<Section> sections;    ///< In order; blocks before the first have none. They do not overlap.
  std::vector<LeftOut> left_out;    ///< In order of the file; overlaps neither itself nor `map.file_ranges()`. Every other byte of the body is markup.
  ByteAccount account;
  std::vector<Sentence> sentences;  ///< In order; they cover every block but the marks that begin list items.

  std::string_view words(TextRange range) const { return std::string_view(text).substr(range.begin, range.size()); }
};

/// Sets the account of `document` by its map and what was left out; the rest of its body is markup.
void take_account(DocumentText& document);

/// A filing as read: its facts, and its documents one after the other.
struct FilingText {
  Filing filing;                        ///< `reader` and `ontology` are left empty.
  std::vector<DocumentText> documents;  ///< Those that hold text, in order of the file.
};

}  // namespace rxgraph::ingest
