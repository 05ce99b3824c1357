#include "graph/clusters.hpp"

#include <algorithm>
#include <array>
#include <set>

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
      if (is_unique(registry) && !key.empty()) marks_[i].ids.emplace(registry, std::move(key));
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

bool Clusters::join(const std::vector<std::uint32_t>& things, const std::string& reason) {
  std::set<std::uint32_t> roots;
  for (const std::uint32_t thing : things) roots.insert(of(thing));
  if (roots.size() < 2) return false;

  std::map<std::string, std::set<std::string>> values;
  unsigned shared_families = ~0U;
  for (const std::uint32_t root : roots) {
    for (const auto& [registry, id] : marks_[root].ids) values[registry].insert(id);
    if (marks_[root].families != 0) shared_families &= marks_[root].families;
  }
  std::vector<std::string> contested;
  for (const auto& [registry, ids] : values) {
    if (ids.size() > 1) contested.push_back(registry);
  }

  std::map<std::string, std::vector<std::uint32_t>> parts;
  for (const std::uint32_t root : roots) parts[label(marks_[root], contested, shared_families == 0)].push_back(root);
  bool joined = false;
  for (const auto& [marks, part] : parts) {
    for (std::size_t i = 1; i < part.size(); ++i) {
      unite(part.front(), part[i], reason);
      joined = true;
    }
  }
  return joined;
}

std::string Clusters::label(const Marks& marks, const std::vector<std::string>& contested, bool families) const {
  std::string text;
  for (const std::string& registry : contested) {
    const auto found = marks.ids.find(registry);
    if (found != marks.ids.end()) text += registry + "=" + found->second + ";";
  }
  if (families && marks.families != 0) text += "law=" + std::to_string(marks.families);
  return text;
}

void Clusters::unite(std::uint32_t first, std::uint32_t second, const std::string& reason) {
  const std::uint32_t root = std::min(first, second);
  const std::uint32_t other = std::max(first, second);
  parent_[other] = root;
  reasons_[other] = reason;
  marks_[root].ids.insert(marks_[other].ids.begin(), marks_[other].ids.end());
  marks_[root].families |= marks_[other].families;
}

}  // namespace rxgraph::graph
