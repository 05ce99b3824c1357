#pragma once
/// Which type each node has, for formats whose edges must say how their ends are found.

#include <cstdint>
#include <string>
#include <vector>

#include "export/name_numbers.hpp"
#include "export/property_plan.hpp"

namespace rxgraph::exporting {

/// Remembers the kind of each node by its uid: some 60 bytes a node.
class NodeKinds {
 public:
  explicit NodeKinds(const PropertyPlan& plan) : plan_(plan) {}

  /// Notes `node`; returns its kind, which lives as long as the plan.
  const PropertyPlan::NodeKind& add(const graph::Node& node) {
    const PropertyPlan::NodeKind& kind = plan_.nodes.find(node.type)->second;
    if (uids_.add(node.uid) == kinds_.size()) kinds_.push_back(&kind);
    return kind;
  }

  /// The kind of the node `uid`. Throws std::logic_error where none was added.
  const PropertyPlan::NodeKind& of(const std::string& uid) const { return *kinds_[uids_.at(uid)]; }

 private:
  const PropertyPlan& plan_;
  NameNumbers uids_;
  std::vector<const PropertyPlan::NodeKind*> kinds_;  ///< By number.
};

}  // namespace rxgraph::exporting
