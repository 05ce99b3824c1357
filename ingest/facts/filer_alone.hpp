#pragma once
/// Who is meant where a sentence says what was done with a thing and leaves out by whom. Internal to the matcher.

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// True if the filer may be who acts at group `g`: the filing has a speaker, the sentence names no other party nor a kind of one ("a licensee"), and
/// nobody stands where the verb has its agent; with `nests` a noun that the frame wants may. "Royalties on sales of X" are paid by somebody else.
bool filer_alone(const Scene& scene, std::uint32_t g, bool nests);

/// True if the sentence speaks of the filer's own business without saying so: of a part of it ("products of the segment"), of its accounts ("net product
/// revenue"), of what moved its figures ("rose 12% on higher demand") or between which periods they moved ("compared to"). Linear in the sentence.
bool speaks_of_own_business(const Scene& scene);

/// True for the key of a word that tells of others who sell the same thing or something like it: "royalties", "biosimilar", "competitors".
bool tells_of_others(std::uint64_t key);

}  // namespace rxgraph::ingest::facts
