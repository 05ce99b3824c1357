#include "ingest/facts/preamble.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// What the text states of licenses, with their days.
std::vector<std::string> licensed(const std::string& text) {
  static const Extractor extractor(core());
  Reports reports;
  const FilingRecords records = extractor.extract(RawFiling{"test.txt", Bytes(text)}, reports);
  std::vector<std::string> all;
  for (const Statement& statement : records.statements) {
    if (statement.relation != "licenses" && statement.relation != "licenses_to") continue;
    const auto date = statement.qualifiers.find("date");
    all.push_back(statement.subject.name + " " + statement.relation + " " + statement.object.name +
                  (date == statement.qualifiers.end() ? std::string() : " " + std::get<std::string>(date->second.front())));
  }
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& words) { return std::find(all.begin(), all.end(), words) != all.end(); }

const std::string first_lines =
    "LICENSE AGREEMENT\n\nThis License Agreement (this \"Agreement\") is made as of March 4, 2011 (the \"Effective Date\") by and between Alpha GmbH, a company of "
    "Germany with offices in Mainz (\"Alpha\"), and Beta AG, a company of Switzerland with offices in Basel (\"Beta\").\n\n";

}  // namespace

TEST_CASE("what an agreement grants holds from the day in its first lines") {
  const std::vector<std::string> all = licensed(first_lines + "RECITALS\n\nWHEREAS, Alpha is willing to grant to Beta a license to zorbamab.\n");
  CHECK(has(all, "Alpha GmbH licenses_to Beta AG 2011-03-04"));
  CHECK(has(all, "Beta AG licenses zorbamab 2011-03-04"));
}

TEST_CASE("a license between others than those who made the agreement has not its day") {
  const std::vector<std::string> all = licensed(first_lines + "RECITALS\n\nWHEREAS, Gamma Corp. granted Delta Ltd. a license to zorbamab.\n");
  CHECK(has(all, "Gamma Corp. licenses_to Delta Ltd."));
}

TEST_CASE("a report that begins with a sentence about an agreement is no agreement") {
  const std::vector<std::string> all =
      licensed("On March 4, 2011 we signed the sale of a building between us and Alpha GmbH (\"Alpha\").\n\nAlpha granted Beta AG (\"Beta\") a license to zorbamab.\n");
  CHECK(has(all, "Alpha GmbH licenses_to Beta AG"));
}

TEST_CASE("the day is read as lawyers write it") {
  const std::vector<std::string> all = licensed(
      "This Agreement is made this fourth (4th) day of March, 2011 by and between Alpha GmbH, a company of Germany (\"Alpha\"), and Beta AG, a company of Switzerland (\"Beta\").\n\n"
      "WHEREAS, Beta desires to obtain, and Alpha is willing to grant to Beta, a license under the Alpha patents.\n");
  CHECK(has(all, "Alpha GmbH licenses_to Beta AG 2011-03-04"));
}

TEST_CASE("the party of an agreement is not the house where it has its office") {
  const std::vector<std::string> all = licensed(
      "This Agreement is made as of March 4, 2011 by and between Alpha GmbH, a company of Germany (\"Licensor\"), and Beta AG, a company of Switzerland with its office at Gamma "
      "University (\"Licensee\").\n\nLicensor hereby grants to Licensee an exclusive license to zorbamab.\n");
  CHECK(has(all, "Alpha GmbH licenses_to Beta AG 2011-03-04"));
}
