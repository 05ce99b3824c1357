#include <doctest/doctest.h>

#include "base/error.hpp"
#include "ontology/load.hpp"
#include "query/deals.hpp"
#include "query/names.hpp"
#include "query/path.hpp"
#include "query/pipeline.hpp"
#include "query/show.hpp"
#include "query/timeline.hpp"
#include "query/why.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/records.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

namespace {

/// The programme of tests/graph/records.hpp, and a deal with parts of a conjugate.
struct Fixture {
  Folder folder;
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);

  Fixture() {
    for (const FilingRecords& records : programme()) store.put(records);
    FilingBuilder deal("deal", "8-K", "2006-05-03");
    const auto licensor = deal.thing("Company", "Nordic Conjugates, Inc.", {}, {{"cik", "111111"}});
    const auto licensee = deal.thing("Company", "Cedar Oncology, Inc.");
    const auto payload = deal.thing("Payload", "NM4");
    const auto conjugate = deal.thing("Compound", "cedrumab-NM4");
    const auto agreement = deal.thing("Deal", "license agreement");
    const Qualifiers terms = {{"agreement", {std::string("license")}}, {"date", {std::string("2006-05-01")}}, {"territory", {std::string("worldwide")}}};
    deal.fact(agreement, "licensor", licensor, terms).role = true;
    deal.fact(agreement, "licensee", licensee, terms).role = true;
    deal.fact(agreement, "asset", payload, terms).role = true;
    deal.fact(licensee, "licenses", payload).rule = "derive.deal-licenses";
    deal.fact(licensor, "owns", payload);
    deal.fact(conjugate, "has_payload", payload);
    deal.fact(licensee, "develops", conjugate);
    store.put(deal);
    store.commit();
    store.rebuild(core());
  }
};

std::vector<std::string> uids_of(const NameChoice& choice) {
  std::vector<std::string> uids;
  for (const auto& hit : choice.hits) uids.push_back(hit.uid);
  return uids;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a typed name means one thing, several, or none") {
  CHECK(choose(store, "nordic conjugates inc").unique());
  CHECK(choose(store, "company/nordic-conjugates-inc").unique());
  CHECK(choose(store, "NC101").hits[0].uid == "compound/norumab-dm1");
  SUBCASE("several: the best connected first") {
    const NameChoice choice = choose(store, "alder");
    CHECK(uids_of(choice) == std::vector<std::string>{"company/alder-pharma-ag", "company/birch-therapeutics-inc"});
    CHECK(choice.nearest.empty());
  }
  SUBCASE("none: the nearest") {
    const NameChoice choice = choose(store, "norumab-DM2");
    CHECK(choice.hits.empty());
    REQUIRE_FALSE(choice.nearest.empty());
    CHECK(choice.nearest[0].uid == "compound/norumab-dm1");
  }
  SUBCASE("of a type") {
    CHECK(choose(store, "NC-101", {"Company"}).hits.empty());
    CHECK(choose(store, "compound:NC-101").unique());
    CHECK(choose(store, "target:NC-101").hits.empty());
  }
}

TEST_CASE("phases are told apart by how far they are") {
  const std::vector<std::string> ascending = {"no phase", "Preclinical", "Clinical", "Phase 1",  "Phase 1a", "Phase 1b", "Phase 1/2",
                                              "Phase II", "Phase 2b",    "Phase 2/3", "Phase 3", "Phase 4",  "Approved"};
  for (std::size_t i = 1; i < ascending.size(); ++i) {
    CAPTURE(ascending[i]);
    CHECK(phase_rank(ascending[i - 1]) < phase_rank(ascending[i]));
  }
}

TEST_CASE_FIXTURE(Fixture, "the pipeline of a company") {
  SUBCASE("what it develops, in the furthest phase that is reached") {
    const auto rows = pipeline(store, "company/nordic-conjugates-inc", {});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].compound.name == "Norumab DM1");
    CHECK(rows[0].phase == "Phase 2");
    CHECK_FALSE(rows[0].planned);
    CHECK(rows[0].indication == "HER2-positive breast cancer");
    CHECK(rows[0].since == "2007-07");
    CHECK(rows[0].relations == std::vector<std::string>{"develops"});
    CHECK(rows[0].source.form == "8-K");
    CHECK(rows[0].source.filed == "2007-07-31");
    CHECK(rows[0].source.address == "https://www.sec.gov/Archives/edgar/data/111111/000011111107000001/");
  }
  SUBCASE("what others make with its payload comes last, with who they are") {
    const auto rows = pipeline(store, "company/nordic-conjugates-inc", {});
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].compound.uid == "compound/cedrumab-nm4");
    CHECK(rows[1].via == "NM4");
    CHECK(rows[1].partners == std::vector<std::string>{"Cedar Oncology, Inc."});
    CHECK(rows[1].phase.empty());
  }
  SUBCASE("as of a date") {
    const auto rows = pipeline(store, "company/nordic-conjugates-inc", {"", "2007-07", 0});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].phase == "Phase 2");
    CHECK(pipeline(store, "company/nordic-conjugates-inc", {"", "2005", 0}).empty());
  }
  SUBCASE("nothing is that sure") { CHECK(pipeline(store, "company/nordic-conjugates-inc", {"", "", 0.99}).empty()); }
}

TEST_CASE_FIXTURE(Fixture, "a timeline is in order of time, stated or reported") {
  const auto events = timeline(store, core(), "compound/norumab-dm1", {});
  std::vector<std::string> told;
  for (const Event& event : events) told.push_back(event.date + (event.reported ? " reported " : " ") + event.relation + " " + event.object.name);
  CHECK(told == std::vector<std::string>{"2007-07 in_phase Phase 2", "2007-07-31 reported treats HER2-positive breast cancer",
                                         "2007-07-31 reported develops Norumab DM1", "2008 in_phase Phase III", "2009-01-02 submitted_to FDA"});
}

TEST_CASE_FIXTURE(Fixture, "a portrait has facts both ways, grouped as they read") {
  CHECK_FALSE(show(store, core(), "compound/nothing", {}).has_value());
  const auto portrait = show(store, core(), "compound/norumab-dm1", {});
  REQUIRE(portrait.has_value());
  CHECK(portrait->node.aliases == std::vector<std::string>{"NC-101", "norumab-DM1"});
  std::vector<std::string> readings;
  for (const FactGroup& group : portrait->groups) readings.push_back(group.reading);
  CHECK(readings == std::vector<std::string>{"targets", "treats", "in_phase", "submitted_to", "developed_by"});
  CHECK(portrait->groups[0].facts[0].filings == 2);
  CHECK(portrait->groups[0].facts[0].best.filed == "2008-03-10");
  CHECK(portrait->joined_names == std::vector<std::string>{"NC-101 = norumab-DM1: parenthesis in 8-K 2007-07-31"});
}

TEST_CASE_FIXTURE(Fixture, "why tells every statement of a fact, its place and its premises") {
  const auto explanations = why(store, core(), "compound/norumab-dm1", "targets", "target/her2", {});
  REQUIRE(explanations.size() == 1);
  const Explanation& explanation = explanations[0];
  REQUIRE(explanation.reasons.size() == 2);
  CHECK(explanation.reasons[0].citations[0].filed == "2007-07-31");
  CHECK(explanation.reasons[0].citations[0].section == "8.01");
  CHECK(explanation.reasons[0].citations[0].text == "norumab-DM1 targets HER2.");
  CHECK(explanation.reasons[1].confidence == 0.97);
  CHECK(explanation.reasons[1].rule == "targets.verb.1");
  SUBCASE("read backwards") {
    CHECK(why(store, core(), "target/her2", "targeted_by", "compound/norumab-dm1", {}) == explanations);
    CHECK(why(store, core(), "target/her2", "targets", "compound/norumab-dm1", {}).empty());
    CHECK(why(store, core(), "target/her2", "", "compound/norumab-dm1", {}) == explanations);
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
  }
  SUBCASE("no such relation") {
    CHECK_THROWS_WITH_AS(why(store, core(), "compound/norumab-dm1", "tagrets", "target/her2", {}),
                         doctest::Contains("unknown relation 'tagrets'; did you mean 'targets'"), UnknownName);
  }
  SUBCASE("the premises of what is derived") {
    const auto derived = why(store, core(), "company/cedar-oncology-inc", "licenses", "payload/nm4", {});
    REQUIRE(derived.size() == 1);
    std::vector<std::string> premises;
    for (const Fact& premise : derived[0].premises) premises.push_back(premise.edge.relation);
    CHECK(premises == std::vector<std::string>{"licensee", "asset", "licensor"});
  }
}

TEST_CASE_FIXTURE(Fixture, "a path is a chain of facts") {
  const auto steps = path(store, core(), "company/cedar-oncology-inc", "target/her2", {});
  REQUIRE(steps.has_value());
  std::string at = "company/cedar-oncology-inc";
  for (const PathStep& step : *steps) {
    CHECK((step.forward ? step.fact.subject.uid : step.fact.object.uid) == at);
    at = step.forward ? step.fact.object.uid : step.fact.subject.uid;
    CHECK_FALSE(step.fact.best.text.empty());
  }
  CHECK(at == "target/her2");
  CHECK(steps->size() <= 4);
  CHECK(path(store, core(), "target/her2", "target/her2", {})->empty());
  CHECK_FALSE(path(store, core(), "target/her2", "company/birch-therapeutics-inc", {"", "2008", 0}).has_value());
}

TEST_CASE_FIXTURE(Fixture, "the deals of a company") {
  const auto rows = deals(store, core(), "company/nordic-conjugates-inc", {});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].date == "2006-05");
  CHECK(rows[0].kind == "collaborates_with");
  CHECK(rows[1].date == "2006-05-01");
  CHECK(rows[1].kind == "license");
  std::vector<std::string> roles;
  for (const DealRole& role : rows[1].roles) roles.push_back(role.role + " " + role.things.at(0).name);
  CHECK(roles == std::vector<std::string>{"licensor Nordic Conjugates, Inc.", "licensee Cedar Oncology, Inc.", "asset NM4"});
  CHECK(first_text(rows[1].terms, "territory") == "worldwide");
  const auto payments = deals(store, core(), "company/birch-therapeutics-inc", {});
  REQUIRE(payments.size() == 1);
  CHECK(payments[0].kind == "milestone");
  CHECK(qualifier_text(payments[0].terms, "amount") == "5000000");
}
