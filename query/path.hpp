#pragma once
/// How two things hang together.

#include <optional>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"
#include "query/facts.hpp"

namespace rxgraph::query {

/// A step of a path.
struct PathStep {
  Fact fact;
  bool forward = true;  ///< From its subject to its object.

  friend auto operator<=>(const PathStep&, const PathStep&) = default;
};

/// A shortest path between two nodes, edges walked either way, not through things of types that are
/// classes unless there is no other; empty where both are one; nothing where there is none. Builds the graph: time linear in it.
std::optional<std::vector<PathStep>> path(const graph::Store& store, const Ontology& ontology, std::string_view from, std::string_view to,
                                          const Scope& scope);

}  // namespace rxgraph::query
