#pragma once
/// What a sentence denies, and what it takes for granted in spite of that. Internal to the matcher.

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// True if what the verb group `verb` tells is denied by the words around it: nobody does it ("neither A nor its affiliates shall sell X"), what it depends
/// on is denied ("has no intention to stop"), or it has come to its end ("is no longer obliged to pay"). Its own "not" is `Group::negated`.
bool is_denied_around(const Scene& scene, std::uint32_t verb);

/// True if the fact that `frame` reads in the noun group `g` holds although the verb group `verb` that governs it is negated. "did not approve the company's
/// application for X": what was decided on is there, whatever was decided. "X did not meet the endpoint in the Phase 2 trial": there was one. "X plus Y
/// did not improve survival": they were tried together.
bool is_presupposed(const Scene& scene, const CompiledFrame& frame, std::uint32_t g, std::uint32_t verb);

}  // namespace rxgraph::ingest::facts
