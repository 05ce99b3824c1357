#include "ontology/derive.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::testing;

namespace {

EntityRef thing(const std::string& type, const std::string& name) { return {type + "/" + name, type, name, {}, {}}; }

Evidence passage(const std::string& filing, std::uint64_t begin, const std::string& text, std::uint32_t document = 1) {
  return {filing, {}, document, {}, {{begin, begin + text.size()}}, {}, text};
}

Statement statement(EntityRef subject, const std::string& relation, EntityRef object, Evidence evidence, Qualifiers qualifiers = {}) {
  Statement made;
  made.subject = std::move(subject);
  made.relation = relation;
  made.object = std::move(object);
  made.qualifiers = std::move(qualifiers);
  made.confidence = 0.5;
  made.evidence = {std::move(evidence)};
  made.kind = core().relation(relation) ? core().relation(relation)->tells() : StatementKind::relation;
  return made;
}

const EntityRef deal = thing("Deal", "d1");
const EntityRef acme = thing("Company", "Acme");
const EntityRef bolt = thing("Company", "Bolt");
const EntityRef conjugate = thing("Compound", "ABC-1");
const EntityRef antibody = thing("Compound", "abcmab");
const EntityRef agent = thing("Payload", "MMAE");

/// "Acme pays Bolt {...}" of each statement, one a line.
std::string told(const std::vector<Statement>& statements) {
  std::string lines;
  for (const Statement& one : statements) {
    lines += one.subject.name + " " + one.relation + " " + one.object.name;
    for (const auto& [name, values] : one.qualifiers) {
      lines += " " + name + "=";
      for (const Value& value : values) {
        if (const auto* text = std::get_if<std::string>(&value)) lines += *text + ";";
        if (const auto* number = std::get_if<double>(&value)) lines += std::to_string(static_cast<long>(*number)) + ";";
      }
    }
    lines += "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("what a conjugate contains is joined") {
  const std::vector<Statement> given{statement(conjugate, "has_antibody", antibody, passage("f", 10, "contains abcmab")),
                                     statement(conjugate, "has_payload", agent, passage("f", 50, "carries MMAE"))};
  const std::vector<Statement> derived = derive(core(), given);
  REQUIRE(told(derived) == "abcmab linked_to MMAE\n");
  CHECK(derived[0].rule == "derive.antibody-payload");
  CHECK(derived[0].confidence == 0.5);
  CHECK(derived[0].kind == StatementKind::relation);
  REQUIRE(derived[0].evidence.size() == 1);
  CHECK(derived[0].evidence[0].ranges == std::vector<ByteRange>{{10, 25}, {50, 62}});
  CHECK(derived[0].evidence[0].text == "contains abcmab | carries MMAE");
}

TEST_CASE("a deal's roles give the binary facts, with the terms that roles carry") {
  const Evidence sentence = passage("f", 0, "Acme licensed ABC-1 from Bolt.");
  const std::vector<Statement> given{statement(deal, "licensee", acme, sentence, {{"date", {"2007-07"}}, {"agreement", {"license"}}}),
                                     statement(deal, "licensor", bolt, sentence, {{"date", {"2007-07"}}}),
                                     statement(deal, "asset", conjugate, sentence, {{"territory", {"Japan"}}, {"exclusivity", {"exclusive"}}})};
  const std::vector<Statement> derived = derive(core(), given);
  CHECK(told(derived) ==
        "Acme licenses ABC-1 date=2007-07; exclusivity=exclusive; licensor=Bolt; territory=Japan;\n"
        "Bolt licenses_to Acme date=2007-07;\n");
  for (const Statement& one : derived) CHECK(one.evidence == std::vector<Evidence>{sentence});
}

TEST_CASE("a premise that is optional may be missing") {
  const Evidence sentence = passage("f", 0, "Acme holds a license to ABC-1.");
  const std::vector<Statement> given{statement(deal, "licensee", acme, sentence), statement(deal, "asset", conjugate, sentence)};
  CHECK(told(derive(core(), given)) == "Acme licenses ABC-1\n");
}

TEST_CASE("payments of one deal do not mix") {
  const Evidence sentence = passage("f", 0, "Acme pays Bolt $5 upfront and $9 at the milestone.");
  std::vector<Statement> given;
  for (const auto& [kind, amount] : {std::pair{"upfront", 5.0}, std::pair{"milestone", 9.0}})
    for (const auto& [role, party] : {std::pair{"payer", acme}, std::pair{"payee", bolt}})
      given.push_back(statement(deal, role, party, sentence, {{"kind", {kind}}, {"amount", {amount}}}));
  CHECK(told(derive(core(), given)) ==
        "Acme pays Bolt amount=5; kind=upfront; status=paid;\n"
        "Acme pays Bolt amount=9; kind=milestone; status=paid;\n");
}

TEST_CASE("parties of a collaboration pair up once, and not with themselves") {
  const Evidence sentence = passage("f", 0, "Acme, Bolt and Cord work together.");
  const std::vector<Statement> given{statement(deal, "collaborator", acme, sentence), statement(deal, "collaborator", bolt, sentence),
                                     statement(deal, "collaborator", thing("Company", "Cord"), sentence)};
  CHECK(told(derive(core(), given)) ==
        "Acme collaborates_with Bolt\n"
        "Acme collaborates_with Cord\n"
        "Bolt collaborates_with Cord\n");
}

TEST_CASE("nothing is derived against a signature") {
  const Evidence sentence = passage("f", 0, "x");
  const std::vector<Statement> given{statement(deal, "payer", thing("Organization", "Fund"), sentence), statement(deal, "payee", bolt, sentence)};
  CHECK(derive(core(), given).empty());
}

TEST_CASE("what is stated already is not derived, unless the derivation says more") {
  const Evidence sentence = passage("f", 0, "x");
  std::vector<Statement> given{statement(deal, "licensor", bolt, sentence, {{"date", {"2007"}}}), statement(deal, "licensee", acme, sentence)};
  given.push_back(statement(bolt, "licenses_to", acme, sentence));
  CHECK(told(derive(core(), given)) == "Bolt licenses_to Acme date=2007;\n");
  given.back().qualifiers = {{"date", {"2007"}}};
  CHECK(derive(core(), given).empty());
}

TEST_CASE("the weakest premise decides how the derived fact is meant") {
  const Evidence sentence = passage("f", 0, "x");
  std::vector<Statement> given{statement(deal, "acquirer", acme, sentence), statement(deal, "acquired", bolt, sentence)};
  given[0].modality = Modality::possible;
  given[1].modality = Modality::planned;
  const std::vector<Statement> derived = derive(core(), given);
  REQUIRE(derived.size() == 1);
  CHECK(derived[0].modality == Modality::possible);
  CHECK(told(derived) == "Acme acquires Bolt status=pending;\n");
  given[0].qualifiers = {{"status", {"completed"}}};
  CHECK(told(derive(core(), given)) == "Acme acquires Bolt status=completed;\n");
}

TEST_CASE("evidence of a derived fact") {
  std::vector<Statement> given{statement(conjugate, "has_antibody", antibody, passage("f", 100, "first")),
                               statement(conjugate, "has_payload", agent, passage("f", 900, "far"))};
  SUBCASE("joins the nearest passages of one document") {
    given[1].evidence = {passage("f", 20, "near"), passage("f", 900, "far")};
    CHECK(derive(core(), given).at(0).evidence.at(0).text == "near | first");
  }
  SUBCASE("has an alternative for each passage of the first premise") {
    given[0].evidence.push_back(passage("f", 880, "again"));
    const auto evidence = derive(core(), given).at(0).evidence;
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].text == "first | far");
    CHECK(evidence[1].text == "again | far");
  }
  SUBCASE("is one passage where one covers the other") {
    given[1].evidence = {passage("f", 90, "the first sentence")};
    CHECK(derive(core(), given).at(0).evidence.at(0).text == "the first sentence");
    CHECK(derive(core(), given).at(0).evidence.at(0).ranges.size() == 1);
  }
  SUBCASE("is one passage of each premise where no document tells both") {
    given[1].evidence = {passage("g", 20, "elsewhere")};
    const auto evidence = derive(core(), given).at(0).evidence;
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].text == "first");
    CHECK(evidence[1].text == "elsewhere");
  }
  SUBCASE("gathers the passages of every way to derive it") {
    const EntityRef other = thing("Compound", "ABC-2");
    given.push_back(statement(other, "has_antibody", antibody, passage("g", 1, "second")));
    given.push_back(statement(other, "has_payload", agent, passage("g", 9, "way")));
    const std::vector<Statement> derived = derive(core(), given);
    REQUIRE(derived.size() == 1);
    CHECK(derived[0].evidence.size() == 2);
  }
}

TEST_CASE("equal input in any order gives equal output") {
  std::vector<Statement> given;
  for (int i = 0; i < 4; ++i) {
    const EntityRef one = thing("Compound", "ABC-" + std::to_string(i));
    given.push_back(statement(one, "has_antibody", antibody, passage("f", static_cast<std::uint64_t>(i) * 100, "contains")));
    given.push_back(statement(one, "has_payload", agent, passage("f", static_cast<std::uint64_t>(i) * 100 + 50, "carries")));
    given.push_back(statement(deal, "collaborator", thing("Company", "C" + std::to_string(i)), passage("g", 0, "together")));
  }
  const std::vector<Statement> once = derive(core(), given);
  std::reverse(given.begin(), given.end());
  CHECK(derive(core(), given) == once);
  std::rotate(given.begin(), given.begin() + 5, given.end());
  CHECK(derive(core(), given) == once);
  CHECK(once.size() == 7);
}

TEST_CASE("derived statements are premises in turn, and rounds end") {
  const Ontology ontology = alone(R"({"types": [{"name": "Thing"}],
    "relations": [{"name": "part_of", "subject": "Thing", "object": "Thing"}],
    "derivations": [{"id": "chain", "when": ["?a part_of ?b", "?b part_of ?c"], "then": "?a part_of ?c"}]})");
  std::vector<Statement> given;
  const auto node = [](int i) { return thing("Thing", std::string(1, static_cast<char>('a' + i))); };
  for (int i = 0; i < 4; ++i) given.push_back(statement(node(i), "part_of", node(i + 1), passage("f", 0, "x")));
  CHECK(derive(ontology, given).size() == 6);
  given.push_back(statement(node(4), "part_of", node(0), passage("f", 0, "x")));
  CHECK(derive(ontology, given).size() == 15);
}

TEST_CASE("a derivation can ask for a qualifier") {
  const Ontology ontology = with_core(R"({"derivations": [{"id": "d", "when": ["?d licensor ?a", "?d asset ?x"], "if": {"agreement": ["supply"]},
    "then": "?a manufactures ?x"}]})");
  const Evidence sentence = passage("f", 0, "x");
  std::vector<Statement> given{statement(deal, "licensor", acme, sentence), statement(deal, "asset", conjugate, sentence)};
  CHECK(derive(ontology, given).empty());
  given[1].qualifiers = {{"agreement", {"license", "supply"}}};
  CHECK(told(derive(ontology, given)) == "Acme manufactures ABC-1\n");
}

TEST_CASE("a thousand parties in one breath stay bounded") {
  std::vector<Statement> given;
  for (int i = 0; i < 1000; ++i) given.push_back(statement(deal, "collaborator", thing("Company", std::to_string(i)), passage("f", 0, "x")));
  CHECK(derive(core(), given).size() <= 1000 * max_derivation_fan_out);
}

TEST_CASE("statements of relations that the ontology does not know are passed over") {
  CHECK(derive(core(), std::vector<Statement>{statement(acme, "admires", bolt, passage("f", 0, "x"))}).empty());
}
