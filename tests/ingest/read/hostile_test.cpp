#include <doctest/doctest.h>

#include <chrono>

#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// Reads `file` and checks what must hold of any input.
FilingText survive(const std::string& file) {
  FilingText text = read(file);
  for (const DocumentText& document : text.documents) CHECK(broken_rule(document, file) == "");
  CHECK(unverified(text, file) == 0);
  return text;
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string all;
  all.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += part;
  return all;
}

double seconds_to_read(std::string file) {
  const auto start = std::chrono::steady_clock::now();
  read(std::move(file));
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("empty and blank inputs have no documents with text") {
  CHECK(survive("").documents.empty());
  CHECK(survive("   \n\n\t").documents.empty());
  CHECK(survive("<html></html>").documents.empty());
  CHECK(survive("<DOCUMENT>").documents.empty());
  CHECK(survive("<SEC-HEADER>").documents.empty());
}

TEST_CASE("a page cut anywhere is read") {
  const std::string whole = "<SEC-DOCUMENT>x\n<SEC-HEADER>\nACCESSION NUMBER:\t1\nFILER:\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n" +
                            page("<p class=\"a\">Words &amp; &#8217; <b>bold</b></p><table><tr><td colspan=2>a</td><td>b</td></tr><tr><td>c</td></table><!-- c -->\xE2\x80\x99") +
                            "\n</TEXT>\n</DOCUMENT>\n";
  for (std::size_t size = 0; size <= whole.size(); ++size) survive(whole.substr(0, size));
}

TEST_CASE("binary bytes, NULs and broken UTF-8 are read") {
  std::string bytes;
  std::uint32_t state = 1;
  for (int i = 0; i < 200000; ++i) {
    state = state * 1664525 + 1013904223;
    bytes.push_back(static_cast<char>(state >> 24));
  }
  survive(bytes);
  survive(page("<p>" + bytes + "</p>"));
  const auto blocks = block_texts(page(std::string("<p>a\0b \xC3( \xFF\xFE c\x80</p>", 19)));
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].starts_with("ab \u00C3( \u00FF\u00FE c"));
}

TEST_CASE("nesting 100,000 deep takes linear time") {
  constexpr std::size_t deep = 100000;
  for (const std::string tag : {"div", "span", "b", "table", "ul", "td", "ix:nonNumeric"}) {
    CAPTURE(tag);
    CHECK(seconds_to_read(page(repeated("<" + tag + ">", deep) + "word" + repeated("</" + tag + ">", deep))) < 5);
    CHECK(seconds_to_read(page(repeated("<" + tag + ">x", deep))) < 5);
  }
  CHECK(seconds_to_read(page(repeated("<table><tr><td>x", deep))) < 5);
  CHECK(seconds_to_read(page(repeated("<div>", deep) + repeated("</span>", deep))) < 5);
  CHECK(seconds_to_read(page(repeated("<p><font>", deep) + "x")) < 5);
}

TEST_CASE("tags, quotes and comments that are never closed take linear time") {
  constexpr std::size_t many = 200000;
  for (const char* part : {"<p ", "<p x=\"", "<p x='\">", "<!-- ", "<!", "<style>", "&#", "&amp", "<td colspan=999999999>", "</p", "<a href=\"'>"}) {
    const std::string shown = part;
    CAPTURE(shown);
    CHECK(seconds_to_read("<html><p>" + repeated(part, many)) < 5);
  }
}

TEST_CASE("texts that repeat one thing take linear time") {
  constexpr std::size_t many = 200000;
  for (const char* part : {"\r", "\n", ". ", "a. B", "* ", "[x](", "![", "**", "| ", "|\n", "<PAGE>\n", "<PAGE>", "<TABLE>", "<S>", "<S>x", "</TABLE><TABLE>", "<DOCUMENT>\n", "</TEXT>\n", "<DOCUMENT>\n<TEXT>\nx\n</DOCUMENT>\n", "<TABLE>\n", "a  b\n", "----- ",
                           "1\n<PAGE>\n", "# x\n", "Item 1. X\n\n"}) {
    const std::string shown = part;
    CAPTURE(shown);
    CHECK(seconds_to_read("Words of a text.\n\n" + repeated(part, many)) < 5);
    CHECK(seconds_to_read("# Head\n\n**b** and **c**\n\n" + repeated(part, many)) < 5);
  }
}

TEST_CASE("a line of 100 MB is read in seconds") {
  const std::string line = repeated("The compound was given to patients and it worked. ", 2000000);
  CHECK(seconds_to_read(line) < 10);
  CHECK(seconds_to_read("<html><p>" + line) < 10);
}

TEST_CASE("a table of 100,000 rows takes linear time") {
  CHECK(seconds_to_read(page("<table>" + repeated("<tr><td>a</td><td rowspan=3>1</td><td>2</td></tr>", 100000) + "</table>")) < 5);
  CHECK(seconds_to_read(page("<table>" + repeated("<tr><td>&#8226;</td><td>item</td></tr>", 100000) + "</table>")) < 5);
  CHECK(seconds_to_read(page("<table><tr>" + repeated("<td>1</td>", 100000) + "</tr></table>")) < 5);
}
