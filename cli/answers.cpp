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

/// The types that are below one of `ends`, themselves included.
std::vector<std::string> types_below(const Ontology& ontology, const std::vector<std::string>& ends) {
  std::vector<std::string> types;
  for (const EntityType& type : ontology.types) {
    const auto above = [&](const std::string& end) { return ontology.is_a(type.name, end); };
    if (std::any_of(ends.begin(), ends.end(), above)) types.push_back(type.name);
  }
  return types;
}

}  // namespace

std::vector<std::string> subjects_of(const Ontology& ontology, const std::vector<std::string>& relations) {
  std::vector<std::string> ends;
  for (const std::string& name : relations) {
    if (const Relation* const relation = ontology.relation(name)) {
      ends.insert(ends.end(), relation->subject_types.begin(), relation->subject_types.end());
    }
  }
  return types_below(ontology, ends);
}

query::Scope scope_of(const Options& options) {
  const graph::Selection& selection = options.selection;
  return {selection.since, selection.as_of, selection.min_confidence};
}

std::string source_text(const query::Citation& citation) {
  const std::string date = !citation.filed.empty() ? citation.filed : citation.dated.empty() ? "" : "of " + citation.dated;
  if (citation.form.empty() && citation.filed.empty()) {
    const std::string name = citation.path.empty() ? citation.filing : citation.path.substr(citation.path.rfind('/') + 1);
    return name + (date.empty() ? "" : " " + date);
  }
  return citation.form + (citation.form.empty() || date.empty() ? "" : " ") + date;
}

Cell status_cell(Modality modality) { return modality == Modality::asserted ? Cell() : Cell(std::string(name_of(modality))); }

std::string terms_text(const Qualifiers& qualifiers, const Relation* relation, const std::vector<std::string>& except) {
  const auto is_currency = [&](const auto& qualifier) { return is_of(relation, qualifier.first, ValueType::currency); };
  const auto currency = std::find_if(qualifiers.begin(), qualifiers.end(), is_currency);
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
  return amounts + (amounts.empty() || text.empty() ? "" : ", ") + text;
}

Cell terms_cell(const Qualifiers& qualifiers, const Relation* relation, const std::vector<std::string>& except) {
  return cell_of(terms_text(qualifiers, relation, except));
}

std::string bytes_text(const std::vector<ByteRange>& ranges) {
  std::string text;
  for (const ByteRange& range : ranges) text += (text.empty() ? "" : ", ") + std::to_string(range.begin) + "-" + std::to_string(range.end);
  return text;
}

std::string column_of(std::string_view type) {
  std::string key;
  for (const char c : type) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !key.empty()) key += '_';
    key += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return key;
}

void add_citation_columns(Table& table) {
  for (const char* key : {"form", "filed", "dated", "dated_by", "accession", "document", "section", "bytes", "path", "address", "text"}) {
    table.columns.push_back({key, 0, false, Audience::programs});
  }
}

void add_citation_cells(std::vector<Cell>& row, const query::Citation& citation) {
  row.push_back(cell_of(citation.form));
  row.push_back(cell_of(citation.filed));
  row.push_back(cell_of(citation.dated));
  row.push_back(cell_of(citation.dated_by));
  row.push_back(cell_of(citation.accession));
  row.push_back(static_cast<double>(citation.document));
  row.push_back(cell_of(citation.section));
  row.push_back(cell_of(bytes_text(citation.ranges)));
  row.push_back(cell_of(citation.path));
  row.push_back(cell_of(citation.address));
  row.push_back(cell_of(citation.text));
}

}  // namespace rxgraph::cli
