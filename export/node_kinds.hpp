#pragma once
/// Which type each node has, for formats whose edges must say how their ends are found.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "export/property_plan.hpp"

namespace rxgraph::exporting {

/// Remembers the kind of each node by its uid: some 80 bytes a node.
class NodeKinds {
 public:
  explicit NodeKinds(const PropertyPlan& plan) : plan_(plan) {}

  /// Notes `node`; returns its kind, which lives as long as the plan.
  const PropertyPlan::NodeKind& add(const graph::Node& node) {
    const PropertyPlan::NodeKind& kind = plan_.nodes.find(node.type)->second;
    kinds_.emplace(node.uid, &kind);
    return kind;
  }

  /// The kind of the node `uid`. Throws std::logic_error where none was added.
  const PropertyPlan::NodeKind& of(const std::string& uid) const {
    const auto found = kinds_.find(uid);
    if (found == kinds_.end()) throw std::logic_error("an edge of the view ends at " + uid + ", which is not among its nodes");
    return *found->second;
  }

 private:
  const PropertyPlan& plan_;
  std::unordered_map<std::string, const PropertyPlan::NodeKind*> kinds_;
};

}  // namespace rxgraph::exporting
