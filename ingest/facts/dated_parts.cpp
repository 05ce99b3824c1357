#include "ingest/facts/dated_parts.hpp"

#include <algorithm>

namespace rxgraph::ingest::facts {
namespace {

/// True for a day behind "in" that a comma, a semicolon or an "and" before it sets off from another, with a phrase of its own behind it.
bool opens_part(const Scene& scene, const Attached& attached, bool first) {
  static const std::uint64_t in = word_key("in"), for_ = word_key("for");
  const std::vector<Group>& groups = scene.groups;
  const std::uint32_t g = attached.group;
  if (attached.label != in || g < 2 || groups[g].kind != Group::Kind::noun || groups[g].head_mention < 0) return false;
  if (scene.sentence.mentions[static_cast<std::size_t>(groups[g].head_mention)].kind != Mention::Kind::date) return false;
  const bool followed = g + 1 < groups.size() && groups[g + 1].kind == Group::Kind::preposition && groups[g + 1].lemma == for_;
  const Group::Kind before = groups[g - 2].kind;
  return followed && groups[g - 1].kind == Group::Kind::preposition && (first || before == Group::Kind::comma || before == Group::Kind::conjunction || before == Group::Kind::stop);
}

}  // namespace

std::vector<DatedVerb> dated_verbs(const Scene& scene) {
  std::vector<DatedVerb> found;
  const auto dates = std::count_if(scene.sentence.mentions.begin(), scene.sentence.mentions.end(), [](const Mention& mention) { return mention.kind == Mention::Kind::date; });
  if (dates < 2) return found;
  for (std::uint32_t g = 0; g < scene.groups.size(); ++g) {
    if (scene.groups[g].kind != Group::Kind::verb) continue;
    const AttachedList& all = scene.links[g].prepositional;
    std::vector<std::uint32_t> days;
    for (const Attached& attached : all) {
      if (attached.group > g && opens_part(scene, attached, days.empty())) days.push_back(attached.group);
    }
    if (days.size() < 2 || !std::is_sorted(days.begin(), days.end())) continue;
    DatedVerb verb{g, {}};
    for (std::size_t d = 0; d < days.size(); ++d) {
      AttachedList& part = verb.parts.emplace_back();
      const std::uint32_t end = d + 1 < days.size() ? days[d + 1] : static_cast<std::uint32_t>(scene.groups.size());
      for (const Attached& attached : all) {
        if (attached.group < days.front() || (attached.group >= days[d] && attached.group < end)) part.push_back(attached);
      }
    }
    found.push_back(std::move(verb));
  }
  return found;
}

}  // namespace rxgraph::ingest::facts
