/// The header of a submission in both dialects, and the dates and items in it.

#include "ingest/read/header.hpp"
#include "ingest/read/word_dates.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view header = fuzz::text_of(data, size);
  Filing keyed;
  ingest::read_text_header(header, keyed);
  Filing tagged;
  ingest::read_tagged_header(header, tagged);
  for (const Filing* filing : {&keyed, &tagged}) {
    for (const Filer& filer : filing->filers) fuzz::require(filer.cik.empty() || filer.cik.size() == 10, "a CIK has ten digits");
    for (const std::string& item : filing->items) ingest::item_number(item, filing->filed);
  }
  const std::string date = ingest::iso_of_words(header.substr(0, 100));
  fuzz::require(date.empty() || date.size() == 10 || date.size() == 7 || date.size() == 4, "a date is YYYY-MM-DD, maybe cut");
  return 0;
}
