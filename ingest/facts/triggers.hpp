#pragma once
/// Which words trigger a frame. Internal to the matcher.

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// One past the common noun straight before the name that heads `group` ("the BCL-2 inhibitor navitoclax"); the group's begin where there is none.
std::uint32_t inner_noun_end(const Scene& scene, const Group& group);

/// True if the words of `group` trigger `frame`: for verbs its lemma and the words after it, for nouns the words up to `end`,
/// which is one past the trigger's last token.
bool triggered(const Scene& scene, const CompiledFrame& frame, const Group& group, std::uint32_t end);

}  // namespace rxgraph::ingest::facts
