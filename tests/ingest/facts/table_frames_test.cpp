#include "ingest/facts/table_frames.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// The facts of the tables of a text.
struct Rows {
  explicit Rows(const std::string& text, const Ontology& ontology = core()) : filing(read(text)), finder(ontology), table(ontology) {
    memory = finder.begin(filing.filing);
    const DocumentText& document = filing.documents.at(0);
    const DocumentAnalysis analysis = finder.find(document, filing.filing, memory);
    found = match_tables(document, analysis, table, memory);
  }

  std::string name(const CandidateEnd& end) const { return end.entity == no_entity ? end.constant : memory.entities[memory.resolve(end.entity)].name; }

  /// "subject relation object" of each, sorted.
  std::vector<std::string> facts() const {
    std::vector<std::string> all;
    for (const RowCandidate& row : found) all.push_back(name(row.candidate.subject) + " " + row.candidate.relation->name + " " + name(row.candidate.object));
    std::sort(all.begin(), all.end());
    return all;
  }

  const RowCandidate* of(const std::string& relation) const {
    for (const RowCandidate& row : found) {
      if (row.candidate.relation->name == relation) return &row;
    }
    return nullptr;
  }

  std::string words(TextRange range) const { return std::string(filing.documents[0].words(range)); }

  FilingText filing;
  MentionFinder finder;
  FrameTable table;
  FilingMemory memory;
  std::vector<RowCandidate> found;
};

const std::string pipeline =
    "# Pipeline\n\n| Product candidate | Target | Indication | Phase |\n|---|---|---|---|\n"
    "| trastuzumab | HER2 | breast cancer | Phase 2 |\n| rituximab | CD20 | lymphoma | Phase 3 |\n";

}  // namespace

TEST_CASE("column heads give the roles, each row its facts") {
  const Rows rows(pipeline);
  CHECK(rows.facts() == std::vector<std::string>{"rituximab in_phase Phase 3", "rituximab targets CD20", "rituximab treats lymphoma", "trastuzumab in_phase Phase 2",
                                                 "trastuzumab targets HER2", "trastuzumab treats breast cancer"});
}

TEST_CASE("another column of the row qualifies the fact") {
  const Rows rows(pipeline);
  REQUIRE(rows.of("in_phase") != nullptr);
  CHECK(rows.of("in_phase")->candidate.qualifiers.at("indication") == std::vector<Value>{Value("breast cancer")});
}

TEST_CASE("the cells are the evidence, the column heads its context") {
  const Rows rows(pipeline);
  const RowCandidate* const row = rows.of("targets");
  REQUIRE(row != nullptr);
  REQUIRE(row->cells.size() == 2);
  CHECK(rows.words(row->cells[0]) == "trastuzumab");
  CHECK(rows.words(row->cells[1]) == "HER2");
  REQUIRE(row->candidate.context.size() == 2);
  CHECK(rows.words(row->candidate.context[0]) == "Product candidate");
}

TEST_CASE("several things in a cell are several facts") {
  const Rows rows("# Pipeline\n\n| Drug | Indication |\n|---|---|\n| trastuzumab | breast cancer; gastric cancer |\n");
  CHECK(rows.facts() == std::vector<std::string>{"trastuzumab treats breast cancer", "trastuzumab treats gastric cancer"});
}

TEST_CASE("a table without the columns of a frame states nothing") {
  CHECK(Rows("# Costs\n\n| Item | Amount |\n|---|---|\n| trastuzumab | $5 million |\n").found.empty());
  CHECK(Rows("Trastuzumab inhibits HER2.").found.empty());
}

TEST_CASE("an empty or unnamed cell takes no part") {
  const Rows rows("# Pipeline\n\n| Drug | Target |\n|---|---|\n| trastuzumab | undisclosed |\n| rituximab | CD20 |\n");
  CHECK(rows.facts() == std::vector<std::string>{"rituximab targets CD20"});
}

TEST_CASE("a name that nothing types takes the type of its column") {
  const Rows rows("# Pipeline\n\n| Product candidate | Target |\n|---|---|\n| Zorbexa | CD20 |\n");
  CHECK(rows.facts() == std::vector<std::string>{"Zorbexa targets CD20"});
}

TEST_CASE("a cell of a type that no vocabulary names is a name as a whole") {
  const Ontology ontology = rxgraph::testing::with_core(R"({"types": [{"name": "Berth"}], "relations": [
      {"name": "kept_at", "subject": "Compound", "object": "Berth", "frames": [{"columns": true, "subject": ["drug"], "object": ["berth"]}]}]})");
  const Rows rows("# Stores\n\n| Drug | Berth |\n|---|---|\n| trastuzumab | Cold room 7 |\n", ontology);
  CHECK(rows.facts() == std::vector<std::string>{"trastuzumab kept_at Cold room 7"});
}

TEST_CASE("marks under heads that name phases say how far a row has come") {
  const Rows rows("# Pipeline\n\n| Candidate | Indication | Preclinical | Phase 1 | Phase 2 |\n|---|---|---|---|---|\n"
                  "| trastuzumab | breast cancer | \u25cf | \u25cf | |\n| rituximab | lymphoma | X | X | X |\n| bevacizumab | glioma | - | | |\n");
  std::vector<std::string> phases;
  for (const std::string& fact : rows.facts()) {
    if (fact.find(" in_phase ") != std::string::npos) phases.push_back(fact);
  }
  CHECK(phases == std::vector<std::string>{"rituximab in_phase Phase 2", "trastuzumab in_phase Phase 1"});
  REQUIRE(rows.of("in_phase") != nullptr);
  CHECK(rows.of("in_phase")->candidate.qualifiers.at("indication") == std::vector<Value>{Value("breast cancer")});
}

TEST_CASE("an empty first cell goes on with the row above") {
  const Rows rows("# Pipeline\n\n| Drug | Indication |\n|---|---|\n| trastuzumab | breast cancer |\n|  | gastric cancer |\n| rituximab | lymphoma |\n");
  CHECK(rows.facts() == std::vector<std::string>{"rituximab treats lymphoma", "trastuzumab treats breast cancer", "trastuzumab treats gastric cancer"});
}

TEST_CASE("a first column without a head says what the rows are about, where it names things that are known") {
  const Rows rows("# Pipeline\n\n|  | Indication and status |\n|---|---|\n| trastuzumab (HER2) | Breast cancer: Phase II |\n| Overhead | Lymphoma: Phase III |\n");
  CHECK(rows.facts() == std::vector<std::string>{"trastuzumab in_phase Phase 2", "trastuzumab treats breast cancer"});
  CHECK(Rows("# Pipeline\n\n| Region | Status |\n|---|---|\n| trastuzumab | Phase 2 |\n").found.empty());
}

TEST_CASE("a tick or a date under a head of approvals says that the row's drug is approved") {
  const Rows rows("# Approvals\n\n| Product | Indication | US Approved | EU Approved |\n|---|---|---|---|\n"
                  "| trastuzumab | breast cancer | \u25cf | |\n| rituximab | lymphoma | | May 2019 |\n| bevacizumab | glioma | | |\n| cetuximab | gout | pending | |\n");
  std::vector<std::string> approved;
  for (const std::string& fact : rows.facts()) {
    if (fact.find(" in_phase ") != std::string::npos) approved.push_back(fact);
  }
  CHECK(approved == std::vector<std::string>{"rituximab in_phase Approved", "trastuzumab in_phase Approved"});
  for (const RowCandidate& row : rows.found) {
    if (row.candidate.relation->name != "in_phase" || rows.name(row.candidate.subject) != "rituximab") continue;
    CHECK(row.candidate.qualifiers.at("date") == std::vector<Value>{Value("2019-05")});
    CHECK(row.candidate.qualifiers.at("indication") == std::vector<Value>{Value("lymphoma")});
  }
}

TEST_CASE("a table of sales names the filer's own products, whether a head, a first cell or the sentence above says so") {
  const std::string header = "FORM 10-K\n\nAcme Inc. (\"we\" or the \"Company\") makes medicines.\n\n";
  const std::string rows = "|---|---|---|\n| Oncology | | |\n| trastuzumab | $ 12 | 10 |\n| rituximab | 7 | 5 |\n| pembrolizumab | | |\n| bevacizumab royalties | 3 | 2 |\n| Loss on sale of rights to nivolumab | 1 | 1 |\n| Total | 22 | 17 |\n";
  const std::vector<std::string> own = {"Acme Inc. commercializes rituximab", "Acme Inc. commercializes trastuzumab"};
  CHECK(Rows(header + "| Net sales by product | 2022 | 2021 |\n" + rows).facts() == own);
  CHECK(Rows(header + "Sales of our medicines were as follows:\n\n| (in millions) | 2022 | 2021 |\n" + rows).facts() == own);
  CHECK(Rows(header + "Our expenses were as follows:\n\n| (in millions) | 2022 | 2021 |\n" + rows).facts().empty());
  CHECK(Rows("| Net sales by product | 2022 | 2021 |\n" + rows).facts().empty());  // Nobody knows whose.
}

TEST_CASE("a table of partners says what each paid the filer, and what it may still pay") {
  const std::string header = "FORM 10-K\n\nAcme Inc. (\"we\" or the \"Company\") makes medicines.\n\n";
  const std::string table = "| Partner | Program | Cash received | Remaining milestone potential |\n|---|---|---|---|\n| Beta Corp. | asthma | $200,000 | $6,800,000 |\n| Gamma Corp. | gout | | $5,000,000 |\n"
                            "| Total | | $200,000 | $11,800,000 |\n";
  const Rows rows(header + table);
  CHECK(rows.facts() == std::vector<std::string>{"Beta Corp. collaborates_with Acme Inc.", "Beta Corp. pays Acme Inc.", "Beta Corp. pays Acme Inc.", "Gamma Corp. collaborates_with Acme Inc.",
                                                 "Gamma Corp. pays Acme Inc."});
  REQUIRE(rows.of("pays") != nullptr);
  const Candidate& paid = rows.of("pays")->candidate;
  CHECK(paid.qualifiers.at("amount") == std::vector<Value>{Value(200000.0)});
  CHECK(paid.qualifiers.at("status") == std::vector<Value>{Value(std::string("paid"))});
  const Candidate& last = rows.found.back().candidate;
  CHECK(last.qualifiers.at("amount") == std::vector<Value>{Value(5000000.0)});
  CHECK(last.qualifiers.at("kind") == std::vector<Value>{Value(std::string("milestone"))});
  CHECK(last.modality == Modality::possible);
  CHECK(Rows(table).facts().empty());  // Nobody knows whose partners.
}

TEST_CASE("columns of licensors, licensees, sellers, makers and sponsors say who does what") {
  const std::string header = "FORM 10-K\n\nAcme Inc. (\"we\" or the \"Company\") makes medicines.\n\n";
  const auto facts = [&](const std::string& heads, const std::string& row) { return Rows(header + heads + "|---|---|\n" + row).facts(); };
  using Facts = std::vector<std::string>;
  CHECK(facts("| Licensor | Term |\n", "| Beta Corp. | ten years |\n") == Facts{"Beta Corp. licenses_to Acme Inc."});
  CHECK(facts("| Licensee | Licensed product |\n", "| Beta Corp. | trastuzumab |\n") == Facts{"Beta Corp. licenses trastuzumab"});
  CHECK(facts("| Product | Marketed by |\n", "| trastuzumab | Beta Corp. |\n") == Facts{"Beta Corp. commercializes trastuzumab"});
  CHECK(facts("| Product | Manufacturer |\n", "| trastuzumab | Beta Corp. |\n") == Facts{"Beta Corp. manufactures trastuzumab"});
  CHECK(facts("| Acquisitions | Purchase price |\n", "| Beta Corp. | 180 |\n") == Facts{"Acme Inc. acquires Beta Corp."});
  CHECK(facts("| | 2022 |\n", "| Beta Corp. | 180 |\n").empty());
}
