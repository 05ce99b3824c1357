#include "cli/answers.hpp"

#include <algorithm>

namespace rxgraph::cli {
namespace {

std::string value_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "yes" : "no";
  return grouped(std::get<double>(value));
}

std::string values_text(const std::vector<Value>& values) {
  std::string all;
  for (const Value& value : values) all += (all.empty() ? "" : " or ") + value_text(value);
  return all;
}

bool is_of(const Relation* relation, const std::string& qualifier, ValueType type) {
  const QualifierType* const declared = relation == nullptr ? nullptr : relation->qualifier(qualifier);
  return declared != nullptr && declared->type == type;
}

std::vector<std::string> ends_of(const Ontology& ontology, std::span<const std::string_view> relations, std::vector<std::string> Relation::*ends) {
  std::vector<std::string> types;
  for (const EntityType& type : ontology.types) {
    const bool wanted = std::any_of(relations.begin(), relations.end(), [&](std::string_view name) {
      const Relation* const relation = ontology.relation(name);
      return relation != nullptr && std::any_of((relation->*ends).begin(), (relation->*ends).end(), [&](const std::string& end) { return ontology.is_a(type.name, end); });
    });
    if (wanted) types.push_back(type.name);
  }
  return types;
}

}  // namespace

std::vector<std::string> subjects_of(const Ontology& ontology, std::span<const std::string_view> relations) {
  return ends_of(ontology, relations, &Relation::subject_types);
}

std::vector<std::string> objects_of(const Ontology& ontology, std::span<const std::string_view> relations) {
  return ends_of(ontology, relations, &Relation::object_types);
}

query::Scope scope_of(const Options& options) { return {options.selection.since, options.selection.as_of, options.selection.min_confidence}; }

std::string source_text(const query::Citation& citation) {
  if (citation.form.empty() && citation.filed.empty()) return citation.path.empty() ? citation.filing : citation.path.substr(citation.path.rfind('/') + 1);
  return citation.form + (citation.form.empty() || citation.filed.empty() ? "" : " ") + citation.filed;
}

Cell status_cell(Modality modality) { return modality == Modality::asserted ? Cell() : Cell(std::string(name_of(modality))); }

Cell terms_cell(const Qualifiers& qualifiers, const Relation* relation, const std::vector<std::string>& except) {
  const auto currency = std::find_if(qualifiers.begin(), qualifiers.end(), [&](const auto& q) { return is_of(relation, q.first, ValueType::currency); });
  std::string text, amounts;
  for (const auto& [name, values] : qualifiers) {
    if (std::find(except.begin(), except.end(), name) != except.end()) continue;
    if (currency != qualifiers.end() && name == currency->first) continue;
    if (currency != qualifiers.end() && is_of(relation, name, ValueType::number)) {
      amounts += (amounts.empty() ? "" : ", ") + values_text(currency->second) + " " + values_text(values);
    } else {
      text += (text.empty() ? "" : ", ") + name + " " + values_text(values);
    }
  }
  return cell_of(amounts + (amounts.empty() || text.empty() ? "" : ", ") + text);
}

std::string bytes_text(const std::vector<ByteRange>& ranges) {
  std::string text;
  for (const ByteRange& range : ranges) text += (text.empty() ? "" : ", ") + std::to_string(range.begin) + "-" + std::to_string(range.end);
  return text;
}

void add_citation_columns(Table& table) {
  for (const char* key : {"form", "filed", "accession", "document", "section", "bytes", "path", "address", "text"}) {
    table.columns.push_back({key, 0, false, Audience::programs});
  }
}

void add_citation_cells(std::vector<Cell>& row, const query::Citation& citation) {
  row.push_back(cell_of(citation.form));
  row.push_back(cell_of(citation.filed));
  row.push_back(cell_of(citation.accession));
  row.push_back(static_cast<double>(citation.document));
  row.push_back(cell_of(citation.section));
  row.push_back(cell_of(bytes_text(citation.ranges)));
  row.push_back(cell_of(citation.path));
  row.push_back(cell_of(citation.address));
  row.push_back(cell_of(citation.text));
}

}  // namespace rxgraph::cli
