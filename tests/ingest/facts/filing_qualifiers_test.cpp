#include "ingest/facts/filing_qualifiers.hpp"

#include <doctest/doctest.h>

#include <string>

#include "ontology/load.hpp"

using namespace rxgraph;

namespace {

/// A fact at byte `place`, with its ends as ids.
Statement fact(const std::string& subject, const std::string& relation, const std::string& object, std::uint64_t place, Qualifiers qualifiers = {}, Modality modality = Modality::asserted) {
  Statement statement;
  statement.subject = {subject, "Compound", subject, {}, {}};
  statement.relation = relation;
  statement.object = {object, "Thing", object, {}, {}};
  statement.qualifiers = std::move(qualifiers);
  statement.modality = modality;
  statement.confidence = 0.8;
  Evidence evidence;
  evidence.document = 1;
  evidence.ranges = {{place, place + 10}};
  statement.evidence = {evidence};
  return statement;
}

Qualifiers status(const std::string& value) { return {{"status", {Value(value)}}}; }

std::vector<Statement> shared(std::vector<Statement> statements, const std::set<std::string>& well_known = {}, const std::map<std::size_t, std::set<std::string>>& others = {}) {
  ingest::facts::share_across_filing(statements, others, well_known, core());
  return statements;
}

}  // namespace

TEST_CASE("what is only in trials is investigational, what is only approved approved") {
  CHECK(shared({fact("AB-1", "in_phase", "Phase 2", 0), fact("AB-1", "treats", "gout", 20)})[1].qualifiers == status("investigational"));
  CHECK(shared({fact("AB-1", "in_phase", "Approved", 0), fact("AB-1", "treats", "gout", 20)})[1].qualifiers == status("approved"));
}

TEST_CASE("of a thing that has both standings only the disease that a stage names tells which is meant") {
  const auto statements = shared({fact("AB-1", "in_phase", "Phase 2", 0, {{"indication", {Value(std::string("asthma"))}}}), fact("AB-1", "in_phase", "Approved", 20, {{"indication", {Value(std::string("gout"))}}}),
                                  fact("AB-1", "treats", "asthma", 40), fact("AB-1", "treats", "gout", 60), fact("AB-1", "treats", "acne", 80)});
  CHECK(statements[2].qualifiers == status("investigational"));
  CHECK(statements[3].qualifiers == status("approved"));
  CHECK(statements[4].qualifiers.empty());
}

TEST_CASE("plans, other things and approvals to come tell nothing") {
  CHECK(shared({fact("AB-1", "in_phase", "Phase 2", 0), fact("AB-1", "treats", "gout", 20, {}, Modality::possible)})[1].qualifiers.empty());
  CHECK(shared({fact("AB-2", "in_phase", "Phase 2", 0), fact("AB-1", "treats", "gout", 20)})[1].qualifiers.empty());
  CHECK(shared({fact("AB-1", "in_phase", "Approved", 0, {}, Modality::planned), fact("AB-1", "treats", "gout", 20)})[1].qualifiers.empty());
}

TEST_CASE("of a drug that everybody knows the filing need not tell all") {
  CHECK(shared({fact("AB-1", "in_phase", "Phase 2", 0), fact("AB-1", "treats", "gout", 20)}, {"AB-1"})[1].qualifiers.empty());
  CHECK(shared({fact("AB-1", "in_phase", "Approved", 0), fact("AB-1", "treats", "gout", 20)}, {"AB-1"})[1].qualifiers == status("approved"));
}

TEST_CASE("a trial is for the one disease that its drug has in the filing, and shows where that is said") {
  const auto statements = shared({fact("AB-1", "in_phase", "Phase 2", 100), fact("AB-1", "treats", "refractory gout", 20), fact("AB-1", "treats", "gout", 60)});
  CHECK(statements[0].qualifiers == Qualifiers{{"indication", {Value(std::string("gout"))}}});
  CHECK(statements[0].evidence.front().context == std::vector<ByteRange>{{60, 70}});
  CHECK(shared({fact("AB-1", "in_phase", "Phase 2", 100), fact("AB-1", "treats", "acne", 20), fact("AB-1", "treats", "gout", 60)})[0].qualifiers.empty());
}

TEST_CASE("where the passage itself names another disease, none is taken from elsewhere") {
  const std::vector<Statement> facts{fact("AB-1", "in_phase", "Phase 2", 100), fact("AB-1", "treats", "gout", 60)};
  CHECK(shared(facts, {}, {{0, {"acne"}}})[0].qualifiers.empty());
  CHECK_FALSE(shared(facts, {}, {{0, {"refractory gout"}}})[0].qualifiers.empty());
}

TEST_CASE("statements that become equal are one, with both passages") {
  const auto statements = shared({fact("AB-1", "in_phase", "Phase 2", 0), fact("AB-1", "treats", "gout", 20), fact("AB-1", "treats", "gout", 40, status("investigational"))});
  REQUIRE(statements.size() == 2);
  CHECK(statements[1].evidence.size() == 2);
}
