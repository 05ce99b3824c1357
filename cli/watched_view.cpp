#include "cli/watched_view.hpp"

namespace rxgraph::cli {

void WatchedView::for_each_filing(const std::function<void(const Filing&)>& each) const {
  view_.for_each_filing([&](const Filing& filing) {
    if (interrupt_.seen()) throw Interrupted();
    each(filing);
  });
}

void WatchedView::for_each_node(const std::function<void(const graph::Node&)>& each) const {
  nodes_ = 0;
  edges_ = 0;
  view_.for_each_node([&](const graph::Node& node) {
    if (interrupt_.seen()) throw Interrupted();
    nodes_.fetch_add(1, std::memory_order_relaxed);
    each(node);
  });
}

void WatchedView::for_each_edge(const std::function<void(const graph::Edge&)>& each) const {
  edges_ = 0;
  view_.for_each_edge([&](const graph::Edge& edge) {
    if (interrupt_.seen()) throw Interrupted();
    edges_.fetch_add(1, std::memory_order_relaxed);
    each(edge);
  });
}

Progress progress_over(Report& report, const char* what, const WatchedView& view, std::uint64_t total) {
  return Progress(report, what, [&view, total] {
    Advance advance;
    advance.items = view.nodes() + view.edges();
    advance.total_items = total;
    advance.in_items = true;
    advance.one = "node or edge";
    advance.many = "nodes and edges";
    return advance;
  });
}

}  // namespace rxgraph::cli
