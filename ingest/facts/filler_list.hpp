#pragma once
/// What the parts of FillerFinder share. Internal to them.

#include <algorithm>
#include <utility>
#include <vector>

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

constexpr int deepest = 4;  ///< Carriers and appositions followed in a row.

/// Adds `one` to `list`, weighed; of two fillers that are the same the surer stays.
inline void append(std::vector<Filler>& list, Filler one, float weight) {
  one.confidence *= weight;
  const auto same = std::find_if(list.begin(), list.end(), [&](const Filler& f) { return f.entity == one.entity && (f.entity != no_entity || f.value == one.value); });
  if (same == list.end()) {
    list.push_back(std::move(one));
  } else if (one.confidence > same->confidence) {
    *same = std::move(one);
  }
}

/// The same of several.
inline void append(std::vector<Filler>& list, std::vector<Filler> more, float weight) {
  if (list.empty() && more.size() == 1) {  // Mostly so.
    list = std::move(more);
    list.front().confidence *= weight;
    return;
  }
  for (Filler& filler : more) append(list, std::move(filler), weight);
}

/// What the discourse takes a word for, as a filler.
inline Filler of_denoted(const Denoted& denoted) {
  Filler filler;
  filler.entity = denoted.entity;
  filler.confidence = denoted.confidence;
  filler.context = denoted.context;
  filler.direct = denoted.direct;
  return filler;
}

}  // namespace rxgraph::ingest::facts
