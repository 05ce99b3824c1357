/// rxgraph export: from a graph to files that other tools read.

#include <chrono>
#include <filesystem>
#include <ostream>

#include "cli/graph_access.hpp"
#include "cli/interrupt.hpp"
#include "cli/verbs.hpp"
#include "cli/watched_view.hpp"
#include "export/compress.hpp"
#include "export/format.hpp"
#include "graph/selected.hpp"

namespace rxgraph::cli {
namespace {

const exporting::Format& chosen_format(const Options& options) {
  if (!options.format.empty()) return exporting::format_named(options.format);
  if (options.output.empty() && options.exporting.content != exporting::Content::graph) return exporting::format_named("turtle");
  if (options.output.empty()) throw UsageError("no format is named; say --format graphml, or -o with an ending that names it");
  if (const exporting::Format* format = exporting::format_of_path(options.output)) return *format;
  std::string endings;
  for (const exporting::Format& format : exporting::formats()) {
    if (!format.extension.empty()) endings += (endings.empty() ? "" : ", ") + std::string(format.extension);
  }
  throw UsageError("the ending of '" + options.output + "' names no format; say --format, or use one of " + endings);
}

std::string chosen_output(const Options& options, const exporting::Format& format) {
  const bool folder = format.extension.empty();
  if (folder && (options.output.empty() || options.output == "-")) {
    throw UsageError("--format " + std::string(format.name) + " writes a folder; name it with -o");
  }
  if (folder && exporting::without_compression(options.output) != options.output) {
    throw UsageError("--format " + std::string(format.name) + " writes a folder, which is not compressed; name it without '.gz' or '.zst'");
  }
  return options.output.empty() ? "-" : options.output;
}

/// An ontology and no graph of it.
class OntologyView : public graph::GraphView {
 public:
  explicit OntologyView(const Ontology& ontology) : ontology_(ontology) {}

  const Ontology& ontology() const override { return ontology_; }
  void for_each_filing(const std::function<void(const Filing&)>&) const override {}
  void for_each_node(const std::function<void(const graph::Node&)>&) const override {}
  void for_each_edge(const std::function<void(const graph::Edge&)>&) const override {}

 private:
  const Ontology& ontology_;
};

/// The ontology of the graph that is asked; the core where none is named and none stands here.
Ontology ontology_at_hand(const Options& options, Report& report) {
  const std::string& path = graph_path(options);
  const bool by_default = options.what.empty() && path == default_graph_name;
  std::error_code ignored;  // Opening tells it.
  if (by_default && !std::filesystem::exists(path, ignored)) return core();
  return open_graph(path, report).ontology;
}

/// Writes the ontology, or its shapes.
ExitCode export_ontology(const Options& options, const exporting::Format& format, const std::string& path, Session& session) {
  if (!graph::selects_all(options.selection)) throw UsageError("--ontology and --shapes are of the whole graph; leave out what chooses a part of it");
  if (!format.ontologies) {
    std::string names;
    for (const exporting::Format& one : exporting::formats()) {
      if (one.ontologies) names += (names.empty() ? "" : ", ") + std::string(one.name);
    }
    throw UsageError("--format " + std::string(format.name) + " has no form for an ontology; choose one of " + names);
  }
  Report report(session, options);
  const Ontology ontology = ontology_at_hand(options, report);
  exporting::OutputSet out(path, false);
  format.write(OntologyView(ontology), options.exporting, out);
  out.commit();
  if (path != "-" && !options.quiet) {
    const bool shapes = options.exporting.content == exporting::Content::shapes;
    session.out << (shapes ? "shapes of " : "") << ontology.name << " -> " << path << " (" << size_text(out.bytes()) << ")\n";
  }
  return ExitCode::done;
}

/// What was written, for people.
Table summary_of(const exporting::Format& format, const WatchedView& view, const exporting::OutputSet& out, double seconds) {
  Table table;
  table.columns = {{"format"}, {"files", 1, true}, {"nodes", 3, true}, {"edges", 3, true}, {"size", 2}, {"time", 1}};
  table.rows.push_back({std::string(format.name), static_cast<double>(out.files()), static_cast<double>(view.nodes()), static_cast<double>(view.edges()),
                        size_text(out.bytes()), "in " + duration_text(seconds)});
  return table;
}

}  // namespace

ExitCode run_export(const Options& options, Session& session) {
  const exporting::Format& format = chosen_format(options);
  const std::string path = chosen_output(options, format);
  if (options.exporting.content != exporting::Content::graph) return export_ontology(options, format, path, session);
  const InterruptWatch interrupt;
  Report report(session, options);
  const AskedGraph graph = open_graph(graph_path(options), report);
  const graph::Selection selection = resolved_selection(options, graph);
  const auto began = std::chrono::steady_clock::now();

  const std::unique_ptr<graph::GraphView> view = graph.store.view(graph.ontology, selection);
  const WatchedView watched(*view, interrupt);
  exporting::OutputSet out(path, format.extension.empty());
  {
    const Progress progress = progress_over(report, "exporting", watched, count_for_progress(graph.store, selection, report));
    format.write(watched, options.exporting, out);
  }
  out.commit();
  if (path != "-" && !options.quiet) {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
    session.out << graph_line(graph.store) << " -> " << path << "\n\n";
    print_table(summary_of(format, watched, out, passed.count()), style_of(options, session, TableLayout::table), session.out);
  }
  return ExitCode::done;
}

}  // namespace rxgraph::cli
