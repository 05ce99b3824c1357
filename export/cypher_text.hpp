#pragma once
/// Cypher: literals, and the statements that the script and the push to a server share.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/property_plan.hpp"

namespace rxgraph::exporting {

/// Appends `text` as a Cypher string with its quotes. Control characters are escapes; invalid UTF-8 becomes U+FFFD.
void append_cypher_string(std::string& out, std::string_view text);

/// The constraints and indexes by which nodes and relationships are found, each a statement without its ';'. All of them
/// for the Community edition; none changes anything where it is there.
std::vector<std::string> schema_statements(const PropertyPlan& plan);

/// "MATCH (a:`Company` {uid: row.s}) MATCH (b:`Compound` {uid: row.t}) MERGE (a)-[r:`DEVELOPS` {uid: row.uid}]->(b)": one
/// relationship a uid, so that parallel ones stay apart. Names are tokens, so nothing in them needs escaping.
std::string merge_edge_clause(const std::string& source_label, const std::string& target_label, const std::string& type);

/// "MERGE (n:`Compound` {uid: row.uid})".
std::string merge_node_clause(const PropertyPlan::NodeKind& kind);

/// "SET n:`Conjugate`:`Compound`" in full.
std::string set_labels_clause(const PropertyPlan::NodeKind& kind);

/// What `visit_node` and `visit_edge` tell, as the members of a map literal: appends "{", a member for each property, and,
/// by `close()`, "}". Days are dates.
class CypherProperties {
 public:
  explicit CypherProperties(std::string& out) : out_(out) {}

  void text(std::string_view name, std::string_view text);
  void day(std::string_view name, std::string_view day);
  void whole(std::string_view name, std::int64_t number);
  void number(std::string_view name, double number);
  void flag(std::string_view name, bool flag);
  void list(std::string_view name, const std::vector<std::string>& texts);
  void wholes(std::string_view name, const std::vector<std::int64_t>& numbers);
  void numbers(std::string_view name, const std::vector<double>& numbers);
  void flags(std::string_view name, const std::vector<bool>& flags);
  void close();

 private:
  void key(std::string_view name);

  std::string& out_;
  char before_ = '{';
};

}  // namespace rxgraph::exporting
