/// rxgraph extract: from filings to record lines.

#include <ostream>

#include "base/error.hpp"
#include "base/record_json.hpp"
#include "cli/graph_access.hpp"
#include "cli/reading.hpp"
#include "cli/verbs.hpp"

namespace rxgraph::cli {
namespace {

/// Writes each filing's lines and hands them on at once, so that a filter behind it can begin.
class LineWriter : public RecordSink {
 public:
  LineWriter(std::ostream& out, const std::string& path) : lines_(out), out_(out), path_(path) {}

  void accept(FilingRecords records) override {
    statements_ += records.statements.size();
    ++filings_;
    lines_.accept(std::move(records));
    if (!out_.flush()) throw OutputError(path_, "cannot be written; free space or choose another place");
  }

  std::uint64_t filings() const noexcept { return filings_; }
  std::uint64_t statements() const noexcept { return statements_; }

 private:
  JsonLinesSink lines_;
  std::ostream& out_;
  const std::string path_;
  std::uint64_t filings_ = 0;
  std::uint64_t statements_ = 0;
};

}  // namespace

ExitCode run_extract(const Options& options, Session& session) {
  const InterruptWatch interrupt;
  Report report(session, options);
  const std::string path = options.output.empty() ? "-" : options.output;

  const LoadedOntology chosen = load_chosen_ontology(options);
  const ingest::LoadedNames loaded = load_vocabularies(options, chosen.ontology);
  const ingest::Extractor extractor(chosen.ontology, &loaded);
  ingest::FileSource source(inputs_of(options), report);
  SkipKnown repeats({});
  exporting::OutputSet out(path, false);
  LineWriter sink(out.file(), path == "-" ? "standard output" : path);
  read_filings(source, extractor, sink, repeats, report, options, interrupt);

  const ExitCode code = outcome(source.counts(), report, interrupt.seen());
  if (code == ExitCode::failed) {
    report.note("no filing was read" + left_out(source.counts()));
    return code;
  }
  out.commit();
  if (interrupt.seen()) report.note("interrupted after " + counted(sink.filings(), "filing", "filings") + "; their lines are whole");
  if (path != "-" && !options.quiet) {
    session.out << counted(sink.statements(), "statement", "statements") << " of " << counted(sink.filings(), "filing", "filings")
                << left_out(source.counts()) << " -> " << path << " (" << size_text(out.bytes()) << ")\n";
  } else if (const std::string missing = left_out(source.counts()); !missing.empty()) {
    report.note(counted(sink.filings(), "filing", "filings") + " read" + missing);
  }
  return code;
}

}  // namespace rxgraph::cli
