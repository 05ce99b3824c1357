#include "query/deals.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <set>

namespace rxgraph::query {
namespace {

/// Dated relations that derivations give from roles of deals.
std::set<std::string> deal_relations(const Ontology& ontology) {
  std::set<std::string> relations;
  for (const Derivation& derivation : ontology.derivations) {
    const bool from_deal = std::any_of(derivation.when.begin(), derivation.when.end(), [&](const TriplePattern& pattern) {
      const Relation* const premise = ontology.relation(pattern.relation);
      return premise != nullptr && premise->role;
    });
    const Relation* const relation = ontology.relation(derivation.then.relation);
    if (from_deal && relation != nullptr && relation->date() != nullptr) relations.insert(relation->name);
  }
  return relations;
}

/// True where only deals give the fact, which are told themselves.
bool follows_from_deals(const graph::Edge& edge) {
  return !edge.rules.empty() && std::all_of(edge.rules.begin(), edge.rules.end(),
                                            [](const std::string& rule) { return rule.starts_with("derive."); });
}

/// What the terms call the deal, "license" or "milestone", by the qualifiers that the ontology names for it; empty where they do not.
std::string kind_of(const Ontology& ontology, const Qualifiers& terms) {
  for (const std::string& qualifier : ontology.questions.kinds_of_deals) {
    if (std::string kind = first_text(terms, qualifier); !kind.empty()) return kind;
  }
  return {};
}

void add_terms(Qualifiers& terms, const Qualifiers& more) {
  for (const auto& [name, values] : more) {
    std::vector<Value>& all = terms[name];
    for (const Value& value : values) {
      if (std::find(all.begin(), all.end(), value) == all.end()) all.push_back(value);
    }
  }
}

/// True for a relation whose facts are told apart by an amount: who pays.
bool is_payment(const Relation& relation) {
  return std::any_of(relation.identity.begin(), relation.identity.end(), [&](const std::string& name) {
    const QualifierType* const qualifier = relation.qualifier(name);
    return qualifier != nullptr && qualifier->type == ValueType::number;
  });
}

/// True if `more` says all that `less` says.
bool says_as_much(const Qualifiers& more, const Qualifiers& less) {
  return std::all_of(less.begin(), less.end(), [&](const auto& qualifier) {
    const auto found = more.find(qualifier.first);
    return found != more.end() && std::all_of(qualifier.second.begin(), qualifier.second.end(), [&](const Value& value) {
      return std::find(found->second.begin(), found->second.end(), value) != found->second.end();
    });
  });
}

/// Adds a payment, unless another one says as much.
void add_payment(std::vector<Qualifiers>& payments, const Qualifiers& payment) {
  if (std::any_of(payments.begin(), payments.end(), [&](const Qualifiers& other) { return says_as_much(other, payment); })) return;
  std::erase_if(payments, [&](const Qualifiers& other) { return says_as_much(payment, other); });
  payments.push_back(payment);
  std::sort(payments.begin(), payments.end());
}

Modality surer(Modality a, Modality b) { return a == Modality::terminated || b == Modality::terminated ? Modality::terminated : std::min(a, b); }

/// The row of a deal by its roles.
DealRow row_of_deal(FactReader& reader, const Ontology& ontology, const std::string& deal) {
  DealRow row;
  std::map<std::string, std::set<Thing>> roles;
  std::set<FilingKey> filings;
  bool first = true;
  for (Fact& fact : reader.facts(deal, true)) {
    const Relation* const relation = ontology.relation(fact.edge.relation);
    if (relation == nullptr || !relation->role) continue;
    roles[relation->name].insert(fact.object);
    if (is_payment(*relation)) add_payment(row.payments, fact.edge.qualifiers);
    add_terms(row.terms, fact.edge.qualifiers);
    const std::string date = first_date(fact.edge.qualifiers, relation);
    if (row.date.empty() || (!date.empty() && date < row.date)) row.date = date;
    row.modality = first ? fact.edge.modality : surer(row.modality, fact.edge.modality);
    row.confidence = first ? fact.edge.confidence : std::min(row.confidence, fact.edge.confidence);
    for (const Evidence& evidence : fact.edge.evidence) filings.insert(evidence.filing);
    if (first) row.source = fact.best;
    first = false;
  }
  for (const Relation& relation : ontology.relations) {
    const auto found = roles.find(relation.name);
    if (found != roles.end()) row.roles.push_back({found->first, {found->second.begin(), found->second.end()}});
  }
  row.kind = kind_of(ontology, row.terms);
  if (row.kind.empty() && !row.roles.empty()) row.kind = row.roles.front().role;
  row.filings = static_cast<std::uint32_t>(filings.size());
  return row;
}

DealRow row_of_fact(const Ontology& ontology, const Relation& relation, const Fact& fact) {
  DealRow row;
  row.kind = kind_of(ontology, fact.edge.qualifiers);
  if (row.kind.empty()) row.kind = relation.name;
  row.roles = {{relation.name, {fact.subject}}, {relation.symmetric ? relation.name : relation.inverse, {fact.object}}};
  row.terms = fact.edge.qualifiers;
  if (is_payment(relation)) row.payments = {fact.edge.qualifiers};
  row.modality = fact.edge.modality;
  row.confidence = fact.edge.confidence;
  row.date = first_date(fact.edge.qualifiers, &relation);
  row.filings = fact.filings;
  row.source = fact.best;
  return row;
}

/// Joins rows that tell the same deal.
std::vector<DealRow> joined(std::vector<DealRow> rows) {
  std::map<std::tuple<bool, std::string, std::string, std::vector<DealRole>>, DealRow> by_key;
  for (DealRow& row : rows) {
    const auto [found, is_new] = by_key.emplace(std::tuple(row.date.empty(), row.date, row.kind, row.roles), row);
    if (is_new) continue;
    DealRow& same = found->second;
    add_terms(same.terms, row.terms);
    for (const Qualifiers& payment : row.payments) add_payment(same.payments, payment);
    same.filings += row.filings;
    if (same.confidence < row.confidence) {
      same.confidence = row.confidence;
      same.source = row.source;
    }
  }
  std::vector<DealRow> sorted;
  for (auto& [key, row] : by_key) sorted.push_back(std::move(row));
  return sorted;
}

}  // namespace

std::vector<DealRow> deals(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope) {
  FactReader reader(store, scope);
  const std::set<std::string> relations = deal_relations(ontology);
  std::vector<DealRow> rows;
  std::set<std::string> told;
  for (const bool outgoing : {true, false}) {
    for (graph::Edge& edge : reader.edges(uid, outgoing)) {
      const Relation* const relation = ontology.relation(edge.relation);
      if (relation == nullptr) continue;
      if (relation->role) {
        const std::string deal = outgoing ? std::string(uid) : edge.source;
        if (told.insert(deal).second) rows.push_back(row_of_deal(reader, ontology, deal));
      } else if (relations.contains(relation->name) && !follows_from_deals(edge)) {
        rows.push_back(row_of_fact(ontology, *relation, reader.fact(std::move(edge))));
      }
    }
  }
  return joined(std::move(rows));
}

}  // namespace rxgraph::query
