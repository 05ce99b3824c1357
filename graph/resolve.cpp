#include "graph/resolve.hpp"

#include <algorithm>
#include <set>

#include "base/names.hpp"
#include "graph/clusters.hpp"
#include "graph/decided.hpp"
#include "graph/naming.hpp"

namespace rxgraph::graph {
namespace {

using Indices = std::vector<std::uint32_t>;

bool has(std::string_view text, char first, char last) {
  return std::any_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

bool is_code(std::string_view form) { return has(form, '0', '9') && has(form, 'a', 'z'); }

/// A key under which things may be one: type and normal form.
struct NameKey {
  std::string type;
  std::string form;

  friend auto operator<=>(const NameKey&, const NameKey&) = default;
};

/// The things that have a name.
struct Holders {
  Indices fullest;  ///< It is their fullest name.
  Indices others;   ///< It is another of their names, one that may join.
};

class Resolver {
 public:
  Resolver(const std::vector<Thing>& things, const TypeRules& rules, const std::vector<Decision>& decisions)
      : things_(things), rules_(rules), decisions_(decisions), clusters_(things, rules) {}

  Resolution run() {
    if (!decisions_.empty()) obey();
    join_by_ids();
    collect_names();
    for (const auto& [key, holders] : by_name_) clusters_.join(holders.fullest, "name " + key.form);
    while (join_by_aliases()) {
    }
    return collect();
  }

 private:
  /// Does what was decided: first what is told apart, so that nothing joins it.
  void obey() {
    const Decided decided(things_, rules_);
    for (std::size_t d = 0; d < decisions_.size(); ++d) {
      if (decisions_[d].same) continue;
      std::vector<Indices> sides;
      for (const std::string& name : decisions_[d].names) sides.push_back(decided.fully_called(decisions_[d].type, name));
      clusters_.tell_apart(sides, std::to_string(d));
    }
    for (const Decision& decision : decisions_) {
      Indices all;
      for (const std::string& name : decision.names) {
        const Indices called = decision.same ? decided.called(decision.type, name) : Indices();
        all.insert(all.end(), called.begin(), called.end());
      }
      std::sort(all.begin(), all.end());
      clusters_.force(all, "same " + decision.where());
    }
  }

  void join_by_ids() {
    std::map<std::tuple<bool, std::string, std::string, std::string>, Indices> by_id;  // Tickers last: they change hands.
    for (std::uint32_t i = 0; i < things_.size(); ++i) {
      if (!rules_.of(things_[i].type).named) continue;
      for (const auto& [registry, id] : things_[i].ids) {
        const std::string key = id_key(registry, id);
        if (!key.empty()) by_id[{registry == "ticker", registry, key, things_[i].type}].push_back(i);
      }
    }
    for (const auto& [key, holders] : by_id) clusters_.join(holders, std::get<1>(key) + " " + std::get<2>(key));
  }

  void collect_names() {
    for (std::uint32_t i = 0; i < things_.size(); ++i) {
      const Thing& thing = things_[i];
      const TypeRule& rule = rules_.of(thing.type);
      if (!rule.named) continue;
      const std::string fullest = form_of(thing.name, rule);
      if (!fullest.empty()) by_name_[{thing.type, fullest}].fullest.push_back(i);
      std::set<std::string> others;
      for (const Thing::Name& name : thing.names) {
        std::string form = form_of(name.text, rule);
        if (form != fullest && may_join(form, name, rule)) others.insert(std::move(form));
      }
      for (const std::string& form : others) by_name_[{thing.type, form}].others.push_back(i);
    }
  }

  static bool may_join(const std::string& form, const Thing::Name& name, const TypeRule& rule) {
    if (form.size() < 2 || rule.common_nouns.contains(form) || is_short(name, rule)) return false;
    return rule.party || is_code(form) || name.how != "defined term";
  }

  /// Names that filings equate with others. Returns true if any clusters were joined.
  bool join_by_aliases() {
    bool joined = false;
    for (const auto& [key, holders] : by_name_) {
      if (holders.others.empty()) continue;
      Indices all = holders.fullest;
      all.insert(all.end(), holders.others.begin(), holders.others.end());
      if (!is_telling(key) && !belongs_to_one(holders)) continue;
      joined = clusters_.join(all, "alias " + key.form) || joined;
    }
    return joined;
  }

  /// True for a name that several full names may share and still be one thing.
  bool is_telling(const NameKey& key) const {
    return !rules_.of(key.type).party && (is_code(key.form) || (key.form.size() > 3 && has(key.form, 'a', 'z')));
  }

  /// True if one cluster alone has the name beside a fuller one, and no filing gives it to two things.
  bool belongs_to_one(const Holders& holders) const {
    std::set<std::uint32_t> bare;
    for (const std::uint32_t thing : holders.fullest) bare.insert(clusters_.of(thing));
    std::set<std::uint32_t> fuller;
    std::map<std::string, std::uint32_t> in_filing;
    for (const std::uint32_t thing : holders.others) {
      const std::uint32_t cluster = clusters_.of(thing);
      if (!bare.contains(cluster)) fuller.insert(cluster);
      const auto [found, is_new] = in_filing.emplace(things_[thing].filing, cluster);
      if (!is_new && found->second != cluster) return false;
    }
    return fuller.size() == 1;
  }

  Resolution collect() const {
    std::map<std::uint32_t, Indices> members;
    for (std::uint32_t i = 0; i < things_.size(); ++i) members[clusters_.of(i)].push_back(i);
    Resolution resolution;
    for (const auto& [root, indices] : members) {
      ResolvedNode& resolved = resolution.nodes.emplace_back();
      describe(resolved, things_, indices, rules_.of(things_[root].type));
      for (const std::uint32_t thing : indices) resolved.members.push_back({thing, clusters_.reason(thing)});
    }
    give_uids(resolution.nodes, things_, rules_);
    std::sort(resolution.nodes.begin(), resolution.nodes.end(),
              [](const ResolvedNode& a, const ResolvedNode& b) { return a.node.uid < b.node.uid; });
    resolution.node_of.resize(things_.size());
    for (std::uint32_t i = 0; i < resolution.nodes.size(); ++i) {
      for (const ResolvedNode::Member& member : resolution.nodes[i].members) resolution.node_of[member.thing] = i;
    }
    return resolution;
  }

  const std::vector<Thing>& things_;
  const TypeRules& rules_;
  const std::vector<Decision>& decisions_;
  Clusters clusters_;
  std::map<NameKey, Holders> by_name_;
};

}  // namespace

bool is_broader(const Thing::Name& name) { return name.how == "broader"; }

bool is_short(const Thing::Name& name, const TypeRule& rule) {
  if (is_broader(name)) return true;
  return !rule.party && (name.how == "shorter form" || name.how == "short form");
}

std::string id_key(std::string_view registry, std::string_view id) {
  std::string key = fold(id);
  if (registry == "cik") key.erase(0, std::min(key.find_first_not_of('0'), key.size()));
  if (registry == "ticker" && key.rfind(':') != std::string::npos) key.erase(0, key.rfind(':') + 1);
  const std::size_t first = key.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : key.substr(first, key.find_last_not_of(' ') - first + 1);
}

Resolution resolve(const std::vector<Thing>& things, const TypeRules& rules, const std::vector<Decision>& decisions) {
  if (decisions.empty()) return Resolver(things, rules, decisions).run();
  const std::vector<Thing> left = without_denied_names(things, rules, decisions);
  return Resolver(left, rules, decisions).run();
}

}  // namespace rxgraph::graph
