#pragma once
/// A graph over vectors, for tests and measures of exports.

#include <algorithm>
#include <tuple>

#include "graph/view.hpp"

namespace rxgraph::exporting {

/// Holds what it shows. `sort()` puts it in the order that a view promises.
class VectorView : public graph::GraphView {
 public:
  Ontology terms;
  std::vector<Filing> filings;
  std::vector<graph::Node> nodes;
  std::vector<graph::Edge> edges;

  void sort() {
    std::sort(filings.begin(), filings.end(), [](const Filing& a, const Filing& b) { return a.key < b.key; });
    std::sort(nodes.begin(), nodes.end(), [](const graph::Node& a, const graph::Node& b) { return a.uid < b.uid; });
    std::sort(edges.begin(), edges.end(), [](const graph::Edge& a, const graph::Edge& b) {
      return std::tie(a.source, a.relation, a.target, a.uid) < std::tie(b.source, b.relation, b.target, b.uid);
    });
  }

  const Ontology& ontology() const override { return terms; }
  void for_each_filing(const std::function<void(const Filing&)>& each) const override {
    for (const Filing& filing : filings) each(filing);
  }
  void for_each_node(const std::function<void(const graph::Node&)>& each) const override {
    for (const graph::Node& node : nodes) each(node);
  }
  void for_each_edge(const std::function<void(const graph::Edge&)>& each) const override {
    for (const graph::Edge& edge : edges) each(edge);
  }
};

}  // namespace rxgraph::exporting
