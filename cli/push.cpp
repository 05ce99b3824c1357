/// rxgraph push: from a graph to a running Neo4j server.

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <ostream>

#include "cli/graph_access.hpp"
#include "cli/interrupt.hpp"
#include "cli/verbs.hpp"
#include "cli/watched_view.hpp"
#include "export/push.hpp"

namespace rxgraph::cli {
namespace {

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The name under which things are put there: --name, else the graph's file name without its ending.
std::string chosen_name(const Options& options, const graph::Store& store) {
  return options.name.empty() ? std::filesystem::path(store.path()).stem().string() : options.name;
}

Table summary_of(const exporting::PushResult& result, double seconds) {
  const auto cell = [](std::uint64_t number) { return Cell(static_cast<double>(number)); };
  Table table;
  table.columns = {{"put", 3},           {"nodes", 3, true}, {"edges", 3, true}, {"unchanged", 2, true}, {"deleted", 3, true}, {"kept", 1, true},
                   {"requests", 1, true}, {"retries", 1, true}};
  table.rows.push_back({"in " + duration_text(seconds), cell(result.nodes), cell(result.edges), cell(result.same), cell(result.deleted_nodes + result.deleted_edges),
                        cell(result.kept_nodes), cell(result.requests), cell(result.retries)});
  return table;
}

}  // namespace

ExitCode run_push(const Options& options, Session& session) {
  const std::string& url = options.what[0];
  const std::string database = environment("NEO4J_DATABASE");
  const exporting::PushTarget target{url, options.database.empty() ? (database.empty() ? "neo4j" : database) : options.database,
                                     environment("NEO4J_USERNAME"), environment("NEO4J_PASSWORD")};
  const exporting::HttpPost post = exporting::http_poster(target);
  const InterruptWatch interrupt;
  Report report(session, options);
  const AskedGraph graph = open_graph(options.graph, report);
  const graph::Selection selection = resolved_selection(options, graph);
  const auto began = std::chrono::steady_clock::now();

  const std::unique_ptr<graph::GraphView> view = graph.store.view(graph.ontology, selection);
  const WatchedView watched(*view, interrupt);
  exporting::PushOptions how;
  how.evidence = options.exporting.evidence;
  how.name = chosen_name(options, graph.store);
  exporting::PushResult result;
  try {
    const Progress progress = progress_over(report, "pushing", watched, count_for_progress(graph.store, selection, report));
    result = exporting::push(watched, how, post, url);
  } catch (const Interrupted&) {
    report.note("interrupted; what the server took is there, and the same command goes on from there");
    return ExitCode::interrupted;
  }
  if (!options.quiet) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
    session.out << graph_line(graph.store) << " -> " << url << ", database " << target.database << ", as '" << how.name << "'\n\n";
    print_table(summary_of(result, passed.count()), style_of(options, session, TableLayout::table), session.out);
  }
  return ExitCode::done;
}

}  // namespace rxgraph::cli
