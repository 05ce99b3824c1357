/// What tells frames apart that cannot hold, held against what fills them.

#include "ingest/facts/reach.hpp"

#include <doctest/doctest.h>

#include "tests/ingest/stage.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using rxgraph::ingest::testing::Stage;

namespace {

bool is_thing(const SlotRole& role) { return role.kind == SlotRole::Kind::subject || role.kind == SlotRole::Kind::object || role.kind == SlotRole::Kind::deal_role; }

/// The frames that the group may trigger, by its lemma.
std::vector<const CompiledFrame*> frames_of(const Scene& scene, const Group& group) {
  std::vector<const CompiledFrame*> frames;
  for (const WordFrame& found : group.kind == Group::Kind::verb ? scene.table.verbs(group.lemma) : scene.table.nouns(group.lemma)) frames.push_back(found.frame);
  for (const WordFrame& any : scene.table.any_noun()) {
    if (group.kind == Group::Kind::noun) frames.push_back(any.frame);
  }
  return frames;
}

/// How many things fill places of the sentence, after checking that nothing says beforehand that they cannot.
std::size_t check_places(const Stage& stage) {
  const Scene scene = stage.scene();
  const FillerFinder fillers(scene);
  const facts::Reach reach = facts::reach_of(scene, false);
  std::size_t found = 0;
  for (std::uint32_t g = 0; g < scene.groups.size(); ++g) {
    if (scene.groups[g].kind != Group::Kind::verb && scene.groups[g].kind != Group::Kind::noun) continue;
    for (const CompiledFrame* frame : frames_of(scene, scene.groups[g])) {
      for (const CompiledSlot& slot : frame->slots) {
        if (!is_thing(slot.role)) continue;
        for (const SlotPlace& place : slot.places) {
          for (const Filler& filler : fillers.at_place(g, place, slot.role)) {
            ++found;
            CHECK((fillers.offer(g) & offer_of(place)) != 0);
            CHECK(fillers.may_fill(g, place, slot.role));
            if (filler.guess == no_type) CHECK(reach.named.test(static_cast<std::size_t>(scene.discourse.type_of(filler.entity))));
          }
        }
      }
    }
  }
  return found;
}

TypeSet types(const std::vector<std::string>& names) { return Stage::table().type_set(names); }

}  // namespace

TEST_CASE("whatever fills a place of the ontology's examples was offered there and was within reach") {
  std::size_t found = 0;
  for (const Relation& relation : core().relations) {
    for (const Example& example : relation.examples) {
      CAPTURE(example.text);
      found += check_places(Stage(example.text));
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("a sentence reaches what it names, who speaks, and what its nouns and pronouns may refer back to") {
  const Stage plain("Pfizer develops trastuzumab for asthma.");
  CHECK(facts::reach_of(plain.scene(), false).named == (types({"Company"}) | types({"Compound"}) | types({"Indication"})));
  const Stage noun("Trastuzumab blocks HER2.\n\nThe antibody was safe.");
  CHECK((facts::reach_of(noun.scene(), false).named & types({"Compound"})).any());
  CHECK((facts::reach_of(noun.scene(), false).named & types({"Target"})).none());
  CHECK((facts::reach_of(noun.scene(), false).implied & types({"Target"})).any());
  const Stage pronoun("Trastuzumab blocks HER2.\n\nIt was safe.");
  CHECK((facts::reach_of(pronoun.scene(), false).named & types({"Target"})).any());
}

TEST_CASE("a name of unknown type may be one end while names are typed") {
  const Stage stage("Pfizer develops Zorbamil.");
  const facts::Reach typing = facts::reach_of(stage.scene(), true), typed = facts::reach_of(stage.scene(), false);
  CHECK(typing.unknown);
  CHECK_FALSE(typed.unknown);
  for (const WordFrame& found : Stage::table().verbs(word_key("develop"))) {
    const CompiledFrame* const frame = found.frame;
    if (frame->constant_subject || frame->constant_object) continue;
    CHECK(facts::may_hold(*frame, typing, false) == ((frame->subject_reach | frame->object_reach) & types({"Company"})).any());
    CHECK_FALSE(facts::may_hold(*frame, typed, false));
  }
}
