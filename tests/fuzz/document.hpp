#pragma once
/// From the draft of a reader to the document that the later stages see, for targets that call a reader alone.

#include "ingest/read/draft.hpp"
#include "ingest/read/json_filing.hpp"
#include "ingest/read/sections.hpp"
#include "ingest/read/sentences.hpp"
#include "tests/fuzz/target.hpp"

namespace rxgraph::fuzz {

/// Finishes `draft`, which is of `body` as a file by itself, and requires what holds of every document. A body that is a filing as JSON is passed
/// over: as a file it never reaches the reader that made the draft, and its passages are read with JSON's escapes.
inline void require_document(ingest::Draft&& draft, std::string_view body) {
  if (ingest::is_json_filing(body)) return;
  Document document;
  document.body = {0, body.size()};
  ingest::FilingText text;
  text.documents.push_back(ingest::finish(std::move(draft), std::move(document)));
  ingest::DocumentText& read = text.documents.front();
  read.sections = ingest::find_sections(read, text.filing);
  read.sentences = ingest::split_sentences(read);
  require_sound(text, body);
}

}  // namespace rxgraph::fuzz
