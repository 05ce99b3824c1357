#include <doctest/doctest.h>

#include <cmath>

#include "export/palette.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

TEST_CASE("yEd's dialect is the strict one with boxes, labels and colours") {
  const std::string xml = exported(small_view(), "graphml-yed");
  CHECK(xml.find("xmlns:y=\"http://www.yworks.com/xml/graphml\"") != std::string::npos);
  CHECK(xml.find("<key id=\"d_nodegraphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n") != std::string::npos);
  CHECK(xml.find("<y:NodeLabel>Widget &lt;&amp; Sons&gt; AG</y:NodeLabel>") != std::string::npos);
  CHECK(xml.find("<y:EdgeLabel fontSize=\"9\">pays</y:EdgeLabel>") != std::string::npos);
  CHECK(xml.find("type=\"dashed\"") != std::string::npos);  // it is planned
  CHECK(exported(hostile_view(), "graphml-yed") == exported(hostile_view(), "graphml-yed"));
  if (!has_program("xmllint")) {
    MESSAGE("xmllint is not there: the file is not checked to be well-formed");
    return;
  }
  const ScratchFolder folder;
  export_to(folder / "g.graphml", hostile_view(), "graphml-yed");
  int status = 0;
  CHECK(run("xmllint --noout --huge " + (folder / "g.graphml"), status) == "");
  CHECK(status == 0);
}

TEST_CASE("no box covers another, and what is linked lies nearer than what is not") {
  constexpr std::size_t groups = 8;
  constexpr std::size_t in_group = 15;
  std::vector<double> widths;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (std::size_t i = 0; i < groups * in_group; ++i) {
    widths.push_back(60 + static_cast<double>(i * 37 % 200));
    if (i % in_group != 0) edges.emplace_back(static_cast<std::uint32_t>(i / in_group * in_group), static_cast<std::uint32_t>(i));
  }
  const std::vector<Place> places = laid_out(widths, edges);
  REQUIRE(places.size() == widths.size());
  double linked = 0;
  double others = 0;
  std::size_t pairs = 0;
  for (std::size_t a = 0; a < places.size(); ++a) {
    for (std::size_t b = a + 1; b < places.size(); ++b) {
      const bool apart = std::abs(places[a].y - places[b].y) >= 40 || std::abs(places[a].x - places[b].x) >= (widths[a] + widths[b]) / 2 + 10;
      if (!apart) FAIL_CHECK("boxes " << a << " and " << b << " meet");
      others += std::hypot(places[a].x - places[b].x, places[a].y - places[b].y);
      ++pairs;
    }
  }
  for (const auto& [a, b] : edges) linked += std::hypot(places[a].x - places[b].x, places[a].y - places[b].y);
  CHECK(linked / static_cast<double>(edges.size()) < 0.7 * others / static_cast<double>(pairs));
}

TEST_CASE("graphs without nodes, with one, and without edges are laid out") {
  CHECK(laid_out({}, {}).empty());
  CHECK(laid_out({50}, {}).size() == 1);
  CHECK(laid_out({50, 60, 70}, {}).size() == 3);
}

TEST_CASE("types keep their colours in every part of a graph, and no two of few types share one") {
  const VectorView view = small_view();
  const auto all = colours_of(view.terms, shape_of(view));
  VectorView part = view;
  part.nodes.erase(part.nodes.begin());
  part.edges.clear();
  CHECK(colours_of(part.terms, shape_of(part)).at("Conjugate") == all.at("Conjugate"));
  CHECK(all.at("Company") != all.at("Conjugate"));
}

TEST_CASE("a drawing for Graphviz holds whatever names it is given") {
  const std::string dot = exported(small_view(), "dot");
  CHECK(dot.starts_with("digraph rxgraph {\n"));
  CHECK(dot.find("  n1 [label=\"Widget <& Sons> AG\", fillcolor=\"#") != std::string::npos);
  CHECK(dot.find("  n1 -> n0 [label=\"pays\", style=dashed, tooltip=\"Acme is developing ACM-1.\"];\n") != std::string::npos);
  CHECK(exported(small_view(), "dot", {EvidenceChoice::none, ""}).find("developing") == std::string::npos);
  if (!has_program("dot")) {
    MESSAGE("dot is not there: the drawing is not drawn");
    return;
  }
  const ScratchFolder folder;
  export_to(folder / "g.dot", hostile_view(), "dot");
  int status = 0;
  run("dot -Tplain -o /dev/null " + (folder / "g.dot"), status);
  CHECK(status == 0);
}

TEST_CASE("a label is one line and cut where it is long") {
  CHECK(cut_label("a\nb\tc", 10) == "a b c");
  CHECK(cut_label("abcdef", 6) == "abcdef");
  CHECK(cut_label("abcdefg", 6) == "abcde\xE2\x80\xA6");
  CHECK(cut_label("\xC3\xA9\xC3\xA9\xC3\xA9", 2) == "\xC3\xA9\xE2\x80\xA6");
  CHECK(cut_label("", 2).empty());
}
