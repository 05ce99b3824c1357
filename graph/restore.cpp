#include "graph/restore.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "graph/schema.hpp"
#include "graph/truth.hpp"
#include "graph/type_rules.hpp"
#include "graph/write_derived.hpp"

namespace rxgraph::graph {
namespace {

/// Where a statement was put.
struct Stated {
  std::int64_t filing = 0;
  std::int64_t statement = 0;
};

class Restorer {
 public:
  Restorer(const Database& database, const WholeGraph& graph, const Ontology& ontology) : database_(database), graph_(graph), ontology_(ontology), rules_(ontology) {
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) numbers_[graph.nodes[i].uid] = static_cast<std::uint32_t>(i);
  }

  void run() {
    put_statements();
    remake_derived_tables(database_);
    write_nodes();
    write_edges();
    index_derived_tables(database_);
  }

 private:
  std::uint32_t number_of(const std::string& uid) const {
    const auto found = numbers_.find(uid);
    if (found == numbers_.end()) throw StoreError(database_.path(), "a fact ends at '" + uid + "', which is no thing of the graph; export it anew");
    return found->second;
  }

  StatementKind kind_of(const std::string& relation) const {
    const Relation* const declared = ontology_.relation(relation);
    return declared == nullptr ? StatementKind::relation : declared->tells();
  }

  EntityRef end_of(const std::string& uid) const {
    const Node& node = graph_.nodes[number_of(uid)];
    return {"", node.type, node.name, node.aliases, node.ids};
  }

  /// Says in each filing what its passages are evidence for.
  void put_statements() {
    std::map<std::string, FilingRecords> filings;
    for (const Filing& filing : graph_.filings) filings[filing.key].filing = filing;
    std::map<std::string, std::vector<std::size_t>> edges_of;  // of each filing, in order of its statements
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
      const Edge& edge = graph_.edges[i];
      if (edge.evidence.empty()) throw StoreError(database_.path(), "the fact " + edge.uid + " comes without evidence; export the graph with --evidence all");
      for (std::size_t at = 0; at < edge.evidence.size();) {
        const std::string& key = edge.evidence[at].filing;
        FilingRecords& records = filings[key];
        records.filing.key = key;
        std::size_t end = at;
        while (end < edge.evidence.size() && edge.evidence[end].filing == key) ++end;
        if (!edge.derived) {
          Statement statement{end_of(edge.source), edge.relation, end_of(edge.target), edge.qualifiers, edge.modality, edge.confidence, {}, {}, kind_of(edge.relation), {}};
          if (!edge.rules.empty()) statement.rule = edge.rules.front();
          statement.evidence.assign(edge.evidence.begin() + static_cast<std::ptrdiff_t>(at), edge.evidence.begin() + static_cast<std::ptrdiff_t>(end));
          records.statements.push_back(std::move(statement));
          edges_of[key].push_back(i);
        }
        at = end;
      }
    }
    stated_.resize(graph_.edges.size());
    for (const auto& [key, records] : filings) {
      put_records(database_, records);
      const std::int64_t filing = *filing_number(database_, key);
      std::int64_t statement = 0;
      for (const std::size_t edge : edges_of[key]) stated_[edge].push_back({filing, statement++});
    }
  }

  void write_nodes() {
    std::vector<std::int64_t> degrees(graph_.nodes.size(), 0);
    for (const Edge& edge : graph_.edges) {
      ++degrees[number_of(edge.source)];
      ++degrees[number_of(edge.target)];
    }
    NodeWriter writer(database_, rules_);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) writer.write(static_cast<std::int64_t>(i), graph_.nodes[i], degrees[i]);
  }

  void write_edges() {
    EdgeWriter writer(database_);
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
      const Edge& edge = graph_.edges[i];
      const auto id = static_cast<std::int64_t>(i);
      writer.write(id, edge, number_of(edge.source), number_of(edge.target));
      for (const Stated& stated : stated_[i]) writer.write_statement(id, stated.filing, stated.statement, nullptr);
      std::int64_t number = 0;
      if (!edge.derived) continue;
      for (const Evidence& evidence : edge.evidence) writer.write_evidence(id, number++, evidence);
    }
  }

  const Database& database_;
  const WholeGraph& graph_;
  const Ontology& ontology_;
  TypeRules rules_;
  std::map<std::string, std::uint32_t> numbers_;   ///< Of nodes by uid.
  std::vector<std::vector<Stated>> stated_;        ///< Of each edge.
};

}  // namespace

void restore_tables(const Database& database, const WholeGraph& graph, const Ontology& ontology) { Restorer(database, graph, ontology).run(); }

}  // namespace rxgraph::graph
