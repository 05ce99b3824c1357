#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "ingest/read/tokens.hpp"

using namespace rxgraph::ingest;

namespace {

std::vector<Token> tokens_of(const std::string& text) {
  DocumentText document;
  document.text = text;
  std::vector<Token> tokens;
  tokenize(document, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  return tokens;
}

/// The tokens of `text`, each in brackets.
std::string shown(const std::string& text) {
  std::string out;
  for (const Token& token : tokens_of(text)) out += "[" + text.substr(token.text.begin, token.text.size()) + "]";
  return out;
}

}  // namespace

TEST_CASE("words, numbers and marks part as the header says") {
  CHECK(shown("HER2-targeting drugs") == "[HER2][-][targeting][drugs]");
  CHECK(shown("Acme's plan") == "[Acme]['s][plan]");
  CHECK(shown("$5.0 or 1,234.5, (20%)") == "[$][5.0][or][1,234.5][,][(][20][%][)]");
  CHECK(shown("the U.S. unit, i.e. Acme, Inc. and Co.") == "[the][U.S.][unit][,][i.e.][Acme][,][Inc.][and][Co.]");
  CHECK(shown("It ended. Then") == "[It][ended][.][Then]");
  CHECK(shown("Zetamab\u00AE and X\u2122") == "[Zetamab][\u00AE][and][X][\u2122]");
  CHECK(shown("A/B \"c\" [***]") == "[A][/][B][\"][c][\"][[][***][]]");
  CHECK(shown("1,2 and 10,0000") == "[1][,][2][and][10][,][0000]");
  CHECK(shown("caf\u00E9s \u03B1-synuclein") == "[caf\u00E9s][\u03B1][-][synuclein]");
  CHECK(shown("") == "");
}

TEST_CASE("what keeps a sentence whole keeps its words whole") {
  CHECK(shown("(Nasdaq: ZETA)") == "[(][Nasdaq][:][ZETA][)]");
  CHECK(shown("$1.6 billion. The") == "[$][1.6][billion][.][The]");
  CHECK(shown("Dr. A. Smith vs. St. John") == "[Dr.][A.][Smith][vs.][St.][John]");
  CHECK(shown("No. 5 at 5 p.m. or so...") == "[No.][5][at][5][p.m.][or][so][...]");
  CHECK(shown("Mass. and a mass.") == "[Mass.][and][a][mass][.]");
  CHECK(shown("b.i.d. etc.") == "[b.i.d.][etc.]");
}

TEST_CASE("a token knows its shape") {
  const auto tokens = tokens_of("mRNA DM1 Phase 12 us. ABC");
  REQUIRE(tokens.size() == 7);
  CHECK(tokens[0].mixed);
  CHECK_FALSE(tokens[0].capital);
  CHECK(tokens[1].all_capitals);
  CHECK(tokens[1].digit);
  CHECK(tokens[2].capital);
  CHECK_FALSE(tokens[2].all_capitals);
  CHECK(tokens[3].kind == Token::Kind::number);
  CHECK(tokens[5].kind == Token::Kind::mark);
  CHECK_FALSE(tokens[5].blank_before);
  CHECK(tokens[6].blank_before);
}

TEST_CASE("keys do not see case, and tokens carry the key of their words") {
  CHECK(word_key("Zeta") == word_key("zETA"));
  CHECK(word_key("\u00C9clat") == word_key("\u00E9clat"));
  CHECK(word_key("zeta") != word_key("zetb"));
  const std::string text = "Zeta binds HER2.";
  for (const Token& token : tokens_of(text)) CHECK(token.key == word_key(text.substr(token.text.begin, token.text.size())));
}

TEST_CASE("tokens cover all but white space") {
  const std::string text = "We (the \"Company\") paid US$1.5m, i.e. 3%-4% \u2014 or so... e.g. A.B. x'y";
  std::uint32_t last = 0;
  for (const Token& token : tokens_of(text)) {
    CHECK(token.text.begin >= last);
    CHECK(text.substr(last, token.text.begin - last).find_first_not_of(' ') == std::string::npos);
    last = token.text.end;
  }
  CHECK(last == text.size());
}

TEST_CASE("tokens of hostile texts take time in proportion to their size") {
  const auto seconds = [](std::string_view part, std::size_t size) {
    std::string text;
    while (text.size() < size) text += part;
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
      const std::clock_t start = std::clock();
      tokens_of(text);
      best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
  };
  for (const char* part : {".", "a.", "U.S. ", "x", "1,234.", "'s", "\"", "No. ", "\u00E9", "-", "1."}) {
    CAPTURE(part);
    const double once = seconds(part, 500000);
    CHECK(seconds(part, 1000000) < 4 * once + 0.1);
    CHECK(once < 2);
  }
}

TEST_CASE("the sign of a trade mark in brackets is one token behind a word, and nowhere else") {
  CHECK(shown("Acmol(R) and Zorb(TM)") == "[Acmol][(R)][and][Zorb][(TM)]");
  CHECK(shown("group (R) or 3(R)") == "[group][(][R][)][or][3][(][R][)]");
  CHECK(shown("Rule(r)") == "[Rule][(][r][)]");
}

TEST_CASE("a possessive behind a stop or a bracket is one token, and so is each side of a cross between names") {
  CHECK(shown("Zorbena Inc.'s drug") == "[Zorbena][Inc.]['s][drug]");
  CHECK(shown("the drug (ZB-1)'s dose") == "[the][drug][(][ZB][-][1][)]['s][dose]");
  CHECK(shown("a PSCAxCD3 antibody") == "[a][PSCA][x][CD3][antibody]");
  for (const std::string one : {"FoxP3", "TxRx", "PSCA2x", "xCELL", "Maxx3"}) {
    CAPTURE(one);
    CHECK(shown(one) == "[" + one + "]");
  }
}

TEST_CASE("a word in small letters is one token of the same key, however long it is and wherever it stands") {
  for (std::size_t size = 1; size <= 40; ++size) {
    const std::string word(size, 'q');
    for (const std::string_view behind : {"", " ", ",", ")", "-", " x", "\xC3\xA9", "1", "Z", "'"}) {
      DocumentText document;
      document.text = "(" + word + std::string(behind);
      std::vector<Token> tokens;
      tokenize(document, {1, static_cast<std::uint32_t>(1 + size)}, tokens);
      REQUIRE(tokens.size() == 1);
      CHECK(tokens.front().key == word_key(word));
      CHECK(tokens.front().small);
      CHECK(tokens.front().kind == Token::Kind::word);
      CHECK(tokens.front().text == TextRange{1, static_cast<std::uint32_t>(1 + size)});
    }
  }
}

TEST_CASE("a capital before small letters is one word of their key, however long it is and wherever it stands") {
  for (std::size_t size = 0; size <= 70; ++size) {
    const std::string word = "Q" + std::string(size, 'q');
    for (const std::string_view behind : {"", " ", ",", ")", "-", " x", "\xC3\xA9", "1", "Z", "'"}) {
      DocumentText document;
      document.text = "(" + word + std::string(behind);
      std::vector<Token> tokens;
      tokenize(document, {1, static_cast<std::uint32_t>(1 + word.size())}, tokens);
      REQUIRE(tokens.size() == 1);
      CHECK(tokens.front().key == word_key(std::string(word.size(), 'q')));
      CHECK(tokens.front().capital);
      CHECK_FALSE(tokens.front().small);
      CHECK_FALSE(tokens.front().mixed);
      CHECK_FALSE(tokens.front().all_capitals);
      CHECK(tokens.front().text == TextRange{1, static_cast<std::uint32_t>(1 + word.size())});
    }
  }
  CHECK(shown("\xC3\x89tude B Zorbex. Inc. Zorbex's") == "[\xC3\x89tude][B][Zorbex][.][Inc.][Zorbex]['s]");
}

TEST_CASE("keys fold letters of ASCII and nothing else of it") {
  for (int byte = 1; byte < 0x80; ++byte) {
    const char c = static_cast<char>(byte);
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const std::size_t place : {0, 3, 7, 8, 20}) {
      std::string word(21, '~'), folded(21, '~');
      word[place] = c;
      folded[place] = small;
      CHECK(word_key(word) == word_key(folded));
      CHECK((word_key(word) == word_key(std::string(21, '~'))) == (small == '~'));
    }
  }
}
