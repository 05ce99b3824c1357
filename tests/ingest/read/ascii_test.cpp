#include <doctest/doctest.h>

#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

using Texts = std::vector<std::string>;

namespace {

/// Lines of an old submission that is wrapped at seventy columns.
const std::string filler =
    "     The company makes things that people need, and it has made them for a\n"
    "long time in a town by a river, where the water is clean and the work is\n"
    "good, and where many of those who came to help have stayed for ever since.\n\n";

}  // namespace

TEST_CASE("wrapped lines are one paragraph") {
  const auto blocks = block_texts(filler + filler);
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].starts_with("The company makes things that people need, and it has made them for a long time"));
}

TEST_CASE("a page break and its number go, and the sentence is whole") {
  const auto blocks = block_texts(filler +
                                  "     The first study of the antibody began in the spring of the year and the\n"
                                  "second\n\n                                   12\n<PAGE>\n \nfollowed in the autumn, as planned. It is not yet complete, and it will not\nbe so for a while.\n\n" +
                                  filler);
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[1].find("and the second followed in the autumn, as planned.") != std::string::npos);
}

TEST_CASE("a drawn table has cells, and lines that go on are joined") {
  const FilingText text = read(filler +
                               "<TABLE>\n<CAPTION>\n                          1995       1994\n<S>                    <C>        <C>\n"
                               "Sales................   $ 12.5     $ 11.0\nCosts of goods sold\n  and other.......        3.0        2.5\n</TABLE>\n");
  const DocumentText& document = text.documents.front();
  REQUIRE(document.tables.size() == 1);
  CHECK(texts(document) == Texts{document.blocks.empty() ? "" : std::string(document.words(document.blocks[0].text)), "1995", "1994", "Sales", "$ 12.5", "$ 11.0",
                                 "Costs of goods sold and other", "3.0", "2.5"});
  CHECK(document.tables[0].header_rows == 1);
  CHECK(document.tables[0].columns == 3);
}

TEST_CASE("lines in columns are a table without tags, too") {
  const FilingText text = read(filler + "Selected data:\n\n                         2001        2000\nRevenue                  $11.0       $10.2\nCosts                      7.5         6.9\n\n" +
                               filler);
  const DocumentText& document = text.documents.front();
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].rows == 3);
  CHECK(document.tables[0].columns == 3);
  CHECK(document.blocks.back().kind == Block::Kind::paragraph);
}

TEST_CASE("double-spaced lines are one paragraph") {
  std::string spaced = filler + filler;
  for (int i = 0; i < 3; ++i) {
    spaced += "     The company said today that it will begin a new study of the drug in\n\nthe spring, and that it hopes to have the first results by the end of next\n\nyear, so "
              "that it may go on with its plans.\n\n\n";
  }
  const auto blocks = block_texts(spaced);
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[4].ends_with("the first results by the end of next year, so that it may go on with its plans."));
}

TEST_CASE("an underlined line is a heading, a ruler is no text") {
  const FilingText text = read(filler + "Our Products\n------------\n" + filler + "===========================\n" + filler);
  const DocumentText& document = text.documents.front();
  REQUIRE(document.blocks.size() == 4);
  CHECK(document.blocks[1].kind == Block::Kind::heading);
  CHECK(document.words(document.blocks[1].text) == "Our Products");
}

TEST_CASE("a bare sign of comparison is text, a known tag is not") {
  CHECK(block_texts("The result (p < 0.05) holds for n<10 and <B>always</B>.\n") == Texts{"The result (p < 0.05) holds for n<10 and always."});
}

TEST_CASE("text behind a tag of a line of its own is not lost") {
  CHECK(block_texts(filler + "<PAGE> 12\n" + "<PAGE>   Results of the year\n\n" + filler)[1] == "Results of the year");
  CHECK(block_texts(filler + "<TABLE>\n<S>  Sales   <C> 12\nCosts      11\n</TABLE> and so on.\n").back() == "and so on.");
}

TEST_CASE("CR, LF and CRLF read alike") {
  std::string crlf;
  std::string cr;
  const std::string lf = filler + "Second of two.\n";
  for (const char c : lf) {
    crlf += c == '\n' ? "\r\n" : std::string(1, c);
    cr += c == '\n' ? '\r' : c;
  }
  const auto blocks = block_texts(lf);
  CHECK(blocks.size() == 2);
  CHECK(block_texts(crlf) == blocks);
  CHECK(block_texts(cr) == blocks);
}

TEST_CASE("a hyphen at the end of a line stays and takes no blank") {
  CHECK(block_texts(filler + "     We believe that the new product will be a leader among all of the self-\nmedication brands.\n")[1].ends_with("the self-medication brands."));
}

TEST_CASE("a long label of a row is one cell, over any number of lines") {
  const FilingText text = read(filler +
                               "<TABLE>\n<S>                                      <C>        <C>\n"
                               "Sales of goods........................    12.5     11.0\n"
                               "INCOME BEFORE WHAT WAS PAID TO OTHERS\n OF THE GROUP AND WHAT WAS HELD BACK FOR\n TAXES...............................     3.0      2.5\n"
                               "ASSETS\n  Cash................................     1.0      2.0\n</TABLE>\n");
  const Texts all = texts(text.documents.front());
  CHECK(std::count(all.begin(), all.end(), "INCOME BEFORE WHAT WAS PAID TO OTHERS OF THE GROUP AND WHAT WAS HELD BACK FOR TAXES") == 1);
  CHECK(std::count(all.begin(), all.end(), "ASSETS") == 1);
  CHECK(std::count(all.begin(), all.end(), "Cash") == 1);
}

TEST_CASE("indented labels stay in the first column") {
  const FilingText text = read(filler +
                               "Options held ............................    122.1     110.8\n"
                               "Contracts on exchange\n  and other swaps .......................     80.3      80.3\n"
                               "- -----------------------------------------------------------\n"
                               " of what is long ........................ $  423.1  $  425.4\n");
  const Texts all = texts(text.documents.front());
  CHECK(std::count(all.begin(), all.end(), "Contracts on exchange and other swaps") == 1);
}

TEST_CASE("cells whose brackets close in the next line are whole") {
  const auto blocks = block_texts(filler +
                                  "      Utopia                0-00000                 00-0000000\n"
                                  "(Place where the         (Number that it           (Number for\n"
                                  "firm was founded)        has with us)              the taxes)\n\n\n" +
                                  filler);
  CHECK(std::count(blocks.begin(), blocks.end(), "(Place where the firm was founded)") == 1);
  CHECK(std::count(blocks.begin(), blocks.end(), "(Number that it has with us)") == 1);
  CHECK(std::count(blocks.begin(), blocks.end(), "(Number for the taxes)") == 1);
}

TEST_CASE("four lines of two columns of words are a table; items of a list and labels are none") {
  const auto firms = block_texts(filler + "Alpha Holding Ltd.                 Bermuda\nBeta Research, Inc.                Delaware\n  Gamma S.A.                       France\n  Delta B.V.                       Netherlands\n\n" + filler);
  CHECK(std::count(firms.begin(), firms.end(), "Gamma S.A.") == 1);
  CHECK(std::count(firms.begin(), firms.end(), "Netherlands") == 1);
  for (const std::string lines : {"(a)     one thing\n(b)     another\n(c)     a third\n(d)     the last\n\n", "Jones:     Good morning.\nSmith:     It is so.\nJones:     We go on.\nSmith:     We do.\n\n"}) {
    CHECK(read(filler + lines + filler).documents.front().tables.empty());
  }
}

TEST_CASE("a signature, a name and a title are lines of their own") {
  const auto blocks = block_texts(filler + filler +
                                  "Date:  August 2, 2005                                By:  /s/ A. Example\n"
                                  "                                                          --------------\n"
                                  "                                                          Abraham Example\n"
                                  "                                                          Chief of Examples\n\n\n");
  CHECK(std::count(blocks.begin(), blocks.end(), "Abraham Example") == 1);
  CHECK(std::count(blocks.begin(), blocks.end(), "Chief of Examples") == 1);
}

TEST_CASE("a title, or a name before a dash, is a heading where a long paragraph follows") {
  const auto is_heading = [](const std::string& line) {
    const FilingText text = read(filler + line + "\n\n" + filler);
    const std::vector<Block>& blocks = text.documents.front().blocks;
    REQUIRE(blocks.size() == 3);
    return blocks[1].kind == Block::Kind::heading;
  };
  CHECK(is_heading("About the Platform"));
  CHECK(is_heading("AB-123 - oral kinase inhibitor"));
  CHECK_FALSE(is_heading("The river was clean and the work was good"));
  CHECK_FALSE(is_heading("The river was clean - and the work was good"));
}
