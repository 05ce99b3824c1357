#pragma once
/// Lengths of time: "ten years", "a five (5) year term", "90 days' notice".

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "ingest/read/text.hpp"
#include "ingest/read/tokens.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest::facts {

/// The words that count and those that measure time, from the vocabularies `number_words` (feature `value`) and `duration_units` (feature
/// `unit`, the letter of ISO 8601). Copies what it needs.
class DurationWords {
 public:
  explicit DurationWords(const Ontology& ontology);

  /// The first length of time whose number stands among the `inside` first tokens, as ISO 8601 writes it ("P10Y"); nothing without one.
  /// What counts halves ("two and a half years") is passed over.
  std::optional<std::string> read(const DocumentText& document, std::span<const Token> tokens, std::size_t inside) const;

  /// True for a number, a unit of time, and the marks between them.
  bool measures(const DocumentText& document, const Token& token) const;

 private:
  std::optional<int> number(const DocumentText& document, const Token& token) const;

  std::map<std::uint64_t, int> numbers_;
  std::map<std::uint64_t, char> units_;
};

}  // namespace rxgraph::ingest::facts
