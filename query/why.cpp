#include "query/why.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/error.hpp"
#include "base/names.hpp"

namespace rxgraph::query {
namespace {

/// A relation and how it was asked for.
struct Asked {
  const Relation* relation = nullptr;
  bool inverse = false;
};

Asked relation_named(const Ontology& ontology, std::string_view name) {
  const std::string wanted = normal_form(name);
  std::vector<std::string> choices;
  for (const Relation& relation : ontology.relations) {
    if (normal_form(relation.name) == wanted) return {&relation, false};
    if (!relation.inverse.empty() && normal_form(relation.inverse) == wanted) return {&relation, true};
    choices.push_back(relation.name);
    if (!relation.inverse.empty()) choices.push_back(relation.inverse);
  }
  throw UnknownName("unknown relation '" + std::string(name) + "'" + did_you_mean(name, choices));
}

/// Finds facts that match the premises of a derivation whose conclusion is known.
class PremiseFinder {
 public:
  PremiseFinder(FactReader& reader, const Derivation& derivation) : reader_(reader), derivation_(derivation) {}

  std::vector<graph::Edge> find(const graph::Edge& conclusion) {
    bound_[derivation_.then.subject] = conclusion.source;
    bound_[derivation_.then.object] = conclusion.target;
    extend();
    return found_;
  }

 private:
  bool is_bound(const std::string& variable) const { return bound_.contains(variable); }

  /// Matches the premise with most known ends, and then the others. Stops at the first way to match all.
  bool extend() {
    if (matched_.size() == derivation_.when.size()) return true;
    std::size_t next = derivation_.when.size();
    for (std::size_t i = 0; i < derivation_.when.size(); ++i) {
      const TriplePattern& pattern = derivation_.when[i];
      if (matched_.contains(i) || (!is_bound(pattern.subject) && !is_bound(pattern.object))) continue;
      if (next == derivation_.when.size() || (is_bound(pattern.subject) && is_bound(pattern.object))) next = i;
    }
    return next < derivation_.when.size() && match(next);
  }

  bool match(std::size_t index) {
    const TriplePattern& pattern = derivation_.when[index];
    matched_[index] = true;
    const bool outgoing = is_bound(pattern.subject);
    const std::string& known = outgoing ? pattern.subject : pattern.object;
    const std::string& other = outgoing ? pattern.object : pattern.subject;
    for (const graph::Edge& edge : reader_.edges(bound_.at(known), outgoing, pattern.relation)) {
      const std::string& end = outgoing ? edge.target : edge.source;
      const bool was_bound = is_bound(other);
      if (was_bound && bound_.at(other) != end) continue;
      bound_[other] = end;
      found_.push_back(edge);
      if (extend()) return true;
      found_.pop_back();
      if (!was_bound) bound_.erase(other);
    }
    if (pattern.optional && extend()) return true;
    matched_.erase(index);
    return false;
  }

  FactReader& reader_;
  const Derivation& derivation_;
  std::map<std::string, std::string> bound_;
  std::map<std::size_t, bool> matched_;
  std::vector<graph::Edge> found_;
};

std::vector<Fact> premises_of(FactReader& reader, const Ontology& ontology, const graph::Edge& edge) {
  std::vector<Fact> premises;
  for (const std::string& rule : edge.rules) {
    for (const Derivation& derivation : ontology.derivations) {
      if (rule != "derive." + derivation.id || derivation.then.relation != edge.relation) continue;
      for (graph::Edge& premise : PremiseFinder(reader, derivation).find(edge)) premises.push_back(reader.fact(std::move(premise)));
    }
  }
  return premises;
}

Explanation explain(FactReader& reader, const Ontology& ontology, const graph::Edge& edge) {
  Explanation explanation;
  explanation.fact = reader.fact(edge);
  for (const graph::Store::Support& support : reader.support(edge.uid)) {
    Reason& reason = explanation.reasons.emplace_back();
    reason.rule = support.rule;
    reason.modality = support.modality;
    reason.confidence = support.confidence;
    reason.qualifiers = support.qualifiers;
    for (const Evidence& evidence : support.evidence) reason.citations.push_back(reader.cite(evidence));
  }
  explanation.premises = premises_of(reader, ontology, edge);
  return explanation;
}

}  // namespace

std::vector<Explanation> why(const graph::Store& store, const Ontology& ontology, std::string_view subject, std::string_view relation,
                             std::string_view object, const Scope& scope) {
  const Asked asked = relation.empty() ? Asked() : relation_named(ontology, relation);
  const std::string_view name = asked.relation == nullptr ? std::string_view() : std::string_view(asked.relation->name);
  const bool forward = asked.relation == nullptr || asked.relation->symmetric || !asked.inverse;
  const bool backward = asked.relation == nullptr || asked.relation->symmetric || asked.inverse;
  FactReader reader(store, scope);
  std::vector<Explanation> explanations;
  const auto add = [&](std::string_view from, std::string_view to) {
    for (const graph::Edge& edge : reader.edges(from, true, name)) {
      if (edge.target == to) explanations.push_back(explain(reader, ontology, edge));
    }
  };
  if (forward) add(subject, object);
  if (backward) add(object, subject);
  return explanations;
}

}  // namespace rxgraph::query
