#pragma once
/// "approved in May for D, in June for E and by A in July for F": a verb that is said of several days in turn. Internal to the matcher.

#include <cstdint>
#include <vector>

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// What is said of one of the days, or of all of them.
struct DatedPart {
  AttachedList agents;
  AttachedList prepositional;
};

/// A verb group and what is said of each of its days.
struct DatedVerb {
  std::uint32_t verb = 0;
  std::vector<DatedPart> parts;  ///< Two at least.
};

/// The verbs of `scene` that list days, each with phrases of its own behind it. Allocates nothing where no verb does.
std::vector<DatedVerb> dated_verbs(const Scene& scene);

}  // namespace rxgraph::ingest::facts
