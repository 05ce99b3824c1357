#pragma once
/// One document from text to candidates: mentions, groups, clauses, frames, tables, in order.

#include <functional>

#include "ingest/facts/assemble.hpp"
#include "ingest/syntax/lexicon.hpp"
#include "ingest/names/mentions.hpp"

namespace rxgraph::ingest {

/// What a walk needs. Nothing is owned.
struct Walk {
  const DocumentText& document;
  const Filing& filing;
  const MentionFinder& finder;
  const Lexicon& lexicon;
  const FrameTable& table;
};

/// Reads the sentences and tables of a document and adds what they state to `assembler`. `memory` grows.
void walk_document(const Walk& walk, FilingMemory& memory, Assembler& assembler);

/// Every layer of one sentence, for `explain`.
struct SentenceLayers {
  TextRange text;
  std::string section;
  AnalysedSentence sentence;
  std::vector<Group> groups;
  std::vector<Links> links;
  Matches matches;
};

/// Walks a document like `walk_document`, states the same, to `assembler` if it is not null, and shows each sentence's layers to `see`, also of those
/// without facts. It takes every frame to its end, to say why it gave nothing, where `walk_document` stops as soon as that is sure.
void explain_document(const Walk& walk, FilingMemory& memory, const std::function<void(const SentenceLayers&)>& see, Assembler* assembler = nullptr);

}  // namespace rxgraph::ingest
