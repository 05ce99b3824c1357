#include "query/path.hpp"

#include <doctest/doctest.h>

#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

namespace {

/// The things on the way, the first included.
std::vector<std::string> way(const std::optional<std::vector<PathStep>>& steps) {
  std::vector<std::string> names;
  if (!steps) return names;
  for (const PathStep& step : *steps) {
    const Thing& from = step.forward ? step.fact.subject : step.fact.object;
    const Thing& to = step.forward ? step.fact.object : step.fact.subject;
    if (names.empty()) names.push_back(from.name);
    CHECK(names.back() == from.name);
    CHECK_FALSE(step.fact.best.text.empty());
    names.push_back(to.name);
  }
  return names;
}

/// Two compounds that share a phase and nothing else, unless `partners`.
FilingRecords two_programmes(bool partners) {
  FilingBuilder filing("x", "8-K", "2012-02-02");
  const auto one = filing.thing("Compound", "firumab"), two = filing.thing("Compound", "larchumab"), phase = filing.thing("Phase", "Phase 2");
  filing.fact(one, "in_phase", phase);
  filing.fact(two, "in_phase", phase);
  if (partners) {
    const auto first = filing.thing("Company", "Fir Bio, Inc."), second = filing.thing("Company", "Larch, Inc.");
    filing.fact(first, "develops", one);
    filing.fact(second, "develops", two);
    filing.fact(first, "collaborates_with", second);
  }
  return filing.records();
}

}  // namespace

TEST_CASE_FIXTURE(Programme, "a path is a chain of facts") {
  const auto steps = path(store, core(), "company/cedar-oncology-inc", "target/her2", {});
  REQUIRE(steps.has_value());
  const auto names = way(steps);
  CHECK(names.front() == "Cedar Oncology, Inc.");
  CHECK(names.back() == "HER2");
  CHECK(steps->size() <= 4);
  CHECK(path(store, core(), "target/her2", "target/her2", {})->empty());
  SUBCASE("as of a date") {
    CHECK_FALSE(path(store, core(), "target/her2", "company/birch-therapeutics-inc", {"", "2008", 0}).has_value());
    CHECK(path(store, core(), "target/her2", "company/birch-therapeutics-inc", {}).has_value());
  }
  SUBCASE("what is sure enough") {
    CHECK(path(store, core(), "compound/norumab-dm1", "target/her2", {"", "", 0.95}).has_value());
    CHECK_FALSE(path(store, core(), "company/nordic-conjugates-inc", "target/her2", {"", "", 0.95}).has_value());
  }
  SUBCASE("not by a retracted filing") {
    retract("deal");
    CHECK_FALSE(path(store, core(), "company/cedar-oncology-inc", "target/her2", {}).has_value());
  }
  SUBCASE("to what is not there") { CHECK_FALSE(path(store, core(), "target/her2", "company/nobody", {}).has_value()); }
}

TEST_CASE("a path does not lead through a class, unless there is no other or one is asked for") {
  const Asked joined({two_programmes(true)});
  CHECK(way(path(joined.store, core(), "compound/firumab", "compound/larchumab", {})) ==
        std::vector<std::string>{"firumab", "Fir Bio, Inc.", "Larch, Inc.", "larchumab"});
  CHECK(way(path(joined.store, core(), "company/fir-bio-inc", "phase/phase-2", {})) == std::vector<std::string>{"Fir Bio, Inc.", "firumab", "Phase 2"});
  const Asked apart({two_programmes(false)});
  CHECK(way(path(apart.store, core(), "compound/firumab", "compound/larchumab", {})) == std::vector<std::string>{"firumab", "Phase 2", "larchumab"});
  SUBCASE("which types are classes is data") {
    Ontology plain = core();
    for (EntityType& type : plain.types) type.is_class = false;
    CHECK(way(path(joined.store, plain, "compound/firumab", "compound/larchumab", {})) == std::vector<std::string>{"firumab", "Phase 2", "larchumab"});
  }
}

TEST_CASE_FIXTURE(Nothing, "nothing hangs together in an empty graph") {
  CHECK_FALSE(path(store, core(), "target/her2", "target/egfr", {}).has_value());
}
