#include "graph/merge.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include "base/hash.hpp"
#include "base/names.hpp"
#include "base/record_json.hpp"

namespace rxgraph::graph {
namespace {

constexpr std::uint32_t several = 0xffffffff;

/// A value as it is compared: words without case and marks.
std::string identity_of(const Value& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) {
    std::string form = normal_form(*text);
    return form.empty() ? *text : form;
  }
  std::string number;
  append_json_value(number, value);
  return number;
}

/// The values of the identity qualifiers of a relation, in its order; "" where one is left out.
using Identity = std::vector<std::string>;

Identity identity_of(const Qualifiers& qualifiers, const Relation* relation) {
  Identity identity;
  if (relation == nullptr) return identity;
  for (const std::string& name : relation->identity) {
    std::string& text = identity.emplace_back();
    const auto found = qualifiers.find(name);
    if (found == qualifiers.end()) continue;
    std::vector<std::string> values;
    for (const Value& value : found->second) values.push_back(identity_of(value));
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const std::string& value : values) text += "\t" + value;
  }
  return identity;
}

std::size_t given(const Identity& identity) {
  return static_cast<std::size_t>(std::count_if(identity.begin(), identity.end(), [](const std::string& text) { return !text.empty(); }));
}

/// True if `less` gives nothing that `more` does not, and leaves something out.
bool is_part_of(const Identity& less, const Identity& more) {
  for (std::size_t i = 0; i < less.size(); ++i) {
    if (!less[i].empty() && less[i] != more[i]) return false;
  }
  return less != more;
}

void insert_sorted(std::vector<Value>& values, const Value& value) {
  const auto at = std::lower_bound(values.begin(), values.end(), value);
  if (at == values.end() || *at != value) values.insert(at, value);
}

/// True if both give a qualifier, and not one value in common.
bool differ(const Qualifiers& a, const Qualifiers& b) {
  for (const auto& [name, values] : a) {
    const auto other = b.find(name);
    if (other == b.end()) continue;
    const bool shared = std::any_of(values.begin(), values.end(), [&](const Value& value) {
      return std::find(other->second.begin(), other->second.end(), value) != other->second.end();
    });
    if (!shared) return true;
  }
  return false;
}

/// A statement's place among the edges.
struct Place {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::string_view relation;
  bool derived = false;
  Identity identity;
  std::uint32_t said = 0;

  auto ends() const { return std::tie(source, relation, target); }
  auto key() const { return std::tie(source, relation, target, derived, identity, said); }
};

/// Statements of the same relation, ends and identity.
struct Group {
  Identity identity;
  bool derived = false;
  Qualifiers qualifiers;             ///< All that they say.
  std::vector<std::uint32_t> said;
};

/// The groups of a run of places with the same relation and ends: first those that give most.
std::vector<Group> groups_of(std::span<const Place> run, const std::vector<Said>& said) {
  std::vector<Group> groups;
  for (const Place& place : run) {
    if (groups.empty() || groups.back().identity != place.identity || groups.back().derived != place.derived) {
      groups.push_back({place.identity, place.derived, {}, {}});
    }
    groups.back().said.push_back(place.said);
    for (const auto& [name, values] : said[place.said].qualifiers) {
      for (const Value& value : values) insert_sorted(groups.back().qualifiers[name], value);
    }
  }
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    return std::pair(a.derived, given(b.identity)) < std::pair(b.derived, given(a.identity));
  });
  return groups;
}

/// Lets each group that leaves out part of its identity count for the only fuller one that fits, and drops what is derived
/// where it is said.
std::vector<Group> settled(std::vector<Group> groups) {
  std::vector<Group> kept;
  for (Group& group : groups) {
    std::vector<Group*> hosts;
    bool is_said = false;
    for (Group& other : kept) {
      is_said = is_said || other.identity == group.identity;
      if (is_part_of(group.identity, other.identity) && !differ(group.qualifiers, other.qualifiers)) hosts.push_back(&other);
    }
    if (group.derived && (is_said || !hosts.empty())) continue;
    if (hosts.size() != 1) {
      kept.push_back(std::move(group));
      continue;
    }
    hosts.front()->said.insert(hosts.front()->said.end(), group.said.begin(), group.said.end());
  }
  return kept;
}

MergedEdge edge_of(const Place& place, Group group, const std::vector<Said>& said, const std::vector<ResolvedNode>& nodes) {
  MergedEdge merged;
  const Node& source = nodes[place.source].node;
  const Node& target = nodes[place.target].node;
  merged.source = place.source;
  merged.target = place.target;
  merged.edge.relation = place.relation;
  merged.edge.source = source.uid;
  merged.edge.source_type = source.type;
  merged.edge.target = target.uid;
  merged.edge.target_type = target.type;
  merged.edge.derived = group.derived;
  std::string text = merged.edge.relation + "\n" + source.uid + "\n" + target.uid;
  for (const std::string& part : group.identity) text += "\n" + part;
  merged.edge.uid = hash_hex(text);
  merged.said = std::move(group.said);
  std::sort(merged.said.begin(), merged.said.end());
  bool first = true;
  for (const std::uint32_t index : merged.said) {
    const Said& one = said[index];
    add_statement(merged.edge, first, one.qualifiers, one.modality, one.confidence, one.rule);
    first = false;
  }
  return merged;
}

}  // namespace

std::vector<MergedEdge> merge(const std::vector<Said>& said, const std::vector<ResolvedNode>& nodes, const Ontology& ontology) {
  std::vector<Place> places;
  places.reserve(said.size());
  for (std::uint32_t i = 0; i < said.size(); ++i) {
    const Said& one = said[i];
    if (one.subject == one.object) continue;
    const Relation* const relation = ontology.relation(one.relation);
    Place place{one.subject, one.object, one.relation, one.derived, identity_of(one.qualifiers, relation), i};
    if (relation != nullptr && relation->symmetric && place.target < place.source) std::swap(place.source, place.target);
    places.push_back(std::move(place));
  }
  // Nodes are in order of uid, so that their indices order as their uids do.
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.key() < b.key(); });

  std::vector<MergedEdge> edges;
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin + 1;
    while (end < places.size() && places[end].ends() == places[begin].ends()) ++end;
    const std::size_t first = edges.size();
    for (Group& group : settled(groups_of(std::span(places).subspan(begin, end - begin), said))) {
      edges.push_back(edge_of(places[begin], std::move(group), said, nodes));
    }
    std::sort(edges.begin() + static_cast<std::ptrdiff_t>(first), edges.end(),
              [](const MergedEdge& a, const MergedEdge& b) { return a.edge.uid < b.edge.uid; });
    begin = end;
  }
  return edges;
}

void add_statement(Edge& edge, bool first, const Qualifiers& qualifiers, Modality modality, double confidence, const std::string& rule) {
  edge.modality = first ? modality : std::min(edge.modality, modality);
  edge.confidence = first ? confidence : std::max(edge.confidence, confidence);
  const auto at = std::lower_bound(edge.rules.begin(), edge.rules.end(), rule);
  if (!rule.empty() && (at == edge.rules.end() || *at != rule)) edge.rules.insert(at, rule);
  for (const auto& [name, values] : qualifiers) {
    std::vector<Value>& all = edge.qualifiers[name];
    for (const Value& value : values) insert_sorted(all, value);
  }
}

QualifierNames::QualifierNames(const std::vector<Thing>& things, const Resolution& resolution, const Ontology& ontology,
                               const TypeRules& rules)
    : resolution_(resolution), ontology_(ontology), rules_(rules) {
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    const Thing& thing = things[i];
    const TypeRule& rule = rules.of(thing.type);
    const std::uint32_t node = resolution.node_of[i];
    const auto note_name = [&](const std::string& name) {
      const std::string form = form_of(name, rule);
      note({thing.filing, thing.type, form}, node);
      note({"", thing.type, form}, node);
    };
    note_name(thing.name);
    for (const Thing::Name& name : thing.names) {
      if (!is_broader(name)) note_name(name.text);
    }
  }
}

void QualifierNames::note(const Key& key, std::uint32_t node) {
  const auto [found, is_new] = nodes_.emplace(key, node);
  if (!is_new && found->second != node) found->second = several;
}

const std::string* QualifierNames::name_of(std::string_view filing, const QualifierType& type, const std::string& name) const {
  for (const std::string_view where : {filing, std::string_view()}) {
    for (const std::string& entity_type : type.entity_types) {
      const auto found = nodes_.find({std::string(where), entity_type, form_of(name, rules_.of(entity_type))});
      if (found != nodes_.end() && found->second != several) return &resolution_.nodes[found->second].node.name;
    }
  }
  return nullptr;
}

bool QualifierNames::rename(std::string_view filing, std::string_view relation, Qualifiers& qualifiers) const {
  const Relation* const declared = ontology_.relation(relation);
  if (declared == nullptr) return false;
  bool changed = false;
  for (auto& [qualifier, values] : qualifiers) {
    const QualifierType* const type = declared->qualifier(qualifier);
    if (type == nullptr || type->type != ValueType::entity) continue;
    for (Value& value : values) {
      auto* const text = std::get_if<std::string>(&value);
      const std::string* const name = text == nullptr ? nullptr : name_of(filing, *type, *text);
      if (name == nullptr || *name == *text) continue;
      *text = *name;
      changed = true;
    }
  }
  return changed;
}

}  // namespace rxgraph::graph
