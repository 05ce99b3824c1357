#include "ingest/facts/walk_document.hpp"

#include <doctest/doctest.h>

#include "ingest/read/source.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// The records of a text, walked document by document.
struct Walked {
  explicit Walked(const std::string& text) : filing(read(text)) {
    static const MentionFinder finder(core());
    static const Lexicon lexicon(core());
    static const FrameTable table(core());
    FilingMemory memory = finder.begin(filing.filing);
    Assembler assembler(core());
    for (const DocumentText& document : filing.documents) {
      const Walk walk{document, filing.filing, finder, lexicon, table};
      FilingMemory seen = memory;
      explain_document(walk, seen, [&](const SentenceLayers& layers) { shown.push_back(std::string(document.words(layers.text))); });
      walk_document(walk, memory, assembler);
    }
    records = assembler.finish(filing.filing, memory);
  }

  const Statement* find(const std::string& fact) const {
    for (const Statement& statement : records.statements) {
      if (statement.subject.name + " " + statement.relation + " " + statement.object.name == fact) return &statement;
    }
    return nullptr;
  }

  FilingText filing;
  FilingRecords records;
  std::vector<std::string> shown;
};

std::string report(const std::string& body) {
  return "<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n" + page(body) + "\n</TEXT>\n</DOCUMENT>\n";
}

}  // namespace

TEST_CASE("sentences and tables of a document state facts, in order of the text") {
  const Walked walked("# Report\n\nPfizer develops trastuzumab.\n\n| Drug | Target |\n|---|---|\n| rituximab | CD20 |\n\nRoche sells bevacizumab.\n");
  REQUIRE(walked.find("Pfizer develops trastuzumab") != nullptr);
  REQUIRE(walked.find("rituximab targets CD20") != nullptr);
  REQUIRE(walked.find("Roche commercializes bevacizumab") != nullptr);
  CHECK(walked.records.statements.front().subject.name == "Pfizer");
}

TEST_CASE("a name of unknown type is typed by a slot, for the whole document") {
  const Walked walked("In Japan, Zorbexa develops bevacizumab.\n\nPfizer licensed trastuzumab from Zorbexa.\n");
  REQUIRE(walked.find("Zorbexa develops bevacizumab") != nullptr);
  CHECK(walked.find("Zorbexa develops bevacizumab")->subject.type == "Company");
}

TEST_CASE("slots make no drug of an acronym: it may be a class, a committee or a group of patients") {
  const Walked walked("Pfizer is developing ZBQ in Japan.\n\nThe FDA approved ZBQs in May 2014.\n\nPfizer is developing Zorbexil.\n");
  CHECK(walked.find("Pfizer develops ZBQ") == nullptr);
  CHECK(walked.find("Pfizer develops Zorbexil") != nullptr);
}

TEST_CASE("what a noun says by the way is not planned because the verb is") {
  const Walked walked("Pfizer plans to build a factory for its Zorbexil program.\n\nPfizer plans to develop Zorbamer.\n\nPfizer develops Zorbexil for asthma.\n");
  REQUIRE(walked.find("Pfizer develops Zorbamer") != nullptr);
  CHECK(walked.find("Pfizer develops Zorbamer")->modality == Modality::planned);
  REQUIRE(walked.find("Pfizer develops Zorbexil") != nullptr);
  CHECK(walked.find("Pfizer develops Zorbexil")->modality == Modality::asserted);
}

TEST_CASE("what risk factors say weighs less") {
  const std::string fact = "<p>Pfizer develops trastuzumab for breast cancer.</p>";
  const Walked plain(report("<p><b>Item 1. Business</b></p>" + fact));
  const Walked risky(report("<p><b>Item 1A. Risk Factors</b></p>" + fact));
  REQUIRE(plain.find("Pfizer develops trastuzumab") != nullptr);
  REQUIRE(risky.find("Pfizer develops trastuzumab") != nullptr);
  CHECK(risky.find("Pfizer develops trastuzumab")->confidence < plain.find("Pfizer develops trastuzumab")->confidence);
}

TEST_CASE("signatures state nothing, and the section is named") {
  const Walked walked(report("<p><b>Item 1. Business</b></p><p>Pfizer develops trastuzumab.</p><p><b>SIGNATURES</b></p><p>Roche sells rituximab.</p>"));
  REQUIRE(walked.find("Pfizer develops trastuzumab") != nullptr);
  CHECK(walked.find("Pfizer develops trastuzumab")->evidence.front().section == "1");
  CHECK(walked.find("Roche commercializes rituximab") == nullptr);
}

TEST_CASE("explaining states what reading states: a frame that is dropped early would have come to nothing") {
  const MentionFinder finder(core());
  const Lexicon lexicon(core());
  const FrameTable table(core());
  std::vector<std::string> paths{RXGRAPH_SOURCE_DIR "/samples"};
  const std::string folder = RXGRAPH_SOURCE_DIR "/../shared/corpus/filings";
  if (std::filesystem::exists(folder)) paths.push_back(folder);
  else MESSAGE("only the samples: " << folder << " is absent");
  Reports reports;
  FileSource source(paths, reports);
  std::size_t statements = 0;
  while (const auto raw = source.next()) {
    const FilingText filing = read_filing(*raw, reports);
    FilingMemory memory = finder.begin(filing.filing);
    FilingMemory seen = memory;
    Assembler stated(core());
    Assembler explained(core());
    for (const DocumentText& document : filing.documents) {
      const Walk walk{document, filing.filing, finder, lexicon, table};
      walk_document(walk, memory, stated);
      explain_document(walk, seen, [](const SentenceLayers&) {}, &explained);
    }
    const FilingRecords records = stated.finish(filing.filing, memory);
    const std::string name = std::filesystem::path(raw->path).filename().string();
    CAPTURE(name);
    CHECK(records.statements == explained.finish(filing.filing, seen).statements);
    statements += records.statements.size();
  }
  CHECK(statements > 50);
}

TEST_CASE("explaining shows every sentence, also those without facts") {
  const Walked walked("Pfizer develops trastuzumab.\n\nThe weather was fine.\n");
  CHECK(walked.shown == std::vector<std::string>{"Pfizer develops trastuzumab.", "The weather was fine."});
}

TEST_CASE("what a cell describes is the thing that the row is about") {
  const Walked walked("# Report\n\n| Company | Product | Description | Status |\n|---|---|---|---|\n| Acme Inc. | Zorbexil | Selective, oral FXR agonist | Initiated Phase 2 trial |\n| Bolt Inc. | ZB-204 | Antibody targeting CD20 | FDA approved NDA |\n");
  CHECK(walked.find("Zorbexil targets FXR") != nullptr);
  CHECK(walked.find("Zorbexil in_phase Phase 2") != nullptr);
  CHECK(walked.find("ZB-204 targets CD20") != nullptr);
  CHECK(walked.find("ZB-204 in_phase Approved") != nullptr);
  CHECK(walked.find("Zorbexil in_phase Approved") == nullptr);
}

TEST_CASE("who announces what an agency did develops the drug, and a day before the verb hides nobody") {
  const Walked walked("# News\n\nPARIS, May 4, 2020 (GLOBE NEWSWIRE) -- Zorbia Pharma, Inc. (Nasdaq: ZRB), a company in Paris, today announced that the FDA has accepted the BLA for zorbatamab.\n\n"
                      "Pfizer announced today that the FDA did not approve the company's new drug application for zorbiparib in the treatment of gout.\n");
  CHECK(walked.find("Zorbia Pharma, Inc. develops zorbatamab") != nullptr);
  CHECK(walked.find("zorbiparib treats gout") != nullptr);
  CHECK(walked.find("zorbiparib in_phase Approved") == nullptr);
}

TEST_CASE("what another drug is added to has its own stage, and a clause between commas keeps what it says to itself") {
  const Walked walked("# Report\n\nPfizer is conducting a Phase 3 trial of ABC-123 as an add-on to methotrexate in patients with gout.\n\n"
                      "ABC-124 is being studied in combination with pembrolizumab, which is approved for melanoma, in a Phase 2 trial in lung cancer.\n\n"
                      "ABC-125, an oral TYK2 inhibitor, is in Phase 2 for psoriasis, and ABC-126, an anti-TSLP antibody, is in Phase 1 for asthma.\n");
  CHECK(walked.find("ABC-123 in_phase Phase 3") != nullptr);
  CHECK(walked.find("methotrexate in_phase Phase 3") == nullptr);
  CHECK(walked.find("methotrexate treats gout") == nullptr);
  CHECK(walked.find("ABC-124 treats lung cancer") != nullptr);
  CHECK(walked.find("pembrolizumab treats lung cancer") == nullptr);
  CHECK(walked.find("ABC-126 treats asthma") != nullptr);
  CHECK(walked.find("ABC-125 treats asthma") == nullptr);
}

TEST_CASE("the items of a plan tell what the filer will do") {
  const Walked walked(report("<p>Acme Inc. has plans.</p><ul><li>Initiate a Phase 3 trial of ABC-123 in gout in 2023</li><li>Completed dosing in the Phase 1 trial of ABC-124 in asthma</li></ul>"));
  const Statement* const planned = walked.find("ABC-123 in_phase Phase 3");
  REQUIRE(planned != nullptr);
  CHECK(planned->modality == Modality::planned);
  CHECK(walked.find("ABC-124 in_phase Phase 1") != nullptr);
}
