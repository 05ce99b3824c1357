#pragma once
/// What a frame found for its slots, on the way to a statement. Internal to the matcher.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// What the slots of one frame were filled with.
struct Filled {
  std::vector<Filler> subjects;
  std::vector<Filler> objects;
  std::map<std::string, std::vector<Filler>> roles;       ///< Deal roles.
  std::map<std::string, std::vector<Filler>> qualifiers;
  std::vector<const Qualifiers*> sets;                    ///< Constants of the frame and of its nested frames.
  std::string missing;                                    ///< The first required slot that stayed empty.
  std::uint32_t noun = 0;                                 ///< The noun group that the frame, or the last nested one, speaks of.
};

/// True if one of the qualifiers stands between two of the objects: "in a Phase 3 trial in D and in Phase 2 trials in E".
bool stand_apart(const std::vector<Filler>& objects, const std::map<std::string, std::vector<Filler>>& qualifiers);

/// Leaves out of `qualifiers` what stands behind another of the `objects` than `object`, where they stand apart.
void keep_said_of(const Filler& object, const std::vector<Filler>& objects, std::map<std::string, std::vector<Filler>>& qualifiers);

/// Gives the qualifier `name` the value, unless it has it.
void add_value(Qualifiers& qualifiers, const std::string& name, const Value& value);

/// The qualifiers of what `frame` states: what its slots were filled with goes before what it supposes. Appends to `context` the passages outside the
/// sentence that they need.
Qualifiers qualifiers_of(const Scene& scene, const CompiledFrame& frame, const Filled& filled, std::vector<TextRange>& context);

}  // namespace rxgraph::ingest::facts
