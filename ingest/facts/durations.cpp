#include "ingest/facts/durations.hpp"

#include <charconv>

#include "base/names.hpp"

namespace rxgraph::ingest::facts {
namespace {

/// Calls `add` with the key and the feature `name` of each word of the vocabulary `list`.
template <typename Add>
void each_word(const Ontology& ontology, std::string_view list, const std::string& name, const Add& add) {
  const Vocabulary* const words = ontology.vocabulary(list);
  for (std::size_t t = 0; words != nullptr && t < words->terms.size(); ++t) {
    const Term& term = words->terms[t];
    const auto feature = term.features.find(name);
    if (feature == term.features.end() || feature->second.empty()) continue;
    add(word_key(term.name), feature->second);
    for (const std::string& synonym : term.synonyms) add(word_key(synonym), feature->second);
  }
}

}  // namespace

DurationWords::DurationWords(const Ontology& ontology) {
  each_word(ontology, "number_words", "value", [&](std::uint64_t key, const std::string& value) {
    int number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    numbers_.emplace(key, number);
  });
  each_word(ontology, "duration_units", "unit", [&](std::uint64_t key, const std::string& unit) { units_.emplace(key, unit.front()); });
}

std::optional<int> DurationWords::number(const DocumentText& document, const Token& token) const {
  if (const auto word = numbers_.find(token.key); word != numbers_.end()) return word->second;
  constexpr std::size_t most_digits = 3;
  const std::string_view text = document.words(token.text);
  int value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = end.ptr == text.data() + text.size() && !text.empty() && text.size() <= most_digits;
  return whole && value > 0 ? std::optional(value) : std::nullopt;
}

bool DurationWords::measures(const DocumentText& document, const Token& token) const {
  if (token.kind == Token::Kind::mark) {
    const std::string_view mark = document.words(token.text);
    return mark == "(" || mark == ")" || mark == "'" || mark == "-" || mark == "\u2019";
  }
  return units_.contains(token.key) || number(document, token).has_value();
}

std::optional<std::string> DurationWords::read(const DocumentText& document, std::span<const Token> tokens, std::size_t inside) const {
  const auto is = [&](std::size_t t, std::string_view mark) { return t < tokens.size() && document.words(tokens[t].text) == mark; };
  for (std::size_t t = 0; t < tokens.size() && t < inside; ++t) {
    const std::optional<int> count = number(document, tokens[t]);
    if (!count || (t > 0 && (is(t - 1, ".") || is(t - 1, "-") || is(t - 1, "$")))) continue;
    std::size_t next = t + 1;
    if (is(next, "(") && is(next + 2, ")")) next += 3;  // "ten (10) years"
    if (is(next, "-")) ++next;
    const auto unit = next < tokens.size() ? units_.find(tokens[next].key) : units_.end();
    if (unit != units_.end()) return "P" + std::to_string(*count) + unit->second;
  }
  return std::nullopt;
}

}  // namespace rxgraph::ingest::facts
