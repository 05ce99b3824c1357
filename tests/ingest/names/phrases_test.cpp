#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest::testing;

namespace {

Strings diseases(const std::string& words) { return analyse({"It is meant for patients with " + words + " in several countries"}).named("Indication"); }

}  // namespace

TEST_CASE("a disease takes all its modifiers") {
  for (const std::string name : {"HER2-positive metastatic breast cancer", "relapsed or refractory multiple myeloma", "moderate to severe plaque psoriasis",
                                 "EGFR-mutant non-small cell lung cancer", "unresectable, locally advanced or metastatic urothelial carcinoma",
                                 "chronic kidney disease", "metastatic castration-resistant prostate cancer"}) {
    CAPTURE(name);
    const Strings found = diseases(name);
    REQUIRE(found.size() == 1);
    CHECK(found.front().size() >= std::min<std::size_t>(name.size(), 20));
  }
  CHECK(diseases("HER2-positive metastatic breast cancer") == Strings{"HER2-positive metastatic breast cancer"});
}

TEST_CASE("the shorter phrases down to the disease are names as well, but make nothing the same") {
  const Analysed found = analyse({"It is meant for metastatic breast cancer in several countries", "It is no cure of breast cancer at all"});
  const Strings names = found.names_of_first("Indication");
  CHECK(std::find(names.begin(), names.end(), "breast cancer") != names.end());
  CHECK(found.named("Indication", 0) != found.named("Indication", 1));
}

TEST_CASE("a bare general noun names no disease") {
  CHECK(diseases("the disease").empty());
  CHECK(diseases("a serious condition").empty());
  CHECK(diseases("other rare disorders").empty());
  CHECK(diseases("lymphoma") == Strings{"lymphoma"});
}

TEST_CASE("sites joined by and are several diseases, stages are one") {
  CHECK(diseases("breast and ovarian cancer") == Strings{"breast cancer", "ovarian cancer"});
  CHECK(diseases("locally advanced or metastatic melanoma") == Strings{"locally advanced or metastatic melanoma"});
}

TEST_CASE("an abbreviation stands for the shortest phrase whose initials it has") {
  const Analysed found = analyse({"It is meant for advanced hereditary retinal myopathy (HRM) in adults", "Another drug for HRM failed"});
  CHECK(found.named("Indication", 1) == Strings{"hereditary retinal myopathy"});
  const Analysed known = analyse({"It is meant for metastatic non-small cell lung cancer (NSCLC) in adults", "Another drug for NSCLC failed"});
  CHECK(known.named("Indication", 1) == Strings{"non-small cell lung cancer"});
}

TEST_CASE("a technology has a name before its head") {
  const Analysed found = analyse({"It uses the Slow Zorb Carrier (SZC) technology of that firm", "The firm sold SZC to others"});
  REQUIRE(found.named("Technology") == Strings{"Slow Zorb Carrier technology"});
  CHECK(found.named("Technology", 1) == found.named("Technology", 0));
  CHECK(analyse({"It uses new technology and a digital platform"}).named("Technology").empty());
}

TEST_CASE("a company before a platform is the company") {
  const Analysed found = analyse({"It was founded as Zorbex, Inc. long ago", "It uses the Zorbex platform every day"});
  CHECK(found.named("Company", 1) == Strings{"Zorbex, Inc."});
}

TEST_CASE("a brand that ends as diseases do is none") {
  CHECK(analyse({"It sells Zorbopathys (savolitinib) in China"}).named("Indication").empty());
  CHECK(analyse({"It sells drugs for neuropathy in China"}).named("Indication") == Strings{"neuropathy"});
}

TEST_CASE("a disease that is called after somebody stands by itself before an and") {
  CHECK(analyse({"It is for Alzheimer's and treatment resistant depression alone"}).spans("Indication") == Strings{"treatment resistant depression"});
}

TEST_CASE("the type of a disease is a part of its name") {
  CHECK(diseases("porphyria type IV") == Strings{"porphyria type IV"});
  CHECK(diseases("glycogen storage disease type Ib") == Strings{"glycogen storage disease type Ib"});
  CHECK(diseases("cancer type unknown") == Strings{"cancer"});
}

TEST_CASE("the receptor of a ligand is another thing than the ligand, and has units") {
  CHECK(analyse({"It binds the interleukin-21 receptor"}).named("Target") == Strings{"interleukin-21 receptor"});
  CHECK(analyse({"It binds the KIT receptor"}).named("Target") == Strings{"KIT"});
  CHECK(analyse({"It binds the somatostatin receptor type 3"}).spans("Target") == Strings{"somatostatin receptor type 3"});
}

TEST_CASE("mutation-positive says of which gene only with the word before it") {
  CHECK(diseases("QRX14 mutation-positive lung cancer") == Strings{"QRX14 mutation-positive lung cancer"});
  CHECK(diseases("anti-aquaporin-4 antibody-positive neuromyelitis optica") == Strings{"anti-aquaporin-4 antibody-positive neuromyelitis optica"});
  CHECK(diseases("some mutation-positive lung cancer") == Strings{"lung cancer"});
}
