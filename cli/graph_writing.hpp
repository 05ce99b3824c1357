#pragma once
/// A graph that filings or records are put into: what `build` and `merge` have in common.

#include <cstdint>
#include <string>

#include "cli/graph_access.hpp"

namespace rxgraph::cli {

/// Opens the graph that `options` name for writing, with the ontology and the decisions that they choose or that it keeps.
class GraphWriting {
 public:
  /// Throws what opening a graph and reading an ontology throw, and InputError with every fault of a file of decisions; a graph that was made for it is
  /// gone then.
  GraphWriting(const Options& options, Report& report);

  const graph::Store& store() const noexcept { return store_; }
  const Ontology& ontology() const noexcept { return chosen_.ontology; }

  /// Where records go.
  graph::StoreSink& sink() noexcept { return sink_; }

  /// Stores a graph that was exported as it is, and commits. Throws StoreError where the graph is not new.
  void restore(const graph::WholeGraph& graph) { store_.restore(graph, chosen_.ontology); }

  /// Commits what was put, and merges. Tells names in decisions that nothing in the graph is called by.
  void finish();

  /// Closes the graph, which must not be used any more. Where this run has made it, its file is removed.
  void give_up();

  /// What `make` gives, which the work needs; where it throws, the graph is given up first.
  template <typename Make>
  auto needing(Make make) {
    try {
      return make();
    } catch (...) {
      give_up();
      throw;
    }
  }

  /// "1,204 statements stored; 903 facts about 512 things from 80 filings -> pipeline.rxg (14 MB)".
  std::string stored_line() const;

 private:
  Report& report_;
  bool is_new_;
  graph::Store store_;
  LoadedOntology chosen_;
  graph::StoreSink sink_;
};

}  // namespace rxgraph::cli
