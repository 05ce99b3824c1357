#pragma once
/// Rows of the derived tables.

#include <cstdint>
#include <string>

#include "graph/sqlite.hpp"
#include "graph/type_rules.hpp"
#include "graph/view.hpp"

namespace rxgraph::graph {

/// Writes nodes and their names.
class NodeWriter {
 public:
  NodeWriter(const Database& database, const TypeRules& rules);

  void write(std::int64_t id, const Node& node, std::int64_t degree);

  /// Adds a name by which a filing calls the node for short.
  void write_short_name(std::int64_t id, const Node& node, const std::string& name);

 private:
  void write_name(std::int64_t id, const TypeRule& rule, const std::string& name, bool is_short);

  const TypeRules& rules_;
  Query insert_;
  Query insert_name_;
};

/// Writes edges and what says them.
class EdgeWriter {
 public:
  explicit EdgeWriter(const Database& database);

  void write(std::int64_t id, const Edge& edge, std::uint32_t source, std::uint32_t target);

  /// `renamed`: the statement's qualifiers as the graph calls things, or null where that changes nothing.
  void write_statement(std::int64_t id, std::int64_t filing, std::int64_t statement, const Qualifiers* renamed);

  void write_evidence(std::int64_t id, std::int64_t number, const Evidence& evidence);

 private:
  Query insert_;
  Query insert_statement_;
  Query insert_evidence_;
};

}  // namespace rxgraph::graph
