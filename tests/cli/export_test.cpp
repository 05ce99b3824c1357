/// Exports and what is read back of them, through the program.

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/cli/program.hpp"

using namespace rxgraph::cli::testing;

namespace {

/// A graph of two samples in `folder`.
std::string graph_in(const TemporaryFolder& folder) {
  const std::string path = folder.path("g.rxg");
  REQUIRE(run({"build", sample("immunogen-8k-2007.txt"), sample("seagen-10k-2020.htm"), "-o", path, "--quiet"}).code == 0);
  return path;
}

}  // namespace

TEST_CASE("an exported graph read back and exported again is the same, byte for byte") {
  const TemporaryFolder folder;
  const std::string graph = graph_in(folder);
  for (const std::string format : {"jsonl", "graphml", "nq", "nt", "graphml.gz", "nq.zst"}) {
    CAPTURE(format);
    const std::string once = folder.path("once." + format);
    const std::string again = folder.path("again." + format);
    const std::string back = folder.path("back-" + format + ".rxg");
    REQUIRE(run({"export", graph, "-o", once, "--quiet"}).code == 0);
    const Ran merged = run({"merge", once, "-o", back});
    CHECK(merged.code == 0);
    CHECK(merged.error.empty());
    CHECK(holds(merged.out, " read back -> " + back + "\n"));
    REQUIRE(run({"export", back, "-o", again, "--quiet"}).code == 0);
    CHECK(content_of(again) == content_of(once));
    CHECK_FALSE(content_of(once).empty());
  }
}

TEST_CASE("a folder of KGX's JSON Lines read back and exported again is the same, byte for byte") {
  const TemporaryFolder folder;
  const std::string graph = graph_in(folder);
  const std::string once = folder.path("once"), again = folder.path("again"), back = folder.path("back.rxg");
  REQUIRE(run({"export", graph, "--format", "kgx-jsonl", "-o", once, "--quiet"}).code == 0);
  const Ran merged = run({"merge", once, "-o", back});
  CHECK(merged.code == 0);
  CHECK(merged.error.empty());
  CHECK(holds(merged.out, " read back -> " + back + "\n"));
  REQUIRE(run({"export", back, "--format", "kgx-jsonl", "-o", again, "--quiet"}).code == 0);
  for (const std::string file : {"/nodes.jsonl", "/edges.jsonl"}) {
    CHECK(content_of(again + file) == content_of(once + file));
    CHECK_FALSE(content_of(once + file).empty());
  }
  CHECK(run({"export", back, "--format", "jsonl"}).out == run({"export", graph, "--format", "jsonl"}).out);
}

TEST_CASE("a graph that was read back answers, stays as it is, and takes no filings") {
  const TemporaryFolder folder;
  const std::string graph = graph_in(folder);
  const std::string exported = folder.path("g.jsonl");
  const std::string back = folder.path("back.rxg");
  REQUIRE(run({"export", graph, "-o", exported, "--quiet"}).code == 0);
  REQUIRE(run({"merge", exported, "-o", back, "--quiet"}).code == 0);
  CHECK(run({"export", back, "--format", "cypher"}).out == run({"export", graph, "--format", "cypher"}).out);
  CHECK(run({"export", back, "--format", "cypher", "--from", "HER2"}).out == run({"export", graph, "--format", "cypher", "--from", "HER2"}).out);
  CHECK(run({"show", "HER2", "-g", back}).code == 0);
  const Ran built = run({"build", sample("immunogen-8k-2000.txt"), "-o", back});
  CHECK(built.code == 4);
  CHECK(holds(built.error, "holds a graph that was read back from an export, without all that its filings said; build into another file"));
  const Ran again = run({"merge", exported, "-o", graph});
  CHECK(again.code == 4);
  CHECK(again.error == graph + ": holds a graph already; a graph that is read back from an export needs a file of its own\n");
  const Ran two = run({"merge", exported, exported, "-o", folder.path("two.rxg")});
  CHECK(two.code == 2);
  CHECK(holds(two.error, "is a whole graph, which is read back by itself; give it alone"));
}

TEST_CASE("what cannot be read back leaves nothing behind") {
  const TemporaryFolder folder;
  const std::string graph = graph_in(folder);
  const std::string exported = folder.path("g.jsonl");
  REQUIRE(run({"export", graph, "-o", exported, "--evidence", "none", "--quiet"}).code == 0);
  const Ran merged = run({"merge", exported, "-o", folder.path("back.rxg")});
  CHECK(merged.code == 4);
  CHECK(holds(merged.error, "comes without all its evidence; export the graph with --evidence all"));
  CHECK_FALSE(std::filesystem::exists(folder.path("back.rxg")));
}

TEST_CASE("an export that is not read back says so in one line, and what is") {
  const TemporaryFolder folder;
  const std::string graph = graph_in(folder), turtle = folder.path("g.ttl");
  REQUIRE(run({"export", graph, "-o", turtle, "--quiet"}).code == 0);
  const Ran merged = run({"merge", turtle, "-o", folder.path("back.rxg")});
  CHECK(merged.code == 2);
  CHECK(holds(merged.error, "'" + turtle + "' is an export as turtle, which is not read back; merge takes record lines, and what was exported as "
                            "graphml, graphml-yed, ntriples, nquads, kgx-jsonl or jsonl\n"));
  CHECK_FALSE(std::filesystem::exists(folder.path("back.rxg")));
}

TEST_CASE("choices of an export that make no sense are told") {
  const TemporaryFolder folder;
  const std::string graph = graph_in(folder);
  const auto error_of = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"export", graph});
    const Ran ran = run(words);
    CHECK(ran.code == 2);
    return ran.error;
  };
  CHECK(holds(error_of({"--format", "jsonl", "--hops", "2"}), "--hops counts steps from a thing; name it with --from\n"));
  CHECK(holds(error_of({"--format", "jsonl", "--since", "2019", "--as-of", "2018"}), "--since is later than --as-of: no filing is of such a day\n"));
  CHECK(holds(error_of({"--format", "ntriples", "--base-iri", "mine"}), "--base-iri: 'mine' is no IRI that is whole; write one such as https://example.org/kg/\n"));
  CHECK(holds(error_of({"--ontology", "--from", "HER2"}), "--ontology and --shapes are of the whole graph; leave out what chooses a part of it\n"));
  CHECK(holds(error_of({"--format", "csv", "-o", folder.path("x.gz")}), "--format csv writes a folder, which is not compressed; name it without '.gz' or '.zst'\n"));
  CHECK(run({"export", graph, "--format", "nt"}).out == run({"export", graph, "--format", "ntriples"}).out);
}

TEST_CASE("an export says what was written, as a table") {
  const TemporaryFolder folder;
  const std::string graph = graph_in(folder);
  const Ran ran = run({"export", graph, "-o", folder.path("g.nt.gz")});
  CHECK(ran.code == 0);
  CHECK(holds(ran.out, " -> " + folder.path("g.nt.gz") + "\n\nFORMAT"));
  CHECK(holds(ran.out, "NODES"));
  CHECK(holds(ran.out, "ntriples"));
  CHECK(content_of(folder.path("g.nt.gz")).starts_with("\x1F\x8B"));
  CHECK(run({"export", graph, "-o", folder.path("g.nt"), "--quiet"}).out.empty());
}

TEST_CASE("a push to what is no server is told, and no password is taken from the command line") {
  const TemporaryFolder folder;
  const std::string graph = graph_in(folder);
  const Ran bolt = run({"push", "bolt://localhost:7687", "-g", graph});
  CHECK(bolt.code == 4);
  CHECK(bolt.error == "bolt://localhost:7687: bolt is not spoken here; give the server's HTTP address, as http://HOST:7474\n");
  const Ran secret = run({"push", "http://me:secret@localhost:7474", "-g", graph});
  CHECK(secret.code == 4);
  CHECK_FALSE(holds(secret.error, "secret"));
  CHECK(run({"push"}).code == 2);
}

TEST_CASE("the ontology and its shapes are exported without a graph, with the ending that names the format") {
  const TemporaryFolder folder;
  const Ran told = run({"export", "--ontology", "-o", folder.path("rx.nt"), "-g", "pipeline.rxg"});
  CHECK(told.code == 0);
  CHECK(holds(told.out, "rxgraph-core -> " + folder.path("rx.nt") + " ("));
  CHECK(holds(content_of(folder.path("rx.nt")), "<https://rxgraph.example/ontology/targets> <http://www.w3.org/2002/07/owl#inverseOf>") == false);
  CHECK(holds(content_of(folder.path("rx.nt")), "<http://www.w3.org/2002/07/owl#inverseOf> <https://rxgraph.example/ontology/targets> .\n"));
  const Ran shapes = run({"export", "--shapes", "-g", "pipeline.rxg"});
  CHECK(shapes.code == 0);
  CHECK(holds(shapes.out, "sh:targetSubjectsOf rx:targets"));
  const Ran wrong = run({"export", "--shapes", "--format", "graphml"});
  CHECK(wrong.code == 2);
  CHECK(holds(wrong.error, "--format graphml has no form for an ontology; choose one of ntriples, nquads, turtle, trig, jsonld"));
  CHECK(run({"export", "--ontology", "-g", folder.path("none.rxg")}).code == 4);
}

TEST_CASE("the ontology of a graph is the one that it was built with") {
  const TemporaryFolder folder;
  const std::string graph = folder.path("g.rxg");
  const std::string extension = RXGRAPH_SOURCE_DIR "/examples/ontology/settlements.json";
  REQUIRE(std::filesystem::exists(extension));
  REQUIRE(run({"build", sample("immunogen-8k-2007.txt"), "--ontology", extension, "-o", graph, "--quiet"}).code == 0);
  CHECK(run({"export", graph, "--ontology", "--format", "nquads"}).out != run({"export", "--ontology", "-g", "pipeline.rxg", "--format", "nquads"}).out);
}
