#include "ingest/syntax/discourse.hpp"

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::testing;

namespace {

/// The set with the one type of that name.
TypeSet only(const std::string& name) {
  TypeSet types;
  for (std::size_t t = 0; t < core().types.size(); ++t) {
    if (core().types[t].name == name) types.set(t);
  }
  return types;
}

/// A document whose sentences a discourse has gone through, but for the last, which it has only entered.
struct Told {
  Told(const std::vector<std::string>& lines, const std::vector<std::uint8_t>& heading_levels = {}) : analysed(analyse(lines)), discourse(analysed.analysis, analysed.memory) {
    static const Lexicon lexicon(core());
    const Kin kin(core().types.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Block block = analysed.document.blocks[i];
      if (i < heading_levels.size() && heading_levels[i] > 0) {
        block.kind = Block::Kind::heading;
        block.level = heading_levels[i];
      }
      const AnalysedSentence& sentence = analysed.analysis.sentences[i];
      const TextRange text = analysed.document.sentences[i].text;
      discourse.enter(block, sentence, text);
      if (i + 1 == lines.size()) break;
      const std::vector<Group> groups = find_groups(sentence, analysed.document, lexicon);
      discourse.leave(sentence, groups, link_groups(groups, sentence, kin), text);
    }
  }

  std::string name(const std::optional<Denoted>& denoted) const {
    return denoted ? analysed.memory.entities.at(denoted->entity).name : std::string("nothing");
  }

  Analysed analysed;
  Discourse discourse;
};

const std::string last = "It was safe.";

}  // namespace

TEST_CASE("common nouns stand for the types that the ontology says") {
  const Nominals nominals(core());
  CHECK((nominals.types(word_key("antibody")) & only("Compound")).any());
  CHECK((nominals.types(word_key("licensee")) & only("Company")).any());
  CHECK(nominals.types(word_key("candidate")) == only("Compound"));
  CHECK(nominals.types(word_key("zebra")).none());
}

TEST_CASE("a heading is the topic of what stands under it") {
  const Told told({"Trastuzumab", "Patients were well.", last}, {2, 0, 0});
  CHECK(told.discourse.has_topic());
  CHECK(told.name(told.discourse.topic(only("Compound"))) == "trastuzumab");
  CHECK(told.name(told.discourse.topic(only("Company"))) == "nothing");
}

TEST_CASE("the context holds the types of headings and of the sentences before") {
  const Told told({"Trastuzumab", "Pfizer was well.", last}, {2, 0, 0});
  CHECK((told.discourse.context_types() & only("Compound")).any());
  CHECK((told.discourse.context_types() & only("Company")).any());
  CHECK((told.discourse.context_types() & only("Target")).none());
  CHECK(Told({last}).discourse.context_types().none());
}

TEST_CASE("a heading of the same level ends the topic, one below it does not") {
  const Told replaced({"Trastuzumab", "Cetuximab", last}, {2, 2, 0});
  CHECK(replaced.name(replaced.discourse.topic(only("Compound"))) == "cetuximab");
  const Told below({"Trastuzumab", "Safety results", last}, {2, 3, 0});
  CHECK(below.name(below.discourse.topic(only("Compound"))) == "trastuzumab");
  const Told ended({"Trastuzumab", "Safety results", last}, {2, 2, 0});
  CHECK(ended.name(ended.discourse.topic(only("Compound"))) == "nothing");
}

TEST_CASE("a heading that names two things of a type leaves that type without a topic") {
  const Told told({"Trastuzumab and cetuximab", last}, {2, 0});
  CHECK(told.name(told.discourse.topic(only("Compound"))) == "nothing");
}

TEST_CASE("what was named last is remembered for a few sentences") {
  SUBCASE("the only one of its type") {
    const Told told({"Doctors know trastuzumab well.", last});
    CHECK(told.name(told.discourse.last_named(only("Compound"))) == "trastuzumab");
    CHECK(told.name(told.discourse.last_named(only("Indication"))) == "nothing");
  }
  SUBCASE("not two at once") {
    const Told told({"Doctors know trastuzumab and cetuximab.", last});
    CHECK(told.name(told.discourse.last_named(only("Compound"))) == "nothing");
  }
  SUBCASE("not from afar") {
    const Told told({"Doctors know trastuzumab well.", "They are old.", "They are many.", "They are tired.", last});
    CHECK(told.name(told.discourse.last_named(only("Compound"))) == "nothing");
  }
}

TEST_CASE("the subject of the sentence before is remembered for one sentence") {
  const Told near({"Trastuzumab helps doctors who know cetuximab.", last});
  CHECK(near.name(near.discourse.last_subject(only("Compound"))) == "trastuzumab");
  const Told far({"Trastuzumab helps doctors.", "They are tired.", last});
  CHECK(far.name(far.discourse.last_subject(only("Compound"))) == "nothing");
}

TEST_CASE("what is denoted from elsewhere has its passage as context and is less sure") {
  const Told told({"Trastuzumab", "Patients were well.", last}, {2, 0, 0});
  const std::optional<Denoted> topic = told.discourse.topic(only("Compound"));
  REQUIRE(topic);
  REQUIRE(topic->context);
  CHECK(told.analysed.document.words(*topic->context) == "Trastuzumab");
  CHECK_FALSE(topic->direct);
  CHECK(topic->confidence < 1);
}

TEST_CASE("an agreement's roles stand for its parties") {
  const Told told({"Zorbex Therapeutics, Inc. (\"Licensee\") and Kramfor Biologics AG (\"Licensor\") agree.", last});
  CHECK(told.analysed.memory.entities.at(told.discourse.defined_role("Licensee")).name == "Zorbex Therapeutics, Inc.");
  CHECK(told.analysed.memory.entities.at(told.discourse.defined_role("licensor")).name == "Kramfor Biologics AG");
  CHECK(told.discourse.defined_role("Distributor") == no_entity);
}
