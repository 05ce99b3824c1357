#pragma once
/// The first lines of an agreement: who makes it, and from which day it holds.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/facts/frames.hpp"

namespace rxgraph::ingest {

/// What the first lines of an agreement's own text say of it.
struct Preamble {
  std::uint32_t sentence = 0;            ///< Index into `DocumentText::sentences`.
  std::vector<std::uint32_t> parties;    ///< Whom it gives a short name or a role, resolved, in order of the text; may be fewer than have made it.
  std::string date;                      ///< ISO; the day from which it holds.
};

/// The preamble of `document`, where one of its first sentences begins with "Agreement" or the name of one ("This License Agreement"), has a day and says
/// between whom; nothing for other texts. Linear in those sentences.
std::optional<Preamble> preamble_of(const DocumentText& document, const DocumentAnalysis& analysis, const FilingMemory& memory);

/// The agreement that the preamble tells of, as a deal between its parties; nothing where it names fewer than two, or the ontology has no role for them.
std::optional<Candidate> agreement_in(const Preamble& preamble, TextRange text, const DocumentText& document, const Ontology& ontology);

/// Gives what `deal` grants the day of the preamble, where it has none of its own and one of its parties made the agreement.
void date_grant(Candidate& deal, const Preamble& preamble, const FilingMemory& memory, const Ontology& ontology);

}  // namespace rxgraph::ingest
