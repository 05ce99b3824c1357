#include "ingest/read/tokens.hpp"

#include <unicode/uchar.h>

#include <array>
#include <string>

#include "base/hash.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"
#include "ingest/read/abbreviations.hpp"
#include "ingest/names/lexis.hpp"

namespace rxgraph::ingest {
namespace {

bool is_ascii(std::string_view word) noexcept {
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

enum class Class : std::uint8_t { blank, upper, lower, letter, digit, mark };

struct Character {
  Class kind = Class::mark;
  std::uint32_t size = 1;
};

Class class_of_ascii(char c) noexcept {
  if (is_lower(c)) return Class::lower;
  if (is_upper(c)) return Class::upper;
  if (is_digit(c)) return Class::digit;
  return is_blank(c) ? Class::blank : Class::mark;
}

Character character_at(std::string_view text, std::size_t at) noexcept {
  if (static_cast<unsigned char>(text[at]) < 0x80) return {class_of_ascii(text[at]), 1};
  const CodePoint point = decode_utf8(text, at);
  const auto code = static_cast<UChar32>(point.code);
  if (u_isUUppercase(code)) return {Class::upper, point.size};
  if (u_isULowercase(code)) return {Class::lower, point.size};
  if (u_isUAlphabetic(code) || u_getCombiningClass(code) != 0) return {Class::letter, point.size};
  return {u_isUWhiteSpace(code) ? Class::blank : Class::mark, point.size};
}

constexpr bool is_word(Class kind) noexcept { return kind == Class::upper || kind == Class::lower || kind == Class::letter || kind == Class::digit; }

/// Reads the tokens of one text.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, TextRange range, std::vector<Token>& out) : text_(text.substr(0, range.end)), at_(range.begin), out_(out) {}

  void run() {
    bool blank = false;
    const std::size_t first = at_;
    while (at_ < text_.size()) {
      const Character next = character_at(text_, at_);
      if (next.kind == Class::blank) {
        blank = true;
        at_ += next.size;
        continue;
      }
      Token token;
      token.blank_before = blank && at_ > first;
      blank = false;
      token.text.begin = static_cast<std::uint32_t>(at_);
      if (is_word(next.kind)) {
        take_word(token);
      } else {
        at_ = mark_end(next.size);
        token.kind = Token::Kind::mark;
      }
      token.text.end = static_cast<std::uint32_t>(at_);
      token.key = word_key(text_.substr(token.text.begin, token.text.size()));
      out_.push_back(token);
    }
  }

 private:
  char at(std::size_t i) const noexcept { return i < text_.size() ? text_[i] : ' '; }

  /// A mark is one character; "'s" is one token, and so are dots and dashes in a row.
  std::size_t mark_end(std::uint32_t size) const noexcept {
    const char c = text_[at_];
    if (c == '\'' && lower(at(at_ + 1)) == 's' && !is_word(class_of(at_ + 2)) && at_ > 0 && is_word(class_before())) return at_ + 2;
    std::size_t end = at_ + size;
    if (c == '.' || c == '-' || c == '_' || c == '*' || c == '=') {
      while (end < text_.size() && text_[end] == c) ++end;
    }
    return end;
  }

  Class class_of(std::size_t i) const noexcept { return i < text_.size() ? character_at(text_, i).kind : Class::blank; }

  Class class_before() const noexcept {
    const char c = text_[at_ - 1];
    return static_cast<unsigned char>(c) >= 0x80 ? Class::letter : class_of_ascii(c);
  }

  void take_word(Token& token) {
    bool letters = false;
    unsigned upper = 0;
    unsigned lower_count = 0;
    bool first = true;
    for (;;) {
      const Character next = at_ < text_.size() ? character_at(text_, at_) : Character{Class::blank, 1};
      if (is_word(next.kind)) {
        token.capital = token.capital || (first && next.kind == Class::upper);
        token.mixed = token.mixed || (next.kind == Class::upper && lower_count > 0);
        token.digit = token.digit || next.kind == Class::digit;
        letters = letters || next.kind != Class::digit;
        upper += next.kind == Class::upper;
        lower_count += next.kind == Class::lower || next.kind == Class::letter;
        first = false;
        at_ += next.size;
        continue;
      }
      if (at_ < text_.size() && joins(token, letters)) {
        ++at_;
        continue;
      }
      break;
    }
    token.all_capitals = upper >= 2 && lower_count == 0;
    token.kind = letters ? Token::Kind::word : Token::Kind::number;
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

  /// True for the stops within and at the end of "U.S.", "e.g.", "Inc.".
  bool keeps_stop(const Token& token) const noexcept {
    const std::string_view word = text_.substr(token.text.begin, at_ + 1 - token.text.begin);
    if (!is_letter(text_[at_ - 1])) return false;
    const bool single = word.size() == 2 || word[word.size() - 3] == '.';
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

  std::string_view text_;
  std::size_t at_;
  std::vector<Token>& out_;
};

}  // namespace

std::uint64_t word_key(std::string_view word) {
  if (!is_ascii(word)) return hash64(fold(word));
  std::array<char, 64> folded;
  if (word.size() > folded.size()) {
    std::string lowered(word);
    for (char& c : lowered) c = lower(c);
    return hash64(lowered);
  }
  for (std::size_t i = 0; i < word.size(); ++i) folded[i] = lower(word[i]);
  return hash64({folded.data(), word.size()});
}

void tokenize(const DocumentText& document, TextRange range, std::vector<Token>& out) { Tokenizer(document.text, range, out).run(); }

}  // namespace rxgraph::ingest
