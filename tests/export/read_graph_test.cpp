#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "base/error.hpp"
#include "export/read_graph.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

/// `text` read back, as a view with the ontology of `like`.
VectorView read_back(const std::string& text, const VectorView& like) {
  std::istringstream in(text);
  graph::WholeGraph graph = read_graph(in, "g", like.terms);
  VectorView view;
  view.terms = like.terms;
  view.filings = std::move(graph.filings);
  view.nodes = std::move(graph.nodes);
  view.edges = std::move(graph.edges);
  return view;
}

std::string problem_of(const std::string& text) {
  std::istringstream in(text);
  try {
    read_graph(in, "g", small_view().terms);
  } catch (const InputError& error) {
    return error.what();
  }
  return "none";
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

}  // namespace

TEST_CASE("what was exported, read back and exported again is the same, byte for byte") {
  for (const VectorView& view : {small_view(), hostile_view(), VectorView()}) {
    for (const std::string format : {"jsonl", "graphml", "nquads", "ntriples"}) {
      CAPTURE(format);
      const std::string once = exported(view, format);
      CHECK(exported(read_back(once, view), format) == once);
    }
  }
}

TEST_CASE("from JSON Lines everything comes back but what a filing says of itself alone") {
  const VectorView view = small_view();
  const VectorView back = read_back(exported(view, "jsonl"), view);
  CHECK(back.nodes == view.nodes);
  CHECK(back.edges == view.edges);
  REQUIRE(back.filings.size() == 1);
  CHECK(back.filings[0].key == view.filings[0].key);
  CHECK(back.filings[0].form == "8-K");
  CHECK(back.filings[0].filed == "2007-07-31");
}

TEST_CASE("the date that a filing gives of itself goes with its passages, and comes back") {
  VectorView view = small_view();
  view.filings[0].filed.clear();
  view.filings[0].dated = "2007-07";
  view.filings[0].dated_by = "month";
  CHECK(exported(view, "jsonl").find("\"form\":\"8-K\",\"dated\":\"2007-07\",\"dated_by\":\"month\",\"document\":1") != std::string::npos);
  CHECK(exported(view, "graphml").find("<data key=\"e_dated\">2007-07</data>") != std::string::npos);
  CHECK(exported(view, "ntriples").find("<http://purl.org/dc/terms/date> \"2007-07\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>") != std::string::npos);
  const VectorView back = read_back(exported(view, "jsonl"), view);
  REQUIRE(back.filings.size() == 1);
  CHECK(back.filings[0].dated == "2007-07");
  CHECK(back.filings[0].dated_by == "month");
  CHECK(read_back(exported(view, "graphml"), view).filings[0].dated == "2007-07");
  CHECK(read_back(exported(view, "nquads"), view).filings[0].dated == "2007-07");
}

TEST_CASE("from GraphML the ranges of a first passage come back as one, and reserved names as they were") {
  VectorView view = small_view();
  view.edges[1].qualifiers["weight"] = {1.5};
  const VectorView back = read_back(exported(view, "graphml"), view);
  CHECK(back.nodes == view.nodes);
  CHECK(back.edges == view.edges);
  view.edges[0].evidence[0].ranges = {{10, 20}, {30, 40}};
  CHECK(read_back(exported(view, "graphml"), view).edges[0].evidence[0].ranges == std::vector<ByteRange>{{10, 40}});
}

TEST_CASE("from N-Quads everything comes back but paths and sizes, and so from N-Triples") {
  const VectorView view = small_view();
  for (const std::string format : {"nquads", "ntriples"}) {
    const VectorView back = read_back(exported(view, format), view);
    CHECK(back.nodes == view.nodes);
    CHECK(back.edges == view.edges);
    REQUIRE(back.filings.size() == 1);
    Filing filing = view.filings[0];
    filing.documents[0].body = {};
    CHECK((back.filings[0] == filing));
    CHECK(exported(back, "jsonl") == exported(view, "jsonl"));
  }
}

TEST_CASE("RDF that was exported below a base of one's own is read back below it") {
  for (const std::string base : {"https://data.example.com/kg", "urn:x:", "https://x.org/a b<>\"\\"}) {
    const ExportOptions options{EvidenceChoice::all, base};
    const std::string once = exported(hostile_view(), "nquads", options);
    CHECK(exported(read_back(once, hostile_view()), "nquads", options) == once);
  }
}

TEST_CASE("RDF that is none of ours is told with its line") {
  const std::string quads = exported(small_view(), "nquads");
  const auto lines = static_cast<std::size_t>(std::count(quads.begin(), quads.end(), '\n'));
  CHECK(problem_of(quads + "<a:b> <c:d>\n").starts_with("g:" + std::to_string(lines + 1) + ":1: no statement of N-Quads"));
  CHECK(problem_of(quads + "<https://example.org/x> <a:b> <c:d> .\n") ==
        "g:" + std::to_string(lines + 1) + ":1: 'https://example.org/x' is neither a thing, a statement nor a filing; give a file that 'rxgraph export --format nquads' wrote");
  CHECK(problem_of(replaced(quads, "\"planned\"", "\"hoped\"")).find("unknown modality 'hoped'; export the graph anew") != std::string::npos);
  CHECK(problem_of(replaced(quads, "meta/passages> \"2\"", "meta/passages> \"x\"")).find("'x' is no number of its kind; export the graph anew") != std::string::npos);
}

TEST_CASE("yEd's drawing is passed over") {
  const VectorView view = small_view();
  CHECK(read_back(exported(view, "graphml-yed"), view).edges == view.edges);
}

TEST_CASE("an export without all its evidence is not taken for the graph") {
  for (const std::string format : {"jsonl", "graphml", "nquads", "ntriples"}) {
    for (const EvidenceChoice choice : {EvidenceChoice::none, EvidenceChoice::first}) {
      std::string problem = problem_of(exported(small_view(), format, {choice, ""}));
      CHECK(problem.find(" comes without all its evidence; export the graph with --evidence all") != std::string::npos);
    }
  }
}

TEST_CASE("what is no export is told with its line") {
  const std::string jsonl = exported(small_view(), "jsonl");
  CHECK(problem_of(jsonl + "{\"edge\":1}\n") == "g:6:1: 'edge' of an edge is no text; export the graph anew");
  CHECK(problem_of(jsonl + "{\"a\":1}\n") == "g:6:1: neither a node nor an edge; give a file that 'rxgraph export --format jsonl' wrote");
  CHECK(problem_of(jsonl + "{").starts_with("g:6:1: no JSON at byte 2 of the line ("));
  CHECK(problem_of(replaced(jsonl, "\"planned\"", "\"hoped\"")) == "g:5:1: unknown modality 'hoped'; export the graph anew");
  CHECK(problem_of(std::string(100000, '[')).starts_with("g:1:1: no JSON"));
  const std::string xml = exported(small_view(), "graphml");
  CHECK(problem_of(xml.substr(0, xml.size() / 2)).find("; export the graph anew") != std::string::npos);
  CHECK(problem_of(replaced(xml, "source=\"n1\"", "source=\"n7\"")).find("an edge ends at 'n7', which is no node before it; export the graph anew") != std::string::npos);
  CHECK(problem_of(replaced(xml, "<graph ", "<!-- --><graph ")) == "none");
  CHECK(problem_of("<?xml version=\"1.0\"?><!DOCTYPE graphml [<!ENTITY a \"b\">]><graphml/>").find("a document type is not read") != std::string::npos);
  CHECK(problem_of(replaced(xml, "<data key=\"n_uid\">company/acme</data>", "")).find("a node has no 'uid'") != std::string::npos);
}

TEST_CASE("an exported graph is known by its first bytes, and record lines are none") {
  CHECK(is_exported_graph(exported(small_view(), "jsonl").substr(0, 512)));
  CHECK(is_exported_graph(exported(small_view(), "graphml").substr(0, 512)));
  CHECK(is_exported_graph(exported(small_view(), "graphml-yed").substr(0, 512)));
  CHECK(is_exported_graph(exported(small_view(), "nquads").substr(0, 512)));
  CHECK(is_exported_graph(exported(small_view(), "ntriples", {EvidenceChoice::all, "urn:x:"}).substr(0, 512)));
  CHECK_FALSE(is_exported_graph("<html> <body>"));
  CHECK_FALSE(is_exported_graph("<DOCUMENT>\n<TYPE>8-K"));
  CHECK_FALSE(is_exported_graph("{\"filing\":\"x\"}"));
  CHECK_FALSE(is_exported_graph("{\"entity\":\"e1\"}"));
  CHECK_FALSE(is_exported_graph("<?xml version=\"1.0\"?><html>"));
  CHECK_FALSE(is_exported_graph(""));
}
