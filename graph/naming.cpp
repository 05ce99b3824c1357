#include "graph/naming.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/hash.hpp"
#include "base/names.hpp"

namespace rxgraph::graph {
namespace {

constexpr std::size_t readable_length = 60;

/// A name in capitals, as headers and titles write it: no lower-case letter and a run of at least five capitals, so that
/// "HER2" and "BMS" are none.
bool is_shouted(std::string_view name) {
  std::size_t run = 0;
  bool long_run = false;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    run = c >= 'A' && c <= 'Z' ? run + 1 : 0;
    long_run = long_run || run >= 5;
  }
  return long_run;
}

/// What speaks for a name.
struct Standing {
  std::set<std::string_view> filings;  ///< Those whose fullest name it is.
  std::set<std::string_view> uses;     ///< Those that use it.
};

std::string best_name(const std::map<std::string, Standing>& names, const TypeRule& rule) {
  std::map<std::string, std::set<std::string_view>> filings_of_form;
  std::map<std::string_view, std::string> forms;
  for (const auto& [name, standing] : names) {
    const std::string& form = forms[name] = form_of(name, rule);
    filings_of_form[form].insert(standing.filings.begin(), standing.filings.end());
  }
  const auto rank = [&](const std::pair<const std::string, Standing>& entry) {
    const auto& [name, standing] = entry;
    const std::size_t length = name.size() <= readable_length ? name.size() : 0;
    return std::tuple(!is_shouted(name), filings_of_form[forms[name]].size(), standing.filings.size(), standing.uses.size(), length);
  };
  const auto best = std::max_element(names.begin(), names.end(),
                                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return best == names.end() ? std::string() : best->first;
}

/// The id that most things give; of equally frequent ones the first.
std::string commonest(const std::map<std::string, std::size_t>& counts) {
  return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

/// What no other node has, whatever the order of input: the hash of the first of its things.
std::string mark_of(const ResolvedNode& node, const std::vector<Thing>& things) {
  const Thing& first = things[node.members.front().thing];
  return hash_hex(first.filing + "\n" + first.local).substr(0, 8);
}

}  // namespace

void describe(ResolvedNode& resolved, const std::vector<Thing>& things, const std::vector<std::uint32_t>& members, const TypeRule& rule) {
  std::map<std::string, Standing> names;
  std::set<std::string> short_names;
  std::map<std::string, std::map<std::string, std::size_t>> ids;
  std::set<std::string_view> filings;
  for (const std::uint32_t index : members) {
    const Thing& thing = things[index];
    filings.insert(thing.filing);
    names[thing.name].filings.insert(thing.filing);
    names[thing.name].uses.insert(thing.filing);
    for (const Thing::Name& name : thing.names) {
      if (name.text.empty()) continue;
      if (is_short(name, rule) && name.text != thing.name) {
        short_names.insert(name.text);
        continue;
      }
      Standing& standing = names[name.text];
      standing.uses.insert(thing.filing);
    }
    for (const auto& [registry, id] : thing.ids) ++ids[registry][id];
  }

  Node& node = resolved.node;
  node.type = things[members.front()].type;
  node.name = best_name(names, rule);
  for (const auto& [name, standing] : names) {
    if (name != node.name && !name.empty()) node.aliases.push_back(name);
  }
  for (const auto& [registry, counts] : ids) node.ids[registry] = commonest(counts);
  node.filings = static_cast<std::uint32_t>(filings.size());
  for (const std::string& name : short_names) {
    if (!names.contains(name)) resolved.short_names.push_back(name);
  }
}

void give_uids(std::vector<ResolvedNode>& nodes, const std::vector<Thing>& things, const TypeRules& rules) {
  std::map<std::string, std::vector<ResolvedNode*>> by_slug;
  for (ResolvedNode& resolved : nodes) {
    const std::string name = slug(resolved.node.name.empty() ? "unnamed" : resolved.node.name);
    by_slug[slug(resolved.node.type) + "/" + name].push_back(&resolved);
  }
  for (auto& [wanted, claimants] : by_slug) {
    std::sort(claimants.begin(), claimants.end(), [&](const ResolvedNode* a, const ResolvedNode* b) {
      return std::tuple(b->node.filings, mark_of(*a, things)) < std::tuple(a->node.filings, mark_of(*b, things));
    });
    for (std::size_t i = 0; i < claimants.size(); ++i) {
      Node& node = claimants[i]->node;
      const bool plain = i == 0 && rules.of(node.type).named;
      node.uid = plain ? wanted : wanted + "-" + mark_of(*claimants[i], things);
    }
  }
}

}  // namespace rxgraph::graph
