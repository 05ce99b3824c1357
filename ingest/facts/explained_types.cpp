#include "ingest/facts/explained_types.hpp"

#include <algorithm>

#include "ingest/names/mentions.hpp"
#include "ingest/syntax/lexicon.hpp"

namespace rxgraph::ingest::facts {
namespace {

std::int16_t index_of(const Ontology& ontology, std::string_view type) {
  for (std::size_t t = 0; t < ontology.types.size(); ++t) {
    if (ontology.types[t].name == type) return static_cast<std::int16_t>(t);
  }
  return no_type;
}

}  // namespace

ExplainedTypes::ExplainedTypes(const Ontology& ontology) {
  for (std::size_t t = 0; t < ontology.types.size(); ++t) {
    for (const std::string_view nominal : ontology.types[t].nominals) {
      const std::size_t blank = nominal.find(' ');
      if (blank == std::string_view::npos || blank != nominal.rfind(' ')) continue;
      phrases_.emplace(std::pair(word_key(nominal.substr(0, blank)), word_key(nominal.substr(blank + 1))), static_cast<std::int16_t>(t));
    }
  }
  const auto ends_phrase = [&](std::uint64_t key) {
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const auto& phrase) { return phrase.first.second == key; });
  };
  const Vocabulary* const parties = ontology.vocabulary("legal_forms");
  for (const Vocabulary& vocabulary : ontology.vocabularies) {
    if (vocabulary.kind != "cues" || (parties != nullptr && vocabulary.type == parties->type)) continue;  // "Jane Doe, a partner" is none.
    for (const Term& term : vocabulary.terms) {
      const auto side = term.features.find("side");
      const std::uint64_t key = Lexicon::noun_lemma(term.name);
      if (side == term.features.end() || (side->second == "before" && !ends_phrase(key))) cues_.emplace(key, index_of(ontology, vocabulary.type));
    }
  }
}

std::int16_t ExplainedTypes::find(std::uint64_t lemma, std::uint64_t before) const {
  if (const auto cue = cues_.find(lemma); cue != cues_.end()) return cue->second;
  const auto phrase = phrases_.find({before, lemma});
  return phrase == phrases_.end() ? no_type : phrase->second;
}

}  // namespace rxgraph::ingest::facts
