/// rxgraph export: from a graph to files that other tools read.

#include <ostream>

#include "cli/graph_access.hpp"
#include "cli/interrupt.hpp"
#include "cli/verbs.hpp"
#include "export/format.hpp"

namespace rxgraph::cli {
namespace {

/// A view that ends with `Interrupted` on Ctrl-C, so that nothing half written is left behind.
class StoppableView : public graph::GraphView {
 public:
  StoppableView(const graph::GraphView& view, const InterruptWatch& interrupt) : view_(view), interrupt_(interrupt) {}

  const Ontology& ontology() const override { return view_.ontology(); }
  void for_each_filing(const std::function<void(const Filing&)>& each) const override { view_.for_each_filing(checked(each)); }
  void for_each_node(const std::function<void(const graph::Node&)>& each) const override { view_.for_each_node(checked(each)); }
  void for_each_edge(const std::function<void(const graph::Edge&)>& each) const override { view_.for_each_edge(checked(each)); }

 private:
  template <typename Item>
  std::function<void(const Item&)> checked(const std::function<void(const Item&)>& each) const {
    return [this, &each](const Item& item) {
      if (interrupt_.seen()) throw Interrupted();
      each(item);
    };
  }

  const graph::GraphView& view_;
  const InterruptWatch& interrupt_;
};

const exporting::Format& chosen_format(const Options& options) {
  if (!options.format.empty()) return exporting::format_named(options.format);
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
  return options.output.empty() ? "-" : options.output;
}

}  // namespace

ExitCode run_export(const Options& options, Session& session) {
  const exporting::Format& format = chosen_format(options);
  const std::string path = chosen_output(options, format);
  const InterruptWatch interrupt;
  Report report(session, options);
  const AskedGraph graph = open_graph(graph_path(options), report);
  check_selection(options.selection, graph.ontology);
  graph::Selection selection = options.selection;
  if (!selection.from.empty()) selection.from = find_thing(graph.store, selection.from).uid;

  const std::unique_ptr<graph::GraphView> view = graph.store.view(graph.ontology, selection);
  const StoppableView stoppable(*view, interrupt);
  exporting::OutputSet out(path, format.extension.empty());
  format.write(stoppable, options.exporting, out);
  out.commit();
  if (path != "-" && !options.quiet) {
    session.out << graph_line(graph.store) << " -> " << path << " (" << format.name << ", "
                << (out.files() == 1 ? "" : counted(out.files(), "file", "files") + ", ") << size_text(out.bytes()) << ")\n";
  }
  return ExitCode::done;
}

}  // namespace rxgraph::cli
