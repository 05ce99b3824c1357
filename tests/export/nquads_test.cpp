#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "tests/export/graphs.hpp"
#include "tests/export/rdf_reading.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

const std::string base = "https://example.org/rx/";
const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const std::string derived_from = "http://www.w3.org/ns/prov#wasDerivedFrom";
const std::string filing = base + "filing/0123456789abcdef0123456789abcdef";
const std::string other_filing = base + "filing/another";
const std::string develops = base + "statement/00000000000000000000000000000001";
const std::string pays = base + "statement/00000000000000000000000000000002";

/// The small graph, where a second filing says too who develops what.
VectorView two_filings() {
  VectorView view = small_view();
  Filing second = view.filings.front();
  second.key = "another";
  view.filings.push_back(second);
  for (graph::Edge& edge : view.edges) {
    if (edge.relation != "develops") continue;
    edge.evidence.push_back({"another", "", 1, "", {{1, 9}}, {}, "Still at it."});
  }
  view.sort();
  return view;
}

/// The graphs in which a triple of `subject` and `predicate` stands, in order.
std::vector<std::string> graphs_of(const std::set<ReadStatement>& statements, const std::string& subject, const std::string& predicate) {
  std::vector<std::string> graphs;
  for (const ReadStatement& statement : statements) {
    if (statement.subject == subject && statement.predicate == predicate) graphs.push_back(statement.graph);
  }
  return graphs;
}

using Graphs = std::vector<std::string>;

}  // namespace

TEST_CASE("N-Quads without their graphs are the N-Triples") {
  for (const VectorView& view : {small_view(), two_filings(), hostile_view()}) {
    for (const EvidenceChoice choice : {EvidenceChoice::none, EvidenceChoice::first, EvidenceChoice::all}) {
      const auto triples = read_rdf(exported(view, "ntriples", {choice, ""}), SERD_NTRIPLES);
      const auto quads = read_rdf(exported(view, "nquads", {choice, ""}), SERD_NQUADS);
      CHECK(!triples.empty());
      CHECK((without_graphs(quads) == triples));
    }
  }
}

TEST_CASE("without evidence no filing is named, and N-Quads are the N-Triples byte for byte") {
  const ExportOptions none{EvidenceChoice::none, ""};
  CHECK(exported(hostile_view(), "nquads", none) == exported(hostile_view(), "ntriples", none));
}

TEST_CASE("N-Quads are sorted, each once, and hold one statement a line") {
  for (const VectorView& view : {small_view(), two_filings(), hostile_view()}) {
    const std::string text = exported(view, "nquads");
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    CHECK(std::adjacent_find(lines.begin(), lines.end()) == lines.end());
    CHECK(read_rdf(text, SERD_NQUADS).size() == lines.size());
  }
}

TEST_CASE("a filing's graph holds the filing, its passages and the statements that it says") {
  const auto quads = read_rdf(exported(two_filings(), "nquads"), SERD_NQUADS);
  CHECK(graphs_of(quads, filing, "http://purl.org/dc/terms/issued") == Graphs{filing});
  CHECK(graphs_of(quads, filing + "/filer/1", base + "registry/cik") == Graphs{filing});
  CHECK(graphs_of(quads, filing + "/document/1", base + "meta/number") == Graphs{filing});
  CHECK(graphs_of(quads, develops, rdf + "object") == Graphs{"", filing, other_filing});
  CHECK(graphs_of(quads, develops, derived_from) == Graphs{filing, other_filing});
  CHECK(graphs_of(quads, develops + "/evidence/1/quote", "http://www.w3.org/ns/oa#exact") == Graphs{filing});
  CHECK(graphs_of(quads, develops + "/evidence/2/quote", "http://www.w3.org/ns/oa#exact") == Graphs{other_filing});
}

TEST_CASE("the default graph holds what filings say together") {
  const auto quads = read_rdf(exported(two_filings(), "nquads"), SERD_NQUADS);
  CHECK(graphs_of(quads, base + "thing/company/acme", base + "develops") == Graphs{""});
  CHECK(graphs_of(quads, develops, base + "meta/modality") == Graphs{""});
  CHECK(graphs_of(quads, pays, base + "qualifier/amount") == Graphs{""});
}

TEST_CASE("what only follows from several filings is said in the graph of none") {
  const auto quads = read_rdf(exported(small_view(), "nquads"), SERD_NQUADS);
  CHECK(graphs_of(quads, pays, rdf + "subject") == Graphs{""});
  CHECK(graphs_of(quads, pays, derived_from) == Graphs{filing, filing});
}

TEST_CASE("another base moves the named graphs with the filings") {
  const auto quads = read_rdf(exported(small_view(), "nquads", {EvidenceChoice::all, "https://data.example.com/kg"}), SERD_NQUADS);
  const std::string moved = "https://data.example.com/kg/filing/0123456789abcdef0123456789abcdef";
  CHECK(graphs_of(quads, moved, "http://purl.org/dc/terms/issued") == Graphs{moved});
}
