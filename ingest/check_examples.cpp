#include "ingest/check_examples.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "ingest/statement_text.hpp"

namespace rxgraph::ingest {
namespace {

/// Examples are a line each; nothing that is reported of reading them matters.
class Silence : public DiagnosticSink {
 public:
  void report(Diagnostic) override {}
};

std::vector<Statement> statements_in(const std::string& text, const std::string& relation, const Extractor& extractor) {
  Silence silence;
  FilingRecords records = extractor.extract({"example", Bytes(text + "\n")}, silence);
  std::erase_if(records.statements, [&](const Statement& statement) { return statement.relation != relation; });
  return std::move(records.statements);
}

bool is_called(const EntityRef& thing, const std::string& name) {
  const auto same = [wanted = normal_form(name, true, true, true)](const std::string& other) { return normal_form(other, true, true, true) == wanted; };
  return same(thing.name) || std::any_of(thing.aliases.begin(), thing.aliases.end(), same);
}

bool same_value(const Value& a, const Value& b) {
  const auto* x = std::get_if<std::string>(&a);
  const auto* y = std::get_if<std::string>(&b);
  return x != nullptr && y != nullptr ? normal_form(*x, true, true) == normal_form(*y, true, true) : a == b;
}

bool holds_all(const Qualifiers& found, const Qualifiers& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& qualifier) {
    const auto& [name, values] = qualifier;
    const auto there = found.find(name);
    return there != found.end() && std::all_of(values.begin(), values.end(), [&](const Value& value) {
             return std::any_of(there->second.begin(), there->second.end(), [&](const Value& other) { return same_value(value, other); });
           });
  });
}

std::string listed(const std::vector<Statement>& statements) {
  std::string all;
  for (const Statement& statement : statements) all += (all.empty() ? "" : "; ") + text_of(statement);
  return all.empty() ? "nothing" : all;
}

/// What is wrong with what an example gave; empty where nothing is.
std::string fault_of(const Example& example, const Relation& relation, const std::vector<Statement>& found) {
  const auto ends_fit = [&](const Statement& statement) {
    const auto fits = [&](const EntityRef& subject, const EntityRef& object) {
      return (example.subject.empty() || is_called(subject, example.subject)) && is_called(object, example.object);
    };
    return fits(statement.subject, statement.object) || (relation.symmetric && fits(statement.object, statement.subject));
  };
  std::vector<Statement> right;
  std::copy_if(found.begin(), found.end(), std::back_inserter(right), ends_fit);
  if (right.empty()) return "not found; found " + listed(found);
  for (const Statement& statement : right) {
    if (holds_all(statement.qualifiers, example.qualifiers)) return {};
  }
  return "found with other qualifiers: " + listed(right);
}

}  // namespace

void check_examples(const Relation& relation, const Extractor& extractor, ExampleReport& report) {
  for (const Example& example : relation.examples) {
    ++report.examples;
    std::string fault = fault_of(example, relation, statements_in(example.text, relation.name, extractor));
    if (!fault.empty()) report.faults.push_back({relation.name, example, std::move(fault)});
  }
  for (const Example& example : relation.counter_examples) {
    ++report.counter_examples;
    const std::vector<Statement> found = statements_in(example.text, relation.name, extractor);
    if (!found.empty()) report.faults.push_back({relation.name, example, "must state nothing; found " + listed(found)});
  }
}

}  // namespace rxgraph::ingest
