#pragma once
/// Who "we" is. Internal to the mentions.

#include "ingest/names/word_table.hpp"

namespace rxgraph::ingest::naming {

/// Sets `analysis.speaker`, whose mentions are settled: the company that announces, in a press release; else the registrant; else the company that is
/// named alone in the first lines, or the most; `no_entity` where none is. Linear in the mentions.
void choose_speaker(const DocumentText& document, const WordTable& words, const VocabularyIndex& index, const FilingMemory& memory, DocumentAnalysis& analysis);

}  // namespace rxgraph::ingest::naming
