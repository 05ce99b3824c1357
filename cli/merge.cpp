/// rxgraph merge: from record lines, or from a graph that was exported, to a graph.

#include <filesystem>
#include <istream>
#include <ostream>

#include "base/error.hpp"
#include "base/record_json.hpp"
#include "cli/graph_writing.hpp"
#include "cli/interrupt.hpp"
#include "cli/verbs.hpp"
#include "export/decompress.hpp"
#include "export/format.hpp"
#include "export/read_graph.hpp"

namespace rxgraph::cli {
namespace {

/// Hands records on until Ctrl-C.
class StoppableSink : public RecordSink {
 public:
  StoppableSink(RecordSink& next, const InterruptWatch& interrupt) : next_(next), interrupt_(interrupt) {}

  void accept(FilingRecords records) override {
    if (interrupt_.seen()) throw Interrupted();
    next_.accept(std::move(records));
  }

 private:
  RecordSink& next_;
  const InterruptWatch& interrupt_;
};

void read_file(const std::string& path, RecordSink& sink, Report& report, Session& session) {
  if (path == "-") return read_records(session.in, "standard input", sink, report);
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    report.report({Diagnostic::Severity::error, path, 0, 0, "is a folder; name the files that 'rxgraph extract' wrote"});
    return;
  }
  try {
    read_records(*exporting::open_uncompressed(path), path, sink, report);
  } catch (const InputError& fault) {  // the other files are merged all the same
    report.report({Diagnostic::Severity::error, path, 0, 0, std::string(fault.what()).substr(path.size() + 2)});
  }
}

/// True if `path` is an export of a graph: a file, or a folder of KGX. Standard input and what cannot be read are none.
bool is_export(const std::string& path) {
  if (exporting::is_kgx_folder(path)) return true;
  std::error_code error;
  if (path == "-" || !std::filesystem::is_regular_file(path, error)) return false;
  try {
    const auto in = exporting::open_uncompressed(path);
    std::string start(512, '\0');
    in->read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in->gcount()));
    return exporting::is_exported_graph(start);
  } catch (const InputError&) {
    return false;  // told when it is read
  }
}

/// Throws for a file whose name says that it is an export from which no graph can be made again.
void check_not_one_way(const std::string& path) {
  const exporting::Format* const format = exporting::format_of_path(path);
  std::error_code error;
  if (format == nullptr || format->name == "jsonl" || !std::filesystem::exists(path, error)) return;
  throw UsageError("'" + path + "' is " + (format->reads_back ? "no export of ours as " : "an export as ") + std::string(format->name) +
                   (format->reads_back ? "" : ", which is not read back") + "; merge takes record lines, and what was exported as " + exporting::names_read_back());
}

graph::WholeGraph read_export(const std::string& path, const Ontology& ontology) {
  if (exporting::is_kgx_folder(path)) return exporting::read_kgx_graph(path);
  const auto in = exporting::open_uncompressed(path);
  return exporting::read_graph(*in, path, ontology);
}

/// Reads the exported graph `path` into the new graph that `options` name.
ExitCode restore(const std::string& path, const Options& options, Session& session) {
  Report report(session, options);
  GraphWriting writing(options, report);
  try {
    const graph::WholeGraph graph = read_export(path, writing.ontology());
    writing.restore(graph);
    if (!options.quiet) {
      session.out << counted(graph.edges.size(), "fact", "facts") << " about " << counted(graph.nodes.size(), "thing", "things") << " read back -> "
                  << writing.store().path() << '\n';
    }
  } catch (...) {
    writing.give_up();
    throw;
  }
  return ExitCode::done;
}

}  // namespace

ExitCode run_merge(const Options& options, Session& session) {
  for (const std::string& file : options.what) {
    if (!is_export(file)) {
      check_not_one_way(file);
      continue;
    }
    if (options.what.size() > 1) throw UsageError("'" + file + "' is a whole graph, which is read back by itself; give it alone");
    return restore(file, options, session);
  }
  const InterruptWatch interrupt;
  Report report(session, options);
  GraphWriting graph(options, report);
  StoppableSink stoppable(graph.sink(), interrupt);
  try {
    for (const std::string& file : options.what) read_file(file, stoppable, report, session);
  } catch (const Interrupted&) {
    report.note("interrupted; what was merged so far is stored, the same command may be given again");
  }
  graph.finish();

  if (graph.sink().filings() == 0 && !interrupt.seen()) {
    report.note("no records were read; nothing is stored");
    graph.give_up();
    return ExitCode::failed;
  }
  if (!options.quiet) {
    session.out << "records of " << counted(graph.sink().filings(), "filing", "filings") << " merged\n"
                << graph.stored_line() << '\n';
  }
  if (interrupt.seen()) return ExitCode::interrupted;
  return report.errors() > 0 ? ExitCode::partly : ExitCode::done;
}

}  // namespace rxgraph::cli
