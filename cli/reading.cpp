#include "cli/reading.hpp"

#include <algorithm>
#include <thread>

#include "base/error.hpp"
#include "cli/table.hpp"

namespace rxgraph::cli {

bool SkipKnown::operator()(const FilingKey& key, const RawFiling&) {
  const bool known = !keys_.insert(key).second;
  if (known) ++skipped_;
  return known;
}

void SureSink::accept(FilingRecords records) {
  std::erase_if(records.statements, [&](const Statement& statement) { return statement.confidence < least_; });
  next_.accept(std::move(records));
}

std::vector<std::string> inputs_of(const Options& options) {
  std::vector<std::string> paths = options.what;
  for (const std::string& list : options.lists) {
    const std::vector<std::string> listed = ingest::read_file_list(list);
    paths.insert(paths.end(), listed.begin(), listed.end());
  }
  return paths;
}

ingest::LoadedNames load_vocabularies(const Options& options, const Ontology& ontology) {
  std::vector<ingest::TermBook> books;
  for (const std::string& path : options.vocabularies) books.push_back(ingest::TermBook::open(path));
  return {std::move(books), ontology};
}

void read_filings(ingest::FileSource& source, const ingest::Extractor& extractor, RecordSink& sink, SkipKnown& skip, Report& report,
                  const Options& options, const InterruptWatch& interrupt) {
  const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  const Progress progress(report, "reading", [&source] {
    const ingest::SourceCounts counts = source.counts();
    return Advance{counts.files, counts.total_files, counts.bytes, counts.total_bytes};
  });
  SureSink sure(sink, options.selection.min_confidence);
  ingest::extract_all(source, extractor, sure, report, threads, std::ref(skip), [&interrupt] { return interrupt.seen(); });
}

std::optional<RawFiling> only_filing(ingest::FileSource& source, const std::string& path) {
  std::optional<RawFiling> raw = source.next();
  if (raw && source.next()) throw InputError(path, "holds several filings, and a page shows one; name it, as '" + raw->path + "'");
  return raw;
}

ExitCode outcome(const ingest::SourceCounts& counts, const Report& report, bool interrupted) {
  if (interrupted) return ExitCode::interrupted;
  if (counts.files == 0) return ExitCode::failed;
  return counts.unreadable > 0 || report.errors() > 0 ? ExitCode::partly : ExitCode::done;
}

std::string left_out(const ingest::SourceCounts& counts) {
  std::string text;
  if (counts.passed_over > 0) text += ", " + counted(counts.passed_over, "file", "files") + " passed over as no filing";
  if (counts.unreadable > 0) text += ", " + grouped(counts.unreadable) + " unreadable (see above)";
  return text;
}

}  // namespace rxgraph::cli
