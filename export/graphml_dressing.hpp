#pragma once
/// Strict GraphML with something added for one reader, such as how things are drawn.

#include <cstdint>
#include <functional>
#include <string>

#include "export/format.hpp"

namespace rxgraph::exporting {

/// What is added.
struct GraphmlDressing {
  std::string name_space;  ///< Attribute of <graphml>.
  std::string keys;        ///< Further <key> elements.
  std::function<void(std::string& out, const graph::Node& node, std::uint32_t number)> node;  ///< Appends to a node's data; nodes are numbered from 0 in the view's order.
  std::function<void(std::string& out, const graph::Edge& edge)> edge;                        ///< Appends to an edge's data.
};

/// Writes as `write_graphml` does, with `dressing`.
void write_dressed_graphml(const graph::GraphView& view, const ExportOptions& options, OutputSet& out, const GraphmlDressing& dressing);

}  // namespace rxgraph::exporting
