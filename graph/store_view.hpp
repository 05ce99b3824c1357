#pragma once
/// The graph of a store, streamed from its tables.

#include <memory>

#include "graph/sqlite.hpp"
#include "graph/view.hpp"

namespace rxgraph::graph {

/// A view that lasts as long as `database` and `ontology`. With `snapshot` it sees the store as it is now, whatever others write.
/// Throws UnknownName where `selection.from` is no node.
std::unique_ptr<GraphView> make_view(const Database& database, const Ontology& ontology, const Selection& selection, bool snapshot);

}  // namespace rxgraph::graph
