/// A filing as a whole: container, header, documents, sections and sentences.

#include "tests/fuzz/target.hpp"

using namespace rxgraph;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file = fuzz::text_of(data, size);
  fuzz::Quiet quiet;
  ingest::why_no_filing(file);
  fuzz::require_sound(ingest::read_filing({"filing", Bytes(std::string(file))}, quiet), file);
  return 0;
}
