/// The user's own ontology, from file to answer.

#include <doctest/doctest.h>

#include "tests/cli/program.hpp"

using namespace rxgraph::cli::testing;

namespace {

std::string example(const char* name) { return std::string(RXGRAPH_SOURCE_DIR) + "/examples/ontology/" + name; }

}  // namespace

TEST_CASE("init prints an extension that checks without fault and whose examples come out") {
  const TemporaryFolder folder;
  const std::string mine = folder.path("mine.json");
  const Ran made = run({"ontology", "init", "-o", mine});
  CHECK(made.code == 0);
  CHECK(made.error.empty());
  CHECK(run({"ontology", "init"}).out == content_of(mine));
  CHECK(run({"ontology", "init", "-o", mine}).code == 4);
  const Ran checked = run({"ontology", "check", mine});
  CHECK(checked.code == 0);
  CHECK(checked.error.empty());
  CHECK(holds(checked.out, "nothing is wrong\n"));
  const Ran tested = run({"ontology", "test", "sues", "--ontology", mine});
  CAPTURE(tested.out);
  CHECK(tested.code == 0);
  CHECK(tested.error.empty());
  const Ran all = run({"ontology", "test", "repurposes", "--ontology", mine});
  CAPTURE(all.out);
  CHECK(all.code == 0);
}

TEST_CASE("every example and counter-example of the core and of the extensions that are shipped comes out") {
  const Ran core = run({"ontology", "test"});
  CHECK_MESSAGE(core.code == 0, core.out);
  CHECK(core.error.empty());
  for (const char* name : {"settlements.json", "routes.json", "sites.json"}) {
    const Ran more = run({"ontology", "test", "--ontology", example(name)});
    CHECK_MESSAGE(more.code == 0, more.out);
    CHECK(more.error.empty());
  }
}

TEST_CASE("check tells every fault with its line and a suggestion, as text and as a table") {
  const TemporaryFolder folder;
  const std::string mine = folder.write("mine.json", "{\n\"relations\": [\n{\"name\": \"sues\", \"subject\": \"Compnay\", \"object\": \"Company\"},\n{\"nmae\": \"x\"}\n]\n}\n");
  const Ran ran = run({"ontology", "check", mine});
  CHECK(ran.code == 1);
  CHECK(holds(ran.out, mine + ":3:29: unknown type 'Compnay'; did you mean 'Company'?\n"));
  CHECK(holds(ran.out, mine + ":4:"));
  CHECK(holds(run({"ontology", "check", mine, "--format", "csv"}).out, mine + ",3,29,unknown type 'Compnay'; did you mean 'Company'?\n"));
  const Ran building = run({"build", samples(), "--ontology", mine, "-o", folder.path("g.rxg")});
  CHECK(building.code == 4);
  CHECK(holds(building.error, "unknown type 'Compnay'"));
}

TEST_CASE("test tells an example that does not come out, with its file and line") {
  const TemporaryFolder folder;
  const std::string mine = folder.write("mine.json",
                                        "{\"relations\": [{\"name\": \"sues\", \"subject\": \"Company\", \"object\": \"Company\",\n"
                                        "\"frames\": [{\"verb\": [\"sue\"], \"agent\": \"subject\", \"theme\": \"object\"}],\n"
                                        "\"examples\": [{\"text\": \"Pfizer Inc. greeted Merck & Co., Inc.\", \"subject\": \"Pfizer\", \"object\": \"Merck\"}],\n"
                                        "\"counter_examples\": [\"Pfizer Inc. sued Merck & Co., Inc.\"]}]}\n");
  const Ran ran = run({"ontology", "test", "sues", "--ontology", mine});
  CHECK(ran.code == 1);
  CHECK(holds(ran.out, mine + ":3:23: sues: \"Pfizer Inc. greeted Merck & Co., Inc.\": not found; found nothing\n"));
  CHECK(holds(ran.out, mine + ":4:22: sues: \"Pfizer Inc. sued Merck & Co., Inc.\": must state nothing; found "));
  CHECK(holds(ran.out, "1 example and 1 counter-example; 2 faults\n"));
}

TEST_CASE("show lists the ontology, and tells one relation or type in full") {
  const Ran all = run({"ontology", "show", "--format", "csv"});
  CHECK(all.code == 0);
  CHECK(holds(all.out, "\nrelation,targets,"));
  CHECK(holds(all.out, "\ntype,Compound,"));
  CHECK(holds(run({"ontology", "show", "targets"}).out, "targets"));
  const Ran unknown = run({"ontology", "show", "tragets"});
  CHECK(unknown.code == 2);
  CHECK(holds(unknown.error, "did you mean 'targets'"));
  CHECK(run({"ontology", "chekc"}).error.starts_with("rxgraph ontology: 'chekc' is none of check, test, show or init; did you mean 'check'?\n"));
}

TEST_CASE("a relation of one's own is extracted, stored, asked and exported, and the graph keeps it") {
  const TemporaryFolder folder;
  const std::string filing = folder.write("a.txt", "In May 2019, Alpha Biotech, Inc. settled with Beta Pharma, Inc. over the patent.\n");
  const std::string graph = folder.path("g.rxg");
  const Ran built = run({"build", filing, "-o", graph, "--ontology", example("settlements.json")});
  CHECK(built.code == 0);
  CHECK(built.error.empty());
  const Ran why = run({"why", "Alpha Biotech", "settles_with", "Beta Pharma", "-g", graph});
  CHECK(why.code == 0);
  CHECK(holds(why.out, "—settles_with→"));
  CHECK(holds(run({"export", graph, "--format", "graphml"}).out, "settles_with"));
  CHECK(run({"build", filing, "-o", graph}).out.starts_with("0 filings read, 1 skipped as unchanged"));
}

TEST_CASE("a relation said by a noun group with a vocabulary of its own") {
  const TemporaryFolder folder;
  const std::string filing = folder.write("a.txt", "Orforglipron, an oral agonist, lowers blood sugar.\n");
  const std::string graph = folder.path("g.rxg");
  REQUIRE(run({"build", filing, "-o", graph, "--ontology", example("routes.json")}).code == 0);
  CHECK(holds(run({"why", "orforglipron", "given_by", "oral", "-g", graph}).out, "—given_by→"));
  CHECK(holds(run({"show", "oral", "-g", graph}).out, "route_of"));
  CHECK(holds(run({"export", graph, "--format", "ntriples"}).out, "given_by"));
}

TEST_CASE("a new type with a relation that comes from a table's column") {
  const TemporaryFolder folder;
  const std::string filing = folder.write("a.htm",
                                          "<html><body><p>Where our products are made:</p><table border=1>"
                                          "<tr><th>Product</th><th>Manufacturing Site</th></tr>"
                                          "<tr><td>brentuximab vedotin</td><td>Bothell Plant</td></tr>"
                                          "<tr><td>tisotumab vedotin</td><td>Leiden Plant</td></tr></table></body></html>\n");
  const std::string graph = folder.path("g.rxg");
  const Ran built = run({"build", filing, "-o", graph, "--ontology", example("sites.json")});
  REQUIRE(built.code == 0);
  CHECK(holds(run({"why", "brentuximab vedotin", "made_at", "Bothell Plant", "-g", graph}).out, "—made_at→"));
  CHECK(holds(run({"show", "Leiden Plant", "-g", graph}).out, "tisotumab vedotin"));
  CHECK(holds(run({"export", graph, "--format", "graphml"}).out, "made_at"));
}

TEST_CASE("the core keeps what its examples and counter-examples promise") {
  const Ran ran = run({"ontology", "test"});
  CAPTURE(ran.out);
  CHECK(ran.code == 0);
  CHECK(ran.error.empty());
}
