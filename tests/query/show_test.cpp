#include "query/show.hpp"

#include <doctest/doctest.h>

#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

namespace {

std::vector<std::string> readings(const std::optional<Portrait>& portrait) {
  std::vector<std::string> all;
  for (const FactGroup& group : portrait->groups) all.push_back(group.reading);
  return all;
}

}  // namespace

TEST_CASE_FIXTURE(Programme, "a portrait has facts both ways, grouped as they read") {
  CHECK_FALSE(show(store, core(), "compound/nothing", {}).has_value());
  const auto portrait = show(store, core(), "compound/norumab-dm1", {});
  REQUIRE(portrait.has_value());
  CHECK(portrait->node.aliases == std::vector<std::string>{"NC-101", "norumab-DM1"});
  CHECK(readings(portrait) == std::vector<std::string>{"targets", "treats", "in_phase", "submitted_to", "developed_by"});
  CHECK(portrait->groups[0].facts[0].filings == 2);
  CHECK(portrait->groups[0].facts[0].best.filed == "2008-03-10");
  CHECK(portrait->joined_names == std::vector<std::string>{"NC-101 = norumab-DM1: parenthesis in 8-K 2007-07-31"});
  CHECK_FALSE(portrait->joins.empty());
  SUBCASE("as of a date, its facts of then; it is itself whenever it was told of") {
    CHECK(readings(show(store, core(), "compound/norumab-dm1", {"", "2007", 0})) == std::vector<std::string>{"targets", "treats", "in_phase", "developed_by"});
    const auto before = show(store, core(), "compound/norumab-dm1", {"", "1999", 0});
    REQUIRE(before.has_value());
    CHECK(before->groups.empty());
  }
  SUBCASE("what is sure enough") {
    CHECK(readings(show(store, core(), "compound/norumab-dm1", {"", "", 0.95})) == std::vector<std::string>{"targets"});
  }
  SUBCASE("without a retracted filing") {
    retract("third");
    CHECK(readings(show(store, core(), "compound/nc-101", {})) == std::vector<std::string>{"targets", "treats", "in_phase", "developed_by"});
  }
}

TEST_CASE_FIXTURE(Programme, "a symmetric relation reads the same from both ends") {
  for (const char* uid : {"company/nordic-conjugates-inc", "company/alder-pharma-ag"}) {
    const auto portrait = show(store, core(), uid, {});
    REQUIRE(portrait.has_value());
    CAPTURE(uid);
    const auto told = readings(portrait);
    CHECK(std::count(told.begin(), told.end(), "collaborates_with") == 1);
    for (const FactGroup& group : portrait->groups) {
      if (group.relation == "collaborates_with") CHECK(group.outgoing);
    }
  }
}

TEST_CASE_FIXTURE(Programme, "a relation that the ontology does not declare comes last, under its own name") {
  FilingBuilder filing("odd", "8-K", "2010-01-01");
  filing.fact(filing.thing("Target", "HER2"), "a_relation_unknown", filing.thing("Target", "EGFR"));
  add(filing);
  CHECK(readings(show(store, core(), "target/egfr", {})) == std::vector<std::string>{"a_relation_unknown"});
  CHECK(readings(show(store, core(), "target/her2", {})) == std::vector<std::string>{"a_relation_unknown", "targeted_by"});
}

TEST_CASE_FIXTURE(Nothing, "there is nothing to show in an empty graph") { CHECK_FALSE(show(store, core(), "target/her2", {}).has_value()); }
