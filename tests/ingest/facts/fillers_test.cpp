#include "ingest/facts/fillers.hpp"

#include <doctest/doctest.h>

#include "tests/ingest/stage.hpp"

using Words = std::vector<std::string>;
using Kind = rxgraph::ingest::SlotPlace::Kind;
using rxgraph::ingest::testing::Stage;

TEST_CASE("agent, theme and prepositions of a verb are its places") {
  const Stage stage("In May 2020, Pfizer licensed trastuzumab from Roche in Japan.");
  CHECK(stage.things("licensed", Kind::agent, {"Company"}) == Words{"Pfizer"});
  CHECK(stage.things("licensed", Kind::theme, {"Compound"}) == Words{"trastuzumab"});
  CHECK(stage.things("licensed", Kind::preposition, {"Company"}, "from") == Words{"Roche"});
  CHECK(stage.values("licensed", Kind::when, "licenses", "date") == Words{"2020-05"});
  CHECK(stage.values("licensed", Kind::preposition, "licenses", "territory", "in") == Words{"Japan"});
}

TEST_CASE("a place holds only what its types admit") {
  const Stage stage("Pfizer develops trastuzumab.");
  CHECK(stage.things("develops", Kind::theme, {"Company"}).empty());
  CHECK(stage.things("develops", Kind::agent, {"Compound", "Target"}).empty());
  CHECK(stage.things("develops", Kind::recipient, {"Company"}).empty());
}

TEST_CASE("a list is distributed, and what is excepted stays out") {
  const Stage list("Pfizer develops trastuzumab, rituximab and bevacizumab.");
  CHECK(list.things("develops", Kind::theme, {"Compound"}) == Words{"trastuzumab", "rituximab", "bevacizumab"});
  const Stage none("Pfizer develops no antibody.");
  CHECK(none.things("develops", Kind::theme, {"Compound"}).empty());
}

TEST_CASE("names before a noun are modifiers, with a hyphen or without one") {
  const Stage plain("The trastuzumab trial began.");
  CHECK(plain.things("trial", Kind::modifier, {"Compound"}) == Words{"trastuzumab"});
  const Stage link("The HER2-targeting antibody was approved.");
  CHECK(link.things("antibody", Kind::link, {"Target"}, "targeting") == Words{"HER2"});
  CHECK(link.things("antibody", Kind::modifier, {"Target"}).empty());
  const Stage prefix("The anti-HER2 antibody was approved.");
  CHECK(prefix.things("antibody", Kind::prefix, {"Target"}, "anti") == Words{"HER2"});
  CHECK(prefix.things("antibody", Kind::link, {"Target"}, "anti").empty());
}

TEST_CASE("two phases before one noun are two modifiers") {
  const Stage stage("Roche completed Phase 1 and Phase 2 trials.");
  Words phases = stage.things("trials", Kind::modifier, {"Phase"});
  std::sort(phases.begin(), phases.end());
  CHECK(phases == Words{"Phase 1", "Phase 2"});
}

TEST_CASE("a part of a name is named by itself elsewhere") {
  const Stage conjugate("DM1 is a toxin.\n\nThe conjugate trastuzumab-DM1 is in Phase 2.");
  CHECK(conjugate.things("trastuzumab-DM1", Kind::part, {"Payload"}) == Words{"DM1"});
  const Stage whole("DM1 is a toxin.\n\nTrastuzumab is in Phase 2.");
  CHECK(whole.things("Trastuzumab", Kind::part, {"Payload"}).empty());
}

TEST_CASE("possessors: a genitive, a pronoun, and an attribute of an event noun") {
  const Stage genitive("Pfizer's trial of trastuzumab began.");
  CHECK(genitive.things("trial", Kind::possessor, {"Company"}) == Words{"Pfizer"});
  CHECK(genitive.things("trial", Kind::genitive, {"Company"}) == Words{"Pfizer"});
  const Stage pronoun("Pfizer began its trial of trastuzumab.");
  CHECK(pronoun.things("trial", Kind::possessor, {"Company"}) == Words{"Pfizer"});
  CHECK(pronoun.things("trial", Kind::genitive, {"Company"}).empty());
}

TEST_CASE("closed values are found as whole words, the longest first") {
  const Stage stage("Pfizer granted Roche a non-exclusive license to trastuzumab.");
  CHECK(stage.values("license", Kind::modifier, "licenses", "exclusivity") == Words{"non-exclusive"});
  const Stage plural("Pfizer made up-front payments of $5 million to Roche.");
  CHECK(plural.values("payments", Kind::head, "pays", "kind") == Words{"upfront"});
}

TEST_CASE("an amount comes with its currency") {
  const Stage stage("Pfizer paid Roche $2.5 million.");
  CHECK(stage.values("paid", Kind::theme, "pays", "amount") == Words{"2500000 USD"});
  CHECK(stage.values("paid", Kind::theme, "pays", "date").empty());
}

TEST_CASE("adjectives of a vocabulary and capitalised names give a text value") {
  const Stage adjective("Pfizer granted Roche a worldwide license to trastuzumab.");
  CHECK(adjective.values("license", Kind::head, "licenses", "territory") == Words{"worldwide"});
  const Stage common("Pfizer sells trastuzumab in hospitals.");
  CHECK(common.values("sells", Kind::preposition, "commercializes", "territory", "in").empty());
}

TEST_CASE("each group that stands at a place is shown for nested frames") {
  const Stage stage("Pfizer licensed trastuzumab from Roche.");
  CHECK(stage.things("trastuzumab", Kind::head, {"Compound"}) == Words{"trastuzumab"});
  CHECK(stage.things("trastuzumab", Kind::name, {"Compound"}) == Words{"trastuzumab"});
}
