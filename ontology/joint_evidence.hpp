#pragma once
#include <span>
#include <vector>

#include "base/values.hpp"

namespace rxgraph::ontology {

/// The evidence of what follows from several statements.
struct JointEvidence {
  std::vector<Evidence> evidence;  ///< Sorted.
  bool whole = false;              ///< Each of them is enough by itself; else only all of them together are.
};

/// The evidence of what follows from `premises` (never empty): each passage of the first that some document shares with all the
/// others, joined with their nearest passages there; or, where no document tells all of them, the first passage of each.
JointEvidence joint_evidence(std::span<const Statement* const> premises);

}  // namespace rxgraph::ontology
