#pragma once
/// Which nodes and edges a selection selects, as temporary tables of ids.

#include <string>

#include "graph/reader.hpp"
#include "graph/sqlite.hpp"

namespace rxgraph::graph {

/// The temporary tables of one view. They are dropped with it.
class SelectedTables {
 public:
  SelectedTables(const Database& database, const Ontology& ontology, const Selection& selection);
  SelectedTables(const SelectedTables&) = delete;
  SelectedTables& operator=(const SelectedTables&) = delete;
  ~SelectedTables();

  const std::string& nodes() const noexcept { return nodes_; }  ///< Table of the column `id`.
  const std::string& edges() const noexcept { return edges_; }  ///< Table of the column `id`.

 private:
  void select_edges(const Selection& selection, const Ontology& ontology);
  void select_around(const Selection& selection);
  void select_nodes(const Selection& selection, const Ontology& ontology);

  const Database& database_;
  std::string nodes_;
  std::string edges_;
};

/// True if the selection is the whole graph.
bool selects_all(const Selection& selection);

}  // namespace rxgraph::graph
