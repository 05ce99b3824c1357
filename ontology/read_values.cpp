#include <algorithm>

#include "base/date.hpp"
#include "base/names.hpp"
#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

std::string_view wanted(ValueType type) {
  switch (type) {
    case ValueType::text: return "a string";
    case ValueType::date: return "a date such as '2007', '2007-07' or '2007-07-31'";
    case ValueType::number: return "a number";
    case ValueType::currency: return "a currency code of three capitals such as 'USD'";
    case ValueType::closed: return "one of its values";
    case ValueType::entity: return "the name of a thing";
    case ValueType::boolean: return "true or false";
  }
  return "a value";
}

bool is_currency(std::string_view code) {
  return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool fits(const JsonNode& value, const QualifierType& qualifier) {
  using Kind = JsonNode::Kind;
  switch (qualifier.type) {
    case ValueType::number: return value.is(Kind::number);
    case ValueType::boolean: return value.is(Kind::boolean);
    case ValueType::date: return value.is(Kind::text) && is_partial_date(value.text);
    case ValueType::currency: return value.is(Kind::text) && is_currency(value.text);
    case ValueType::text:
    case ValueType::entity: return value.is(Kind::text) && !value.text.empty();
    case ValueType::closed:
      return value.is(Kind::text) && std::find(qualifier.values.begin(), qualifier.values.end(), value.text) != qualifier.values.end();
  }
  return false;
}

Value value_of(const JsonNode& node) {
  if (node.is(JsonNode::Kind::number)) return node.number;
  if (node.is(JsonNode::Kind::boolean)) return node.boolean;
  return node.text;
}

void read_value(const JsonNode& node, const QualifierType& qualifier, std::vector<Value>& values, Faults& faults) {
  if (fits(node, qualifier)) {
    Value value = value_of(node);
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
  } else if (qualifier.type == ValueType::closed && node.is(JsonNode::Kind::text)) {
    faults.add(node.place, in_quotes(node.text) + " is no value of " + in_quotes(qualifier.name) + "; it is " + listed(qualifier.values));
  } else {
    faults.add(node.place, in_quotes(qualifier.name) + " must be " + std::string(wanted(qualifier.type)));
  }
}

}  // namespace

Qualifiers read_qualifier_values(const JsonNode* node, const std::vector<const QualifierType*>& known, std::string_view of, Faults& faults) {
  Qualifiers values;
  if (!node) return values;
  for (const JsonMember& member : node->members) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const QualifierType* q) { return q->name == member.name; });
    if (found == known.end()) {
      std::vector<std::string> names;
      for (const QualifierType* qualifier : known) names.push_back(qualifier->name);
      faults.add(member.place, std::string(of) + " declares no qualifier " + in_quotes(member.name) + did_you_mean(member.name, names));
      continue;
    }
    std::vector<Value> list;
    if (!member.value.is(JsonNode::Kind::array)) read_value(member.value, **found, list, faults);
    for (const JsonNode& item : member.value.items) read_value(item, **found, list, faults);
    if (!list.empty()) values[member.name] = std::move(list);
  }
  return values;
}

}  // namespace rxgraph::ontology
