/// rxgraph pipeline: what a company develops.

#include "query/pipeline.hpp"

#include <set>

#include "cli/answers.hpp"
#include "cli/verbs.hpp"
#include "query/terms.hpp"

namespace rxgraph::cli {
namespace {

Table table_of(const std::vector<query::PipelineRow>& rows) {
  Table table{{{"compound", 6, false},
               {"phase", 5, false},
               {"status", 3, false, Audience::where_known},
               {"indication", 4, false},
               {"partner", 1, false},
               {"via", 0, false, Audience::where_known},
               {"since", 2, false, Audience::where_known},
               {"source", 2, false},
               {"uid", 0, false, Audience::programs},
               {"held_as", 0, false, Audience::programs}},
              {}};
  add_citation_columns(table);
  for (const query::PipelineRow& row : rows) {
    const char* const status = row.discontinued ? "discontinued" : row.planned ? "planned" : "";
    std::vector<Cell> cells = {row.compound.name,
                               cell_of(row.phase),
                               cell_of(std::string(status)),
                               cell_of(row.indication),
                               cell_of(row.partners),
                               cell_of(row.via),
                               cell_of(row.since),
                               cell_of(source_text(row.source)),
                               row.compound.uid,
                               cell_of(row.relations)};
    add_citation_cells(cells, row.source);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

ExitCode run_pipeline(const Options& options, Session& session) {
  Report report(session, options);
  const AskedGraph graph = open_graph(options.graph, report);
  const MeantThing company = find_thing(graph.store, options.what[0], subjects_of(graph.ontology, query::terms::holds));
  const std::vector<query::PipelineRow> rows = query::pipeline(graph.store, company.uid, scope_of(options));
  std::set<std::string> compounds;
  for (const query::PipelineRow& row : rows) compounds.insert(row.compound.uid);
  const std::string summary = rows.empty() ? "nothing is known of a pipeline of " + company.name : counted(compounds.size(), "compound", "compounds");
  return answer_with(table_of(rows), graph, options, session, summary);
}

}  // namespace rxgraph::cli
