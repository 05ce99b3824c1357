/// rxgraph stats: what is in a graph.

#include <map>

#include "cli/graph_access.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

Table table_of(const graph::Store::Summary& all) {
  Table table{{{"what", 3, false}, {"name", 2, false}, {"count", 3, true}}, {}};
  const auto add = [&](const char* what, const std::string& name, std::uint64_t count) {
    table.rows.push_back({std::string(what), cell_of(name), static_cast<double>(count)});
  };
  const auto add_all = [&](const char* what, const graph::Store::Counts& counts) {
    for (const auto& [name, count] : counts) add(what, name, count);
  };
  add("total", "filings", all.filings);
  add("total", "bytes of filings", all.filing_bytes);
  add("total", "statements", all.statements);
  add("total", "passages", all.evidence);
  add("total", "things", all.nodes);
  add("total", "facts", all.edges);
  add("total", "facts derived over filings", all.derived_edges);
  add("total", "bytes of the graph", all.file_bytes);
  add_all("things", all.types);
  add_all("facts", all.relations);
  add_all("filings of form", all.forms);
  add_all("filings of year", all.years);
  return table;
}

/// The rules of the ontology, those that found nothing too, and what else a stored statement names as its rule.
Table table_of_rules(const std::vector<graph::Store::RuleUse>& used, const Ontology& ontology) {
  std::map<std::string, graph::Store::RuleUse> rules;
  for (const Relation& relation : ontology.relations) {
    for (const Frame& frame : relation.frames) rules[frame.id];
  }
  for (const DealFrame& deal : ontology.deal_frames) rules[deal.frame.id];
  for (const Derivation& derivation : ontology.derivations) rules["derive." + derivation.id];
  for (const graph::Store::RuleUse& use : used) rules[use.rule] = use;
  Table table{{{"rule", 3, false}, {"filings", 3, true}, {"statements", 3, true}}, {}};
  for (const auto& [rule, use] : rules) {
    table.rows.push_back({cell_of(rule), static_cast<double>(use.filings), static_cast<double>(use.statements)});
  }
  return table;
}

}  // namespace

ExitCode run_stats(const Options& options, Session& session) {
  Report report(session, options);
  const AskedGraph graph = open_graph(graph_path(options), report);
  const graph::Store::Summary all = graph.store.summary();
  if (options.rules) return answer_with(table_of_rules(graph.store.rules(), graph.ontology), graph, options, session, counted(all.filings, "filing", "filings"));
  const std::string span = all.first_date.empty() ? "" : ", " + all.first_date + " to " + all.last_date;
  return answer_with(table_of(all), graph, options, session, counted(all.filings, "filing", "filings") + span);
}

}  // namespace rxgraph::cli
