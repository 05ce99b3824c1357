#include "ingest/statement_text.hpp"

#include <charconv>

namespace rxgraph::ingest {

std::string text_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  char digits[512];  // The largest double has 309 digits.
  return {digits, std::to_chars(digits, digits + sizeof digits, std::get<double>(value), std::chars_format::fixed).ptr};
}

std::string text_of(const Qualifiers& qualifiers) {
  std::string text;
  for (const auto& [name, values] : qualifiers) {
    for (const Value& value : values) text += (text.empty() ? "" : ", ") + name + " " + text_of(value);
  }
  return text;
}

std::string text_of(const Statement& statement) {
  const std::string qualifiers = text_of(statement.qualifiers);
  return "'" + statement.subject.name + "' " + statement.relation + " '" + statement.object.name + "'" + (qualifiers.empty() ? "" : ", " + qualifiers);
}

}  // namespace rxgraph::ingest
