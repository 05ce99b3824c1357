/// What questions mean, and what dates and ranks, as ontology files say it.

#include <doctest/doctest.h>

#include "ontology/show.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::testing;

namespace {

std::string faults_of_pipeline(const std::string& members) { return faults_with_core("{\"questions\": {\"pipeline\": {" + members + "}}}"); }
std::string grants_of(const std::string& members) { return "{\"questions\": {\"grants\": {" + members + "}}}"; }
std::string faults_of_grants(const std::string& members) { return faults_with_core(grants_of(members)); }

}  // namespace

TEST_CASE("the core says what a pipeline and the kind of a deal are") {
  const auto& question = core().questions.pipeline;
  REQUIRE(question.has_value());
  CHECK(question->thing == "Compound");
  CHECK(question->holds.front() == "develops");
  CHECK(question->stage == "in_phase");
  CHECK(core().questions.kinds_of_deals == std::vector<std::string>{"agreement", "kind"});
  CHECK(core().is_class("Phase"));
  CHECK_FALSE(core().is_class("Compound"));
  CHECK(core().relation("pays")->date()->name == "date");
  CHECK(core().relation("pays")->currency()->name == "currency");
  CHECK(core().relation("targets")->date() == nullptr);
  CHECK(core().relation("targets")->currency() == nullptr);
}

TEST_CASE("a later file replaces a question, or adds to it") {
  const Ontology more = with_core(R"({"questions": {"pipeline": {"extends": true, "holds": ["manufactures", "owns"], "purpose": "targets"}}})");
  std::vector<std::string> holds = core().questions.pipeline->holds;
  holds.push_back("manufactures");
  CHECK(more.questions.pipeline->holds == holds);
  CHECK(more.questions.pipeline->purpose == "targets");
  CHECK(more.questions.pipeline->stage == "in_phase");
  CHECK(more.questions.kinds_of_deals.size() == 2);
  const Ontology other = with_core(R"({"questions": {"pipeline": {"thing": "Technology", "holds": "owns"}, "deals": {"kind": "exclusivity"}}})");
  CHECK(other.questions.pipeline->holds == std::vector<std::string>{"owns"});
  CHECK(other.questions.pipeline->stage.empty());
  CHECK(other.questions.pipeline->parts.empty());
  CHECK(other.questions.kinds_of_deals == std::vector<std::string>{"exclusivity"});
  CHECK(with_core(R"({"questions": {"deals": {"extends": true, "kind": "exclusivity"}}})").questions.kinds_of_deals.size() == 3);
  CHECK(other.fingerprint != core().fingerprint);
  CHECK(more.fingerprint != other.fingerprint);
}

TEST_CASE("what a question names must be there") {
  CHECK(faults_of_pipeline(R"("extends": true, "holds": "devlops")") == "mine.json:1:55: unknown relation 'devlops'; did you mean 'develops'?");
  CHECK(faults_of_pipeline(R"("thing": "Compond", "holds": "develops")") == "mine.json:1:38: unknown type 'Compond'; did you mean 'Compound' or 'Company'?");
  CHECK(faults_of_pipeline(R"("extends": true, "each": "indicaton")") == "mine.json:1:54: 'in_phase' declares no qualifier 'indicaton'; did you mean 'indication'?");
  CHECK(faults_of_pipeline(R"("thing": "Compound", "holds": "develops", "stage": "in_phase", "each": "indicaton")").find("'in_phase' declares no qualifier 'indicaton'; did you mean 'indication'?") != std::string::npos);
  CHECK(faults_with_core(R"({"questions": {"deals": {"kind": "agreemnt"}}})") ==
        "mine.json:1:34: no relation declares a qualifier 'agreemnt' with a closed list of values; did you mean 'agreement'?");
  CHECK(faults_with_core(R"({"questions": {"deals": {"kind": "territory"}}})").find("no relation declares a qualifier 'territory' with a closed list") != std::string::npos);
  CHECK(faults_with_core(R"({"questions": {"pipelin": {}}})").find("unknown member 'pipelin'; did you mean 'pipeline'?") != std::string::npos);
  CHECK(faults_with_core(R"({"questions": {"pipeline": {"hold": "owns", "thing": "Compound", "holds": "owns"}}})").find("unknown member 'hold'; did you mean 'holds'?") != std::string::npos);
}

TEST_CASE("what a question names must fit together") {
  CHECK(faults_of_pipeline("") == "mine.json:1:28: the question 'pipeline' needs the member 'holds'\nmine.json:1:28: the question 'pipeline' needs the member 'thing'");
  CHECK(faults_of_pipeline(R"("extends": true, "holds": "sponsors")") ==
        "mine.json:1:55: 'sponsors' ends at Trial; a relation of 'holds' ends at Compound or at a part of one");
  CHECK(faults_of_pipeline(R"("extends": true, "parts": "subsidiary_of")") == "mine.json:1:55: 'subsidiary_of' begins at Company; a relation of 'parts' begins at Compound");
  CHECK(faults_of_pipeline(R"("extends": true, "purpose": "sponsors")") ==
        "mine.json:1:57: 'sponsors' begins at Company or Organization; the relation 'purpose' begins at Compound");
  CHECK(faults_of_pipeline(R"("extends": true, "sort": "treats")") ==
        "mine.json:1:54: 'treats' is no attribute; 'sort' names a relation with \"attribute\": true");
  CHECK(faults_of_pipeline(R"("extends": true, "ended": "treats")") == "mine.json:1:55: 'treats' ends at Indication; the relation 'ended' ends at Compound");
  CHECK(faults_of_pipeline(R"("extends": true, "stage": "treats")").find("nothing says how far a Indication is; it needs a vocabulary of kind 'ranks'") != std::string::npos);
  CHECK(faults_of_pipeline(R"("thing": "Compound", "holds": "develops", "each": "indication")").find("'each' is a qualifier of the relation 'stage', which is missing") != std::string::npos);
  CHECK(faults_of([] { alone(R"({"questions": {"pipeline": {"extends": true}}})"); }) == "mine.json:1:28: there is no question 'pipeline' to extend");
}

TEST_CASE("the core says what is granted under a deal, and what tells of it") {
  const auto& grants = core().questions.grants;
  REQUIRE(grants.has_value());
  CHECK(grants->giver == "licensor");
  CHECK(grants->taker == "licensee");
  CHECK(grants->thing == "asset");
  CHECK(grants->parties == std::vector<std::string>{"party", "collaborator", "partner"});
  CHECK(grants->payer == "payer");
  CHECK(grants->payee == "payee");
  CHECK(grants->fees.at("kind").size() == 4);
  CHECK(grants->exclusive == Qualifiers{{"exclusivity", {std::string("exclusive")}}});
  CHECK(grants->where == "territory");
  CHECK(grants->set == Qualifiers{{"agreement", {std::string("license")}}});
  CHECK_FALSE(alone("{}").questions.grants.has_value());
}

TEST_CASE("a later file says anew what is granted, or adds to it") {
  const Ontology more = with_core(grants_of(R"("extends": true, "parties": ["seller", "party"], "words": "franchise", "fees": {"kind": "royalty"})"));
  CHECK(more.questions.grants->parties == std::vector<std::string>{"party", "collaborator", "partner", "seller"});
  CHECK(more.questions.grants->words.back() == "franchise");
  CHECK(more.questions.grants->fees == Qualifiers{{"kind", {std::string("royalty")}}});
  CHECK(more.questions.grants->taker == "licensee");
  const Ontology other = with_core(grants_of(R"("giver": "seller", "taker": "acquirer", "thing": "acquired", "exclusive": {"status": "completed"})"));
  CHECK(other.questions.grants->taker == "acquirer");
  CHECK(other.questions.grants->exclusive == Qualifiers{{"status", {std::string("completed")}}});
  CHECK(other.questions.grants->parties.empty());
  CHECK(other.questions.grants->payer.empty());
  CHECK(other.questions.grants->where.empty());
  CHECK(other.questions.kinds_of_deals.size() == 2);
  CHECK(more.fingerprint != core().fingerprint);
  CHECK(more.fingerprint != other.fingerprint);
}

TEST_CASE("what is said of grants must be there and fit together") {
  CHECK(faults_of_grants("") == "mine.json:1:26: the question 'grants' needs the member 'giver'\nmine.json:1:26: the question 'grants' needs the member 'taker'\n"
                                "mine.json:1:26: the question 'grants' needs the member 'thing'");
  CHECK(faults_of([] { alone(grants_of(R"("extends": true)")); }) == "mine.json:1:26: there is no question 'grants' to extend");
  CHECK(faults_of_grants(R"("extends": true, "giver": "licensr")") == "mine.json:1:53: unknown relation 'licensr'; did you mean 'licensor', 'licensee' or 'licenses'?");
  CHECK(faults_of_grants(R"("extends": true, "taker": "licenses")") == "mine.json:1:53: 'licenses' is no role; 'taker' names a relation with \"role\": true");
  CHECK(faults_of_grants(R"("extends": true, "parties": ["party", "targets"])") == "mine.json:1:65: 'targets' is no role; 'parties' names a relation with \"role\": true");
  CHECK(faults_of_grants(R"("extends": true, "words": "License")") == "mine.json:1:53: 'License' must be a word or its beginning in small letters, as in 'licens'");
  CHECK(faults_of_grants(R"("giver": "seller", "taker": "acquirer", "thing": "acquired", "payer": "payer")") == "mine.json:1:26: the question 'grants' needs the member 'payee' beside 'payer'");
  CHECK(faults_of_grants(R"("giver": "seller", "taker": "acquirer", "thing": "acquired", "payee": "payee")") == "mine.json:1:26: the question 'grants' needs the member 'payer' beside 'payee'");
  CHECK(faults_of_grants(R"("giver": "seller", "taker": "acquirer", "thing": "acquired", "fees": {"kind": "option"})") ==
        "mine.json:1:96: 'fees' are qualifiers of the relation 'payer', which is missing");
  CHECK(faults_of_grants(R"("extends": true, "fees": {"kind": "gift"})") == "mine.json:1:61: 'gift' is no value of 'kind'; it is upfront, milestone, royalty, option, equity or other");
  CHECK(faults_of_grants(R"("extends": true, "exclusive": {"exclusivty": "exclusive"})") == "mine.json:1:58: 'licensee' declares no qualifier 'exclusivty'; did you mean 'exclusivity'?");
  CHECK(faults_of_grants(R"("extends": true, "set": {"agreement": "licence"})") ==
        "mine.json:1:65: 'licence' is no value of 'agreement'; it is license, option, collaboration, acquisition, supply, distribution or other");
  CHECK(faults_of_grants(R"("extends": true, "where": "teritory")") == "mine.json:1:53: 'licensee' declares no qualifier 'teritory'; did you mean 'territory'?");
  CHECK(faults_of_grants(R"("extends": true, "where": "date")") == "mine.json:1:53: 'date' is no text; 'where' names a qualifier of type \"text\"");
  CHECK(faults_of_grants(R"("extends": true, "givr": "seller")") == "mine.json:1:44: unknown member 'givr'; did you mean 'giver'?");
  CHECK(faults_of_grants(R"("extends": true, "fees": "royalty")") == "mine.json:1:52: 'fees' must be an object, not a string");
}

TEST_CASE("a relation with a fault of its own is no fault of the question that names it") {
  CHECK(faults_with_core(R"({"relations": [{"name": "develops", "subject": ["Company"], "object": ["Nonsens"]}]})").find("core.json") == std::string::npos);
}

TEST_CASE("the date of a fact must be one") {
  const auto relation = [](const std::string& more) { return R"({"relations": [{"name": "insures", "subject": "Company", "object": "Compound", "qualifiers": {"until": "date", "since": "date", "by": "text"}, )" + more + "}]}"; };
  CHECK(with_core(relation(R"("dated_by": "since")")).relation("insures")->date()->name == "since");
  CHECK(with_core(relation(R"("time": "event")")).relation("insures")->date()->name == "until");
  CHECK(faults_with_core(relation(R"("dated_by": "by")")).find("'by' is no date; 'dated_by' names a qualifier of type \"date\"") != std::string::npos);
  CHECK(faults_with_core(relation(R"("dated_by": "sinse")")).find("'insures' declares no qualifier 'sinse'; did you mean 'since'?") != std::string::npos);
}

TEST_CASE("a rank is a number") {
  const auto ranks = [](const std::string& features) { return R"({"vocabularies": [{"name": "r", "kind": "ranks", "type": "Trial", "terms": [{"name": "big")" + features + "}]}]}"; };
  CHECK(faults_with_core(ranks(R"(, "features": {"rank": "1.5"})")).empty());
  for (const char* bad : {"", R"(, "features": {"rank": "high"})", R"(, "features": {"rank": "."})", R"(, "features": {"rank": "1.2.3"})", R"(, "features": {"rank": ""})"}) {
    CAPTURE(std::string(bad));
    CHECK(faults_with_core(ranks(bad)) == "mine.json:1:86: the term 'big' of a vocabulary of kind 'ranks' needs the feature 'rank', a number such as 2 or 1.5");
  }
}

TEST_CASE("an example knows its file and line") {
  const Ontology ontology = with_core("{\"relations\": [{\"name\": \"sues\", \"subject\": \"Company\", \"object\": \"Company\",\n\"examples\": [{\n\"text\": \"A sued B.\", \"subject\": \"A\", \"object\": \"B\"}],\n"
                                      "\"counter_examples\": [\"A met B.\", {\"text\": \"A saw B.\"}]}]}");
  const Relation& sues = *ontology.relation("sues");
  CHECK(sues.examples.at(0).path == "mine.json");
  CHECK(sues.examples.at(0).line == 3);
  CHECK(sues.examples.at(0).column == 9);
  CHECK(sues.counter_examples.at(0).line == 4);
  CHECK(sues.counter_examples.at(0).column == 22);
  CHECK(sues.counter_examples.at(1).path == "mine.json");
  CHECK(core().relation("targets")->examples.at(0).path.ends_with("core.json"));
}

TEST_CASE("questions are shown, and so is what dates a fact and what is a class") {
  const auto rows = question_rows(core());
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].name == "pipeline");
  CHECK(rows[0].meaning.starts_with("thing Compound; holds develops, owns, "));
  CHECK(rows[1] == QuestionRow{"deals", "kind agreement, kind"});
  CHECK(describe(core(), "deals") == "deals\n  kind         agreement, kind\n");
  CHECK(rows[2].meaning.starts_with("giver licensor; taker licensee; thing asset; parties party, collaborator, partner; "));
  CHECK(describe(core(), "grants").find("\n  exclusive    {\"exclusivity\":\"exclusive\"}\n  where        territory\n") != std::string::npos);
  CHECK(describe(core(), "pipeline").find("\n  stage        in_phase\n") != std::string::npos);
  CHECK(describe(core(), "pays").find("  qualifier    date: date (part of its identity) (dates it)\n") != std::string::npos);
  CHECK(describe(core(), "Phase").find("\n  a class      no path leads through its things\n") != std::string::npos);
  CHECK(question_rows(alone("{}")).empty());
}
