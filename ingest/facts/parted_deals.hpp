#pragma once
/// One sentence that tells of several deals at once: who has what part in which. Internal to the matcher.

#include <vector>

#include "ingest/facts/filled.hpp"

namespace rxgraph::ingest::facts {

/// True if the value is a day, a month or a year.
bool is_day(const Value& value);

/// What `filled` tells, one for each deal; `filled` alone where it tells of one:
/// - "agreements with A and B": a plural with a list of parties tells of one deal with each.
/// - "bought A on one day and B on another": each of as many fillers of a role as there are days has the day behind it.
/// - "licensed X to A in Japan and to B in Europe": what stands behind one of several is said of that one.
/// - "A and B granted each other licenses": two that have two roles alike have them in turn.
std::vector<Filled> parted_deals(const Scene& scene, const Filled& filled);

}  // namespace rxgraph::ingest::facts
