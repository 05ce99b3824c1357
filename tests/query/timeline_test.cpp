#include "query/timeline.hpp"

#include <doctest/doctest.h>

#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

namespace {

std::vector<std::string> told(const std::vector<Event>& events) {
  std::vector<std::string> lines;
  for (const Event& event : events) lines.push_back(event.date + (event.reported ? " reported " : " ") + event.relation + " " + event.object.name);
  return lines;
}

}  // namespace

TEST_CASE_FIXTURE(Programme, "a timeline is in order of time, stated or reported") {
  CHECK(told(timeline(store, core(), "compound/norumab-dm1", {})) ==
        std::vector<std::string>{"2007-07 in_phase Phase 2", "2007-07-31 reported treats HER2-positive breast cancer",
                                 "2007-07-31 reported develops Norumab DM1", "2008 in_phase Phase III", "2009-01-02 submitted_to FDA"});
  SUBCASE("as of a date") {
    CHECK(told(timeline(store, core(), "compound/norumab-dm1", {"", "2008", 0})).size() == 4);
    CHECK(told(timeline(store, core(), "compound/norumab-dm1", {"2009", "", 0})) ==
          std::vector<std::string>{"2009-01-02 submitted_to FDA", "2009-01-05 reported develops Norumab DM1"});
  }
  SUBCASE("what is sure enough") { CHECK(timeline(store, core(), "compound/norumab-dm1", {"", "", 0.95}).empty()); }
  SUBCASE("a retracted filing's events are gone") {
    retract("third");
    CHECK(told(timeline(store, core(), "compound/nc-101", {})) ==
          std::vector<std::string>{"2007-07 in_phase Phase 2", "2007-07-31 reported treats HER2-positive breast cancer", "2007-07-31 reported develops NC-101",
                                   "2008 in_phase Phase III"});
  }
  SUBCASE("of a deal's party: the facts, not the roles") {
    for (const Event& event : timeline(store, core(), "company/cedar-oncology-inc", {})) CHECK_FALSE(core().relation(event.relation)->role);
  }
}

TEST_CASE_FIXTURE(Nothing, "nothing ever happened in an empty graph") { CHECK(timeline(store, core(), "compound/norumab-dm1", {}).empty()); }

TEST_CASE("what several filings say of one day is told once, by the surest; what has no day comes last") {
  std::vector<FilingRecords> filings;
  for (const auto& [label, confidence] : {std::pair{"a", 0.6}, std::pair{"b", 0.8}, std::pair{"c", 0.7}}) {
    FilingBuilder filing(label, "8-K", label == std::string("a") ? "" : "2012-02-02");
    const auto company = filing.thing("Company", "Fir Bio, Inc."), compound = filing.thing("Compound", "firumab");
    filing.fact(company, "discontinues", compound, {{"date", {std::string("2012-01")}}}).confidence = confidence;
    if (label == std::string("a")) filing.fact(company, "owns", compound);
    filings.push_back(filing);
  }
  const Asked asked(filings);
  const auto events = timeline(asked.store, core(), "compound/firumab", {});
  CHECK(told(events) == std::vector<std::string>{"2012-01 discontinues firumab", " reported owns firumab"});
  CHECK(events[0].confidence == 0.8);
}

TEST_CASE("the date of a fact is the qualifier that its relation is dated by, and no other day") {
  const auto ontology_with = [](const std::string& dated_by) {
    const OntologySource sources[] = {core_ontology(), {"mine.json", R"({"relations": [{"name": "insures", "subject": "Company", "object": "Compound", "time": "event",
        "qualifiers": {"until": "date", "since": "date"})" + dated_by + "}]}", {}}};
    return load_ontology(sources);
  };
  FilingBuilder filing("x", "8-K", "2012-02-02");
  filing.fact(filing.thing("Company", "Fir Bio, Inc."), "insures", filing.thing("Compound", "firumab"), {{"since", {std::string("2011")}}, {"until", {std::string("2020")}}});
  const Asked asked({filing});
  CHECK(told(timeline(asked.store, ontology_with(R"(, "dated_by": "since")"), "compound/firumab", {})) == std::vector<std::string>{"2011 insures firumab"});
  CHECK(told(timeline(asked.store, ontology_with(""), "compound/firumab", {})) == std::vector<std::string>{"2020 insures firumab"});
}
