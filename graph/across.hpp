#pragma once
/// What follows from several filings together.

#include <vector>

#include "graph/merge.hpp"
#include "graph/sqlite.hpp"

namespace rxgraph::graph {

/// What the derivations of `ontology` give over `edges`, apart from what the edges say. Ends have the uids of nodes as
/// their ids. Facts about things of types without names (deals) are left out: such a thing is of one filing, where the
/// reader has derived what follows.
std::vector<Statement> derive_across(const Database& database, const std::vector<MergedEdge>& edges, const std::vector<Said>& said,
                                     const std::vector<ResolvedNode>& nodes, const Ontology& ontology, const TypeRules& rules);

}  // namespace rxgraph::graph
