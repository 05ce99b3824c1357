#include "export/neo4j_files.hpp"

#include <algorithm>

namespace rxgraph::exporting {
namespace {

/// `name` of letters, digits and '_' only, beginning with a letter.
std::string token(const std::string& name) {
  std::string plain;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    plain.push_back(letter || (c >= '0' && c <= '9') ? c : '_');
  }
  const bool begins = !plain.empty() && plain[0] != '_' && (plain[0] < '0' || plain[0] > '9');
  return begins ? plain : "X" + plain;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// `wish`, with a number at the end where it is taken, without regard to case: files may lie where case does not tell.
std::string untaken(const std::string& wish, std::set<std::string>& taken) {
  std::string name = wish;
  for (int i = 2; !taken.insert(lower(name)).second; ++i) name = wish + "_" + std::to_string(i);
  return name;
}

std::string relationship_type(const Ontology& ontology, const std::string& relation) {
  const Relation* const declared = ontology.relation(relation);
  return token(declared == nullptr || declared->neo4j.empty() ? upper(relation) : declared->neo4j);
}

std::string joined_labels(const std::vector<std::string>& labels) {
  std::string all;
  for (const std::string& label : labels) all += (all.empty() ? "" : ":") + label;
  return all;
}

constexpr std::uint64_t default_read_buffer = 4U << 20;

}  // namespace

ImportPlan plan_import(const Ontology& ontology, const Shape& shape) {
  ImportPlan plan;
  std::set<std::string> taken;
  for (const auto& [type, group] : shape.types) {
    std::vector<std::string> labels;
    for (const std::string& label : labels_of(ontology, type)) {
      const std::string name = token(label);
      if (std::find(labels.begin(), labels.end(), name) == labels.end()) labels.push_back(name);
    }
    if (labels.empty()) labels.push_back(token(type));
    plan.nodes.push_back({type, untaken("nodes_" + labels.front(), taken), labels});
  }
  std::set<std::string> types_taken;
  for (const auto& [relation, group] : shape.relations) {
    const std::string type = untaken(relationship_type(ontology, relation), types_taken);
    plan.edges.push_back({relation, untaken("edges_" + type, taken), {type}});
  }
  return plan;
}

std::string import_script(const ImportPlan& plan, std::uint64_t longest_row) {
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
      "  --array-delimiter=U+001F";
  if (longest_row + 1024 > default_read_buffer) {
    script += " \\\n  --read-buffer-size=" + std::to_string((longest_row / default_read_buffer + 2) * default_read_buffer);
  }
  for (const auto& file : plan.nodes) {
    script += " \\\n  --nodes=" + joined_labels(file.labels) + "=./" + file.stem + "_header.csv,./" + file.stem + ".csv";
  }
  for (const auto& file : plan.edges) {
    script += " \\\n  --relationships=" + file.labels.front() + "=./" + file.stem + "_header.csv,./" + file.stem + ".csv";
  }
  return script + "\n";
}

std::string constraints_script(const ImportPlan& plan) {
  std::set<std::string> labels;
  for (const auto& file : plan.nodes) labels.insert(file.labels.begin(), file.labels.end());
  std::string script = "// Run once after the import: cypher-shell -f constraints.cypher\n";
  for (const std::string& label : labels) {
    script += "CREATE CONSTRAINT node_" + lower(label) + "_uid IF NOT EXISTS FOR (n:`" + label + "`) REQUIRE n.uid IS UNIQUE;\n";
  }
  for (const std::string& label : labels) {
    script += "CREATE INDEX node_" + lower(label) + "_name IF NOT EXISTS FOR (n:`" + label + "`) ON (n.name);\n";
  }
  for (const auto& file : plan.edges) {
    const std::string& type = file.labels.front();
    script += "CREATE CONSTRAINT edge_" + lower(type) + "_uid IF NOT EXISTS FOR ()-[r:`" + type + "`]-() REQUIRE r.uid IS UNIQUE;\n";
  }
  return script;
}

std::string import_readme() {
  return
      "An import folder for Neo4j 5 or later, written by rxgraph.\n"
      "\n"
      "  ./import.sh                  loads it into the database 'neo4j', which must not exist yet;\n"
      "                               the server must be stopped\n"
      "  cypher-shell -f constraints.cypher\n"
      "                               afterwards, with the server running: uniqueness and indexes\n"
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
      "Lists are joined by U+001F. Dates are strings, for they may be cut to the month or the year. Line ends within\n"
      "a text have become blanks. An empty cell is a property that is not there.\n";
}

}  // namespace rxgraph::exporting
