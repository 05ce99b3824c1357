#include "ingest/facts/statement_set.hpp"

#include <doctest/doctest.h>

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// That e1 owns e2, as the rule `rule` reads it in `text`.
Statement owns(const std::string& text, double confidence, const std::string& rule) {
  Statement statement;
  statement.relation = "owns";
  statement.subject.id = "e1";
  statement.object.id = "e2";
  statement.confidence = confidence;
  statement.rule = rule;
  statement.evidence.emplace_back().text = text;
  return statement;
}

}  // namespace

TEST_CASE("what is said twice is one statement with both passages and the surer rule") {
  Filing filing;
  filing.key = "f";
  StatementSet set(filing);
  set.add(owns("A owns B.", 0.6, "weak"), false);
  set.add(owns("B belongs to A.", 0.9, "strong"), false, {"C"});
  set.add(owns("A owns B.", 0.6, "weak"), false);
  Statement other = owns("A may own B.", 0.5, "weak");
  other.modality = Modality::possible;
  set.add(other, false);
  CHECK(set.others().at(0) == std::set<std::string>{"C"});
  const std::vector<Statement> all = set.take();
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].evidence.size() == 2);
  CHECK(all[0].evidence[1].text == "B belongs to A.");
  CHECK(all[0].evidence[0].filing == "f");
  CHECK(all[0].confidence == 0.9);
  CHECK(all[0].rule == "strong");
  CHECK(all[1].modality == Modality::possible);
}

TEST_CASE("words that say it take the place of a name that says it") {
  const Filing filing;
  StatementSet set(filing);
  set.add(owns("A's B", 0.8, "name"), true);
  set.add(owns("A's B again", 0.8, "name"), true);
  set.add(owns("A owns B.", 0.7, "words"), false);
  set.add(owns("A's B", 0.8, "name"), true);
  const std::vector<Statement> all = set.take();
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].evidence.size() == 1);
  CHECK(all[0].evidence[0].text == "A owns B.");
}
