#include "graph/write_derived.hpp"

#include "graph/truth.hpp"

namespace rxgraph::graph {

NodeWriter::NodeWriter(const Database& database, const TypeRules& rules)
    : rules_(rules),
      insert_(database, "INSERT INTO nodes VALUES(?,?,?,?,?,?,?)"),
      insert_name_(database, "INSERT OR IGNORE INTO node_names VALUES(?,?,?,?)") {}

void NodeWriter::write(std::int64_t id, const Node& node, std::int64_t degree) {
  insert_.bind(1, id).bind(2, node.uid).bind(3, node.type).bind(4, node.name).bind(5, text_of(node.ids));
  insert_.bind(6, static_cast<std::int64_t>(node.filings)).bind(7, degree).run();
  const TypeRule& rule = rules_.of(node.type);
  write_name(id, rule, node.name, false);
  for (const std::string& alias : node.aliases) write_name(id, rule, alias, false);
}

void NodeWriter::write_short_name(std::int64_t id, const Node& node, const std::string& name) { write_name(id, rules_.of(node.type), name, true); }

void NodeWriter::write_name(std::int64_t id, const TypeRule& rule, const std::string& name, bool is_short) {
  insert_name_.bind(1, id).bind(2, name).bind(3, form_of(name, rule)).bind(4, std::int64_t{is_short}).run();
}

EdgeWriter::EdgeWriter(const Database& database)
    : insert_(database, "INSERT INTO edges VALUES(?,?,?,?,?,?,?,?,?,?)"),
      insert_statement_(database, "INSERT INTO edge_statements VALUES(?,?,?,?)"),
      insert_evidence_(database, "INSERT INTO edge_evidence VALUES(?,?,?,?,?,?,?,?,?)") {}

void EdgeWriter::write(std::int64_t id, const Edge& edge, std::uint32_t source, std::uint32_t target) {
  insert_.bind(1, id).bind(2, edge.uid).bind(3, static_cast<std::int64_t>(source));
  insert_.bind(4, edge.relation).bind(5, static_cast<std::int64_t>(target));
  insert_.bind(6, text_of(edge.qualifiers)).bind(7, name_of(edge.modality)).bind(8, edge.confidence);
  insert_.bind(9, text_of(edge.rules)).bind(10, static_cast<std::int64_t>(edge.derived)).run();
}

void EdgeWriter::write_statement(std::int64_t id, std::int64_t filing, std::int64_t statement, const Qualifiers* renamed) {
  insert_statement_.bind(1, id).bind(2, filing).bind(3, statement);
  if (renamed != nullptr) {
    insert_statement_.bind(4, text_of(*renamed));
  } else {
    insert_statement_.bind_null(4);
  }
  insert_statement_.run();
}

void EdgeWriter::write_evidence(std::int64_t id, std::int64_t number, const Evidence& evidence) {
  insert_evidence_.bind(1, id).bind(2, number).bind(3, evidence.filing).bind(4, evidence.accession);
  insert_evidence_.bind(5, static_cast<std::int64_t>(evidence.document)).bind(6, evidence.section);
  insert_evidence_.bind(7, text_of(evidence.ranges)).bind(8, text_of(evidence.context)).bind(9, evidence.text).run();
}

}  // namespace rxgraph::graph
