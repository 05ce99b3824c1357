#include "export/property_plan.hpp"

#include <algorithm>

#include "base/date.hpp"

namespace rxgraph::exporting {
namespace {

/// `name` of letters, digits and '_' only, beginning with a letter.
std::string token(const std::string& name) {
  std::string plain;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    plain.push_back(letter || (c >= '0' && c <= '9') ? c : '_');
  }
  const bool begins = !plain.empty() && plain[0] != '_' && (plain[0] < '0' || plain[0] > '9');
  return begins ? plain : "X" + plain;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string relationship_type(const Ontology& ontology, const std::string& relation) {
  const Relation* const declared = ontology.relation(relation);
  return token(declared == nullptr || declared->neo4j.empty() ? upper(relation) : declared->neo4j);
}

PropertyPlan::NodeKind plan_node(const Ontology& ontology, const std::string& type, const Shape::NodeGroup& group) {
  PropertyPlan::NodeKind kind;
  for (const std::string& label : labels_of(ontology, type)) {
    const std::string name = token(label);
    if (std::find(kind.labels.begin(), kind.labels.end(), name) == kind.labels.end()) kind.labels.push_back(name);
  }
  if (kind.labels.empty()) kind.labels.push_back(token(type));
  for (const auto& [registry, attribute] : attribute_names(group.registries, "id_")) kind.ids.push_back({registry, attribute, {}, false, {}, {}});
  return kind;
}

bool is_date(const Relation* relation, const std::string& qualifier) {
  if (relation == nullptr) return false;
  return std::any_of(relation->qualifiers.begin(), relation->qualifiers.end(),
                     [&](const QualifierType& declared) { return declared.name == qualifier && declared.type == ValueType::date; });
}

/// The columns of `group`; days have names that no qualifier has.
std::vector<PropertyColumn> plan_qualifiers(const Relation* relation, const Shape::EdgeGroup& group) {
  std::set<std::string> names;
  for (const auto& [name, column] : group.qualifiers) names.insert(name);
  std::set<std::string> taken;
  std::vector<PropertyColumn> columns;
  for (const auto& [name, attribute] : attribute_names(names, "q_")) {
    const Column& column = group.qualifiers.at(name);
    columns.push_back({name, attribute, column.kind(), column.many, {}, {}});
    taken.insert(attribute);
  }
  for (PropertyColumn& column : columns) {
    if (!is_date(relation, column.name)) continue;
    column.first_day = column.attribute + "_first";
    column.last_day = column.attribute + "_last";
    while (!taken.insert(column.first_day).second) column.first_day += "_day";
    while (!taken.insert(column.last_day).second) column.last_day += "_day";
  }
  return columns;
}

}  // namespace

std::set<std::string> PropertyPlan::labels() const {
  std::set<std::string> all;
  for (const auto& [type, kind] : nodes) all.insert(kind.labels.begin(), kind.labels.end());
  return all;
}

std::set<std::string> PropertyPlan::top_labels() const {
  std::set<std::string> all;
  for (const auto& [type, kind] : nodes) all.insert(kind.labels.back());
  return all;
}

PropertyPlan plan_properties(const Ontology& ontology, const Shape& shape) {
  PropertyPlan plan;
  for (const auto& [type, group] : shape.types) plan.nodes.emplace(type, plan_node(ontology, type, group));
  std::set<std::string> taken;
  for (const auto& [relation, group] : shape.relations) {
    const std::string type = untaken(relationship_type(ontology, relation), taken);
    plan.edges.emplace(relation, PropertyPlan::EdgeKind{type, plan_qualifiers(ontology.relation(relation), group)});
  }
  return plan;
}

bool is_day(std::string_view text) noexcept { return text.size() == 10 && is_partial_date(text); }

std::vector<std::string> list_texts(const std::vector<Value>& values) {
  std::vector<std::string> texts;
  for (const Value& value : values) {
    std::string text;
    append_plain(text, value);
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

std::string day_of(const std::vector<Value>& values, bool last) {
  std::string day;
  for (const Value& value : values) {
    const auto* const text = std::get_if<std::string>(&value);
    if (text == nullptr || !is_partial_date(*text)) continue;
    const std::string candidate = last ? last_day(*text) : first_day(*text);
    if (day.empty() || (last ? candidate > day : candidate < day)) day = candidate;
  }
  return day;
}

}  // namespace rxgraph::exporting
