#pragma once
/// The files of a Neo4j import folder beside its rows: what is called what, and how it is loaded.

#include <cstdint>
#include <string>
#include <vector>

#include "export/property_plan.hpp"

namespace rxgraph::exporting {

/// Node uids are unique over all types, so that one id group holds them and a relationship may run between any types.
inline constexpr const char* id_group = "Thing";

/// Which files there are.
struct ImportPlan {
  struct File {
    std::string key;                  ///< Entity type or relation.
    std::string stem;                 ///< File name without ".csv": "nodes_Compound".
    std::vector<std::string> labels;  ///< Labels of the nodes, most special first; the one relationship type of edges. Never empty.
  };
  std::vector<File> nodes;
  std::vector<File> edges;
};

/// One file for each type and relation that occurs.
ImportPlan plan_import(const PropertyPlan& properties);

/// What the rows ask of the import.
struct ImportNeeds {
  char array_delimiter = '\x1F';
  bool line_ends = false;          ///< Some value has a line end.
  std::uint64_t longest_row = 0;   ///< Bytes: the import's buffer must hold it.
};

/// import.sh.
std::string import_script(const ImportPlan& plan, const ImportNeeds& needs);

/// constraints.cypher: one statement a line, all of them for Neo4j Community 5 or later.
std::string constraints_script(const PropertyPlan& properties);

/// constraints_enterprise.cypher: what only the Enterprise edition takes: existence and types of properties.
std::string enterprise_script(const PropertyPlan& properties, EvidenceChoice choice);

/// README.txt.
std::string import_readme(const ImportNeeds& needs);

}  // namespace rxgraph::exporting
