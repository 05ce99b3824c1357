#include <doctest/doctest.h>

#include "ingest/read/container.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

const std::string header =
    "ACCESSION NUMBER:\t\t0000123456-07-000001\nCONFORMED SUBMISSION TYPE:\t8-K\nFILED AS OF DATE:\t\t20070731\n\nFILER:\n\n\tCOMPANY DATA:\t\n"
    "\t\tCOMPANY CONFORMED NAME:\t\t\tZETA BIO INC\n\t\tCENTRAL INDEX KEY:\t\t\t0000123456\n";

const std::string documents =
    "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<FILENAME>z.htm\n<DESCRIPTION>THE REPORT\n<TEXT>\n<html><body><p>First words.</p></body></html>\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>4\n<TEXT>\nSecond words.\n</TEXT>\n</DOCUMENT>\n";

std::string body_of(const std::string& file, const Document& document) { return file.substr(document.body.begin, document.body.end - document.body.begin); }

}  // namespace

TEST_CASE("every variant of a submission gives the same documents") {
  const std::string pem = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nOriginator-Key-Asymmetric:\n MFgw\n\n";
  for (const std::string& file : {
           "<SEC-DOCUMENT>0000123456-07-000001.txt : 20070731\n<SEC-HEADER>x.hdr.sgml : 20070731\n" + header + "</SEC-HEADER>\n" + documents + "</SEC-DOCUMENT>\n",
           "<IMS-DOCUMENT>x : 1\n<IMS-HEADER>x : 1\n" + header + "</IMS-HEADER>\n" + documents,
           pem + "<SEC-DOCUMENT>x\n<SEC-HEADER>\n" + header + "</SEC-HEADER>\n" + documents + "-----END PRIVACY-ENHANCED MESSAGE-----\n",
           "<SUBMISSION>\n<ACCESSION-NUMBER>0000123456-07-000001\n<TYPE>8-K\n<FILING-DATE>20070731\n<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>ZETA BIO INC\n<CIK>0000123456\n"
           "</COMPANY-DATA>\n</FILER>\n" + documents + "</SUBMISSION>\n",
       }) {
    CAPTURE(file);
    const FilingText text = read(file);
    CHECK(text.filing.accession == "0000123456-07-000001");
    CHECK(text.filing.form == "8-K");
    CHECK(text.filing.filed == "2007-07-31");
    REQUIRE(text.filing.filers.size() == 1);
    CHECK(text.filing.filers[0].name == "ZETA BIO INC");
    CHECK(text.filing.filers[0].cik == "0000123456");
    CHECK(text.filing.filers[0].role == "filer");
    REQUIRE(text.documents.size() == 2);
    CHECK(text.documents[0].document.number == 1);
    CHECK(text.documents[0].document.filename == "z.htm");
    CHECK(text.documents[0].document.description == "THE REPORT");
    CHECK(text.documents[0].text == "First words.");
    CHECK(text.documents[1].document.number == 4);
    CHECK(text.documents[1].document.type == "EX-99.1");
    CHECK(text.documents[1].text == "Second words.");
  }
}

TEST_CASE("headers without documents: an index page and a header file") {
  const std::string tagged = "<ACCESSION-NUMBER>0000123456-07-000001\n<TYPE>8-K\n<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>ZETA BIO INC\n<CIK>0000123456\n</COMPANY-DATA>\n</FILER>\n";
  for (const std::string& file : {"<HTML>\n<!--\n" + tagged + "-->\n<PRE>\n&lt;SEC-HEADER&gt;x\n</PRE></HTML>\n", "<SEC-HEADER>x.hdr.sgml : 20070731\n" + tagged + "</SEC-HEADER>\n"}) {
    CAPTURE(file);
    const FilingText text = read(file);
    CHECK(text.documents.empty());
    CHECK(text.filing.accession == "0000123456-07-000001");
    REQUIRE(text.filing.filers.size() == 1);
    CHECK(text.filing.filers[0].cik == "0000123456");
  }
}

TEST_CASE("line ends of a submission do not matter") {
  const std::string lf = "<SEC-DOCUMENT>x\n<SEC-HEADER>\n" + header + "</SEC-HEADER>\n" + documents;
  std::string cr = lf;
  for (char& c : cr) c = c == '\n' ? '\r' : c;
  const FilingText text = read(cr);
  CHECK(text.filing.accession == "0000123456-07-000001");
  REQUIRE(text.documents.size() == 2);
  CHECK(text.documents[1].text == "Second words.");
}

TEST_CASE("documents without a header, and missing end tags") {
  CHECK(open_container(documents).documents.size() == 2);
  CHECK(open_container(documents).header.where.end == 0);
  const std::string cut = "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nSome words\nand more";
  const Container container = open_container(cut);
  REQUIRE(container.documents.size() == 1);
  CHECK(body_of(cut, container.documents[0]) == "\nSome words\nand more");
  const std::string unclosed = "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nOne\n</TEXT>\n<DOCUMENT>\n<TYPE>EX-1\n<TEXT>\nTwo\n</TEXT>\n";
  REQUIRE(open_container(unclosed).documents.size() == 2);
  CHECK(body_of(unclosed, open_container(unclosed).documents[0]) == "\nOne\n");
}

TEST_CASE("wrappers and an envelope within the envelope are no payload") {
  for (const std::string tag : {"XBRL", "XML", "PDF"}) {
    const std::string file = "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<" + tag + ">\nwords\n</" + tag + ">\n</TEXT>\n</DOCUMENT>\n";
    CHECK(body_of(file, open_container(file).documents.at(0)) == "\nwords\n");
    const std::string open = "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<" + tag + ">\nwords\n</TEXT>\n</DOCUMENT>\n";
    CHECK(body_of(open, open_container(open).documents.at(0)) == "\nwords\n");
  }
  const std::string twice = "<DOCUMENT>\n<TYPE>6-K\n<TEXT>\n<DOCUMENT>\n<TYPE>6-K\n<FILENAME>a.htm\n<TEXT>\nwords\n</TEXT>\n</DOCUMENT>\n</TEXT>\n</DOCUMENT>\n";
  const Container container = open_container(twice);
  REQUIRE(container.documents.size() == 1);
  CHECK(container.documents[0].filename == "a.htm");
  CHECK(body_of(twice, container.documents[0]) == "\nwords\n");
}

TEST_CASE("a file without an envelope is one document with number 0") {
  const Container container = open_container("Just some words.");
  REQUIRE(container.documents.size() == 1);
  CHECK_FALSE(container.envelope);
  CHECK(container.documents[0].number == 0);
  CHECK(container.documents[0].body == ByteRange{0, 16});
}

TEST_CASE("what is written how is told by content") {
  CHECK(writing_of("<html><body>x</body></html>", "") == Writing::html);
  CHECK(writing_of("<P>one</P>", "8-K") == Writing::html);
  CHECK(writing_of("<?xml version=\"1.0\"?><html><p>x</p></html>", "8-K") == Writing::html);
  CHECK(writing_of("# Head\n\n**bold** and \\$5\n", "10-K") == Writing::markdown);
  CHECK(writing_of("| a | b |\n|---|---|\n| 1 | 2 |\n", "") == Writing::markdown);
  CHECK(writing_of("Some words.\n\n<TABLE>\n<S>  <C>\n</TABLE>\n", "10-K") == Writing::ascii);
  CHECK(writing_of("<?xml version=\"1.0\"?><ownershipDocument><a>1</a></ownershipDocument>", "4") == Writing::none);
  CHECK(writing_of("begin 644 a.jpg\nM1234\n\nend\n", "EX-1") == Writing::none);
  CHECK(writing_of("words", "GRAPHIC") == Writing::none);
  CHECK(writing_of("  \n ", "8-K") == Writing::none);
}

TEST_CASE("uuencoded pictures with stripped blanks are no text, and the next document is found") {
  const FilingText text = read(
      "<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>1\n<TEXT>\nbegin 644 a.jpg\nM1234\n#\n\nend\n</TEXT>\n</DOCUMENT>\n" + documents);
  CHECK(text.filing.documents.size() == 3);
  CHECK(text.documents.size() == 2);
}
