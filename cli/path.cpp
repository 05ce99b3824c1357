/// rxgraph path: how two things hang together.

#include "query/path.hpp"

#include "cli/answers.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

Table table_of(const std::vector<query::PathStep>& steps) {
  Table table{{{"step", 6, true},
               {"subject", 4, false},
               {"relation", 5, false},
               {"object", 4, false},
               {"status", 3, false, Audience::where_known},
               {"confidence", 0, true, Audience::all, true},
               {"source", 2, false},
               {"direction", 0, false, Audience::programs}},
              {}};
  add_citation_columns(table);
  double number = 0;
  for (const query::PathStep& step : steps) {
    std::vector<Cell> cells = {++number,
                               step.fact.subject.name,
                               step.fact.edge.relation,
                               step.fact.object.name,
                               status_cell(step.fact.edge.modality),
                               step.fact.edge.confidence,
                               source_text(step.fact.best),
                               std::string(step.forward ? "forward" : "backward")};
    add_citation_cells(cells, step.fact.best);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

ExitCode run_path(const Options& options, Session& session) {
  Report report(session, options);
  const AskedGraph graph = open_graph(options.graph, report);
  const MeantThing from = find_thing(graph.store, options.what[0]);
  const MeantThing to = find_thing(graph.store, options.what[1]);
  if (from.uid == to.uid) throw NoSuchThing("'" + options.what[0] + "' and '" + options.what[1] + "' are one: " + from.uid);
  const auto steps = query::path(graph.store, graph.ontology, from.uid, to.uid, scope_of(options));
  const std::string ends = from.name + " and " + to.name;
  const std::string summary = steps ? counted(steps->size(), "step", "steps") + " between " + ends : "nothing joins " + ends;
  return answer_with(steps ? table_of(*steps) : table_of({}), graph, options, session, summary);
}

}  // namespace rxgraph::cli
