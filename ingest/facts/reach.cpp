#include "ingest/facts/reach.hpp"

#include <algorithm>
#include <iterator>

#include "ingest/facts/agreements.hpp"

namespace rxgraph::ingest::facts {
namespace {

bool is_speaker(std::uint64_t pronoun) {
  static const std::uint64_t speakers[] = {word_key("we"), word_key("us"), word_key("our")};
  return std::find(std::begin(speakers), std::end(speakers), pronoun) != std::end(speakers);
}

void add(TypeSet& types, std::int16_t type) {
  if (type != no_type) types.set(static_cast<std::size_t>(type));
}

}  // namespace

Reach reach_of(const Scene& scene, bool guessing) {
  Reach reach;
  reach.implied = scene.discourse.context_types();
  TypeSet& types = reach.named;
  for (const Mention& mention : scene.sentence.mentions) {
    if (mention.entity == no_entity) continue;
    const std::int16_t type = scene.discourse.type_of(mention.entity);
    reach.unknown = reach.unknown || (guessing && type == no_type);
    add(types, type);
  }
  const TypeSet context = reach.implied;
  const std::int16_t speaker = scene.discourse.type_of(scene.discourse.speaker());
  for (const Group& group : scene.groups) {
    if (group.kind != Group::Kind::noun) continue;
    const std::uint64_t pronoun = group.pronoun ? group.lemma : group.possessive;
    const TypeSet meant = scene.table.nominals().types(group.lemma);
    if (pronoun != 0 && !is_speaker(pronoun)) types |= context;
    if (is_speaker(pronoun) || (speaker != no_type && meant.test(static_cast<std::size_t>(speaker)))) add(types, speaker);  // "we", "the Company"
    types |= meant & context;
  }
  if (scene.discourse.in_item() && !scene.groups.empty() && scene.groups.front().kind == Group::Kind::verb) add(types, speaker);  // "Initiated a Phase 2 trial"
  types |= scene.discourse.defined_types();
  if (scene.terms != nullptr) types |= scene.terms->types();
  if (scene.agreements == nullptr || scene.agreements->recent().empty()) return reach;
  for (const std::vector<std::uint32_t>& side : scene.agreements->recent().front()->sides) {
    if (!side.empty()) add(types, scene.discourse.type_of(side.front()));
  }
  return reach;
}

bool may_hold(const CompiledFrame& frame, const Reach& reach, bool may_imply) {
  const bool subject = frame.constant_subject || (frame.subject_reach & reach.named).any();
  const bool object = frame.constant_object || (frame.object_reach & reach.named).any();
  if (reach.unknown) return subject || object;
  if (subject && object) return true;
  if (!may_imply) return false;
  if ((frame.object_types & reach.implied).any()) return true;  // A heading's own thing needs nobody who is named to act on it.
  return (subject && (frame.object_types & reach.named).any()) || (object && (frame.subject_types & (reach.named | reach.implied)).any());
}

}  // namespace rxgraph::ingest::facts
