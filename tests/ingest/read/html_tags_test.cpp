#include "ingest/read/html_tags.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace rxgraph::ingest;

TEST_CASE("a tag that is met again is read as it was the first time, with the bytes of where it stands") {
  const std::string page = "<td colspan=\"3\" style=\"font-weight:bold\">a</td><TD ALIGN=center>b</TD><td colspan=\"3\" style=\"font-weight:bold\">c</td>";
  const auto tags = std::make_unique<PageTags>();
  for (const std::size_t at : {std::size_t{0}, page.rfind("<td")}) {
    const PageTag& cell = tags->at(page, at);
    CHECK(cell.element == Element::cell);
    CHECK(cell.column_span == 3);
    CHECK(cell.row_span == 1);
    CHECK(cell.change.bold == 1);
    CHECK(cell.name.data() == page.data() + at + 1);
    CHECK(cell.size == tag_at(page, at).size);
    CHECK(cell.attributes == tag_at(page, at).attributes);
  }
  const PageTag& centered = tags->at(page, page.find("<TD"));
  CHECK(centered.change.centered == 1);
  CHECK(centered.change.bold == 0);
}

TEST_CASE("a tag whose quote is closed behind its first bracket is told by what follows") {
  const std::string open = "<a href=\"x\" title=\"one > is less\">text</a>";
  const std::string closed = "<a href=\"x\" title=\"one > is less";
  const auto tags = std::make_unique<PageTags>();
  for (int again = 0; again < 2; ++again) {
    CHECK(tags->at(open, 0).size == tag_at(open, 0).size);
    CHECK(tags->at(closed, 0).size == tag_at(closed, 0).size);
  }
  CHECK(tag_at(open, 0).size != tag_at(closed, 0).size);
}

TEST_CASE("spans of cells are at least 1 and at most 1000, and no number is 1") {
  const auto tags = std::make_unique<PageTags>();
  CHECK(tags->at("<td colspan=0 x>", 0).column_span == 1);
  CHECK(tags->at("<td colspan=many>", 0).column_span == 1);
  CHECK(tags->at("<td rowspan=' 12 '>", 0).row_span == 12);
  CHECK(tags->at("<td rowspan=99999999999>", 0).row_span == 1000);
}

TEST_CASE("what attributes say goes together") {
  const auto tags = std::make_unique<PageTags>();
  const PageTag& link = tags->at("<a href=\"#x\" style=\"display:none\" face=\"Wingdings\">", 0);
  CHECK(link.linked);
  CHECK(link.change.hidden);
  CHECK(link.change.symbols == 1);
  CHECK_FALSE(tags->at("<p href=\"#x\" align=left>", 0).linked);
  CHECK(tags->at("<p href=\"#x\" align=left>", 0).change.centered == 2);
  CHECK(tags->at("</span>", 0).closing);
  CHECK(tags->at("< 5", 0).element == Element::none);
}

TEST_CASE("end tags and short tags that are met again are read as they were the first time") {
  const std::string page = "<p>a</p><p>b</p ><br/>c<BR/></p><p><br/></P>";
  const auto tags = std::make_unique<PageTags>();
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const PageTag& tag = tags->at(page, at);
    const Tag alone = tag_at(page, at);
    CAPTURE(at);
    CHECK(tag.element == alone.element);
    CHECK(tag.closing == alone.closing);
    CHECK(tag.empty == alone.empty);
    CHECK(tag.size == alone.size);
    CHECK(tag.name.data() == alone.name.data());
    CHECK(tag.name == alone.name);
    CHECK(tag.attributes == alone.attributes);
  }
}
