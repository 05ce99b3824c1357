#include "graph/across.hpp"

#include <algorithm>
#include <set>

#include "graph/truth.hpp"
#include "ontology/derive.hpp"

namespace rxgraph::graph {
namespace {

/// Relations of the derivations over things with names: what they need and what they give.
std::set<std::string> relations_of(const Ontology& ontology) {
  std::set<std::string> relations;
  for (const Derivation& derivation : ontology.derivations) {
    const bool of_deal = std::any_of(derivation.when.begin(), derivation.when.end(), [&](const TriplePattern& pattern) {
      const Relation* const relation = ontology.relation(pattern.relation);
      return relation != nullptr && relation->role;
    });
    if (of_deal) continue;
    for (const TriplePattern& pattern : derivation.when) relations.insert(pattern.relation);
    relations.insert(derivation.then.relation);
  }
  return relations;
}

EntityRef end_of(const Node& node) { return {node.uid, node.type, node.name, {}, {}}; }

}  // namespace

std::vector<Statement> derive_across(const Database& database, const std::vector<MergedEdge>& edges, const std::vector<Said>& said,
                                     const std::vector<ResolvedNode>& nodes, const Ontology& ontology, const TypeRules& rules) {
  const std::set<std::string> relations = relations_of(ontology);
  Query evidence = evidence_query(database);
  std::vector<Statement> statements;
  for (const MergedEdge& merged : edges) {
    const Edge& edge = merged.edge;
    if (!relations.contains(edge.relation) || !rules.of(edge.source_type).named || !rules.of(edge.target_type).named) continue;
    Statement& statement = statements.emplace_back();
    statement.subject = end_of(nodes[merged.source].node);
    statement.relation = edge.relation;
    statement.object = end_of(nodes[merged.target].node);
    statement.qualifiers = edge.qualifiers;
    statement.modality = edge.modality;
    statement.confidence = edge.confidence;
    for (const std::uint32_t index : merged.said) {
      evidence.bind(1, said[index].filing).bind(2, said[index].statement);
      while (evidence.step()) statement.evidence.push_back(evidence_of(evidence));
    }
    std::sort(statement.evidence.begin(), statement.evidence.end());
  }
  return statements.empty() ? statements : derive(ontology, statements);
}

}  // namespace rxgraph::graph
