#include "graph/hierarchy.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/names.hpp"
#include "graph/name_parts.hpp"
#include "graph/truth.hpp"

namespace rxgraph::graph {
namespace {

constexpr std::size_t most_modifiers = 6;    ///< Of which all subsets are looked for; of more, only those that leave out the first ones.
constexpr std::size_t facts_looked_at = 8;   ///< For a passage that names a thing.
constexpr double sure_by_name = 0.95;        ///< A declared modifier narrows.
constexpr double sure_by_vocabulary = 0.9;   ///< The thing must be the term, too.

using Node32 = std::uint32_t;

/// What a node is a kind of, and whether its name says so.
using Above = std::map<Node32, bool>;

std::string key_of(const std::string& core, const std::vector<std::string>& modifiers) {
  std::string key = core;
  for (const std::string& modifier : modifiers) key += '\n' + modifier;
  return key;
}

/// The nodes of one type by their names.
class Family {
 public:
  Family(std::string_view type, const std::vector<Thing>& things, const Resolution& resolution, const Ontology& ontology, const TypeRules& rules)
      : things_(things), resolution_(resolution), rule_(rules.of(type)), taker_(ontology, type, rule_) {
    for (Node32 node = 0; node < resolution.nodes.size(); ++node) {
      if (resolution.nodes[node].node.type == type) add(node);
    }
  }

  const std::vector<Node32>& members() const { return members_; }

  /// All that `node` is a kind of.
  Above above(Node32 node) const {
    Above all;
    const ResolvedNode& resolved = resolution_.nodes[node];
    for (const ResolvedNode::Member& member : resolved.members) {
      for (const Thing::Name& name : things_[member.thing].names) {
        if (is_broader(name)) note(by_form_, form_of(name.text, rule_), node, false, all);
      }
    }
    const std::string& own = resolved.node.name;
    const bool phrase = std::any_of(own.begin(), own.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (phrase) {
      add_broader(taker_.parts_of(own), node, all);
    } else {
      for (const NameParts& parts : parts_.at(node)) add_broader(parts, node, all);
    }
    return all;
  }

 private:
  using Index = std::unordered_map<std::string, std::set<Node32>>;

  const std::vector<Thing>& things_;
  const Resolution& resolution_;
  const TypeRule& rule_;
  NameTaker taker_;
  std::vector<Node32> members_;
  std::unordered_map<Node32, std::vector<NameParts>> parts_;
  Index by_form_;
  Index by_parts_;

  void add(Node32 node) {
    members_.push_back(node);
    const Node& described = resolution_.nodes[node].node;
    std::vector<std::string> names = described.aliases;
    names.push_back(described.name);
    std::set<NameParts> all;
    for (const std::string& name : names) {
      by_form_[form_of(name, rule_)].insert(node);
      const NameParts parts = taker_.parts_of(name);
      if (!parts.core.empty()) all.insert(parts);
    }
    for (const NameParts& parts : all) by_parts_[key_of(parts.core, parts.modifiers)].insert(node);
    parts_[node].assign(all.begin(), all.end());
  }

  /// A name that several nodes have tells nothing.
  static void note(const Index& index, const std::string& key, Node32 node, bool by_name, Above& all) {
    const auto found = index.find(key);
    if (found == index.end() || found->second.size() != 1 || found->second.contains(node)) return;
    bool& known = all.try_emplace(*found->second.begin(), false).first->second;
    known = known || by_name;
  }

  void add_broader(const NameParts& parts, Node32 node, Above& all) const {
    const std::size_t count = parts.modifiers.size();
    if (count > most_modifiers) {
      for (std::size_t left_out = 1; left_out <= count; ++left_out) {
        note(by_parts_, key_of(parts.core, {parts.modifiers.begin() + static_cast<std::ptrdiff_t>(left_out), parts.modifiers.end()}), node, true, all);
      }
      return;
    }
    for (std::uint32_t kept = 0; kept + 1 < 1U << count; ++kept) {
      std::vector<std::string> modifiers;
      for (std::size_t i = 0; i < count; ++i) {
        if (kept >> i & 1U) modifiers.push_back(parts.modifiers[i]);
      }
      note(by_parts_, key_of(parts.core, modifiers), node, true, all);
    }
  }
};

/// Finds a passage that names a thing among the first facts about it.
class Passages {
 public:
  Passages(const Database& database, const std::vector<MergedEdge>& edges, const std::vector<Said>& said, std::size_t nodes)
      : said_(said), query_(evidence_query(database)), facts_(nodes) {
    for (const MergedEdge& edge : edges) {
      for (const Node32 end : {edge.source, edge.target}) {
        std::vector<std::uint32_t>& facts = facts_[end];
        for (const std::uint32_t index : edge.said) {
          if (facts.size() < facts_looked_at && !said[index].derived) facts.push_back(index);
        }
      }
    }
  }

  std::vector<bool> active() const {
    std::vector<bool> marks;
    for (const std::vector<std::uint32_t>& facts : facts_) marks.push_back(!facts.empty());
    return marks;
  }

  std::vector<Evidence> naming(Node32 index, const Node& node) {
    std::vector<std::string> names = {fold(node.name)};
    for (const std::string& alias : node.aliases) names.push_back(fold(alias));
    std::vector<Evidence> first;
    for (const std::uint32_t fact : facts_[index]) {
      query_.bind(1, said_[fact].filing).bind(2, said_[fact].statement);
      std::optional<Evidence> found;
      while (query_.step()) {
        Evidence evidence = evidence_of(query_);
        const std::string text = fold(evidence.text);
        const bool names_it = std::any_of(names.begin(), names.end(), [&](const std::string& name) { return text.find(name) != std::string::npos; });
        if (names_it && !found) found = evidence;
        if (first.empty()) first.push_back(std::move(evidence));
      }
      if (found) return {*found};
    }
    return first;
  }

 private:
  const std::vector<Said>& said_;
  Query query_;
  std::vector<std::vector<std::uint32_t>> facts_;  ///< Of each node: statements, at most `facts_looked_at`.
};

}  // namespace

std::vector<Kinship> kinships(std::string_view type, const std::vector<bool>& active, const std::vector<Thing>& things, const Resolution& resolution,
                              const Ontology& ontology, const TypeRules& rules) {
  const Family family(type, things, resolution, ontology, rules);
  std::unordered_map<Node32, Above> above;
  for (const Node32 node : family.members()) above.emplace(node, family.above(node));
  std::vector<Kinship> found;
  for (const Node32 node : family.members()) {
    if (!active[node]) continue;
    const Above& all = above.at(node);
    for (const auto& [broader, by_name] : all) {
      if (above.at(broader).contains(node)) continue;
      const bool between = std::any_of(all.begin(), all.end(), [&, target = broader](const auto& other) {
        const Above& further = above.at(other.first);
        return other.first != target && active[other.first] && further.contains(target) && !further.contains(node) && !above.at(target).contains(other.first);
      });
      if (!between) found.push_back({node, broader, by_name});
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Statement> derive_hierarchy(const Database& database, const std::vector<MergedEdge>& edges, const std::vector<Said>& said,
                                        const std::vector<Thing>& things, const Resolution& resolution, const Ontology& ontology, const TypeRules& rules) {
  std::vector<Statement> statements;
  for (const Relation& relation : ontology.relations) {
    if (!relation.hierarchy) continue;
    Passages passages(database, edges, said, resolution.nodes.size());
    const std::vector<bool> active = passages.active();
    for (const std::string& type : relation.subject_types) {
      for (const Kinship& kinship : kinships(type, active, things, resolution, ontology, rules)) {
        const Node& narrower = resolution.nodes[kinship.narrower].node;
        const Node& broader = resolution.nodes[kinship.broader].node;
        Statement& statement = statements.emplace_back();
        statement.subject = {narrower.uid, narrower.type, narrower.name, {}, {}};
        statement.relation = relation.name;
        statement.object = {broader.uid, broader.type, broader.name, {}, {}};
        statement.confidence = kinship.by_name ? sure_by_name : sure_by_vocabulary;
        statement.rule = relation.name + (kinship.by_name ? ".name" : ".vocabulary");
        statement.evidence = passages.naming(kinship.narrower, narrower);
      }
    }
  }
  return statements;
}

}  // namespace rxgraph::graph
