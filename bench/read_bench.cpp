// Megabytes of filings as filed that container and text take a second on one core, by kind, beside other readers of HTML. The time is that of the
// thread. The filings are those of ../shared/corpus; without them, and for what is not installed, a line says that it was skipped.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/file.hpp"
#ifdef RXGRAPH_HAS_OTHER_READERS
#include "bench/other_readers.hpp"
#endif
#include "ingest/read/container.hpp"
#include "ingest/read/draft.hpp"
#include "ingest/read/html.hpp"
#include "ingest/read/plain.hpp"
#include "ingest/read/sections.hpp"
#include "ingest/read/sentences.hpp"

namespace {

using namespace rxgraph;
using namespace rxgraph::ingest;

enum class Kind { inline_xbrl, older_html, ascii };

/// The shared filings of a kind.
std::vector<Bytes> filings_of(Kind kind) {
  const std::filesystem::path folder = std::filesystem::path(RXGRAPH_SOURCE_DIR) / "../shared/corpus/filings";
  static const std::vector<std::string> names[] = {{"abbvie-10k-20250214.html"},
                                                   {"jnj-10k-2016.htm", "sophiris-8k-20160323.html", "vincerx-s3-20250124.txt", "adc-therapeutics-s3-20250630.txt", "imunon-424b5-20251231.txt"},
                                                   {"merck-10k-1995.txt", "moderna-10k-fy2024.txt", "cuad-array-biopharma-inc-license-develo.txt"}};
  std::vector<Bytes> files;
  for (const std::string& name : names[static_cast<int>(kind)]) {
    const std::string path = (folder / name).string();
    if (std::filesystem::exists(path)) files.push_back(map_file(path));
  }
  return files;
}

/// Calls `read` for the body of each document of `file` that holds text.
template <typename Read>
void each_body(std::string_view file, const Read& read) {
  for (const Document& document : open_container(file).documents) {
    const std::string_view body = file.substr(document.body.begin, document.body.end - document.body.begin);
    const Writing writing = writing_of(body, document.type);
    if (writing != Writing::none) read(document, body, writing);
  }
}

template <typename Read>
void measure(benchmark::State& state, Kind kind, const Read& read) {
  const std::vector<Bytes> files = filings_of(kind);
  std::size_t bytes = 0;
  for (const Bytes& file : files) bytes += file.view().size();
  if (bytes == 0) {
    state.SkipWithError("skipped: ../shared/corpus/filings is absent");
    return;
  }
  for (auto _ : state) {
    for (const Bytes& file : files) each_body(file.view(), read);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

DocumentText text_of(const Document& document, std::string_view body, Writing writing) {
  std::vector<CoverFact> facts;
  return finish(writing == Writing::html ? read_html(body, document.body.begin, facts) : read_ascii(body, document.body.begin), document);
}

void ours(benchmark::State& state, Kind kind) {
  measure(state, kind, [](const Document& document, std::string_view body, Writing writing) { benchmark::DoNotOptimize(text_of(document, body, writing)); });
}

void ours_with_sentences(benchmark::State& state, Kind kind) {
  measure(state, kind, [](const Document& document, std::string_view body, Writing writing) {
    DocumentText text = text_of(document, body, writing);
    text.sections = find_sections(text, Filing());
    text.sentences = split_sentences(text);
    benchmark::DoNotOptimize(text);
  });
}

#ifdef RXGRAPH_HAS_OTHER_READERS
void gumbo(benchmark::State& state, Kind kind) {
  measure(state, kind, [](const Document&, std::string_view body, Writing) { benchmark::DoNotOptimize(bench::text_by_gumbo(body)); });
}

void libxml2(benchmark::State& state, Kind kind) {
  measure(state, kind, [](const Document&, std::string_view body, Writing) { benchmark::DoNotOptimize(bench::text_by_libxml2(body)); });
}
#else
void other_readers(benchmark::State& state) {
  state.SkipWithError("skipped: libgumbo-dev or libxml2-dev was absent when this was built");
  for (auto _ : state) {
  }
}
BENCHMARK(other_readers);
#endif

BENCHMARK_CAPTURE(ours, inline_xbrl, Kind::inline_xbrl)->Name("text/inline_xbrl/rxgraph")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ours, older_html, Kind::older_html)->Name("text/older_html/rxgraph")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ours_with_sentences, ascii, Kind::ascii)->Name("text/ascii_with_sentences/rxgraph")->Unit(benchmark::kMillisecond);
#ifdef RXGRAPH_HAS_OTHER_READERS
BENCHMARK_CAPTURE(gumbo, inline_xbrl, Kind::inline_xbrl)->Name("text/inline_xbrl/gumbo")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(gumbo, older_html, Kind::older_html)->Name("text/older_html/gumbo")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(libxml2, inline_xbrl, Kind::inline_xbrl)->Name("text/inline_xbrl/libxml2")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(libxml2, older_html, Kind::older_html)->Name("text/older_html/libxml2")->Unit(benchmark::kMillisecond);
#endif

}  // namespace
