#pragma once
/// Things that are one thing: a union-find that knows contradictions.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/resolve.hpp"

namespace rxgraph::graph {

/// Clusters of things, named by their smallest index.
class Clusters {
 public:
  Clusters(const std::vector<Thing>& things, const TypeRules& rules);

  /// The cluster of a thing.
  std::uint32_t of(std::uint32_t thing) const;

  /// Joins the clusters of `things` where nothing stands against it. Where some contradict each other, those of
  /// equal marks (the same CIK, the same family of law) are joined, and those without marks; no others.
  /// Returns true if any were joined.
  bool join(const std::vector<std::uint32_t>& things, const std::string& reason);

  /// Tells the things of each side from those of the others, for good. Before any join. `mark` tells it from other such calls.
  void tell_apart(const std::vector<std::vector<std::uint32_t>>& sides, const std::string& mark);

  /// Joins the clusters of `things` whatever their ids and legal forms say; only what is told apart stays so.
  void force(const std::vector<std::uint32_t>& things, const std::string& reason);

  /// Why the thing's cluster of that moment was joined to a smaller one; empty if it was not.
  const std::string& reason(std::uint32_t thing) const { return reasons_[thing]; }

 private:
  /// What a cluster is known by, and what it must not have two of.
  struct Marks {
    std::map<std::string, std::set<std::string>> ids;  ///< Of registries that give a thing one id; several where a person has joined them.
    std::map<std::string, std::set<std::string>> sides;  ///< By mark of `tell_apart`.
    unsigned families = 0;                   ///< Bits: families of law of its legal forms.
  };

  static bool are_apart(const Marks& one, const Marks& other);
  void unite(std::uint32_t first, std::uint32_t second, const std::string& reason);

  mutable std::vector<std::uint32_t> parent_;
  std::vector<Marks> marks_;
  std::vector<std::string> reasons_;
};

}  // namespace rxgraph::graph
