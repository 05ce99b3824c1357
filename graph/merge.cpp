#include "graph/merge.hpp"

#include <algorithm>
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

std::string identity_of(const Qualifiers& qualifiers, const Relation* relation) {
  std::string identity;
  if (relation == nullptr) return identity;
  for (const std::string& name : relation->identity) {
    identity += "\n" + name;
    const auto found = qualifiers.find(name);
    if (found == qualifiers.end()) continue;
    std::vector<std::string> values;
    for (const Value& value : found->second) values.push_back(identity_of(value));
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const std::string& value : values) identity += "\t" + value;
  }
  return identity;
}

void insert_sorted(std::vector<Value>& values, const Value& value) {
  const auto at = std::lower_bound(values.begin(), values.end(), value);
  if (at == values.end() || *at != value) values.insert(at, value);
}

/// A statement's place among the edges.
struct Place {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::string_view relation;
  std::string uid;
  bool derived = false;
  std::uint32_t said = 0;

  auto key() const { return std::tie(source, relation, target, uid, derived, said); }
};

}  // namespace

std::vector<MergedEdge> merge(const std::vector<Said>& said, const std::vector<ResolvedNode>& nodes, const Ontology& ontology) {
  std::vector<Place> places;
  places.reserve(said.size());
  for (std::uint32_t i = 0; i < said.size(); ++i) {
    const Said& one = said[i];
    if (one.subject == one.object) continue;
    const Relation* const relation = ontology.relation(one.relation);
    Place place{one.subject, one.object, one.relation, {}, one.derived, i};
    if (relation != nullptr && relation->symmetric && place.target < place.source) std::swap(place.source, place.target);
    place.uid = hash_hex(one.relation + "\n" + nodes[place.source].node.uid + "\n" + nodes[place.target].node.uid +
                         identity_of(one.qualifiers, relation));
    places.push_back(std::move(place));
  }
  // Nodes are in order of uid, so that their indices order as their uids do.
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.key() < b.key(); });

  std::vector<MergedEdge> edges;
  for (const Place& place : places) {
    if (edges.empty() || edges.back().edge.uid != place.uid) {
      MergedEdge& merged = edges.emplace_back();
      merged.source = place.source;
      merged.target = place.target;
      merged.edge.uid = place.uid;
      merged.edge.relation = place.relation;
      merged.edge.source = nodes[place.source].node.uid;
      merged.edge.source_type = nodes[place.source].node.type;
      merged.edge.target = nodes[place.target].node.uid;
      merged.edge.target_type = nodes[place.target].node.type;
    }
    if (place.derived && !edges.back().said.empty() && !edges.back().edge.derived) continue;
    edges.back().edge.derived = place.derived;
    const Said& one = said[place.said];
    add_statement(edges.back().edge, edges.back().said.empty(), one.qualifiers, one.modality, one.confidence, one.rule);
    edges.back().said.push_back(place.said);
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
    for (const Thing::Name& name : thing.names) note_name(name.text);
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
