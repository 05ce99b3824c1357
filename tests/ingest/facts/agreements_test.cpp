#include "ingest/facts/agreements.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// What a text states, in words: "Acme licenses X", and the deals that it tells of.
struct Stated {
  explicit Stated(const std::string& text) {
    static const Extractor extractor(core());
    Reports reports;
    records = extractor.extract(RawFiling{"test.txt", Bytes(text)}, reports);
  }

  const Statement* find(const std::string& fact) const {
    for (const Statement& statement : records.statements) {
      if (statement.subject.name + " " + statement.relation + " " + statement.object.name == fact) return &statement;
    }
    return nullptr;
  }

  std::vector<std::string> deals() const {
    std::vector<std::string> names;
    for (const Entity& entity : records.entities) {
      if (entity.type == "Deal") names.push_back(entity.name);
    }
    return names;
  }

  FilingRecords records;
};

Candidate deal(std::vector<std::pair<std::string, std::uint32_t>> roles) {
  Candidate candidate;
  candidate.deal = &core().deal_frames.front();
  candidate.roles = std::move(roles);
  return candidate;
}

/// A memory with companies 0 to `count` - 1.
FilingMemory companies(int count) {
  FilingMemory memory = MentionFinder(core()).begin({});
  for (int i = 0; i < count; ++i) memory.add(0, {"Company " + std::to_string(i), 0, {}, "text"});
  return memory;
}

}  // namespace

TEST_CASE("a deal with two sides tells of an agreement between them") {
  const FilingMemory memory = companies(3);
  const std::optional<Agreement> found = agreement_of(deal({{"licensee", 0}, {"licensor", 1}}), memory, core());
  REQUIRE(found);
  CHECK(found->other_side({0}) == 1);
  CHECK(found->other_side({1}) == 0);
  CHECK(found->other_side({2}) == -1);
  CHECK(found->other_side({0, 1}) == -1);
  CHECK(found->other_side({}) == -1);
  CHECK_FALSE(agreement_of(deal({{"licensee", 0}}), memory, core()));
  CHECK_FALSE(agreement_of(deal({{"collaborator", 0}, {"collaborator", 1}, {"collaborator", 2}}), memory, core()));
}

TEST_CASE("a later sentence leaves the other party out, and the agreement gives it with its date") {
  const Stated stated(
      "In April 2016, Zymeworks Inc. entered into a license agreement with BeiGene, Ltd.\n\nUnder this agreement, BeiGene, Ltd. received an exclusive license to zanidatamab.");
  const Statement* const licence = stated.find("BeiGene, Ltd. licenses zanidatamab");
  REQUIRE(licence != nullptr);
  CHECK(licence->qualifiers.at("licensor") == std::vector<Value>{Value("Zymeworks Inc.")});
  CHECK(licence->qualifiers.at("date") == std::vector<Value>{Value("2016-04")});
  CHECK(licence->qualifiers.at("exclusivity") == std::vector<Value>{Value("exclusive")});
  REQUIRE_FALSE(licence->evidence.front().context.empty());
  CHECK(stated.find("Zymeworks Inc. licenses_to BeiGene, Ltd.") != nullptr);
}

TEST_CASE("an agreement that the sentence itself names comes first") {
  const Stated stated("Under an agreement between Pfizer Inc. and Roche Holding AG, Pfizer Inc. holds an exclusive license to trastuzumab.");
  REQUIRE(stated.find("Pfizer Inc. licenses trastuzumab") != nullptr);
  CHECK(stated.find("Roche Holding AG licenses_to Pfizer Inc.") != nullptr);
}

TEST_CASE("a party that has not made the agreement ends the guess") {
  const Stated stated(
      "In April 2016, Zymeworks Inc. entered into a license agreement with BeiGene, Ltd.\n\nUnlike Novartis AG, BeiGene, Ltd. received a license to zanidatamab.");
  CHECK(stated.find("Zymeworks Inc. licenses_to BeiGene, Ltd.") == nullptr);
}

TEST_CASE("another heading closes the agreement") {
  const Stated stated(
      "# Report\n\n## First\n\nZymeworks Inc. entered into a license agreement with BeiGene, Ltd.\n\n## Second\n\nBeiGene, Ltd. received a license to zanidatamab.\n");
  CHECK(stated.find("Zymeworks Inc. licenses_to BeiGene, Ltd.") == nullptr);
}

TEST_CASE("payments under an agreement find their other party") {
  const Stated stated(
      "In April 2016, Zymeworks Inc. entered into a license agreement with BeiGene, Ltd.\n\nZymeworks Inc. received an upfront payment of $40 million. "
      "Zymeworks Inc. is eligible to receive up to $195 million in milestones.");
  std::vector<double> amounts;
  for (const Statement& statement : stated.records.statements) {
    if (statement.relation != "pays") continue;
    CHECK(statement.subject.name == "BeiGene, Ltd.");
    for (const Value& value : statement.qualifiers.at("amount")) amounts.push_back(std::get<double>(value));
  }
  std::sort(amounts.begin(), amounts.end());
  CHECK(amounts == std::vector<double>{40e6, 195e6});
}

TEST_CASE("what is said of one agreement is one deal, with all its terms") {
  const Stated stated(
      "In April 2016, Zymeworks Inc. entered into a license agreement with BeiGene, Ltd.\n\nUnder this agreement, BeiGene, Ltd. received a license to zanidatamab. "
      "BeiGene, Ltd. paid Zymeworks Inc. an upfront payment of $40 million.");
  REQUIRE(stated.deals().size() == 1);
  for (const char* role : {"licensee", "licensor", "asset", "payer", "payee"}) {
    CAPTURE(role);
    CHECK(std::any_of(stated.records.statements.begin(), stated.records.statements.end(), [&](const Statement& s) { return s.relation == role && s.subject.type == "Deal"; }));
  }
}

TEST_CASE("agreements of other days, and of other parties, are other deals") {
  CHECK(Stated("In 2010, Pfizer Inc. entered into a collaboration with Biogen Inc.\n\nIn 2016, Pfizer Inc. entered into a collaboration with Biogen Inc.").deals().size() == 2);
  CHECK(Stated("Pfizer Inc. entered into a collaboration with Biogen Inc.\n\nRoche Holding AG entered into a collaboration with Biogen Inc.").deals().size() == 2);
}

TEST_CASE("nobody grants himself a licence") {
  const Stated stated("Zymeworks Inc. entered into a license agreement with BeiGene, Ltd.\n\nBeiGene, Ltd. received a license to BeiGene, Ltd.'s zanidatamab.");
  CHECK(stated.find("BeiGene, Ltd. licenses_to BeiGene, Ltd.") == nullptr);
}

TEST_CASE("who owns what is licensed grants it, where nobody else is said to") {
  const Stated stated("Pfizer Inc. received an exclusive license to Roche Holding AG's trastuzumab.");
  REQUIRE(stated.find("Pfizer Inc. licenses trastuzumab") != nullptr);
  CHECK(stated.find("Roche Holding AG licenses_to Pfizer Inc.") != nullptr);
}

TEST_CASE("of two agreements under a heading the one that the party has made is meant") {
  const Stated stated(
      "In April 2016, Zymeworks Inc. entered into a license agreement with BeiGene, Ltd.\n\nIn 2012, Novartis AG entered into a collaboration with Biogen Inc.\n\n"
      "Under the agreement, BeiGene, Ltd. received a license to zanidatamab.");
  CHECK(stated.find("Zymeworks Inc. licenses_to BeiGene, Ltd.") != nullptr);
}

TEST_CASE("who is bought has made no agreement") {
  const Stated stated("Pfizer Inc. acquired Seagen Inc. in 2023.\n\nPfizer Inc. will make milestone payments of up to $5 million.");
  CHECK(stated.find("Pfizer Inc. acquires Seagen Inc.") != nullptr);
  CHECK(stated.find("Pfizer Inc. pays Seagen Inc.") == nullptr);
}
