#include <doctest/doctest.h>

#include "tests/ingest/stage.hpp"

using Words = std::vector<std::string>;
using Kind = rxgraph::ingest::SlotPlace::Kind;
using rxgraph::ingest::Filler;
using rxgraph::ingest::testing::Stage;

TEST_CASE("a name denotes its thing, directly") {
  const Stage stage("Pfizer develops trastuzumab.");
  const std::vector<Filler> found = stage.denoted("trastuzumab", {"Compound"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].direct);
  CHECK_FALSE(found[0].context);
  CHECK(stage.denoted("trastuzumab", {"Company"}).empty());
}

TEST_CASE("an apposition and a copula denote what they explain") {
  const Stage apposition("Trastuzumab, our lead antibody, inhibits HER2.");
  CHECK(apposition.shown(apposition.denoted("antibody", {"Compound"})) == Words{"trastuzumab"});
  const Stage copula("Trastuzumab is an antibody.");
  CHECK(copula.shown(copula.denoted("antibody", {"Compound"})) == Words{"trastuzumab"});
}

TEST_CASE("a definite noun refers to the one thing of its kind that was named last, and shows where") {
  const Stage one("Pfizer sells trastuzumab.\n\nThe antibody inhibits HER2.");
  const std::vector<Filler> found = one.denoted("antibody", {"Compound"});
  REQUIRE(one.shown(found) == Words{"trastuzumab"});
  CHECK_FALSE(found[0].direct);
  CHECK(found[0].confidence < 0.9F);
  REQUIRE(found[0].context);
  CHECK(one.words(*found[0].context) == "Pfizer sells trastuzumab.");
}

TEST_CASE("where two things could be meant, none is") {
  const Stage two("Pfizer sells trastuzumab with rituximab.\n\nThe antibody inhibits HER2.");
  CHECK(two.denoted("antibody", {"Compound"}).empty());
  const Stage indefinite("Pfizer sells trastuzumab.\n\nAn antibody inhibits HER2.");
  CHECK(indefinite.denoted("antibody", {"Compound"}).empty());
}

TEST_CASE("what was named too long ago is forgotten") {
  const Stage far("Pfizer sells trastuzumab.\n\nIt rained.\n\nIt snowed.\n\nIt stormed in Boston.\n\nThe antibody inhibits HER2.");
  CHECK(far.denoted("antibody", {"Compound"}).empty());
}

TEST_CASE("a common noun stands for what the heading above it names") {
  const Stage stage("# Trastuzumab\n\nThe antibody inhibits HER2.");
  CHECK(stage.shown(stage.denoted("antibody", {"Compound"})) == Words{"trastuzumab"});
}

TEST_CASE("its possessor is who acts in the clause") {
  const Stage stage("Pfizer and Roche met when Novartis began its trial.");
  CHECK(stage.things("trial", Kind::possessor, {"Company"}) == Words{"Novartis"});
}

TEST_CASE("a defined term is the party that the agreement makes it") {
  const Stage stage("This agreement is made by and between Genentech, Inc. (\"Licensor\") and Seagen Inc. (\"Licensee\").\n\nThe Licensee develops trastuzumab.");
  CHECK(stage.shown(stage.denoted("Licensee", {"Company"})) == Words{"Seagen Inc."});
}

TEST_CASE("what lies behind a carrier noun fills its place") {
  const Stage of("Pfizer began a trial of trastuzumab.");
  CHECK(of.things("trial", Kind::head, {"Compound"}) == Words{"trastuzumab"});
  const Stage with("Pfizer treats patients with lymphoma.");
  CHECK(with.things("treats", Kind::theme, {"Indication"}) == Words{"lymphoma"});
  const Stage quantity("Pfizer sells each of trastuzumab and rituximab.");
  CHECK(quantity.things("sells", Kind::theme, {"Compound"}) == Words{"trastuzumab", "rituximab"});
}

TEST_CASE("examples after a general noun are meant") {
  const Stage stage("Pfizer treats tumours such as lymphoma and melanoma.");
  CHECK(stage.things("treats", Kind::theme, {"Indication"}) == Words{"lymphoma", "melanoma"});
}

TEST_CASE("a name that nothing types is a guess of the slot, a negated group nothing") {
  const Stage unknown("Pfizer licensed trastuzumab from Zorbexa.");
  CHECK(unknown.things("licensed", Kind::preposition, {"Company"}, "from") == Words{"? Zorbexa"});
  const Stage none("No antibody inhibits HER2.");
  CHECK(none.denoted("antibody", {"Compound"}).empty());
}

TEST_CASE("\"both\" are the two that the sentence before was about") {
  const Stage stage("Trastuzumab and rituximab are antibodies.\n\nBoth are in Phase 2.");
  CHECK(stage.shown(stage.denoted("Both", {"Compound"})).size() == 2);
  const Stage one("Trastuzumab is an antibody.\n\nBoth are in Phase 2.");
  CHECK(one.denoted("Both", {"Compound"}).empty());
}

TEST_CASE("our lead candidate is what the heading above names, and nothing without one") {
  const Stage under("# Trastuzumab\n\nOur lead candidate inhibits HER2.");
  CHECK(under.shown(under.denoted("candidate", {"Compound"})) == Words{"trastuzumab"});
  const Stage without("Pfizer sells trastuzumab.\n\nOur lead candidate inhibits HER2.");
  CHECK(without.denoted("candidate", {"Compound"}).empty());
}

TEST_CASE("a plural that says itself what it means refers to no single thing") {
  const Stage stage("Pfizer sells trastuzumab.\n\nThe engineered bispecific antibodies inhibit HER2.");
  CHECK(stage.denoted("antibodies", {"Compound"}).empty());
}

TEST_CASE("a copy of a drug is not the drug") {
  const Stage stage("A third party sells its trastuzumab biosimilar.");
  CHECK(stage.denoted("biosimilar", {"Compound"}).empty());
}

TEST_CASE("a noun with a name of its own before it is not what the sentence named before") {
  const Stage other("AB-1234 sold better than all since Pfizer dropped the measles vaccine.");
  CHECK(other.denoted("vaccine", {"Compound"}).empty());
}
