#include <doctest/doctest.h>

#include "ingest/read/html_table.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

GridCell cell(std::uint32_t row, std::uint32_t column, std::uint32_t span = 1) { return {row, column, 1, span, 0, 0, false}; }

}  // namespace

TEST_CASE("logical columns leave spacers out") {
  const std::vector<GridCell> cells = {cell(0, 0), cell(0, 2), cell(0, 5), cell(1, 0), cell(1, 3), cell(1, 5)};
  CHECK(column_bounds(cells) == std::vector<std::uint32_t>{2, 5});
  CHECK(column_bounds(std::vector<GridCell>{}).empty());
  CHECK(column_bounds(std::vector<GridCell>{cell(0, 4)}).empty());
}

TEST_CASE("a data table has rows, columns and heads") {
  const FilingText text = read(page(
      "<p>See below.</p><table><tr><td><b>Programme</b></td><td></td><td><b>Target</b></td><td></td><td><b>Phase</b></td></tr>"
      "<tr><td>ZB-101</td><td></td><td>CD99</td><td></td><td>Phase 1</td></tr><tr><td>&nbsp;</td></tr>"
      "<tr><td rowspan=2>ZB-202</td><td></td><td>CD98</td><td></td><td>Phase 2</td></tr><tr><td></td><td>CD97</td><td></td><td>Phase 3</td></tr></table>"));
  const DocumentText& document = text.documents.front();
  REQUIRE(document.tables.size() == 1);
  const Table& table = document.tables[0];
  CHECK(table.rows == 4);
  CHECK(table.columns == 3);
  CHECK(table.header_rows == 1);
  CHECK(table.first_block == 1);
  REQUIRE(table.last_block == 12);
  const auto at = [&](std::uint32_t index) { return document.blocks[table.first_block + index]; };
  CHECK(at(0).header);
  CHECK(document.words(at(4).text) == "CD99");
  CHECK(at(4).row == 1);
  CHECK(at(4).column == 1);
  CHECK_FALSE(at(4).header);
  CHECK(at(6).row_span == 2);
  CHECK(document.words(at(9).text) == "CD97");
  CHECK(at(9).row == 3);
  CHECK(at(9).column == 1);
}

TEST_CASE("signs of amounts are joined with their amounts") {
  const FilingText text = read(page(
      "<table><tr><td></td><td colspan=2>2024</td><td></td><td colspan=2>2023</td></tr><tr><td>Revenue</td><td>$</td><td>12.5</td><td></td><td>$</td><td>(3.1</td><td>)</td></tr>"
      "<tr><td>Share</td><td></td><td>45</td><td>%</td><td></td><td>7</td><td>%</td></tr></table>"));
  CHECK(texts(text.documents.front()) == std::vector<std::string>{"2024", "2023", "Revenue", "$ 12.5", "$ (3.1 )", "Share", "45 %", "7 %"});
  const DocumentText& document = text.documents.front();
  CHECK(document.blocks[0].column == document.blocks[3].column);
  CHECK(document.blocks[1].column == document.blocks[4].column);
  CHECK(document.blocks[1].column == document.blocks[7].column);
  CHECK(document.tables[0].columns == 3);
  CHECK(document.tables[0].header_rows == 1);
}

TEST_CASE("a layout table is none") {
  const std::string text(1600, 'x');
  const FilingText layout = read(page("<table><tr><td>left " + text + "</td><td>right</td></tr><tr><td>a</td><td>b</td></tr></table>"));
  CHECK(layout.documents.front().tables.empty());
  const FilingText outer = read(page("<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>"));
  CHECK(outer.documents.front().tables.size() == 1);
  CHECK(block_texts(page("<table><tr><td><b>Item 8.01</b></td><td><b>Other Events</b></td></tr></table><p>x</p>")).front() == "Item 8.01 Other Events");
}
