#include "ingest/facts/dated_parts.hpp"

#include <algorithm>

namespace rxgraph::ingest::facts {
namespace {

/// Where a part of the list begins: the group of its day, or of who acts on it.
struct Part {
  std::uint32_t first = 0;
  bool by = false;  ///< It says itself who acts.
};

/// The part that a day behind "in" begins, with a phrase of its own behind it, and a comma, a semicolon or an "and" before it or before who acts on it.
/// `first` is 0 where it begins none.
Part part_of(const Scene& scene, const Attached& attached, bool opens_list) {
  static const std::uint64_t in = word_key("in"), for_ = word_key("for"), by = word_key("by");
  const std::vector<Group>& groups = scene.groups;
  const std::uint32_t g = attached.group;
  if (attached.label != in || g < 2 || groups[g].kind != Group::Kind::noun || groups[g].head_mention < 0) return {};
  if (scene.sentence.mentions[static_cast<std::size_t>(groups[g].head_mention)].kind != Mention::Kind::date) return {};
  const bool followed = g + 1 < groups.size() && groups[g + 1].kind == Group::Kind::preposition && groups[g + 1].lemma == for_;
  if (!followed || groups[g - 1].kind != Group::Kind::preposition) return {};
  const auto sets_off = [&](std::uint32_t mark) {
    return groups[mark].kind == Group::Kind::comma || groups[mark].kind == Group::Kind::conjunction || groups[mark].kind == Group::Kind::stop;
  };
  if (opens_list || sets_off(g - 2)) return {g, false};
  if (g < 5 || groups[g - 2].kind != Group::Kind::noun) return {};
  const std::uint32_t before = groups[g - 2].possessor == static_cast<std::int32_t>(g - 3) ? g - 4 : g - 3;  // "by Japan's ministry"
  const bool acted = groups[before].kind == Group::Kind::preposition && groups[before].lemma == by;
  return acted && sets_off(before - 1) ? Part{g - 2, true} : Part{};
}

}  // namespace

std::vector<DatedVerb> dated_verbs(const Scene& scene) {
  static const std::uint64_t by = word_key("by");
  std::vector<DatedVerb> found;
  const auto dates = std::count_if(scene.sentence.mentions.begin(), scene.sentence.mentions.end(), [](const Mention& mention) { return mention.kind == Mention::Kind::date; });
  if (dates < 2) return found;
  for (std::uint32_t g = 0; g < scene.groups.size(); ++g) {
    if (scene.groups[g].kind != Group::Kind::verb) continue;
    const Links& links = scene.links[g];
    std::vector<Part> parts;
    for (const Attached& attached : links.prepositional) {
      const Part part = attached.group > g ? part_of(scene, attached, parts.empty()) : Part{};
      if (part.first != 0) parts.push_back(part);
    }
    if (parts.size() < 2 || !std::is_sorted(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.first < b.first; })) continue;
    DatedVerb verb{g, {}};
    for (std::size_t p = 0; p < parts.size(); ++p) {
      const std::uint32_t end = p + 1 < parts.size() ? parts[p + 1].first : static_cast<std::uint32_t>(scene.groups.size());
      const auto holds = [&](const Attached& attached, bool acts) {
        const bool shared = attached.group < parts.front().first && !(acts && parts[p].by);
        return shared || (attached.group >= parts[p].first && attached.group < end);
      };
      DatedPart& part = verb.parts.emplace_back();
      for (const Attached& attached : links.prepositional) {
        if (holds(attached, attached.label == by)) part.prepositional.push_back(attached);
      }
      for (const Attached& agent : links.agents) {
        if (holds(agent, true)) part.agents.push_back(agent);
      }
    }
    found.push_back(std::move(verb));
  }
  return found;
}

}  // namespace rxgraph::ingest::facts
