/// What must hold whatever the order, the threads, the way and the interruptions.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/cli/program.hpp"

using namespace rxgraph::cli::testing;

namespace {

std::vector<std::string> sample_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(samples())) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

/// The graph of a store as N-Triples and JSON Lines, without complaint.
std::string exported(const std::string& graph) {
  std::string all;
  for (const char* format : {"jsonl", "ntriples"}) {
    const Ran ran = run({"export", graph, "--format", format});
    CHECK(ran.code == 0);
    CHECK(ran.error.empty());
    all += ran.out;
  }
  return all;
}

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::string built(const std::string& graph, const std::vector<std::string>& files, const std::vector<std::string>& options = {}) {
  const Ran ran = run(with(with({"build", "-o", graph}, files), options));
  CHECK(ran.code == 0);
  CHECK(ran.error.empty());
  return exported(graph);
}

/// Copies of the samples that differ from each other by their first line, so that each is a filing of its own.
void write_copies(const TemporaryFolder& folder, int copies) {
  std::filesystem::create_directory(folder.path("filings"));
  for (const std::string& file : sample_files()) {
    for (int copy = 0; copy < copies; ++copy) {
      const std::string name = "filings/" + std::to_string(copy) + "-" + std::filesystem::path(file).filename().string();
      folder.write(name, content_of(file) + "\n" + std::string(static_cast<std::size_t>(copy) + 1, '\n'));
    }
  }
}

}  // namespace

TEST_CASE("the order of files and the number of threads do not matter") {
  const TemporaryFolder folder;
  std::vector<std::string> files = sample_files();
  const std::string straight = built(folder.path("a.rxg"), files, {"--threads", "1"});
  std::reverse(files.begin(), files.end());
  CHECK(built(folder.path("b.rxg"), files, {"--threads", "4"}) == straight);
  std::rotate(files.begin(), files.begin() + 3, files.end());
  CHECK(built(folder.path("c.rxg"), files, {"--threads", "2"}) == straight);
}

TEST_CASE("extract and merge give what build gives") {
  const TemporaryFolder folder;
  const std::string straight = built(folder.path("a.rxg"), sample_files());
  const Ran extracted = run(with({"extract"}, sample_files()));
  CHECK(extracted.code == 0);
  CHECK(extracted.error.empty());
  SUBCASE("by a pipe") {
    const Ran merged = run({"merge", "-", "-o", folder.path("b.rxg")}, {.in = extracted.out});
    CHECK(merged.code == 0);
    CHECK(merged.error.empty());
    CHECK(merged.out.starts_with("records of 8 filings merged\n"));
    CHECK(exported(folder.path("b.rxg")) == straight);
  }
  SUBCASE("by files, one a filing, in another order") {
    std::vector<std::string> parts;
    for (const std::string& file : sample_files()) {
      parts.push_back(folder.path(std::to_string(parts.size()) + ".jsonl"));
      REQUIRE(run({"extract", file, "-o", parts.back()}).code == 0);
    }
    std::reverse(parts.begin(), parts.end());
    CHECK(run(with({"merge", "-o", folder.path("b.rxg")}, parts)).code == 0);
    CHECK(exported(folder.path("b.rxg")) == straight);
  }
  SUBCASE("the lines do not depend on threads") {
    CHECK(run(with({"extract", "--threads", "1"}, sample_files())).out == extracted.out);
    CHECK(run(with({"extract", "--threads", "4"}, sample_files())).out == extracted.out);
  }
}

TEST_CASE("built in one go or filing by filing, the graph is the same") {
  const TemporaryFolder folder;
  const std::string straight = built(folder.path("a.rxg"), sample_files());
  std::string bit_by_bit;
  for (const std::string& file : sample_files()) bit_by_bit = built(folder.path("b.rxg"), {file});
  CHECK(bit_by_bit == straight);
}

TEST_CASE("a copy of a graph is the graph, and a filing that comes twice counts once") {
  const TemporaryFolder folder;
  const std::string straight = built(folder.path("a.rxg"), sample_files());
  std::filesystem::copy_file(folder.path("a.rxg"), folder.path("copy.rxg"));
  CHECK(exported(folder.path("copy.rxg")) == straight);
  const std::string twin = folder.write("twin.txt", content_of(sample("immunogen-8k-2007.txt")));
  const Ran ran = run({"build", twin, "-o", folder.path("copy.rxg")});
  CHECK(ran.out.starts_with("0 filings read, 1 skipped as unchanged"));
  CHECK(exported(folder.path("copy.rxg")) == straight);
}

TEST_CASE("killed in the middle, the next run completes the graph") {
  const TemporaryFolder folder;
  write_copies(folder, 16);
  const std::string whole = built(folder.path("whole.rxg"), {folder.path("filings")});
  bool cut_off = false;
  for (const double seconds : {0.05, 0.15, 0.3}) {
    CAPTURE(seconds);
    const std::string graph = folder.path("killed.rxg");
    for (const char* rest : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(graph + rest);
    Setting killing;
    killing.kill_after = seconds;
    const Ran killed = run({"build", folder.path("filings"), "-o", graph}, killing);
    cut_off = cut_off || killed.code != 0;
    CHECK(built(graph, {folder.path("filings")}) == whole);
  }
  CHECK_MESSAGE(cut_off, "every run was over before it was killed");
}

TEST_CASE("Ctrl-C stops cleanly, says what is stored, and the next run goes on") {
  const TemporaryFolder folder;
  write_copies(folder, 16);
  const std::string whole = built(folder.path("whole.rxg"), {folder.path("filings")});
  const std::string graph = folder.path("stopped.rxg");
  Setting interrupting;
  interrupting.started_by = graph;  // by then it watches for signals, and nothing is read yet
  interrupting.kill_after = 0.01;
  interrupting.signal_after = 2;  // SIGINT
  const Ran ran = run({"build", folder.path("filings"), "-o", graph}, interrupting);
  CHECK(ran.code == 130);
  CHECK(ran.error == "interrupted; what was read so far is stored, the same command goes on from there\n");
  CHECK(holds(ran.out, " read in "));
  CHECK(holds(ran.out, " -> " + graph));
  CHECK(run({"stats", graph}).code <= 1);
  CHECK(built(graph, {folder.path("filings")}) == whole);
}
