#pragma once
/// What one fact of a sentence says of another: "X is in a Phase 2 trial for D" tells the disease once.

#include <vector>

#include "ingest/facts/frames.hpp"

namespace rxgraph::ingest::facts {

/// Gives a candidate the qualifiers that name things and that it lacks: from the other facts of the sentence with the same
/// subject, whose object is of the qualifier's type. Only where the subject has one object of that relation in the sentence, so
/// that it is clear which of several facts is meant. Linear in the candidates but for those of one subject.
void share_qualifiers(std::vector<Candidate>& candidates, const Scene& scene);

/// Gives a candidate the qualifier that implies a relation, where the sentence names nothing of its types but a heading above it does: under "Gout"
/// a trial is one in gout. The heading becomes context and costs confidence. Linear in the candidates.
void add_topics(std::vector<Candidate>& candidates, const Scene& scene);

/// Adds the facts that qualifiers imply: what is approved for D treats D. Where the sentence says that fact itself, it gains the
/// qualifiers that it lacks. Linear in the candidates.
void add_implied(std::vector<Candidate>& candidates, const Scene& scene);

}  // namespace rxgraph::ingest::facts
