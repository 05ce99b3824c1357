#include <doctest/doctest.h>

#include <string>

#include "ingest/read/lexis.hpp"

using namespace rxgraph::ingest;

namespace {

std::string shown(std::string_view bytes) {
  const Glyph glyph = glyph_at(bytes, 0);
  if (glyph.kind == Glyph::Kind::blank) return " ";
  if (glyph.kind == Glyph::Kind::nothing) return "";
  return std::string(glyph.view());
}

Element element_of(std::string_view bytes) { return tag_at(bytes, 0).element; }

}  // namespace

TEST_CASE("tags are told from comparisons") {
  CHECK(element_of("<p>") == Element::p);
  CHECK(element_of("</DIV >") == Element::div);
  CHECK(element_of("<td nowrap align=left>") == Element::cell);
  CHECK(element_of("<hr noshade size=1>") == Element::hr);
  CHECK(element_of("<ix:nonNumeric name=\"dei:X\">") == Element::ix_fact);
  CHECK(element_of("<!-- x -->") == Element::comment);
  CHECK(element_of("<?xml version='1.0'?>") == Element::comment);
  for (const char* text : {"< 0.05", "<5 mg", "<b then c", "<unknown>", "<", "<-", "<http://a.b>", "<i believe in it", "<p", "<p ", "<td width", "</p"}) {
    CAPTURE(text);
    CHECK(element_of(text) == Element::none);
  }
}

TEST_CASE("a bracket within quotes does not end a tag, an open quote does not swallow the text") {
  CHECK(tag_at("<img alt=\"a > b\">x", 0).size == 17);
  CHECK(tag_at("<font face=\"Times>text <p align=\"center\">", 0).size == 18);
  CHECK(tag_at("<p align=center <b>", 0).size == 16);
  CHECK(tag_at("<p class=\"x", 0).size == 11);
}

TEST_CASE("attributes are taken with any quotes or none") {
  std::string_view rest = " ALIGN = center colspan=\"3\" style='a:b' nowrap";
  std::string_view name;
  std::string_view value;
  REQUIRE(next_attribute(rest, name, value));
  CHECK(name == "ALIGN");
  CHECK(value == "center");
  REQUIRE(next_attribute(rest, name, value));
  CHECK(value == "3");
  REQUIRE(next_attribute(rest, name, value));
  CHECK(value == "a:b");
  REQUIRE(next_attribute(rest, name, value));
  CHECK(name == "nowrap");
  CHECK(value.empty());
  CHECK_FALSE(next_attribute(rest, name, value));
}

TEST_CASE("characters are folded as DocumentText says") {
  CHECK(shown("&#8217;") == "'");
  CHECK(shown("\u201C") == "\"");
  CHECK(shown("&nbsp;") == " ");
  CHECK(shown("&#xa0;") == " ");
  CHECK(shown("&#8201;") == " ");
  CHECK(shown("&#8203;") == "");
  CHECK(shown("\u00AD") == "");
  CHECK(shown("&#8209;") == "-");
  CHECK(shown("\uFB01") == "fi");
  CHECK(shown("&mdash;") == "\u2014");
  CHECK(shown("&#174;") == "\u00AE");
  CHECK(shown("\uFF08") == "(");
}

TEST_CASE("numbers 128 to 159 and bytes that are no UTF-8 are windows-1252") {
  CHECK(shown("&#146;") == "'");
  CHECK(shown("&#151;") == "\u2014");
  CHECK(shown("&#128;") == "\u20AC");
  CHECK(shown("\x93x") == "\"");
  CHECK(shown("\xE9x") == "\u00E9");
  CHECK_FALSE(glyph_at("\x81", 0).readable);
}

TEST_CASE("what is no reference is an ampersand") {
  for (const char* text : {"&", "& ", "&D", "&unknown;", "&#;", "&#x;"}) {
    CAPTURE(text);
    CHECK(shown(text) == "&");
    CHECK(glyph_at(text, 0).size == 1);
  }
  CHECK(shown("&amp;") == "&");
  CHECK(shown("&#99999999999;") == "\uFFFD");
  CHECK(shown("&#0;") == "\uFFFD");
}

TEST_CASE("searching without case finds the first place") {
  CHECK(find_folded("a Forward-LOOKING word", "forward-looking") == 2);
  CHECK(find_folded("ffforward", "forward") == 2);
  CHECK(find_folded("none", "forward") == std::string_view::npos);
  CHECK(find_folded("", "x") == std::string_view::npos);
  CHECK(find_folded("ab AB", "ab", 1) == 3);
}
