/// The container: any bytes as a submission.

#include "ingest/read/container.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file = fuzz::text_of(data, size);
  const ingest::Container container = ingest::open_container(file);
  const ByteRange header = container.header.where;
  fuzz::require(header.begin <= header.end && header.end <= file.size(), "the header lies within the file");
  std::uint64_t last = 0;
  std::uint32_t number = 0;
  for (const Document& document : container.documents) {
    const ByteRange body = document.body;
    fuzz::require(body.begin >= last && body.begin <= body.end && body.end <= file.size(), "documents follow one another within the file");
    fuzz::require(!container.envelope || document.number > number, "documents are numbered in order");
    last = body.end;
    number = document.number;
    ingest::writing_of(file.substr(body.begin, body.end - body.begin), document.type);
  }
  return 0;
}
