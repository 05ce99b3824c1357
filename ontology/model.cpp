#include "ontology/model.hpp"

#include <algorithm>

namespace rxgraph {

namespace {

template <class Named>
const Named* named(const std::vector<Named>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [name](const Named& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const QualifierType* first_of(const std::vector<QualifierType>& qualifiers, ValueType type) {
  const auto found = std::find_if(qualifiers.begin(), qualifiers.end(), [type](const QualifierType& one) { return one.type == type; });
  return found == qualifiers.end() ? nullptr : &*found;
}

}  // namespace

const QualifierType* Relation::qualifier(std::string_view name_of_it) const { return named(qualifiers, name_of_it); }

StatementKind Relation::tells() const noexcept { return role ? StatementKind::role : attribute ? StatementKind::attribute : StatementKind::relation; }

const QualifierType* Relation::date() const { return dated_by.empty() ? first_of(qualifiers, ValueType::date) : qualifier(dated_by); }

const QualifierType* Relation::currency() const { return first_of(qualifiers, ValueType::currency); }

const EntityType* Ontology::type(std::string_view name_of_it) const { return named(types, name_of_it); }

const Relation* Ontology::relation(std::string_view name_of_it) const { return named(relations, name_of_it); }

const Vocabulary* Ontology::vocabulary(std::string_view name_of_it) const { return named(vocabularies, name_of_it); }

bool Ontology::is_a(std::string_view type_name, std::string_view ancestor) const {
  std::size_t steps = 0;
  for (const EntityType* one = type(type_name); one && steps <= types.size(); one = type(one->parent), ++steps)
    if (one->name == ancestor) return true;
  return false;
}

std::string Ontology::iri_of(std::string_view term) const {
  const std::size_t colon = term.find(':');
  const auto prefix = prefixes.find(std::string(term.substr(0, colon)));
  return prefix == prefixes.end() || colon == std::string_view::npos ? std::string(term) : prefix->second + std::string(term.substr(colon + 1));
}

bool Ontology::is_class(std::string_view type_name) const {
  return std::any_of(types.begin(), types.end(), [&](const EntityType& one) { return one.is_class && is_a(type_name, one.name); });
}

}  // namespace rxgraph
