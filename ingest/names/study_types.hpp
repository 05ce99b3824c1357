#pragma once
/// Which names of a document are studies, where a single sentence cannot tell.

#include "ingest/names/word_table.hpp"

namespace rxgraph::ingest::naming {

/// Looks at all mentions of a document together: codes that are called studies, studies that are called so too seldom, and numbered
/// studies of a coded compound. Sets types in `memory`.
void settle_studies(const DocumentText& document, const WordTable& words, const VocabularyIndex& index, const DocumentAnalysis& analysis,
                    FilingMemory& memory);

}  // namespace rxgraph::ingest::naming
