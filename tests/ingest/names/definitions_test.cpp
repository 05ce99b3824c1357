#include <doctest/doctest.h>

#include "base/names.hpp"
#include "ingest/names/document_names.hpp"
#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::testing;

TEST_CASE("a defined term is a name of the party before it, for the whole document") {
  const Analysed found = analyse({"It was signed by Quillon Zorbex, Inc. (\"QZI\") last year", "Then QZI paid for it"});
  CHECK(found.named("Company", 1) == Strings{"Quillon Zorbex, Inc."});
}

TEST_CASE("an address may stand between a party and its term") {
  const Analysed found = analyse({"This is made between Quillon Zorbex, Inc., a firm with an office at 12 High Road (\"Quillon\"), and Brill AG (\"Licensee\")",
                                  "Then Quillon grants a licence"});
  CHECK(found.named("Company", 1) == Strings{"Quillon Zorbex, Inc."});
  REQUIRE(found.analysis.defined_roles.contains(normal_form("Licensee", true)));
  CHECK(found.memory.entities.at(found.analysis.defined_roles.at(normal_form("Licensee", true))).name == "Brill AG");
}

TEST_CASE("what a definition calls by a common noun is no name") {
  const Analysed found = analyse({"It was sold by Quillon University (the \"Quillon Transaction\") last year", "The Quillon Transaction closed"});
  CHECK(found.named("Organization", 1).empty());
}

TEST_CASE("a former name is a name of the same thing") {
  const Analysed found = analyse({"It is held by Zorbex, Inc. (formerly known as Brill Corporation) today", "Then Brill Corporation sold it"});
  CHECK(found.named("Company", 1) == Strings{"Zorbex, Inc."});
}

TEST_CASE("who once had a former name of the filer is not the filer") {
  Filing filing;
  filing.filers.push_back({"ZORBEX INC", "0000000001", "filer", {}, {{"BRILL CORPORATION", "2019-01-31"}}});
  const Analysed found = analyse({"The plan was adopted by ZB Holdings, Inc. (f/k/a Brill Corporation) before the merger", "Zorbex, Inc. was once Brill Corporation"}, filing);
  CHECK(found.named("Company", 0) == Strings{"ZB Holdings, Inc.", "Zorbex, Inc."});
  CHECK(found.named("Company", 1).front() == "Zorbex, Inc.");
}

TEST_CASE("initials in order abbreviate, others do not") {
  using naming::abbreviates;
  CHECK(abbreviates("NSCLC", "non-small cell lung cancer"));
  CHECK(abbreviates("TAP", "Tumour-Activated Prodrug"));
  CHECK_FALSE(abbreviates("XYZ", "non-small cell lung cancer"));
  CHECK_FALSE(abbreviates("N", "non-small cell lung cancer"));
}

TEST_CASE("the speaker is who the document says that 'we' are") {
  SUBCASE("the registrant, by default") {
    Filing filing;
    filing.filers.push_back({"ZORBEX INC", "0000000001", "filer", {}, {}});
    const Analysed found = analyse({"We make drugs for a living"}, filing);
    REQUIRE(found.analysis.speaker != no_entity);
    CHECK(found.memory.entities.at(found.analysis.speaker).name == "ZORBEX INC");
  }
  SUBCASE("the company that the document says") {
    const Analysed found = analyse({"The terms \"we,\" \"us\" and \"our\" refer to Brill AG and nobody else"});
    REQUIRE(found.analysis.speaker != no_entity);
    CHECK(found.memory.entities.at(found.analysis.speaker).name == "Brill AG");
  }
  SUBCASE("the company that announces, where there is no registrant") {
    Filing filing;
    filing.filed = "2020-01-02";
    const Analysed found = analyse({"BASEL, January 2, 2020: Brill AG today announced a deal with Zorbex, Inc. of that town"}, filing);
    REQUIRE(found.analysis.speaker != no_entity);
    CHECK(found.memory.entities.at(found.analysis.speaker).name == "Brill AG");
  }
}

TEST_CASE("a shorter name behind a comma and \"or\" is a name of the party before it") {
  const Analysed found = analyse({"It was signed with Quillon Zorbex Labs, Inc., or QZL, last year", "Then QZL paid for it"});
  CHECK(found.named("Company", 1) == Strings{"Quillon Zorbex Labs, Inc."});
}

TEST_CASE("alternatives of a list are no names of each other") {
  const Analysed found = analyse({"It was signed with Quillon, Inc., Zorbex AG, or Brill AG, last year", "Then Brill AG paid for it"});
  CHECK(found.named("Company", 1) == Strings{"Brill AG"});
}

TEST_CASE("what several parties are called together is the one that is called so") {
  const Analysed first = analyse({"It was signed by Quillon, Inc., Quillon USA, Inc. and Quillon Sales, LLC (collectively, \"Quillon\")", "Then Quillon paid for it"});
  CHECK(first.named("Company", 1) == Strings{"Quillon, Inc."});
  const Analysed parent = analyse({"It was signed by Quillon East Co., Ltd., a unit of Quillon Limited (collectively, \"Quillon\")", "Then Quillon paid for it"});
  CHECK(parent.named("Company", 1) == Strings{"Quillon Limited"});
}

TEST_CASE("letters in brackets take in the small words behind a disease that they stand for") {
  const Analysed found = analyse({"It was tested in osteodysplasia ferox tardiva (OFT), a disorder of bone", "Then OFT was studied again"});
  CHECK(found.named("Indication", 1) == Strings{"osteodysplasia ferox tardiva"});
  CHECK(analyse({"It was tested in osteodysplasia of the hip (OFT) last year"}).named("Indication") == Strings{"osteodysplasia"});
}

TEST_CASE("a short name behind a party and its affiliates is the party's") {
  const Analysed found = analyse({"It was signed with Quillon Biotech, Inc. and its affiliates (Quillon) last year", "Then Quillon paid for it"});
  CHECK(found.named("Company", 1) == Strings{"Quillon Biotech, Inc."});
}
