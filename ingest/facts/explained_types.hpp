#pragma once
/// Which common nouns say of what type the thing is that they explain: "Zorbimab, an antibody". Internal to the frame table.

#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>

#include "ontology/model.hpp"

namespace rxgraph::ingest::facts {

/// The nouns of an ontology's cues and nominals.
class ExplainedTypes {
 public:
  explicit ExplainedTypes(const Ontology& ontology);

  /// The type, as an index, that the noun `lemma` behind the word `before` gives to what it explains; `no_type` for none: "candidate" alone may be a person,
  /// and explains a thing only as "drug candidate".
  std::int16_t find(std::uint64_t lemma, std::uint64_t before) const;

 private:
  std::unordered_map<std::uint64_t, std::int16_t> cues_;                     ///< By their lemma.
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::int16_t> phrases_;  ///< Nominals of two words.
};

}  // namespace rxgraph::ingest::facts
