#pragma once
/// Which types of things a sentence can give to a frame at all: most triggers are told by it to come to nothing. Internal to the matcher.

#include "ingest/facts/frames.hpp"

namespace rxgraph::ingest::facts {

/// The types of all that may fill a slot in `scene`: what its mentions name, what its common nouns may refer back to, the speaker and the parties
/// that an agreement calls by a role; every type where a pronoun stands. A name of unknown type counts as of every type where `guessing`.
/// It errs on the side of too many: a new way to find a filler must be covered here, which the test that `explain` finds what `extract` states guards.
TypeSet reachable_types(const Scene& scene, bool guessing);

/// False if a sentence that gives `types` lacks an end of a relation's `frame`. Where `one_end` is enough the context may give the other.
bool may_hold(const CompiledFrame& frame, const TypeSet& types, bool one_end);

}  // namespace rxgraph::ingest::facts
