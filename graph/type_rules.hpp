#pragma once
/// How names of each type are compared, as the ontology says.

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "ontology/model.hpp"

namespace rxgraph::graph {

/// What holds for the names of one type.
struct TypeRule {
  bool party = false;   ///< Legal forms at the end do not matter: the type, or one above it, has a vocabulary of kind "legal_forms".
  bool plural = false;  ///< A plural "s" does not matter: its names are phrases, for it has a vocabulary of kind "heads".
  bool numbered = false; ///< Roman numerals in its names are numbers ("Phase II"): it has a vocabulary of kind "ranks".
  bool named = true;    ///< False for a Deal: things of this type are never joined.
  std::unordered_set<std::string> common_nouns;  ///< Normal forms that are no names: "antibody", "company".
};

/// The rules of all types of an ontology. A type that it does not declare has the plain rule.
class TypeRules {
 public:
  explicit TypeRules(const Ontology& ontology);
  const TypeRule& of(std::string_view type) const;

 private:
  std::map<std::string, TypeRule, std::less<>> rules_;
  TypeRule plain_;
};

/// The normal form of a name of a type with that rule.
std::string form_of(std::string_view name, const TypeRule& rule);

}  // namespace rxgraph::graph
