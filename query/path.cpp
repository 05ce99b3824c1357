#include "query/path.hpp"

namespace rxgraph::query {
namespace {

/// The edges of a shortest path in the selected part of the graph.
std::optional<std::vector<std::pair<std::string, bool>>> walk(const graph::Store& store, const Ontology& ontology,
                                                              const graph::Selection& selection, std::string_view from, std::string_view to) {
  const graph::NamedGraph named = store.compressed(ontology, selection);
  const auto first = named.index_of(from);
  const auto last = named.index_of(to);
  if (!first || !last) return std::nullopt;
  const auto steps = named.graph.shortest_path(*first, *last);
  if (!steps) return std::nullopt;
  std::vector<std::pair<std::string, bool>> edges;
  for (const graph::Step& step : *steps) edges.emplace_back(named.edges[step.edge], step.forward);
  return edges;
}

}  // namespace

std::optional<std::vector<PathStep>> path(const graph::Store& store, const Ontology& ontology, std::string_view from, std::string_view to,
                                          const Scope& scope) {
  FactReader reader(store, scope);
  graph::Selection selection = selection_of(scope);
  for (const EntityType& type : ontology.types) {
    const bool asked_for = type.name == reader.thing(std::string(from)).type || type.name == reader.thing(std::string(to)).type;
    if (!ontology.is_class(type.name) || asked_for) selection.types.push_back(type.name);
  }
  auto edges = walk(store, ontology, selection, from, to);
  if (!edges) {
    selection.types.clear();
    edges = walk(store, ontology, selection, from, to);
  }
  if (!edges) return std::nullopt;
  std::vector<PathStep> steps;
  for (const auto& [uid, forward] : *edges) {
    if (std::optional<graph::Edge> edge = store.edge(uid)) steps.push_back({reader.fact(std::move(*edge)), forward});
  }
  return steps;
}

}  // namespace rxgraph::query
