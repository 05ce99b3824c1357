#pragma once
/// "approved in May for D, in June for E and in July for F": a verb that is said of several days in turn. Internal to the matcher.

#include <cstdint>
#include <vector>

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// A verb group and, for each of its days, the prepositional groups that are said of that day or of all of them.
struct DatedVerb {
  std::uint32_t verb = 0;
  std::vector<AttachedList> parts;  ///< Two at least.
};

/// The verbs of `scene` that list days, each with phrases of its own behind it. Allocates nothing where no verb does.
std::vector<DatedVerb> dated_verbs(const Scene& scene);

}  // namespace rxgraph::ingest::facts
