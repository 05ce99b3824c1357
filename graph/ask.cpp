#include "graph/ask.hpp"

#include <algorithm>

#include "graph/reader.hpp"
#include "graph/selected.hpp"
#include "graph/truth.hpp"

namespace rxgraph::graph {
namespace {

bool is_wanted(const Edge& edge, const Selection& selection) {
  const auto& modalities = selection.modalities;
  if (!modalities.empty() && std::find(modalities.begin(), modalities.end(), edge.modality) == modalities.end()) return false;
  return edge.confidence >= selection.min_confidence;
}

Store::Counts counts_of(const Database& database, const char* sql) {
  Store::Counts counts;
  Query rows(database, sql);
  while (rows.step()) counts.emplace_back(std::string(rows.text(0)), static_cast<std::uint64_t>(rows.integer(1)));
  return counts;
}

}  // namespace

std::optional<Node> read_node(const Database& database, std::string_view uid) {
  NodeReader reader(database);
  Query row(database, std::string("SELECT ") + NodeReader::columns + " FROM nodes n WHERE n.uid = ?");
  if (!row.bind(1, uid).step()) return std::nullopt;
  return reader.read(row);
}

std::optional<Edge> read_edge(const Database& database, std::string_view uid) {
  EdgeReader reader(database, {});
  Query row(database, EdgeReader::select() + "WHERE e.uid = ?");
  if (!row.bind(1, uid).step()) return std::nullopt;
  return reader.read(row);
}

std::vector<Edge> read_edges(const Database& database, std::string_view uid, bool outgoing, std::string_view relation,
                             const Selection& selection) {
  EdgeReader reader(database, window_of(selection));
  std::string condition = std::string("WHERE ") + (outgoing ? "e.source" : "e.target") + " = (SELECT id FROM nodes WHERE uid = ?1)";
  if (!relation.empty()) condition += " AND e.relation = ?2";
  Query rows(database, EdgeReader::select() + condition + " ORDER BY e.id");
  rows.bind(1, uid);
  if (!relation.empty()) rows.bind(2, relation);
  std::vector<Edge> edges;
  while (rows.step()) {
    std::optional<Edge> edge = reader.read(rows);
    if (edge && is_wanted(*edge, selection)) edges.push_back(std::move(*edge));
  }
  return edges;
}

std::vector<Store::Support> read_support(const Database& database, std::string_view uid, const Selection& selection) {
  std::vector<Store::Support> all;
  const std::optional<Edge> edge = read_edge(database, uid);
  if (edge && edge->derived) {
    const std::string rule = edge->rules.empty() ? std::string() : edge->rules.front();
    all.push_back({edge->qualifiers, edge->modality, edge->confidence, rule, edge->evidence});
    return all;
  }
  const Window window = window_of(selection);
  Query rows(database, std::string("SELECT coalesce(x.qualifiers, s.qualifiers), s.modality, s.confidence, s.rule, s.filing, s.number"
                                   " FROM edges e JOIN edge_statements x ON x.edge = e.id JOIN statements s"
                                   " ON s.filing = x.filing AND s.number = x.statement JOIN filings f ON f.id = x.filing"
                                   " WHERE e.uid = ?1 AND ") + in_window + " ORDER BY f.date, f.key, s.number");
  Query evidence = evidence_query(database);
  rows.bind(1, uid).bind(2, window.first).bind(3, window.last);
  while (rows.step()) {
    Store::Support& support = all.emplace_back();
    support.qualifiers = qualifiers_of(rows.text(0), database.path());
    support.modality = modality_named(rows.text(1)).value_or(Modality::asserted);
    support.confidence = rows.real(2);
    support.rule = rows.text(3);
    evidence.bind(1, rows.integer(4)).bind(2, rows.integer(5));
    while (evidence.step()) support.evidence.push_back(evidence_of(evidence));
    std::sort(support.evidence.begin(), support.evidence.end());
  }
  return all;
}

std::vector<Store::Join> read_joins(const Database& database, std::string_view uid) {
  std::vector<Store::Join> joins;
  Query rows(database, "SELECT x.reason, count(DISTINCT x.filing) FROM node_entities x JOIN nodes n ON n.id = x.node"
                       " WHERE n.uid = ? AND x.reason <> '' GROUP BY x.reason ORDER BY 2 DESC, 1");
  rows.bind(1, uid);
  while (rows.step()) joins.push_back({std::string(rows.text(0)), static_cast<std::uint32_t>(rows.integer(1))});
  return joins;
}

NamedGraph read_compressed(const Database& database, const Ontology& ontology, const Selection& selection) {
  std::optional<SelectedTables> selected;
  if (!selects_all(selection)) selected.emplace(database, ontology, selection);
  NamedGraph named{{}, {}, CompressedGraph(0, {})};
  std::vector<std::uint32_t> index_of_id;
  const auto chosen = [&](const std::string& table) { return " WHERE id IN " + table + " ORDER BY id"; };
  const std::string all = " ORDER BY id";
  Query nodes(database, "SELECT id, uid FROM nodes" + (selected ? chosen(selected->nodes()) : all));
  while (nodes.step()) {
    index_of_id.resize(static_cast<std::size_t>(nodes.integer(0)) + 1);
    index_of_id.back() = static_cast<std::uint32_t>(named.nodes.size());
    named.nodes.emplace_back(nodes.text(1));
  }
  std::vector<Ends> ends;
  Query edges(database, "SELECT source, target, uid FROM edges" + (selected ? chosen(selected->edges()) : all));
  while (edges.step()) {
    ends.push_back({index_of_id[static_cast<std::size_t>(edges.integer(0))], index_of_id[static_cast<std::size_t>(edges.integer(1))]});
    named.edges.emplace_back(edges.text(2));
  }
  named.graph = CompressedGraph(static_cast<std::uint32_t>(named.nodes.size()), ends);
  return named;
}

Store::Summary summarize(const Database& database) {
  const auto number = [&](std::string_view sql) { return static_cast<std::uint64_t>(database.number(sql)); };
  Store::Summary summary;
  summary.filings = number("SELECT count(*) FROM filings");
  summary.filing_bytes = number("SELECT sum(bytes) FROM filings");
  std::tie(summary.first_date, summary.last_date) = time_span_of(database);
  summary.entities = number("SELECT count(*) FROM entities");
  summary.statements = number("SELECT count(*) FROM statements");
  summary.evidence = number("SELECT count(*) FROM evidence");
  summary.nodes = number("SELECT count(*) FROM nodes");
  summary.edges = number("SELECT count(*) FROM edges");
  summary.derived_edges = number("SELECT count(*) FROM edges WHERE derived");
  summary.file_bytes = number("PRAGMA page_count") * number("PRAGMA page_size");
  summary.types = counts_of(database, "SELECT type, count(*) FROM nodes GROUP BY type ORDER BY type");
  summary.relations = counts_of(database, "SELECT relation, count(*) FROM edges GROUP BY relation ORDER BY relation");
  summary.forms = counts_of(database, "SELECT form, count(*) FROM filings GROUP BY form ORDER BY form");
  summary.years = counts_of(database, "SELECT substr(date, 1, 4), count(*) FROM filings GROUP BY 1 ORDER BY 1");
  return summary;
}

std::vector<Store::RuleUse> rules_of(const Database& database) {
  std::vector<Store::RuleUse> rules;
  Query rows(database, "SELECT rule, count(DISTINCT filing), count(*) FROM statements GROUP BY rule ORDER BY rule");
  while (rows.step()) {
    rules.push_back({std::string(rows.text(0)), static_cast<std::uint64_t>(rows.integer(1)), static_cast<std::uint64_t>(rows.integer(2))});
  }
  return rules;
}

std::pair<std::string, std::string> time_span_of(const Database& database) {
  Query row(database, "SELECT coalesce(min(date), ''), coalesce(max(date), '') FROM filings WHERE date <> ''");
  row.step();
  return {std::string(row.text(0)), std::string(row.text(1))};
}

}  // namespace rxgraph::graph
