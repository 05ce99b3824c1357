#include "ingest/facts/parted_deals.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// A statement in words, with what it says of places, days, amounts and kinds.
std::string in_words(const Statement& statement) {
  std::string words = statement.subject.name + " " + statement.relation + " " + statement.object.name;
  for (const char* const name : {"territory", "date", "kind", "amount"}) {
    const auto found = statement.qualifiers.find(name);
    if (found == statement.qualifiers.end()) continue;
    for (const Value& value : found->second) {
      const std::string* const text = std::get_if<std::string>(&value);
      words += std::string(" ") + (text != nullptr ? *text : std::to_string(static_cast<long long>(std::get<double>(value))));
    }
  }
  return words;
}

/// What Acme's filing states of deals.
std::vector<std::string> told(const std::string& text) {
  static const Extractor extractor(core());
  Reports reports;
  const FilingRecords records = extractor.extract(RawFiling{"test.txt", Bytes("Acme Inc. (\"we\" or the \"Company\") makes medicines.\n\n" + text)}, reports);
  std::vector<std::string> all;
  for (const Statement& statement : records.statements) {
    if (statement.kind != StatementKind::role) all.push_back(in_words(statement));
  }
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& words) { return std::find(all.begin(), all.end(), words) != all.end(); }

}  // namespace

TEST_CASE("each of two licensees has the places that stand behind it") {
  const std::vector<std::string> all = told("We licensed zorbamab to Alpha GmbH in Japan and to Beta AG in Europe.");
  CHECK(has(all, "Alpha GmbH licenses zorbamab Japan"));
  CHECK(has(all, "Beta AG licenses zorbamab Europe"));
}

TEST_CASE("places behind both licensees are said of both") {
  const std::vector<std::string> all = told("We licensed zorbamab to Alpha GmbH and Beta AG in Japan.");
  CHECK(has(all, "Alpha GmbH licenses zorbamab Japan"));
  CHECK(has(all, "Beta AG licenses zorbamab Japan"));
}

TEST_CASE("two that grant each other licenses are licensor and licensee in turn") {
  const std::vector<std::string> all = told("Alpha GmbH and Beta AG granted each other non-exclusive licenses under their patents.");
  CHECK(has(all, "Alpha GmbH licenses_to Beta AG"));
  CHECK(has(all, "Beta AG licenses_to Alpha GmbH"));
}

TEST_CASE("nobody else is meant by each other") {
  CHECK(told("The companies informed each other of the license.").empty());
  CHECK(told("Each other party granted Alpha GmbH a license.").empty());
}

TEST_CASE("a term for several parties means each of them") {
  const std::vector<std::string> all =
      told("Alpha GmbH and Beta AG (together, the \"Licensors\") granted us a license to zorbamab. We will pay the Licensors milestone payments of up to $30 million.");
  CHECK(has(all, "Acme Inc. pays Alpha GmbH milestone 30000000"));
  CHECK(has(all, "Acme Inc. pays Beta AG milestone 30000000"));
}

TEST_CASE("each of several is paid what stands behind them") {
  const std::vector<std::string> all = told("We bought zorbamab from Alpha GmbH and Beta AG (the \"Sellers\"). We agreed to pay each of the Sellers an upfront fee of $2 million.");
  CHECK(has(all, "Acme Inc. pays Alpha GmbH upfront 2000000"));
  CHECK(has(all, "Acme Inc. pays Beta AG upfront 2000000"));
}

TEST_CASE("who took the license pays what the agreement provides for") {
  const std::vector<std::string> all = told("In May 2019, Alpha GmbH granted us a license to zorbamab. The agreement provides for the payment of an upfront fee of $3 million.");
  CHECK(has(all, "Acme Inc. pays Alpha GmbH upfront 3000000"));
  const std::vector<std::string> both = told("Alpha GmbH and Beta AG granted each other licenses. The agreement provides for the payment of an upfront fee of $3 million.");
  CHECK(std::none_of(both.begin(), both.end(), [](const std::string& words) { return words.find("pays") != std::string::npos; }));
}

TEST_CASE("what is listed without a verb, and an option that is exercised, is paid by who took the license") {
  const std::vector<std::string> all = told("We granted Alpha GmbH a license to zorbamab in Japan.\n\nUpfront payment of $10 million.\n\nAlpha exercised an option for $2 million in May 2020.");
  CHECK(has(all, "Alpha GmbH pays Acme Inc. upfront 10000000"));
  CHECK(has(all, "Alpha GmbH pays Acme Inc. 2020-05 option 2000000"));
}

TEST_CASE("shares are a price where the text says what for") {
  CHECK(has(told("As consideration for the license, we issued to Alpha GmbH 500,000 shares of our common stock with a fair value of $2 million."), "Acme Inc. pays Alpha GmbH equity 2000000"));
  CHECK(told("We issued to Alpha GmbH 500,000 shares of our common stock.").empty());
}

TEST_CASE("an agreement with two is a license of both") {
  const std::vector<std::string> all = told("We entered into a license agreement with Alpha GmbH and Beta AG in March 2019. We received an upfront payment of $11 million from Alpha.");
  CHECK(has(all, "Acme Inc. licenses_to Alpha GmbH 2019-03"));
  CHECK(has(all, "Acme Inc. licenses_to Beta AG 2019-03"));
}
