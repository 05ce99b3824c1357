#include "export/neo4j_files.hpp"

#include "export/cypher_text.hpp"

namespace rxgraph::exporting {
namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string joined_labels(const std::vector<std::string>& labels) {
  std::string all;
  for (const std::string& label : labels) all += (all.empty() ? "" : ":") + label;
  return all;
}

/// "U+001F".
std::string delimiter_name(char delimiter) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(delimiter);
  return std::string("U+00") + digits[byte >> 4U] + digits[byte & 15U];
}

constexpr std::uint64_t default_read_buffer = 4U << 20;

}  // namespace

ImportPlan plan_import(const PropertyPlan& properties) {
  ImportPlan plan;
  std::set<std::string> taken;
  for (const auto& [type, kind] : properties.nodes) plan.nodes.push_back({type, untaken("nodes_" + kind.labels.front(), taken), kind.labels});
  for (const auto& [relation, kind] : properties.edges) plan.edges.push_back({relation, untaken("edges_" + kind.type, taken), {kind.type}});
  return plan;
}

std::string import_script(const ImportPlan& plan, const ImportNeeds& needs) {
  std::string script =
      "#!/bin/sh\n"
      "# Loads this folder into a Neo4j database that does not exist yet; the server must be stopped.\n"
      "# usage: ./import.sh [DATABASE [OPTION...]]     DATABASE is neo4j where it is not given; an OPTION that\n"
      "# neo4j-admin knows, such as --overwrite-destination, is passed on. $NEO4J_ADMIN names another neo4j-admin.\n"
      "set -eu\n"
      "cd \"$(dirname \"$0\")\"\n";
  if (plan.nodes.empty()) return script + "echo 'the graph is empty: there is nothing to load' >&2\nexit 1\n";
  script +=
      "database=${1:-neo4j}\n"
      "[ $# -eq 0 ] || shift\n"
      "exec \"${NEO4J_ADMIN:-neo4j-admin}\" database import full \"$database\" \"$@\" \\\n"
      "  --array-delimiter=" + delimiter_name(needs.array_delimiter);
  if (needs.line_ends) script += " \\\n  --multiline-fields=true";
  if (needs.longest_row + 1024 > default_read_buffer) {
    script += " \\\n  --read-buffer-size=" + std::to_string((needs.longest_row / default_read_buffer + 2) * default_read_buffer);
  }
  for (const auto& file : plan.nodes) {
    script += " \\\n  --nodes=" + joined_labels(file.labels) + "=./" + file.stem + "_header.csv,./" + file.stem + ".csv";
  }
  for (const auto& file : plan.edges) {
    script += " \\\n  --relationships=" + file.labels.front() + "=./" + file.stem + "_header.csv,./" + file.stem + ".csv";
  }
  return script + "\n";
}

std::string constraints_script(const PropertyPlan& properties) {
  std::string script = "// Run once after the import: cypher-shell -f constraints.cypher\n";
  for (const std::string& statement : schema_statements(properties)) script += statement + ";\n";
  return script;
}

std::string enterprise_script(const PropertyPlan& properties, EvidenceChoice choice) {
  std::string script = "// For the Enterprise edition only, after constraints.cypher: cypher-shell -f constraints_enterprise.cypher\n";
  const auto require = [&script](const std::string& what, const std::string& pattern, const std::string& condition) {
    script += "CREATE CONSTRAINT " + what + " IF NOT EXISTS FOR " + pattern + " REQUIRE " + condition + ";\n";
  };
  for (const std::string& label : properties.labels()) {
    const std::string pattern = "(n:`" + label + "`)";
    require("node_" + lower(label) + "_has_uid", pattern, "n.uid IS NOT NULL");
    require("node_" + lower(label) + "_uid_text", pattern, "n.uid IS :: STRING");
  }
  for (const auto& [relation, kind] : properties.edges) {
    const std::string pattern = "()-[r:`" + kind.type + "`]-()";
    const std::string name = "edge_" + lower(kind.type);
    require(name + "_has_uid", pattern, "r.uid IS NOT NULL");
    require(name + "_has_modality", pattern, "r.modality IS NOT NULL");
    require(name + "_confidence_number", pattern, "r.confidence IS :: FLOAT");
    require(name + "_derived_flag", pattern, "r.derived IS :: BOOLEAN");
    if (choice != EvidenceChoice::none) require(name + "_filed_day", pattern, "r.filed IS :: DATE");
  }
  return script;
}

std::string import_readme(const ImportNeeds& needs) {
  return
      "An import folder for Neo4j 5 or later, written by rxgraph.\n"
      "\n"
      "  ./import.sh                  loads it into the database 'neo4j', which must not exist yet;\n"
      "                               the server must be stopped\n"
      "  cypher-shell -f constraints.cypher\n"
      "                               afterwards, with the server running: uniqueness and indexes\n"
      "  cypher-shell -f constraints_enterprise.cypher\n"
      "                               Enterprise edition only: existence and types of properties\n"
      "\n"
      "nodes_LABEL.csv holds the nodes of one type, edges_TYPE.csv the relationships of one relation; the columns stand\n"
      "in the _header.csv beside each. A node has the labels of its type and of the types above it.\n"
      "\n"
      "nodes   uid, name, type, aliases, filings (how many speak of it), and one column a registry (cik, ticker, ...)\n"
      "edges   uid, modality (asserted, planned, possible, terminated), confidence, derived, rules, one column a\n"
      "        qualifier, and the first passage that says it: sentence, filing (hash of its bytes), accession, form,\n"
      "        filed, document (its number), section, begin and end (bytes as filed); passages counts all of them,\n"
      "        further holds the others as JSON\n"
      "\n"
      "Lists are joined by " + delimiter_name(needs.array_delimiter) + ", which none of their elements holds. A date as stated may be cut to the month or the year\n"
      "and is a string; beside it, NAME_first and NAME_last are the first and last day that it may mean. An empty cell is\n"
      "a property that is not there.\n";
}

}  // namespace rxgraph::exporting
