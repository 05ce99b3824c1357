#pragma once
/// Tables state facts as prose does: the header words of the columns say which cell plays which role.

#include <vector>

#include "ingest/facts/frames.hpp"

namespace rxgraph::ingest {

/// A fact that a row of a table states.
struct RowCandidate {
  Candidate candidate;
  std::vector<TextRange> cells;   ///< The cells that say it, in order; the column heads are in `candidate.context`.
};

/// Applies the column frames to every data table of the document. A cell that no vocabulary or grammar types takes the
/// type of its column where the ontology has nothing else that names such things; it is added to `memory`. A frame whose subject is the filer ("we")
/// has one column, the first: its words stand in a head, in a first cell without a name or in the sentence before the table ("Net sales by product:"),
/// and each row that has a figure states it. Where nobody knows the filer there are no such rows.
std::vector<RowCandidate> match_tables(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, FilingMemory& memory);

}  // namespace rxgraph::ingest
