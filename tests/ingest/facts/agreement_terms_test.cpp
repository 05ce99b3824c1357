// How long agreements hold, who may end them, and who bears and gets what share.
#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ingest/facts/durations.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

const std::string agreed = "In May 2014, we entered into a license agreement with Orrin Pharma AG. ";

/// The values of `qualifier` in what a filing of Tamarind Bio, Inc. that says `text` states by `role` of `party`, each once.
std::vector<std::string> values(const std::string& text, const std::string& role, const std::string& party, const std::string& qualifier) {
  static const Extractor extractor(core());
  Reports reports;
  const FilingRecords records = extractor.extract(RawFiling{"filed.txt", Bytes("Tamarind Bio, Inc. (the \"Company\" or \"we\") makes medicines.\n\n" + text)}, reports);
  std::vector<std::string> found;
  for (const Statement& statement : records.statements) {
    if (statement.relation != role || statement.object.name != party || !statement.qualifiers.contains(qualifier)) continue;
    for (const Value& value : statement.qualifiers.at(qualifier)) {
      const auto* const words = std::get_if<std::string>(&value);
      if (words != nullptr && std::find(found.begin(), found.end(), *words) == found.end()) found.push_back(*words);
    }
  }
  return found;
}

std::vector<std::string> of_agreement(const std::string& sentence, const std::string& qualifier) { return values(agreed + sentence, "party", "Orrin Pharma AG", qualifier); }

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a length of time is written as ISO 8601 has it") {
  CHECK(of_agreement("The agreement has an initial term of ten years.", "term") == Words{"P10Y"});
  CHECK(of_agreement("The agreement has a term of five (5) years from its date.", "term") == Words{"P5Y"});
  CHECK(of_agreement("The license agreement is for an 18-month term.", "term") == Words{"P18M"});
  CHECK(of_agreement("The term of the agreement is twenty years.", "term") == Words{"P20Y"});
  CHECK(of_agreement("The agreement has a term of two and a half years.", "term").empty());
  CHECK(of_agreement("The royalty term of each product is ten years.", "term").empty());
}

TEST_CASE("an agreement lasts until something happens, in the words of the text") {
  CHECK(of_agreement("The agreement remains in effect until the expiration of the last valid claim, unless we end it before.", "until") == Words{"the expiration of the last valid claim"});
  CHECK(of_agreement("The agreement expires upon the later of (i) the end of all royalties and (ii) ten years after launch.", "until") ==
        Words{"the later of (i) the end of all royalties and (ii) ten years after launch"});
  CHECK(of_agreement("The agreement continues until the last royalty obligation expires.", "until") == Words{"the last royalty obligation expires"});
  CHECK(of_agreement("The agreement expired on its terms.", "until").empty());
  CHECK(of_agreement("The agreement terminates at any time.", "until").empty());
}

TEST_CASE("the agreement is that which was told of, or the one with the party that it is called by") {
  const std::string two = agreed + "In June 2016, we signed a supply agreement with Calder Labs, Inc. ";
  CHECK(values(two + "The Orrin agreement has a term of six years.", "party", "Orrin Pharma AG", "term") == Words{"P6Y"});
  CHECK(values(two + "The Orrin agreement has a term of six years.", "party", "Calder Labs, Inc.", "term").empty());
  CHECK(values(two + "The agreement has a term of six years.", "party", "Calder Labs, Inc.", "term") == Words{"P6Y"});
  CHECK(values(two + "The Zorvan Agreement has a term of six years.", "party", "Calder Labs, Inc.", "term").empty());
  CHECK(values(two + "An agreement of this kind has a term of six years.", "party", "Calder Labs, Inc.", "term").empty());
  CHECK(values("The agreement has a term of six years.", "party", "Tamarind Bio, Inc.", "term").empty());
}

TEST_CASE("what may be ended goes on, and what was ended has ended") {
  CHECK(of_agreement("The agreement was terminated on June 30, 2019.", "event") == Words{"terminated"});
  CHECK(of_agreement("We may terminate our agreement with Orrin Pharma AG at any time.", "event").empty());
  CHECK(values(agreed + "Orrin Pharma AG may terminate the agreement upon ninety (90) days' prior written notice.", "terminator", "Orrin Pharma AG", "notice") == Words{"P90D"});
  CHECK(values(agreed + "The agreement may be terminated by us on six months' notice.", "terminator", "Tamarind Bio, Inc.", "notice") == Words{"P6M"});
}

TEST_CASE("each party has its own portion, and both what they share alike") {
  const std::string bears = agreed + "Orrin Pharma AG is responsible for 65% of development costs.";
  CHECK(values(bears, "sharer", "Orrin Pharma AG", "portion") == Words{"65%"});
  CHECK(values(bears, "sharer", "Tamarind Bio, Inc.", "portion").empty());
  CHECK(of_agreement("We and Orrin Pharma AG share profits and losses equally.", "share") == Words{"50%"});
  CHECK(of_agreement("The parties split development costs 50/50.", "share") == Words{"50%"});
  CHECK(of_agreement("The parties share development costs.", "share").empty());
  CHECK(of_agreement("The parties share development costs.", "sharing") == Words{"costs"});
}

TEST_CASE("a number counts time only straight before a unit") {
  const facts::DurationWords words(core());
  const auto read_all = [&](const char* text) {
    const FilingText filing = read(text);
    const DocumentText& document = filing.documents.front();
    std::vector<Token> tokens;
    tokenize(document, document.sentences.front().text, tokens);
    return words.read(document, tokens, tokens.size());
  };
  CHECK(read_all("a ten-year lease") == "P10Y");
  CHECK(read_all("within 45 days of that") == "P45D");
  CHECK(read_all("three products in two years") == "P2Y");
  CHECK(read_all("2.5 years later") == std::nullopt);
  CHECK(read_all("in the year 2020") == std::nullopt);
  CHECK(read_all("0 days") == std::nullopt);
}
