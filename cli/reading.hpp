#pragma once
/// Filings through the extractor: what `build` and `extract` have in common.

#include <functional>
#include <set>

#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/report.hpp"
#include "ingest/extract.hpp"
#include "ingest/read/source.hpp"
#include "ingest/vocabulary/loaded_names.hpp"

namespace rxgraph::cli {

/// Passes over filings that need not be read again: those whose keys it was made with, and repeats within one run.
class SkipKnown {
 public:
  explicit SkipKnown(std::set<FilingKey> known) : keys_(std::move(known)) {}

  bool operator()(const FilingKey& key, const RawFiling&);

  std::uint64_t skipped() const noexcept { return skipped_; }

 private:
  std::set<FilingKey> keys_;
  std::uint64_t skipped_ = 0;
};

/// Hands on what is at least as sure as `least`, from 0 to 1. A filing keeps its facts and its things.
class SureSink : public RecordSink {
 public:
  SureSink(RecordSink& next, double least) : next_(next), least_(least) {}

  void accept(FilingRecords records) override;

 private:
  RecordSink& next_;
  double least_;
};

/// The paths that the command line names, and those of its lists. Throws InputError where a list cannot be read.
std::vector<std::string> inputs_of(const Options& options);

/// The vocabularies that `options` name, which `ontology` must outlive. Throws InputError where one cannot be used.
ingest::LoadedNames load_vocabularies(const Options& options, const Ontology& ontology);

/// Draws all of `source` through `extractor` into `sink`, what is less sure than `options` ask for left out, with a bar on a terminal. Ends early on Ctrl-C.
void read_filings(ingest::FileSource& source, const ingest::Extractor& extractor, RecordSink& sink, SkipKnown& skip, Report& report,
                  const Options& options, const InterruptWatch& interrupt);

/// The filing that `source` gives, which was made of `path`; nothing where it gives none. Throws InputError where it gives more than one.
std::optional<RawFiling> only_filing(ingest::FileSource& source, const std::string& path);

/// What a run over files ends with: `partly` where some could not be read, `failed` where none could.
ExitCode outcome(const ingest::SourceCounts& counts, const Report& report, bool interrupted);

/// ", 3 passed over as no filings, 1 unreadable (see above)"; empty where there is nothing to say.
std::string left_out(const ingest::SourceCounts& counts);

}  // namespace rxgraph::cli
