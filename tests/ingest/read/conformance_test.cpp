/// The lines of the conformance checklist for EDGAR's containers and headers, one test each. Those of HTML and of ASCII text
/// (windows-1252 references, page numbers before <PAGE>, cut spans, ix:header) stand with their readers.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/error.hpp"
#include "ingest/read/container.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

const std::string text_header =
    "ACCESSION NUMBER:\t\t0000123456-07-000001\nCONFORMED SUBMISSION TYPE:\t8-K\nPUBLIC DOCUMENT COUNT:\t\t2\nCONFORMED PERIOD OF REPORT:\t20070730\n"
    "ITEM INFORMATION:\t\tOther Events\nFILED AS OF DATE:\t\t20070731\n\nFILER:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tZETA BIO INC\n"
    "\t\tCENTRAL INDEX KEY:\t\t\t0000123456\n\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tPHARMACEUTICAL PREPARATIONS [2834]\n\t\tIRS NUMBER:\t\t\t\t000000000\n";

const std::string tagged_header =
    "<ACCESSION-NUMBER>0000123456-07-000001\n<TYPE>8-K\n<PUBLIC-DOCUMENT-COUNT>2\n<PERIOD>20070730\n<ITEMS>8.01\n<FILING-DATE>20070731\n<FILER>\n<COMPANY-DATA>\n"
    "<CONFORMED-NAME>ZETA BIO INC\n<CIK>0000123456\n<ASSIGNED-SIC>2834\n<IRS-NUMBER>000000000\n</COMPANY-DATA>\n<FILING-VALUES>\n<FORM-TYPE>8-K\n<ACT>34\n</FILING-VALUES>\n</FILER>\n";

const std::string documents =
    "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<FILENAME>z.htm\n<DESCRIPTION>THE REPORT\n<TEXT>\n<html><body><p>First words.</p></body></html>\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>4\n<TEXT>\nSecond words.\n</TEXT>\n</DOCUMENT>\n";

const std::string pem = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nOriginator-Name: someone\nOriginator-Key-Asymmetric:\n MFgwCgYEVQgBAQICAf8DSgAw\nMIC-Info: RSA-MD5,RSA,\n AbCd\n\n";

void check_facts(const Filing& filing) {
  CHECK(filing.accession == "0000123456-07-000001");
  CHECK(filing.form == "8-K");
  CHECK(filing.filed == "2007-07-31");
  CHECK(filing.period == "2007-07-30");
  CHECK(filing.items == std::vector<std::string>{"8.01"});
  REQUIRE(filing.filers.size() == 1);
  CHECK(filing.filers[0].name == "ZETA BIO INC");
  CHECK(filing.filers[0].cik == "0000123456");
  CHECK(filing.filers[0].role == "filer");
}

void check_documents(const FilingText& text) {
  REQUIRE(text.documents.size() == 2);
  CHECK(text.documents[0].text == "First words.");
  CHECK(text.documents[1].text == "Second words.");
  CHECK(text.documents[1].document.type == "EX-99.1");
  CHECK(text.documents[1].document.number == 4);
}

const std::string variant_b = "<SEC-DOCUMENT>0000123456-07-000001.txt : 20070731\n<SEC-HEADER>0000123456-07-000001.hdr.sgml : 20070731\n" + text_header + "</SEC-HEADER>\n" + documents + "</SEC-DOCUMENT>\n";
const std::string variant_d = "<SUBMISSION>\n" + tagged_header + documents + "</SUBMISSION>\n";

std::string with_line_ends(std::string text, std::string_view end) {
  std::string out;
  for (const char c : text) c == '\n' ? out.append(end) : out.append(1, c);
  return out;
}

}  // namespace

TEST_CASE("conformance 1a: a privacy-enhanced message around a submission") {
  const FilingText text = read(pem + variant_b + "-----END PRIVACY-ENHANCED MESSAGE-----\n");
  check_facts(text.filing);
  check_documents(text);
}

TEST_CASE("conformance 1b: a full submission, also where its first line has a path") {
  check_facts(read(variant_b).filing);
  check_documents(read(variant_b));
  std::string with_path = variant_b;
  with_path.replace(with_path.find("0000123456"), 24, "/in/box/0000999999-00-000009.txt");
  check_facts(read(with_path).filing);
}

TEST_CASE("conformance 1c, 14: documents without any header") {
  const FilingText text = read(documents);
  check_documents(text);
  CHECK(text.filing.form == "8-K");
  CHECK(text.filing.accession.empty());
  CHECK(text.filing.filed.empty());
}

TEST_CASE("conformance 1d: a submission of the feed") {
  check_facts(read(variant_d).filing);
  check_documents(read(variant_d));
}

TEST_CASE("conformance 1e: an index page with both headers") {
  std::string escaped = text_header;
  const FilingText text = read("<HTML>\n<HEAD><TITLE>x</TITLE></HEAD>\n<!--\n<SEC-HEADER>0000123456-07-000001.hdr.sgml : 20070731\n" + tagged_header + "</SEC-HEADER>\n-->\n<BODY><PRE>&lt;SEC-HEADER&gt;x\n" + escaped +
                               "&lt;/SEC-HEADER&gt;\n</PRE></BODY></HTML>\n");
  check_facts(text.filing);
  CHECK(text.documents.empty());
}

TEST_CASE("conformance 1f: a header file") {
  const FilingText text = read("<SEC-HEADER>0000123456-07-000001.hdr.sgml : 20070731\n" + tagged_header + "</SEC-HEADER>\n");
  check_facts(text.filing);
  CHECK(text.documents.empty());
}

TEST_CASE("conformance 2: lines end with LF, CRLF or CR, also with CR behind one LF, and those of a header may be doubled") {
  for (const std::string& file : {variant_b, variant_d}) {
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
      const FilingText text = read(with_line_ends(file, end));
      check_facts(text.filing);
      check_documents(text);
    }
  }
  std::string mixed = with_line_ends(variant_d, "\r");
  mixed[mixed.find('\r')] = '\n';
  check_facts(read(mixed).filing);
  check_documents(read(mixed));
  check_facts(read("<SEC-DOCUMENT>x\n<SEC-HEADER>x\n" + with_line_ends(text_header, "\n\n") + "</SEC-HEADER>\n" + documents).filing);
}

TEST_CASE("conformance 3: the staircase headers of the year 2000") {
  std::string header;
  std::string indent;
  for (const char* line : {"FILER:", "COMPANY DATA:\t", "COMPANY CONFORMED NAME:\t\t\tZETA BIO INC", "CENTRAL INDEX KEY:\t\t\t0000123456",
                           "STANDARD INDUSTRIAL CLASSIFICATION:\tSERVICES [8090\n]\t\tIRS NUMBER:\t\t\t\t1", "</COMPANY-DATA>", "FILING VALUES:", "FORM TYPE:\t\t8-K", "</FILING-VALUES>",
                           "BUSINESS ADDRESS:\t", "STREET 1:\t\t1 ROAD", "CITY:\t\t\tTOWN", "</BUSINESS-ADDRESS>", "FORMER COMPANY:\t", "FORMER CONFORMED NAME:\tOLD ZETA CORP",
                           "DATE OF NAME CHANGE:\t19951229", "</FORMER-COMPANY>", "</FILER>", "FILER:", "COMPANY DATA:\t", "COMPANY CONFORMED NAME:\t\t\tOMEGA CORP",
                           "CENTRAL INDEX KEY:\t\t\t0000654321", "</COMPANY-DATA>", "</FILER>"}) {
    header += indent + line + "\n";
    indent += "\t";
  }
  const Filing filing = read("<SEC-DOCUMENT>x\n<SEC-HEADER>x\nACCESSION NUMBER:\t\t0000123456-00-000001\nCONFORMED SUBMISSION TYPE:\t8-K\nITEM INFORMATION:\t\t\nFILED AS OF DATE:\t\t20000612\n\n" +
                             header + "</SEC-HEADER>\n" + documents).filing;
  CHECK(filing.filed == "2000-06-12");
  REQUIRE(filing.filers.size() == 2);
  CHECK(filing.filers[0].name == "ZETA BIO INC");
  CHECK(filing.filers[0].cik == "0000123456");
  CHECK(filing.filers[0].former_names == std::vector<FormerName>{{"OLD ZETA CORP", "1995-12-29"}});
  CHECK(filing.filers[1].name == "OMEGA CORP");
  CHECK(filing.filers[1].cik == "0000654321");
  CHECK(filing.filers[1].former_names.empty());
}

TEST_CASE("conformance 4: several filers with former names, in both dialects") {
  const Filing text = read("<SEC-DOCUMENT>x\n<SEC-HEADER>x\n" + text_header +
                           "\n\tFORMER COMPANY:\t\n\t\tFORMER CONFORMED NAME:\tOLD ZETA CORP\n\t\tDATE OF NAME CHANGE:\t19991231\n\n\tFORMER COMPANY:\t\n\t\tFORMER CONFORMED NAME:\tOLDEST ZETA\n"
                           "\t\tDATE OF NAME CHANGE:\t19900101\n\nFILED BY:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tOMEGA AG\n\t\tCENTRAL INDEX KEY:\t\t\t0000654321\n"
                           "\n\tFORMER COMPANY:\t\n\t\tFORMER CONFORMED NAME:\tOLD OMEGA\n\t\tDATE OF NAME CHANGE:\t20010203\n</SEC-HEADER>\n" + documents).filing;
  const Filing tagged = read("<SUBMISSION>\n<ACCESSION-NUMBER>0000123456-07-000001\n<TYPE>8-K\n<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>ZETA BIO INC\n<CIK>0000123456\n</COMPANY-DATA>\n"
                             "<FORMER-COMPANY>\n<FORMER-CONFORMED-NAME>OLD ZETA CORP\n<DATE-CHANGED>19991231\n</FORMER-COMPANY>\n<FORMER-COMPANY>\n<FORMER-CONFORMED-NAME>OLDEST ZETA\n<DATE-CHANGED>19900101\n"
                             "</FORMER-COMPANY>\n</FILER>\n<FILED-BY>\n<COMPANY-DATA>\n<CONFORMED-NAME>OMEGA AG\n<CIK>0000654321\n</COMPANY-DATA>\n<FORMER-COMPANY>\n<FORMER-CONFORMED-NAME>OLD OMEGA\n"
                             "<DATE-CHANGED>20010203\n</FORMER-COMPANY>\n</FILED-BY>\n" + documents + "</SUBMISSION>\n").filing;
  for (const Filing& filing : {text, tagged}) {
    REQUIRE(filing.filers.size() == 2);
    CHECK(filing.filers[0].role == "filer");
    CHECK(filing.filers[0].former_names == std::vector<FormerName>{{"OLD ZETA CORP", "1999-12-31"}, {"OLDEST ZETA", "1990-01-01"}});
    CHECK(filing.filers[1].role == "filed by");
    CHECK(filing.filers[1].cik == "0000654321");
    CHECK(filing.filers[1].former_names == std::vector<FormerName>{{"OLD OMEGA", "2001-02-03"}});
  }
}

TEST_CASE("conformance 5: the tags of 1993 and 1994") {
  const FilingText text = read("<IMS-DOCUMENT>0000123456-07-000001.txt : 20070731\n<IMS-HEADER>0000123456-07-000001.hdr.sgml : 20070731\n" + text_header + "</IMS-HEADER>\n" + documents + "</IMS-DOCUMENT>\n");
  check_facts(text.filing);
  check_documents(text);
}

TEST_CASE("conformance 6: a document without a file name") {
  const Container container = open_container("<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\nWords.\n</TEXT>\n</DOCUMENT>\n");
  REQUIRE(container.documents.size() == 1);
  CHECK(container.documents[0].filename.empty());
  CHECK(container.documents[0].description.empty());
  CHECK(container.documents[0].type == "8-K");
}

TEST_CASE("conformance 7: a missing </XBRL>, </TEXT> or </DOCUMENT> ends the payload where the next document begins") {
  for (const char* end : {"</XBRL>\n</TEXT>\n</DOCUMENT>\n", "</TEXT>\n</DOCUMENT>\n", "</TEXT>\n", "</DOCUMENT>\n", ""}) {
    CAPTURE(end);
    const FilingText text = read("<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<XBRL>\n<html><body><p>First words.</p></body></html>\n" + std::string(end) + "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>4\n<TEXT>\nSecond words.\n</TEXT>\n</DOCUMENT>\n");
    check_documents(text);
  }
  const FilingText cut = read("<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nSome words and mo");
  REQUIRE(cut.documents.size() == 1);
  CHECK(cut.documents[0].text == "Some words and mo");
}

TEST_CASE("conformance 8: uuencoded payloads are skipped, their blanks stripped or not, zeros as blanks or as back-ticks") {
  for (const char* payload : {"begin 644 g.jpg\nM_]C_X  02D9)1@ ! 0$ 8 !@  #_\n#:'0 \n \nend\n", "begin 644 g.jpg\nM_]C_X  02D9)1@ ! 0$ 8 !@  #_\n#:'0\n\nend\n", "begin 644 g.zip\nM4$L#!!0`````\n`\nend\n"}) {
    for (const char* type : {"GRAPHIC", "ZIP", "EXCEL", "EX-99.2"}) {
      const FilingText text = read("<DOCUMENT>\n<TYPE>" + std::string(type) + "\n<SEQUENCE>1\n<FILENAME>g.jpg\n<TEXT>\n" + payload + "</TEXT>\n</DOCUMENT>\n" + documents);
      CHECK(text.filing.documents.size() == 3);
      REQUIRE(text.documents.size() == 2);
      CHECK(text.documents[0].text == "First words.");
    }
  }
  const FilingText pdf = read("<DOCUMENT>\n<TYPE>EX-99.3\n<SEQUENCE>1\n<TEXT>\n<PDF>\nbegin 644 g.pdf\nM)5!$1BTQ+C0*\n\nend\n</PDF>\n</TEXT>\n</DOCUMENT>\n" + documents);
  CHECK(pdf.documents.size() == 2);
}

TEST_CASE("conformance 15: items without a title are taken from the headings of the report") {
  const std::string header = "<SEC-DOCUMENT>x\n<SEC-HEADER>x\nACCESSION NUMBER:\t\t0000123456-04-000001\nCONFORMED SUBMISSION TYPE:\t8-K\nITEM INFORMATION:\t\t\n"
                             "ITEM INFORMATION:\t\tFinancial statements and exhibits\nFILED AS OF DATE:\t\t20040211\n</SEC-HEADER>\n";
  const std::string body = "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n<html><body><p><b>Item 7. Financial Statements and Exhibits</b></p><p>A list.</p>"
                           "<p><b>Item 12. Results of Operations and Financial Condition</b></p><p>It went well.</p></body></html>\n</TEXT>\n</DOCUMENT>\n";
  CHECK(read(header + body).filing.items == std::vector<std::string>{"7", "12"});
}

TEST_CASE("types of forms and exhibits are kept as filed") {
  const Container container = open_container("<DOCUMENT>\n<TYPE>EX-99.(A)(5)(C)\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-101.INS\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n");
  REQUIRE(container.documents.size() == 2);
  CHECK(container.documents[0].type == "EX-99.(A)(5)(C)");
  CHECK(container.documents[1].type == "EX-101.INS");
}

TEST_CASE("one bad document is told with its number and byte, and the rest of the filing is read") {
  std::string bad = "<DOCUMENT>\n<TYPE>EX-10\n<SEQUENCE>2\n<TEXT>\n";
  const std::size_t begin = bad.size() + variant_d.find("<DOCUMENT>");  // Behind the line end of <TEXT>, which is of the payload.
  bad += std::string("\x01\x02\x03", 3) + std::string(2000, '\x04') + "\n</TEXT>\n</DOCUMENT>\n";
  std::string file = variant_d;
  file.insert(file.find("<DOCUMENT>"), bad);
  Reports reports;
  const FilingText text = read_filing(RawFiling{"x.nc", Bytes(file)}, reports);
  REQUIRE(text.documents.size() == 2);
  CHECK(text.documents[0].text == "First words.");
  REQUIRE(reports.all.size() == 1);
  CHECK(reports.all[0].document == 2);
  CHECK(reports.all[0].byte == begin - 1);
  CHECK(reports.all[0].message == "no text: 2003 control bytes in the first 2005; the document is left out");
}

TEST_CASE("a document that makes a reader fail is told, and the rest of the filing is read") {
  Reports reports;
  std::vector<std::string> seen;
  const RawFiling raw{"x.nc", Bytes(variant_d)};
  read_filing(raw, reports, [&](DocumentText&& document, const Filing&) {
    if (document.document.number == 1) throw std::bad_alloc();
    seen.push_back(document.text);
  });
  CHECK(seen == std::vector<std::string>{"Second words."});
  REQUIRE(reports.all.size() == 1);
  CHECK(reports.all[0].document == 1);
  CHECK(reports.all[0].message == "not enough memory for the document; the document is left out");
}
