#include "query/pipeline.hpp"

#include <doctest/doctest.h>

#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

namespace {

const char* const nordic = "company/nordic-conjugates-inc";

/// "norumab: Phase 2 for asthma" a row.
std::vector<std::string> told(const std::vector<PipelineRow>& rows) {
  std::vector<std::string> lines;
  for (const PipelineRow& row : rows) {
    lines.push_back(row.thing.name + ": " + row.stage + (row.planned ? " planned" : "") + (row.ended ? " ended" : "") + (row.purpose.empty() ? "" : " for " + row.purpose));
  }
  return lines;
}

Qualifiers for_disease(const std::string& disease) { return {{"indication", {disease}}}; }

Ontology with(const std::string& text) {
  const OntologySource sources[] = {core_ontology(), {"mine.json", text, {}}};
  return load_ontology(sources);
}

}  // namespace

TEST_CASE_FIXTURE(Programme, "the pipeline of a company") {
  SUBCASE("what it develops, in the furthest phase that is reached") {
    const auto rows = pipeline(store, core(), nordic, {});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].thing.name == "Norumab DM1");
    CHECK(rows[0].stage == "Phase 2");
    CHECK_FALSE(rows[0].planned);
    CHECK(rows[0].purpose == "HER2-positive breast cancer");
    CHECK(rows[0].since == "2007-07");
    CHECK(rows[0].relations == std::vector<std::string>{"develops"});
    CHECK(rows[0].source.form == "8-K");
    CHECK(rows[0].source.filed == "2007-07-31");
    CHECK(rows[0].source.address == "https://www.sec.gov/Archives/edgar/data/111111/000011111107000001/");
  }
  SUBCASE("what others make with its payload comes last, with who they are") {
    const auto rows = pipeline(store, core(), nordic, {});
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].thing.uid == "compound/cedrumab-nm4");
    CHECK(rows[1].via == "NM4");
    CHECK(rows[1].partners == std::vector<std::string>{"Cedar Oncology, Inc."});
    CHECK(rows[1].relations.empty());
    CHECK(rows[1].stage.empty());
  }
  SUBCASE("as of a date") {
    const auto rows = pipeline(store, core(), nordic, {"", "2007-07", 0});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].stage == "Phase 2");
    CHECK(pipeline(store, core(), nordic, {"", "2005", 0}).empty());
    CHECK(told(pipeline(store, core(), nordic, {"", "2006", 0})) == std::vector<std::string>{"cedrumab-NM4: "});
  }
  SUBCASE("nothing is that sure") { CHECK(pipeline(store, core(), nordic, {"", "", 0.99}).empty()); }
  SUBCASE("a filing that is retracted takes its phase along") {
    retract("first");
    CHECK(told(pipeline(store, core(), "company/nci", {})) == std::vector<std::string>{"Norumab DM1: "});
    retract("deal");
    retract("third");
    CHECK(pipeline(store, core(), nordic, {}).empty());
  }
  SUBCASE("of what is no company, or not there") {
    CHECK(pipeline(store, core(), "target/her2", {}).empty());
    CHECK(pipeline(store, core(), "company/nobody", {}).empty());
  }
}

TEST_CASE_FIXTURE(Nothing, "an empty graph has no pipeline") { CHECK(pipeline(store, core(), nordic, {}).empty()); }

TEST_CASE("a row for each indication, each in its furthest phase, the furthest first") {
  FilingBuilder filing("x", "10-K", "2010-01-01");
  const auto company = filing.thing("Company", "Fir Bio, Inc.");
  const auto one = filing.thing("Compound", "firumab");
  const auto two = filing.thing("Compound", "abiesmab");
  const auto first = filing.thing("Phase", "Phase 1"), second = filing.thing("Phase", "Phase 2"), third = filing.thing("Phase", "Phase 3");
  filing.fact(company, "develops", one);
  filing.fact(company, "develops", two);
  filing.fact(one, "in_phase", first, for_disease("asthma"));
  filing.fact(one, "in_phase", second, for_disease("asthma"));
  filing.fact(one, "in_phase", first, for_disease("gout"));
  SUBCASE("one that is reached goes before one that is planned") {
    filing.fact(one, "in_phase", third, for_disease("asthma")).modality = Modality::planned;
    filing.fact(two, "in_phase", second).modality = Modality::planned;
    const Asked asked({filing});
    CHECK(told(pipeline(asked.store, core(), "company/fir-bio-inc", {})) ==
          std::vector<std::string>{"firumab: Phase 2 for asthma", "firumab: Phase 1 for gout", "abiesmab: Phase 2 planned"});
  }
  SUBCASE("a phase without an indication is told only where it is further than those with one") {
    filing.fact(one, "in_phase", second);
    CHECK(pipeline(Asked({filing}).store, core(), "company/fir-bio-inc", {}).size() == 3);
    filing.fact(one, "in_phase", third);
    const Asked asked({filing});
    CHECK(told(pipeline(asked.store, core(), "company/fir-bio-inc", {})) ==
          std::vector<std::string>{"firumab: Phase 3", "firumab: Phase 2 for asthma", "firumab: Phase 1 for gout", "abiesmab: "});
  }
  SUBCASE("a compound without a phase has the best supported of what it treats") {
    for (const char* disease : {"asthma", "gout", "lupus", "psoriasis"}) filing.fact(two, "treats", filing.thing("Indication", disease));
    const auto rows = pipeline(Asked({filing}).store, core(), "company/fir-bio-inc", {});
    REQUIRE(rows.size() == 3);
    CHECK(rows[2].purpose == "asthma, gout, lupus");
    CHECK(rows[2].source.text == "Fir Bio, Inc. develops abiesmab.");
  }
  SUBCASE("a narrower indication stands for the broader one too, unless that one is further") {
    const auto gout = filing.thing("Indication", "gout"), chronic = filing.thing("Indication", "chronic gout");
    for (const auto& disease : {gout, chronic}) {
      filing.fact(one, "treats", disease);
      filing.fact(two, "treats", disease);
    }
    filing.fact(one, "in_phase", first, for_disease("chronic gout"));
    filing.fact(two, "in_phase", third, for_disease("gout"));
    filing.fact(two, "in_phase", second, for_disease("chronic gout"));
    const Asked asked({filing});
    CHECK(told(pipeline(asked.store, core(), "company/fir-bio-inc", {})) ==
          std::vector<std::string>{"abiesmab: Phase 3 for gout", "abiesmab: Phase 2 for chronic gout", "firumab: Phase 2 for asthma", "firumab: Phase 1 for chronic gout"});
  }
  SUBCASE("nor is the broader one named beside the narrower one where no phase is told") {
    const auto gout = filing.thing("Indication", "gout"), chronic = filing.thing("Indication", "chronic gout");
    for (const auto& disease : {gout, chronic, filing.thing("Indication", "lupus")}) filing.fact(two, "treats", disease);
    CHECK(told(pipeline(Asked({filing}).store, core(), "company/fir-bio-inc", {})).back() == "abiesmab:  for chronic gout, lupus");
  }
  SUBCASE("what sort of drug it is, without what the name of a narrower sort says anyway") {
    for (const char* sort : {"antibody", "bispecific antibody", "fusion protein"})
      filing.fact(two, "has_modality", filing.thing("DrugModality", sort)).kind = StatementKind::attribute;
    const auto rows = pipeline(Asked({filing}).store, core(), "company/fir-bio-inc", {});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].sorts.empty());
    CHECK(rows[2].sorts == std::vector<std::string>{"bispecific antibody", "fusion protein"});
  }
  SUBCASE("what was given up is marked") {
    filing.fact(filing.thing("Company", "Other, Inc."), "discontinues", two);
    CHECK(told(pipeline(Asked({filing}).store, core(), "company/fir-bio-inc", {})).back() == "abiesmab:  ended");
  }
}

TEST_CASE("the question is data") {
  FilingBuilder filing("x", "10-K", "2010-01-01");
  const auto company = filing.thing("Company", "Fir Bio, Inc."), other = filing.thing("Company", "Larch, Inc.");
  const auto compound = filing.thing("Compound", "firumab"), target = filing.thing("Target", "IL-5");
  filing.fact(company, "manufactures", compound);
  filing.fact(other, "develops", compound);
  filing.fact(compound, "targets", target);
  const Asked asked({filing});
  CHECK(pipeline(asked.store, core(), "company/fir-bio-inc", {}).empty());
  SUBCASE("a relation more") {
    const auto rows = pipeline(asked.store, with(R"({"questions": {"pipeline": {"extends": true, "holds": "manufactures"}}})"), "company/fir-bio-inc", {});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].relations == std::vector<std::string>{"manufactures"});
    CHECK(rows[0].partners == std::vector<std::string>{"Larch, Inc."});
  }
  SUBCASE("another purpose") {
    const Ontology targets = with(R"({"questions": {"pipeline": {"thing": "Compound", "holds": "develops", "purpose": "targets"}}})");
    CHECK(told(pipeline(asked.store, targets, "company/larch-inc", {})) == std::vector<std::string>{"firumab:  for IL-5"});
  }
  SUBCASE("no question, no answer") {
    Ontology silent = core();
    silent.questions = {};
    CHECK(pipeline(asked.store, silent, "company/larch-inc", {}).empty());
  }
}
