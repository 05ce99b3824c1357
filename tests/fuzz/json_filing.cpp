/// Filings as JSON, and lines of them: decoded, and every range within the file.

#include "base/error.hpp"
#include "ingest/read/json_filing.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file = fuzz::text_of(data, size);
  ingest::is_json_lines(file);
  if (!ingest::is_json_filing(file)) return 0;
  try {
    Filing filing;
    const ingest::JsonFiling json = ingest::read_json_filing(file, filing);
    fuzz::require(json.body.end <= file.size() && json.body.begin <= json.body.end, "the body lies within the file");
    for (const ingest::JsonItem& item : json.items) fuzz::require(item.text.end <= json.text.size(), "an item lies within the text");
  } catch (const InputError&) {
    return 0;
  }
  fuzz::Quiet quiet;
  fuzz::require_sound(ingest::read_filing({"filing.json", Bytes(std::string(file))}, quiet), file);
  return 0;
}
