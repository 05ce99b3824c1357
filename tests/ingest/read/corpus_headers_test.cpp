#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "ingest/read/source.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// What a person reads in a filing, checked by hand against the file.
struct Expected {
  const char* accession;
  const char* cik;
  const char* name;
  const char* date;    ///< Of filing where there is a header; else of the signature.
  const char* period;  ///< Period of report, or date of the earliest event.
  const char* items;
};

/// Submissions with a header: `date` is that of filing.
constexpr Expected with_header[] = {
    {"0001000685-97-000006", "0001000685", "HOME HEALTH CORP OF AMERICA INC \\PA\\", "1997-01-27", "1997-01-10", "2 7"},
    {"0000950117-01-500726", "0001000695", "ENTRADA NETWORKS INC", "2001-07-16", "2001-07-13", "5"},
    {"0000950117-01-501415", "0001000695", "ENTRADA NETWORKS INC", "2001-10-23", "2001-10-23", "5 7"},
    {"0000950117-01-501696", "0001000695", "ENTRADA NETWORKS INC", "2001-11-26", "2001-11-21", "5 7"},
    {"0001125282-04-000379", "0001001258", "ASTA FUNDING INC", "2004-02-11", "2004-02-10", "7 12"},
    {"0001125282-04-002113", "0001001258", "ASTA FUNDING INC", "2004-05-12", "2004-05-12", "7 12"},
    {"0001125282-04-005938", "0001001258", "ASTA FUNDING INC", "2004-11-26", "2004-11-23", "2.02 9.01"},
    {"0001125282-05-005162", "0001001258", "ASTA FUNDING INC", "2005-10-05", "2005-10-05", "1.01 9.01"},
    {"0001125282-05-006555", "0001001258", "ASTA FUNDING INC", "2005-12-15", "2005-12-15", "2.02 9.01"},
    {"0001012870-02-001163", "0001001426", "PERICOM SEMICONDUCTOR CORP", "2002-03-14", "2002-03-06", "5 7"},
    {"0000891092-03-002843", "0001001426", "PERICOM SEMICONDUCTOR CORP", "2003-10-21", "2003-10-21", "7 12"},
    {"0001275287-07-000434", "0001001426", "PERICOM SEMICONDUCTOR CORP", "2007-01-31", "2007-01-31", "2.02 9.01"},
    {"0000912057-00-043726", "0001002022", "INNOVATIVE CLINICAL SOLUTIONS LTD", "2000-10-04", "2000-09-21", "1 5 7"},
    {"0000914760-99-000090", "0001002135", "WESTELL TECHNOLOGIES INC", "1999-04-20", "1999-04-16", "5 7"},
    {"0000939057-06-000175", "0001002682", "HORIZON FINANCIAL CORP", "2006-07-03", "2006-06-27", "1.01 9.01"},
    {"0000939057-08-000221", "0001002682", "HORIZON FINANCIAL CORP", "2008-06-27", "2008-06-26", "8.01 9.01"},
    {"0000939057-08-000391", "0001002682", "HORIZON FINANCIAL CORP", "2008-10-27", "2008-10-24", "5.02 9.01"},
    {"0000939057-09-000022", "0001002682", "HORIZON FINANCIAL CORP", "2009-02-02", "2009-01-29", "2.02 9.01"},
    {"0001004963-96-000018", "0001004963", "COTELLIGENT GROUP INC", "1996-11-25", "1996-10-31", "1"},
    {"0000109446-94-000008", "0000109446", "ZURN INDUSTRIES INC", "1994-04-19", "1994-03-22", "5"},
};

/// Documents without a header: accession and CIK stand in the name of the file alone.
constexpr Expected without_header[] = {
    {"0001000180-10-000084", "0001000180", "SanDisk Corporation", "2010-07-22", "2010-07-22", "2.02 9.01"},
    {"0001000180-10-000108", "0001000180", "SanDisk Corporation", "2010-11-24", "2010-11-23", "5.02"},
    {"0001000180-11-000041", "0001000180", "SanDisk Corporation", "2011-09-09", "2011-09-09", "5.02 9.01"},
    {"0001000180-11-000047", "0001000180", "SanDisk Corporation", "2011-10-20", "2011-10-20", "2.02 9.01"},
    {"0001193125-11-316242", "0001000180", "SANDISK CORPORATION", "2011-11-17", "2011-11-17", "5.02"},
    {"0001104659-12-009229", "0001001039", "The Walt Disney Company", "2012-02-13", "2012-02-09", "8.01 9.01"},
    {"0001193125-12-218486", "0001001039", "The Walt Disney Company", "2012-05-08", "2012-05-08", "2.02 9.01"},
    {"0001001039-13-000017", "0001001039", "The Walt Disney Company", "2013-02-05", "2013-02-05", "2.02 9.01"},
    {"0001001039-15-000150", "0001001039", "The Walt Disney Company", "2015-06-02", "2015-05-27", "5.02"},
    {"0001001039-16-000331", "0001001039", "The Walt Disney Company", "2016-01-11", "2016-01-07", "5.02"},
    {"0001001039-16-000417", "0001001039", "The Walt Disney Company", "2016-05-10", "2016-05-10", "2.02 9.01"},
    {"0001001039-16-000495", "0001001039", "The Walt Disney Company", "2016-11-10", "2016-11-10", "2.02 9.01"},
    {"0001001039-17-000059", "0001001039", "The Walt Disney Company", "2017-03-13", "2017-03-08", "5.07 8.01 9.01"},
    {"0001001039-17-000147", "0001001039", "The Walt Disney Company", "2017-08-17", "2017-08-17", "5.02 9.01"},
    {"0001001039-17-000149", "0001001039", "The Walt Disney Company", "2017-08-24", "2017-08-23", "5.02"},
    {"0001001039-17-000192", "0001001039", "The Walt Disney Company", "2017-11-09", "2017-11-09", "2.02 9.01"},
    {"0000950157-18-000744", "0001001039", "THE WALT DISNEY COMPANY", "2018-06-21", "2018-06-20", "1.01 8.01 9.01"},
    {"0000950135-07-007757", "0001002517", "NUANCE COMMUNICATIONS, INC.", "2007-12-21", "2007-12-18", "1.01 8.01 9.01"},
    {"0001437749-22-020734", "0001005101", "The Marygold Companies, Inc.", "2022-08-16", "2022-08-16", "7.01 9.01"},
    {"0001193125-23-289222", "0000108516", "WORTHINGTON ENTERPRISES, INC.", "2023-12-05", "2023-11-30", "1.01 2.01 5.02 5.03 8.01 9.01"},
};

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) all += (all.empty() ? "" : " ") + item;
  return all;
}

}  // namespace

TEST_CASE("the facts of forty 8-Ks of all years, read straight from their archive, are those that a person reads") {
  const std::string archive = std::string(RXGRAPH_SOURCE_DIR) + "/../shared/corpus/8k-1994-2023.zip";
  if (!std::filesystem::exists(archive)) {
    MESSAGE("skipped: " << archive << " is absent");
    return;
  }
  Reports reports;
  FileSource source({archive}, reports);
  std::map<std::string, Filing> filings;
  std::size_t unverifiable = 0;
  while (const auto raw = source.next()) {
    const FilingText text = read_filing(*raw, reports);
    CAPTURE(raw->path);
    CHECK_FALSE(text.documents.empty());
    CHECK_FALSE(best_date(text.filing).empty());
    for (const DocumentText& document : text.documents) unverifiable += !broken_rule(document, raw->bytes.view()).empty();
    unverifiable += unverified(text, raw->bytes.view());
    filings.emplace(text.filing.accession, text.filing);
  }
  CHECK(reports.all.empty());
  CHECK(unverifiable == 0);
  CHECK(source.counts().files == 339);
  CHECK(source.counts().passed_over == 0);
  CHECK(filings.size() == 339);
  const auto check = [&](const Expected& expected, bool header) {
    CAPTURE(expected.accession);
    REQUIRE(filings.count(expected.accession) == 1);
    const Filing& filing = filings.at(expected.accession);
    CHECK(filing.form == "8-K");
    CHECK(filing.period == expected.period);
    CHECK(joined(filing.items) == expected.items);
    CHECK((header ? filing.filed : filing.dated) == expected.date);
    CHECK(filing.dated_by == (header ? "" : "signature"));
    REQUIRE(filing.filers.size() == 1);
    CHECK(filing.filers[0].name == expected.name);
    CHECK(filing.filers[0].cik == expected.cik);
  };
  for (const Expected& each : with_header) check(each, true);
  for (const Expected& each : without_header) check(each, false);
}
