#include "graph/compressed.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <stdexcept>

namespace rxgraph::graph {
namespace {

/// One direction of an edge.
struct Arc {
  std::uint32_t edge_and_way = 0;  ///< Twice the index of the edge, and one if it is walked from target to source.
};

// Both directions of every edge are arcs, so that Boost's algorithms on directed graphs walk it either way, and strong
// components are connected components.
using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc, boost::no_property, std::uint32_t,
                                                std::uint32_t>;
using Vertex = boost::graph_traits<Rows>::vertex_descriptor;
using RowEdge = boost::graph_traits<Rows>::edge_descriptor;

/// Thrown by a visitor to end a search.
struct Done {};

/// Notes how each vertex was reached.
class PathVisitor : public boost::default_bfs_visitor {
 public:
  PathVisitor(std::vector<Step>& steps, std::vector<Vertex>& before, Vertex to) : steps_(&steps), before_(&before), to_(to) {}

  void tree_edge(RowEdge edge, const Rows& rows) const {
    const Vertex reached = boost::target(edge, rows);
    const std::uint32_t arc = rows[edge].edge_and_way;
    (*steps_)[reached] = {arc / 2, arc % 2 == 0, reached};
    (*before_)[reached] = boost::source(edge, rows);
    if (reached == to_) throw Done();
  }

 private:
  std::vector<Step>* steps_;
  std::vector<Vertex>* before_;
  Vertex to_;
};

/// Counts distances and ends where the limit is passed.
class DistanceVisitor : public boost::default_bfs_visitor {
 public:
  DistanceVisitor(std::vector<std::uint32_t>& distances, std::uint32_t limit) : distances_(&distances), limit_(limit) {}

  void examine_vertex(Vertex vertex, const Rows&) const {
    if ((*distances_)[vertex] >= limit_) throw Done();  // Vertices come by distance: no later one is nearer.
  }
  void tree_edge(RowEdge edge, const Rows& rows) const {
    (*distances_)[boost::target(edge, rows)] = (*distances_)[boost::source(edge, rows)] + 1;
  }

 private:
  std::vector<std::uint32_t>* distances_;
  std::uint32_t limit_;
};

template <typename Visitor>
void search(const Rows& rows, std::uint32_t from, Visitor visitor) {
  try {
    boost::breadth_first_search(rows, from, boost::visitor(visitor));
  } catch (const Done&) {
  }
}

}  // namespace

struct CompressedGraph::Impl {
  Rows rows;
  std::uint32_t edges = 0;
};

CompressedGraph::CompressedGraph(std::uint32_t nodes, std::span<const Ends> edges) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<Arc> arcs;
  ends.reserve(2 * edges.size());
  arcs.reserve(2 * edges.size());
  for (std::uint32_t i = 0; i < edges.size(); ++i) {
    if (edges[i].source >= nodes || edges[i].target >= nodes) throw std::out_of_range("an edge ends at no node");
    ends.emplace_back(edges[i].source, edges[i].target);
    arcs.push_back({2 * i});
    ends.emplace_back(edges[i].target, edges[i].source);
    arcs.push_back({2 * i + 1});
  }
  auto impl = std::make_unique<Impl>();
  impl->rows = Rows(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), arcs.begin(), nodes);
  impl->edges = static_cast<std::uint32_t>(edges.size());
  impl_ = std::move(impl);
}

CompressedGraph::CompressedGraph(CompressedGraph&&) noexcept = default;
CompressedGraph& CompressedGraph::operator=(CompressedGraph&&) noexcept = default;
CompressedGraph::~CompressedGraph() = default;

std::uint32_t CompressedGraph::nodes() const noexcept { return static_cast<std::uint32_t>(boost::num_vertices(impl_->rows)); }
std::uint32_t CompressedGraph::edges() const noexcept { return impl_->edges; }

std::uint32_t CompressedGraph::degree(std::uint32_t node) const {
  return static_cast<std::uint32_t>(boost::out_degree(node, impl_->rows));
}

std::optional<std::vector<Step>> CompressedGraph::shortest_path(std::uint32_t from, std::uint32_t to) const {
  if (from == to) return std::vector<Step>();
  std::vector<Step> steps(nodes(), Step{0, true, unreached});
  std::vector<Vertex> before(nodes());
  search(impl_->rows, from, PathVisitor(steps, before, to));
  if (steps[to].node == unreached) return std::nullopt;
  std::vector<Step> path;
  for (Vertex at = to; at != from; at = before[at]) path.push_back(steps[at]);
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<std::uint32_t> CompressedGraph::distances(std::uint32_t from, std::uint32_t limit) const {
  std::vector<std::uint32_t> found(nodes(), unreached);
  found[from] = 0;
  search(impl_->rows, from, DistanceVisitor(found, limit));
  return found;
}

std::uint32_t CompressedGraph::components() const {
  if (nodes() == 0) return 0;
  std::vector<std::uint32_t> component(nodes());
  const auto map = boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, impl_->rows));
  return static_cast<std::uint32_t>(boost::strong_components(impl_->rows, map));
}

std::optional<std::uint32_t> NamedGraph::index_of(std::string_view uid) const {
  const auto found = std::lower_bound(nodes.begin(), nodes.end(), uid);
  if (found == nodes.end() || *found != uid) return std::nullopt;
  return static_cast<std::uint32_t>(found - nodes.begin());
}

NamedGraph compress(const GraphView& view) {
  NamedGraph named{{}, {}, CompressedGraph(0, {})};
  view.for_each_node([&](const Node& node) { named.nodes.push_back(node.uid); });
  std::vector<Ends> ends;
  view.for_each_edge([&](const Edge& edge) {
    ends.push_back({named.index_of(edge.source).value(), named.index_of(edge.target).value()});
    named.edges.push_back(edge.uid);
  });
  named.graph = CompressedGraph(static_cast<std::uint32_t>(named.nodes.size()), ends);
  return named;
}

}  // namespace rxgraph::graph
