#include "graph/compressed.hpp"

#include <doctest/doctest.h>

#include <random>

#include "graph/store.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/ontology.hpp"
#include "tests/graph/records.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::testing;

TEST_CASE("edges are walked both ways and parallel ones are kept") {
  // 0 -> 1 <- 2, twice 2 -> 3, 4 alone
  const std::vector<Ends> ends = {{0, 1}, {2, 1}, {2, 3}, {2, 3}};
  const CompressedGraph graph(5, ends);
  CHECK(graph.nodes() == 5);
  CHECK(graph.edges() == 4);
  CHECK(graph.degree(2) == 3);
  CHECK(graph.degree(3) == 2);
  CHECK(graph.degree(4) == 0);
  CHECK(graph.components() == 2);
  const auto path = graph.shortest_path(0, 3);
  REQUIRE(path.has_value());
  CHECK(*path == std::vector<Step>{{0, true, 1}, {1, false, 2}, {2, true, 3}});
  CHECK_FALSE(graph.shortest_path(0, 4).has_value());
  CHECK(graph.shortest_path(4, 4) == std::vector<Step>{});
  constexpr std::uint32_t none = CompressedGraph::unreached;
  CHECK(graph.distances(0, 2) == std::vector<std::uint32_t>{0, 1, 2, none, none});
  CHECK(graph.distances(0, 0) == std::vector<std::uint32_t>{0, none, none, none, none});
  CHECK(graph.distances(0, 9) == std::vector<std::uint32_t>{0, 1, 2, 3, none});
}

TEST_CASE("a graph without anything") {
  const CompressedGraph graph(0, {});
  CHECK(graph.nodes() == 0);
  CHECK(graph.components() == 0);
}

TEST_CASE("shortest paths are as long as distances say, in any graph") {
  std::mt19937 random(20240501);
  for (int round = 0; round < 50; ++round) {
    const auto nodes = static_cast<std::uint32_t>(2 + random() % 40);
    std::vector<Ends> ends(random() % 60);
    for (Ends& end : ends) end = {static_cast<std::uint32_t>(random() % nodes), static_cast<std::uint32_t>(random() % nodes)};
    const CompressedGraph graph(nodes, ends);
    const std::vector<std::uint32_t> distances = graph.distances(0, nodes);
    std::uint32_t degrees = 0;
    for (std::uint32_t node = 0; node < nodes; ++node) {
      degrees += graph.degree(node);
      const auto path = graph.shortest_path(0, node);
      REQUIRE(path.has_value() == (distances[node] != CompressedGraph::unreached));
      if (!path) continue;
      CHECK(path->size() == distances[node]);
      std::uint32_t at = 0;
      for (const Step& step : *path) {
        CHECK((step.forward ? ends[step.edge].source : ends[step.edge].target) == at);
        CHECK((step.forward ? ends[step.edge].target : ends[step.edge].source) == step.node);
        at = step.node;
      }
      CHECK(at == node);
    }
    CHECK(degrees == 2 * ends.size());
  }
}

TEST_CASE("a store's compressed graph is that of its view") {
  const Folder folder;
  const Ontology ontology = small_ontology();
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  for (const FilingRecords& records : programme()) store.put(records);
  store.rebuild(ontology);
  Selection part;
  part.relations = {"targets", "treats"};
  for (const Selection& selection : {Selection(), part}) {
    const NamedGraph quick = store.compressed(ontology, selection);
    const NamedGraph slow = compress(*store.view(ontology, selection));
    CHECK(quick.nodes == slow.nodes);
    CHECK(quick.edges == slow.edges);
    CHECK(quick.graph.components() == slow.graph.components());
    for (std::uint32_t node = 0; node < quick.graph.nodes(); ++node) CHECK(quick.graph.degree(node) == slow.graph.degree(node));
  }
}
