#include "query/names.hpp"

#include <doctest/doctest.h>

#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

namespace {

std::vector<std::string> uids_of(const NameChoice& choice) {
  std::vector<std::string> uids;
  for (const auto& hit : choice.hits) uids.push_back(hit.uid);
  return uids;
}

}  // namespace

TEST_CASE_FIXTURE(Programme, "a typed name means one thing, several, or none") {
  CHECK(choose(store, "nordic conjugates inc").unique());
  CHECK(choose(store, "company/nordic-conjugates-inc").unique());
  CHECK(choose(store, "NC101").hits[0].uid == "compound/norumab-dm1");
  SUBCASE("several: the best connected first") {
    const NameChoice choice = choose(store, "alder");
    CHECK(uids_of(choice) == std::vector<std::string>{"company/alder-pharma-ag", "company/birch-therapeutics-inc"});
    CHECK(choice.nearest.empty());
    CHECK_FALSE(choice.unique());
  }
  SUBCASE("none: the nearest") {
    const NameChoice choice = choose(store, "norumab-DM2");
    CHECK(choice.hits.empty());
    REQUIRE_FALSE(choice.nearest.empty());
    CHECK(choice.nearest[0].uid == "compound/norumab-dm1");
    CHECK(choice.nearest.size() <= 3);
  }
  SUBCASE("of a type") {
    CHECK(choose(store, "NC-101", {"Company"}).hits.empty());
    CHECK(choose(store, "compound:NC-101").unique());
    CHECK(choose(store, "target:NC-101").hits.empty());
    CHECK(choose(store, "norumab-DM2", {"Company"}).nearest.empty());
  }
  SUBCASE("nothing like it") {
    CHECK(choose(store, "").hits.empty());
    CHECK(choose(store, "wholly unlike anything").hits.empty());
    CHECK(choose(store, "wholly unlike anything").nearest.empty());
  }
}

TEST_CASE("a thing that is called so goes before things that have the name as an alias") {
  FilingBuilder one("one", "8-K", "2010-01-01");
  one.thing("Company", "Larch Bio, Inc.", {{"Larch", "defined term"}});
  FilingBuilder two("two", "8-K", "2010-01-02");
  two.thing("Company", "Larch");
  FilingBuilder three("three", "8-K", "2010-01-03");
  three.thing("Compound", "larchumab", {{"Larch", "parenthesis"}});
  const Asked asked({one, two, three});
  for (const auto& hit : choose(asked.store, "Larch").hits) CHECK(hit.name == hit.matched);
}

TEST_CASE_FIXTURE(Nothing, "an empty graph has no names and none that are near") {
  CHECK(choose(store, "HER2").hits.empty());
  CHECK(choose(store, "HER2").nearest.empty());
  CHECK(choose(store, "target/her2").hits.empty());
}

TEST_CASE_FIXTURE(Programme, "a retracted filing takes its names with it") {
  retract("fourth");
  CHECK(uids_of(choose(store, "alder")) == std::vector<std::string>{"company/alder-pharma-ag"});
  CHECK(choose(store, "Birch Therapeutics").hits.empty());
}
