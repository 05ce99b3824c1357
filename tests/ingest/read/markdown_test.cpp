#include <doctest/doctest.h>

#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

using Texts = std::vector<std::string>;

TEST_CASE("Markdown gives headings, lead-ins, list items") {
  const FilingText text = read("# Our work\n\n**Zeta.** It is *new*.\n\n- first\n- second \\$5\n\n**Bold line**\n\nLast one.\n");
  const DocumentText& document = text.documents.front();
  CHECK(texts(document) == Texts{"Our work", "Zeta. It is new.", "first", "second $5", "Bold line", "Last one."});
  CHECK(document.blocks[0].kind == Block::Kind::heading);
  CHECK(document.blocks[0].level == 1);
  CHECK(document.blocks[1].lead == 5);
  CHECK(document.blocks[2].kind == Block::Kind::list_item);
  CHECK(document.blocks[4].kind == Block::Kind::heading);
}

TEST_CASE("a pipe table has heads and cells, escaped bars are text") {
  const FilingText text = read("# Table\n\n| Drug | Phase |\n|------|-------|\n| ZB-1 | **1**     |\n| ZB-2 | 2 \\| 3 |\n\nEnd.\n");
  const DocumentText& document = text.documents.front();
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].header_rows == 1);
  CHECK(document.tables[0].columns == 2);
  CHECK(texts(document) == Texts{"Table", "Drug", "Phase", "ZB-1", "1", "ZB-2", "2 | 3", "End."});
}

TEST_CASE("page marks, pictures and addresses are no text and split the range") {
  const std::string file =
      "# Title\n\nThis paragraph is long enough to go on over the page, and it does so in the middle of\n\n{12}----------------\n\n"
      "![](_page_12_Picture_1.jpeg)\n\na sentence. See [our page](https://example.org/a1b2) for more.\n";
  const FilingText text = read(file);
  const auto blocks = texts(text.documents.front());
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[1].ends_with("in the middle of a sentence. See our page for more."));
  CHECK(unverified(text, file) == 0);
}

TEST_CASE("stars and underscores that are no emphasis stay") {
  CHECK(block_texts("# T\n\nIt was [***] of 5 * 3 and a_b_c.\n").back() == "It was [***] of 5 * 3 and a_b_c.");
}
