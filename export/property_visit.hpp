#pragma once
/// The templates of property_plan.hpp, which includes this file.

#include <cmath>

#include "export/property_plan.hpp"

namespace rxgraph::exporting {
namespace detail {

template <typename Visit>
void visit_text(std::string_view name, std::string_view text, Visit& visit) {
  if (!text.empty()) visit.text(name, text);
}

template <typename Visit>
void visit_texts(std::string_view name, const std::vector<std::string>& list, Visit& visit) {
  bool empty = list.empty();
  for (const std::string& text : list) empty |= text.empty();
  if (!empty) return visit.list(name, list);
  std::vector<std::string> kept;
  for (const std::string& text : list) {
    if (!text.empty()) kept.push_back(text);
  }
  if (!kept.empty()) visit.list(name, kept);
}

template <typename Item>
std::vector<Item> items_of(const std::vector<Value>& values) {
  std::vector<Item> items;
  for (const Value& value : values) {
    if constexpr (std::is_same_v<Item, bool>) {
      if (const auto* const flag = std::get_if<bool>(&value)) items.push_back(*flag);
    } else {
      const auto* const number = std::get_if<double>(&value);
      if (number != nullptr && std::isfinite(*number)) items.push_back(static_cast<Item>(*number));
    }
  }
  return items;
}

template <typename Visit>
void visit_list(const PropertyColumn& column, const std::vector<Value>& values, Visit& visit) {
  switch (column.kind) {
    case Column::Kind::text: visit_texts(column.attribute, list_texts(values), visit); break;
    case Column::Kind::flag:
      if (const auto items = items_of<bool>(values); !items.empty()) visit.flags(column.attribute, items);
      break;
    case Column::Kind::whole:
      if (const auto items = items_of<std::int64_t>(values); !items.empty()) visit.wholes(column.attribute, items);
      break;
    case Column::Kind::number:
      if (const auto items = items_of<double>(values); !items.empty()) visit.numbers(column.attribute, items);
      break;
  }
}

template <typename Visit>
void visit_value(const PropertyColumn& column, const Value& value, Visit& visit) {
  const auto* const number = std::get_if<double>(&value);
  if (number != nullptr && !std::isfinite(*number)) return;
  if (const auto* const text = std::get_if<std::string>(&value); text != nullptr && text->empty()) return;
  switch (column.kind) {
    case Column::Kind::flag: visit.flag(column.attribute, std::get<bool>(value)); break;
    case Column::Kind::whole: visit.whole(column.attribute, static_cast<std::int64_t>(*number)); break;
    case Column::Kind::number: visit.number(column.attribute, *number); break;
    case Column::Kind::text:
      if (const auto* const text = std::get_if<std::string>(&value)) {
        visit_text(column.attribute, *text, visit);
      } else {
        std::string plain;
        append_plain(plain, value);
        visit_text(column.attribute, plain, visit);
      }
  }
}

template <typename Visit>
void visit_qualifier(const PropertyColumn& column, const std::vector<Value>& values, Visit& visit) {
  if (column.many) {
    visit_list(column, values, visit);
  } else {
    visit_value(column, values.front(), visit);
  }
  if (column.first_day.empty()) return;
  if (const std::string day = day_of(values, false); !day.empty()) visit.day(column.first_day, day);
  if (const std::string day = day_of(values, true); !day.empty()) visit.day(column.last_day, day);
}

template <typename Visit>
void visit_evidence(const graph::Edge& edge, EvidenceChoice choice, const FilingIndex& filings, Visit& visit) {
  const Evidence& first = edge.evidence.front();
  const FilingFacts& facts = filings.of(first);
  const ByteRange bytes = hull(first);
  const auto position = [&visit](std::string_view name, std::uint64_t number) {
    if (is_long(number)) visit.whole(name, static_cast<std::int64_t>(number));
  };
  visit_text("sentence", first.text, visit);
  visit_text("filing", first.filing, visit);
  visit_text("accession", facts.accession, visit);
  visit_text("form", facts.form, visit);
  if (is_day(facts.filed)) visit.day("filed", facts.filed);
  visit_text("dated", facts.dated, visit);
  position("document", first.document);
  visit_text("section", first.section, visit);
  position("begin", bytes.begin);
  position("end", bytes.end);
  position("passages", edge.evidence.size());
  if (choice != EvidenceChoice::all || edge.evidence.size() == 1) return;
  std::string further;
  append_evidence_list_json(further, std::span(edge.evidence).subspan(1), filings);
  visit.text("further", further);
}

}  // namespace detail

template <typename Visit>
void visit_node(const graph::Node& node, const PropertyPlan::NodeKind& kind, Visit& visit) {
  detail::visit_text("uid", node.uid, visit);
  detail::visit_text("name", node.name, visit);
  detail::visit_text("type", node.type, visit);
  detail::visit_texts("aliases", node.aliases, visit);
  visit.whole("filings", static_cast<std::int64_t>(node.filings));
  for (const PropertyColumn& column : kind.ids) {
    const auto id = node.ids.find(column.name);
    if (id != node.ids.end()) detail::visit_text(column.attribute, id->second, visit);
  }
}

template <typename Visit>
void visit_edge(const graph::Edge& edge, const PropertyPlan::EdgeKind& kind, EvidenceChoice choice, const FilingIndex& filings, Visit& visit) {
  detail::visit_text("uid", edge.uid, visit);
  visit.text("modality", name_of(edge.modality));
  if (std::isfinite(edge.confidence)) visit.number("confidence", edge.confidence);
  visit.flag("derived", edge.derived);
  detail::visit_texts("rules", edge.rules, visit);
  auto given = edge.qualifiers.begin();
  for (const PropertyColumn& column : kind.qualifiers) {
    while (given != edge.qualifiers.end() && given->first < column.name) ++given;
    if (given == edge.qualifiers.end()) break;
    if (given->first == column.name && !given->second.empty()) detail::visit_qualifier(column, given->second, visit);
  }
  if (choice != EvidenceChoice::none && !edge.evidence.empty()) detail::visit_evidence(edge, choice, filings, visit);
}

}  // namespace rxgraph::exporting
