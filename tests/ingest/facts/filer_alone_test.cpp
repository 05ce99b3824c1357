#include "ingest/facts/filer_alone.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// What Acme's filing states of who sells what, sorted.
std::vector<std::string> sold(const std::string& text) {
  static const Extractor extractor(core());
  Reports reports;
  const FilingRecords records = extractor.extract(RawFiling{"test.txt", Bytes("Acme Inc. (\"we\" or the \"Company\") makes medicines.\n\n" + text)}, reports);
  std::vector<std::string> all;
  for (const Statement& statement : records.statements) {
    if (statement.relation == "commercializes") all.push_back(statement.subject.name + ": " + statement.object.name);
  }
  std::sort(all.begin(), all.end());
  return all;
}

const std::vector<std::string> own = {"Acme Inc.: trastuzumab"};

}  // namespace

TEST_CASE("what was done with the filer's own thing, and by nobody named, the filer did") {
  const std::string held = "We are developing trastuzumab.\n\n";
  CHECK(sold(held + "Trastuzumab was launched in Japan in 2021.") == own);
  CHECK(sold(held + "Net sales of trastuzumab grew by 12% in 2022.") == own);
  CHECK(sold(held + "Key products include: trastuzumab, an antibody; and others.").empty());  // "others" may be anybody's.
  CHECK(sold(held + "Trastuzumab is available in the United States.") == own);
  CHECK(sold(held + "Data on trastuzumab will be available in 2023.").empty());
}

TEST_CASE("where the filing says nothing of whose it is, nobody is supposed") {
  CHECK(sold("Trastuzumab was launched in Japan in 2021.").empty());
  CHECK(sold("Net sales of trastuzumab grew by 12% in 2022.").empty());
}

TEST_CASE("a filer that sells things is supposed to have launched what nobody else holds") {
  CHECK(sold("We market rituximab.\n\nTrastuzumab was launched in Japan in 2021.") == std::vector<std::string>{"Acme Inc.: rituximab", "Acme Inc.: trastuzumab"});
  CHECK(sold("We market rituximab.\n\nBeta Corp. owns trastuzumab.\n\nTrastuzumab was launched in Japan in 2021.") == std::vector<std::string>{"Acme Inc.: rituximab"});
}

TEST_CASE("somebody else who is named, or is known to sell it, is not passed over") {
  const std::string held = "We are developing trastuzumab.\n\n";
  CHECK(sold(held + "Beta Corp. is content: trastuzumab was launched in Japan in 2021.").empty());
  CHECK(sold(held + "Our licensee is content: trastuzumab was launched in Japan in 2021.").empty());
  CHECK(sold(held + "Royalties on sales of trastuzumab grew in 2022.").empty());
  CHECK(sold(held + "Trastuzumab is sold by wholesalers.").empty());
  CHECK(sold(held + "Beta Corp. sells trastuzumab.\n\nTrastuzumab was launched in Japan in 2021.") == std::vector<std::string>{"Beta Corp.: trastuzumab"});
}

TEST_CASE("what is told of a part of the filer's business, or explained by demand and pricing, needs no other passage") {
  CHECK(sold("Key products in the segment include: trastuzumab, an antibody for breast cancer; and rituximab.") == std::vector<std::string>{"Acme Inc.: rituximab", "Acme Inc.: trastuzumab"});
  CHECK(sold("Sales of trastuzumab grew 12%, driven by higher demand and pricing.") == own);
  CHECK(sold("Sales of trastuzumab grew 12%.").empty());
}

TEST_CASE("what is told in terms of accounts and periods is told of the filer's own sales") {
  CHECK(sold("Sales of trastuzumab grew 12% compared to 2021.") == own);
  CHECK(sold("Sales of trastuzumab were $12 million for the three months ended June 30, 2022.") == own);
  CHECK(sold("Net product revenue from trastuzumab was $12 million in 2022.") == own);
  CHECK(sold("Sales of trastuzumab were $12 million in 2022.").empty());
}

TEST_CASE("brackets may say who sells it, and what began goes on") {
  CHECK(sold("Trastuzumab (marketed by Beta Corp.) is approved for breast cancer.") == std::vector<std::string>{"Beta Corp.: trastuzumab"});
  CHECK(sold("We began selling trastuzumab in 2021.") == own);
  CHECK(sold("Beta Corp. retains rights to trastuzumab outside Japan.") == std::vector<std::string>{"Beta Corp.: trastuzumab"});
  CHECK(sold("We may pay a royalty on sales of trastuzumab.").empty());
}
