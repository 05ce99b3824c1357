#pragma once
/// Which types of things a sentence can give to a frame at all: most triggers are told by it to come to nothing. Internal to the matcher.

#include "ingest/facts/frames.hpp"

namespace rxgraph::ingest::facts {

/// The types of things that a sentence can give.
struct Reach {
  TypeSet named;    ///< Of all that may fill a slot.
  TypeSet implied;  ///< Of all that the headings and sentences above may give to a frame that lacks one end.
  bool unknown = false;  ///< A name of unknown type may fill one end, where a sure thing fills the other.
};

/// What may fill a slot in `scene`: what its mentions name, what its common nouns and pronouns may refer back to, the speaker, the parties
/// that an agreement calls by a role. A name of unknown type counts where `guessing`.
/// It errs on the side of too many: a new way to find a filler must be covered here, which the test that `explain` finds what `extract` states guards.
Reach reach_of(const Scene& scene, bool guessing);

/// False if what is in `reach` lacks an end of a relation's `frame`. With `may_imply` an end may be one that the frame does not look for.
bool may_hold(const CompiledFrame& frame, const Reach& reach, bool may_imply);

}  // namespace rxgraph::ingest::facts
