#include "graph/merge.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "graph/store.hpp"
#include "ontology/load.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/ontology.hpp"
#include "tests/graph/records.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::testing;

namespace {

const Ontology& ontology() {
  static const Ontology made = small_ontology();
  return made;
}

/// Nodes 0 to 3, in order of uid.
std::vector<ResolvedNode> four_nodes() {
  std::vector<ResolvedNode> nodes(4);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].node.uid = "company/" + std::string(1, static_cast<char>('a' + i));
    nodes[i].node.type = "Company";
  }
  return nodes;
}

Said say(std::uint32_t subject, const std::string& relation, std::uint32_t object, const Qualifiers& qualifiers = {}) {
  static std::int64_t number = 0;
  Said said;
  said.filing = 1;
  said.statement = ++number;
  said.subject = subject;
  said.object = object;
  said.relation = relation;
  said.qualifiers = qualifiers;
  said.confidence = 0.5;
  said.rule = relation + ".verb.1";
  return said;
}

Qualifiers text(const std::string& name, const std::string& value) { return {{name, {value}}}; }

std::vector<Edge> merged(const std::vector<Said>& said) {
  std::vector<Edge> edges;
  for (const MergedEdge& one : merge(said, four_nodes(), ontology())) edges.push_back(one.edge);
  return edges;
}

}  // namespace

TEST_CASE("statements of one identity are one edge, with all that they say") {
  std::vector<Said> said = {say(0, "collaborates_with", 1, text("date", "2007")), say(0, "collaborates_with", 1, text("date", "2006-05"))};
  said[1].modality = Modality::possible;
  said[0].modality = Modality::planned;
  said[1].confidence = 0.8;
  said[1].rule = "collaborates_with.noun.1";
  const auto edges = merged(said);
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].qualifiers == Qualifiers{{"date", {std::string("2006-05"), std::string("2007")}}});
  CHECK(edges[0].modality == Modality::planned);
  CHECK(edges[0].confidence == 0.8);
  CHECK(edges[0].rules == std::vector<std::string>{"collaborates_with.noun.1", "collaborates_with.verb.1"});
}

TEST_CASE("a symmetric relation is one edge, from the smaller uid") {
  const auto edges = merged({say(2, "collaborates_with", 1), say(1, "collaborates_with", 2)});
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].source == "company/b");
  CHECK(edges[0].target == "company/c");
  CHECK(merged({say(2, "pays", 1), say(1, "pays", 2)}).size() == 2);
}

TEST_CASE("identity qualifiers make two facts of two statements") {
  CHECK(merged({say(0, "pays", 1, text("kind", "upfront")), say(0, "pays", 1, text("kind", "milestone"))}).size() == 2);
  CHECK(merged({say(0, "pays", 1, text("kind", "upfront")), say(0, "pays", 1, text("kind", "Upfront"))}).size() == 1);
  CHECK(merged({say(0, "pays", 1, {{"amount", {5e6}}}), say(0, "pays", 1, {{"amount", {6e6}}})}).size() == 2);
  CHECK(merged({say(0, "pays", 1, text("currency", "USD")), say(0, "pays", 1, text("currency", "EUR"))}).size() == 1);
}

TEST_CASE("a statement that leaves out part of the identity counts for the only edge that fits") {
  const Said full = say(0, "pays", 1, {{"kind", {std::string("milestone")}}, {"amount", {5e6}}, {"currency", {std::string("USD")}}});
  CHECK(merged({full, say(0, "pays", 1)}).size() == 1);
  CHECK(merged({full, say(0, "pays", 1, text("kind", "milestone"))}).size() == 1);
  CHECK(merged({full, say(0, "pays", 1), say(0, "pays", 1, text("kind", "milestone"))}).size() == 1);
  SUBCASE("not where it says something else") {
    CHECK(merged({full, say(0, "pays", 1, text("kind", "upfront"))}).size() == 2);
    CHECK(merged({full, say(0, "pays", 1, text("currency", "EUR"))}).size() == 2);
  }
  SUBCASE("not where several fit") {
    const Said other = say(0, "pays", 1, text("kind", "upfront"));
    CHECK(merged({full, other, say(0, "pays", 1)}).size() == 3);
  }
}

TEST_CASE("a thing has no facts with itself") { CHECK(merged({say(1, "collaborates_with", 1)}).empty()); }

TEST_CASE("what is derived counts only where no filing says it") {
  Said derived = say(0, "pays", 1);
  derived.derived = true;
  derived.rule = "derive.x";
  CHECK(merged({derived})[0].derived);
  const auto both = merged({derived, say(0, "pays", 1)});
  REQUIRE(both.size() == 1);
  CHECK_FALSE(both[0].derived);
  CHECK(both[0].rules == std::vector<std::string>{"pays.verb.1"});
  CHECK(merged({derived, say(0, "pays", 1, text("kind", "upfront"))}).size() == 1);
}

TEST_CASE("the order of statements does not matter") {
  std::mt19937 random(11);
  const std::vector<std::string> relations = {"pays", "collaborates_with", "unknown_relation"};
  std::vector<Said> said;
  for (int i = 0; i < 300; ++i) {
    Qualifiers qualifiers;
    if (random() % 2 == 0) qualifiers["kind"] = {std::string(random() % 2 == 0 ? "upfront" : "milestone")};
    if (random() % 2 == 0) qualifiers["amount"] = {static_cast<double>(random() % 3)};
    if (random() % 3 == 0) qualifiers["currency"] = {std::string(random() % 2 == 0 ? "USD" : "EUR")};
    said.push_back(say(random() % 4, relations[random() % relations.size()], random() % 4, qualifiers));
    said.back().confidence = static_cast<double>(random() % 10) / 10;
  }
  const std::vector<Edge> expected = merged(said);
  CHECK(std::is_sorted(expected.begin(), expected.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.source, a.relation, a.target, a.uid) < std::tie(b.source, b.relation, b.target, b.uid);
  }));
  for (int round = 0; round < 20; ++round) {
    std::shuffle(said.begin(), said.end(), random);
    CHECK(merged(said) == expected);
  }
}

TEST_CASE("things that qualifiers name are called as the graph calls them") {
  const Folder folder;
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  for (const char* const name : {"breast cancer", "BC"}) {
    FilingBuilder filing(name, "8-K", "2010-01-01");
    const auto compound = filing.thing("Compound", "NC-101");
    filing.thing("Indication", "breast cancer", {{"BC", "parenthesis"}});
    filing.fact(compound, "in_phase", filing.thing("Phase", "Phase 1"), {{"indication", {std::string(name)}}});
    store.put(filing);
  }
  store.rebuild(ontology());
  const auto edges = store.edges("compound/nc-101", true);
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].qualifiers == text("indication", "breast cancer"));
  CHECK(edges[0].evidence.size() == 2);
}

TEST_CASE("what several filings say together is derived, and goes with any of them") {
  const Folder folder;
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  FilingBuilder first("first", "8-K", "2010-01-01");
  first.fact(first.thing("Compound", "norumab-DM1"), "has_antibody", first.thing("Compound", "norumab"));
  FilingBuilder second("second", "8-K", "2011-01-01");
  second.fact(second.thing("Compound", "norumab-DM1"), "has_payload", second.thing("Payload", "DM1"));
  store.put(first);
  store.rebuild(core());
  CHECK(store.edges("compound/norumab", true).empty());
  store.put(second);
  store.rebuild(core());
  const auto edges = store.edges("compound/norumab", true, "linked_to");
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].derived);
  CHECK(edges[0].target == "payload/dm1");
  CHECK(edges[0].rules == std::vector<std::string>{"derive.antibody-payload"});
  CHECK(edges[0].confidence <= 0.9);
  CHECK(edges[0].evidence.size() == 2);

  Selection selection;
  selection.relations = {"linked_to"};
  const auto derived_edges = [&] {
    std::size_t count = 0;
    store.view(core(), selection)->for_each_edge([&](const Edge&) { ++count; });
    return count;
  };
  CHECK(derived_edges() == 1);
  selection.as_of = "2010";
  CHECK(derived_edges() == 0);
  selection.as_of = "2011";
  CHECK(derived_edges() == 1);
  selection.as_of = "";
  selection.since = "2011";
  CHECK(derived_edges() == 1);
  selection.since = "2012";
  CHECK(derived_edges() == 0);

  store.retract(first.records().filing.key);
  store.rebuild(core());
  CHECK(store.edges("compound/norumab-dm1", true).size() == 1);
  CHECK_FALSE(store.node("compound/norumab").has_value());
}
