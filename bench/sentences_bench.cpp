/// Sentences, sections and tokens of a text of ASCII and of one with other letters; bytes per second are bytes of the text.

#include <benchmark/benchmark.h>

#include <string>

#include "ingest/read/read.hpp"
#include "ingest/read/sections.hpp"
#include "ingest/read/sentences.hpp"
#include "ingest/read/tokens.hpp"

namespace {

using namespace rxgraph;
using namespace rxgraph::ingest;

struct Quiet : DiagnosticSink {
  void report(Diagnostic) override {}
};

/// Eight megabytes of paragraphs with what makes the splitter think, as one document.
const DocumentText& document(bool ascii) {
  static const auto make = [](std::string_view sign) {
    std::string text;
    for (int i = 0; text.size() < 8000000; ++i) {
      text += "Zeta, Inc. (Nasdaq: ZETA), of the U.S., said on Sept. 5 that its drug (see Item 1A. Risk Factors) had met its goal in 3.5 of 4 trials. The second one goes on";
      text += sign;
      text += "and Dr. A. Smith of the clinic, who leads it, is glad, e.g. of the low price of $1.6 billion. ";
      if (i % 4 == 3) text += "\n\n";
    }
    Quiet quiet;
    return std::move(read_filing(RawFiling{"bench.txt", Bytes(std::move(text))}, quiet).documents.at(0));
  };
  static const DocumentText plain = make(", ");
  static const DocumentText signs = make(" \xE2\x80\x94 ");
  return ascii ? plain : signs;
}

void sentences(benchmark::State& state) {
  const DocumentText& text = document(state.range(0) == 0);
  std::size_t count = 0;
  for (auto _ : state) count += split_sentences(text).size();
  benchmark::DoNotOptimize(count);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.text.size()));
}
BENCHMARK(sentences)->Arg(0)->Arg(1)->ArgName("signs");

void sections(benchmark::State& state) {
  const DocumentText& text = document(true);
  const Filing filing;
  std::size_t count = 0;
  for (auto _ : state) count += find_sections(text, filing).size();
  benchmark::DoNotOptimize(count);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.text.size()));
}
BENCHMARK(sections);

void tokens(benchmark::State& state) {
  const DocumentText& text = document(state.range(0) == 0);
  std::vector<Token> out;
  for (auto _ : state) {
    out.clear();
    tokenize(text, {0, static_cast<std::uint32_t>(text.text.size())}, out);
  }
  benchmark::DoNotOptimize(out.data());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.text.size()));
}
BENCHMARK(tokens)->Arg(0)->Arg(1)->ArgName("signs");

}  // namespace
