#pragma once
/// Names that are phrases, taken apart: what is meant, and the modifiers that narrow it.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/type_rules.hpp"

namespace rxgraph::graph {

/// "HER2-positive metastatic breast cancer" is a "cancer" with the modifiers "breast", "her2 positive" and "metastatic".
struct NameParts {
  std::string core;                    ///< Normal form of what is left; never empty for a name with a letter or digit.
  std::vector<std::string> modifiers;  ///< Sorted, each once. Alternatives ("relapsed or refractory") are one: "refractory|relapsed".

  friend auto operator<=>(const NameParts&, const NameParts&) = default;
};

/// Takes names of one type apart, by what the ontology's vocabularies declare for it: modifiers, endings of modifiers, and what may be said of a
/// target ("positive"). A word that none of them knows ends the modifiers: "Duchenne muscular dystrophy" is all core. What stands behind
/// "of" counts as before: "cancer of the breast". Const and thread safe.
class NameTaker {
 public:
  /// Nothing of `ontology` is kept.
  NameTaker(const Ontology& ontology, std::string_view type, const TypeRule& rule);

  NameParts parts_of(std::string_view name) const;

 private:
  /// A word, or a part of one that hyphens join.
  struct Atom {
    std::string text;
    bool joined = false;  ///< With the one before it.
  };
  using Atoms = std::vector<Atom>;

  static Atoms atoms_of(std::string_view name);
  static std::string text_of(const Atoms& atoms, std::size_t first, std::size_t last);
  static std::size_t word_end(const Atoms& atoms, std::size_t first);
  bool is_joint(const Atom& atom) const;
  bool has_suffix(const std::string& word) const;
  std::size_t known_end(const Atoms& atoms, std::size_t first) const;
  std::size_t modifier_end(const Atoms& atoms, std::size_t first) const;
  std::size_t take(const Atoms& atoms, std::size_t first, std::set<std::string>& modifiers) const;
  std::size_t take_behind(const Atoms& atoms, std::size_t first, std::set<std::string>& modifiers) const;

  TypeRule rule_;
  std::set<std::string, std::less<>> modifiers_;  ///< Atoms joined by blanks.
  std::size_t longest_ = 0;                       ///< Atoms of the longest.
  std::vector<std::string> suffixes_;
  std::set<std::string, std::less<>> states_;
  std::set<std::string, std::less<>> joints_;     ///< "and", "or", ","
};

}  // namespace rxgraph::graph
