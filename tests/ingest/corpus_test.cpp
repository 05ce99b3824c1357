#include <doctest/doctest.h>

#include "ingest/read/source.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

TEST_CASE("every sentence of the shared filings is found again in their bytes") {
  const std::string folder = std::string(RXGRAPH_SOURCE_DIR) + "/../shared/corpus";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: " << folder << " is absent");
    return;
  }
  Reports reports;
  FileSource source({folder + "/dev", folder + "/filings"}, reports);
  std::size_t sentences = 0;
  while (const auto raw = source.next()) {
    const FilingText text = read_filing(*raw, reports);
    std::size_t bad = 0;
    for (const DocumentText& document : text.documents) {
      sentences += document.sentences.size();
      bad += !broken_rule(document, raw->bytes.view()).empty();
    }
    bad += unverified(text, raw->bytes.view());
    const std::string name = std::filesystem::path(raw->path).filename().string();
    CAPTURE(name);
    CHECK(bad == 0);
    CHECK_FALSE(text.documents.empty());
  }
  CHECK(reports.all.empty());
  CHECK(sentences > 50000);
}
