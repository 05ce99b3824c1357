#pragma once
/// A merged graph in memory, as an export tells it.

#include <vector>

#include "graph/view.hpp"

namespace rxgraph::graph {

/// Everything that a view shows, in its order.
struct WholeGraph {
  std::vector<Filing> filings;
  std::vector<Node> nodes;
  std::vector<Edge> edges;  ///< Each with all its evidence.
};

}  // namespace rxgraph::graph
