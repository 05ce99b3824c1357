#include "graph/store.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/error.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/ontology.hpp"
#include "tests/graph/records.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::testing;

namespace {

struct Graph {
  std::vector<Filing> filings;
  std::vector<Node> nodes;
  std::vector<Edge> edges;

  friend auto operator<=>(const Graph&, const Graph&) = default;
};

Graph graph_of(const Store& store, const Ontology& ontology, const Selection& selection = {}) {
  Graph graph;
  const auto view = store.view(ontology, selection);
  view->for_each_filing([&](const Filing& filing) { graph.filings.push_back(filing); });
  view->for_each_node([&](const Node& node) { graph.nodes.push_back(node); });
  view->for_each_edge([&](const Edge& edge) { graph.edges.push_back(edge); });
  return graph;
}

void put_all(Store& store, const std::vector<FilingRecords>& all, const Ontology& ontology) {
  for (const FilingRecords& records : all) store.put(records);
  store.commit();
  store.rebuild(ontology);
}

std::vector<std::string> uids(const std::vector<Node>& nodes) {
  std::vector<std::string> all;
  for (const Node& node : nodes) all.push_back(node.uid);
  return all;
}

}  // namespace

TEST_CASE("what is put comes back equal") {
  const Folder folder;
  std::vector<FilingRecords> all = programme();
  all[0].statements[0].extra = {{"note", "{\"a\":[1,2]}"}};
  all[0].statements[1].evidence[0].filing = std::string(32, 'f');
  all[0].statements[1].evidence[0].accession = "elsewhere";
  all[0].statements[2].subject.id.clear();
  all[0].statements[2].kind = StatementKind::role;
  all[0].statements[3].qualifiers["flag"] = {true};
  all[0].entities[0].names[0].text = "N\xC3\xB8rdic \"Conjugates\"";
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.filing.key < b.filing.key; });
  {
    Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
    for (const FilingRecords& records : all) store.put(records);
    store.commit();
  }
  const Store store = Store::open(folder.file("g.rxg"), Store::Mode::read);
  Collected collected;
  store.replay(collected);
  REQUIRE(collected.all.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(collected.all[i] == all[i]);
}

TEST_CASE("a closed store is one file") {
  const Folder folder;
  {
    Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
    put_all(store, programme(), small_ontology());
  }
  CHECK(folder.size() == 1);
}

TEST_CASE("the graph is the same whatever the order of filings, batches, sessions and repeats") {
  const Folder folder;
  const Ontology ontology = small_ontology();
  std::vector<FilingRecords> all = programme();
  Store first = Store::open(folder.file("first.rxg"), Store::Mode::write);
  put_all(first, all, ontology);
  const Graph expected = graph_of(first, ontology);
  CHECK(expected.filings.size() == 4);
  CHECK(expected.edges.size() == 8);

  SUBCASE("any order") {
    std::vector<std::size_t> order = {0, 1, 2, 3};
    int number = 0;
    do {
      Store store = Store::open(folder.file(std::to_string(number++)), Store::Mode::write);
      for (const std::size_t i : order) store.put(all[i]);
      store.rebuild(ontology);
      CHECK(graph_of(store, ontology) == expected);
    } while (std::next_permutation(order.begin(), order.end()));
  }
  SUBCASE("put twice, and rebuilt in between") {
    for (const FilingRecords& records : all) {
      first.put(records);
      first.rebuild(ontology);
    }
    CHECK(graph_of(first, ontology) == expected);
  }
  SUBCASE("rebuilt for another ontology and back") {
    Ontology other = ontology;
    other.fingerprint = "0000000000000002";
    other.relations[3].symmetric = false;
    first.rebuild(other);
    CHECK(graph_of(first, ontology) != expected);
    first.rebuild(ontology);
    CHECK(graph_of(first, ontology) == expected);
  }
  SUBCASE("a filing more and retracted") {
    FilingBuilder extra("extra", "8-K", "2010-01-01");
    extra.fact(extra.thing("Company", "Cedar Ltd"), "develops", extra.thing("Compound", "NC-101"));
    first.put(extra);
    first.rebuild(ontology);
    CHECK(graph_of(first, ontology) != expected);
    CHECK(first.retract(extra.records().filing.key));
    CHECK_FALSE(first.retract(extra.records().filing.key));
    CHECK_FALSE(first.up_to_date());
    first.rebuild(ontology);
    CHECK(graph_of(first, ontology) == expected);
  }
  SUBCASE("replayed into another store") {
    Store copy = Store::open(folder.file("copy.rxg"), Store::Mode::write);
    StoreSink sink(copy, 2);
    first.replay(sink);
    copy.commit();
    copy.rebuild(ontology);
    CHECK(sink.filings() == 4);
    CHECK(sink.statements() == 11);
    CHECK(graph_of(copy, ontology) == expected);
  }
  SUBCASE("closed and opened") {
    { const Store closed = std::move(first); }
    const Store store = Store::open(folder.file("first.rxg"), Store::Mode::read);
    CHECK(store.up_to_date());
    CHECK(graph_of(store, ontology) == expected);
  }
}

TEST_CASE("a filing is known by its content, reader and ontology") {
  const Folder folder;
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  const FilingRecords records = programme()[0];
  CHECK_FALSE(store.has(records.filing.key, "reader-1", "ontology-1"));
  store.put(records);
  CHECK(store.has(records.filing.key, "reader-1", "ontology-1"));
  CHECK_FALSE(store.has(records.filing.key, "reader-2", "ontology-1"));
  CHECK_FALSE(store.has(records.filing.key, "reader-1", "ontology-2"));
}

TEST_CASE("what was not committed is gone") {
  const Folder folder;
  const std::vector<FilingRecords> all = programme();
  {
    Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
    store.put(all[0]);
    store.commit();
    store.put(all[1]);
  }
  const Store store = Store::open(folder.file("g.rxg"), Store::Mode::read);
  const std::vector<Filing> filings = store.filings();
  REQUIRE(filings.size() == 1);
  CHECK(filings[0] == all[0].filing);
}

TEST_CASE("the sources of the ontology are kept") {
  const Folder folder;
  const std::vector<OntologySource> sources = {{"core.json", "{}", {{"targets.tsv", "HER2\tErbB2"}}}, {"mine.json", "{\"a\":1}", {}}};
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  CHECK(store.ontology_sources().empty());
  store.set_ontology(sources);
  store.commit();
  CHECK(store.ontology_sources() == sources);
}

TEST_CASE("names find nodes without case, marks and legal forms") {
  const Folder folder;
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  put_all(store, programme(), small_ontology());
  for (const char* const name : {"nordic conjugates", "Nordic Conjugates Inc", "NCI", "NORDIC CONJUGATES, INC."}) {
    CAPTURE(name);
    const auto hits = store.find(name);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].uid == "company/nordic-conjugates-inc");
    CHECK(hits[0].name == "Nordic Conjugates, Inc.");
    CHECK(hits[0].degree == 2);
  }
  CHECK(store.find("nothing").empty());
  const auto near = store.nearest("norumab-DM2", 3);
  REQUIRE_FALSE(near.empty());
  CHECK(near[0].uid == "compound/norumab-dm1");
}

TEST_CASE("edges carry what all their statements say") {
  const Folder folder;
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  put_all(store, programme(), small_ontology());
  const auto targets = store.edges("compound/norumab-dm1", true, "targets");
  REQUIRE(targets.size() == 1);
  CHECK(targets[0].confidence == 0.97);
  CHECK(targets[0].evidence.size() == 2);
  CHECK(std::is_sorted(targets[0].evidence.begin(), targets[0].evidence.end()));
  const auto partners = store.edges("company/alder-pharma-ag", true, "collaborates_with");
  REQUIRE(partners.size() == 1);
  CHECK(partners[0].target == "company/nordic-conjugates-inc");
  CHECK(partners[0].evidence.size() == 2);
  CHECK(store.edges("compound/norumab-dm1", true).size() == 5);
  CHECK(store.edges("compound/norumab-dm1", false).size() == 1);
}

TEST_CASE("a selection gives a part of the graph") {
  const Folder folder;
  const Ontology ontology = small_ontology();
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  put_all(store, programme(), ontology);
  Selection selection;
  SUBCASE("a relation and its ends") {
    selection.relations = {"targets"};
    const Graph part = graph_of(store, ontology, selection);
    CHECK(uids(part.nodes) == std::vector<std::string>{"compound/norumab-dm1", "target/her2"});
    CHECK(part.edges.size() == 1);
    CHECK(part.filings.size() == 2);
  }
  SUBCASE("types and what is between them") {
    selection.types = {"Company"};
    const Graph part = graph_of(store, ontology, selection);
    CHECK(part.nodes.size() == 3);
    CHECK(part.edges.size() == 2);
  }
  SUBCASE("around a node") {
    selection.from = "target/her2";
    CHECK(uids(graph_of(store, ontology, selection).nodes) == std::vector<std::string>{"compound/norumab-dm1", "target/her2"});
    selection.hops = 2;
    CHECK(graph_of(store, ontology, selection).nodes.size() == 7);
    CHECK(graph_of(store, ontology, selection).edges.size() == 6);
  }
  SUBCASE("as of a day: what filings up to then say, and no more") {
    selection.as_of = "2007";
    const Graph part = graph_of(store, ontology, selection);
    CHECK(part.filings.size() == 1);
    CHECK(part.edges.size() == 5);
    for (const Edge& edge : part.edges) CHECK(edge.confidence == 0.9);
  }
  SUBCASE("since a day") {
    selection.since = "2009-05";
    const Graph part = graph_of(store, ontology, selection);
    REQUIRE(part.edges.size() == 1);
    CHECK(part.edges[0].relation == "pays");
  }
  SUBCASE("modality and confidence") {
    selection.modalities = {Modality::planned};
    CHECK(graph_of(store, ontology, selection).edges.size() == 1);
    selection.modalities = {};
    selection.min_confidence = 0.95;
    CHECK(graph_of(store, ontology, selection).edges.size() == 1);
  }
  SUBCASE("around no node") {
    selection.from = "target/her9";
    CHECK_THROWS_WITH_AS(graph_of(store, ontology, selection), "no node 'target/her9'", UnknownName);
  }
}

TEST_CASE("a store tells why two names are one node") {
  const Folder folder;
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  put_all(store, programme(), small_ontology());
  CHECK(store.why_same("NCI", "Nordic Conjugates") ==
        std::vector<std::string>{"NCI = Nordic Conjugates, Inc.: defined term in 8-K 2007-07-31"});
  CHECK(store.why_same("ErbB2", "HER2") == std::vector<std::string>{"ErbB2 = HER2: parenthesis in 10-K 2008-03-10"});
  CHECK(store.why_same("norumab dm1", "norumab-DM1").size() == 1);
  CHECK(store.why_same("HER2", "NCI").empty());
}
