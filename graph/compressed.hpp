#pragma once
/// The whole graph in compressed rows, for questions that walk it. Boost stays behind this header.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/view.hpp"

namespace rxgraph::graph {

/// An edge of a CompressedGraph: indices of its ends.
struct Ends {
  std::uint32_t source = 0;
  std::uint32_t target = 0;

  friend auto operator<=>(const Ends&, const Ends&) = default;
};

/// A step of a walk.
struct Step {
  std::uint32_t edge = 0;   ///< Index.
  bool forward = true;      ///< From its source to its target.
  std::uint32_t node = 0;   ///< Index of the node it leads to.

  friend auto operator<=>(const Step&, const Step&) = default;
};

/// An immutable graph of up to 2^32 - 2 nodes and 2^31 - 1 edges that is walked both ways; parallel edges are kept. Eight
/// bytes a direction of an edge. Nodes and edges are indices in the order they were given.
class CompressedGraph {
 public:
  CompressedGraph(std::uint32_t nodes, std::span<const Ends> edges);
  CompressedGraph(CompressedGraph&&) noexcept;
  CompressedGraph& operator=(CompressedGraph&&) noexcept;
  ~CompressedGraph();

  std::uint32_t nodes() const noexcept;
  std::uint32_t edges() const noexcept;

  /// Edges at `node`, parallel ones each, a loop twice.
  std::uint32_t degree(std::uint32_t node) const;

  /// The steps of a shortest walk, of several always the same; empty where both are one node, nothing where
  /// there is none. Linear in the size of the graph.
  std::optional<std::vector<Step>> shortest_path(std::uint32_t from, std::uint32_t to) const;

  /// The distance of every node from `from`, `unreached` where it is more than `limit`.
  std::vector<std::uint32_t> distances(std::uint32_t from, std::uint32_t limit) const;
  static constexpr std::uint32_t unreached = 0xffffffff;

  /// How many parts hang together.
  std::uint32_t components() const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

/// A CompressedGraph whose nodes and edges are known by uid.
struct NamedGraph {
  std::vector<std::string> nodes;  ///< uids, sorted: the index of a node is its place.
  std::vector<std::string> edges;  ///< uids, in the view's order.
  CompressedGraph graph;

  /// The index of the node `uid`.
  std::optional<std::uint32_t> index_of(std::string_view uid) const;
};

/// The graph of a view.
NamedGraph compress(const GraphView& view);

}  // namespace rxgraph::graph
