/// The whole path over the sample filings: exit code, answer, and nothing on standard error.

#include <doctest/doctest.h>

#include <filesystem>

#include "cli/verbs.hpp"
#include "tests/cli/program.hpp"

using namespace rxgraph::cli::testing;

namespace {

/// A graph of the samples, made once.
const std::string& graph() {
  static const TemporaryFolder folder;
  static const std::string path = [] {
    const Ran ran = run({"build", samples(), "-o", folder.path("g.rxg")});
    REQUIRE(ran.code == 0);
    REQUIRE(ran.error.empty());
    return folder.path("g.rxg");
  }();
  return path;
}

/// An answer that must come without complaint.
std::string answer(std::vector<std::string> words) {
  words.insert(words.end(), {"-g", graph()});
  const Ran ran = run(words);
  CAPTURE(words[0]);
  CAPTURE(words[1]);
  CHECK(ran.error.empty());
  CHECK(ran.code == 0);
  return ran.out;
}

bool says_nothing(std::string_view text) { return text.empty(); }

}  // namespace

TEST_CASE("build tells what it read and stored, and skips what has not changed") {
  const TemporaryFolder folder;
  const std::string path = folder.path("g.rxg");
  const Ran first = run({"build", samples(), "-o", path});
  CHECK(first.code == 0);
  CHECK(says_nothing(first.error));
  CHECK(first.out.starts_with("8 filings read in "));
  CHECK(holds(first.out, " facts about "));
  CHECK(holds(first.out, " -> " + path + " ("));
  const Ran second = run({"build", samples(), "-o", path});
  CHECK(second.code == 0);
  CHECK(says_nothing(second.error));
  CHECK(second.out.starts_with("0 filings read, 8 skipped as unchanged in "));
  CHECK(run({"build", samples(), "-o", path, "--quiet"}).out.empty());
  const std::string mine = std::string(RXGRAPH_SOURCE_DIR) + "/examples/ontology/settlements.json";
  CHECK(run({"build", samples(), "-o", path, "--ontology", mine}).out.starts_with("8 filings read in "));
  CHECK(run({"build", samples(), "-o", path}).out.starts_with("0 filings read, 8 skipped as unchanged in "));
}

TEST_CASE("a filing may come by standard input, and a folder is walked whatever the order of its entries") {
  const TemporaryFolder folder;
  const std::string filing = content_of(sample("immunogen-8k-2007.txt"));
  const Ran ran = run({"build", "-", "-o", folder.path("g.rxg")}, {.in = filing});
  CHECK(ran.code == 0);
  CHECK(says_nothing(ran.error));
  CHECK(holds(run({"why", "trastuzumab-DM1", "targets", "HER2", "-g", folder.path("g.rxg")}).out, "0000000000-07-000001/2"));
  const Ran lines = run({"extract", "-"}, {.in = filing});
  CHECK(lines.code == 0);
  CHECK(lines.out.starts_with("{\"filing\":\""));
}

TEST_CASE("the pipeline of a company") {
  const std::string table = answer({"pipeline", "ImmunoGen"});
  CHECK(table.starts_with("COMPOUND"));
  CHECK(holds(table, "huN901-DM1"));
  CHECK(holds(table, "8-K 2007-07-31"));
  const std::string csv = answer({"pipeline", "immunogen, inc.", "--format", "csv", "--no-header"});
  CHECK(holds(csv, "compound/hun901-dm1"));
  CHECK_FALSE(holds(csv, "compound,phase"));
  CHECK(holds(answer({"pipeline", "IMMUNOGEN", "--format", "json"}), "\"compound\":\"huN901-DM1\""));
}

TEST_CASE("as of a day before a filing, what it says is not known") {
  CHECK(holds(answer({"timeline", "trastuzumab-DM1", "--as-of", "2007-07-31"}), "Phase 2"));
  const Ran before = run({"timeline", "trastuzumab-DM1", "--as-of", "2007-06", "-g", graph()});
  CHECK_FALSE(holds(before.out, "Phase 2"));
  CHECK(says_nothing(before.error));
}

TEST_CASE("why shows the sentence, its filing and its bytes") {
  const std::string text = answer({"why", "trastuzumab-DM1", "targets", "HER2"});
  CHECK(holds(text, " —targets→ HER2   asserted, confidence 0."));
  CHECK(holds(text, "8-K 2007-07-31  EX-99.1"));
  CHECK(holds(text, "bytes "));
  CHECK(holds(text, "\n  rule targets."));
  CHECK(holds(text, "https://www.sec.gov/Archives/edgar/data/855654/"));
  CHECK(answer({"why", "t-dm1", "targets", "ErbB2"}) == text);
  CHECK(holds(answer({"why", "trastuzumab-DM1", "targets", "HER2", "--format", "jsonl"}), "\"relation\":\"targets\",\"object\":\"HER2\""));
}

TEST_CASE("show, timeline, deals, path and stats answer") {
  const std::string card = answer({"show", "DM1"});
  CHECK(holds(card, "payload/dm1"));
  CHECK(holds(card, "payload_of"));
  CHECK(holds(answer({"timeline", "trastuzumab-DM1"}), "in_phase"));
  CHECK(holds(answer({"deals", "ImmunoGen"}), "licensor ImmunoGen"));
  CHECK(answer({"path", "ImmunoGen", "HER2"}).starts_with("STEP"));
  CHECK(holds(answer({"stats"}), "total            filings"));
}

TEST_CASE("the rules are counted by filing, those that found nothing too") {
  const std::string rules = answer({"stats", "--rules", "--format", "csv", "--sort", "-filings"});
  CHECK(rules.starts_with("rule,filings,statements\n"));
  CHECK(holds(rules, "derive.antibody-payload,"));
  CHECK(holds(rules, ",0,0\n"));
}

TEST_CASE("only what is sure enough is read into a graph") {
  const TemporaryFolder folder;
  const auto statements = [](const std::string& lines) {
    std::size_t count = 0;
    for (std::size_t at = lines.find("\"relation\":"); at != std::string::npos; at = lines.find("\"relation\":", at + 1)) ++count;
    return count;
  };
  const std::string all = run({"extract", samples()}).out;
  const std::string sure = run({"extract", samples(), "--min-confidence", "0.8"}).out;
  CHECK(statements(sure) > 0);
  CHECK(statements(sure) < statements(all));
  const Ran built = run({"build", samples(), "-o", folder.path("g.rxg"), "--min-confidence", "1"});
  CHECK(built.code == 0);
  CHECK(holds(built.out, "0 statements stored"));
}

TEST_CASE("rows can be sorted and limited") {
  const std::string rows = answer({"show", "ImmunoGen", "--format", "csv", "--sort", "-confidence", "--limit", "2"});
  CHECK(lines_of(rows) == 3);
  const Ran wrong = run({"show", "ImmunoGen", "--sort", "colour", "-g", graph()});
  CHECK(wrong.code == 2);
  CHECK(wrong.error.starts_with("rxgraph show: --sort: there is no column 'colour'; there are relation, thing, type,"));
}

TEST_CASE("a pipe is never cut, coloured or given a last line about the graph") {
  for (const char* verb : {"pipeline", "deals", "show", "timeline"}) {
    const std::string text = answer({verb, "ImmunoGen"});
    CHECK_FALSE(holds(text, "…"));
    CHECK_FALSE(holds(text, "\x1b"));
    CHECK_FALSE(holds(text, "g.rxg"));
  }
  CHECK(holds(answer({"pipeline", "ImmunoGen", "--color", "always"}), "\x1b[1mCOMPOUND"));
}

TEST_CASE("the graph is named by the environment as well") {
  const Ran ran = run({"pipeline", "ImmunoGen"}, {.environment = {{"RXGRAPH", graph()}}});
  CHECK(ran.code == 0);
  CHECK(holds(ran.out, "huN901-DM1"));
}

TEST_CASE("verify finds every passage, and tells of a file that has changed or gone") {
  const TemporaryFolder folder;
  std::filesystem::copy(samples(), folder.path("filings"));
  const std::string path = folder.path("g.rxg");
  REQUIRE(run({"build", folder.path("filings"), "-o", path}).code == 0);
  const Ran good = run({"verify", path});
  CHECK(good.code == 0);
  CHECK(says_nothing(good.error));
  CHECK(good.out.ends_with("found in 8 filings; nothing is wrong\n"));
  std::string changed = content_of(folder.path("filings/immunogen-8k-2007.txt"));
  changed[changed.size() / 2] ^= 1;
  folder.write("filings/immunogen-8k-2007.txt", changed);
  std::filesystem::remove(folder.path("filings/immunogen-8k-2000.txt"));
  const Ran bad = run({"verify", path});
  CHECK(bad.code == 1);
  CHECK(holds(bad.out, "the file has changed since it was read; build it again"));
  CHECK(holds(bad.out, "no such file; check the path"));
  CHECK(bad.out.ends_with("found in 6 filings; 2 faults\n"));
}

TEST_CASE("every format can be exported, to a file by its ending, to standard output, or to a folder") {
  const TemporaryFolder folder;
  for (const auto& format : rxgraph::exporting::formats()) {
    const std::string name(format.name);
    CAPTURE(name);
    const std::string path = folder.path("out" + std::string(format.extension));
    const Ran ran = run({"export", graph(), "--format", name, "-o", path});
    CHECK(ran.code == 0);
    CHECK(says_nothing(ran.error));
    CHECK(std::filesystem::exists(path));
    if (format.extension.empty()) {
      CHECK(run({"export", graph(), "--format", name}).error.starts_with("rxgraph export: --format " + name + " writes a folder; name it with -o\n"));
    } else {
      const Ran to_pipe = run({"export", graph(), "--format", name});
      CHECK(says_nothing(to_pipe.error));
      CHECK(to_pipe.out == content_of(path));
      CHECK(run({"export", graph(), "-o", folder.path("again" + std::string(format.extension))}).code == 0);
      CHECK(content_of(folder.path("again" + std::string(format.extension))) == to_pipe.out);
    }
  }
}

TEST_CASE("a part of the graph can be exported") {
  const Ran all = run({"export", graph(), "--format", "jsonl"});
  const Ran part = run({"export", graph(), "--format", "jsonl", "--relation", "targets", "--evidence", "none"});
  CHECK(part.code == 0);
  CHECK(part.out.size() < all.out.size());
  CHECK(holds(part.out, "\"relation\":\"targets\""));
  CHECK_FALSE(holds(part.out, "\"relation\":\"treats\""));
  const Ran near = run({"export", graph(), "--format", "jsonl", "--from", "HER2", "--hops", "1"});
  CHECK(holds(near.out, "target/her2"));
  CHECK(near.out.size() < all.out.size());
}

TEST_CASE("text shows documents, sections, blocks and sentences with their bytes") {
  const Ran ran = run({"text", sample("immunogen-8k-2007.txt"), "--format", "tsv"});
  CHECK(ran.code == 0);
  CHECK(says_nothing(ran.error));
  CHECK(ran.out.starts_with("document\tkind\tbytes\ttext\n"));
  CHECK(holds(ran.out, "\tsection "));
  CHECK(holds(ran.out, "\tparagraph\t"));
  CHECK(holds(ran.out, "\tsentence\t"));
  CHECK(holds(run({"text", sample("seagen-10k-2020.htm"), "--format", "tsv"}).out, "\ttable\t"));
  const Ran drawn = run({"text", sample("seagen-10k-2020.htm"), "--view", "tables"});
  CHECK(drawn.code == 0);
  CHECK(drawn.error.empty());
  CHECK(holds(drawn.out, "Product candidate"));
  CHECK(run({"text", sample("seagen-10k-2020.htm"), "--view", "tabels"}).code == 2);
}

TEST_CASE("explain shows every layer of a sentence, or of the sentence at a byte") {
  const Ran ran = run({"explain", "In May 2000, Genentech, Inc. licensed trastuzumab-DM1 from ImmunoGen, Inc."});
  CHECK(ran.code == 0);
  CHECK(says_nothing(ran.error));
  for (const char* layer : {"mentions\n", "groups\n", "clauses\n", "frames\n", "near misses\n", "statements\n"}) CHECK(holds(ran.out, layer));
  CHECK(holds(ran.out, "{licensed}"));
  CHECK(holds(ran.out, "agent Genentech, Inc."));

  const std::string filing = content_of(sample("immunogen-8k-2007.txt"));
  const std::size_t at = filing.find("Trastuzumab-DM1 targets");
  REQUIRE(at != std::string::npos);
  const Ran there = run({"explain", sample("immunogen-8k-2007.txt") + ":" + std::to_string(at)});
  CHECK(there.code == 0);
  CHECK(holds(there.out, "targets 'HER2'"));
  const Ran beyond = run({"explain", sample("immunogen-8k-2007.txt") + ":99999999"});
  CHECK(beyond.code == 4);
  CHECK(beyond.error == sample("immunogen-8k-2007.txt") + ": has no byte 99999999; it ends at " + std::to_string(filing.size()) + "\n");
}

TEST_CASE("the help of every verb is shown, with examples, and nothing on standard error") {
  const Ran all = run({"--help"});
  CHECK(all.code == 0);
  CHECK(says_nothing(all.error));
  for (const auto& verb : rxgraph::cli::verbs()) {
    const std::string name(verb.name);
    CAPTURE(name);
    CHECK(holds(all.out, "\n  " + name + " "));
    const Ran one = run({name, "--help"});
    CHECK(one.code == 0);
    CHECK(says_nothing(one.error));
    CHECK(one.out.starts_with("rxgraph " + name + " "));
    CHECK(holds(one.out, "\nexamples\n  "));
    CHECK(holds(one.out, "--verbose"));
    CHECK(run({"help", name}).out == one.out);
  }
  CHECK(run({"--version"}).out.starts_with("rxgraph "));
}

TEST_CASE("a reader that stops early ends the program quietly") {
  const TemporaryFolder folder;
  const std::string command = "'" RXGRAPH_PROGRAM "' export '" + graph() + "' --format ntriples 2>'" + folder.path("error") + "' | head -n 1 >'" + folder.path("out") + "'";
  CHECK(std::system(command.c_str()) == 0);
  CHECK(lines_of(content_of(folder.path("out"))) == 1);
  CHECK(content_of(folder.path("error")).empty());
}
