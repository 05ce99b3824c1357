#include <doctest/doctest.h>

#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// "2019-03 month" of a bare page; empty where it has no date.
std::string dated(const std::string& body) {
  const Filing filing = read(page(body)).filing;
  CHECK(filing.filed.empty());
  return filing.dated + (filing.dated_by.empty() ? "" : " " + filing.dated_by);
}

}  // namespace

TEST_CASE("a bare 6-K is dated by its month, or better by its signature") {
  const std::string cover = "<p>FORM 6-K</p><p>Report of foreign private issuer</p><p>For the month of March 2019</p><p>Some words.</p>";
  CHECK(dated(cover) == "2019-03 month");
  CHECK(dated(cover + "<p>SIGNATURES</p><p>It has caused this report to be signed.</p><p>Date: March 12, 2019</p><p>By: A. Person</p>") == "2019-03-12 signature");
  CHECK(dated("<p>FORM 6-K</p><p>For the month of</p><p>March, 2019</p>") == "2019-03 month");
}

TEST_CASE("a bare annual report is dated by its signature, else by the end of its year") {
  const std::string cover = "<p>FORM 10-K</p><p>For the fiscal year ended December 31, 2018</p><p>Some words.</p>";
  CHECK(dated(cover) == "2018-12-31 period");
  CHECK(dated(cover + "<p>SIGNATURES</p><p>Dated: February 20, 2019</p>") == "2019-02-20 signature");
  CHECK(dated(cover + "<p>SIGNATURES</p><table><tr><td>A. Person</td><td>Director</td><td>February 20, 2019</td></tr><tr><td>B. Person</td><td>Chair</td><td>February 21, "
                      "2019</td></tr></table>") == "2019-02-20 signature");
}

TEST_CASE("a report that names no more than its year has that") {
  CHECK(dated("<p>Zeta Bio plc</p><p>Annual Report and Form 20-F Information 2022</p><p>We are well.</p>") == "2022 period");
}

TEST_CASE("a signature before the period or long after it is another document's") {
  const std::string cover = "<p>FORM 10-K</p><p>For the fiscal year ended December 31, 2018</p><p>Some words.</p>";
  CHECK(dated(cover + "<p>SIGNATURES</p><p>Date: May 1, 2017</p>") == "2018-12-31 period");
  CHECK(dated(cover + "<p>SIGNATURES</p><p>Date: May 1, 2022</p>") == "2018-12-31 period");
  CHECK(dated(cover + "<p>SIGNATURES</p><p>The agreement that we entered into with Zeta Bio on January 5, 2019 is filed as an exhibit.</p>") == "2018-12-31 period");
}

TEST_CASE("an 8-K without a signature is dated by its report, also where the date stands above its caption") {
  CHECK(dated("<p>FORM 8-K</p><p>Date of Report (Date of earliest event reported): June 4, 2020</p>") == "2020-06-04 report");
  CHECK(dated("<p>FORM 8-K</p><p>June 4, 2020</p><p>Date of Report (Date of earliest event reported)</p><p>Zeta Bio, Inc.</p>") == "2020-06-04 report");
}

TEST_CASE("registration statements and prospectuses say their date themselves") {
  CHECK(dated("<p>As filed with the Securities and Exchange Commission on May 2, 2021</p><p>FORM S-1</p>") == "2021-05-02 as filed");
  CHECK(dated("<p>FORM 8-K</p><p>Date of Report: June 4, 2020</p><p>It amends the report filed with the Securities and Exchange Commission on May 2, 2020.</p>") == "2020-06-04 report");
  CHECK(dated("<p>PROSPECTUS SUPPLEMENT</p><p>The date of this prospectus supplement is May 3, 2021.</p>") == "2021-05-03 prospectus");
}

TEST_CASE("letters, press releases and agreements") {
  CHECK(dated("<p>Zeta Bio, Inc.</p><p>May 4, 2021</p><p>Dear Madam,</p>") == "2021-05-04 letter");
  CHECK(dated("<p>Zeta Bio reports</p><p>BOSTON, May 5, 2021 -- Zeta Bio said today that it is well.</p>") == "2021-05-05 dateline");
  CHECK(dated("<p>LICENSE AGREEMENT</p><p>This agreement is entered into as of May 6, 2021 between Zeta Bio and Omega.</p>") == "2021-05-06 agreement");
  CHECK(dated("<p>Just some words about May 7, 2021 and more.</p>") == "");
}

TEST_CASE("a header's date of filing leaves nothing to guess") {
  const Filing filing = read("<SEC-DOCUMENT>x\n<SEC-HEADER>\nACCESSION NUMBER:\t0000123456-07-000001\nFILED AS OF DATE:\t20070731\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n"
                             "SIGNATURES\n\nDate: July 30, 2007\n</TEXT>\n</DOCUMENT>\n").filing;
  CHECK(filing.filed == "2007-07-31");
  CHECK(filing.dated.empty());
  CHECK(best_date(filing) == "2007-07-31");
}

TEST_CASE("the facts of inline XBRL give the date where the words do not") {
  const std::string head = "<div style=\"display:none\"><ix:header><ix:hidden><ix:nonNumeric name=\"dei:DocumentType\" contextRef=\"c\">10-Q</ix:nonNumeric>"
                           "<ix:nonNumeric name=\"dei:DocumentPeriodEndDate\" contextRef=\"c\">2024-03-31</ix:nonNumeric></ix:hidden></ix:header></div>";
  CHECK(dated(head + "<p>Words of a quarter.</p>") == "2024-03-31 period");
}
