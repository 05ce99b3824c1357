/// rxgraph build: from filings to a graph.

#include <chrono>
#include <ostream>

#include "cli/graph_writing.hpp"
#include "cli/reading.hpp"
#include "cli/verbs.hpp"
#include "ingest/read/read.hpp"

namespace rxgraph::cli {
namespace {

/// Filings of which the graph already holds what this program would make of them, by the fingerprint of what it knows.
std::set<FilingKey> unchanged_filings(const graph::Store& store, const std::string& fingerprint) {
  std::set<FilingKey> keys;
  for (const Filing& filing : store.filings()) {
    if (store.has(filing.key, ingest::reader_version(), fingerprint)) keys.insert(filing.key);
  }
  return keys;
}

/// "12 filings read, 3 skipped as unchanged in 1.2 s".
std::string reading_line(const graph::StoreSink& sink, const SkipKnown& skip, const ingest::SourceCounts& counts, double seconds) {
  std::string line = counted(sink.filings(), "filing", "filings") + " read";
  if (skip.skipped() > 0) line += ", " + grouped(skip.skipped()) + " skipped as unchanged";
  return line + left_out(counts) + " in " + duration_text(seconds);
}

}  // namespace

ExitCode run_build(const Options& options, Session& session) {
  const auto began = std::chrono::steady_clock::now();
  const InterruptWatch interrupt;
  Report report(session, options);
  GraphWriting graph(options, report);

  ingest::FileSource source(graph.needing([&] { return inputs_of(options); }), report);
  const ingest::LoadedNames loaded = graph.needing([&] { return load_vocabularies(options, graph.ontology()); });
  const ingest::Extractor extractor(graph.ontology(), &loaded);
  SkipKnown skip(unchanged_filings(graph.store(), extractor.fingerprint()));
  read_filings(source, extractor, graph.sink(), skip, report, options, interrupt);
  graph.finish();

  const ExitCode code = outcome(source.counts(), report, interrupt.seen());
  if (code == ExitCode::failed) {
    report.note("no filing was read" + left_out(source.counts()) + "; nothing is stored");
    graph.give_up();
    return code;
  }
  if (interrupt.seen()) report.note("interrupted; what was read so far is stored, the same command goes on from there");
  if (options.quiet) return code;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
  session.out << reading_line(graph.sink(), skip, source.counts(), passed.count()) << '\n' << graph.stored_line() << '\n';
  return code;
}

}  // namespace rxgraph::cli
