#pragma once
/// Deals of which a sentence names one side only, and where the other side comes from.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "ingest/facts/agreements.hpp"

namespace rxgraph::ingest::facts {

/// A deal before its parties are complete.
struct PartialDeal {
  Candidate candidate;
  const CompiledFrame* frame = nullptr;
  std::uint32_t group = 0;                ///< What triggered it.
  std::uint32_t noun = 0;                 ///< The noun group that the frame speaks of.
  std::vector<const CompiledSlot*> open;  ///< Slots of parties that stayed empty, one a role.
  bool joined = false;                    ///< The filer has joined the one party that its frame names.
};

/// The slots of `frame`, nested ones too, that admit parties and whose role `roles` leaves empty.
std::vector<const CompiledSlot*> open_parties(const CompiledFrame& frame, const std::map<std::string, std::vector<Filler>>& roles, const FilingMemory& memory);

/// True if the frame has one slot for parties and it stands at "with": those named there are all of one side, and the filer's agreement is meant.
bool names_one_side(const CompiledFrame& frame);

/// Gives the deals in `partial` the party that stands opposite to theirs: in an agreement that the sentence itself tells
/// of (`told`), else in the one that the sentences before were about. A deal that lacks both sides, or could mean either, stays as it is.
void complete_deals(const Scene& scene, std::span<const Candidate> told, std::vector<PartialDeal>& partial);

}  // namespace rxgraph::ingest::facts
