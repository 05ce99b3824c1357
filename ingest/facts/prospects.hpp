#pragma once
/// Whether a sentence says that something is so, or only that it may come, is sought or depends on something. Internal to the matcher.

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// The mood of `verb`, or the one that it gives to the noun group `g` where it acts on that: "seeks approval", "a trial is planned",
/// "filed for approval". `g` may be `verb` itself. What stands under "if" is no surer than possible.
Mood mood_at(const Scene& scene, std::uint32_t g, std::uint32_t verb);

/// True if "if" or the like opens the clause of the group `g`: no finite verb stands between.
bool is_conditional(const Scene& scene, std::uint32_t g);

/// True where "as if" opens what the group `g` and the verb that governs it (or `no_group`) tell: "results as if A had been acquired on 1 January"; or where the
/// verb says that it did not come to that: "A would have acquired B".
bool is_imagined(const Scene& scene, std::uint32_t g, std::int32_t verb);

/// True where nobody vouches for what the verb group `verb` tells: "no assurance that A will acquire B", "whether A will acquire B".
bool is_doubted(const Scene& scene, std::uint32_t verb);

/// True where the noun or verb group `g` tells a purpose or what something else waits for: "prior to approval of X", "necessary for obtaining approval". `verb` is the verb that governs it, or `no_group`.
bool is_prospective(const Scene& scene, std::uint32_t g, std::int32_t verb);

/// True if the noun group or verb `noun` tells that a trial may begin rather than that a drug may be sold: "clearance of our IND", "CTA approval", "approved a trial".
bool clears_trial(const Scene& scene, std::uint32_t noun);

/// "its planned acquisition of A": a word of the noun group `g` says that it is yet to come.
bool is_intended(const Scene& scene, std::uint32_t g);

/// True where the noun group `g` or what the verb group `verb` acts on is "data" or the like that somebody expects or will report, or enrolment that
/// somebody will complete: that says nothing of when the trial is.
bool is_awaited(const Scene& scene, std::uint32_t g, std::uint32_t verb);

/// "an add-on to X", "as an adjunct to X": the noun group `g` is what another thing is added to.
bool is_added_to(const Scene& scene, std::uint32_t g);

}  // namespace rxgraph::ingest::facts
