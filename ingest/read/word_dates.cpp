#include "ingest/read/word_dates.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::array<std::string_view, 12> months_of_year = {"january", "february", "march",     "april",   "may",      "june",
                                                             "july",    "august",   "september", "october", "november", "december"};

/// Reads a text from left to right; each step moves on only where it finds what it looks for.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const noexcept { return at_; }

  void skip(std::string_view marks) {
    while (at_ < text_.size() && (is_blank(text_[at_]) || marks.find(text_[at_]) != std::string_view::npos)) ++at_;
  }

  /// A number of `least` to `most` digits; 0 for none.
  unsigned number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    unsigned value = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ <= most) value = value * 10 + static_cast<unsigned>(text_[end++] - '0');
    if (end - at_ < least || end - at_ > most) return 0;
    at_ = end;
    return value;
  }

  /// From 1: a month by its name, or by its first three or four letters with or without a stop; 0 for none.
  unsigned month() {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end]) && end - at_ < 10) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    if (word.size() < 3) return 0;
    for (std::size_t i = 0; i < months_of_year.size(); ++i) {
      const std::string_view name = months_of_year[i];
      const bool whole = equal_folded(word, name);
      const bool cut = (word.size() == 3 || (word.size() == 4 && name == "september")) && starts_with_folded(name, word) && is_upper(word[0]);
      if (!whole && !cut) continue;
      at_ = end;
      if (!whole && at_ < text_.size() && text_[at_] == '.') ++at_;
      return static_cast<unsigned>(i + 1);
    }
    return 0;
  }

  /// "st", "nd", "rd", "th" right behind a number.
  void ordinal() {
    for (const std::string_view mark : {"st", "nd", "rd", "th"}) {
      if (!starts_with_folded(text_.substr(at_), mark)) continue;
      at_ += 2;
      return;
    }
  }

  bool word(std::string_view wanted) {
    if (!starts_with_folded(text_.substr(at_), wanted)) return false;
    const std::size_t end = at_ + wanted.size();
    if (end < text_.size() && is_letter(text_[end])) return false;
    at_ = end;
    return true;
  }

  bool mark(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

/// ISO of the parts; empty where they are no date. No day for 0.
std::string iso_of(unsigned year, unsigned month, unsigned day) {
  if (year < 1900 || year > 2099 || month == 0 || month > 12) return {};
  std::string iso = std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
  if (day > 0) iso += (day < 10 ? "-0" : "-") + std::to_string(day);
  return is_partial_date(iso) ? iso : std::string();
}

/// "July 31, 2007", "July 2007".
std::optional<WordDate> month_first(std::string_view text, std::size_t begin, bool months) {
  Scanner scan(text, begin);
  const unsigned month = scan.month();
  if (month == 0) return std::nullopt;
  scan.skip(",");
  Scanner with_day = scan;
  if (const unsigned day = with_day.number(1, 2); day > 0) {
    with_day.ordinal();
    with_day.skip(",.");
    const unsigned year = with_day.number(4, 4);
    if (std::string iso = iso_of(year, month, day); !iso.empty()) return WordDate{std::move(iso), begin, with_day.at()};
    return std::nullopt;
  }
  if (!months) return std::nullopt;
  if (scan.word("of")) scan.skip("");
  if (std::string iso = iso_of(scan.number(4, 4), month, 0); !iso.empty()) return WordDate{std::move(iso), begin, scan.at()};
  return std::nullopt;
}

/// "31 July 2007", "31st day of July, 2007", "7/31/2007", "2007-07-31".
std::optional<WordDate> number_first(std::string_view text, std::size_t begin) {
  Scanner scan(text, begin);
  if (const unsigned year = scan.number(4, 4); year > 0) {
    if (!scan.mark('-')) return std::nullopt;
    const unsigned month = scan.number(2, 2);
    if (!scan.mark('-')) return std::nullopt;
    const unsigned day = scan.number(2, 2);
    std::string iso = day > 0 ? iso_of(year, month, day) : std::string();
    return iso.empty() ? std::nullopt : std::optional(WordDate{std::move(iso), begin, scan.at()});
  }
  const unsigned first = scan.number(1, 2);
  if (first == 0) return std::nullopt;
  for (const char mark : {'/', '-'}) {
    Scanner slashed = scan;
    if (!slashed.mark(mark)) continue;
    const unsigned day = slashed.number(1, 2);
    if (day == 0 || !slashed.mark(mark)) return std::nullopt;
    unsigned year = slashed.number(4, 4);
    if (year == 0) {
      const std::size_t before = slashed.at();
      year = slashed.number(2, 2);
      if (slashed.at() == before) return std::nullopt;
      year += year < 70 ? 2000 : 1900;
    }
    std::string iso = iso_of(year, first, day);
    return iso.empty() ? std::nullopt : std::optional(WordDate{std::move(iso), begin, slashed.at()});
  }
  scan.ordinal();
  scan.skip("");
  if (scan.word("day")) {
    scan.skip("");
    if (!scan.word("of")) return std::nullopt;
    scan.skip("");
  }
  const unsigned month = scan.month();
  if (month == 0) return std::nullopt;
  scan.skip(",");
  std::string iso = iso_of(scan.number(4, 4), month, first);
  return iso.empty() ? std::nullopt : std::optional(WordDate{std::move(iso), begin, scan.at()});
}

}  // namespace

std::optional<WordDate> date_in_words(std::string_view text, bool months) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]))) continue;  // Within a word.
    std::optional<WordDate> date;
    if (is_digit(text[at])) {
      date = number_first(text, at);
    } else if (is_letter(text[at])) {
      date = month_first(text, at, months);
    }
    if (date && (date->end == text.size() || !is_digit(text[date->end]))) return date;
  }
  return std::nullopt;
}

std::string iso_of_words(std::string_view text) {
  if (const std::optional<WordDate> date = date_in_words(text, false)) return date->iso;
  return is_partial_date(text) ? std::string(text) : std::string();
}

}  // namespace rxgraph::ingest
