#pragma once
/// How old patients are, between the noun and its disease: "adults 65 years of age and older with D". Internal to the grouping.

#include <algorithm>
#include <array>
#include <initializer_list>

#include "ingest/syntax/sentence_words.hpp"

namespace rxgraph::ingest::syntax {

/// Reads phrases of age and weight.
class AgePhrase {
 public:
  /// Both must outlive it.
  AgePhrase(const std::vector<Token>& tokens, const DocumentText& document)
      : tokens_(tokens), document_(document), tells_time_(std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return is_unit(token.key); })) {}

  /// One past the phrase that begins at `t`: "aged 6 to 11 years", "12 years of age and older", ", 18 years and older, weighing at least 40 kg,"; `t` where
  /// none begins there. A bare span of time ("for 12 years") is none.
  std::size_t end(std::size_t t) const {
    if (!tells_time_) return t;
    std::size_t i = t;
    if (sign(i, ',')) ++i;
    const bool opened = skip_one_of(i, {aged_, ages_});
    std::size_t last = measure(i);
    if (last == i) return t;
    const bool of_age = is(last, of_) && is(last + 1, age_);
    if (of_age) last += 2;
    const bool old = !of_age && skip_one_of(last, {old_});
    const std::size_t limit = is(last, and_) || is(last, or_) ? last + 1 : last;
    std::size_t after = limit;
    const bool open_ended = limit > last && skip_one_of(after, {older_, above_, over_, younger_, up_});
    if (open_ended) last = after;
    if (!opened && !of_age && !old && !open_ended) return t;
    last = weight(last);
    return sign(t, ',') && sign(last, ',') ? last + 1 : last;
  }

 private:
  const std::vector<Token>& tokens_;
  const DocumentText& document_;
  const bool tells_time_;   ///< A unit of time stands in the sentence: without one there is no such phrase.

  static bool is_unit(std::uint64_t key) { return key == years_ || key == year_ || key == months_ || key == weeks_; }

  bool is(std::size_t t, std::uint64_t key) const { return t < tokens_.size() && tokens_[t].key == key; }

  bool sign(std::size_t t, char mark) const { return t < tokens_.size() && tokens_[t].text.size() == 1 && document_.text[tokens_[t].text.begin] == mark; }

  bool skip_one_of(std::size_t& t, std::initializer_list<std::uint64_t> keys) const {
    if (t >= tokens_.size() || std::find(keys.begin(), keys.end(), tokens_[t].key) == keys.end()) return false;
    ++t;
    return true;
  }

  bool is_number(std::size_t t) const {
    static const std::array<std::uint64_t, 12> numbers = {word_key("one"), word_key("two"), word_key("three"), word_key("four"), word_key("five"), word_key("six"), word_key("seven"),
                                                          word_key("eight"), word_key("nine"), word_key("ten"), word_key("twelve"), word_key("eighteen")};
    return t < tokens_.size() && (tokens_[t].kind == Token::Kind::number || std::find(numbers.begin(), numbers.end(), tokens_[t].key) != numbers.end());
  }

  /// "6 to 11 years", "6 months through 5 years", "12 years".
  std::size_t measure(std::size_t t) const {
    if (!is_number(t)) return t;
    std::size_t i = t + 1;
    bool unit = skip_one_of(i, {years_, year_, months_, weeks_});
    std::size_t second = i;
    const bool range = skip_one_of(second, {to_, through_, and_}) || (sign(second, '-') && ++second != 0);
    if (range && is_number(second)) {
      i = second + 1;
      unit = skip_one_of(i, {years_, year_, months_, weeks_}) || unit;
    }
    return unit ? i : t;
  }

  /// "weighing at least 40 kg" after it.
  std::size_t weight(std::size_t t) const {
    std::size_t i = t;
    if (sign(i, ',')) ++i;
    skip_one_of(i, {and_, who_});
    if (!skip_one_of(i, {weighing_, weigh_})) return t;
    while (i < tokens_.size() && i < t + 8 && !is_number(i)) ++i;
    if (!is_number(i)) return t;
    ++i;
    return skip_one_of(i, {kg_, kilograms_, pounds_}) ? i : t;
  }

  inline static const std::uint64_t aged_ = word_key("aged"), ages_ = word_key("ages"), age_ = word_key("age"), of_ = word_key("of"), old_ = word_key("old"), and_ = word_key("and"),
                                    or_ = word_key("or"), older_ = word_key("older"), above_ = word_key("above"), over_ = word_key("over"), younger_ = word_key("younger"), up_ = word_key("up"),
                                    years_ = word_key("years"), year_ = word_key("year"), months_ = word_key("months"), weeks_ = word_key("weeks"), to_ = word_key("to"),
                                    through_ = word_key("through"), who_ = word_key("who"), weighing_ = word_key("weighing"), weigh_ = word_key("weigh"), kg_ = word_key("kg"),
                                    kilograms_ = word_key("kilograms"), pounds_ = word_key("pounds");
};

}  // namespace rxgraph::ingest::syntax
