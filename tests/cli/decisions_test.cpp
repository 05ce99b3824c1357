/// A person's file of who is who, from the command line to the answer.

#include <doctest/doctest.h>

#include "tests/cli/program.hpp"

using namespace rxgraph::cli::testing;

namespace {

const char* const text = "In May 2019, Fir Biotech, Inc. licensed trastuzumab from Larch Pharma, Inc. in Boston.\n\nCedar Oncology, Inc. is developing rituximab.\n";

}  // namespace

TEST_CASE("'same' joins two names, why tells the line that did, and the graph keeps it until it is taken back") {
  const TemporaryFolder folder;
  const std::string filing = folder.write("a.txt", text);
  const std::string graph = folder.path("g.rxg");
  const std::string who = folder.write("who.tsv", "# one of them changed its name\nsame\tCompany\tFir Biotech\tCedar Oncology\n");
  const Ran built = run({"build", filing, "-o", graph, "--decisions", who});
  CHECK(built.code == 0);
  CHECK(built.error.empty());
  const Ran why = run({"why", "Fir Biotech", "same-as", "Cedar Oncology", "-g", graph});
  CHECK(why.code == 0);
  CHECK(why.error.empty());
  CHECK(holds(why.out, "Fir Biotech = Cedar Oncology: decided in " + who + ":2\n"));
  CHECK(holds(run({"pipeline", "Fir Biotech", "-g", graph}).out, "rituximab"));
  SUBCASE("a later run without the option keeps it") {
    const std::string more = folder.write("b.txt", "Cedar Oncology, Inc. is developing pembrolizumab.\n");
    REQUIRE(run({"build", more, "-o", graph}).code == 0);
    CHECK(holds(run({"pipeline", "Fir Biotech", "-g", graph}).out, "pembrolizumab"));
  }
  SUBCASE("an empty file takes it back, though no filing is read again") {
    const Ran again = run({"build", filing, "-o", graph, "--decisions", folder.write("none.tsv", "")});
    CHECK(again.code == 0);
    CHECK(again.out.starts_with("0 filings read, 1 skipped as unchanged"));
    const Ran apart = run({"why", "Fir Biotech", "same-as", "Cedar Oncology", "-g", graph});
    CHECK(apart.code == 1);
    CHECK(holds(apart.out, "'Fir Biotech' and 'Cedar Oncology' are not one thing\n"));
  }
  SUBCASE("records that are merged are merged by it as well") {
    const std::string records = folder.path("a.jsonl"), merged = folder.path("m.rxg");
    REQUIRE(run({"extract", filing, "-o", records}).code == 0);
    REQUIRE(run({"merge", records, "-o", merged, "--decisions", who}).code == 0);
    CHECK(run({"export", merged, "--format", "jsonl"}).out == run({"export", graph, "--format", "jsonl"}).out);
  }
}

TEST_CASE("'different' parts two names, and why tells the line") {
  const TemporaryFolder folder;
  const std::string graph = folder.path("g.rxg");
  const std::string who = folder.write("who.tsv", "different\tCompany\tFir Biotech, Inc.\tLarch Pharma, Inc.\n");
  const Ran built = run({"build", folder.write("a.txt", text), "-o", graph, "--decisions", who});
  CHECK(built.code == 0);
  const Ran apart = run({"why", "Fir Biotech", "same-as", "Larch Pharma", "-g", graph});
  CHECK(apart.code == 1);
  CHECK(holds(apart.out, "are not one thing; " + who + ":1 tells them apart\n"));
}

TEST_CASE("a name that nothing is called by is told, and a file with faults is refused whole") {
  const TemporaryFolder folder;
  const std::string filing = folder.write("a.txt", text);
  const std::string graph = folder.path("g.rxg");
  const std::string who = folder.write("who.tsv", "same\tCompany\tFir Biotech\tNobody Pharma\n");
  const Ran built = run({"build", filing, "-o", graph, "--decisions", who});
  CHECK(built.code == 0);
  CHECK(built.error == who + ":1: no Company of the graph is called 'Nobody Pharma'\n");
  const std::string bad = folder.write("bad.tsv", "same\tCompnay\tA\tB\nsame\tCompany\tA\tB\ndifferent\tCompany\tA\tB\n");
  const Ran refused = run({"build", filing, "-o", folder.path("new.rxg"), "--decisions", bad});
  CHECK(refused.code == 4);
  CHECK(refused.error == bad + ":1: unknown type 'Compnay'; did you mean 'Company'?\n" + bad + ":3: 'A' and 'B' are told apart here, but are the same by " + bad +
                             ":2; drop one of the lines\n");
  CHECK(run({"build", filing, "-o", graph, "--decisions", folder.path("missing.tsv")}).code == 4);
}
