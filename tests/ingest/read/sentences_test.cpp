#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "ingest/read/sentences.hpp"

using namespace rxgraph::ingest;

namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (const std::uint32_t end : sentence_ends(text)) {
    std::string each = text.substr(begin, end - begin);
    while (!each.empty() && each.front() == ' ') each.erase(0, 1);
    if (!each.empty()) all.push_back(each);
    begin = end;
  }
  return all;
}

}  // namespace

TEST_CASE("a stop before a capital ends a sentence") {
  CHECK(split("It works. We tried it! Did you? Yes.").size() == 4);
  CHECK(split("").empty());
  CHECK(split("no stop at all").size() == 1);
}

TEST_CASE("stops that do not end a sentence") {
  for (const char* text : {
           "Zeta, Inc. (Nasdaq: ZETA) said so.",
           "It was told elsewhere (A. Example et al., Annals of Nothing. 2019 May 3. p. 5) and here.",
           "The U.S. Food and Drug Administration approved it.",
           "Dr. Smith and Mr. J. R. Jones agreed.",
           "It rose by 3.5 percent, i.e. Two points.",
           "See Note No. 5 and Fig. 2 for more, e.g. Table 1.",
           "Zeta, Inc. and Omega Corp. Ltd. signed.",
           "The St. Louis site of Zeta vs. Omega closed.",
           "On Sept. 5 it began at 10 a.m. and ended.",
           "They include drugs... and devices.",
           "See \"Item 1A. Risk Factors\" of the report.",
           "It was sold by E. I. Omega and Sons to W. R. Zeta.",
           "It is sold as \"Zeta.\" in the trade.",
       }) {
    CAPTURE(text);
    CHECK(split(text).size() == 1);
  }
}

TEST_CASE("stops of abbreviations that do end one") {
  CHECK(split("We are part of Zeta, Inc. The merger closed in May.").size() == 2);
  CHECK(split("It is sold in the U.S. In Europe it is not.").size() == 2);
  CHECK(split("It treats cancer of type No. We agree.").size() == 2);
}

TEST_CASE("abbreviations, numbers and names of the field keep their sentence whole") {
  for (const char* text : {
           "Zeta paid $1.6 billion to Omega for 2.5 percent.",
           "Its shares (Nasdaq: ZETA) rose by 3.25 to 17.5 dollars.",
           "The office is at 5 St. Mary St. London and at 7 Main Ave. Suite 4.",
           "Zeta of Cambridge, Mass. (Nasdaq: ZETA) and of Princeton, N.J. agreed.",
           "It began at 5:00 p.m. Eastern Time on Oct. 4.",
           "Yahoo! Inc. and Omega S.p.A. are partners.",
           "The drug, e.g. Zetamab, i.e. the antibody, vs. Omegamab was given b.i.d. to many.",
           "See General Instruction A.2. below for more.",
           "Case No. CV-2010-7 and Lot No. A12 are open.",
           "They cite Smith et al. 2010 and Jones et al. (2011).",
           "It is a subsidiary of Zeta, Inc. in the U.S. market.",
           "The (formerly Zeta, Inc.) Omega plant was sold.",
           "Section 3.1. Definitions",
           "IV. BACKGROUND",
           "B. The Company's Plan",
       }) {
    CAPTURE(text);
    CHECK(split(text).size() == 1);
  }
}

TEST_CASE("a sentence ends where its abbreviation does") {
  for (const char* text : {
           "It paid $1.6 billion. The rest is due.",
           "It was bought by Zeta, Inc. Zeta has many drugs.",
           "We sold all of the rights to them to Zeta Corp. Management believes this is good.",
           "They took pills, drops, etc. Most were well.",
           "It was given b.i.d. Patients improved.",
           "They treat hepatitis B. Others do not.",
           "It is listed in Exhibit A. Holders may see it.",
           "It was signed by A. Smith, M.D. Dated: May 5.",
           "He came at 5 p.m. Then he left.",
           "We study RNA. mRNA is one kind.",
           "It began in May.The trial goes on.",
           "It worked in the trial.1 The second failed.",
           "It worked in the trial.(2) The second failed.",
           "See Item 8. The notes say more.",
           "Did it work? \"Yes.\"",
       }) {
    CAPTURE(text);
    CHECK(split(text).size() == 2);
  }
}

TEST_CASE("signs behind the last word belong to it") {
  CHECK(split("Tick if so. \u2610") == std::vector<std::string>{"Tick if so. \u2610"});
  CHECK(split("It holds. ***").size() == 1);
}

TEST_CASE("bullets within a paragraph begin sentences") {
  CHECK(split("We make: \u2022 drugs that work; \u2022 devices. \u2022 more").size() == 4);
}

TEST_CASE("stops of other scripts end sentences, and letters of other scripts begin them") {
  CHECK(split("\u85E5\u3067\u3059\u3002\u305D\u3046\u3067\u3059\u3002").size() == 2);
  CHECK(split("It works. \u00C9tudes follow.").size() == 2);
  CHECK(split("He said \u00ABno.\u00BB Then he left.").size() == 2);
}

TEST_CASE("hostile texts take time in proportion to their size") {
  const auto repeated = [](std::string_view part, std::size_t size) {
    std::string all;
    while (all.size() < size) all += part;
    return all;
  };
  const auto seconds = [](const std::string& text) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
      const std::clock_t start = std::clock();
      CHECK(sentence_ends(text).back() == text.size());
      best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
  };
  for (const char* part : {".", ". ", "Inc. ", "U.S. ", "e.g.", "No. ", "\"", ".\" ", "a", "A. ", "! ", "(", ").) ", "\u2022 ", "\u3002", ". \u2610 ", "Item 1. ", "x.Y", "a. (", "Acme, Inc. Acme is in a house of it. "}) {
    CAPTURE(part);
    const double once = seconds(repeated(part, 1000000));
    const double twice = seconds(repeated(part, 2000000));
    CHECK(twice < 4 * once + 0.05);
    CHECK(once < 2);
  }
}

TEST_CASE("a line of 100 MB without a blank is one sentence, at once") {
  const std::string line(100000000, 'x');
  const std::clock_t start = std::clock();
  CHECK(sentence_ends(line).size() == 1);
  CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 5);
}

TEST_CASE("a sentence that does not end is cut between words, and every word of it is kept") {
  constexpr std::size_t longest = 16384;
  for (const std::string& word : {std::string("word, "), std::string(50000, 'x') + " ", std::string("\u00E9")}) {
    CAPTURE(word.size());
    DocumentText document;
    while (document.text.size() < 100000) document.text += word;
    Block block;
    block.kind = Block::Kind::paragraph;
    block.text = {0, static_cast<std::uint32_t>(document.text.size())};
    document.blocks = {block};
    const std::vector<Sentence> sentences = split_sentences(document);
    std::string kept;
    for (const Sentence& sentence : sentences) {
      CHECK(sentence.text.size() <= longest);
      const std::string part(document.words(sentence.text));
      if (word.size() == 6) CHECK(part.starts_with("word,"));
      if (word.size() == 2) CHECK(part.size() % 2 == 0);  // No character is cut.
      kept += part;
    }
    const auto without_blanks = [](std::string text) { return std::erase(text, ' '), text; };
    CHECK(without_blanks(kept) == without_blanks(document.text));
    CHECK(sentences.size() >= 100000 / longest);
  }
}

TEST_CASE("closing quotes and brackets belong to their sentence") {
  CHECK(split("He said \"We won.\" Then he left.") == std::vector<std::string>{"He said \"We won.\"", "Then he left."});
  CHECK(split("(See above.) It holds.") == std::vector<std::string>{"(See above.)", "It holds."});
}

TEST_CASE("sentences cover their text") {
  const std::string text = "One is. Two (e.g. A.) is! \"Three.\" Four? five. Six";
  CHECK(sentence_ends(text).back() == text.size());
}

TEST_CASE("a link to the contents that was run into a line is no part of the sentence behind it") {
  DocumentText document;
  document.text = "It works. 22 Table of Contents In May 2020, we sold it. The Table of Contents lists 22 items.";
  document.blocks.push_back({});
  document.blocks.back().text = {0, static_cast<std::uint32_t>(document.text.size())};
  std::vector<std::string> words;
  for (const Sentence& sentence : split_sentences(document)) words.emplace_back(document.words(sentence.text));
  CHECK(words == std::vector<std::string>{"It works.", "In May 2020, we sold it.", "The Table of Contents lists 22 items."});
}
