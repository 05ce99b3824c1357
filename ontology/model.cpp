#include "ontology/model.hpp"

#include <algorithm>

namespace rxgraph {

namespace {

template <class Named>
const Named* named(const std::vector<Named>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [name](const Named& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const QualifierType* Relation::qualifier(std::string_view name_of_it) const { return named(qualifiers, name_of_it); }

const EntityType* Ontology::type(std::string_view name_of_it) const { return named(types, name_of_it); }

const Relation* Ontology::relation(std::string_view name_of_it) const { return named(relations, name_of_it); }

const Vocabulary* Ontology::vocabulary(std::string_view name_of_it) const { return named(vocabularies, name_of_it); }

bool Ontology::is_a(std::string_view type_name, std::string_view ancestor) const {
  std::size_t steps = 0;
  for (const EntityType* one = type(type_name); one && steps <= types.size(); one = type(one->parent), ++steps)
    if (one->name == ancestor) return true;
  return false;
}

}  // namespace rxgraph
