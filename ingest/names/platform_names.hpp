#pragma once
/// Which names before "platform" are those of drugs.

#include "ingest/names/word_table.hpp"

namespace rxgraph::ingest::naming {

/// "the Xyz platform" makes Xyz a technology, unless the document speaks of Xyz as it speaks of a drug ("treatment with Xyz", "Xyz monotherapy", "Xyz
/// is our lead candidate") at least twice, and more often than of the platform: then Xyz becomes a compound of its own in `memory`, and the platform keeps
/// its longer name alone. Looks only at technologies whose short name is a single word.
void settle_platform_names(const DocumentText& document, const WordTable& words, const VocabularyIndex& index, const DocumentAnalysis& analysis, FilingMemory& memory);

}  // namespace rxgraph::ingest::naming
