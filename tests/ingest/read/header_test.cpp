#include <doctest/doctest.h>

#include "ingest/read/header.hpp"
#include "ingest/read/word_dates.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

Filing text_header(std::string_view header) {
  Filing filing;
  read_text_header(header, filing);
  return filing;
}

}  // namespace

TEST_CASE("parties, former names and dates of a text header") {
  const Filing filing = text_header(
      "<ACCEPTANCE-DATETIME>20240305120000\nACCESSION NUMBER:\t0000123456-24-000007\nCONFORMED SUBMISSION TYPE:\tSC TO-T/A\nCONFORMED PERIOD OF REPORT:\t20240301\n"
      "FILED AS OF DATE:\t20240305\n\nSUBJECT COMPANY:\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\tZETA BIO INC\n\t\tCENTRAL INDEX KEY:\t123456\n\tFILING VALUES:\n"
      "\t\tFORM TYPE:\tSC 13D/A\n\tFORMER COMPANY:\n\t\tFORMER CONFORMED NAME:\tOLD ZETA CORP\n\t\tDATE OF NAME CHANGE:\t19991231\n\nFILED BY:\n\tCOMPANY DATA:\n"
      "\t\tCOMPANY CONFORMED NAME:\tOMEGA AG\n\t\tCENTRAL INDEX KEY:\t0000654321\n");
  CHECK(filing.form == "SC TO-T/A");
  CHECK(filing.period == "2024-03-01");
  CHECK(filing.filed == "2024-03-05");
  REQUIRE(filing.filers.size() == 2);
  CHECK(filing.filers[0].role == "subject company");
  CHECK(filing.filers[0].cik == "0000123456");
  CHECK(filing.filers[0].former_names == std::vector<FormerName>{{"OLD ZETA CORP", "1999-12-31"}});
  CHECK(filing.filers[1].role == "filed by");
  CHECK(filing.filers[1].name == "OMEGA AG");
}

TEST_CASE("the staircase headers of the year 2000") {
  const Filing filing = text_header(
      "ACCESSION NUMBER:\t0000123456-00-000007\nCONFORMED SUBMISSION TYPE:\t8-K\nITEM INFORMATION:\t\nFILED AS OF DATE:\t20000612\n\nFILER:\n\n\tCOMPANY DATA:\t\n"
      "\t\tCOMPANY CONFORMED NAME:\t\t\tZETA BIO INC\n\t\tCENTRAL INDEX KEY:\t\t\t0000123456\n\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tSERVICES [8090\n]\t\tIRS NUMBER:\t\t\t\t1\n"
      "</COMPANY-DATA>\n\n\t\tFILING VALUES:\n\t\t\tFORM TYPE:\t\t8-K\n</FILING-VALUES>\n\t\t\t\tFORMER COMPANY:\t\n\t\t\t\t\tFORMER CONFORMED NAME:\tOLD ZETA\n"
      "\t\t\t\t\tDATE OF NAME CHANGE:\t19951229\n</FORMER-COMPANY>\n</FILER>\n");
  REQUIRE(filing.filers.size() == 1);
  CHECK(filing.filers[0].name == "ZETA BIO INC");
  CHECK(filing.filers[0].former_names == std::vector<FormerName>{{"OLD ZETA", "1995-12-29"}});
  CHECK(filing.items.empty());
}

TEST_CASE("two keys on one line and lost lines do no harm") {
  const Filing filing = text_header("FILER:\n\nCOMPANY CONFORMED NAME:\tZETA \tCENTRAL INDEX KEY:\t12\nno key at all\n:\n\nSTATE:\tNJ");
  REQUIRE(filing.filers.size() == 1);
  CHECK(filing.filers[0].name == "ZETA");
  CHECK(filing.filers[0].cik == "0000000012");
  CHECK(text_header("").filers.empty());
  CHECK(text_header("FILER:\nCOMPANY CONFORMED NAME:\tZETA\nCENTRAL INDEX KEY:\t0000000000\n").filers.at(0).cik.empty());
}

TEST_CASE("item titles become numbers by the date of the filing") {
  CHECK(item_number("Other events", "2003-01-02") == "5");
  CHECK(item_number("Other Events", "2004-08-23") == "8.01");
  CHECK(item_number("Other Events", "") == "8.01");
  CHECK(item_number("Regulation FD Disclosure", "2003-05-05") == "9");
  CHECK(item_number("Regulation FD Disclosure", "2010-05-05") == "7.01");
  CHECK(item_number("Departure of Directors or Principal Officers; Election of Directors", "2006-01-01") == "5.02");
  CHECK(item_number("7", "1994-01-01") == "7");
  CHECK(item_number("7.01", "2020-01-01") == "7.01");
  CHECK(item_number("Something new", "2030-01-01") == "Something new");
}

TEST_CASE("items of the tagged header are numbers, of the text header titles") {
  Filing tagged;
  read_tagged_header("<SUBMISSION>\n<TYPE>8-K\n<ITEMS>1.01\n<ITEMS>9.01\n<PERIOD>20240101\n<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>Z\n<CIK>1\n</COMPANY-DATA>\n</FILER>\n", tagged);
  CHECK(tagged.items == std::vector<std::string>{"1.01", "9.01"});
  CHECK(tagged.period == "2024-01-01");
  CHECK(tagged.filers.at(0).cik == "0000000001");
  CHECK(text_header("ITEM INFORMATION:\tOther events\nITEM INFORMATION:\tFinancial Statements and Exhibits\nFILED AS OF DATE:\t20011231\n").items ==
        std::vector<std::string>{"5", "7"});
}

TEST_CASE("a date in words is read as a date") {
  CHECK(iso_of_words("Date of Report: July 31, 2007 (July 30, 2007)") == "2007-07-31");
  CHECK(iso_of_words("December  1 , 2024") == "2024-12-01");
  CHECK(iso_of_words("2024-12-01") == "2024-12-01");
  CHECK(iso_of_words("March 45, 2024").empty());
  CHECK(iso_of_words("no date").empty());
}

TEST_CASE("the cover page of a bare filing names registrant, form, period and symbol") {
  const FilingText text = read(page(
      "<p>FORM 8-K</p><p>Date of Report (Date of earliest event reported):</p><p>July 31, 2007</p><p><b>Zeta Bio, Inc.</b></p><p>(Exact name of registrant as specified in its "
      "charter)</p><table><tr><td><b>Title of each class</b></td><td><b>Trading Symbol(s)</b></td></tr><tr><td>Common Stock</td><td>ZETA</td></tr></table>"
      "<p><b>Item 8.01. Other Events</b></p><p>It happened.</p>"));
  CHECK(text.filing.form == "8-K");
  CHECK(text.filing.period == "2007-07-31");
  REQUIRE(text.filing.filers.size() == 1);
  CHECK(text.filing.filers[0].name == "Zeta Bio, Inc.");
  CHECK(text.filing.filers[0].tickers == std::vector<std::string>{"ZETA"});
  CHECK(text.filing.items == std::vector<std::string>{"8.01"});
}
