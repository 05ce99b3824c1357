#include "ingest/read/tokens.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "base/hash.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"
#include "ingest/read/abbreviations.hpp"
#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

/// Classes of characters, as bits, so that a run of them is told by one test.
enum Class : std::uint8_t { blank = 1, upper_case = 2, lower_case = 4, letter = 8, digit = 16, mark = 32 };
constexpr std::uint8_t word_classes = upper_case | lower_case | letter | digit;

/// The class of each byte of ASCII; 0 for the bytes of longer characters.
constexpr auto ascii_classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned byte = 0; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    table[byte] = is_lower(c) ? lower_case : is_upper(c) ? upper_case : is_digit(c) ? digit : is_blank(c) ? blank : mark;
  }
  return table;
}();

constexpr std::uint8_t ascii_class(char c) noexcept { return ascii_classes[static_cast<unsigned char>(c)]; }

bool is_ascii(std::string_view word) noexcept {
  return std::all_of(word.begin(), word.end(), [](char c) { return ascii_class(c) != 0; });
}

constexpr std::uint64_t each_byte = 0x0101010101010101, high_bits = each_byte * 0x80;

/// Eight bytes of ASCII, their capitals made small.
constexpr std::uint64_t eight_small(std::uint64_t bytes) noexcept {
  const std::uint64_t capitals = (bytes + each_byte * (0x80 - 'A')) & ~(bytes + each_byte * (0x80 - 'Z' - 1)) & high_bits;
  return bytes | capitals >> 2;
}

/// The key of a word of ASCII.
std::uint64_t ascii_key(std::string_view word) {
  std::array<std::uint64_t, 8> folded{};
  if (word.size() > sizeof folded) {
    std::string lowered(word);
    for (char& c : lowered) c = lower(c);
    return hash64(lowered);
  }
  std::memcpy(folded.data(), word.data(), word.size());
  for (std::size_t i = 0; i * 8 < word.size(); ++i) folded[i] = eight_small(folded[i]);
  return hash64({reinterpret_cast<const char*>(folded.data()), word.size()});
}

/// The keys of single bytes, most of them marks.
std::uint64_t byte_key(char c) {
  static const auto keys = [] {
    std::array<std::uint64_t, 256> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte) {
      const char one = static_cast<char>(byte);
      table[byte] = ascii_key({&one, 1});
    }
    return table;
  }();
  return keys[static_cast<unsigned char>(c)];
}

struct Character {
  std::uint8_t kind = mark;
  std::uint32_t size = 1;
};

Character character_beyond_ascii(std::string_view text, std::size_t at) noexcept {
  const CodePoint point = decode_utf8(text, at);
  const auto code = static_cast<UChar32>(point.code);
  if (u_isUUppercase(code)) return {upper_case, point.size};
  if (u_isULowercase(code)) return {lower_case, point.size};
  if (u_isUAlphabetic(code) || u_getCombiningClass(code) != 0) return {letter, point.size};
  return {u_isUWhiteSpace(code) ? blank : mark, point.size};
}

Character character_at(std::string_view text, std::size_t at) noexcept {
  const std::uint8_t kind = ascii_class(text[at]);
  return kind != 0 ? Character{kind, 1} : character_beyond_ascii(text, at);
}

constexpr bool is_word(std::uint8_t kind) noexcept { return (kind & word_classes) != 0; }

/// For each byte, true where it stands behind a word of small letters, or one of them with a capital first, and is no part of it.
constexpr auto ends_running_word = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    table[byte] = !is_word(ascii_class(c)) && c != '.' && c != '\'';
  }
  return table;
}();

/// How many of the eight bytes at `at` are small letters of ASCII, counted up to the first that is none: all in one go where `text` has as many.
std::size_t small_letters(std::string_view text, std::size_t at) noexcept {
  if (std::endian::native == std::endian::little && at + 8 <= text.size()) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    const std::uint64_t low = bytes & ~high_bits;  // With the high bit free, no byte carries into the next.
    const std::uint64_t from_a = low + each_byte * (0x80 - 'a'), behind_z = low + each_byte * (0x80 - 'z' - 1);
    const std::uint64_t others = (bytes | ~from_a | behind_z) & high_bits;
    return static_cast<std::size_t>(std::countr_zero(others)) / 8;
  }
  std::size_t count = 0;
  while (count < 8 && at + count < text.size() && is_lower(text[at + count])) ++count;
  return count;
}

/// Reads the tokens of one text.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, TextRange range, std::vector<Token>& out) : whole_(text), text_(text.substr(0, range.end)), at_(range.begin), out_(out) {}

  void run() {
    bool after_blank = false;
    const std::size_t first = at_;
    while (at_ < text_.size()) {
      const Character next = character_at(text_, at_);
      if (next.kind == blank) {
        after_blank = true;
        at_ += next.size;
        continue;
      }
      Token& token = out_.emplace_back();
      token.blank_before = after_blank && at_ > first;
      after_blank = false;
      token.text.begin = static_cast<std::uint32_t>(at_);
      if ((next.kind & (lower_case | upper_case)) != 0 && take_running_word(token, next.kind == upper_case)) {
      } else if (is_word(next.kind)) {
        if (!take_plain_word(token)) take_word(token);
      } else {
        take_mark(token, next.size);
      }
      token.text.end = static_cast<std::uint32_t>(at_);
    }
  }

 private:
  char at(std::size_t i) const noexcept { return i < text_.size() ? text_[i] : ' '; }

  std::string_view read(const Token& token) const noexcept { return text_.substr(token.text.begin, at_ - token.text.begin); }

  void take_mark(Token& token, std::uint32_t size) {
    at_ = mark_end(size);
    token.kind = Token::Kind::mark;
    const std::string_view mark = read(token);
    token.key = mark.size() == 1 ? byte_key(mark.front()) : size == 1 ? ascii_key(mark) : word_key(mark);
  }

  /// Takes the word at `at_`, of small letters but for a `capital` that begins it, where a blank or mark that cannot belong to it follows, as for most words;
  /// else takes nothing.
  bool take_running_word(Token& token, bool capital) {
    std::size_t end = at_ + capital;
    for (std::size_t letters = 8; letters == 8 && end < text_.size(); end += letters) letters = small_letters(whole_, end);
    end = std::min(end, text_.size());
    if (end < text_.size() && !ends_running_word[static_cast<unsigned char>(text_[end])]) return false;
    const std::string_view word = text_.substr(at_, end - at_);
    token.key = capital ? ascii_key(word) : hash64(word);
    token.small = !capital;
    token.capital = capital;
    at_ = end;
    return true;
  }

  /// Takes the word at `at_` where it is of ASCII and what follows it cannot belong to it, as for most words; else takes nothing.
  bool take_plain_word(Token& token) {
    std::uint8_t seen = 0;
    std::size_t end = at_;
    for (; end < text_.size(); ++end) {
      const std::uint8_t kind = ascii_class(text_[end]);
      if (!is_word(kind)) break;
      seen = static_cast<std::uint8_t>(seen | kind);
    }
    if (end < text_.size()) {
      const char next = text_[end];
      if (ascii_class(next) == 0 || next == '.' || next == '\'' || (next == ',' && is_digit(text_[end - 1]))) return false;
    }
    if ((seen & upper_case) != 0 && end - at_ >= 5) end = end_before_cross(end);
    if (text_[at_] == 'x' && at_ > 0 && is_upper(at(at_ + 1)) && is_word(class_before())) end = at_ + 1;  // Behind such a name.
    const std::string_view word = text_.substr(at_, end - at_);
    at_ = end;
    token.small = is_lower(word.front());
    token.digit = (seen & digit) != 0;
    token.kind = (seen & ~digit) != 0 ? Token::Kind::word : Token::Kind::number;
    if ((seen & upper_case) == 0) {
      token.key = hash64(word);
      return true;
    }
    token.key = ascii_key(word);
    token.capital = is_upper(word.front());
    token.all_capitals = (seen & lower_case) == 0 && std::count_if(word.begin(), word.end(), is_upper) >= 2;
    const auto first_lower = std::find_if(word.begin(), word.end(), is_lower);
    token.mixed = std::any_of(first_lower, word.end(), is_upper);
    return true;
  }

  /// "ABC1xCD9": where the "x" between two names in capitals stands in the word from `at_` to `end`; `end` without one.
  std::size_t end_before_cross(std::size_t end) const noexcept {
    const auto big = [&](std::size_t i) { return is_upper(text_[i]) || is_digit(text_[i]); };
    std::size_t cross = at_;
    while (cross < end && big(cross)) ++cross;
    if (cross < at_ + 2 || cross + 2 >= end || text_[cross] != 'x' || !is_upper(text_[cross + 1])) return end;
    for (std::size_t i = cross + 1; i < end; ++i) {
      if (!big(i)) return end;
    }
    return cross;
  }

  /// A mark is one character; "'s" is one token, and so are dots and dashes in a row, and the "(R)" of a trade mark.
  std::size_t mark_end(std::uint32_t size) const noexcept {
    const char c = text_[at_];
    const auto ends_name = [&] { return at_ > 0 && (is_word(class_before()) || text_[at_ - 1] == ')' || (text_[at_ - 1] == '.' && at_ > 1 && is_letter(text_[at_ - 2]))); };  // "Acme Inc.'s"
    if (c == '\'' && lower(at(at_ + 1)) == 's' && !is_word(class_of(at_ + 2)) && ends_name()) return at_ + 2;
    if (c == '(' && at_ > 0 && is_letter(text_[at_ - 1])) {  // "Acmol(R)"
      for (const std::string_view sign : {"(R)", "(TM)", "(SM)"}) {
        if (text_.substr(at_).starts_with(sign)) return at_ + sign.size();
      }
    }
    std::size_t end = at_ + size;
    if (c == '.' || c == '-' || c == '_' || c == '*' || c == '=') {
      while (end < text_.size() && text_[end] == c) ++end;
    }
    return end;
  }

  std::uint8_t class_of(std::size_t i) const noexcept { return i < text_.size() ? character_at(text_, i).kind : std::uint8_t{blank}; }

  std::uint8_t class_before() const noexcept {
    const std::uint8_t kind = ascii_class(text_[at_ - 1]);
    return kind != 0 ? kind : std::uint8_t{letter};
  }

  /// Takes the word at `at_`, whatever it holds.
  void take_word(Token& token) {
    std::uint8_t seen = 0;
    unsigned capitals = 0;
    bool ascii = true;
    const auto take = [&](std::uint8_t kind) {
      if (kind == upper_case) {
        ++capitals;
        token.capital = token.capital || seen == 0;
        token.mixed = token.mixed || (seen & (lower_case | letter)) != 0;
      }
      seen = static_cast<std::uint8_t>(seen | kind);
    };
    for (;;) {
      while (at_ < text_.size() && is_word(ascii_class(text_[at_]))) take(ascii_class(text_[at_++]));
      if (at_ >= text_.size()) break;
      if (ascii_class(text_[at_]) == 0) {
        const Character next = character_beyond_ascii(text_, at_);
        if (!is_word(next.kind)) break;
        ascii = false;
        take(next.kind);
        at_ += next.size;
      } else if (joins(token, (seen & ~digit) != 0)) {
        ++at_;
      } else {
        break;
      }
    }
    token.small = is_lower(text_[token.text.begin]);
    token.digit = (seen & digit) != 0;
    token.all_capitals = capitals >= 2 && (seen & (lower_case | letter)) == 0;
    token.kind = (seen & ~digit) != 0 ? Token::Kind::word : Token::Kind::number;
    token.key = ascii ? ascii_key(read(token)) : word_key(read(token));
  }

  /// True if the mark at `at_` belongs to the word before it: the stops of numbers and abbreviations, the apostrophe of a name.
  bool joins(const Token& token, bool letters) const noexcept {
    const char c = text_[at_];
    if (c == '.' || c == ',') {
      const bool digits = is_digit(text_[at_ - 1]) && is_digit(at(at_ + 1));
      if (!letters && digits) return c == '.' || comma_groups();
      if (c == ',') return false;
    }
    if (c == '.') return keeps_stop(token);
    if (c == '\'') return at_ > token.text.begin && lower(at(at_ + 1)) != 's' && is_letter(text_[at_ - 1]) && is_letter(at(at_ + 1));
    return false;
  }

  /// Three digits and no fourth follow the comma.
  bool comma_groups() const noexcept {
    return is_digit(at(at_ + 1)) && is_digit(at(at_ + 2)) && is_digit(at(at_ + 3)) && !is_digit(at(at_ + 4));
  }

  /// True for a letter of Latin-1 beyond ASCII at `i`, which takes two bytes: "S.\u00e0.r.l.".
  bool is_accented(std::size_t i) const noexcept { return at(i) == '\xC3'; }

  /// True for the stops within and at the end of "U.S.", "e.g.", "Inc.".
  bool keeps_stop(const Token& token) const noexcept {
    const std::string_view word = text_.substr(token.text.begin, at_ + 1 - token.text.begin);
    const bool accented = at_ >= 2 && is_accented(at_ - 2);
    if (!is_letter(text_[at_ - 1]) && !accented) return false;
    const bool single = word.size() == 2 || word[word.size() - 3] == '.' || (accented && word.size() >= 4 && word[word.size() - 4] == '.');
    if (single && is_accented(at_ + 1)) return at(at_ + 3) == '.';
    if (single && is_letter(at(at_ + 1)) && (word.size() > 2 || at(at_ + 2) == '.' || at(at_ + 3) == '.')) return true;
    switch (abbreviation(word)) {
      case Abbreviation::none: return word.size() == 2 && is_upper(word[0]) && at(at_ + 1) == ' ' && is_upper(at(at_ + 2));
      case Abbreviation::number: return at(at_ + 1) == ' ' && is_digit(at(at_ + 2));
      case Abbreviation::inner:
      case Abbreviation::closing:
      case Abbreviation::legal:
      case Abbreviation::ending: return !is_letter(at(at_ + 1)) || single;
    }
    return false;
  }

  std::string_view whole_;  ///< The text of the document.
  std::string_view text_;   ///< To the end of what is to be read.
  std::size_t at_;
  std::vector<Token>& out_;
};

}  // namespace

std::uint64_t word_key(std::string_view word) { return is_ascii(word) ? ascii_key(word) : hash64(fold(word)); }

void tokenize(std::string_view document, TextRange range, std::vector<Token>& out) { Tokenizer(document, range, out).run(); }

}  // namespace rxgraph::ingest
