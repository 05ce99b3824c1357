#pragma once
/// Exhibits that list things of the filer without a sentence: the subsidiaries of a registrant.

#include <vector>

#include "ingest/facts/table_frames.hpp"

namespace rxgraph::ingest {

/// The facts that the lines of a document state by standing in it, for each column frame that names its type ("EX-21" covers "EX-21.1" too): each paragraph, list item or
/// table row that begins with a name of the frame's subject, behind a number at the most, says the fact of it and of the filer. The filer itself, names that
/// nobody knows and lines of prose state nothing; nor does a document whose filer is unknown. Linear in the document's blocks.
std::vector<RowCandidate> match_exhibit_lists(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, const FilingMemory& memory);

}  // namespace rxgraph::ingest
