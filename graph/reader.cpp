#include "graph/reader.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "graph/merge.hpp"
#include "graph/truth.hpp"

namespace rxgraph::graph {
Window window_of(const Selection& selection) {
  Window window;
  if (!selection.since.empty()) window.first = first_day(selection.since);
  if (!selection.as_of.empty()) window.last = last_day(selection.as_of);
  return window;
}

NodeReader::NodeReader(const Database& database)
    : path_(database.path()), names_(database, "SELECT name FROM node_names WHERE node = ? AND NOT short ORDER BY name") {}

Node NodeReader::read(const Query& row) {
  Node node;
  node.uid = row.text(1);
  node.type = row.text(2);
  node.name = row.text(3);
  node.ids = ids_of(row.text(4), path_);
  node.filings = static_cast<std::uint32_t>(row.integer(5));
  names_.bind(1, row.integer(0));
  while (names_.step()) {
    if (names_.text(0) != node.name) node.aliases.emplace_back(names_.text(0));
  }
  return node;
}

std::string EdgeReader::select() {
  return "SELECT e.id, e.uid, s.uid, s.type, e.relation, t.uid, t.type, e.qualifiers, e.modality, e.confidence, e.rules, e.derived"
         " FROM edges e JOIN nodes s ON s.id = e.source JOIN nodes t ON t.id = e.target ";
}

EdgeReader::EdgeReader(const Database& database, Window window, bool all)
    : path_(database.path()),
      window_(std::move(window)),
      evidence_(database, std::string("SELECT ") + evidence_columns + " FROM edge_statements x JOIN evidence v"
                              " ON v.filing = x.filing AND v.statement = x.statement JOIN filings f ON f.id = x.filing"
                              " WHERE x.edge = ?1 AND " + in_window),
      joint_evidence_(database, std::string("SELECT ") + evidence_columns + " FROM edge_evidence v"
                                    " JOIN filings f ON f.key = v.source WHERE v.edge = ?1 ORDER BY v.number"),
      statements_(database, std::string("SELECT coalesce(x.qualifiers, s.qualifiers), s.modality, s.confidence, s.rule"
                                        " FROM edge_statements x JOIN statements s ON s.filing = x.filing AND s.number = x.statement"
                                        " JOIN filings f ON f.id = x.filing WHERE x.edge = ?1 AND ") + in_window) {
  if (!all) return;
  all_evidence_.emplace(database, std::string("SELECT ") + evidence_columns + ", x.edge FROM edge_statements x CROSS JOIN evidence v"
                                      " ON v.filing = x.filing AND v.statement = x.statement CROSS JOIN filings f ON f.id = x.filing"
                                      " WHERE " + in_window + " ORDER BY x.edge");
  all_evidence_->bind(2, window_.first).bind(3, window_.last);
  if (all_evidence_->step()) next_ = all_evidence_->integer(evidence_column_count);
}

std::optional<Edge> EdgeReader::read(const Query& row) {
  Edge edge;
  edge.derived = row.integer(11) != 0;
  read_evidence(row.integer(0), edge);
  if (edge.evidence.empty()) return std::nullopt;
  edge.uid = row.text(1);
  edge.source = row.text(2);
  edge.source_type = row.text(3);
  edge.relation = row.text(4);
  edge.target = row.text(5);
  edge.target_type = row.text(6);
  if (window_.open() || edge.derived) {
    edge.qualifiers = qualifiers_of(row.text(7), path_);
    edge.modality = modality_named(row.text(8)).value_or(Modality::asserted);
    edge.confidence = row.real(9);
    edge.rules = list_of(row.text(10), path_);
  } else {
    restate(row.integer(0), edge);
  }
  return edge;
}

/// Rows come in order of edges, as `id` does from call to call.
void EdgeReader::read_along(std::int64_t id, Edge& edge) {
  while (next_ >= 0 && next_ <= id) {
    if (next_ == id) edge.evidence.push_back(evidence_of(*all_evidence_));
    next_ = all_evidence_->step() ? all_evidence_->integer(evidence_column_count) : -1;
  }
}

void EdgeReader::read_evidence(std::int64_t id, Edge& edge) {
  if (all_evidence_ && !edge.derived) {
    read_along(id, edge);
  } else {
    Query& rows = edge.derived ? joint_evidence_ : evidence_;
    rows.bind(1, id);
    if (!edge.derived) rows.bind(2, window_.first).bind(3, window_.last);
    while (rows.step()) edge.evidence.push_back(evidence_of(rows));
  }
  std::sort(edge.evidence.begin(), edge.evidence.end());
  edge.evidence.erase(std::unique(edge.evidence.begin(), edge.evidence.end()), edge.evidence.end());
}

/// What the filings of the window say of the edge, and no others.
void EdgeReader::restate(std::int64_t id, Edge& edge) {
  statements_.bind(1, id).bind(2, window_.first).bind(3, window_.last);
  bool first = true;
  while (statements_.step()) {
    const Modality modality = modality_named(statements_.text(1)).value_or(Modality::asserted);
    add_statement(edge, first, qualifiers_of(statements_.text(0), path_), modality, statements_.real(2), std::string(statements_.text(3)));
    first = false;
  }
}

}  // namespace rxgraph::graph
