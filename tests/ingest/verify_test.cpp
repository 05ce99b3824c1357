#include "ingest/verify.hpp"

#include <doctest/doctest.h>

#include "base/file.hpp"

using namespace rxgraph;
using ingest::EvidenceFault;
using ingest::EvidenceReport;

namespace {

const std::string page = "<p>Alpha Inc. <b>makes</b> AB&#45;12.</p>\n<p>Nothing else.</p>\n";

/// One statement whose evidence is `ranges` of `page`.
FilingRecords stated(std::vector<ByteRange> ranges, const std::string& text, std::vector<ByteRange> context = {}) {
  FilingRecords records;
  records.filing.key = "k";
  records.filing.path = "page.htm";
  Statement statement;
  statement.subject.name = "Alpha Inc.";
  statement.relation = "develops";
  statement.object.name = "AB-12";
  statement.evidence.push_back({"k", "", 0, "", std::move(ranges), std::move(context), text});
  records.statements.push_back(std::move(statement));
  return records;
}

EvidenceReport checked(const FilingRecords& records) {
  EvidenceReport report;
  ingest::verify_evidence(records, page, report);
  return report;
}

}  // namespace

TEST_CASE("evidence whose bytes show its words is found, whatever the markup between them") {
  const EvidenceReport report = checked(stated({{3, 37}}, "Alpha Inc. makes AB-12."));
  CHECK(report.statements == 1);
  CHECK(report.passages == 1);
  CHECK(report.faults.empty());
  CHECK(checked(stated({{3, 13}, {27, 37}}, "Alpha Inc. AB-12.")).faults.empty());
}

TEST_CASE("other words, bytes beyond the end, empty context and another filing are faults with their place") {
  const auto fault = [](const FilingRecords& records) {
    const EvidenceReport report = checked(records);
    CHECK(report.passages == 0);
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults[0].path == "page.htm");
    CHECK(report.faults[0].statement == "Alpha Inc. develops AB-12");
    return report.faults[0];
  };
  const EvidenceFault words = fault(stated({{3, 37}}, "Beta Inc. makes AB-12."));
  CHECK(words.kind == EvidenceFault::Kind::other_words);
  CHECK(words.where == ByteRange{3, 37});
  CHECK(words.message.find("where the evidence says \"Beta Inc. makes AB-12.\"") != std::string::npos);
  const EvidenceFault outside = fault(stated({{3, 1000}}, "Alpha Inc."));
  CHECK(outside.kind == EvidenceFault::Kind::outside);
  CHECK(outside.message == "evidence beyond the end of the file, which has " + std::to_string(page.size()) + " bytes");
  CHECK(fault(stated({{3, 37}}, "Alpha Inc. makes AB-12.", {{0, 3}})).kind == EvidenceFault::Kind::no_words);
  FilingRecords strange = stated({{3, 37}}, "Alpha Inc. makes AB-12.");
  strange.statements[0].evidence[0].filing = "other";
  CHECK(fault(strange).kind == EvidenceFault::Kind::unknown);
}

TEST_CASE("a file that is gone or has changed is told once, and nothing of it is checked") {
  ingest::EvidenceVerifier verifier;
  FilingRecords gone = stated({{3, 37}}, "x");
  gone.filing.path = "/nowhere/page.htm";
  verifier.accept(gone);
  FilingRecords changed = stated({{3, 37}}, "x");
  changed.filing.path = RXGRAPH_SOURCE_DIR "/CMakeLists.txt";
  verifier.accept(changed);
  const EvidenceReport& report = verifier.report();
  CHECK(report.filings == 0);
  CHECK(report.statements == 0);
  REQUIRE(report.faults.size() == 2);
  CHECK(report.faults[0].kind == EvidenceFault::Kind::unreadable);
  CHECK(report.faults[0].message == "no such file; check the path");
  CHECK(report.faults[1].kind == EvidenceFault::Kind::changed);
}
