/// The record stream, JSON Lines: what is read is written and read again as the same.

#include <sstream>

#include "base/record_json.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

namespace {

struct Kept : RecordSink {
  void accept(FilingRecords records) override { all.push_back(std::move(records)); }
  std::vector<FilingRecords> all;
};

std::vector<FilingRecords> records_of(const std::string& lines) {
  std::istringstream in(lines);
  Kept kept;
  fuzz::Quiet quiet;
  read_records(in, "input.jsonl", kept, quiet);
  return std::move(kept.all);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const FilingRecords& once : records_of(std::string(fuzz::text_of(data, size)))) {
    const std::string lines = record_lines(once);
    const std::vector<FilingRecords> again = records_of(lines);
    fuzz::require(again.size() == 1 && record_lines(again.front()) == lines, "records that were written are read again");
  }
  return 0;
}
