#pragma once
/// The graph and the ontology that a verb works on.

#include <memory>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/store.hpp"
#include "ontology/load.hpp"
#include "ontology/model.hpp"

namespace rxgraph::cli {

/// An ontology and the files it was made of.
struct LoadedOntology {
  std::vector<OntologySource> sources;  ///< Core first.
  Ontology ontology;
};

/// This program's core with the files of --ontology on top.
LoadedOntology load_chosen_ontology(const Options& options);

/// The same for a graph that is written to: without --ontology, the extensions that the graph was made with stay.
LoadedOntology load_ontology_for(const Options& options, const graph::Store& store);

/// A graph that is asked, with the ontology that it keeps.
struct AskedGraph {
  graph::Store store;
  Ontology ontology;
};

/// Opens the graph `path`. Where a run was cut off before it was done, the merged graph is brought up to date first.
/// Throws StoreError.
AskedGraph open_graph(const std::string& path, Report& report);

/// The graph that `options` names: its first word where it has one, else --graph.
const std::string& graph_path(const Options& options);

/// The graph to write: -o, else --graph. Throws UsageError for "-".
const std::string& graph_to_write(const Options& options);

/// The relations and types of `selection` must be known. Throws UsageError with the nearest.
void check_selection(const graph::Selection& selection, const Ontology& ontology);

/// A thing that the person means.
struct MeantThing {
  std::string uid;
  std::string type;
  std::string name;
};

/// No thing or several have that name. `what()` is what to tell, with the choices.
class NoSuchThing : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The one thing of `types` (any where empty) that `name` means. Throws NoSuchThing: the nearest three where there is
/// none, the choices where there are several.
MeantThing find_thing(const graph::Store& store, const std::string& name, const std::vector<std::string>& types = {});

/// Prints `table` as `options` say: sorted, limited, in their format; then, on a terminal, `summary`, the graph's name
/// and the dates of its filings. Returns `no_answer` for a table without rows, which it says, else `done`.
ExitCode answer_with(Table table, const AskedGraph& graph, const Options& options, Session& session, const std::string& summary);

/// The style that `options` and the terminal ask for.
TableStyle style_of(const Options& options, const Session& session);

/// The same in `layout`, for verbs whose --format means something else.
TableStyle style_of(const Options& options, const Session& session, TableLayout layout);

/// The selection of `options` with the uid of the thing that --from names. Throws UsageError for unknown relations and
/// types, NoSuchThing for an unknown thing.
graph::Selection resolved_selection(const Options& options, const AskedGraph& graph);

/// How many nodes and edges a bar runs over: 0 where there is no bar, or only a part is selected.
std::uint64_t count_for_progress(const graph::Store& store, const graph::Selection& selection, const Report& report);

/// "pipeline.rxg, filings 2001-02-05 to 2007-07-31".
std::string graph_line(const graph::Store& store);

}  // namespace rxgraph::cli
