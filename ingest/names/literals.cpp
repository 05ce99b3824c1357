#include <algorithm>
#include <charconv>

#include "base/date.hpp"
#include "ingest/names/grammar.hpp"

namespace rxgraph::ingest::naming {
namespace {

std::string two_digits(int number) { return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)}; }

/// The number at the beginning of `text` ("1,234.5", "20m"); `used` gets its bytes, 0 where there is none.
double number_at(std::string_view text, std::size_t& used) {
  std::string digits;
  used = 0;
  for (; used < text.size(); ++used) {
    const char c = text[used];
    if ((c >= '0' && c <= '9') || (c == '.' && used > 0 && used + 1 < text.size())) digits.push_back(c);
    else if (c != ',' || used == 0) break;
  }
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

class Literals {
 public:
  Literals(const SentenceView& sentence, const Today& today, Candidates& out) : s_(sentence), today_(today), out_(out) {}

  void find() {
    for (std::uint32_t i = 0; i < s_.size();) {
      const std::uint32_t after = literal_at(i);
      i = after > i ? after : i + 1;
    }
  }

 private:
  const SentenceView& s_;
  const Today& today_;
  Candidates& out_;

  /// One past the literal that begins at `i`, or `i`.
  std::uint32_t literal_at(std::uint32_t i) {
    constexpr WordSet openers = bit(WordList::currencies) | bit(WordList::months) | bit(WordList::redactions) | bit(WordList::vague_numbers) | bit(WordList::periods);
    const Token& token = s_.tokens[i];
    if (!token.digit && !s_.in(i, openers) && !s_.is(i, '[')) return i;
    if (s_.in(i, WordList::currencies)) {
      if (const std::uint32_t after = money(i); after > i) return after;
    }
    if (s_.in(i, WordList::months)) return month_date(i);
    if (token.kind == Token::Kind::number || (token.digit && token.text.size() <= 12)) return number(i);
    if (s_.is(i, '[')) return redaction(i, i);
    if (s_.in(i, WordList::redactions)) {
      add(i, i + 1, Mention::Kind::redacted);
      return i + 1;
    }
    if (s_.in(i, WordList::vague_numbers)) return vague_percent(i);
    if (s_.in(i, WordList::periods)) return period_date(i);
    return i;
  }

  Candidate& add(std::uint32_t first, std::uint32_t last, Mention::Kind kind) {
    Candidate& candidate = out_.emplace_back();
    candidate.first = first;
    candidate.last = last;
    candidate.kind = kind;
    candidate.rank = rank_literal;
    candidate.how = "literal";
    return candidate;
  }

  void add_date(std::uint32_t first, std::uint32_t last, std::string iso) { add(first, last, Mention::Kind::date).value = std::move(iso); }

  /// A four-digit year, or 0.
  int year(std::uint32_t i) const {
    if (i >= s_.size() || s_.tokens[i].text.size() != 4) return 0;
    int value = 0;
    const std::string_view text = s_.text(i);
    const auto end = std::from_chars(text.data(), text.data() + 4, value);
    return end.ptr == text.data() + 4 && value >= 1950 && value <= 2069 ? value : 0;
  }

  /// A day of a month ("5", "05", "5th"), or 0.
  int day(std::uint32_t i) const {
    if (i >= s_.size()) return 0;
    const std::string_view text = s_.text(i);
    int value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto rest = static_cast<std::size_t>(text.data() + text.size() - end.ptr);
    const bool ordinal = rest == 2 && (text.ends_with("th") || text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd"));
    return (rest == 0 || ordinal) && value >= 1 && value <= 31 ? value : 0;
  }

  int month(std::uint32_t i) const {
    return i < s_.size() && s_.in(i, WordList::months) && s_.tokens[i].capital ? static_cast<int>(s_.words[i]->value) : 0;
  }

  /// "the 25th day of December, 2003", "this first (1st) day of": the day that agreements write before the month at `i`, or 0.
  int written_day(std::uint32_t i) const {
    if (i < 3 || s_.text(i - 1) != "of" || s_.text(i - 2) != "day") return 0;
    const bool in_brackets = s_.is(i - 3, ')');
    return in_brackets && i < 5 ? 0 : day(in_brackets ? i - 4 : i - 3);
  }

  std::uint32_t month_date(std::uint32_t i) {
    const int m = month(i);
    if (m == 0) return i;
    std::uint32_t next = i + 1;
    if (s_.is(next, '.')) ++next;
    const int behind = day(next);
    const int d = behind ? behind : written_day(i);
    std::uint32_t at = behind ? next + 1 : next;
    if (s_.is(at, ',')) ++at;
    if (s_.in(at, WordList::prepositions) && year(at + 1)) ++at;  // "April of 2006"
    if (const int y = year(at)) {
      const std::string iso = std::to_string(y) + "-" + two_digits(m);
      add_date(i, at + 1, d ? iso + "-" + two_digits(d) : iso);
      return at + 1;
    }
    return i;
  }

  std::uint32_t number(std::uint32_t i) {
    if (const int d = day(i); d && month(i + 1) && year(i + 2)) {
      add_date(i, i + 3, std::to_string(year(i + 2)) + "-" + two_digits(month(i + 1)) + "-" + two_digits(d));
      return i + 3;
    }
    if (const std::uint32_t after = numeric_date(i); after > i) return after;
    if (s_.is(i + 1, '%') || s_.in(i + 1, WordList::percent_words)) return percent(i);
    if (const std::uint32_t after = trailing_currency(i); after > i) return after;
    if (year(i) && s_.tokens[i].kind == Token::Kind::number && year_is_meant(i)) {
      add_date(i, i + 1, std::string(s_.text(i)));
      return i + 1;
    }
    return i;
  }

  /// "2023-06-27", "06/27/2023".
  std::uint32_t numeric_date(std::uint32_t i) {
    const bool slashes = s_.is(i + 1, '/') && s_.is(i + 3, '/');
    const bool hyphens = s_.is(i + 1, '-') && s_.is(i + 3, '-');
    if (i + 4 >= s_.size() || (!slashes && !hyphens)) return i;
    const int y = hyphens ? year(i) : year(i + 4);
    const int m = day(hyphens ? i + 2 : i);
    const int d = day(hyphens ? i + 4 : i + 2);
    if (!y || !m || m > 12 || !d) return i;
    add_date(i, i + 5, std::to_string(y) + "-" + two_digits(m) + "-" + two_digits(d));
    return i + 5;
  }

  /// A bare number of four digits is a year after "in", "since", "fiscal", "early", another year, or alone in a cell.
  bool year_is_meant(std::uint32_t i) const {
    if (s_.size() == 1) return true;
    if (i == 0) return s_.is(1, ',') || s_.is(1, ':') || s_.is(1, '-');
    if (s_.in(i - 1, bit(WordList::year_openers) | bit(WordList::periods))) return true;
    const bool listed = s_.in(i - 1, WordList::conjunctions) || s_.is(i - 1, ',') || s_.is(i - 1, '-') || s_.is(i - 1, '/');
    return listed && i >= 2 && (year(i - 2) != 0 || (s_.is(i - 1, '-') && s_.in(i - 2, bit(WordList::year_openers) | bit(WordList::periods))));
  }

  /// "first quarter of 2007", "early 2025", "second half of fiscal 2008", "Q1 2023": cut to the year.
  std::uint32_t period_date(std::uint32_t i) {
    if (s_.words[i]->value == -2) return i;  // "ended in 2019": a verb, unless a period stands before it
    const double sense = s_.words[i]->value;
    if (const std::string day = sense == -1 ? today_.day : sense == -3 ? day_before(today_.day) : std::string(); !day.empty()) {
      add_date(i, i + 1, day);
      return i + 1;
    }
    if (i > 0) {
      if (std::string period = period_from_today(i - 1); !period.empty()) {
        add_date(i > 1 && is_earlier_or_later(i - 2) ? i - 2 : i - 1, i + 1, std::move(period));
        return i + 1;
      }
    }
    std::uint32_t at = i;
    while (at < s_.size() && at < i + 8 && !year(at) && period_from_today(at).empty() &&
           (s_.in(at, WordList::periods) || (at > i && (s_.in(at, bit(WordList::determiners) | bit(WordList::prepositions)) || s_.is(at, '-'))))) {
      ++at;
    }
    if (at == i) return i;
    if (year(at)) {
      add_date(i, at + 1, std::string(s_.text(at)));
      return at + 1;
    }
    if (std::string period = period_from_today(at); !period.empty()) {  // "the fourth quarter of last year"
      add_date(i, at + 2, std::move(period));
      return at + 2;
    }
    return i;
  }

  bool is_earlier_or_later(std::uint32_t i) const {
    static const std::uint64_t earlier = word_key("earlier"), later = word_key("later");
    return s_.tokens[i].key == earlier || s_.tokens[i].key == later;
  }

  /// The month or year that "this month", "last quarter", "next year" at `i` names; empty where it names none: "over the last year" ends today.
  std::string period_from_today(std::uint32_t i) const {
    static const std::uint64_t now = word_key("this"), before = word_key("last"), after = word_key("next"), of = word_key("of");
    if (i + 1 >= s_.size() || !s_.in(i + 1, WordList::periods)) return {};
    const std::uint64_t which = s_.tokens[i].key;
    if (which != now && which != before && which != after) return {};
    const int months = static_cast<int>(s_.words[i + 1]->value);
    const bool goes_on = i + 2 < s_.size() && (s_.tokens[i + 2].key == of || s_.text(i + 2) == "'s");
    if (months < 1 || goes_on || (i > 0 && s_.in(i - 1, WordList::determiners)) || (months > 1 && today_.of_period)) return {};
    const int shift = which == now ? 0 : which == before ? -months : months;
    const std::string month = month_after(today_.day, shift);
    return months == 1 ? month : month.substr(0, 4);
  }

  std::uint32_t percent(std::uint32_t i) {
    std::size_t used = 0;
    const double amount = number_at(s_.text(i), used);
    if (used != s_.text(i).size()) return i;
    Candidate& candidate = add(i, i + 2, Mention::Kind::percent);
    candidate.amount = amount;
    candidate.up_to = limited(i);
    return i + 2;
  }

  /// "low double-digit", "mid to high single-digit", "mid-teens".
  std::uint32_t vague_percent(std::uint32_t i) {
    std::uint32_t at = i;
    std::uint32_t last = i;
    bool digits = false;
    while (at < s_.size() && at < i + 10 && (s_.in(at, WordList::vague_numbers) || s_.in(at, WordList::conjunctions) || s_.is(at, '-') || s_.is(at, ',') || s_.in(at, WordList::year_openers))) {
      if (s_.in(at, WordList::vague_numbers)) {
        last = at + 1;
        digits = digits || s_.words[at]->value > 0;
      }
      ++at;
    }
    if (!digits) return i;
    Candidate& candidate = add(i, last, Mention::Kind::percent);
    candidate.value = std::string(s_.text(i, last));
    return last;
  }

  /// From a currency: "$5 million", "US$ 5.0", "EUR 20m", "$[***] million".
  std::uint32_t money(std::uint32_t i) {
    if (s_.tokens[i].kind == Token::Kind::word && !s_.tokens[i].capital) return i;  // "paid us $5 million"
    std::uint32_t at = i;
    const Term* currency = s_.words[i]->currency;
    while (s_.in(at, WordList::currencies) && s_.words[at]->currency) {
      if (s_.words[at]->currency->features.contains("strong")) currency = s_.words[at]->currency;
      ++at;
      if (at > i + 3) return i;
    }
    if (!currency) return i;
    if (s_.is(at, '[')) return redaction(i, at);
    if (s_.in(at, WordList::redactions)) {
      add(i, at + 1, Mention::Kind::redacted);
      return at + 1;
    }
    if (at >= s_.size() || !s_.tokens[at].digit) return i;
    return add_money(i, at, currency, at + 1);
  }

  /// "5 million euros", "20 million U.S. dollars".
  std::uint32_t trailing_currency(std::uint32_t i) {
    std::uint32_t at = i + 1;
    if (s_.in(at, WordList::scales)) ++at;
    const std::uint32_t first = at;
    while (at < s_.size() && at < first + 3 && s_.in(at, WordList::currencies)) ++at;
    if (at == first || s_.is(first, '$')) return i;
    return add_money(i, i, s_.words[at - 1]->currency, at);
  }

  std::uint32_t add_money(std::uint32_t first, std::uint32_t number, const Term* currency, std::uint32_t last) {
    std::size_t used = 0;
    const std::string_view text = s_.text(number);
    double amount = number_at(text, used);
    if (used == 0 || !currency) return first;
    const auto scale_of = [&](std::string_view word) { return s_.index.look_up(word, word_key(word)); };
    if (used < text.size()) {
      const WordFacts scale = scale_of(text.substr(used));
      if (!(scale.lists & bit(WordList::scales))) return first;
      amount *= scale.value;
    } else if (s_.is(number + 1, '-') && s_.in(number + 2, WordList::scales)) {
      amount *= s_.words[number + 2]->value;
      last = std::max(last, number + 3);
    } else if (s_.in(number + 1, WordList::scales)) {
      amount *= s_.words[number + 1]->value;
      last = std::max(last, number + 2);
    }
    Candidate& candidate = add(first, last, Mention::Kind::money);
    candidate.amount = amount;
    candidate.value = currency->features.contains("value") ? currency->features.at("value") : currency->name;
    candidate.up_to = limited(first);
    return last;
  }

  /// "[***]", "[*]", "[ ]", "[REDACTED]" from the bracket at `open`; the mention begins at `first`.
  std::uint32_t redaction(std::uint32_t first, std::uint32_t open) {
    std::uint32_t at = open + 1;
    bool empty = true;
    while (at < s_.size() && at < open + 12 && !s_.is(at, ']')) {
      const bool stars = s_.tokens[at].kind == Token::Kind::mark && s_.text(at).find_first_not_of("*.-_ ") == std::string_view::npos;
      const bool bullet = s_.text(at) == "\u25cf" || s_.text(at) == "\u2022" || s_.text(at) == "\u2026";
      if (!stars && !bullet && !s_.in(at, WordList::redactions)) return open;
      empty = false;
      ++at;
    }
    if (!s_.is(at, ']') || empty) return first;
    std::uint32_t last = at + 1;
    if (first < open && s_.in(last, WordList::scales)) ++last;
    if (s_.is(last, '%') || s_.in(last, WordList::percent_words)) ++last;
    add(first, last, Mention::Kind::redacted).up_to = limited(first);
    return last;
  }

  /// "up to", "as much as" stand before, perhaps with "an aggregate of" between.
  bool limited(std::uint32_t first) const {
    for (std::uint32_t back = 1; back <= 6 && back <= first; ++back) {
      if (s_.in(first - back, WordList::amount_limits)) return true;
      if (!s_.in(first - back, bit(WordList::amount_fillers) | bit(WordList::determiners)) && s_.tokens[first - back].kind != Token::Kind::mark) return false;
    }
    return false;
  }
};

}  // namespace

void find_literals(const SentenceView& sentence, const Today& today, Candidates& out) { Literals(sentence, today, out).find(); }

}  // namespace rxgraph::ingest::naming
