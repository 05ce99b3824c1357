#pragma once
/// The files of a Neo4j import folder beside its rows: what is called what, and how it is loaded.

#include <cstdint>
#include <string>
#include <vector>

#include "export/shape.hpp"

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

/// One file for each type and relation that occurs. Labels and relationship types are those of the ontology, made
/// of letters, digits and '_' where they are not, and never empty; no two relations share one.
ImportPlan plan_import(const Ontology& ontology, const Shape& shape);

/// import.sh. `longest_row` in bytes: the import's buffer must hold it.
std::string import_script(const ImportPlan& plan, std::uint64_t longest_row);

/// constraints.cypher: one statement a line, all of them for Neo4j Community 5 or later.
std::string constraints_script(const ImportPlan& plan);

/// README.txt.
std::string import_readme();

}  // namespace rxgraph::exporting
