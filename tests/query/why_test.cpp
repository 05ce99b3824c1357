#include "query/why.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

TEST_CASE_FIXTURE(Programme, "why tells every statement of a fact, its place and its premises") {
  const auto explanations = why(store, core(), "compound/norumab-dm1", "targets", "target/her2", {});
  REQUIRE(explanations.size() == 1);
  const Explanation& explanation = explanations[0];
  REQUIRE(explanation.reasons.size() == 2);
  CHECK(explanation.reasons[0].citations[0].filed == "2007-07-31");
  CHECK(explanation.reasons[0].citations[0].section == "8.01");
  CHECK(explanation.reasons[0].citations[0].text == "norumab-DM1 targets HER2.");
  CHECK(explanation.reasons[1].confidence == 0.97);
  CHECK(explanation.reasons[1].rule == "targets.verb.1");
  CHECK(explanation.premises.empty());
  SUBCASE("read backwards") {
    CHECK(why(store, core(), "target/her2", "targeted_by", "compound/norumab-dm1", {}) == explanations);
    CHECK(why(store, core(), "target/her2", "targets", "compound/norumab-dm1", {}).empty());
  }
  SUBCASE("any relation, either way") {
    CHECK(why(store, core(), "target/her2", "", "compound/norumab-dm1", {}) == explanations);
    CHECK(why(store, core(), "compound/norumab-dm1", "", "target/her2", {}) == explanations);
  }
  SUBCASE("either way round where it is symmetric") {
    CHECK(why(store, core(), "company/alder-pharma-ag", "collaborates with", "company/nordic-conjugates-inc", {}).size() == 1);
    CHECK(why(store, core(), "company/nordic-conjugates-inc", "collaborates_with", "company/alder-pharma-ag", {}).size() == 1);
  }
  SUBCASE("as of a date") {
    const auto earlier = why(store, core(), "compound/norumab-dm1", "targets", "target/her2", {"", "2007", 0});
    REQUIRE(earlier.size() == 1);
    CHECK(earlier[0].reasons.size() == 1);
    CHECK(earlier[0].fact.edge.confidence == 0.9);
    CHECK(why(store, core(), "compound/norumab-dm1", "targets", "target/her2", {"", "2006", 0}).empty());
  }
  SUBCASE("what is sure enough") {
    CHECK(why(store, core(), "compound/norumab-dm1", "targets", "target/her2", {"", "", 0.96}).size() == 1);
    CHECK(why(store, core(), "compound/norumab-dm1", "targets", "target/her2", {"", "", 0.98}).empty());
  }
  SUBCASE("without a retracted filing") {
    retract("second");
    const auto left = why(store, core(), "compound/norumab-dm1", "targets", "target/her2", {});
    REQUIRE(left.size() == 1);
    CHECK(left[0].reasons.size() == 1);
  }
  SUBCASE("no such relation") {
    CHECK_THROWS_WITH_AS(why(store, core(), "compound/norumab-dm1", "tagrets", "target/her2", {}),
                         doctest::Contains("unknown relation 'tagrets'; did you mean 'targets'"), UnknownName);
  }
  SUBCASE("no such fact, no such thing") {
    CHECK(why(store, core(), "compound/norumab-dm1", "owns", "target/her2", {}).empty());
    CHECK(why(store, core(), "compound/nothing", "targets", "target/nothing", {}).empty());
  }
}

TEST_CASE_FIXTURE(Programme, "why tells the premises of what is derived") {
  const auto derived = why(store, core(), "company/cedar-oncology-inc", "licenses", "payload/nm4", {});
  REQUIRE(derived.size() == 1);
  std::vector<std::string> premises;
  for (const Fact& premise : derived[0].premises) premises.push_back(premise.edge.relation);
  CHECK(premises == std::vector<std::string>{"licensee", "asset", "licensor"});
}

TEST_CASE("a premise that may be missing is told where it is there, and is none where it is not") {
  for (const bool with_licensor : {true, false}) {
    FilingBuilder filing("x", "8-K", "2012-02-02");
    const auto deal = filing.thing("Deal", "agreement"), company = filing.thing("Company", "Fir Bio, Inc."), compound = filing.thing("Compound", "firumab");
    filing.fact(deal, "licensee", company).kind = StatementKind::role;
    filing.fact(deal, "asset", compound).kind = StatementKind::role;
    if (with_licensor) filing.fact(deal, "licensor", filing.thing("Company", "Larch, Inc.")).kind = StatementKind::role;
    filing.fact(company, "licenses", compound).rule = "derive.deal-licenses";
    const Asked asked({filing});
    const auto derived = why(asked.store, core(), "company/fir-bio-inc", "licenses", "compound/firumab", {});
    REQUIRE(derived.size() == 1);
    CHECK(derived[0].premises.size() == (with_licensor ? 3 : 2));
  }
}

TEST_CASE_FIXTURE(Nothing, "an empty graph explains nothing, but still knows a relation from none") {
  CHECK(why(store, core(), "compound/norumab-dm1", "targets", "target/her2", {}).empty());
  CHECK_THROWS_AS(why(store, core(), "a", "tagrets", "b", {}), UnknownName);
}
