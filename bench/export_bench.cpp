// What each format writes in a second, from a graph in memory: a million edges with nine properties (uid, relation, modality, confidence,
// derived, rules, amount, currency, date), and the same with a passage of 140 bytes. $RXGRAPH_BENCH_EDGES sets another number of edges.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/record_json.hpp"
#include "export/format.hpp"
#include "tests/export/vector_view.hpp"

namespace {

using namespace rxgraph;
using namespace rxgraph::exporting;

std::string hex(std::uint64_t high, std::uint64_t low) {
  char digits[33];
  std::snprintf(digits, sizeof digits, "%016llx%016llx", static_cast<unsigned long long>(high), static_cast<unsigned long long>(low));
  return digits;
}

/// Edges in memory that are at hand when they are shown, as a view of a store has them, which makes each when it is asked for: the bytes of one
/// lie together, and those of the next ones are asked for early. So what is measured is the writing, not the waiting for memory.
class ViewAtHand : public VectorView {
 public:
  void for_each_edge(const std::function<void(const graph::Edge&)>& each) const override {
    constexpr std::size_t ahead = 3;
    constexpr std::size_t size = 768;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const char* const next = edges[std::min(i + ahead, edges.size() - 1)].uid.data();
      for (std::size_t byte = 0; byte < size; byte += 64) __builtin_prefetch(next + byte);
      each(edges[i]);
    }
  }
};

ViewAtHand made_graph(std::size_t nodes, std::size_t edges) {
  ViewAtHand view;
  view.terms.base_iri = "https://example.org/rxgraph/";
  std::mt19937_64 random(1);
  for (std::size_t i = 0; i < 1000; ++i) {
    Filing filing;
    filing.key = hex(random(), random());
    filing.accession = "0000000000-20-" + std::to_string(100000 + i);
    filing.form = "8-K";
    filing.filed = "2020-01-02";
    view.filings.push_back(filing);
  }
  for (std::size_t i = 0; i < nodes; ++i) {
    const std::string number = std::to_string(i);
    view.nodes.push_back({"compound/acm-" + number, "Compound", "ACM-" + number, {"acmezumab " + number}, {{"cik", number}}, 3});
  }
  const std::string sentence(140, 's');
  for (std::size_t i = 0; i < edges; ++i) {
    const graph::Node& source = view.nodes[random() % nodes];
    const graph::Node& target = view.nodes[random() % nodes];
    const Filing& filing = view.filings[random() % view.filings.size()];
    graph::Edge edge{hex(random(), random()), source.uid, source.type, i % 2 == 0 ? "pays" : "licenses", target.uid, target.type,
                     {{"amount", {static_cast<double>(random() % 1000000000)}}, {"currency", {std::string("USD")}}, {"date", {std::string("2020-01-02")}}},
                     Modality::asserted, 0.95, {"pays.verb.1"}, {}, false};
    edge.evidence.push_back({filing.key, filing.accession, 1, "8.01", {{i, i + 140}}, {}, sentence});
    view.edges.push_back(std::move(edge));
  }
  view.sort();
  view.edges = std::vector<graph::Edge>(view.edges);  // in memory as they follow one another, as a view makes them
#ifdef __GLIBC__
  ::malloc_trim(0);  // else the first format pays for putting the freed pieces of the others together
#endif
  return view;
}

const ViewAtHand& graph_at_hand() {
  static const ViewAtHand view = [] {
    const char* const wanted = std::getenv("RXGRAPH_BENCH_EDGES");
    const std::size_t edges = wanted == nullptr ? 1'000'000 : std::strtoull(wanted, nullptr, 10);
    return made_graph(edges / 10, edges);
  }();
  return view;
}

/// A line of /proc/self/status in MB, such as "VmHWM:"; 0 where there is none.
double memory(std::string_view line) {
  std::ifstream status("/proc/self/status");
  for (std::string text; std::getline(status, text);) {
    if (text.starts_with(line)) return std::strtod(text.c_str() + line.size(), nullptr) / 1024;
  }
  return 0;
}

void write_format(benchmark::State& state, std::string_view name, EvidenceChoice choice) {
  const ViewAtHand& view = graph_at_hand();
  const Format& format = format_named(name);
  const bool folder = format.extension.empty();
  const auto place = folder ? std::filesystem::temp_directory_path() / ("rxgraph-bench-" + std::to_string(::getpid())) : std::filesystem::path("/dev/null");
  const double before = memory("VmRSS:");
  std::ofstream("/proc/self/clear_refs") << "5";  // from here on "VmHWM:" is the most that was held
  std::uint64_t bytes = 0;
  for (auto _ : state) {
    OutputSet out(place.string(), folder);
    format.write(view, {choice, ""}, out);
    bytes += out.bytes();
  }
  if (folder) std::filesystem::remove_all(place);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["graph_MB"] = before;
  state.counters["more_MB"] = std::max(0.0, memory("VmHWM:") - before);
  state.counters["edges"] = benchmark::Counter(static_cast<double>(view.edges.size() * state.iterations()), benchmark::Counter::kIsRate);
}

/// Two benchmarks a format: "export/graphml/nine" and "export/graphml/passages".
const int registered = [] {
  for (const Format& format : formats()) {
    if (format.name == "dot" || format.name == "graphml-yed") continue;  // for small parts
    for (const auto& [what, choice] : {std::pair{"nine", EvidenceChoice::none}, std::pair{"passages", EvidenceChoice::all}}) {
      const std::string name = "export/" + std::string(format.name) + "/" + what;
      benchmark::RegisterBenchmark(name.c_str(), [&format, choice = choice](benchmark::State& state) { write_format(state, format.name, choice); })->Unit(benchmark::kMillisecond);
    }
  }
  return 0;
}();

FilingRecords made_records() {
  FilingRecords records;
  records.filing.key = hex(1, 2);
  Statement statement;
  statement.subject = {"e1", "Company", "Acme Biotech, Inc.", {"Acme", "the Company"}, {{"cik", "0000000001"}}};
  statement.relation = "pays";
  statement.object = {"e2", "Company", "Widget Pharma AG", {"Widget"}, {}};
  statement.qualifiers = {{"amount", {5000000.0}}, {"kind", {std::string("milestone")}}};
  statement.confidence = 0.95;
  statement.rule = "pays.verb.1";
  statement.evidence = {{records.filing.key, "0000000000-20-000001", 1, "8.01", {{10, 150}}, {}, std::string(140, 's')}};
  records.statements.assign(1000, statement);
  return records;
}

void records_write(benchmark::State& state) {
  const FilingRecords records = made_records();
  std::size_t bytes = 0;
  for (auto _ : state) bytes += record_lines(records).size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(records_write)->Unit(benchmark::kMicrosecond);

struct Counting : RecordSink, DiagnosticSink {
  std::size_t statements = 0;
  void accept(FilingRecords records) override { statements += records.statements.size(); }
  void report(Diagnostic) override {}
};

void records_read(benchmark::State& state) {
  const std::string lines = record_lines(made_records());
  std::size_t bytes = 0;
  for (auto _ : state) {
    Counting counting;
    std::istringstream in(lines);
    read_records(in, "-", counting, counting);
    benchmark::DoNotOptimize(counting.statements);
    bytes += lines.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(records_read)->Unit(benchmark::kMicrosecond);

}  // namespace
