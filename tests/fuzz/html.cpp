/// HTML and inline XBRL as one document, through to its sentences.

#include "ingest/read/html.hpp"
#include "tests/fuzz/document.hpp"

using namespace rxgraph;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body = fuzz::text_of(data, size);
  std::vector<ingest::CoverFact> facts;
  fuzz::require_document(ingest::read_html(body, 0, facts), body);
  return 0;
}
