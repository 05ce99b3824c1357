#include "graph/clusters.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace rxgraph::graph {
namespace {

/// Legal forms that only companies of one region have, by family. Forms that translations use freely ("Ltd", "plc",
/// "Co", "Holdings") tell nothing. General knowledge of company law; GLEIF publishes the full list (ISO 20275).
constexpr std::array<std::pair<std::string_view, unsigned>, 23> families_of_law = {{
    {"inc", 1U},  {"incorporated", 1U}, {"corp", 1U}, {"corporation", 1U}, {"llc", 1U}, {"pbc", 1U},   // United States
    {"ag", 2U},   {"gmbh", 2U},         {"kg", 2U},                                                     // German
    {"sas", 4U},  {"sarl", 4U},         {"eurl", 4U},                                                   // French
    {"bv", 8U},   {"nv", 8U},           {"bvba", 8U},                                                   // Dutch
    {"ab", 16U},  {"aps", 16U},         {"asa", 16U}, {"oy", 16U},          {"oyj", 16U},               // Nordic
    {"spa", 32U}, {"srl", 32U},                                                                         // Italian
    {"pty", 64U},                                                                                       // Australian
}};

unsigned family_of(std::string_view name) {
  const std::vector<std::string> words = name_words(name);
  unsigned family = 0;
  for (std::size_t i = words.size(); i > 1 && is_legal_form(words[i - 1]); --i) {
    for (const auto& [form, bit] : families_of_law) {
      if (words[i - 1] == form) family |= bit;
    }
  }
  return family;
}

/// True if some value is in all sets, so that they do not contradict each other.
bool share_one(const std::vector<std::set<std::string>>& sets) {
  return std::any_of(sets.front().begin(), sets.front().end(), [&](const std::string& value) {
    return std::all_of(sets.begin(), sets.end(), [&](const std::set<std::string>& set) { return set.contains(value); });
  });
}

/// A company changes its ticker and may have several; every other registry gives a thing one id.
bool is_unique(std::string_view registry) noexcept { return registry != "ticker"; }

}  // namespace

Clusters::Clusters(const std::vector<Thing>& things, const TypeRules& rules) {
  parent_.resize(things.size());
  marks_.resize(things.size());
  reasons_.resize(things.size());
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    parent_[i] = i;
    for (const auto& [registry, id] : things[i].ids) {
      std::string key = id_key(registry, id);
      if (is_unique(registry) && !key.empty()) marks_[i].ids[registry].insert(std::move(key));
    }
    if (rules.of(things[i].type).party) marks_[i].families = family_of(things[i].name);
  }
}

std::uint32_t Clusters::of(std::uint32_t thing) const {
  while (parent_[thing] != thing) {
    parent_[thing] = parent_[parent_[thing]];
    thing = parent_[thing];
  }
  return thing;
}

void Clusters::tell_apart(const std::vector<std::vector<std::uint32_t>>& sides, const std::string& mark) {
  for (std::size_t side = 0; side < sides.size(); ++side) {
    for (const std::uint32_t thing : sides[side]) marks_[thing].sides[mark].insert(std::to_string(side));
  }
}

void Clusters::force(const std::vector<std::uint32_t>& things, const std::string& reason) {
  for (const std::uint32_t thing : things) {
    const std::uint32_t first = of(things.front());
    const std::uint32_t other = of(thing);
    if (first != other && !are_apart(marks_[first], marks_[other])) unite(first, other, reason);
  }
}

bool Clusters::join(const std::vector<std::uint32_t>& things, const std::string& reason) {
  std::set<std::uint32_t> roots;
  for (const std::uint32_t thing : things) roots.insert(of(thing));
  if (roots.size() < 2) return false;

  std::map<std::string, std::vector<std::set<std::string>>> values;
  unsigned shared_families = ~0U;
  for (const std::uint32_t root : roots) {
    for (const auto& [registry, ids] : marks_[root].ids) values["id " + registry].push_back(ids);
    for (const auto& [mark, sides] : marks_[root].sides) values["side " + mark].push_back(sides);
    if (marks_[root].families != 0) shared_families &= marks_[root].families;
  }
  std::erase_if(values, [](const auto& entry) { return share_one(entry.second); });

  std::map<std::string, std::vector<std::uint32_t>> parts;
  for (const std::uint32_t root : roots) {
    const Marks& marks = marks_[root];
    std::string label;
    for (const auto& [contested, all] : values) {
      const bool id = contested.starts_with("id ");
      const auto& known = id ? marks.ids : marks.sides;
      const auto found = known.find(contested.substr(contested.find(' ') + 1));
      if (found == known.end()) continue;
      label += contested + "=";
      for (const std::string& value : found->second) label += value + ",";
    }
    if (shared_families == 0 && marks.families != 0) label += "law=" + std::to_string(marks.families);
    parts[label].push_back(root);
  }
  bool joined = false;
  for (const auto& [label, part] : parts) {
    for (std::size_t i = 1; i < part.size(); ++i) {
      unite(part.front(), part[i], reason);
      joined = true;
    }
  }
  return joined;
}

bool Clusters::are_apart(const Marks& one, const Marks& other) {
  return std::any_of(one.sides.begin(), one.sides.end(), [&](const auto& entry) {
    const auto found = other.sides.find(entry.first);
    return found != other.sides.end() && !share_one({entry.second, found->second});
  });
}

void Clusters::unite(std::uint32_t first, std::uint32_t second, const std::string& reason) {
  const std::uint32_t root = std::min(first, second);
  const std::uint32_t other = std::max(first, second);
  parent_[other] = root;
  reasons_[other] = reason;
  for (const auto& [registry, ids] : marks_[other].ids) marks_[root].ids[registry].insert(ids.begin(), ids.end());
  for (const auto& [mark, sides] : marks_[other].sides) marks_[root].sides[mark].insert(sides.begin(), sides.end());
  marks_[root].families |= marks_[other].families;
}

}  // namespace rxgraph::graph
