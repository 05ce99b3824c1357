#include <doctest/doctest.h>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest::testing;

namespace {

Strings phases(const std::string& words) { return analyse({"It was tested in " + words + " by several groups"}).named("Phase"); }

}  // namespace

TEST_CASE("phases have one spelling each") {
  CHECK(phases("a Phase II trial") == Strings{"Phase 2"});
  CHECK(phases("a phase 1b study") == Strings{"Phase 1b"});
  CHECK(phases("a Phase I/II trial") == Strings{"Phase 1/2"});
  CHECK(phases("a Phase 1b/2 trial") == Strings{"Phase 1b/2"});
  CHECK(phases("a Phase 1-2 trial") == Strings{"Phase 1/2"});
  CHECK(phases("Phases 1 and 2 of it") == Strings{"Phase 1", "Phase 2"});
  CHECK(phases("Phase 2 and Phase 3 trials") == Strings{"Phase 2", "Phase 3"});
  CHECK(phases("a later phase of growth").empty());
}

TEST_CASE("phases said in words") {
  CHECK(analyse({"It is in preclinical development at present"}).named("Phase") == Strings{"Preclinical"});
  CHECK(analyse({"It is now in IND-enabling studies"}).named("Phase") == Strings{"Preclinical"});
  CHECK(analyse({"It is now in clinical testing"}).named("Phase") == Strings{"Clinical"});
  CHECK(analyse({"It dosed patients in a first-in-human study"}).named("Phase") == Strings{"Clinical"});
  CHECK(analyse({"The cost of clinical trials rose"}).named("Phase").empty());
}

TEST_CASE("registry numbers name trials, with a blank or without") {
  CHECK(analyse({"The study is listed as NCT01234567 there"}).named("Trial") == Strings{"NCT01234567"});
  CHECK(analyse({"The study is listed as NCT 01234567 there"}).named("Trial") == Strings{"NCT01234567"});
  CHECK(analyse({"The study is listed as NCT0123456 there"}).named("Trial").empty());
}

TEST_CASE("a name beside the noun is a trial's, also with a phase between") {
  CHECK(analyse({"It was shown in the ZORBITAS trial last year"}).named("Trial") == Strings{"ZORBITAS"});
  CHECK(analyse({"It was shown in the ZORBITAS Phase 3 clinical trial last year"}).named("Trial") == Strings{"ZORBITAS"});
  CHECK(analyse({"It was shown in the ZORBITAS-2 study last year"}).named("Trial") == Strings{"ZORBITAS-2"});
  CHECK(analyse({"It was shown in a clinical trial (ZORBITAS 2) last year"}).named("Trial") == Strings{"ZORBITAS 2"});
  CHECK(analyse({"It was shown in an investigator-initiated trial (IIT) last year"}).named("Trial").empty());
  CHECK(analyse({"It was shown in the pivotal trial last year"}).named("Trial").empty());
}

TEST_CASE("a trial's name holds for the document") {
  const Analysed found = analyse({"It was shown in the ZORBITAS trial last year", "Later ZORBITAS was extended"});
  CHECK(found.named("Trial", 1) == Strings{"ZORBITAS"});
}

TEST_CASE("designations are known by their words") {
  CHECK(analyse({"It was granted fast track designation and orphan drug status"}).named("Designation") ==
        Strings{"Fast Track Designation", "Orphan Drug Designation"});
}

TEST_CASE("a code before the noun is the study where that is one of another compound") {
  CHECK(analyse({"It announced the P404 study of ABC-1234 in gout"}).named("Trial") == Strings{"P404"});
  CHECK(analyse({"It announced the P404 study in gout"}).named("Trial").empty());
}

TEST_CASE("a study in capitals is none of the companies that are written otherwise") {
  CHECK(analyse({"It was shown in the ORION trial last year"}).named("Trial") == Strings{"ORION"});
  CHECK(analyse({"It was shown in the Orion trial last year"}).named("Trial").empty());
}

TEST_CASE("a code that the text explains as a study, or names in brackets behind the noun, is one") {
  const Analysed copula = analyse({"ZORBI-201 is a global pivotal trial of it", "Doses were tested in ZORBI-201 too"});
  CHECK(copula.named("Trial", 1) == Strings{"ZORBI-201"});
  CHECK(analyse({"Data came from ZORBI-202, an open-label Phase 2 study"}).named("Trial") == Strings{"ZORBI-202"});
  CHECK(analyse({"It runs a pediatric study (ZORBI-203) in eczema"}).named("Trial") == Strings{"ZORBI-203"});
  CHECK(analyse({"ZORBI-204, an antibody, is tested in a trial"}).named("Trial").empty());
}

TEST_CASE("the name of a series of studies is no drug, though a cue stands behind it") {
  const Analysed found = analyse({"It began the ZORBITAS monotherapy program", "It was tested in ZORBITAS-201 and ZORBITAS-202"});
  CHECK(found.named("Compound", 0).empty());
  CHECK(found.named("Trial", 1) == Strings{"ZORBITAS-201", "ZORBITAS-202"});
}

TEST_CASE("what a study is said to test is no study") {
  const Analysed found = analyse({"Enrollment of our pivotal Zorbiflu Phase 3 trial is complete", "It began a pivotal trial for Zorbiflu, its vaccine candidate"});
  CHECK(found.named("Trial", 0).empty());
  CHECK(found.named("Trial", 1).empty());
}

TEST_CASE("capitals, a word and a number are the name of a study before the noun") {
  CHECK(analyse({"Results of the Phase 3 ZOrbita130 study were told"}).named("Trial") == Strings{"ZOrbita130"});
  CHECK(analyse({"Results of the P404 study evaluating the antibody ABC-1234 were told"}).named("Trial") == Strings{"P404"});
}

TEST_CASE("what stands before the colon of a title is the name of the study that it tells of") {
  CHECK(analyse({"ZORBI: A Phase 2 study of it in gout"}).named("Trial") == Strings{"ZORBI"});
  CHECK(analyse({"IMzorbi130: updated results from a randomized trial"}).named("Trial") == Strings{"IMzorbi130"});
  CHECK(analyse({"RESULTS: A Phase 2 study of it was ended"}).named("Trial").empty());
  CHECK(analyse({"ZORBI: a company in Paris"}).named("Trial").empty());
}

TEST_CASE("codes of a series before a phase and the noun are studies") {
  const Analysed found = analyse({"It met its goal in the ZORBI-AA2 and ZORBI-AA3 Phase 3 trials", "Later ZORBI-AA2 was extended"});
  CHECK(found.named("Trial", 0) == Strings{"ZORBI-AA2", "ZORBI-AA3"});
  CHECK(found.named("Trial", 1) == Strings{"ZORBI-AA2"});
}

TEST_CASE("a code that is told to be a study once names one wherever it stands alone") {
  const std::vector<std::string> later = {"Data from QUIRK-AA1 were shown", "In QUIRK-AA1 and QUIRK-AA2 more patients did well", "The goal of QUIRK-AA1 was met", "They saw the same in QUIRK-AA2"};
  for (const std::string first : {"They ran a Phase 2/3 study QUIRK-AA1 in adults", "They ran QUIRK-AA1, the Phase 3 trial in adults", "They ran two Phase 3 studies (QUIRK-AA1 and another) in adults"}) {
    CAPTURE(first);
    std::vector<std::string> lines{first};
    lines.insert(lines.end(), later.begin(), later.end());
    CHECK(analyse(lines).named("Trial", 2) == Strings{"QUIRK-AA1", "QUIRK-AA2"});
  }
  CHECK(analyse({"They plan to study QUIRK-101 in adults", later[0]}).named("Trial").empty());
}

TEST_CASE("what says how doses rise in a study is not its name") {
  CHECK(analyse({"It was given in a Phase 1 MAD study in adults"}).named("Trial").empty());
}

TEST_CASE("what a study is called is its name, what its drug is called is not") {
  const auto trials = [](const std::string& text) { return analyse({text}).named("Trial"); };
  CHECK(trials("A Phase 2 study in patients with gout, known as LUMEN, began in May.") == Strings{"LUMEN"});
  CHECK(trials("The trial called LUMEN-2 began in May.") == Strings{"LUMEN-2"});
  CHECK(trials("The trial, also referred to as the \"LUMEN\" study, began in May.") == Strings{"LUMEN"});
  CHECK(trials("The study of a drug called LUMEN began in May.").empty());
}

TEST_CASE("studies in brackets behind the noun, with Roman numbers, and a code between the phase and the noun") {
  CHECK(analyse({"It was shown in two Phase 3 trials (ZORB-QUIRK-I and ZORB-QUIRK-II) last year"}).named("Trial") == Strings{"ZORB-QUIRK-I", "ZORB-QUIRK-II"});
  CHECK(analyse({"They said that the Phase 3 (P301) study met its goal"}).named("Trial") == Strings{"P301"});
}

TEST_CASE("names in a row before or behind the plural of the noun are studies, each with its phase") {
  CHECK(analyse({"It rests on the Phase 3 ZORBI-1, the Phase 2b ZORBI-2 and the Phase 2 KELVO clinical trials"}).named("Trial") == Strings{"ZORBI-1", "ZORBI-2", "KELVO"});
  CHECK(analyse({"It is tested in three Phase 3 trials, ZORBI, KELVO and MARUN"}).named("Trial") == Strings{"ZORBI", "KELVO", "MARUN"});
  CHECK(analyse({"It runs two trials of ABC-1234, ZORBI-1 and ZORBI-2, in gout"}).named("Trial") == Strings{"ZORBI-1", "ZORBI-2"});
  CHECK(analyse({"It runs three trials of ABC-1234, ZORBI-1 and ZORBI-2, in gout"}).named("Trial").empty());
  CHECK(analyse({"It ran the ABC-1234 and ABC-1235 trials"}).named("Trial").empty());
}

TEST_CASE("a study in a row is one where its name stands alone") {
  const Analysed found = analyse({"It runs the ZORBI-1 and ZORBI-2 trials", "The endpoint of ZORBI-2 was met"});
  CHECK(found.named("Trial", 1) == Strings{"ZORBI-2"});
  CHECK(found.named("Compound", 1).empty());
}

TEST_CASE("the code of a drug without its hyphen and a number behind are a study of it") {
  const Analysed found = analyse({"It began a trial of ABC-1234", "The study, called ABC1234-301, goes on"});
  CHECK(found.named("Trial", 1) == Strings{"ABC1234-301"});
  CHECK(analyse({"It sells ABC1234-301 in Japan"}).named("Trial").empty());
}

TEST_CASE("one capital and three figures number a study where the text explains one of them so") {
  const Analysed found = analyse({"In the P303 study it met the endpoint", "It runs P301 and P303, two Phase 3 trials of ABC-1234"});
  CHECK(found.named("Trial", 0) == Strings{"P303"});
  CHECK(found.named("Trial", 1) == Strings{"P301", "P303"});
  CHECK(found.named("Compound", 1) == Strings{"ABC-1234"});
  CHECK(analyse({"It gave P303 to patients with gout"}).named("Trial").empty());
}
