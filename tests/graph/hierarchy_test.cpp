#include "graph/hierarchy.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "graph/name_parts.hpp"
#include "graph/store.hpp"
#include "ontology/load.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/records.hpp"

namespace rxgraph::graph {
using rxgraph::testing::FilingBuilder;

namespace {

/// "cancer < breast, metastatic"
std::string parts(const std::string& name) {
  static const TypeRules rules(core());
  static const NameTaker taker(core(), "Indication", rules.of("Indication"));
  const NameParts taken = taker.parts_of(name);
  std::string text = taken.core;
  for (const std::string& modifier : taken.modifiers) text += (&modifier == taken.modifiers.data() ? " < " : ", ") + modifier;
  return text;
}

struct Made {
  std::string type;
  std::string name;
  std::vector<Thing::Name> names = {};
  bool active = true;
};

/// The kinships among things of one filing: "narrower < broader", "~" where a vocabulary says it.
std::vector<std::string> kin(const std::vector<Made>& made, const std::string& type = "Indication") {
  const TypeRules rules(core());
  std::vector<Thing> things;
  for (const Made& one : made) things.push_back({"f", "entity " + std::to_string(things.size()), one.type, one.name, one.names, {}});
  const Resolution resolution = resolve(things, rules);
  std::vector<bool> active(resolution.nodes.size());
  for (std::size_t i = 0; i < made.size(); ++i) active[resolution.node_of[i]] = active[resolution.node_of[i]] || made[i].active;
  std::vector<std::string> lines;
  for (const Kinship& kinship : kinships(type, active, things, resolution, core(), rules)) {
    lines.push_back(resolution.nodes[kinship.narrower].node.name + (kinship.by_name ? " < " : " ~ ") + resolution.nodes[kinship.broader].node.name);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<Made> indications(const std::vector<std::string>& names) {
  std::vector<Made> made;
  for (const std::string& name : names) made.push_back({"Indication", name});
  return made;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("names of diseases are taken apart into what is meant and what narrows it") {
  CHECK(parts("breast cancer") == "cancer < breast");
  CHECK(parts("HER2-positive metastatic breast cancer") == "cancer < breast, her2 positive, metastatic");
  CHECK(parts("metastatic HER2 positive breast cancer") == "cancer < breast, her2 positive, metastatic");
  CHECK(parts("cancer of the breast") == "cancer < breast");
  CHECK(parts("relapsed or refractory multiple myeloma") == parts("multiple myeloma") + (parts("multiple myeloma").find('<') == std::string::npos ? " < " : ", ") + "relapsed or refractory");
  CHECK(parts("advanced or metastatic breast cancer") == "cancer < advanced|metastatic, breast");
  CHECK(parts("metastatic non-small cell lung cancer (NSCLC)") == "cancer < lung, metastatic, non small cell");
}

TEST_CASE("a word that no vocabulary declares narrows nothing") {
  CHECK(parts("Duchenne muscular dystrophy") == "duchennemusculardystrophy");
  CHECK(parts("cystic fibrosis") == "cysticfibrosis");
  CHECK(parts("hay fever") == "hayfever");
  CHECK(parts("") == "");
  CHECK(parts("metastatic") == "metastatic");
}

TEST_CASE("a thing is a kind of the nearest ones with the same core and fewer modifiers") {
  CHECK(kin(indications({"HER2-positive metastatic breast cancer", "metastatic breast cancer", "HER2-positive breast cancer", "breast cancer", "lung cancer", "cancer"})) ==
        Lines{"HER2-positive breast cancer < breast cancer", "HER2-positive metastatic breast cancer < HER2-positive breast cancer",
              "HER2-positive metastatic breast cancer < metastatic breast cancer", "breast cancer < cancer", "lung cancer < cancer", "metastatic breast cancer < breast cancer"});
}

TEST_CASE("an alternative is no kind of one of its parts, nor a negation of what it denies") {
  CHECK(kin(indications({"relapsed or refractory lymphoma", "refractory lymphoma"})) == Lines{});
  CHECK(kin(indications({"non-Hodgkin lymphoma", "Hodgkin lymphoma", "non-small cell lung cancer", "small cell lung cancer"})) == Lines{});
}

TEST_CASE("what a loaded vocabulary says joins where names say nothing, and leaves out what lies between") {
  CHECK(kin({{"Indication", "angiosarcoma", {{"sarcoma", "broader"}, {"cancer", "broader"}}}, {"Indication", "sarcoma", {{"cancer", "broader"}}}, {"Indication", "cancer"}}) ==
        Lines{"angiosarcoma ~ sarcoma", "sarcoma ~ cancer"});
}

TEST_CASE("where nothing is said of what lies between, the farther one is joined as well") {
  std::vector<Made> made = indications({"metastatic breast cancer", "breast cancer", "cancer"});
  made[1].active = false;
  CHECK(kin(made) == Lines{"metastatic breast cancer < breast cancer", "metastatic breast cancer < cancer"});
  made[0].active = false;
  CHECK(kin(made) == Lines{});
}

TEST_CASE("two things that would each be a kind of the other are not joined") {
  CHECK(kin({{"Indication", "shakes", {{"quakes", "broader"}}}, {"Indication", "quakes", {{"shakes", "broader"}}}}) == Lines{});
}

TEST_CASE("nothing is joined across types") {
  CHECK(kin({{"Indication", "metastatic breast cancer"}, {"Compound", "breast cancer"}}) == Lines{});
  CHECK(kin({{"Target", "kinase alpha 1", {{"kinase alpha", "broader"}}}, {"Target", "kinase alpha"}, {"Indication", "kinase alpha"}}, "Target") == Lines{"kinase alpha 1 ~ kinase alpha"});
}

TEST_CASE("ten thousand names of one core are joined in little time") {
  std::vector<Made> made = indications({"cancer", "breast cancer"});
  for (int i = 0; i < 10000; ++i) made.push_back({"Indication", "AB" + std::to_string(i) + "-positive metastatic recurrent advanced primary breast cancer"});
  const auto began = std::chrono::steady_clock::now();
  CHECK(kin(made).size() == 10001);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(60));
}

TEST_CASE("a store tells kinds with a passage that names the narrower one, and a name of the broader finds it") {
  FilingBuilder filing("a", "8-K", "2020-01-02");
  const std::string drug = filing.thing("Compound", "ABC-1");
  const std::string narrow = filing.thing("Indication", "metastatic breast cancer", {{"breast cancer", "shorter form"}, {"female cancer", "broader"}});
  const std::string broad = filing.thing("Indication", "breast cancer");
  const std::string other = filing.thing("Compound", "ABC-2");
  filing.fact(drug, "treats", narrow);
  filing.fact(other, "treats", broad);
  const rxgraph::testing::Folder folder;
  Store store = Store::open(folder.file("a.rxg"), Store::Mode::write);
  store.put(filing.records());
  store.commit();
  store.rebuild(core());
  const std::vector<Edge> edges = store.edges("indication/breast-cancer", false, "subtype_of");
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].source == "indication/metastatic-breast-cancer");
  CHECK(edges[0].derived);
  CHECK(edges[0].rules == std::vector<std::string>{"subtype_of.name"});
  REQUIRE(edges[0].evidence.size() == 1);
  CHECK(edges[0].evidence[0].text == "ABC-1 treats metastatic breast cancer.");
  REQUIRE(store.find("female cancer").size() == 1);
  CHECK(store.find("female cancer")[0].uid == "indication/metastatic-breast-cancer");
  const auto node = store.node("indication/metastatic-breast-cancer");
  CHECK(std::find(node->aliases.begin(), node->aliases.end(), "female cancer") == node->aliases.end());
}

}  // namespace rxgraph::graph
