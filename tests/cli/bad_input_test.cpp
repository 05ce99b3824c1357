/// Bad input, each beside its exact message.

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "tests/cli/program.hpp"

using namespace rxgraph::cli::testing;

namespace {

/// A build of one file that must fail as a whole, and what it says.
std::string refusal(const TemporaryFolder& folder, const std::string& file, const Setting& setting = {}) {
  const Ran ran = run({"build", file, "-o", folder.path("g.rxg")}, setting);
  CHECK(ran.code == 4);
  CHECK(ran.out.empty());
  CHECK_FALSE(std::filesystem::exists(folder.path("g.rxg")));
  const std::string last = "no filing was read, 1 unreadable (see above); nothing is stored\n";
  REQUIRE(ran.error.ends_with(last));
  return ran.error.substr(0, ran.error.size() - last.size());
}

/// A build of one strange file that must go well.
Ran accepted(const TemporaryFolder& folder, const std::string& file) {
  const Ran ran = run({"build", file, "-o", folder.path("g.rxg")});
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("1 filing read"));
  CHECK(run({"verify", folder.path("g.rxg")}).code == 0);
  return ran;
}

constexpr const char* sentence = "Genentech, Inc. licensed trastuzumab-DM1 from ImmunoGen, Inc. in May 2000.\n";

}  // namespace

TEST_CASE("a file that is missing, empty or no filing is told, with exit code 4 where nothing else was read") {
  const TemporaryFolder folder;
  const std::string missing = folder.path("missing.txt");
  CHECK(refusal(folder, missing) == missing + ": no such file; check the path\n");
  const std::string empty = folder.write("empty.txt", "");
  CHECK(refusal(folder, empty) == empty + ": not a filing: empty; is the copy complete?\n");
  const std::string binary = folder.write("binary.bin", std::string(5000, '\x01'));
  CHECK(refusal(folder, binary) == binary + ": not a filing: 0 printable bytes in the first 4,096; is it compressed?\n");
  const std::string json = folder.write("gold.json", "{\"triples\": []}\n");
  CHECK(refusal(folder, json) == json + ": JSON, not a filing; name an EDGAR submission, HTML, Markdown or plain text\n");
}

TEST_CASE("a FIFO, a device and a folder in place of a file never block") {
  const TemporaryFolder folder;
  const std::string fifo = folder.path("fifo");
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(refusal(folder, fifo) == fifo + ": is no regular file; copy it to one\n");
  CHECK(refusal(folder, "/dev/zero") == "/dev/zero: is no regular file; copy it to one\n");
  CHECK(run({"text", fifo}).error == fifo + ": is no regular file; copy it to one\n");
}

TEST_CASE("without permission a file, a folder and a graph are told") {
  Setting nobody;
  nobody.unprivileged = true;
  if (run({"--version"}, nobody).code != 0) {
    MESSAGE("skipped: nobody but root may run the program where it stands");
    return;
  }
  const TemporaryFolder folder;
  REQUIRE(::chmod(folder.path().c_str(), 0777) == 0);
  const std::string locked = folder.write("locked.txt", sentence);
  REQUIRE(::chmod(locked.c_str(), 0) == 0);
  CHECK(refusal(folder, locked, nobody) == locked + ": no permission to read; check its mode and owner\n");

  const std::string open = folder.write("open.txt", sentence);
  const std::string graph = folder.path("kept.rxg");
  REQUIRE(run({"build", open, "-o", graph}, nobody).code == 0);
  REQUIRE(::chmod(graph.c_str(), 0444) == 0);
  const Ran written = run({"build", locked, "-o", graph}, nobody);
  CHECK(written.code == 4);
  CHECK(written.error == graph + ": cannot be written: it is read-only; allow writing or choose another file\n");
  CHECK(run({"stats", graph}, nobody).code == 0);

  std::filesystem::create_directory(folder.path("shut"));
  REQUIRE(::chmod(folder.path("shut").c_str(), 0) == 0);
  const std::string inside = folder.path("shut/g.rxg");
  const Ran made = run({"build", open, "-o", inside}, nobody);
  CHECK(made.code == 4);
  CHECK(made.error == inside + ": cannot be opened: Permission denied; check the mode and owner of its folder\n");
  const Ran asked = run({"stats", inside}, nobody);
  CHECK(asked.code == 4);
  CHECK(asked.error == inside + ": cannot be opened: Permission denied; check the mode and owner of its folder\n");
  const Ran read = run({"build", folder.path("shut"), "-o", folder.path("g.rxg")}, nobody);
  CHECK(read.code == 4);
  CHECK(read.error.starts_with(folder.path("shut") + ": folder cannot be listed: Permission denied; check its mode and owner\n"));
}

TEST_CASE("what was readable is done, with exit code 3, and what is no filing in a folder is counted only") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path("in"));
  folder.write("in/a.txt", sentence);
  folder.write("in/gold.json", "{}");
  folder.write("in/picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0", 11));
  const Ran walked = run({"build", folder.path("in"), "-o", folder.path("g.rxg")});
  CHECK(walked.code == 0);
  CHECK(walked.error.empty());
  CHECK(walked.out.starts_with("1 filing read, 2 files passed over as no filing in "));
  const Ran named = run({"build", folder.path("in"), folder.path("in/gold.json"), "-o", folder.path("h.rxg")});
  CHECK(named.code == 3);
  CHECK(named.error == folder.path("in/gold.json") + ": JSON, not a filing; name an EDGAR submission, HTML, Markdown or plain text\n");
  CHECK(holds(named.out, "1 unreadable (see above)"));
  const Ran lines = run({"extract", folder.path("in")});
  CHECK(lines.code == 0);
  CHECK(lines.error == "1 filing read, 2 files passed over as no filing\n");
  std::filesystem::create_directory(folder.path("nothing"));
  const Ran nothing = run({"build", folder.path("nothing"), "-o", folder.path("n.rxg")});
  CHECK(nothing.code == 4);
  CHECK(nothing.error == folder.path("nothing") + ": no file in this folder; name one that holds filings\nno filing was read; nothing is stored\n");
  const Ran told = run({"extract", "--verbose", folder.path("in/gold.json"), folder.path("in")});
  CHECK(holds(told.error, folder.path("in/picture.png") + ": passed over: "));
}

TEST_CASE("bytes that are no text do not stop a filing, and evidence still points at its words") {
  const TemporaryFolder folder;
  SUBCASE("invalid UTF-8") { accepted(folder, folder.write("a.txt", std::string("\xff\xfe caf\xe9 ") + sentence + "\xc3\n")); }
  SUBCASE("NUL bytes") { accepted(folder, folder.write("a.txt", std::string(sentence) + std::string("a\0b\0\n", 5) + sentence)); }
  SUBCASE("control characters and lone carriage returns") { accepted(folder, folder.write("a.txt", std::string(sentence) + "\r\x0c\x07\r" + sentence)); }
}

TEST_CASE("a filing that is cut off anywhere is read as far as it goes") {
  const TemporaryFolder folder;
  for (const char* name : {"immunogen-8k-2007.txt", "immunomedics-8k-2020.htm"}) {
    const std::string whole = content_of(sample(name));
    for (const std::size_t part : {3, 5, 7, 9}) {
      CAPTURE(part);
      const std::string cut = folder.write(std::to_string(part) + name, whole.substr(0, whole.size() * part / 10));
      const std::string graph = folder.path(std::to_string(part) + name + ".rxg");
      const Ran ran = run({"build", cut, "-o", graph});
      CHECK(ran.code <= 3);
      CHECK(ran.code != 1);
      CHECK(run({"verify", graph}).code == 0);
    }
  }
}

TEST_CASE("a hundred megabytes on one line are read in bounded time") {
  const TemporaryFolder folder;
  std::string text;
  text.reserve(100'000'000);
  while (text.size() < 100'000'000) text += "lorem ipsum 123, dolor sit amet; consectetur (adipiscing) elit - ";
  const std::string path = folder.write("long.txt", text);
  const auto began = std::chrono::steady_clock::now();
  const Ran ran = run({"build", path, "-o", folder.path("g.rxg")});
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
  CHECK(ran.code == 0);
  CHECK(passed.count() < 100);
}

TEST_CASE("a hundred thousand levels of nesting do not exhaust the stack") {
  const TemporaryFolder folder;
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
  };
  constexpr std::size_t deep = 100'000;
  SUBCASE("of HTML") {
    accepted(folder, folder.write("a.htm", "<html><body>" + repeated("<div><table><tr><td><b>", deep) + sentence + repeated("</b></td></tr></table></div>", deep) + "</body></html>"));
  }
  SUBCASE("of parentheses") { accepted(folder, folder.write("a.txt", repeated("(", deep) + sentence + repeated(")", deep))); }
  SUBCASE("of JSON Lines") {
    const std::string lines = folder.write("a.jsonl", repeated("[", deep) + "\n");
    const Ran ran = run({"merge", lines, "-o", folder.path("g.rxg")});
    CHECK(ran.code == 4);
    CHECK(ran.error.starts_with(lines + ":1: "));
  }
  SUBCASE("of an ontology") {
    const std::string file = folder.write("a.json", repeated("[", deep));
    const Ran ran = run({"ontology", "check", file});
    CHECK(ran.code == 1);
    CHECK(holds(ran.out, "a.json:1:"));
  }
}

TEST_CASE("output that cannot be written fails with its reason and leaves nothing behind") {
  const TemporaryFolder folder;
  const std::string graph = folder.path("g.rxg");
  REQUIRE(run({"build", sample("immunogen-8k-2007.txt"), "-o", graph}).code == 0);
  SUBCASE("a folder that is not there") {
    const Ran ran = run({"export", graph, "-o", folder.path("no/such.graphml")});
    CHECK(ran.code == 4);
    CHECK(ran.error == folder.path("no/such.graphml") + ": cannot be written: No such file or directory; make its folder first\n");
    const Ran store = run({"build", sample("immunogen-8k-2007.txt"), "-o", folder.path("no/g.rxg")});
    CHECK(store.code == 4);
    CHECK(store.error.starts_with(folder.path("no/g.rxg") + ": "));
  }
  SUBCASE("a full disk") {
    Setting full;
    full.output = "/dev/full";
    for (const std::vector<std::string>& words : {std::vector<std::string>{"export", graph, "--format", "graphml"}, {"extract", sample("immunogen-8k-2007.txt")},
                                                  {"show", "ImmunoGen", "-g", graph}, {"--help"}}) {
      CAPTURE(words[0]);
      const Ran ran = run(words, full);
      CHECK(ran.code == 4);
      CHECK(ran.error.starts_with("standard output: cannot be written"));
      CHECK(lines_of(ran.error) == 1);
    }
  }
  SUBCASE("a graph on standard output") {
    const Ran ran = run({"build", sample("immunogen-8k-2007.txt"), "-o", "-"});
    CHECK(ran.code == 2);
    CHECK(ran.error == "rxgraph build: --output: a graph cannot go to standard output; name a file\nsee 'rxgraph build --help'\n");
  }
}

TEST_CASE("a build that cannot begin leaves no graph behind, and one that is there as it was") {
  const TemporaryFolder folder;
  const std::string graph = folder.path("g.rxg");
  const std::string ontology = folder.write("mine.json", "{\"ontology\": \"x\", \"relatons\": []}\n");
  const std::string decisions = folder.write("who.tsv", "same\tCompany\tAlpha\n");
  const std::string filing = sample("immunogen-8k-2007.txt");
  for (const bool there : {false, true}) {
    if (there) REQUIRE(run({"build", filing, "-o", graph}).code == 0);
    const std::string before = there ? run({"export", graph, "--format", "nquads"}).out : "";
    const Ran broken = run({"build", filing, "-o", graph, "--ontology", ontology});
    CHECK(broken.code == 4);
    CHECK(broken.error == ontology + ":1:19: unknown member 'relatons'; did you mean 'relations'?\n");
    const Ran undecided = run({"build", filing, "-o", graph, "--decisions", decisions});
    CHECK(undecided.code == 4);
    CHECK(undecided.error == decisions + ":1: a decision needs a type and two names or more, with tabs between; this line has 2 of them\n");
    const Ran unread = run({"build", filing, "-o", graph, "--vocabulary", decisions});
    CHECK(unread.code == 4);
    CHECK(unread.error == decisions + ": is no compiled vocabulary; make one with 'rxgraph vocabulary import'\n");
    const Ran unlisted = run({"build", "--files-from", folder.path("none.txt"), "-o", graph});
    CHECK(unlisted.code == 4);
    CHECK(unlisted.error == folder.path("none.txt") + ": no such file; check the path\n");
    CHECK(std::filesystem::exists(graph) == there);
    if (there) CHECK(run({"export", graph, "--format", "nquads"}).out == before);
  }
}

TEST_CASE("what was read from standard input cannot be verified, and that is told") {
  const TemporaryFolder folder;
  const std::string graph = folder.path("g.rxg");
  REQUIRE(run({"build", "-", "-o", graph}, {.in = sentence}).code == 0);
  const Ran ran = run({"verify", graph, "--format", "csv", "--no-header"});
  CHECK(ran.code == 1);
  CHECK(holds(ran.out, "was read from standard input, which is gone; keep it in a file and build from that"));
}

TEST_CASE("a sentence without words is no sentence to explain") {
  for (const char* blank : {"", "  \n"}) {
    const Ran ran = run({"explain", blank});
    CHECK(ran.code == 2);
    CHECK(ran.error == "rxgraph explain: the sentence is empty; put one in quotes, or name FILE:BYTE\nsee 'rxgraph explain --help'\n");
  }
}

TEST_CASE("a graph that is missing, is none of ours or is damaged is told with a remedy") {
  const TemporaryFolder folder;
  const std::string text = folder.write("text.rxg", sentence);
  for (const char* verb : {"stats", "verify"}) {
    const Ran missing = run({verb, folder.path("none.rxg")});
    CHECK(missing.code == 4);
    CHECK(missing.error.starts_with(folder.path("none.rxg") + ": "));
    CHECK(lines_of(missing.error) == 1);
    const Ran ours = run({verb, text});
    CHECK(ours.code == 4);
    CHECK(ours.error.starts_with(text + ": "));
  }
  CHECK(run({"build", sample("immunogen-8k-2007.txt"), "-o", text}).code == 4);
  CHECK(content_of(text) == sentence);
}

TEST_CASE("names and relations that nothing has are told with what is near") {
  const TemporaryFolder folder;
  const std::string graph = folder.path("g.rxg");
  REQUIRE(run({"build", samples(), "-o", graph}).code == 0);
  const Ran name = run({"pipeline", "Imunogen", "-g", graph});
  CHECK(name.code == 1);
  CHECK(name.out.empty());
  CHECK(name.error == "nothing is called 'Imunogen'; did you mean 'ImmunoGen, Inc.'?\n");
  const Ran type_of = run({"pipeline", "HER2", "-g", graph});
  CHECK(type_of.code == 1);
  CHECK(type_of.error == "'HER2' is of type Target; what is asked for is of type Company or Organization\n");
  const Ran relation = run({"why", "DM1", "tragets", "HER2", "-g", graph});
  CHECK(relation.code == 2);
  CHECK(relation.error == "rxgraph why: unknown relation 'tragets'; did you mean 'targets'?\nsee 'rxgraph why --help'\n");
  const Ran selected = run({"export", graph, "--format", "jsonl", "--relation", "tragets"});
  CHECK(selected.code == 2);
  CHECK(selected.error == "rxgraph export: unknown relation 'tragets'; did you mean 'targets'?\nsee 'rxgraph export --help'\n");
  const Ran type = run({"export", graph, "--format", "jsonl", "--type", "Compnay"});
  CHECK(type.code == 2);
  CHECK(type.error == "rxgraph export: unknown type 'Compnay'; did you mean 'Company'?\nsee 'rxgraph export --help'\n");
  const Ran nothing = run({"why", "DM1", "treats", "HER2", "-g", graph});
  CHECK(nothing.code == 1);
  CHECK(nothing.out == "no filing says that DM1 treats HER2\n");
  CHECK(nothing.error.empty());
}

TEST_CASE("a name that several things have lists them, and an id or a type tells which is meant") {
  const TemporaryFolder folder;
  const auto line = [](const char* company, const char* compound) {
    return std::string(R"({"subject":{"type":"Company","name":")") + company + R"("},"relation":"develops","object":{"type":"Compound","name":")" + compound +
           R"("},"evidence":[{"ranges":[[0,9]],"text":"x"}]})" + "\n";
  };
  const std::string graph = folder.path("g.rxg");
  REQUIRE(run({"merge", "-", "-o", graph}, {.in = line("Acme", "Orion") + line("Orion", "Vela")}).code == 0);
  const Ran several = run({"show", "orion", "-g", graph});
  CHECK(several.code == 1);
  CHECK(several.out.empty());
  CHECK(several.error ==
        "'orion' may be 2 things; say which by its id:\n"
        "  company/orion  Company Orion, 1 fact\n"
        "  compound/orion  Compound Orion, 1 fact\n");
  CHECK(holds(run({"show", "compound/orion", "-g", graph}).out, "developed_by"));
  CHECK(holds(run({"show", "Company:Orion", "-g", graph}).out, "Vela"));
  CHECK(holds(run({"why", "Orion", "develops", "Vela", "-g", graph}).out, "Orion —develops→ Vela"));
}

TEST_CASE("record lines that are none are told line by line, and the rest is merged") {
  const TemporaryFolder folder;
  const std::string good = run({"extract", sample("immunogen-8k-2007.txt")}).out;
  const std::string mixed = folder.write("mixed.jsonl", good + "not json\n");
  const Ran ran = run({"merge", mixed, "-o", folder.path("g.rxg")});
  CHECK(ran.code == 3);
  CHECK(ran.error.starts_with(mixed + ":" + std::to_string(lines_of(good) + 1) + ": "));
  CHECK(ran.out.starts_with("records of 1 filing merged\n"));
  const std::string packed = folder.path("good.jsonl.gz");
  REQUIRE(run({"extract", sample("immunogen-8k-2007.txt"), "-o", packed, "--quiet"}).code == 0);
  const std::string broken = folder.write("broken.jsonl", std::string("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03", 10));
  const Ran both = run({"merge", broken, packed, "-o", folder.path("both.rxg")});
  CHECK(both.code == 3);
  CHECK(both.error == broken + ": is cut off; write it anew\n");
  CHECK(both.out.starts_with("records of 1 filing merged\n"));
  const std::string cut = folder.write("cut.jsonl", good.substr(0, good.size() / 2));
  const Ran nothing = run({"merge", cut, "-o", folder.path("h.rxg")});
  CHECK(nothing.code == 4);
  CHECK(holds(nothing.error, "no records were read; nothing is stored\n"));
  for (const char* name : {"none.jsonl", "none.graphml", "none"}) {
    const Ran missing = run({"merge", folder.path(name), "-o", folder.path("h.rxg")});
    CHECK(missing.code == 4);
    CHECK(missing.error == folder.path(name) + ": no such file; check the path\nno records were read; nothing is stored\n");
  }
  CHECK(run({"merge", folder.path(""), "-o", folder.path("i.rxg")}).error.starts_with(folder.path("") + ": is a folder; name the files that 'rxgraph extract' wrote\n"));
}
