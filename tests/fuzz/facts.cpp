/// The facts of inline XBRL: hidden ones, those in the text, and what a filing takes from them.

#include "ingest/read/header.hpp"
#include "ingest/read/html.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string body(fuzz::text_of(data, size));
  std::vector<ingest::CoverFact> facts;
  for (const std::string& page : {body, "<ix:header><ix:hidden>" + body + "</ix:hidden></ix:header>", "<ix:nonNumeric name=\"dei:" + body + "</ix:nonNumeric>"}) {
    ingest::read_html(page, 0, facts);
  }
  Filing filing;
  ingest::add_cover_facts(facts, filing);
  for (const Filer& filer : filing.filers) fuzz::require(filer.cik.empty() || filer.cik.size() == 10, "a CIK has ten digits");
  return 0;
}
