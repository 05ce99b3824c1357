#include <doctest/doctest.h>

#include "tests/ingest/layers.hpp"

using rxgraph::Modality;
using rxgraph::ingest::Candidate;
using rxgraph::ingest::testing::Layers;

TEST_CASE("an approval that only an if-clause speaks of is no fact") {
  CHECK_FALSE(Layers("If the FDA approves AB-1234, Pfizer will build a plant.").states("AB-1234 approved_by FDA"));
  CHECK_FALSE(Layers("AB-1234, if approved for gout, would be the first of its kind.").states("AB-1234 in_phase Approved"));
  CHECK_FALSE(Layers("It is uncertain whether the FDA has approved AB-1234.").states("AB-1234 approved_by FDA"));
  CHECK(Layers("The FDA approved AB-1234, and Pfizer will build a plant if demand grows.").states("AB-1234 approved_by FDA"));
}

TEST_CASE("what something is done for, or waits for, has not happened") {
  CHECK_FALSE(Layers("Two trials are required for obtaining approval of AB-1234 from the FDA.").states("AB-1234 approved_by FDA"));
  CHECK_FALSE(Layers("A fee falls due upon approval of AB-1234 by the FDA.").states("AB-1234 approved_by FDA"));
  CHECK_FALSE(Layers("Pfizer prepares an application for orphan drug designation for AB-1234.").states("AB-1234 has_designation Orphan Drug Designation"));
  CHECK(Layers("The approval of AB-1234 by the FDA came in 2019.").states("AB-1234 approved_by FDA"));
}

TEST_CASE("a stage under a condition is none, a trial that is planned is planned") {
  CHECK_FALSE(Layers("If AB-1234 enters Phase 3, a milestone is due.").states("AB-1234 in_phase Phase 3"));
  for (const char* text : {"Pfizer plans a Phase 2 trial of AB-1234.", "A Phase 2 trial of AB-1234 is planned."}) {
    CAPTURE(text);
    const Layers layers(text);
    bool found = false;
    for (const Candidate& candidate : layers.candidates()) {
      if (candidate.relation == nullptr || candidate.relation->name != "in_phase") continue;
      found = true;
      CHECK(candidate.modality == Modality::planned);
    }
    CHECK(found);
  }
}

TEST_CASE("results that are awaited come from a trial that there is") {
  for (const char* text : {"Pfizer expects results from the Phase 3 trial of AB-1234 in June 2025.", "Pfizer plans to present data from its Phase 3 trial of AB-1234 in June.",
                           "Pfizer expects to complete enrollment in its Phase 3 trial of AB-1234 in June."}) {
    CAPTURE(text);
    bool found = false;
    for (const Candidate& candidate : Layers(text).candidates()) {
      if (candidate.relation == nullptr || candidate.relation->name != "in_phase") continue;
      found = true;
      CHECK(candidate.modality == Modality::asserted);
    }
    CHECK(found);
  }
}

TEST_CASE("what somebody is kept from has not happened") {
  CHECK_FALSE(Layers("The court kept Pfizer from obtaining approval for AB-1234.").states("AB-1234 in_phase Approved"));
  CHECK(Layers("After a long review, Pfizer obtained approval for AB-1234.").states("AB-1234 in_phase Approved"));
}

TEST_CASE("a plan after an and is a plan") {
  bool found = false;
  for (const Candidate& candidate : Layers("We are conducting a Phase 1 trial of AB-1234 and plan to initiate a Phase 2 trial of AB-1234.").candidates()) {
    if (candidate.relation == nullptr || candidate.relation->name != "in_phase" || candidate.rule.find(".verb.") == std::string::npos) continue;
    found = found || candidate.modality == Modality::planned;
  }
  CHECK(found);
}

TEST_CASE("what nobody vouches for is no statement, what is said by the way still is one") {
  for (const char* text : {"There can be no assurance that the FDA will approve AB-1234 for gout.", "We cannot assure you that the FDA will approve AB-1234 for gout.",
                           "No guarantee can be given that the FDA will approve AB-1234 for gout.", "We do not know whether the FDA will approve AB-1234 for gout."}) {
    CAPTURE(text);
    CHECK_FALSE(Layers(text).states("AB-1234 in_phase Approved"));
    CHECK_FALSE(Layers(text).states("AB-1234 approved_by FDA"));
  }
  CHECK_FALSE(Layers("There is no guarantee that Pfizer will acquire Novartis AG.").states("Pfizer acquires Novartis AG"));
  CHECK(Layers("There is no assurance that the Phase 2 trial of AB-1234 will succeed.").states("AB-1234 in_phase Phase 2"));
}

TEST_CASE("what is only reckoned as if it had happened has not") {
  for (const Candidate& candidate : Layers("The table shows the results of Pfizer as if the acquisition of Zorbex, Inc. had occurred on January 1, 2023.").candidates()) CHECK(candidate.roles.empty());
}

TEST_CASE("a gerund that opens a sentence tells of no event, unless it is over") {
  CHECK_FALSE(Layers("Obtaining approval of AB-1234 from the FDA takes years of work.").states("AB-1234 approved_by FDA"));
  CHECK(Layers("Having obtained approval of AB-1234 from the FDA, Pfizer hired a sales force.").states("AB-1234 in_phase Approved"));
}

TEST_CASE("what was planned and is begun is no plan") {
  for (const Candidate& candidate : Layers("We started the planned Phase 1 study of AB-1234 in gout.").candidates()) CHECK(candidate.modality != Modality::planned);
}

TEST_CASE("what a noun calls planned or anticipated is still to come") {
  bool found = false;
  for (const Candidate& candidate : Layers("Last year, we chose gout for the planned Phase 1 study of AB-1234.").candidates()) {
    if (candidate.relation == nullptr || candidate.relation->name != "in_phase") continue;
    found = true;
    CHECK(candidate.modality == Modality::planned);
  }
  CHECK(found);
}

TEST_CASE("what would have been did not come to pass") {
  for (const Candidate& candidate : Layers("Under other rules, Pfizer would have been deemed to have acquired Zorbex, Inc. in 2020.").candidates()) CHECK(candidate.roles.empty());
}
