#include "ingest/facts/frame_table.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using rxgraph::testing::alone;

namespace {

Ontology small() {
  return alone(R"({"ontology": "small", "version": "1", "iri": "https://small.example/",
    "types": [{"name": "Ship"}, {"name": "Ferry", "parent": "Ship"},
              {"name": "Port", "carriers": [{"nouns": ["harbour", "old quay"], "prepositions": ["of", "modifier"]}]}, {"name": "Day"}],
    "relations": [
      {"name": "calls_at", "subject": "Ship", "object": "Port", "qualifiers": {"date": "date"},
       "frames": [{"verb": ["call", "put into"], "when": "date", "agent": "subject", "at|in": "object"},
                  {"noun": ["port call"], "of": "subject", "-bound": "object"},
                  {"noun": "*", "head": "subject", "part": "object"},
                  {"columns": true, "subject": ["vessel"], "object": ["Port of Call"]}]},
      {"name": "sails_from", "subject": "Ship", "object": "Port",
       "frames": [{"verb": ["sail"], "agent": {"noun": ["crew"], "of": "subject"}, "set": {"object": "Home"}}]}]})");
}

const CompiledFrame* only(const std::vector<WordFrame>& frames) { return frames.size() == 1 ? frames.front().frame : nullptr; }

}  // namespace

TEST_CASE("verbs are found by their first word, nouns by their last") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  CHECK(only(table.verbs(word_key("call"))) != nullptr);
  CHECK(only(table.verbs(word_key("call"))) == only(table.verbs(word_key("put"))));
  CHECK(table.verbs(word_key("into")).empty());
  CHECK(only(table.nouns(word_key("call"))) != nullptr);
  CHECK(table.nouns(word_key("port")).empty());
  CHECK(only(table.any_noun()) != nullptr);
  CHECK(only(table.any_noun())->by_name);
}

TEST_CASE("a word that is a trigger by itself needs no look at its neighbours") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  CHECK(table.verbs(word_key("call")).front().alone);
  CHECK_FALSE(table.verbs(word_key("put")).front().alone);
  CHECK_FALSE(table.nouns(word_key("call")).front().alone);
}

TEST_CASE("a frame is offered what it needs by groups with something at its places alone") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  const Offer agent = offer_of({SlotPlace::Kind::agent, 0}), at = offer_of({SlotPlace::Kind::preposition, word_key("at")});
  const Offer head = offer_of({SlotPlace::Kind::head, 0}), part = offer_of({SlotPlace::Kind::part, 0});
  const WordFrame& call = table.verbs(word_key("call")).front();
  CHECK(call.is_offered(agent));  // One end may come from elsewhere.
  CHECK(call.is_offered(at));
  CHECK_FALSE(call.is_offered(offer_of({SlotPlace::Kind::when, 0})));
  CHECK(table.any_noun().front().is_offered(head | part));
  CHECK_FALSE(table.any_noun().front().is_offered(head));
  CHECK(table.verbs(word_key("sail")).front().is_offered(agent));
  CHECK_FALSE(table.verbs(word_key("sail")).front().is_offered(at));  // The agent must be a crew.
}

TEST_CASE("the words of a trigger and the places of a slot are keys") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  const CompiledFrame& verb = *only(table.verbs(word_key("call")));
  REQUIRE(verb.triggers.size() == 2);
  CHECK(verb.triggers[1] == std::vector<std::uint64_t>{word_key("put"), word_key("into")});
  const CompiledSlot& object = verb.slots.at(1);
  REQUIRE(object.places.size() == 2);
  CHECK(object.places[0].kind == SlotPlace::Kind::preposition);
  CHECK(object.places[0].key == word_key("at"));
  const CompiledFrame& noun = *only(table.nouns(word_key("call")));
  CHECK(noun.slots.at(1).places.at(0).kind == SlotPlace::Kind::link);
  CHECK(noun.slots.at(1).places.at(0).key == word_key("bound"));
}

TEST_CASE("qualifiers come after the ends, so that a hopeless match ends early") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  const CompiledFrame& verb = *only(table.verbs(word_key("call")));
  REQUIRE(verb.slots.size() == 3);
  CHECK(verb.slots.back().role.kind == SlotRole::Kind::qualifier);
  REQUIRE(verb.slots.back().role.qualifier != nullptr);
  CHECK(verb.slots.back().role.qualifier->type == ValueType::date);
  CHECK(verb.slots[0].last_chance);
}

TEST_CASE("a nested frame and a constant end are compiled with their frame") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  const CompiledFrame& sail = *only(table.verbs(word_key("sail")));
  CHECK(sail.constant_object);
  CHECK_FALSE(sail.constant_subject);
  REQUIRE(sail.slots.at(0).nested);
  CHECK(sail.slots[0].required);
  CHECK(sail.slots[0].nested->relation == sail.relation);
}

TEST_CASE("a set of types holds what stands below them") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  CHECK(table.type_set({"Ship"}).count() == 2);
  CHECK(table.type_set({"Ferry", "Port"}).count() == 2);
  CHECK(table.type_set({"Whale"}).none());
  CHECK(table.type_index("Port") == 2);
  CHECK(table.type_index("Whale") == no_type);
}

TEST_CASE("column frames keep header words folded") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  REQUIRE(table.columns().size() == 1);
  CHECK(table.columns()[0].columns.at(1).headers == std::vector<std::string>{"port of call"});
}

TEST_CASE("carriers are found by the last word of their noun") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  REQUIRE(table.carriers(word_key("quay")) != nullptr);
  const CompiledCarrier& carrier = table.carriers(word_key("quay"))->front();
  CHECK(carrier.modifier);
  CHECK(carrier.labels == std::vector<std::uint64_t>{word_key("of")});
  CHECK(carrier.types == table.type_set({"Port"}));
  CHECK(table.carriers(word_key("ship")) == nullptr);
}

TEST_CASE("types that share ends of few relations are not of a kind") {
  const Ontology ontology = small();
  const FrameTable table(ontology);
  CHECK_FALSE(table.kin()[0][2]);
  CHECK_FALSE(table.kin()[0][1]);  // Two shared ends may be chance.
  const FrameTable of_core(core());
  const auto company = static_cast<std::size_t>(of_core.type_index("Company"));
  CHECK(of_core.kin()[company][static_cast<std::size_t>(of_core.type_index("Organization"))]);
  CHECK_FALSE(of_core.kin()[company][static_cast<std::size_t>(of_core.type_index("Phase"))]);
}

TEST_CASE("more types than a set holds are told with the limit") {
  Ontology ontology = small();
  ontology.name = "crowded";
  while (ontology.types.size() <= TypeSet().size()) ontology.types.push_back(ontology.types.back());
  CHECK_THROWS_WITH_AS(FrameTable{ontology}, doctest::Contains("has 129 entity types, more than 128; merge or drop some"), InputError);
}
