#pragma once
/// A graph on its way out: counted, and left on Ctrl-C.

#include <atomic>
#include <cstdint>

#include "cli/interrupt.hpp"
#include "cli/report.hpp"
#include "graph/view.hpp"

namespace rxgraph::cli {

/// Passes a view on; ends with `Interrupted` on Ctrl-C, so that nothing half written is left behind. The counts may be read
/// from another thread.
class WatchedView : public graph::GraphView {
 public:
  /// Both must outlive it.
  WatchedView(const graph::GraphView& view, const InterruptWatch& interrupt) : view_(view), interrupt_(interrupt) {}

  const Ontology& ontology() const override { return view_.ontology(); }
  void for_each_filing(const std::function<void(const Filing&)>& each) const override;
  void for_each_node(const std::function<void(const graph::Node&)>& each) const override;
  void for_each_edge(const std::function<void(const graph::Edge&)>& each) const override;

  /// Of the last pass, or of the one under way.
  std::uint64_t nodes() const noexcept { return nodes_; }
  std::uint64_t edges() const noexcept { return edges_; }

 private:
  const graph::GraphView& view_;
  const InterruptWatch& interrupt_;
  mutable std::atomic<std::uint64_t> nodes_ = 0;
  mutable std::atomic<std::uint64_t> edges_ = 0;
};

/// A bar over what has passed of `view`, anew for each pass over it. `total` in nodes and edges; 0 where it is unknown.
Progress progress_over(Report& report, const char* what, const WatchedView& view, std::uint64_t total);

}  // namespace rxgraph::cli
