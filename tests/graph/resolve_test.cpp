#include "graph/resolve.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/graph/ontology.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::testing;

namespace {

Thing thing(const std::string& filing, int number, const std::string& type, const std::string& name,
            const std::vector<Thing::Name>& names = {}, const std::map<std::string, std::string>& ids = {}) {
  return {filing, "entity " + std::to_string(number), type, name, names, ids};
}

/// The uid of each thing.
std::vector<std::string> resolved(const std::vector<Thing>& things) {
  static const TypeRules rules(small_ontology());
  const Resolution resolution = resolve(things, rules);
  std::vector<std::string> uids;
  for (const std::uint32_t node : resolution.node_of) uids.push_back(resolution.nodes[node].node.uid);
  return uids;
}

bool one(const std::vector<std::string>& uids) { return std::set<std::string>(uids.begin(), uids.end()).size() == 1; }
bool all_apart(const std::vector<std::string>& uids) { return std::set<std::string>(uids.begin(), uids.end()).size() == uids.size(); }

}  // namespace

TEST_CASE("strong keys join, whatever the names") {
  CHECK(one(resolved({thing("a", 0, "Company", "Old Name Corp", {}, {{"cik", "0000000042"}}),
                      thing("b", 0, "Company", "New Name Inc", {}, {{"cik", "42"}})})));
  CHECK(one(resolved({thing("a", 0, "Company", "Old Name Corp", {}, {{"ticker", "NASDAQ:ABCD"}}),
                      thing("b", 0, "Company", "New Name Inc", {}, {{"ticker", "abcd"}})})));
  CHECK(one(resolved({thing("a", 0, "Target", "HER2", {}, {{"hgnc", "3430"}}), thing("b", 0, "Target", "ErbB2", {}, {{"hgnc", "3430"}})})));
}

TEST_CASE("nothing is joined against a contradiction") {
  SUBCASE("two CIKs of one name: what has none stays apart from both") {
    const auto uids = resolved({thing("a", 0, "Company", "Acme Inc", {}, {{"cik", "1"}}), thing("b", 0, "Company", "Acme Inc", {}, {{"cik", "2"}}),
                                thing("c", 0, "Company", "Acme"), thing("d", 0, "Company", "Acme, Inc."),
                                thing("e", 0, "Company", "ACME", {}, {{"cik", "1"}})});
    CHECK(uids[0] == uids[4]);
    CHECK(uids[2] == uids[3]);
    CHECK(all_apart({uids[0], uids[1], uids[2]}));
  }
  SUBCASE("a shared ticker does not join two CIKs") {
    CHECK(all_apart(resolved({thing("a", 0, "Company", "Acme Inc", {}, {{"cik", "1"}, {"ticker", "ACM"}}),
                              thing("b", 0, "Company", "Zenith Inc", {}, {{"cik", "2"}, {"ticker", "ACM"}})})));
  }
  SUBCASE("legal forms of two families of law") {
    const auto uids = resolved({thing("a", 0, "Company", "Larch & Co., Inc."), thing("b", 0, "Company", "Larch AG"),
                                thing("c", 0, "Company", "LARCH & CO INC"), thing("d", 0, "Company", "Larch")});
    CHECK(uids[0] == uids[2]);
    CHECK(all_apart({uids[0], uids[1], uids[3]}));
  }
  SUBCASE("two registry ids") {
    CHECK(all_apart(resolved({thing("a", 0, "Target", "CD20", {}, {{"hgnc", "1"}}), thing("b", 0, "Target", "CD20", {}, {{"hgnc", "2"}})})));
  }
}

TEST_CASE("nothing is joined across types, and deals never") {
  CHECK(all_apart(resolved({thing("a", 0, "Compound", "DM1"), thing("b", 0, "Payload", "DM1")})));
  CHECK(all_apart(resolved({thing("a", 0, "Deal", "license"), thing("a", 1, "Deal", "license"), thing("b", 0, "Deal", "license")})));
}

TEST_CASE("things whose names have one normal form are one") {
  CHECK(one(resolved({thing("a", 0, "Company", "Alder Pharma AG"), thing("b", 0, "Company", "ALDER PHARMA"), thing("c", 0, "Company", "Alder-Pharma AG")})));
  CHECK(one(resolved({thing("a", 0, "Indication", "Solid tumors"), thing("b", 0, "Indication", "solid tumor")})));
  CHECK(one(resolved({thing("a", 0, "Phase", "Phase II"), thing("b", 0, "Phase", "Phase 2")})));
  CHECK(all_apart(resolved({thing("a", 0, "Compound", "NC-101"), thing("b", 0, "Compound", "NC-102")})));
}

TEST_CASE("names that a filing equates join things of other filings") {
  SUBCASE("a code") {
    CHECK(one(resolved({thing("a", 0, "Compound", "norumab emtansine", {{"NC-101", "parenthesis"}}), thing("b", 0, "Compound", "NC-101"),
                        thing("c", 0, "Compound", "Norvexa", {{"NC-101", "formerly"}})})));
  }
  SUBCASE("an acronym with one meaning") {
    CHECK(one(resolved({thing("a", 0, "Company", "Seaside Genetics, Inc.", {{"SGI", "defined term"}}), thing("b", 0, "Company", "SGI")})));
  }
  SUBCASE("an acronym with two meanings joins neither") {
    CHECK(all_apart(resolved({thing("a", 0, "Company", "Seaside Genetics, Inc.", {{"SGI", "defined term"}}),
                              thing("b", 0, "Company", "Silver Graphics, Inc.", {{"SGI", "defined term"}}), thing("c", 0, "Company", "SGI")})));
    CHECK(all_apart(resolved({thing("a", 0, "Indication", "multiple sclerosis", {{"MS", "parenthesis"}}),
                              thing("b", 0, "Indication", "mitral stenosis", {{"MS", "parenthesis"}})})));
  }
  SUBCASE("a name that one filing gives to two things") {
    CHECK(all_apart(resolved({thing("a", 0, "Company", "Acme Biotech, Inc.", {{"Acme", "defined term"}}),
                              thing("a", 1, "Company", "Acme Devices, Inc.", {{"Acme", "defined term"}}), thing("b", 0, "Company", "Acme")})));
  }
  SUBCASE("a name for short joins nothing") {
    CHECK(all_apart(resolved({thing("a", 0, "Indication", "metastatic breast cancer", {{"breast cancer", "shorter form"}}),
                              thing("b", 0, "Indication", "early breast cancer", {{"breast cancer", "shorter form"}}),
                              thing("c", 0, "Indication", "breast cancer")})));
  }
  SUBCASE("a defined term or a common noun joins nothing") {
    CHECK(all_apart(resolved({thing("a", 0, "Compound", "norumab", {{"Product", "defined term"}}), thing("b", 0, "Compound", "birchinib", {{"Product", "defined term"}})})));
    CHECK(all_apart(resolved({thing("a", 0, "Company", "Acme, Inc.", {{"Company", "defined term"}}), thing("b", 0, "Company", "Company")})));
  }
}

TEST_CASE("a node is called what most filings call it") {
  static const TypeRules rules(small_ontology());
  const std::vector<Thing> things = {
      thing("a", 0, "Company", "ACME BIOTECH INC", {{"ACME BIOTECH INC", "header"}}, {{"cik", "1"}}),
      thing("b", 0, "Company", "ACME BIOTECH INC", {{"ACME BIOTECH INC", "header"}}, {{"cik", "1"}}),
      thing("c", 0, "Company", "Acme Biotech, Inc.", {{"Acme", "defined term"}}, {{"cik", "1"}, {"ticker", "ACM"}})};
  const Resolution resolution = resolve(things, rules);
  REQUIRE(resolution.nodes.size() == 1);
  const ResolvedNode& node = resolution.nodes[0];
  CHECK(node.node.name == "Acme Biotech, Inc.");
  CHECK(node.node.uid == "company/acme-biotech-inc");
  CHECK(node.node.aliases == std::vector<std::string>{"ACME BIOTECH INC", "Acme"});
  CHECK(node.node.ids == std::map<std::string, std::string>{{"cik", "1"}, {"ticker", "ACM"}});
  CHECK(node.node.filings == 3);
  CHECK(node.members[0].reason.empty());
  CHECK(node.members[2].reason == "cik 1");
}

TEST_CASE("uids are unique and made of letters, digits and hyphens") {
  const auto uids = resolved({thing("a", 0, "Company", "Acme Inc", {}, {{"cik", "1"}}), thing("b", 0, "Company", "Acme Inc", {}, {{"cik", "2"}}),
                              thing("c", 0, "Compound", "\xCE\xB1-CD20/x"), thing("d", 0, "Compound", "---")});
  CHECK(all_apart(uids));
  for (const std::string& uid : uids) {
    CHECK(uid.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string::npos);
  }
  CHECK(uids[2] == "compound/alpha-cd20-x");
}

TEST_CASE("who is who does not depend on where filings stand") {
  // Filings are sorted by key: other keys are another order. What is joined must be the same.
  std::mt19937 random(7);
  const std::vector<std::string> names = {"Acme", "Acme Inc", "Acme AG", "Acme Biotech", "AB", "Birch", "Birch Acme"};
  for (int round = 0; round < 200; ++round) {
    std::vector<Thing> things;
    for (int i = 0; i < 12; ++i) {
      std::vector<Thing::Name> others;
      if (random() % 2 == 0) others.push_back({names[random() % names.size()], "parenthesis"});
      std::map<std::string, std::string> ids;
      if (random() % 3 == 0) ids["cik"] = std::to_string(1 + random() % 2);
      things.push_back(thing("", i, "Company", names[random() % names.size()], others, ids));
    }
    std::vector<std::size_t> order(things.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::vector<std::vector<bool>> together;
    for (int shuffle = 0; shuffle < 3; ++shuffle) {
      std::vector<Thing> shuffled;
      for (std::size_t i = 0; i < order.size(); ++i) {
        shuffled.push_back(things[order[i]]);
        shuffled.back().filing = std::string(1, static_cast<char>('a' + i));
      }
      const auto uids = resolved(shuffled);
      std::vector<bool> same(things.size() * things.size());
      for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = 0; j < order.size(); ++j) same[order[i] * order.size() + order[j]] = uids[i] == uids[j];
      }
      together.push_back(same);
      std::shuffle(order.begin(), order.end(), random);
    }
    CHECK(together[0] == together[1]);
    CHECK(together[0] == together[2]);
  }
}
