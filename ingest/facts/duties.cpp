#include "ingest/facts/duties.hpp"

#include <algorithm>
#include <array>

#include "ingest/one_of.hpp"

namespace rxgraph::ingest::facts {
namespace {

/// The first of the infinitives of the list that `g` ends: "to make the Product and to sell it"; `g` where it is none.
std::uint32_t first_infinitive(const Scene& scene, std::uint32_t g) {
  std::uint32_t first = g;
  for (std::uint32_t back = g; scene.groups[g].infinitive && back-- > 0;) {
    const Group& before = scene.groups[back];
    if (before.kind == Group::Kind::verb && !before.infinitive) break;
    if (before.kind == Group::Kind::verb) first = back;
  }
  return first;
}

/// True if `noun` is said to be one to do what the verb group `verb` says.
bool is_to_do(const Scene& scene, std::uint32_t noun, std::uint32_t verb) {
  const GroupList& verbs = scene.links[noun].verbs;
  return scene.groups[noun].kind == Group::Kind::noun && std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

}  // namespace

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
  const std::uint32_t first = first_infinitive(scene, g);
  for (std::uint32_t n = 0; n < first; ++n) {
    const std::int32_t verb = scene.links[n].verb;
    if (verb == no_group || !is_one_of(scene.groups[n].lemma, rights) || !is_to_do(scene, n, first)) continue;
    if (is_one_of(scene.groups[static_cast<std::size_t>(verb)].lemma, having)) return true;
  }
  return false;
}

bool is_only_allowed(const Scene& scene, std::uint32_t g) {
  static const std::array<std::uint64_t, 6> rights = {word_key("right"), word_key("license"), word_key("licence"), word_key("sublicense"), word_key("option"), word_key("authority")};
  static const std::array<std::uint64_t, 3> duties = {word_key("responsibility"), word_key("obligation"), word_key("duty")};
  const std::uint32_t first = first_infinitive(scene, g);
  bool allowed = false;
  for (std::uint32_t n = 0; n < first; ++n) {
    if (!is_to_do(scene, n, first)) continue;
    if (is_one_of(scene.groups[n].lemma, duties)) return false;
    allowed = allowed || is_one_of(scene.groups[n].lemma, rights);
  }
  return allowed;
}

}  // namespace rxgraph::ingest::facts
