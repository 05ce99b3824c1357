#include "ingest/facts/parted_deals.hpp"

#include <algorithm>

#include "base/date.hpp"

namespace rxgraph::ingest::facts {
namespace {

/// "agreements with A and B"; `filled` alone where there is no such list.
std::vector<Filled> told_apart(const Scene& scene, const Filled& filled) {
  static const std::uint64_t with = word_key("with");
  const Group& noun = scene.groups[filled.noun];
  const GroupList& named = scene.links[filled.noun].members;  // "our partners A and B"
  const bool names = noun.kind == Group::Kind::noun && noun.head_mention >= 0 && named.size() > 1;
  if (noun.kind != Group::Kind::noun || (!names && (noun.head_mention >= 0 || noun.lemma == scene.sentence.tokens[noun.last - 1].key))) return {filled};
  const auto in_list = [&](const Filler& filler) {
    if (filler.place == no_group || filler.guess != no_type) return false;
    if (names) return std::find(named.begin(), named.end(), static_cast<std::uint32_t>(filler.place)) != named.end();
    const Links& links = scene.links[static_cast<std::size_t>(filler.place)];
    return links.members.size() > 1 && links.governor != no_group && scene.groups[static_cast<std::size_t>(links.governor)].lemma == with;
  };
  for (const auto& [role, fillers] : filled.roles) {
    if (std::count_if(fillers.begin(), fillers.end(), in_list) < 2) continue;
    std::vector<Filled> parts;
    for (const Filler& mine : fillers) {
      if (!in_list(mine)) continue;
      Filled& part = parts.emplace_back(filled);
      std::erase_if(part.roles[role], [&](const Filler& other) { return in_list(other) && other.entity != mine.entity; });
    }
    return parts;
  }
  return {filled};
}

/// "bought A on one day and B on another"; `filled` alone where not each has a day.
std::vector<Filled> dated_apart(const Scene& scene, const Filled& filled) {
  const auto dated = std::find_if(filled.qualifiers.begin(), filled.qualifiers.end(), [](const auto& qualifier) {
    return !qualifier.second.empty() && is_day(qualifier.second.front().value);
  });
  for (const auto& [role, fillers] : filled.roles) {
    if (dated == filled.qualifiers.end() || fillers.size() < 2) continue;
    std::vector<Filled> parts;
    bool each = true;
    for (std::size_t i = 0; i < fillers.size(); ++i) {
      const auto begin = static_cast<std::uint32_t>(std::max(fillers[i].place, 0));
      const auto end = i + 1 < fillers.size() ? static_cast<std::uint32_t>(std::max(fillers[i + 1].place, 0)) : static_cast<std::uint32_t>(scene.groups.size());
      Filled& part = parts.emplace_back(filled);
      part.roles[role] = {fillers[i]};
      std::vector<Filler> days;
      for (std::uint32_t g = begin; g < end; ++g) {
        const std::int32_t head = scene.groups[g].head_mention;
        if (head < 0 || scene.sentence.mentions[static_cast<std::size_t>(head)].kind != Mention::Kind::date) continue;
        days.push_back(dated->second.front());
        days.back().value = Value(scene.sentence.mentions[static_cast<std::size_t>(head)].value);
      }
      each = each && fillers[i].place != no_group && fillers[i].guess == no_type && days.size() == 1;
      part.qualifiers[dated->first] = std::move(days);
    }
    if (each) return parts;
  }
  return {filled};
}

/// "licensed X to A in Japan and to B in Europe"; `filled` alone where nothing stands between two fillers of a role, or one of them has no place.
std::vector<Filled> placed_apart(const Filled& filled) {
  for (const auto& [role, fillers] : filled.roles) {
    const auto placed = [](const Filler& filler) { return filler.place != no_group && filler.guess == no_type; };
    if (!std::all_of(fillers.begin(), fillers.end(), placed) || !stand_apart(fillers, filled.qualifiers)) continue;
    std::vector<Filled> parts;
    for (const Filler& filler : fillers) {
      Filled& part = parts.emplace_back(filled);
      part.roles[role] = {filler};
      keep_said_of(filler, fillers, part.qualifiers);
    }
    return parts;
  }
  return {filled};
}

/// "A and B granted each other licenses"; `filled` alone unless two roles have the same several fillers.
std::vector<Filled> in_turn(const Scene& scene, const Filled& filled) {
  const auto has = [&](const std::vector<Filler>& list, const Filler& one) {
    return std::any_of(list.begin(), list.end(), [&](const Filler& other) {
      return other.entity != no_entity && one.entity != no_entity && scene.memory.resolve(other.entity) == scene.memory.resolve(one.entity);
    });
  };
  for (auto giver = filled.roles.begin(); giver != filled.roles.end(); ++giver) {
    for (auto taker = std::next(giver); taker != filled.roles.end(); ++taker) {
      const std::vector<Filler>&a = giver->second, &b = taker->second;
      if (a.size() < 2 || a.size() != b.size() || !std::all_of(a.begin(), a.end(), [&](const Filler& one) { return has(b, one); })) continue;
      std::vector<Filled> parts;
      for (const Filler& one : a) {
        Filled& part = parts.emplace_back(filled);
        part.roles[giver->first] = {one};
        std::erase_if(part.roles[taker->first], [&](const Filler& other) { return has({one}, other); });
      }
      return parts;
    }
  }
  return {filled};
}

}  // namespace

bool is_day(const Value& value) {
  const std::string* const text = std::get_if<std::string>(&value);
  return text != nullptr && is_partial_date(*text);
}

std::vector<Filled> parted_deals(const Scene& scene, const Filled& filled) {
  std::vector<Filled> parts;
  for (const Filled& deal : told_apart(scene, filled)) {
    for (const Filled& dated : dated_apart(scene, deal)) {
      for (const Filled& placed : placed_apart(dated)) {
        for (Filled& part : in_turn(scene, placed)) parts.push_back(std::move(part));
      }
    }
  }
  return parts;
}

}  // namespace rxgraph::ingest::facts
