// What pages and texts of EDGAR really hold, case by case: encodings, HTML of converters, inline XBRL, the ASCII years.

#include <doctest/doctest.h>

#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

using Texts = std::vector<std::string>;

namespace {

const std::string prose =
    "     The company makes things that people need, and it has made them for a\n"
    "long time in a town by a river, where the water is clean and the work is\n"
    "good, and where many of those who came to help have stayed for ever since.\n\n";

std::string first_block(std::string_view body) {
  const auto blocks = block_texts(page(body));
  return blocks.empty() ? "" : blocks.front();
}

}  // namespace

TEST_CASE("numeric references 128 to 159 are windows-1252") {
  CHECK(first_block("<p>Zeta&#146;s &#147;new&#148; drug &#150; at &#128;5 &#151; is &#149; ours&#153;&#133;</p>") == "Zeta's \"new\" drug \u2013 at \u20AC5 \u2014 is \u2022 ours\u2122\u2026");
  CHECK(first_block("<p>a&#x92;b &#x97; c</p>") == "a'b \u2014 c");
}

TEST_CASE("references are read with and without leading zeros, hexadecimal, and without a semicolon") {
  CHECK(first_block("<p>R&#038;D and R&#38D and R&#x26;D and R&amp;D and R&ampD</p>") == "R&D and R&D and R&D and R&D and R&D");
  CHECK(first_block("<p>&copy2003 Zeta&reg and caf&eacute</p>") == "\u00A9" "2003 Zeta\u00AE and caf\u00E9");
}

TEST_CASE("a reference that means nothing is text") {
  CHECK(first_block("<p>S&P; AT&T &unknown; &#; &</p>") == "S&P; AT&T &unknown; &#; &");
}

TEST_CASE("bytes that are no UTF-8 are windows-1252, whatever the page declares") {
  CHECK(first_block("<meta charset=utf-8><p>Zeta\x92s \x93new\x94 caf\xE9</p>") == "Zeta's \"new\" caf\u00E9");
  CHECK(first_block("<?xml version='1.0' encoding='ASCII'?><p>caf\xC3\xA9</p>") == "caf\u00E9");
}

TEST_CASE("no-break and thin spaces are blanks, zero-width characters and soft hyphens are gone") {
  CHECK(first_block("<p>10&nbsp;mg&#160;&#8201;of&#8239;it&#8194;is</p>") == "10 mg of it is");
  CHECK(first_block("<p>zana&#8203;li&#173;mab&#65279; &#8204;and&#8288; so</p>") == "zanalimab and so");
}

TEST_CASE("non-breaking hyphens, ligatures and full-width forms are what they look like") {
  CHECK(first_block("<p>ZB&#8209;101 is e&#64259;cient and &#64257;rst&#894; &#xFF21;&#xFF11;</p>") == "ZB-101 is efficient and first; A1");
}

TEST_CASE("check boxes of a cover page stay") { CHECK(first_block("<p>&#9746; Yes &#9744; No</p>") == "\u2612 Yes \u2610 No"); }

TEST_CASE("words cut across spans are whole, blanks between spans stay") {
  CHECK(first_block("<p><span>Zana</span><span style=\"color:red\">lim</span><font>ab</font> <b>binds</b><i> well</i></p>") == "Zanalimab binds well");
}

TEST_CASE("trade-mark signs follow the name, footnote digits go") {
  CHECK(first_block("<p>ZETARA<sup>&#174;</sup> and ZETOR<span style=\"vertical-align:super\">TM</span> work<span style=\"vertical-align:super\">2</span>.</p>") == "ZETARA\u00AE and ZETORTM work.");
}

TEST_CASE("a lone letter o before an item of a list is its bullet") {
  const FilingText text = read(page("<p>o&nbsp;&nbsp;&nbsp;we own the compound;</p>"));
  CHECK(text.documents.front().blocks.front().kind == Block::Kind::list_item);
  CHECK(text.documents.front().words(text.documents.front().sentences.front().text) == "we own the compound;");
}

TEST_CASE("the header of inline XBRL is hidden, and its facts are read") {
  const std::string file =
      "<?xml version=\"1.0\" encoding=\"ASCII\"?><html xmlns:ix=\"http://www.xbrl.org/2013/inlineXBRL\"><body><div style=\"display:none\"><ix:header><ix:hidden><ix:nonNumeric "
      "contextRef=\"c1\" name=\"dei:EntityCentralIndexKey\" id=\"f1\">0000123456</ix:nonNumeric></ix:hidden><ix:references/><ix:resources><xbrli:context id=\"c1\"><xbrli:entity>"
      "<xbrli:identifier>0000123456</xbrli:identifier></xbrli:entity></xbrli:context></ix:resources></ix:header></div><p>Only this is shown.</p></body></html>";
  const FilingText text = read(file);
  REQUIRE(text.documents.size() == 1);
  CHECK(texts(text.documents.front()) == Texts{"Only this is shown."});
  CHECK(text.filing.filers.at(0).cik == "0000123456");
  REQUIRE(text.documents.front().left_out.size() == 1);
  CHECK(text.documents.front().left_out[0].kind == LeftOut::Kind::hidden);
}

TEST_CASE("facts of inline XBRL within text, nested and continued, leave the text as it is") {
  CHECK(first_block("<p>Revenue was $<ix:nonFraction name=\"us-gaap:Revenues\" scale=\"6\" decimals=\"-5\" contextRef=\"c\" unitRef=\"usd\">12.5</ix:nonFraction> million for "
                    "<ix:nonNumeric name=\"a:Note\" contextRef=\"c\" continuedAt=\"n2\"><ix:nonNumeric name=\"a:In\" contextRef=\"c\">the</ix:nonNumeric> ye</ix:nonNumeric>"
                    "<ix:continuation id=\"n2\">ar<ix:exclude>.</ix:exclude></ix:continuation></p>") == "Revenue was $12.5 million for the year.");
}

TEST_CASE("a page number, a rule and a link to the contents between two pages go") {
  const std::string file = page(
      "<p>The compound is studied in a long trial whose first results are expected in</p><div style=\"text-align:center\"><span>41</span></div><hr style=\"page-break-after:always\"/>"
      "<div><a href=\"#toc\">Table of Contents</a></div><p>the autumn of the year.</p>");
  CHECK(block_texts(file) == Texts{"The compound is studied in a long trial whose first results are expected in the autumn of the year."});
}

TEST_CASE("text that converters place by position keeps its order") {
  CHECK(block_texts(page("<div style=\"position:absolute;top:10px\">First line</div><div style=\"position:absolute;top:20px\">Second line</div>")) == Texts{"First line", "Second line"});
}

TEST_CASE("currency, closing brackets and per cent in cells of their own are one amount") {
  const FilingText text = read(page("<table><tr><td></td><td colspan=3>2024</td><td colspan=3>2023</td></tr><tr><td>Loss</td><td>$</td><td>(1.5</td><td>)</td><td>$</td><td>2.0</td><td></td></tr>"
                                    "<tr><td>Share</td><td></td><td>12</td><td>%</td><td></td><td>8</td><td>%</td></tr></table>"));
  CHECK(texts(text.documents.front()) == Texts{"2024", "2023", "Loss", "$ (1.5 )", "$ 2.0", "Share", "12 %", "8 %"});
}

TEST_CASE("an old text's page number on the line before <PAGE> goes with it, in any case of the tag") {
  for (const char* tag : {"<PAGE>", "<Page>", "<page>", "<PAGE>   7", "</PAGE>"}) {
    CAPTURE(tag);
    const auto blocks = block_texts(prose + "     The antibody was given to all of the patients of the first group, and then\n\n                                   6\n" + tag +
                                    "\n\nto those of the second group, who had waited for it for more than a year.\n\n" + prose);
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[1] == "The antibody was given to all of the patients of the first group, and then to those of the second group, who had waited for it for more than a year.");
  }
}

TEST_CASE("tags of old tables are no text, in any case, and their footnotes stay") {
  const FilingText text = read(prose + "<table>\n<caption>\n                       1996       1995\n<s>                  <c>        <c>\nSales..............   $12         $11\nCosts..............     3           2\n<fn>\n<f1> Not audited.\n</table>\n");
  const DocumentText& document = text.documents.front();
  REQUIRE(document.tables.size() == 1);
  CHECK(document.text.find('<') == std::string::npos);
  CHECK(document.text.find("Not audited.") != std::string::npos);
  CHECK(document.text.find("..") == std::string::npos);
}

TEST_CASE("a word cut at the end of a line is whole where the text has it so, and keeps its hyphen where not") {
  const std::string known = prose + "     A new treatment of the disease is what we work on.\n\n";
  CHECK(block_texts(known + "     We have shown in two studies of the last three years that the treat-\nment works.\n").back().ends_with("that the treatment works."));
  CHECK(block_texts(prose + "     We have shown in two studies of the last three years that the treat-\nment works.\n").back().ends_with("that the treat-ment works."));
  CHECK(block_texts(known + "     We have shown in two studies that it works in patients who are HER2-\npositive.\n").back().ends_with("HER2-positive."));
  const std::string both = known + "     It is a follow-on product, and followon is a slip.\n\n";
  CHECK(block_texts(both + "     We have shown in two studies of the last three years that the follow-\non works.\n").back().ends_with("the follow-on works."));
}

TEST_CASE("a dash of two hyphens at the end of a line keeps its blank") {
  CHECK(block_texts(prose + "     The company has a second product that is sold in many countries now --\nthe first is not.\n").back().ends_with("now -- the first is not."));
}

TEST_CASE("every character of a text that was joined over hyphens and pages stands where the file has it") {
  const std::string file = prose + "     A new treatment is our aim.\n\n     We have shown in two studies of the last three years that the treat-\nment works and that it is good for\n<PAGE>\nall of them & more.\n";
  const FilingText text = read(file);
  CHECK(unverified(text, file) == 0);
  CHECK(broken_rule(text.documents.front(), file) == "");
}
