#pragma once
/// What an agreement obliges its parties to do with what it calls by terms of its own. Internal to the matcher.

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// "have Manufactured": true for a verb group that an agreement defines, as its capital tells.
bool is_defined_verb(const Scene& scene, std::uint32_t g);

/// True for a frame whose facts may be duties: a verb tells that one who may be a party to an agreement does something lasting.
bool may_be_duty(const Scene& scene, const CompiledFrame& frame);

/// "shall have the sole right and responsibility to sell the Products": true if the verb group `g` is what somebody has the right or the obligation to do.
bool is_by_right(const Scene& scene, std::uint32_t g);

/// "granted A a license to make and to sell X": true if the verb group `g` is what a right or a license allows, whoever was given it,
/// and nothing obliges him to.
bool is_only_allowed(const Scene& scene, std::uint32_t g);

}  // namespace rxgraph::ingest::facts
