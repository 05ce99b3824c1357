/// What questions mean, and what dates and ranks, as ontology files say it.

#include <doctest/doctest.h>

#include "ontology/show.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::testing;

namespace {

std::string faults_of_pipeline(const std::string& members) { return faults_with_core("{\"questions\": {\"pipeline\": {" + members + "}}}"); }

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
  CHECK(faults_of_pipeline(R"("extends": true, "ended": "treats")") == "mine.json:1:55: 'treats' ends at Indication; the relation 'ended' ends at Compound");
  CHECK(faults_of_pipeline(R"("extends": true, "stage": "treats")").find("nothing says how far a Indication is; it needs a vocabulary of kind 'ranks'") != std::string::npos);
  CHECK(faults_of_pipeline(R"("thing": "Compound", "holds": "develops", "each": "indication")").find("'each' is a qualifier of the relation 'stage', which is missing") != std::string::npos);
  CHECK(faults_of([] { alone(R"({"questions": {"pipeline": {"extends": true}}})"); }) == "mine.json:1:28: there is no question 'pipeline' to extend");
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
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].name == "pipeline");
  CHECK(rows[0].meaning.starts_with("thing Compound; holds develops, owns, "));
  CHECK(rows[1] == QuestionRow{"deals", "kind agreement, kind"});
  CHECK(describe(core(), "deals") == "deals\n  kind         agreement, kind\n");
  CHECK(describe(core(), "pipeline").find("\n  stage        in_phase\n") != std::string::npos);
  CHECK(describe(core(), "pays").find("  qualifier    date: date (part of its identity) (dates it)\n") != std::string::npos);
  CHECK(describe(core(), "Phase").find("\n  a class      no path leads through its things\n") != std::string::npos);
  CHECK(question_rows(alone("{}")).empty());
}
