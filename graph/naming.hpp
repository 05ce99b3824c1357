#pragma once
/// What a resolved thing is called: its name, its aliases, its ids, its uid.

#include <cstdint>
#include <vector>

#include "graph/resolve.hpp"

namespace rxgraph::graph {

/// Sets node (without its uid) and short names of what the things `members` make together. Its name is the fullest name that most of its
/// filings give, counted by normal form and then by spelling; of equally frequent ones that which most filings use, then
/// the longest of at most 60 bytes, then the first in byte order. A name in capitals ("ACME BIOTECH INC") comes last.
void describe(ResolvedNode& resolved, const std::vector<Thing>& things, const std::vector<std::uint32_t>& members, const TypeRule& rule);

/// Gives each node "type/name" as its uid. Where several would have the same, the one of most filings (then of the
/// smallest hash) keeps it and the others get a hash of their things as a suffix; so do all nodes of types without names.
void give_uids(std::vector<ResolvedNode>& nodes, const std::vector<Thing>& things, const TypeRules& rules);

}  // namespace rxgraph::graph
