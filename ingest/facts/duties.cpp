#include "ingest/facts/duties.hpp"

#include <algorithm>
#include <array>

#include "ingest/one_of.hpp"

namespace rxgraph::ingest::facts {

bool is_defined_verb(const Scene& scene, std::uint32_t g) {
  const Group& group = scene.groups[g];
  return scene.terms != nullptr && !scene.terms->empty() && group.kind == Group::Kind::verb && group.first > 0 && scene.sentence.tokens[group.last - 1].capital;
}

bool may_be_duty(const Scene& scene, const CompiledFrame& frame) {
  const auto is_party_type = [&](const std::string& name) {
    const std::int16_t type = scene.table.type_index(name);
    return type != no_type && static_cast<std::size_t>(type) < scene.memory.rules.size() && scene.memory.rules[static_cast<std::size_t>(type)].party;
  };
  const std::vector<std::string>& subjects = frame.relation->subject_types;
  return !frame.by_filer && frame.frame->trigger == Frame::Trigger::verb && frame.relation->time == Relation::Time::state &&
         std::all_of(subjects.begin(), subjects.end(), is_party_type);
}

bool is_by_right(const Scene& scene, std::uint32_t g) {
  static const std::array<std::uint64_t, 4> rights = {word_key("right"), word_key("responsibility"), word_key("obligation"), word_key("authority")};
  static const std::array<std::uint64_t, 5> having = {word_key("have"), word_key("retain"), word_key("hold"), word_key("assume"), word_key("bear")};
  std::uint32_t first = g;  // Of the infinitives in a list: "to make the Product and to sell it".
  for (std::uint32_t back = g; scene.groups[g].infinitive && back-- > 0;) {
    const Group& before = scene.groups[back];
    if (before.kind == Group::Kind::verb && !before.infinitive) break;
    if (before.kind == Group::Kind::verb) first = back;
  }
  for (std::uint32_t n = 0; n < first; ++n) {
    const Links& links = scene.links[n];
    if (scene.groups[n].kind != Group::Kind::noun || !is_one_of(scene.groups[n].lemma, rights) || links.verb == no_group) continue;
    if (std::find(links.verbs.begin(), links.verbs.end(), first) != links.verbs.end() && is_one_of(scene.groups[static_cast<std::size_t>(links.verb)].lemma, having)) return true;
  }
  return false;
}

}  // namespace rxgraph::ingest::facts
