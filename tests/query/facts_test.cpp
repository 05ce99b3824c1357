#include "query/facts.hpp"

#include <doctest/doctest.h>

#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

TEST_CASE_FIXTURE(Programme, "a fact cites the surest statement, and of equally sure ones the latest") {
  FactReader reader(store, {});
  const std::vector<Fact> targets = reader.facts("compound/norumab-dm1", true, "targets");
  REQUIRE(targets.size() == 1);
  CHECK(targets[0].filings == 2);
  CHECK(targets[0].sentences == 2);
  CHECK(targets[0].best.filed == "2008-03-10");
  const std::vector<Fact> develops = reader.facts("company/nordic-conjugates-inc", true, "develops");
  REQUIRE(develops.size() == 1);
  CHECK(develops[0].best.filed == "2009-01-05");
}

TEST_CASE_FIXTURE(Programme, "a citation has the address of the filing where accession and CIK are known") {
  FactReader reader(store, {"", "2007", 0});
  const std::vector<Fact> facts = reader.facts("compound/norumab-dm1", true, "targets");
  REQUIRE(facts.size() == 1);
  const Citation& best = facts[0].best;
  CHECK(best.form == "8-K");
  CHECK(best.accession == "0000111111-07-000001");
  CHECK(best.address == "https://www.sec.gov/Archives/edgar/data/111111/000011111107000001/");
  CHECK(best.section == "8.01");
  CHECK(best.text == "norumab-DM1 targets HER2.");
  CHECK_FALSE(best.ranges.empty());
  CHECK_FALSE(best.context.empty());
  const std::vector<Fact> later = FactReader(store, {"2008", "2008", 0}).facts("compound/norumab-dm1", true, "targets");
  REQUIRE(later.size() == 1);
  CHECK(later[0].best.address.empty());
}

TEST_CASE_FIXTURE(Programme, "what is unknown is named as it is asked for") {
  FactReader reader(store, {});
  CHECK(reader.thing("compound/nothing") == Thing{"compound/nothing", "", "compound/nothing"});
  CHECK(reader.filing("no such key") == Filing());
  CHECK(reader.facts("compound/nothing", true).empty());
}

TEST_CASE("qualifiers as text, and the first day of a fact") {
  const Qualifiers qualifiers = {{"amount", {5e6}}, {"date", {std::string("2008-02"), std::string("2007")}}, {"flag", {true}}};
  CHECK(qualifier_text(qualifiers, "amount") == "5000000");
  CHECK(qualifier_text(qualifiers, "date") == "2008-02, 2007");
  CHECK(qualifier_text(qualifiers, "flag") == "true");
  CHECK(qualifier_text(qualifiers, "nothing").empty());
  CHECK(first_text(qualifiers, "date") == "2008-02");
  CHECK(first_text(qualifiers, "amount").empty());
  Relation relation;
  CHECK(first_date(qualifiers, nullptr).empty());
  CHECK(first_date(qualifiers, &relation).empty());
  for (const char* name : {"expiry", "date"}) {
    QualifierType& qualifier = relation.qualifiers.emplace_back();
    qualifier.name = name;
    qualifier.type = ValueType::date;
  }
  CHECK(first_date(qualifiers, &relation).empty());
  relation.dated_by = "date";
  CHECK(first_date(qualifiers, &relation) == "2007");
}

TEST_CASE("a scope is a selection of dates and confidence") {
  const graph::Selection selection = selection_of({"2001", "2002-03", 0.5});
  CHECK(selection.since == "2001");
  CHECK(selection.as_of == "2002-03");
  CHECK(selection.min_confidence == 0.5);
}
