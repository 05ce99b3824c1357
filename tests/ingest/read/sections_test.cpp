#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>

#include "ingest/read/sections.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

std::vector<std::string> names(const std::string& file) {
  const FilingText text = read(file);
  std::vector<std::string> all;
  for (const Section& section : text.documents.at(0).sections) all.push_back(section.name);
  return all;
}

std::string submission(const std::string& type, const std::string& body) {
  return "<DOCUMENT>\n<TYPE>" + type + "\n<SEQUENCE>1\n<TEXT>\n" + page(body) + "\n</TEXT>\n</DOCUMENT>\n";
}

}  // namespace

TEST_CASE("the items of an 8-K are its sections") {
  CHECK(names(submission("8-K", "<p>FORM 8-K</p><p><b>Item 8.01 Other Events</b></p><p>It happened, as Item 8.01 says.</p><p><b>Item 9.01 Financial Statements and Exhibits</b></p>"
                                "<p>(d) Exhibits</p><p><b>SIGNATURES</b></p><p>By: A</p>")) == std::vector<std::string>{"cover", "8.01", "9.01", "signatures"});
}

TEST_CASE("a table of contents opens no items") {
  std::string contents;
  std::string items;
  for (int i = 1; i <= 6; ++i) {
    contents += "<p>Item " + std::to_string(i) + ". Title</p>";
    items += "<p><b>Item " + std::to_string(i) + ". Title</b></p><p>One thing.</p><p>Another thing.</p><p>A third.</p>";
  }
  CHECK(names(submission("10-K", "<p>FORM 10-K</p>" + contents + items)) == std::vector<std::string>{"cover", "contents", "1", "2", "3", "4", "5", "6"});
}

TEST_CASE("items of a quarterly report are told apart by part") {
  CHECK(names(submission("10-Q", "<p><b>PART I</b></p><p><b>Item 1. Financial Statements</b></p><p>x</p><p><b>PART II</b></p><p><b>Item 1. Legal Proceedings</b></p><p>y</p>"
                                 "<p><b>Item 1A. Risk Factors</b></p><p>z</p>")) == std::vector<std::string>{"cover", "I-1", "II-1", "II-1A"});
}

TEST_CASE("the parts of a press release have kinds") {
  const FilingText text = read(submission("EX-99.1", "<p>Zeta announces a trial.</p><p>It began.</p><p><b>About Zeta</b></p><p>Zeta makes drugs.</p><p><b>Forward-Looking Statements</b></p>"
                                                     "<p>This may change.</p><p><b>Contacts</b></p><p>A. B.</p>"));
  const auto& sections = text.documents.at(0).sections;
  REQUIRE(sections.size() == 4);
  CHECK(sections[0].name == "ex-99.1");
  CHECK(sections[1].name == "about");
  CHECK(sections[1].kind == Section::Kind::body);
  CHECK(sections[2].kind == Section::Kind::forward_looking);
  CHECK(sections[3].kind == Section::Kind::boilerplate);
}

TEST_CASE("risk factors have their kind") {
  const FilingText text = read(submission("10-K", "<p><b>Item 1A. Risk Factors</b></p><p>It may fail.</p><p><b>Item 2. Properties</b></p><p>A house.</p>"));
  const auto& sections = text.documents.at(0).sections;
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].kind == Section::Kind::risk_factors);
  CHECK(sections[1].kind == Section::Kind::body);
}

TEST_CASE("the items of an 8-K without item information in its header are read from its headings") {
  const FilingText text = read("<SEC-DOCUMENT>x\n<SEC-HEADER>\nACCESSION NUMBER:\t0000000000-99-000001\nCONFORMED SUBMISSION TYPE:\t8-K\nITEM INFORMATION:\t\nFILED AS OF DATE:\t19990104\nFILER:\n</SEC-HEADER>\n" +
                               submission("8-K", "<p><b>Item 5. Other Events</b></p><p>It happened.</p><p><b>Item 7. Exhibits</b></p><p>None.</p>"));
  CHECK(text.filing.items == std::vector<std::string>{"5", "7"});
}

TEST_CASE("number and title of an item may stand in two paragraphs or two cells, or after a rule") {
  const auto one = read(submission("8-K", "<p>FORM 8-K</p><p><b>Item 8.01</b></p><p><b>Other Events</b></p><p>It happened.</p>"));
  REQUIRE(one.documents.at(0).sections.size() == 2);
  CHECK(one.documents[0].sections[1].name == "8.01");
  CHECK(one.documents[0].sections[1].title == "Item 8.01 Other Events");
  CHECK(names(submission("8-K", "<p>FORM 8-K</p><table><tr><td><b>Item 7.01.</b></td><td><b>Regulation FD Disclosure</b></td></tr></table><p>It happened.</p>")) == std::vector<std::string>{"cover", "7.01"});
  CHECK(names("<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nFORM 8-K\n\n-----Item 4.02 Non-Reliance on Statements\n\nIt happened.\n</TEXT>\n</DOCUMENT>\n") == std::vector<std::string>{"cover", "4.02"});
}

TEST_CASE("an item whose paragraph begins with its number and title is one") {
  CHECK(names(submission("8-K", "<p>FORM 8-K</p><p>Item 8.01 Other Events. On Monday the makers of the drug said that the trial, which had begun in spring, has ended as planned and that all of it was seen.</p>")) ==
        std::vector<std::string>{"cover", "8.01"});
}

TEST_CASE("a title without number opens the item of an 8-K") {
  CHECK(names(submission("8-K", "<p>FORM 8-K</p><p><b>Other Events</b></p><p>It happened.</p><p><b>Financial Statements and Exhibits</b></p><p>None.</p>")) == std::vector<std::string>{"cover", "8.01", "9.01"});
}

TEST_CASE("a short table of contents and its running heads open no items") {
  CHECK(names(submission("8-K", "<p>FORM 8-K</p><p>Item 2.02 Results of Operations</p><p>Item 9.01 Financial Statements</p><p>SIGNATURE</p><p>Ex-99.1 Release</p>"
                                "<p><b>Item 2.02 Results of Operations</b></p><p>They are good.</p><p>See Item 9.01 below, too.</p><p><b>Item 2.02 Results of Operations</b></p><p>They are better.</p><p>And so on.</p>"
                                "<p><b>Item 9.01 Financial Statements</b></p><p>One.</p><p>Two.</p><p><b>SIGNATURE</b></p><p>By: A</p>")) == std::vector<std::string>{"cover", "contents", "2.02", "9.01", "signatures"});
}

TEST_CASE("numbers that the form does not have open no items") {
  CHECK(names(submission("10-K", "<p><b>Item 1. Business</b></p><p>We sell.</p><p><b>Item 23. Nothing</b></p><p>More.</p>")) == std::vector<std::string>{"1"});
}

TEST_CASE("items of one heading are one section") {
  CHECK(names(submission("10-K", "<p>FORM 10-K</p><p><b>Items 1 and 2. Business and Properties</b></p><p>A house.</p><p><b>Item 3. Legal Proceedings</b></p><p>None.</p>")) == std::vector<std::string>{"cover", "1 and 2", "3"});
}

TEST_CASE("a quarterly report may name part and item in one heading") {
  CHECK(names(submission("10-Q", "<p><b>Part I, Item 2. Discussion</b></p><p>x</p><p><b>Part II, Item 2. Unregistered Sales</b></p><p>y</p>")) == std::vector<std::string>{"I-2", "II-2"});
}

TEST_CASE("a press release has headline, body and its usual ends") {
  CHECK(names(submission("EX-99.1", "<p>FOR RELEASE</p><p>CONTACT: A. B., 555-0100</p><p>Zeta Tells of a Trial</p><p>SMALLTOWN, Ohio, May 5, 2011 -- Zeta said today that its trial has begun in forty places and goes on.</p><p>It is good.</p>"
                                    "<p><b>About Zeta</b></p><p>Zeta makes drugs.</p><p>This release contains forward-looking statements that may not come true.</p>")) ==
        std::vector<std::string>{"headline", "contacts", "ex-99.1", "about", "forward-looking statements"});
}

TEST_CASE("all lines of a headline are one section") {
  CHECK(names(submission("EX-99.1", "<p>Exhibit 99.1</p><p align=center><b>ZETA TELLS OF A TRIAL;</b></p><p align=center><b>OMEGA IS GLAD</b></p><p>SMALLTOWN, Ohio, May 5, 2011 -- Zeta said today that its trial has begun in forty places and goes on.</p>"
                                    "<p align=center><b>More of it</b></p><p>It is good.</p>")) == std::vector<std::string>{"headline", "ex-99.1", "more of it"});
}

TEST_CASE("an agreement has articles, definitions and signatures") {
  CHECK(names(submission("EX-10.1", "<p><b>LICENSE AGREEMENT</b></p><p>It is made today.</p><p><b>ARTICLE I</b></p><p><b>DEFINITIONS</b></p><p>A word means a thing.</p><p><b>ARTICLE IV. PAYMENTS</b></p><p>They are made.</p>"
                                    "<p>IN WITNESS WHEREOF, the parties have signed.</p><p align=center><b>ZETA INC.</b></p><p>By: A</p><p align=center><b>EXHIBIT A</b></p><p>A list.</p>")) ==
        std::vector<std::string>{"license agreement", "definitions", "article 4", "signatures", "exhibit a"});
}

TEST_CASE("what is attached to an agreement behind its signatures is a section, though its title is a plain line") {
  const std::string agreement = "<p><b>LICENSE AGREEMENT</b></p><p>It is made today.</p><p>IN WITNESS WHEREOF, the parties have signed.</p><p>By: A</p>";
  CHECK(names(submission("EX-10.1", agreement + "<p>Schedule 4.1 Licensed Products</p><p>They are listed.</p>")) == std::vector<std::string>{"license agreement", "signatures", "schedule 4.1 licensed products"});
  CHECK(names(submission("EX-10.1", agreement + "<p>Schedule 4.1 lists the products that the parties have agreed.</p>")) == std::vector<std::string>{"license agreement", "signatures"});
}

TEST_CASE("a prospectus has its summary, risk factors and business") {
  const FilingText text = read(submission("424B5", "<p align=center><b>PROSPECTUS SUPPLEMENT SUMMARY</b></p><p>We make drugs.</p><p align=center><b>RISK FACTORS</b></p><p>It may fail.</p><p align=center><b>General risks of drugs</b></p><p>They may fail.</p>"
                                                   "<p align=center><b>BUSINESS</b></p><p>We sell.</p>"));
  const auto& sections = text.documents.at(0).sections;
  REQUIRE(sections.size() == 3);
  CHECK(sections[0].name == "summary");
  CHECK(sections[1].kind == Section::Kind::risk_factors);
  CHECK(sections[2].name == "business");
}

TEST_CASE("a chapter that begins a page is no running head, though a page of nothing but a number stands before it") {
  const std::string chapter = "<p>Some words of the text.</p><hr style=\"page-break-after:always\"><p>S-1</p><hr style=\"page-break-after:always\"><p align=center><b>RISK FACTORS</b></p><p>It may fail.</p><p>And more.</p>";
  CHECK(names(submission("424B5", "<p align=center><b>SUMMARY</b></p>" + chapter + "<p align=center><b>USE OF PROCEEDS</b></p>" + chapter)) ==
        std::vector<std::string>{"summary", "risk factors", "use of proceeds", "risk factors"});
}

TEST_CASE("sections of hostile documents are found in time that grows with their size") {
  const auto seconds = [](const std::string& type, std::string_view part, std::size_t count) {
    DocumentText document;
    document.document.type = type;
    for (std::size_t i = 0; i < count; ++i) {
      const auto begin = static_cast<std::uint32_t>(document.text.size());
      document.text += part;
      Block block;
      block.kind = i % 2 == 0 ? Block::Kind::heading : Block::Kind::paragraph;
      block.level = 2;
      block.text = {begin, static_cast<std::uint32_t>(document.text.size())};
      document.text += '\n';
      document.blocks.push_back(block);
    }
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
      const std::clock_t start = std::clock();
      find_sections(document, Filing());
      best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
  };
  for (const char* type : {"8-K", "10-Q", "EX-99.1", "424B5"}) {
    for (const char* part : {"Item 5. Other Events", "Item 8.01", "Other Events", "SIGNATURES", "Exhibit 1", "About Zeta", "ARTICLE I", "Contact: A", "Forward-looking statements", "forward forward forward forward forward forward",
                             "PART II", "Contacts", "x"}) {
      CAPTURE(type);
      CAPTURE(part);
      const double once = seconds(type, part, 50000);
      CHECK(seconds(type, part, 100000) < 4 * once + 0.1);
      CHECK(once < 2);
    }
  }
}
