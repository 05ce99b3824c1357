#include <doctest/doctest.h>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::testing;

namespace {

/// Who "we" is in these sentences of a document that no header names a filer of; empty for nobody.
std::string speaker(const std::vector<std::string>& sentences) {
  const auto found = analyse(sentences);
  return found.analysis.speaker == no_entity ? std::string() : found.memory.entities.at(found.analysis.speaker).name;
}

}  // namespace

TEST_CASE("we is who announces today, else who stands alone above the text, else who is named most") {
  CHECK(speaker({"Alpha Biotech, Inc. today announced that it works with Beta Pharma AG.", "Beta Pharma AG is old.", "Beta Pharma AG is big."}) == "Alpha Biotech, Inc.");
  CHECK(speaker({"Alpha Biotech, Inc.", "It works with Beta Pharma AG.", "Beta Pharma AG is big."}) == "Alpha Biotech, Inc.");
  CHECK(speaker({"It works with Beta Pharma AG and Alpha Biotech, Inc. on it.", "Beta Pharma AG is big."}) == "Beta Pharma AG");
  CHECK(speaker({"It works with others."}).empty());
}
