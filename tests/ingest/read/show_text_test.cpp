#include <doctest/doctest.h>

#include "ingest/read/show_text.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

const std::string file = page(
    "<h2>Pipeline</h2><p><b>Zeta.</b> It binds. It works.</p><table><tr><th>Drug</th><th>Phase</th></tr><tr><td>ZB-1</td><td>1</td></tr><tr><td>ZB-202</td><td>2</td></tr></table>");

}  // namespace

TEST_CASE("views are known by name") {
  CHECK(text_view_named("blocks") == TextView::blocks);
  CHECK_FALSE(text_view_named("nothing").has_value());
}

TEST_CASE("tables are drawn with aligned columns") {
  CHECK(show_text(read(file), TextView::tables) ==
        "document 0\n  table 0, 3 rows, 2 columns, bytes 83-167\n  Drug    Phase\n  ---------------\n  ZB-1    1\n  ZB-202  2\n");
}

TEST_CASE("blocks and sentences carry their bytes") {
  const std::string blocks = show_text(read(file), TextView::blocks);
  CHECK(blocks.find("heading 2          16-24               Pipeline\n") != std::string::npos);
  CHECK(blocks.find("[Zeta.] It binds. It works.\n") != std::string::npos);
  CHECK(blocks.find("cell 0:0,1 head") != std::string::npos);
  const std::string sentences = show_text(read(file), TextView::sentences);
  CHECK(sentences.find("It binds.\n") != std::string::npos);
}

TEST_CASE("JSON Lines have one object for each thing") {
  const std::string sentences = show_text_json(read(file), TextView::sentences);
  CHECK(sentences.starts_with("{\"document\":0,\"block\":0,\"text\":\"Pipeline\",\"ranges\":[[16,24]]}\n"));
  const std::string cells = show_text_json(read(file), TextView::tables);
  CHECK(std::count(cells.begin(), cells.end(), '\n') == 6);
  CHECK(cells.find("\"row\":1,\"column\":0,\"row_span\":1,\"column_span\":1,\"header\":false,\"text\":\"ZB-1\"") != std::string::npos);
}
