#include "ingest/facts/closed_values.hpp"

#include <doctest/doctest.h>

#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using facts::ClosedForms;

namespace {

std::vector<std::string> kinds(std::string_view words) {
  return ClosedForms(*core().relation("pays")->qualifier("kind"), core().vocabulary("kind")).said_in(words);
}

std::vector<std::string> exclusivity(std::string_view words) {
  return ClosedForms(*core().relation("licenses")->qualifier("exclusivity"), core().vocabulary("exclusivity")).said_in(words);
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("a value counts as a whole word, in any spelling of its hyphen and number") {
  CHECK(kinds("an Up-front payment") == Values{"upfront"});
  CHECK(kinds("two milestones") == Values{"milestone"});
  CHECK(kinds("the royalties") == Values{"royalty"});
  CHECK(kinds("a royalist's fee").empty());
  CHECK(kinds("").empty());
}

TEST_CASE("a value within a longer one is not said") {
  CHECK(exclusivity("a non-exclusive license") == Values{"non-exclusive"});
  CHECK(exclusivity("the co-exclusive right") == Values{"co-exclusive"});
  CHECK(exclusivity("exclusively licensed") == Values{"exclusive"});
}

TEST_CASE("other words stand for a value, as the vocabulary of its qualifier says") {
  CHECK(kinds("an annual maintenance fee") == Values{"other"});
  CHECK(kinds("the option exercise fee") == Values{"option"});
  CHECK(kinds("a signing fee") == Values{"upfront"});
  CHECK(kinds("a 40% share of profits") == Values{"other"});
  CHECK(kinds("preferred shares") == Values{"equity"});
  CHECK(kinds("other possible fees").empty());
  CHECK(ClosedForms(*core().relation("pays")->qualifier("kind"), nullptr).said_in("a signing fee").empty());
}

TEST_CASE("several values are said where they are joined; else the longest counts") {
  CHECK(kinds("upfront and milestone payments") == Values{"upfront", "milestone"});
  CHECK(kinds("milestone, option and royalty payments") == Values{"milestone", "option", "royalty"});
  CHECK(exclusivity("exclusive or non-exclusive rights") == Values{"exclusive", "non-exclusive"});
  CHECK(kinds("an upfront option fee") == Values{"option"});
}
