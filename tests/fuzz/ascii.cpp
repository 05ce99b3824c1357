/// A text of the ASCII years as one document, through to its sentences.

#include "ingest/read/plain.hpp"
#include "tests/fuzz/document.hpp"

using namespace rxgraph;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body = fuzz::text_of(data, size);
  fuzz::require_document(ingest::read_ascii(body, 0), body);
  return 0;
}
