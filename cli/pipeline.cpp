/// rxgraph pipeline: what a company develops.

#include "query/pipeline.hpp"

#include <set>

#include "cli/answers.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

/// The column of what a relation of the question leads to, called by its type.
std::string column_at(const Ontology& ontology, const std::string& relation, const char* otherwise) {
  const Relation* const declared = ontology.relation(relation);
  return declared == nullptr ? otherwise : column_of(declared->object_types.front());
}

Table table_of(const std::vector<query::PipelineRow>& rows, const PipelineQuestion& question, const Ontology& ontology) {
  Table table{{{column_of(question.thing), 6, false},
               {column_at(ontology, question.stage, "stage"), 5, false},
               {"status", 3, false, Audience::where_known},
               {column_at(ontology, question.purpose, "purpose"), 4, false},
               {column_at(ontology, question.sort, "sort"), 0, false, Audience::where_known},
               {"partner", 1, false},
               {"via", 0, false, Audience::where_known},
               {"since", 2, false, Audience::where_known},
               {"source", 2, false},
               {"uid", 0, false, Audience::programs},
               {"held_as", 0, false, Audience::programs}},
              {}};
  add_citation_columns(table);
  for (const query::PipelineRow& row : rows) {
    const char* const status = row.ended ? "discontinued" : row.planned ? "planned" : "";
    std::vector<Cell> cells = {row.thing.name,
                               cell_of(row.stage),
                               cell_of(std::string(status)),
                               cell_of(row.purpose),
                               cell_of(row.sorts),
                               cell_of(row.partners),
                               cell_of(row.via),
                               cell_of(row.since),
                               cell_of(source_text(row.source)),
                               row.thing.uid,
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
  const std::optional<PipelineQuestion>& question = graph.ontology.questions.pipeline;
  if (!question) throw NoSuchThing("the ontology of " + options.graph + " does not say what a pipeline is; give it the question 'pipeline'");
  const MeantThing company = find_thing(graph.store, options.what[0], subjects_of(graph.ontology, question->holds));
  const std::vector<query::PipelineRow> rows = query::pipeline(graph.store, graph.ontology, company.uid, scope_of(options));
  std::set<std::string> things;
  for (const query::PipelineRow& row : rows) things.insert(row.thing.uid);
  const std::string word = column_of(question->thing);
  const std::string summary = rows.empty() ? "nothing is known of a pipeline of " + company.name : counted(things.size(), word, word + "s");
  return answer_with(table_of(rows, *question, graph.ontology), graph, options, session, summary);
}

}  // namespace rxgraph::cli
