#include "ingest/read/sentences.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.hpp"
#include "ingest/read/abbreviations.hpp"
#include "ingest/read/boundary_words.hpp"
#include "ingest/read/draft.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/section_marks.hpp"

namespace rxgraph::ingest {
namespace {

/// `word` in small letters; empty if it is longer than any word of the tables.
struct SmallWord {
  explicit SmallWord(std::string_view word) : size(word.size() <= letters.size() ? word.size() : 0) { std::transform(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(size), letters.begin(), lower); }
  std::string_view view() const noexcept { return {letters.data(), size}; }

  std::array<char, 16> letters{};
  std::size_t size;
};

bool is_closer(char c) noexcept { return c == '"' || c == '\'' || c == ')' || c == ']'; }

/// The word that ends at `end` (one past its stop), back to white space or an opening mark.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  std::size_t i = end;
  const auto opens = [](char c) { return c == '(' || c == '"' || c == '\'' || c == '[' || c == '/'; };
  while (i > begin && !is_blank(text[i - 1]) && !opens(text[i - 1])) --i;
  return text.substr(i, end - i);
}

/// The letters at `begin`.
std::string_view word_at(std::string_view text, std::size_t begin) noexcept {
  std::size_t end = begin;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(begin, end - begin);
}

/// What stands from `begin` to the next blank.
std::string_view run_at(std::string_view text, std::size_t begin) noexcept {
  std::size_t end = begin;
  while (end < text.size() && !is_blank(text[end])) ++end;
  return text.substr(begin, end - begin);
}

bool is_roman(std::string_view word) noexcept {
  return !word.empty() && word.size() <= 5 && std::all_of(word.begin(), word.end(), [](char c) { return std::string_view("IVXL").find(c) != std::string_view::npos; });
}

/// "3.", "1A.", "4.2.", "IV.", "B.": a number or letter of a heading, with its stop.
bool is_heading_number(std::string_view word) noexcept {
  if (word.size() < 2 || word.size() > 8 || word.back() != '.') return false;
  word.remove_suffix(1);
  if (is_roman(word) || (word.size() == 1 && is_upper(word[0]))) return true;
  if (!is_digit(word[0])) return false;
  if (is_letter(word.back())) word.remove_suffix(1);
  return std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.'; });
}

/// Length of a bullet that can be nothing else at `at`; 0 for none.
std::size_t bullet_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0xE2) return 0;
  for (const std::string_view bullet : {"\u2022", "\u25AA", "\u25E6", "\u25CF", "\u25CB", "\u25A0", "\u25BA", "\u27A2", "\u2023", "\uF0B7", "\uF0A7"}) {
    if (text.substr(at, bullet.size()) == bullet) return bullet.size();
  }
  return 0;
}

/// One past the last letter or digit; signs of U+2000 to U+2FFF are none.
std::size_t end_of_words(std::string_view text) noexcept {
  std::size_t end = text.size();
  for (; end > 0; --end) {
    if (is_letter(text[end - 1]) || is_digit(text[end - 1])) break;
    if (static_cast<unsigned char>(text[end - 1]) < 0x80) continue;
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    if (static_cast<unsigned char>(text[begin]) >= 0xC3 && static_cast<unsigned char>(text[begin]) != 0xE2) break;
    end = begin + 1;
  }
  return end;
}

/// First byte at or after `from` that is not of ASCII.
std::size_t next_high(std::string_view text, std::size_t from) noexcept {
  constexpr std::uint64_t high = 0x8080808080808080;
  std::uint64_t bytes = 0;
  std::size_t i = from;
  for (; i + sizeof bytes <= text.size(); i += sizeof bytes) {
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    if (bytes & high) break;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

class Splitter {
 public:
  /// `ends` gets what it finds.
  Splitter(std::string_view text, std::vector<std::uint32_t>& ends) : ends_(ends), text_(text), ascii_(next_high(text, 0) == text.size()), words_end_(end_of_words(text)) {}

  void run() {
    begin_ = skip_blanks(0);
    for (std::size_t i = next_stop(0); i < text_.size();) {
      std::size_t stop = i + 1;
      std::size_t end = 0;
      if (const std::size_t bullet = bullet_at(text_, i)) {
        stop = i + bullet;
        if (i > begin_ && is_blank(text_[i - 1]) && i < words_end_) end = i;
      } else if (static_cast<unsigned char>(text_[i]) >= 0x80) {
        stop = i + decode_utf8(text_, i).size;
        end = skip_closers(stop);
      } else {
        while (stop < text_.size() && (text_[stop] == '.' || text_[stop] == '!' || text_[stop] == '?')) ++stop;
        end = end_behind(i, stop);
      }
      if (end >= text_.size()) break;
      if (end > 0) {
        ends_.push_back(static_cast<std::uint32_t>(end));
        begin_ = skip_blanks(std::max(end, stop));
      }
      i = next_stop(std::max(end, stop));
    }
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  }

 private:
  /// First stop, question or exclamation mark at or after `from`, also those of other scripts, or bullet.
  std::size_t next_stop(std::size_t from) {
    for (std::size_t mark = 0; mark < 3; ++mark) {
      if (marks_[mark] < from || from == 0) marks_[mark] = std::min(text_.find(".!?"[mark], from), text_.size());
    }
    if (marks_[3] < from || from == 0) marks_[3] = next_foreign_mark(from);
    return *std::min_element(marks_.begin(), marks_.end());
  }

  std::size_t next_foreign_mark(std::size_t from) const {
    if (ascii_) return text_.size();
    for (std::size_t i = next_high(text_, from); i < text_.size(); i = next_high(text_, i)) {
      const CodePoint point = decode_utf8(text_, i);
      if (u_hasBinaryProperty(static_cast<UChar32>(point.code), UCHAR_S_TERM) || bullet_at(text_, i) > 0) return i;
      i += point.size;
    }
    return text_.size();
  }

  std::size_t skip_blanks(std::size_t at) const noexcept {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at;
  }

  /// Quotes, brackets and signs that belong to the sentence whose stop stands before `end`.
  std::size_t skip_closers(std::size_t end) const {
    while (end < text_.size()) {
      if (static_cast<unsigned char>(text_[end]) < 0x80) {
        if (!is_closer(text_[end])) break;
        ++end;
        continue;
      }
      const CodePoint point = decode_utf8(text_, end);
      const auto kind = u_charType(static_cast<UChar32>(point.code));
      if (kind != U_END_PUNCTUATION && kind != U_FINAL_PUNCTUATION) break;
      end += point.size;
    }
    return end;
  }

  /// Where the sentence ends whose marks stand in [first, stop); 0 if it goes on.
  std::size_t end_behind(std::size_t first, std::size_t stop) const {
    const std::size_t end = skip_closers(stop);
    if (end >= text_.size()) return end;
    if (is_blank(text_[end])) return ends_at(first, stop, end) ? end : 0;
    return end == stop && text_[first] == '.' && stop == first + 1 ? end_without_blank(first) : 0;
  }

  /// "in May.The trial", "in May.1 The trial", "in May.(2) The": a blank that is missing, and the mark of a footnote.
  std::size_t end_without_blank(std::size_t stop) const {
    if (stop < 3 || !is_lower(text_[stop - 1]) || !is_lower(text_[stop - 2])) return 0;
    const std::string_view run = run_at(text_.substr(0, std::min(text_.size(), stop + 32)), stop + 1);
    if (is_upper(run.front())) {
      const std::string_view word = word_at(text_, stop + 1);
      const bool fits = word.size() > 1 && word.size() == run.size() && opens_sentence(word);
      return fits && word_before(text_, begin_, stop).find_first_of(".@:") == std::string_view::npos ? stop + 1 : 0;
    }
    const std::size_t end = stop + 1 + run.size();
    const bool mark = run.size() <= 4 && is_footnote_mark(run) && abbreviation(word_before(text_, begin_, stop + 1)) == Abbreviation::none;
    const std::size_t next = skip_blanks(end);
    return mark && next < text_.size() && is_upper(text_[next]) ? end : 0;
  }

  /// True if a word in small letters stands at `next`; names such as "mRNA" or "siRNA" are none.
  bool is_small(std::size_t next) const {
    if (static_cast<unsigned char>(text_[next]) >= 0x80) return u_islower(static_cast<UChar32>(decode_utf8(text_, next).code)) && next + 2 < text_.size() && is_letter(text_[next + 2]);
    if (!is_lower(text_[next])) return false;
    const std::string_view run = text_.substr(next, 6);
    for (const char c : run) {
      if (is_upper(c)) return false;
      if (!is_letter(c)) break;
    }
    return true;
  }

  /// True if the marks in [first, stop), with closing marks up to `end` and a blank there, end a sentence.
  bool ends_at(std::size_t first, std::size_t stop, std::size_t end) const {
    const std::size_t next = skip_blanks(end);
    if (next >= words_end_) return next == text_.size();  // what follows is a box to tick or a mark
    const char follows = text_[next];
    if (text_[first] != '.') return !is_small(next) && abbreviation(run_at(text_.substr(0, next + 12), next)) != Abbreviation::legal;
    if (stop - first > 1) return is_upper(follows) || follows == '"';
    if (is_small(next) || std::string_view(",;:)]%&/=<>+").find(follows) != std::string_view::npos) return false;
    if (end > stop && follows == '(' && text_[stop] == ')') return true;
    const std::string_view word = word_before(text_, begin_, stop);
    const Abbreviation kind = abbreviation(word);
    switch (kind) {
      case Abbreviation::inner: return false;
      case Abbreviation::number: return end > stop || !goes_with_number(word, next);
      case Abbreviation::closing:
      case Abbreviation::legal: return follows != '(' && ends_name(stop, end, next, kind == Abbreviation::legal);
      case Abbreviation::ending: return (is_upper(follows) || follows == '"' || end > stop) && !(end == stop && stands_in_brackets(stop));
      case Abbreviation::none: break;
    }
    if (word.size() == 2 && is_upper(word[0]) && is_initial(stop - 2, next)) return false;
    if (end == stop && is_digit(follows) && stands_in_brackets(stop)) return false;  // "(Jones et al., J Med. 2019 May 3. ...)"
    if (follows == '(' && end == stop && next + 1 < text_.size() && is_lower(text_[next + 1]) && word.size() <= 3) return false;
    return !is_enumerator(word, stop) && !is_numbered(word, stop, next);
  }

  /// True if the sentence ends with the abbreviation of a name whose stop stands before `stop`.
  bool ends_name(std::size_t stop, std::size_t end, std::size_t next, bool legal) const {
    const std::string_view closers = text_.substr(stop, end - stop);
    if (closers.find_first_of(")]") != std::string_view::npos && (text_[begin_] == '(' || text_[begin_] == '[')) return true;
    const std::string_view word = word_at(text_, next);
    if (opens_sentence(word)) return true;
    if (word.size() > 2 && next + word.size() < text_.size() && text_[next + word.size()] == ':') return true;  // "... M.D. Dated: ..."
    if (closers.find('"') != std::string_view::npos && closers.size() == 1) return is_upper(text_[next]) && !legal;
    return legal && word.size() > 2 && is_upper(word[0]) && has_clause(stop) && begins_clause(word, next);
  }

  /// True if the sentence so far has words in small letters, as more than a name has.
  bool has_clause(std::size_t stop) const {
    unsigned words = 0;
    const std::size_t from = std::max(begin_, stop < near ? 0 : stop - near);
    for (std::size_t i = from + 1; i + 2 < stop && words < clause_words; ++i) words += text_[i - 1] == ' ' && is_lower(text_[i]) && is_lower(text_[i + 1]);
    return words == clause_words;
  }

  /// True if the word at `next` is the subject of a verb that follows: "... of Acme, Inc. Acme has ...".
  bool begins_clause(std::string_view word, std::size_t next) const {
    const std::size_t behind = next + word.size();
    return behind < text_.size() && text_[behind] == ' ' && is_finite_verb(word_at(text_, behind + 1));
  }

  /// True if what stands at `next` belongs to "No.", "Fig.", "Sept." before it.
  bool goes_with_number(std::string_view word, std::size_t next) const {
    if (is_digit(text_[next]) || text_[next] == '#') return true;
    const std::string_view run = run_at(text_.substr(0, std::min(text_.size(), next + 40)), next);
    if (std::any_of(run.begin(), run.end(), is_digit)) return true;
    const bool month = word.size() > 3 && is_upper(word[0]) && word != "No." && word != "Nos.";
    return month && (!is_upper(text_[next]) || is_roman(word_at(text_, next)));
  }

  /// "J." of "Mark J. Smith": a capital after a blank and before a name, unless it ends a phrase such as "Part A."
  bool is_initial(std::size_t letter, std::size_t next) const {
    if (!is_upper(text_[next])) return false;
    if (next + 1 < text_.size() && text_[next + 1] == '.') return true;  // "E. I. Jones"
    if (letter < 2) return true;
    const std::string_view before = word_before(text_, begin_, letter - 1);
    if (takes_letter(SmallWord(before).view())) return false;
    return !(opens_sentence(word_at(text_, next)) && is_lower(text_[letter - 2]));
  }

  /// True if a bracket that the sentence opened shortly before `stop` is not yet closed there, and is closed later.
  bool stands_in_brackets(std::size_t stop) const {
    const std::size_t from = std::max(begin_, stop < near ? 0 : stop - near);
    const std::string_view before = text_.substr(from, stop - from);
    const std::size_t open = before.rfind('(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos) return false;
    return text_.substr(stop, near).find(')') != std::string_view::npos;
  }

  /// "1.", "2.1.", "IV." or "(a)." at the very start of a sentence.
  bool is_enumerator(std::string_view word, std::size_t stop) const {
    return word.size() + begin_ == stop && (item_mark(word, true) == word.size() || (is_heading_number(word) && (word.size() < 5 || word.find('.') + 1 < word.size())));
  }

  /// "1A." of "see Item 1A. Risk Factors", "3." of "Section 3. Definitions" at the start of a sentence.
  bool is_numbered(std::string_view word, std::size_t stop, std::size_t next) const {
    if (!is_heading_number(word) || stop - word.size() <= begin_ + 2) return false;
    const std::size_t end = stop - word.size() - 1;
    const std::string_view noun = word_before(text_, begin_, end);
    const SmallWord small(noun);
    if (!is_upper(noun.empty() ? 'a' : noun[0]) || !takes_heading(small.view())) return false;
    const std::size_t begin = end - noun.size();
    if (begin == begin_ || begin == begin_ + 1) return true;
    return small.view() == "item" && !opens_after_number(word_at(text_, next));
  }

  static constexpr std::size_t near = 400;       ///< Bytes looked back for the clause that a name ends or an open bracket,
  static constexpr unsigned clause_words = 3;  ///< which has so many words in small letters.

  std::vector<std::uint32_t>& ends_;
  std::string_view text_;
  bool ascii_ = false;
  std::size_t words_end_ = 0;           ///< What stands behind are signs.
  std::size_t begin_ = 0;               ///< First letter of the sentence.
  std::array<std::size_t, 4> marks_{};  ///< Next place of each mark that ends sentences.
};

/// Length of what links back to the contents where pages were run together into one line, "22 Table of Contents ", at the beginning of a sentence that
/// goes on behind it; 0 where there is none.
std::size_t contents_link_at(std::string_view text) noexcept {
  static constexpr std::string_view link = "Table of Contents ";
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 3 || digits + 1 >= text.size() || text[digits] != ' ' || text.substr(digits + 1, link.size()) != link) return 0;
  return digits + 1 + link.size() < text.size() ? digits + 1 + link.size() : 0;
}

}  // namespace

std::vector<std::uint32_t> sentence_ends(std::string_view text) {
  std::vector<std::uint32_t> ends;
  Splitter(text, ends).run();
  return ends;
}

namespace {

/// Bytes. What goes on for longer without an end is no prose, and what reads a sentence may compare its groups pair by pair. The longest of 56,000
/// sentences of whole filings has 3,407.
constexpr std::uint32_t longest_sentence = 1 << 14;

/// Where a sentence from `begin` to `end` that is too long is cut: behind a blank, else before a character.
std::uint32_t cut_of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (end - begin <= longest_sentence) return end;
  const std::uint32_t last = begin + longest_sentence;
  for (std::uint32_t at = last; at > begin + longest_sentence / 2; --at) {
    if (is_blank(text[at - 1])) return at;
  }
  std::uint32_t at = last;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 && at > last - 4) --at;
  return at;
}

}  // namespace

std::vector<Sentence> split_sentences(const DocumentText& document) {
  std::vector<Sentence> sentences;
  sentences.reserve(document.text.size() / 100 + document.blocks.size());
  std::vector<std::uint32_t> ends;  // Of the block at hand.
  const std::string_view text = document.text;
  for (std::uint32_t index = 0; index < document.blocks.size(); ++index) {
    const Block& block = document.blocks[index];
    TextRange range = block.text;
    if (block.kind == Block::Kind::list_item) {
      const auto mark = static_cast<std::uint32_t>(item_mark(text.substr(range.begin, range.size()), true));
      if (mark < range.size()) range.begin += mark;
    }
    const auto add_part = [&](std::uint32_t begin, std::uint32_t end) {
      while (begin < end && is_blank(text[begin])) ++begin;
      if (begin > range.begin) begin += static_cast<std::uint32_t>(bullet_at(text, begin));
      if (begin < end) begin += static_cast<std::uint32_t>(contents_link_at(text.substr(begin, end - begin)));
      while (begin < end && is_blank(text[begin])) ++begin;
      while (end > begin && is_blank(text[end - 1])) --end;
      if (begin < end) sentences.push_back({{begin, end}, index});
    };
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
      for (std::uint32_t cut = begin; begin < end; begin = cut) add_part(begin, cut = cut_of(text, begin, end));
    };
    if (block.kind == Block::Kind::heading) {
      add(range.begin, range.end);
      continue;
    }
    std::uint32_t begin = range.begin;
    if (index < dateline_blocks && block.kind == Block::Kind::paragraph) begin += static_cast<std::uint32_t>(dateline_end(text.substr(begin, range.size())));
    if (begin > range.begin) add(range.begin, begin);
    ends.clear();
    Splitter(text.substr(range.begin, range.size()), ends).run();
    for (const std::uint32_t end : ends) {
      add(begin, range.begin + end);
      begin = range.begin + end;
    }
  }
  return sentences;
}

}  // namespace rxgraph::ingest
