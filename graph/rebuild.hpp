#pragma once
/// Makes the derived tables from what the filings said.

#include "graph/sqlite.hpp"
#include "ontology/model.hpp"

namespace rxgraph::graph {

/// Makes the derived tables anew, in the transaction that is open.
void rebuild_tables(const Database& database, const Ontology& ontology);

}  // namespace rxgraph::graph
