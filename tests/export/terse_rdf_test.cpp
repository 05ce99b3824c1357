#include <doctest/doctest.h>

#include <sstream>
#include <stdexcept>

#include "export/rdf_terms.hpp"
#include "export/serd_writer.hpp"
#include "tests/export/graphs.hpp"
#include "tests/export/rdf_reading.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Turtle says what the N-Triples say, TriG what the N-Quads say") {
  for (const VectorView& view : {small_view(), hostile_view()}) {
    for (const EvidenceChoice choice : {EvidenceChoice::none, EvidenceChoice::first, EvidenceChoice::all}) {
      const ExportOptions options{choice, ""};
      const auto triples = read_rdf(exported(view, "ntriples", options), SERD_NTRIPLES);
      const auto quads = read_rdf(exported(view, "nquads", options), SERD_NQUADS);
      CHECK(!triples.empty());
      CHECK((read_rdf(exported(view, "turtle", options), SERD_TURTLE) == triples));
      CHECK((read_rdf(exported(view, "trig", options), SERD_TRIG) == quads));
    }
  }
}

TEST_CASE("they say the same below any base") {
  for (const std::string base : {"https://data.example.com/kg", "https://x.org/y#", "urn:x:", "https://x.org/a b<>\"\\"}) {
    const ExportOptions options{EvidenceChoice::all, base};
    CHECK((read_rdf(exported(hostile_view(), "turtle", options), SERD_TURTLE) == read_rdf(exported(hostile_view(), "ntriples", options), SERD_NTRIPLES)));
    CHECK((read_rdf(exported(hostile_view(), "trig", options), SERD_TRIG) == read_rdf(exported(hostile_view(), "nquads", options), SERD_NQUADS)));
  }
}

TEST_CASE("Turtle shortens terms, statements and filings by prefixes") {
  const std::string text = exported(small_view(), "turtle");
  CHECK(holds(text, "@prefix rx: <https://example.org/rx/> .\n"));
  CHECK(holds(text, "@prefix statement: <https://example.org/rx/statement/> .\n"));
  CHECK(holds(text, "\nstatement:00000000000000000000000000000002\n"));
  CHECK(holds(text, "rdf:predicate rx:pays"));
  CHECK(holds(text, "qualifier:amount 5000000"));
  CHECK(holds(text, "qualifier:date \"2007-07\"^^xsd:gYearMonth"));
  CHECK(holds(text, "meta:modality \"planned\""));
  CHECK(holds(text, "oa:exact \"It earned \\\"5\\\" million.\""));
}

TEST_CASE("TriG opens each filing's graph once") {
  const std::string text = exported(small_view(), "trig");
  const std::size_t first = text.find("filing:0123456789abcdef0123456789abcdef {");
  REQUIRE(first != std::string::npos);
  CHECK(text.find("filing:0123456789abcdef0123456789abcdef {", first + 1) == std::string::npos);
}

TEST_CASE("a graph that is cut by pieces goes on in the next") {
  std::ostringstream whole, cut;
  const std::vector<Prefix> prefixes = prefixes_of(small_view().terms, {});
  for (std::ostringstream* out : {&whole, &cut}) {
    TerseRdf terse(TerseRdf::Syntax::trig, prefixes, *out);
    const std::string one = "<g:a> <x:s> <x:p> \"1\" .\n", two = "<g:a> <x:s> <x:p> \"2\" .\n", three = "<g:b> <x:s> <x:p> \"3\" .\n";
    if (out == &whole) {
      terse.named() << one + two + three;
    } else {
      terse.named() << one << two << three;
    }
    terse.finish();
  }
  CHECK(whole.str() == cut.str());
  CHECK(read_rdf(whole.str(), SERD_TRIG).size() == 3);
}

TEST_CASE("what is no statement is refused with serd's reason") {
  std::ostringstream out;
  TerseRdf terse(TerseRdf::Syntax::turtle, prefixes_of(small_view().terms, {}), out);
  CHECK_THROWS_WITH_AS(terse.triples() << std::string("<a:b> no statement\n"), "serd refuses a statement: bad verb", std::logic_error);
}
