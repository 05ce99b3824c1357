#include "ingest/facts/assemble.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using rxgraph::ingest::testing::document_of;

namespace {

/// A filing of two sentences, and its assembler.
struct Bench {
  DocumentText document = document_of({"Pfizer bought Seagen for a good price.", "It did so twice, they say."});
  FilingMemory memory;
  Assembler assembler{core()};

  std::uint32_t thing(const std::string& type, const std::string& name) {
    for (std::size_t t = 0; t < core().types.size(); ++t) {
      if (core().types[t].name == type) return memory.add(static_cast<std::int16_t>(t), {name, 0, {}, "text"});
    }
    return no_entity;
  }

  void add(const Candidate& candidate, std::size_t sentence = 0, float weight = 1) {
    assembler.add({candidate}, document, {document.sentences.at(sentence).text}, "8.01", weight);
  }

  FilingRecords finish() {
    Filing filing;
    filing.key = "k";
    filing.accession = "0000000000-24-000001";
    return assembler.finish(filing, memory);
  }
};

Candidate fact(const std::string& relation, std::uint32_t subject, std::uint32_t object, float confidence, const std::string& rule) {
  Candidate candidate;
  candidate.relation = core().relation(relation);
  candidate.subject.entity = subject;
  candidate.object.entity = object;
  candidate.confidence = confidence;
  candidate.rule = rule;
  return candidate;
}

Candidate deal(std::vector<std::pair<std::string, std::uint32_t>> roles) {
  Candidate candidate;
  candidate.deal = &core().deal_frames.front();
  candidate.roles = std::move(roles);
  std::sort(candidate.roles.begin(), candidate.roles.end());
  candidate.confidence = 0.9F;
  candidate.rule = "Deal.verb.1";
  return candidate;
}

const Statement* find(const FilingRecords& records, const std::string& relation) {
  for (const Statement& statement : records.statements) {
    if (statement.relation == relation) return &statement;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("candidates of one passage with the same ends are one fact: the surest gives the rule, all give qualifiers") {
  Bench bench;
  const std::uint32_t pfizer = bench.thing("Company", "Pfizer"), seagen = bench.thing("Company", "Seagen");
  Candidate weak = fact("acquires", pfizer, seagen, 0.6F, "weak");
  weak.qualifiers = {{"date", {Value("2023-12")}}, {"status", {Value("pending")}}};
  Candidate sure = fact("acquires", pfizer, seagen, 0.9F, "sure");
  sure.qualifiers = {{"status", {Value("completed")}}};
  bench.add(weak);
  bench.add(sure);
  const FilingRecords records = bench.finish();
  REQUIRE(records.statements.size() == 1);
  const Statement& statement = records.statements[0];
  CHECK(statement.rule == "sure");
  CHECK(statement.confidence == doctest::Approx(0.9));
  CHECK(statement.qualifiers.at("date") == std::vector<Value>{Value("2023-12")});
  CHECK(statement.qualifiers.at("status") == std::vector<Value>{Value("completed")});  // Closed lists are not mixed.
}

TEST_CASE("the same fact in two passages has two evidences") {
  Bench bench;
  const std::uint32_t pfizer = bench.thing("Company", "Pfizer"), seagen = bench.thing("Company", "Seagen");
  bench.add(fact("subsidiary_of", seagen, pfizer, 0.7F, "first"), 0);
  bench.add(fact("subsidiary_of", seagen, pfizer, 0.9F, "second"), 1);
  const FilingRecords records = bench.finish();
  REQUIRE(records.statements.size() == 1);
  const Statement& statement = records.statements[0];
  REQUIRE(statement.evidence.size() == 2);
  CHECK(statement.confidence == doctest::Approx(0.9));
  CHECK(statement.evidence[0].text == "Pfizer bought Seagen for a good price.");
  CHECK(statement.evidence[0].filing == "k");
  CHECK(statement.evidence[0].accession == "0000000000-24-000001");
  CHECK(statement.evidence[0].section == "8.01");
  CHECK(statement.evidence[0].ranges == std::vector<ByteRange>{{1000, 1038}});
}

TEST_CASE("what is below the cut is no statement, and the section weighs in") {
  Bench bench;
  const std::uint32_t pfizer = bench.thing("Company", "Pfizer"), seagen = bench.thing("Company", "Seagen");
  bench.add(fact("subsidiary_of", seagen, pfizer, 0.4F, "low"));
  bench.add(fact("acquires", pfizer, seagen, 0.8F, "weighed down"), 0, 0.5F);
  CHECK(bench.finish().statements.empty());
}

TEST_CASE("a symmetric fact is one, whichever way round") {
  Bench bench;
  const std::uint32_t pfizer = bench.thing("Company", "Pfizer"), seagen = bench.thing("Company", "Seagen");
  bench.add(fact("collaborates_with", pfizer, seagen, 0.9F, "a"), 0);
  bench.add(fact("collaborates_with", seagen, pfizer, 0.9F, "b"), 1);
  CHECK(bench.finish().statements.size() == 1);
}

TEST_CASE("a fact between a thing and itself is none, also after a join") {
  Bench bench;
  const std::uint32_t pfizer = bench.thing("Company", "Pfizer"), seagen = bench.thing("Company", "Seagen Genetics");
  bench.memory.join(pfizer, seagen);
  bench.add(fact("subsidiary_of", seagen, pfizer, 0.9F, "a"));
  CHECK(bench.finish().statements.empty());
}

TEST_CASE("words that say a fact are better evidence than a name that implies it") {
  Bench bench;
  const std::uint32_t conjugate = bench.thing("Compound", "Zab-DM1"), payload = bench.thing("Payload", "DM1");
  Candidate by_name = fact("has_payload", conjugate, payload, 0.9F, "part");
  by_name.by_name = true;
  bench.add(by_name, 0);
  bench.add(fact("has_payload", conjugate, payload, 0.8F, "verb"), 1);
  const FilingRecords records = bench.finish();
  REQUIRE(records.statements.size() == 1);
  REQUIRE(records.statements[0].evidence.size() == 1);
  CHECK(records.statements[0].evidence[0].text == "It did so twice, they say.");
}

TEST_CASE("the status follows from the modality unless the text gives one") {
  Bench bench;
  const std::uint32_t pfizer = bench.thing("Company", "Pfizer"), seagen = bench.thing("Company", "Seagen");
  Candidate planned = fact("acquires", pfizer, seagen, 0.9F, "a");
  SUBCASE("from the modality") {
    planned.modality = Modality::planned;
    bench.add(planned);
    CHECK(find(bench.finish(), "acquires")->qualifiers.at("status") == std::vector<Value>{Value("pending")});
  }
  SUBCASE("from the text") {
    planned.qualifiers["status"] = {Value("pending")};
    bench.add(planned);
    CHECK(find(bench.finish(), "acquires")->qualifiers.at("status") == std::vector<Value>{Value("pending")});
  }
}

TEST_CASE("a deal gives its roles, and the facts between two parties follow from them") {
  Bench bench;
  const std::uint32_t pfizer = bench.thing("Company", "Pfizer"), seagen = bench.thing("Company", "Seagen"), drug = bench.thing("Compound", "tisotumab");
  Candidate licence = deal({{"licensee", pfizer}, {"licensor", seagen}, {"asset", drug}});
  licence.qualifiers = {{"territory", {Value("Japan")}}, {"exclusivity", {Value("exclusive")}}, {"kind", {Value("upfront")}}};
  bench.add(licence);
  const FilingRecords records = bench.finish();
  const Statement* const asset = find(records, "asset");
  REQUIRE(asset != nullptr);
  CHECK(asset->kind == StatementKind::role);
  CHECK(asset->qualifiers.at("territory") == std::vector<Value>{Value("Japan")});
  CHECK_FALSE(asset->qualifiers.contains("kind"));  // No qualifier of that role.
  const Statement* const licenses = find(records, "licenses");
  REQUIRE(licenses != nullptr);
  CHECK(licenses->rule == "derive.deal-licenses");
  CHECK(licenses->subject.name == "Pfizer");
  CHECK(licenses->qualifiers.at("licensor") == std::vector<Value>{Value("Seagen")});
  const Statement* const grants = find(records, "licenses_to");
  REQUIRE(grants != nullptr);
  CHECK(grants->subject.name == "Seagen");
  CHECK(grants->object.name == "Pfizer");
}

TEST_CASE("a name that the frame itself gives becomes one entity") {
  Bench bench;
  const std::uint32_t drug = bench.thing("Compound", "tisotumab"), other = bench.thing("Compound", "enfortumab");
  Candidate approved = fact("in_phase", drug, no_entity, 0.9F, "a");
  approved.object = {no_entity, "Approved", 0};
  for (std::size_t t = 0; t < core().types.size(); ++t) {
    if (core().types[t].name == "Phase") approved.object.type = static_cast<std::int16_t>(t);
  }
  bench.add(approved, 0);
  approved.subject.entity = other;
  bench.add(approved, 1);
  const FilingRecords records = bench.finish();
  REQUIRE(records.statements.size() == 2);
  CHECK(records.statements[0].object.id == records.statements[1].object.id);
  CHECK(records.entities.size() == 3);
}

TEST_CASE("entities are numbered in order of their first statement, the filer is among them") {
  Bench bench;
  bench.memory.registrant = bench.thing("Company", "Filer Inc.");
  const std::uint32_t pfizer = bench.thing("Company", "Pfizer"), seagen = bench.thing("Company", "Seagen");
  bench.add(fact("acquires", pfizer, seagen, 0.9F, "a"));
  const FilingRecords records = bench.finish();
  REQUIRE(records.entities.size() == 3);
  CHECK(records.entities[0].id == "e1");
  CHECK(records.entities[0].name == "Pfizer");
  CHECK(records.entities[2].name == "Filer Inc.");
}
