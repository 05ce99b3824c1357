#include <doctest/doctest.h>

#include "ingest/read/sections.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

std::string number_of(std::string_view text) {
  std::string_view rest;
  return std::string(item_heading(text, rest));
}

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

TEST_CASE("item headings are told from references") {
  CHECK(number_of("Item 8.01. Other Events") == "8.01");
  CHECK(number_of("ITEM 8.01 OTHER EVENTS") == "8.01");
  CHECK(number_of("Item 8. 01 Other Events") == "8. 01");
  CHECK(number_of("-----Item 4.02 Non-Reliance") == "4.02");
  CHECK(number_of("Item 1A. Risk Factors") == "1A");
  CHECK(number_of("Item 5") == "5");
  CHECK(number_of("Item 8.01 of this report").empty());
  CHECK(number_of("Item 8.01, which follows").empty());
  CHECK(number_of("Items are listed").empty());
  CHECK(number_of("Item").empty());
  CHECK(number_of("Itemised 5").empty());
}

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
