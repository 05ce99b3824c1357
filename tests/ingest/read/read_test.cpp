#include <doctest/doctest.h>

#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

TEST_CASE("reasons why a file is no filing") {
  CHECK(why_no_filing("") == "empty");
  CHECK(why_no_filing(" \n\t ") == "0 printable bytes in the first 4");
  CHECK(why_no_filing(std::string(5000, '\0')) == "0 printable bytes in the first 4,096");
  CHECK(why_no_filing(std::string(5000, ' ') + "x") == "0 printable bytes in the first 4,096");
  CHECK(why_no_filing("{\"slug\": \"x\"}") == "JSON, not a filing");
  CHECK(why_no_filing("[{\"a\":1}]") == "JSON, not a filing");
  CHECK(why_no_filing("\x1F\x8B\x08 rest") == "compressed, not a filing");
  CHECK(why_no_filing("%PDF-1.4") == "PDF, not a filing");
  CHECK(why_no_filing(std::string("ab\0\1\2\3", 6)) == "4 control bytes in the first 6");
  CHECK(why_no_filing(std::string(188, 'a') + std::string(12, '\1')) == "12 control bytes in the first 200");
  CHECK(why_no_filing(std::string(190, 'a') + std::string(10, '\1')).empty());
}

TEST_CASE("texts of any format are filings") {
  for (const char* text : {"A sentence.", "[ * ] = Certain information has been left out", "[***] and more", "# Title", "<html>", "<SEC-DOCUMENT>x", "{12}----\n\nwords"}) {
    CAPTURE(text);
    CHECK(why_no_filing(text) == "");
  }
}

TEST_CASE("a passage is read as its document is") {
  CHECK(read_passage("Zana</span><span style=\"x\">limab</span> &amp; more&#146;s") == "Zanalimab & more's");
  CHECK(read_passage("one</p><p>two") == "one two");
  CHECK(read_passage("p < 0.05 and R&D") == "p < 0.05 and R&D");
  CHECK(read_passage("wrapped\n   line") == "wrapped line");
  CHECK(read_passage("") == "");
}

TEST_CASE("words are the same if letters and digits are") {
  CHECK(same_words("A, b-1!", "Ab 1"));
  CHECK(same_words("", " .,"));
  CHECK(same_words("caf\u00E9", "(caf\u00E9)"));
  CHECK_FALSE(same_words("ab", "abc"));
  CHECK_FALSE(same_words("ab", "Ab"));
  CHECK_FALSE(same_words("caf\u00E9", "cafe"));
}

TEST_CASE("every sentence is found again in the bytes that it is said to stand at") {
  for (const std::string& file : {
           page("<p>Zana<b>limab</b><sup>1</sup> binds &ldquo;CD99&rdquo;. It is <span style='display:none'>not shown 5</span>new.</p><table><tr><td>a</td><td>$</td><td>1</td></tr>"
                "<tr><td>b</td><td>$</td><td>2</td></tr></table><p><font face=Wingdings>o</font> item one</p>"),
           std::string("It rose (p < 0.05) &amp; fell.\n\nThe end is near-\nby. Next.\n"),
           std::string("# Head 1\n\n**Bold** text \\$5 [link](http://x.y/z1) ![](pic9.png) done. Next one.\n\n| a | b |\n|---|---|\n| c1 | d2 |\n"),
       }) {
    CAPTURE(file);
    const FilingText text = read(file);
    REQUIRE(text.documents.size() == 1);
    CHECK(text.documents[0].sentences.size() >= 3);
    CHECK(unverified(text, file) == 0);
    CHECK(broken_rule(text.documents[0], file) == "");
  }
}

TEST_CASE("equal bytes are read to equal values") {
  const std::string file = page("<p>One. Two.</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>");
  const FilingText a = read(file);
  const FilingText b = read(file);
  CHECK(a.filing == b.filing);
  CHECK(a.documents[0].text == b.documents[0].text);
  CHECK(a.documents[0].blocks == b.documents[0].blocks);
  CHECK(a.filing.key.size() == 32);
}
