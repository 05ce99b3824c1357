#include "graph/decisions.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "graph/resolve.hpp"
#include "graph/store.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/ontology.hpp"
#include "tests/graph/records.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::testing;

namespace {

std::vector<Decision> read(const std::string& text) { return read_decisions({{"who.tsv", text}}, small_ontology()); }

/// What reading `text` is refused with; empty where it is not.
std::string fault(const std::string& text) {
  try {
    read(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

Thing thing(const std::string& filing, const std::string& name, const std::vector<std::pair<std::string, std::string>>& names = {},
            const std::map<std::string, std::string>& ids = {}, const std::string& type = "Company") {
  Thing made{filing, "entity 0", type, name, {}, ids};
  for (const auto& [text, how] : names) made.names.push_back({text, how});
  return made;
}

/// The names of each node, in order: "Acme=Acme Inc."
std::vector<std::string> nodes_of(const std::vector<Thing>& things, const std::string& decisions) {
  std::vector<std::string> nodes;
  const Ontology ontology = small_ontology();
  for (const ResolvedNode& resolved : resolve(things, TypeRules(ontology), read(decisions)).nodes) {
    std::vector<std::string> names = resolved.node.aliases;
    names.push_back(resolved.node.name);
    std::sort(names.begin(), names.end());
    std::string& text = nodes.emplace_back();
    for (const std::string& name : names) text += (text.empty() ? "" : "=") + name;
  }
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

using Nodes = std::vector<std::string>;

}  // namespace

TEST_CASE("a file of decisions has a line each, and comments") {
  const auto decisions = read("# who is who\n\nsame\tCompany\tSeagen Inc.\tSeattle Genetics, Inc.\tSGI\r\ndifferent\tCompany\t Merck & Co., Inc. \tMerck KGaA");
  REQUIRE(decisions.size() == 2);
  CHECK(decisions[0] == Decision{true, "Company", {"Seagen Inc.", "Seattle Genetics, Inc.", "SGI"}, "who.tsv", 3});
  CHECK(decisions[1] == Decision{false, "Company", {"Merck & Co., Inc.", "Merck KGaA"}, "who.tsv", 4});
  CHECK(decisions[1].where() == "who.tsv:4");
  CHECK(read("").empty());
}

TEST_CASE("what is no decision is told with file and line, all of it at once") {
  CHECK(fault("same Company A B") == "who.tsv:1: 'same Company A B' is no decision; a line is 'same' or 'different', a type and two names or more, with tabs between");
  CHECK(fault("same\tCompany\tA") == "who.tsv:1: a decision needs a type and two names or more, with tabs between; this line has 2 of them");
  CHECK(fault("#\nsame\tCompnay\tA\tB") == "who.tsv:2: unknown type 'Compnay'; did you mean 'Company'?");
  CHECK(fault("same\tDeal\tA\tB") == "who.tsv:1: a Deal has no name by which it could be known");
  CHECK(fault("same\tCompany\tA\t--") == "who.tsv:1: '--' is no name: it has neither letter nor digit");
  CHECK(fault("same\tCompany\tA\t\xff") == "who.tsv:1: bytes that are no UTF-8; save the file as UTF-8");
  CHECK(fault("smae\tCompany\tA\tB\nsame\tTarget\tA\n") ==
        "who.tsv:1: 'smae' is no decision; a line is 'same' or 'different', a type and two names or more, with tabs between\n"
        "who.tsv:2: a decision needs a type and two names or more, with tabs between; this line has 2 of them");
}

TEST_CASE("lines that contradict each other are told with the lines between them") {
  CHECK(fault("same\tCompany\tAcme\tBolt\ndifferent\tCompany\tBOLT\tacme\n") ==
        "who.tsv:2: 'BOLT' and 'acme' are told apart here, but are the same by who.tsv:1; drop one of the lines");
  CHECK(fault("different\tCompany\tA\tC\nsame\tCompany\tA\tB\nsame\tCompany\tB\tC\tD\n") ==
        "who.tsv:1: 'A' and 'C' are told apart here, but are the same by who.tsv:2 and who.tsv:3; drop one of the lines");
  CHECK(fault("different\tCompany\tAcme\tACME\n") == "who.tsv:1: 'Acme' and 'ACME' are the same name but for case and marks, and cannot be told apart by it");
  CHECK(fault("same\tCompany\tA\tB\ndifferent\tTarget\tA\tB\ndifferent\tCompany\tA\tC\n").empty());
  try {
    read_decisions({{"one.tsv", "same\tCompany\tA\tB\n"}, {"two.tsv", "different\tCompany\tB\tA\n"}}, small_ontology());
    FAIL("a contradiction of two files was not told");
  } catch (const InputError& error) {
    CHECK(error.what() == std::string("two.tsv:1: 'B' and 'A' are told apart here, but are the same by one.tsv:1; drop one of the lines"));
  }
}

TEST_CASE("'same' joins what nothing else would, against ids and legal forms") {
  const std::vector<Thing> things = {thing("a", "Seattle Genetics, Inc.", {}, {{"cik", "1060736"}}), thing("b", "Seagen Inc."), thing("c", "Seagen B.V.", {}, {{"cik", "7"}}),
                                     thing("d", "Other, Inc.", {}, {{"cik", "7"}}), thing("e", "Seagen", {}, {}, "Compound")};
  const Nodes apart = nodes_of(things, "");
  CHECK(std::find(apart.begin(), apart.end(), "Seattle Genetics, Inc.") != apart.end());
  const Nodes joined = nodes_of(things, "same\tCompany\tSeattle Genetics\tSeagen\n");
  CHECK(joined == Nodes{"Other, Inc.=Seagen B.V.=Seagen Inc.=Seattle Genetics, Inc.", "Seagen"});
  const Nodes by_form = nodes_of(things, "same\tCompany\tSeattle Genetics\tSeagen Inc.\n");
  CHECK(by_form == Nodes{"Other, Inc.", "Seagen", "Seagen B.V.", "Seagen Inc.=Seattle Genetics, Inc."});
}

TEST_CASE("'same' takes another name of a thing where none is called so in full") {
  const std::vector<Thing> things = {thing("a", "Fir Biotech Holding", {{"FBH", "defined term"}}), thing("b", "Larch, Inc.")};
  CHECK(nodes_of(things, "same\tCompany\tFBH\tLarch\n") == Nodes{"FBH=Fir Biotech Holding=Larch, Inc."});
  CHECK(nodes_of(things, "same\tCompany\tFBH\tNobody\n").size() == 2);
}

TEST_CASE("'different' keeps apart what has one id, one name or an alias in common") {
  SUBCASE("one id") {
    const std::vector<Thing> things = {thing("a", "Acme, Inc.", {}, {{"cik", "5"}}), thing("b", "Bolt, Inc.", {}, {{"cik", "5"}})};
    CHECK(nodes_of(things, "").size() == 1);
    CHECK(nodes_of(things, "different\tCompany\tAcme\tBolt\n") == Nodes{"Acme, Inc.", "Bolt, Inc."});
  }
  SUBCASE("one name but for the legal form") {
    const std::vector<Thing> things = {thing("a", "Alder Ltd"), thing("b", "Alder plc"), thing("c", "Alder Ltd")};
    CHECK(nodes_of(things, "").size() == 1);
    CHECK(nodes_of(things, "different\tCompany\tAlder Ltd\tAlder plc\n") == Nodes{"Alder Ltd", "Alder plc"});
  }
  SUBCASE("a filing that gives the one the name of the other is not believed") {
    const std::vector<Thing> things = {thing("a", "trastuzumab-DM1", {{"huN901-DM1", "parenthesis"}}, {}, "Compound"), thing("b", "huN901-DM1", {}, {}, "Compound")};
    CHECK(nodes_of(things, "").size() == 1);
    CHECK(nodes_of(things, "different\tCompound\thuN901-DM1\ttrastuzumab-DM1\n") == Nodes{"huN901-DM1", "trastuzumab-DM1"});
  }
  SUBCASE("more than two") {
    const std::vector<Thing> things = {thing("a", "A1, Inc.", {}, {{"cik", "5"}}), thing("b", "B1, Inc.", {}, {{"cik", "5"}}), thing("c", "C1, Inc.", {}, {{"cik", "5"}})};
    CHECK(nodes_of(things, "different\tCompany\tA1\tB1\tC1\n").size() == 3);
  }
}

TEST_CASE("a decision counts for its type alone") {
  const std::vector<Thing> things = {thing("a", "NM4", {}, {}, "Payload"), thing("b", "NM-4 toxin", {}, {}, "Payload"), thing("c", "NM4", {}, {}, "Compound"),
                                     thing("d", "NM-4 toxin", {}, {}, "Compound")};
  CHECK(nodes_of(things, "same\tPayload\tNM4\tNM-4 toxin\n").size() == 3);
}

TEST_CASE("the store keeps decisions, merges by them, tells them, and takes them back") {
  const Folder folder;
  const std::string path = folder.file("g.rxg");
  const Ontology ontology = small_ontology();
  const auto decided = read("same\tCompany\tBirch Therapeutics\tNordic Conjugates\ndifferent\tTarget\tHER2\tErbB2\n");
  {
    Store store = Store::open(path, Store::Mode::write);
    for (const FilingRecords& records : programme()) store.put(records);
    store.rebuild(ontology);
    CHECK(store.node("company/birch-therapeutics-inc").has_value());
    CHECK(store.node("target/her2")->aliases == std::vector<std::string>{"ErbB2"});
    store.set_decisions(decided);
    CHECK_FALSE(store.up_to_date());
    store.rebuild(ontology);
    CHECK(store.up_to_date());
  }
  Store store = Store::open(path, Store::Mode::write);
  CHECK(store.decisions() == decided);
  CHECK_FALSE(store.node("company/birch-therapeutics-inc").has_value());
  CHECK(store.node("target/her2")->aliases.empty());
  CHECK(store.node("target/erbb2").has_value());
  CHECK(store.why_same("Birch Therapeutics", "Nordic Conjugates") == std::vector<std::string>{"Birch Therapeutics = Nordic Conjugates: decided in who.tsv:1"});
  const auto joins = store.joins("company/nordic-conjugates-inc");
  CHECK(std::any_of(joins.begin(), joins.end(), [](const Store::Join& join) { return join.reason == "same who.tsv:1"; }));
  SUBCASE("the same decisions change nothing") {
    store.set_decisions(decided);
    CHECK(store.up_to_date());
  }
  SUBCASE("none take all back") {
    store.set_decisions({});
    store.rebuild(ontology);
    CHECK(store.node("company/birch-therapeutics-inc").has_value());
    CHECK(store.why_same("Birch Therapeutics", "Nordic Conjugates").empty());
    CHECK(store.node("target/her2")->aliases == std::vector<std::string>{"ErbB2"});
  }
}

TEST_CASE("the order of filings does not matter to what is decided") {
  std::vector<Thing> things = {thing("a", "Acme, Inc.", {{"AC", "defined term"}}), thing("b", "Bolt AG", {}, {{"cik", "5"}}), thing("c", "Bolt GmbH", {}, {{"cik", "6"}}), thing("d", "AC")};
  const std::string decisions = "same\tCompany\tAcme\tBolt AG\ndifferent\tCompany\tBolt AG\tBolt GmbH\n";
  const Nodes wanted = nodes_of(things, decisions);
  std::sort(things.begin(), things.end(), [](const Thing& a, const Thing& b) { return a.filing > b.filing; });
  for (std::size_t i = 0; i < things.size(); ++i) things[i].filing = std::string(1, static_cast<char>('a' + i));
  CHECK(nodes_of(things, decisions) == wanted);
}
