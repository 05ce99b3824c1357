/// rxgraph timeline: what happened to a thing.

#include "query/timeline.hpp"

#include "cli/answers.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

Table table_of(const std::vector<query::Event>& events, const Ontology& ontology) {
  Table table{{{"date", 6, false},
               {"dated", 0, false},
               {"subject", 3, false},
               {"relation", 5, false},
               {"object", 4, false},
               {"status", 3, false, Audience::where_known},
               {"terms", 1, false, Audience::where_known},
               {"source", 2, false},
               {"confidence", 0, true, Audience::programs}},
              {}};
  add_citation_columns(table);
  for (const query::Event& event : events) {
    const Relation* const relation = ontology.relation(event.relation);
    const QualifierType* const date = relation == nullptr ? nullptr : relation->date();
    const std::vector<std::string> told = {date == nullptr ? std::string() : date->name};
    std::vector<Cell> cells = {cell_of(event.date),
                               event.date.empty() ? Cell() : Cell(std::string(!event.reported ? "stated" : event.source.filed.empty() ? "dated" : "filed")),
                               event.subject.name,
                               event.relation,
                               event.object.name,
                               status_cell(event.modality),
                               terms_cell(event.qualifiers, relation, told),
                               source_text(event.source),
                               event.confidence};
    add_citation_cells(cells, event.source);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

ExitCode run_timeline(const Options& options, Session& session) {
  Report report(session, options);
  const AskedGraph graph = open_graph(options.graph, report);
  const MeantThing thing = find_thing(graph.store, options.what[0]);
  const std::vector<query::Event> events = query::timeline(graph.store, graph.ontology, thing.uid, scope_of(options));
  const std::string summary = events.empty() ? "no dated fact is known of " + thing.name : counted(events.size(), "event", "events");
  return answer_with(table_of(events, graph.ontology), graph, options, session, summary);
}

}  // namespace rxgraph::cli
