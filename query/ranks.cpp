#include "query/ranks.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/names.hpp"

namespace rxgraph::query {
namespace {

std::string form_of(std::string_view name) { return normal_form(name, false, false, true); }

}  // namespace

Ranks::Ranks(const Ontology& ontology, const std::vector<std::string>& types) {
  for (const Vocabulary& vocabulary : ontology.vocabularies) {
    const auto related = [&](const std::string& type) { return ontology.is_a(type, vocabulary.type) || ontology.is_a(vocabulary.type, type); };
    if (vocabulary.kind != "ranks" || std::none_of(types.begin(), types.end(), related)) continue;
    for (const Term& term : vocabulary.terms) {
      const double rank = std::strtod(term.features.at("rank").c_str(), nullptr);
      by_form_[form_of(term.name)] = rank;
      for (const std::string& synonym : term.synonyms) by_form_[form_of(synonym)] = rank;
    }
  }
}

double Ranks::of(std::string_view name) const {
  const auto found = by_form_.find(form_of(name));
  return found == by_form_.end() ? -1 : found->second;
}

}  // namespace rxgraph::query
