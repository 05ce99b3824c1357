#pragma once
/// How much of a drug is given and how often, behind its name: "X 20 mg once daily reduced". Internal to the grouping.

#include <algorithm>
#include <array>

#include "ingest/syntax/sentence_words.hpp"

namespace rxgraph::ingest::syntax {

/// Reads phrases of dose and frequency.
class DosePhrase {
 public:
  /// Both must outlive it.
  DosePhrase(const std::vector<Token>& tokens, const DocumentText& document) : tokens_(tokens), document_(document) {}

  /// One past the phrase that begins at `t`: "20 mg", "0.5 mg/kg every two weeks", "10 mg and 20 mg twice daily", "Q4W"; `t` where none begins there.
  std::size_t end(std::size_t t) const {
    std::size_t last = doses(t);
    for (std::size_t next = frequency(last); next > last; next = frequency(last)) last = next;
    return last;
  }

 private:
  const std::vector<Token>& tokens_;
  const DocumentText& document_;

  template <std::size_t n>
  bool is_one_of(std::size_t t, const std::array<std::uint64_t, n>& keys) const {
    return t < tokens_.size() && std::find(keys.begin(), keys.end(), tokens_[t].key) != keys.end();
  }

  bool sign(std::size_t t, char mark) const { return t < tokens_.size() && tokens_[t].text.size() == 1 && document_.text[tokens_[t].text.begin] == mark; }

  /// "20 mg, 40 mg and 80 mg".
  std::size_t doses(std::size_t t) const {
    std::size_t last = dose(t);
    while (last > t) {
      std::size_t next = last;
      if (sign(next, ',')) ++next;
      if (is_one_of(next, joints_) || sign(next, '/')) ++next;
      if (next == last || dose(next) == next) break;
      last = dose(next);
    }
    return last;
  }

  /// "20 mg", "0.5 mg/kg", "10-20 mg".
  std::size_t dose(std::size_t t) const {
    if (!is_number(t)) return t;
    std::size_t i = t + 1;
    if ((sign(i, '-') || sign(i, '/')) && is_number(i + 1)) i += 2;
    if (sign(i, '-')) ++i;
    if (!is_one_of(i, units_)) return t;
    ++i;
    while (sign(i, '/') && is_one_of(i + 1, units_)) i += 2;
    return i;
  }

  bool is_number(std::size_t t) const { return t < tokens_.size() && tokens_[t].kind == Token::Kind::number; }

  /// "once daily", "twice-weekly", "three times a week", "every four weeks", "BID".
  std::size_t frequency(std::size_t t) const {
    if (is_one_of(t, short_forms_)) return t + 1;
    if (is_one_of(t, rhythms_)) return t + 1;
    if (is_one_of(t, every_)) {
      const std::size_t unit = is_number(t + 1) || is_one_of(t + 1, counts_) ? t + 2 : t + 1;
      return is_one_of(unit, spans_) ? unit + 1 : t;
    }
    std::size_t i = t;
    if (is_one_of(i, once_)) {
      ++i;
    } else if ((is_number(i) || is_one_of(i, counts_)) && is_one_of(i + 1, times_)) {
      i += 2;
    } else {
      return t;
    }
    if (sign(i, '-')) ++i;
    if (is_one_of(i, rhythms_)) return i + 1;
    return is_one_of(i, per_) && is_one_of(i + 1, spans_) ? i + 2 : t;
  }

  inline static const std::array<std::uint64_t, 17> units_ = {word_key("mg"),  word_key("mcg"), word_key("\xC2\xB5g"), word_key("\xCE\xBCg"), word_key("ug"),  word_key("g"),   word_key("kg"), word_key("ml"), word_key("iu"),
                                                              word_key("units"), word_key("ng"),  word_key("m2"),        word_key("gbq"), word_key("mbq"), word_key("mci"), word_key("vg"), word_key("day")};
  inline static const std::array<std::uint64_t, 3> joints_ = {word_key("and"), word_key("or"), word_key("to")};
  inline static const std::array<std::uint64_t, 10> short_forms_ = {word_key("qd"), word_key("bid"), word_key("tid"), word_key("qw"), word_key("q2w"), word_key("q3w"), word_key("q4w"), word_key("q6w"), word_key("q8w"), word_key("q12w")};
  inline static const std::array<std::uint64_t, 7> rhythms_ = {word_key("daily"), word_key("weekly"), word_key("monthly"), word_key("nightly"), word_key("yearly"), word_key("biweekly"), word_key("quarterly")};
  inline static const std::array<std::uint64_t, 1> every_ = {word_key("every")};
  inline static const std::array<std::uint64_t, 2> once_ = {word_key("once"), word_key("twice")};
  inline static const std::array<std::uint64_t, 1> times_ = {word_key("times")};
  inline static const std::array<std::uint64_t, 4> per_ = {word_key("a"), word_key("per"), word_key("each"), word_key("every")};
  inline static const std::array<std::uint64_t, 10> counts_ = {word_key("two"), word_key("three"), word_key("four"), word_key("six"), word_key("eight"), word_key("twelve"), word_key("other"), word_key("second"), word_key("third"), word_key("few")};
  inline static const std::array<std::uint64_t, 10> spans_ = {word_key("day"), word_key("days"), word_key("week"), word_key("weeks"), word_key("month"), word_key("months"), word_key("year"), word_key("years"), word_key("hours"), word_key("night")};
};

}  // namespace rxgraph::ingest::syntax
