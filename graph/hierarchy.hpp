#pragma once
/// What is a kind of what, over the whole graph.

#include <vector>

#include "graph/merge.hpp"
#include "graph/sqlite.hpp"

namespace rxgraph::graph {

/// The statements of the hierarchies of `ontology`: from each thing that facts are about to the nearest things of which it is a kind, by
/// its name (see `NameTaker`: the same core, fewer modifiers; of an abbreviation, by its other names) or by the broader terms that a loaded vocabulary gave it. A
/// thing that is a kind of another which is a kind of a third is not joined to the third. Two that would each be a kind of the other
/// are not joined at all. Ends have the uids of nodes as their ids; evidence is a passage that names the narrower thing, where one of the
/// first facts about it has one. Sorted. Time is linear in names and, for each name, in the subsets of up to six modifiers.
std::vector<Statement> derive_hierarchy(const Database& database, const std::vector<MergedEdge>& edges, const std::vector<Said>& said,
                                        const std::vector<Thing>& things, const Resolution& resolution, const Ontology& ontology, const TypeRules& rules);

/// Which nodes of one type are kinds of which others.
struct Kinship {
  std::uint32_t narrower = 0;  ///< Index of a node.
  std::uint32_t broader = 0;
  bool by_name = false;        ///< Else by a vocabulary alone.

  friend auto operator<=>(const Kinship&, const Kinship&) = default;
};

/// The nearest kinships from the nodes of `type` that `active` marks, sorted: what `derive_hierarchy` tells, without its evidence.
std::vector<Kinship> kinships(std::string_view type, const std::vector<bool>& active, const std::vector<Thing>& things, const Resolution& resolution,
                              const Ontology& ontology, const TypeRules& rules);

}  // namespace rxgraph::graph
