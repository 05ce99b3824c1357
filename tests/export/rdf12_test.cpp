#include <doctest/doctest.h>

#include <set>

#include "tests/export/graphs.hpp"
#include "tests/export/rdf_reading.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string rx = "https://example.org/rx/";
const std::string reifies = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>";
const std::string pays = "<" + rx + "thing/company/widget> <" + rx + "pays> <" + rx + "thing/company/acme>";

}  // namespace

TEST_CASE("N-Triples of RDF 1.2 are the N-Triples, and a line for each statement and passage that reifies its fact") {
  for (const VectorView& view : {small_view(), hostile_view()}) {
    for (const EvidenceChoice choice : {EvidenceChoice::none, EvidenceChoice::first, EvidenceChoice::all}) {
      const std::vector<std::string> all = lines_of(exported(view, "ntriples-1.2", {choice, ""}));
      CHECK(std::is_sorted(all.begin(), all.end()));
      std::string plain;
      std::size_t reifiers = 0;
      for (const std::string& line : all) {
        if (line.find(" " + reifies + " <<( <") != std::string::npos) {
          CHECK(line.ends_with("> )>> .\n"));
          ++reifiers;
        } else {
          plain += line;
        }
      }
      CHECK(plain == exported(view, "ntriples", {choice, ""}));
      std::size_t wanted = view.edges.size();
      for (const graph::Edge& edge : view.edges) {
        if (choice == EvidenceChoice::all) wanted += edge.evidence.size();
        if (choice == EvidenceChoice::first) wanted += edge.evidence.empty() ? 0U : 1U;
      }
      CHECK(reifiers == wanted);
    }
  }
}

TEST_CASE("parallel passages reify one fact under names of their own, planned or not") {
  const std::string text = exported(small_view(), "ntriples-1.2");
  const std::string statement = "<" + rx + "statement/00000000000000000000000000000002";
  for (const std::string end : {">", "/evidence/1>", "/evidence/2>"}) CHECK(holds(text, statement + end + " " + reifies + " <<( " + pays + " )>> .\n"));
  CHECK(!holds(text, "\n" + pays + " .\n"));  // it is only planned
}

TEST_CASE("Turtle of RDF 1.2 says its version, then what serd writes, then what is reified") {
  for (const VectorView& view : {small_view(), hostile_view()}) {
    const std::string text = exported(view, "turtle-1.2");
    const std::string version = "VERSION \"1.2\"\n";
    REQUIRE(text.starts_with(version));
    const std::string turtle = exported(view, "turtle");
    REQUIRE(text.substr(version.size()).starts_with(turtle));
    const std::vector<std::string> rest = lines_of(text.substr(version.size() + turtle.size()));
    std::size_t reifiers = 0;
    for (const std::string& line : rest) {
      if (line == "\n") continue;
      CHECK(line.starts_with("<< "));
      CHECK(line.ends_with(" >> .\n"));
      CHECK(holds(line, " ~ "));
      ++reifiers;
    }
    std::size_t wanted = view.edges.size();
    for (const graph::Edge& edge : view.edges) wanted += edge.evidence.size();
    CHECK(reifiers == wanted);
  }
  const std::string small = exported(small_view(), "turtle-1.2");
  CHECK(holds(small, "<< <" + rx + "thing/company/widget> rx:pays <" + rx + "thing/company/acme> ~ statement:00000000000000000000000000000002 >> .\n"));
}

TEST_CASE("Turtle-star has things and asserted facts as Turtle, and every fact as a quoted triple with literals") {
  const std::string text = exported(small_view(), "turtle-star");
  const std::size_t quoted = text.find("\n<< ");
  REQUIRE(quoted != std::string::npos);
  const auto things = read_rdf(text.substr(0, quoted), SERD_TURTLE);
  const auto all = read_rdf(exported(small_view(), "ntriples"), SERD_NTRIPLES);
  std::set<ReadStatement> meant;
  for (const ReadStatement& one : all) {
    if (one.subject.starts_with(rx + "thing/")) meant.insert(one);
  }
  CHECK((things == meant));
  CHECK(holds(text, "\n<< <" + rx + "thing/company/acme> rx:develops <" + rx + "thing/compound/acm-1> >> meta:uid \"00000000000000000000000000000001\" ; "
                    "meta:modality \"asserted\" ; meta:confidence \"0.95\"^^<http://www.w3.org/2001/XMLSchema#decimal> ; meta:rule \"develops.verb.1\" ; "
                    "meta:sentence \"Acme is developing ACM-1.\" ;"));
  CHECK(holds(text, "meta:passages \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"));
  CHECK(holds(text, "meta:further \"[{\\\"filing\\\":"));
  CHECK(holds(text, "rx:pays <" + rx + "thing/company/acme> >> meta:uid"));
  CHECK(holds(text, "meta:modality \"planned\" ;"));
  CHECK(holds(text, "qualifier:date \"2007-07\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>"));
  CHECK(holds(text, "meta:filed \"2007-07-31\"^^<http://www.w3.org/2001/XMLSchema#date>"));
}
