#include <doctest/doctest.h>

#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

using Texts = std::vector<std::string>;

namespace {

DocumentText document_of(std::string_view body) {
  FilingText text = read(page(body));
  REQUIRE(text.documents.size() == 1);
  return std::move(text.documents.front());
}

}  // namespace

TEST_CASE("inline elements add no blank, block elements end a block") {
  CHECK(block_texts(page("<p><span>Zana</span><span>limab</span> binds.</p><div>Second</div>third<p>fourth")) == Texts{"Zanalimab binds.", "Second", "third", "fourth"});
  CHECK(block_texts(page("<div>one\n  two&nbsp;&nbsp;three</div>")) == Texts{"one two three"});
}

TEST_CASE("one line break is a blank, two end a block, and so does one behind a set-off line") {
  CHECK(block_texts(page("<p>first<br>second</p>")) == Texts{"first second"});
  CHECK(block_texts(page("<p>first<br><br/>second</p>")) == Texts{"first", "second"});
  CHECK(block_texts(page("<p>first<br>&nbsp;<br>second</p>")) == Texts{"first", "second"});
  CHECK(block_texts(page("<p><b>Results</b><br>All went well.</p>")) == Texts{"Results", "All went well."});
}

TEST_CASE("what a browser hides is no text") {
  CHECK(block_texts(page("<div style=\"display: none\">secret<p>more</p></div><p>shown</p>")) == Texts{"shown"});
  CHECK(block_texts(page("<script>var a = '<p>no</p>';</script><style>p { }</style><p>shown</p>")) == Texts{"shown"});
  CHECK(block_texts(page("<p>a<!-- not <b>this</b> -->b</p>")) == Texts{"ab"});
  CHECK(block_texts("<html><head><title>no</title></head><body><p>yes</p></body></html>") == Texts{"yes"});
}

TEST_CASE("the bytes of a page are accounted for") {
  const std::string file = page("<p>seen</p><p style='display:none'>hidden</p>");
  const FilingText text = read(file);
  const ByteAccount& account = text.documents.front().account;
  CHECK(account.text == 4);
  CHECK(account.hidden == 6);
  CHECK(account.markup == file.size() - 10);
}

TEST_CASE("what is left out of a page says where it stands and why") {
  const std::string before = "<html><body><p>seen ";
  const std::string file = before + "<span hidden>no</span>word<sup>1</sup> \x81</p><p>7</p><hr style='page-break-after:always'><p>next page</p></body></html>";
  const FilingText text = read(file);
  const DocumentText& document = text.documents.front();
  CHECK(broken_rule(document, file) == "");
  std::vector<std::pair<LeftOut::Kind, std::string>> shown;
  for (const LeftOut& each : document.left_out) shown.emplace_back(each.kind, file.substr(each.where.begin, each.where.end - each.where.begin));
  REQUIRE(shown.size() == 4);
  CHECK(shown[0] == std::pair{LeftOut::Kind::hidden, std::string("no")});
  CHECK(shown[1] == std::pair{LeftOut::Kind::furniture, std::string("1")});
  CHECK(shown[2] == std::pair{LeftOut::Kind::unreadable, std::string("\x81")});
  CHECK(shown[3] == std::pair{LeftOut::Kind::furniture, std::string("7")});
}

TEST_CASE("a gap of hidden text splits a byte range, markup does not") {
  const std::string file = page("<p>one <i>two</i> three</p>");
  const FilingText plain = read(file);
  CHECK(plain.documents.front().map.bytes(plain.documents.front().blocks.front().text).size() == 1);
  const FilingText split = read(page("<p>one <span style=\"display:none\">no</span>two</p>"));
  CHECK(split.documents.front().map.bytes(split.documents.front().blocks.front().text).size() == 2);
}

TEST_CASE("raised footnote marks go, raised signs and powers and isotopes stay") {
  CHECK(block_texts(page("<p>efficacy<sup>1</sup> was seen<sup>(2)</sup>.</p>")) == Texts{"efficacy was seen."});
  CHECK(block_texts(page("<p>10 mg/m<sup>2</sup> of X<sup>&#174;</sup></p>")) == Texts{"10 mg/m2 of X\u00AE"});
  CHECK(block_texts(page("<p>with <sup>177</sup>Lu</p>")) == Texts{"with 177Lu"});
  CHECK(block_texts(page("<p>efficacy<span style=\"position:relative;top:-3pt;font-size:6pt\">1</span></p>")) == Texts{"efficacy"});
}

TEST_CASE("headings, list items and lead-ins are told apart") {
  const DocumentText document = document_of(
      "<p align=center><b>OUR PIPELINE</b></p><p><b><i>Early work</i></b></p><p><u>Zeta.</u> It is an antibody.</p>"
      "<ul><li>first point<ul><li>inner point</li></ul></li></ul><p>&#8226; loose bullet</p><h3>Last</h3><p><b>Bold it is, yet this is a sentence of more than twelve words that "
      "ends here.</b></p>");
  REQUIRE(document.blocks.size() == 8);
  CHECK(document.blocks[0].kind == Block::Kind::heading);
  CHECK(document.blocks[0].level == 2);
  CHECK(document.blocks[1].kind == Block::Kind::heading);
  CHECK(document.blocks[1].level == 4);
  CHECK(document.blocks[2].kind == Block::Kind::paragraph);
  CHECK(document.blocks[2].lead == 5);
  CHECK(document.blocks[3].kind == Block::Kind::list_item);
  CHECK(document.blocks[3].level == 1);
  CHECK(document.blocks[4].kind == Block::Kind::list_item);
  CHECK(document.blocks[4].level == 2);
  CHECK(document.blocks[5].kind == Block::Kind::list_item);
  CHECK(document.blocks[6].kind == Block::Kind::heading);
  CHECK(document.blocks[7].kind == Block::Kind::paragraph);
}

TEST_CASE("a one-row table of a bullet and a text is a list item") {
  const DocumentText document = document_of("<table><tr><td>&nbsp;</td><td>&#149;</td><td>we own it;</td></tr></table><table><tr><td>(a)</td><td>we sell it</td></tr></table>");
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.words(document.blocks[0].text) == "\u2022 we own it;");
  CHECK(document.blocks[0].kind == Block::Kind::list_item);
  CHECK(document.blocks[1].kind == Block::Kind::list_item);
  REQUIRE(document.sentences.size() == 2);
  CHECK(document.words(document.sentences[0].text) == "we own it;");
  CHECK(document.words(document.sentences[1].text) == "we sell it");
}

TEST_CASE("letters of a font of signs are bullets") {
  const DocumentText document = document_of("<p><font face=\"Wingdings\">&#167;</font>&nbsp;&nbsp;an item of a list</p>");
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.words(document.blocks[0].text) == "\u2022 an item of a list");
  CHECK(document.blocks[0].kind == Block::Kind::list_item);
}

TEST_CASE("page numbers and running heads go, and the sentence that they cut is whole") {
  std::string body;
  for (int i = 1; i <= 5; ++i) {
    body += "<p>Report of Zeta</p><p>A paragraph of page " + std::string(static_cast<std::size_t>(i), 'x') + " that is long enough and runs on to the</p><p>" + std::to_string(i) +
            "</p><hr style=\"page-break-after:always\"><p><a href=#toc>Table of Contents</a></p>";
  }
  const auto blocks = block_texts(page(body + "<p>end of the matter.</p>"));
  for (const std::string& block : blocks) {
    CAPTURE(block);
    CHECK(block.find("Table of Contents") == std::string::npos);
    CHECK(block.find("Report of Zeta") == std::string::npos);
    CHECK(block != "3");
  }
  CHECK(blocks.back().ends_with("runs on to the end of the matter."));
}

TEST_CASE("facts of inline XBRL name the filer, and the header of contexts is no text") {
  const FilingText text = read(
      "<?xml version='1.0'?><html xmlns:ix=\"x\"><body><div style=\"display:none\"><ix:header><ix:hidden><ix:nonNumeric contextRef=\"c\" name=\"dei:EntityCentralIndexKey\">0000123456"
      "</ix:nonNumeric></ix:hidden><ix:resources><p>context</p></ix:resources></ix:header></div><p>FORM <ix:nonNumeric name=\"dei:DocumentType\">8-K</ix:nonNumeric></p><p>"
      "<ix:nonNumeric name=\"dei:DocumentPeriodEndDate\" format=\"ixt:x\">March&#160;5, 2024</ix:nonNumeric></p><p><ix:nonNumeric name=\"dei:EntityRegistrantName\">Zeta "
      "<b>Bio</b>, Inc.</ix:nonNumeric></p><p><ix:nonNumeric name=\"dei:TradingSymbol\">ZETA</ix:nonNumeric></p></body></html>");
  REQUIRE(text.filing.filers.size() == 1);
  CHECK(text.filing.filers[0].name == "Zeta Bio, Inc.");
  CHECK(text.filing.filers[0].cik == "0000123456");
  CHECK(text.filing.filers[0].tickers == Texts{"ZETA"});
  CHECK(text.filing.form == "8-K");
  CHECK(text.filing.period == "2024-03-05");
  CHECK(text.documents.front().text.find("context") == std::string::npos);
}

TEST_CASE("elements that are never closed or closed twice do no harm") {
  CHECK(block_texts(page("<p>a<p>b<div>c</p></div></span></b>d")) == Texts{"a", "b", "c", "d"});
  CHECK(block_texts(page("<b><p>bold</b> rest</p>")) == Texts{"bold", "rest"});
  CHECK(block_texts(page("<table><tr><td>x<td>y<tr><td>1<td>2")).size() == 4);
}

TEST_CASE("the heading of a table of contents stays, links to it go") {
  const std::string hr = "<hr style='page-break-after:always'>";
  const std::string prose = "<p>The firm makes things that people need, and it has made them for a long time.</p>";
  const auto with_heading = block_texts(page(prose + hr + "<p><b>TABLE OF CONTENTS</b></p>" + prose));
  CHECK(std::count(with_heading.begin(), with_heading.end(), "TABLE OF CONTENTS") == 1);
  const auto with_link = block_texts(page(prose + hr + "<p><a href='#toc'>Table of Contents</a></p>" + prose));
  CHECK(std::count(with_link.begin(), with_link.end(), "Table of Contents") == 0);
  const auto with_heads = block_texts(page(prose + hr + "<p>Table of Contents</p>" + prose + hr + "<p>Table of Contents</p>" + prose));
  CHECK(std::count(with_heads.begin(), with_heads.end(), "Table of Contents") == 0);
}

TEST_CASE("lines parted by <br> stand alone where they are labels, signatures or sentences") {
  CHECK(block_texts(page("<p>Name: A. Example<br>Title: Chief of Examples</p>")) == Texts{"Name: A. Example", "Title: Chief of Examples"});
  CHECK(block_texts(page("<p>Name:<br>Title:</p>")) == Texts{"Name:", "Title:"});
  CHECK(block_texts(page("<p>/s/ A. Example<br>A. Example</p>")) == Texts{"/s/ A. Example", "A. Example"});
  CHECK(block_texts(page("<p>Example Pharma, Inc.<br>Report on nothing</p>")) == Texts{"Example Pharma, Inc.", "Report on nothing"});
  CHECK(block_texts(page("<p>The words of this line were wrapped by hand for<br>Dr.<br>Example, who likes it so</p>")) == Texts{"The words of this line were wrapped by hand for Dr. Example, who likes it so"});
  CHECK(block_texts(page("<p><b>UNITED STATES<br>BUREAU OF EXAMPLES</b></p>")) == Texts{"UNITED STATES", "BUREAU OF EXAMPLES"});
}

TEST_CASE("paragraphs that break off within brackets or behind an article go on in the next") {
  CHECK(block_texts(page("<p>(Place in which</p><p>it was founded)</p>")) == Texts{"(Place in which it was founded)"});
  CHECK(block_texts(page("<p>Under Section 0 of the</p><p>Act of Examples</p>")) == Texts{"Under Section 0 of the Act of Examples"});
  CHECK(block_texts(page("<p>What we looked at</p><p>Act of Examples</p>")).size() == 2);
}
