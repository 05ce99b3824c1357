#include "graph/type_rules.hpp"

#include "base/names.hpp"

namespace rxgraph::graph {
namespace {

bool has_vocabulary(const Ontology& ontology, std::string_view type, std::string_view kind) {
  for (const Vocabulary& vocabulary : ontology.vocabularies) {
    if (vocabulary.kind == kind && !vocabulary.type.empty() && ontology.is_a(type, vocabulary.type)) return true;
  }
  return false;
}

}  // namespace

TypeRules::TypeRules(const Ontology& ontology) {
  for (const EntityType& type : ontology.types) {
    TypeRule& rule = rules_[type.name];
    rule.party = has_vocabulary(ontology, type.name, "legal_forms");
    rule.plural = has_vocabulary(ontology, type.name, "heads");
    rule.numbered = has_vocabulary(ontology, type.name, "ranks");
    rule.named = type.named;
    for (const std::string& nominal : type.nominals) rule.common_nouns.insert(form_of(nominal, rule));
  }
}

const TypeRule& TypeRules::of(std::string_view type) const {
  const auto found = rules_.find(type);
  return found == rules_.end() ? plain_ : found->second;
}

std::string form_of(std::string_view name, const TypeRule& rule) { return normal_form(name, rule.party, rule.plural, rule.numbered); }

}  // namespace rxgraph::graph
