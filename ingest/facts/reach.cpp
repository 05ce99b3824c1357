#include "ingest/facts/reach.hpp"

#include <algorithm>
#include <iterator>

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

TypeSet reachable_types(const Scene& scene, bool guessing) {
  TypeSet types;
  for (const Mention& mention : scene.sentence.mentions) {
    if (mention.entity == no_entity) continue;
    const std::int16_t type = scene.discourse.type_of(mention.entity);
    if (guessing && type == no_type) return types.set();
    add(types, type);
  }
  for (const Group& group : scene.groups) {
    if (group.kind != Group::Kind::noun) continue;
    const std::uint64_t pronoun = group.pronoun ? group.lemma : group.possessive;
    if (pronoun != 0 && !is_speaker(pronoun)) return types.set();
    types |= scene.table.nominals().types(group.lemma);
  }
  add(types, scene.discourse.type_of(scene.discourse.speaker()));
  return types | scene.discourse.defined_types();
}

bool may_hold(const CompiledFrame& frame, const TypeSet& types, bool one_end) {
  const bool subject = frame.constant_subject || (frame.subject_reach & types).any();
  const bool object = frame.constant_object || (frame.object_reach & types).any();
  return one_end ? subject || object : subject && object;
}

}  // namespace rxgraph::ingest::facts
