#pragma once
/// A merged graph into the tables as it is: ids kept, nothing resolved or merged anew.

#include "graph/sqlite.hpp"
#include "graph/whole_graph.hpp"
#include "ontology/model.hpp"

namespace rxgraph::graph {

/// Fills the tables of an empty store: each filing says what its passages are evidence for. Needs an open transaction.
/// Throws StoreError where an edge has no evidence or no ends.
void restore_tables(const Database& database, const WholeGraph& graph, const Ontology& ontology);

}  // namespace rxgraph::graph
