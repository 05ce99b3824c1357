#include "ingest/facts/defined_terms.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

const std::string parties = "This agreement is between Acme Inc. (\"Acme\") and Beta Corp. (\"Beta\").\n\n";
const std::string product = "1.1 \"Product\" means any medicine that contains trastuzumab or rituximab.\n\n";
const std::string territory = "1.2 \"Beta Territory\" means Japan and the Republic of Korea.\n\n";

/// The facts of an agreement that have a territory or not: "Beta Corp. licenses trastuzumab (Japan, Republic of Korea)", sorted.
std::vector<std::string> agreed(const std::string& text) {
  static const Extractor extractor(core());
  Reports reports;
  std::vector<std::string> all;
  for (const Statement& statement : extractor.extract(RawFiling{"test.txt", Bytes(parties + text)}, reports).statements) {
    if (statement.kind != StatementKind::relation || statement.relation == "collaborates_with") continue;
    std::string fact = statement.subject.name + " " + statement.relation + " " + statement.object.name;
    const auto places = statement.qualifiers.find("territory");
    for (std::size_t i = 0; places != statement.qualifiers.end() && i < places->second.size(); ++i) fact += (i == 0 ? " in " : ", ") + std::get<std::string>(places->second[i]);
    all.push_back(std::move(fact));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

TEST_CASE("a license that an agreement grants is for the things and the territory that its terms stand for") {
  CHECK(agreed(product + territory + "Acme hereby grants to Beta an exclusive license, with the right to grant sublicenses, under the Acme Patents to use the Products in the Beta Territory.") ==
        std::vector<std::string>{"Acme Inc. licenses_to Beta Corp.", "Beta Corp. licenses rituximab in Japan, Republic of Korea", "Beta Corp. licenses trastuzumab in Japan, Republic of Korea"});
}

TEST_CASE("what a party shall do with what a term stands for is planned; what it may do, or what a term says in general, is nothing") {
  CHECK(agreed(product + territory + "Beta shall commercialize the Products in the Beta Territory.") ==
        std::vector<std::string>{"Beta Corp. commercializes rituximab in Japan, Republic of Korea", "Beta Corp. commercializes trastuzumab in Japan, Republic of Korea"});
  CHECK(agreed(product + "Acme shall have the sole right and responsibility to store the Product and to manufacture the Product.") ==
        std::vector<std::string>{"Acme Inc. manufactures rituximab", "Acme Inc. manufactures trastuzumab"});
  CHECK(agreed(product + "Beta may commercialize the Product.").empty());
  CHECK(agreed(product + "A study of the Product in Phase 3 means a study for asthma.").empty());
  CHECK(agreed(product + "Beta shall own all approvals for the Product.").empty());
}

TEST_CASE("who alone may sell what a term stands for, by an exclusive license, is to sell it") {
  const std::string grant = "under the Acme Patents to commercialize the Products in the Beta Territory.";
  const auto sells = [](const std::vector<std::string>& all) {
    return std::count(all.begin(), all.end(), std::string("Beta Corp. commercializes trastuzumab in Japan, Republic of Korea"));
  };
  CHECK(sells(agreed(product + territory + "Acme hereby grants to Beta an exclusive license, with the right to grant sublicenses, " + grant)) == 1);
  CHECK(sells(agreed(product + territory + "Acme hereby grants to Beta a non-exclusive license, with the right to grant sublicenses, " + grant)) == 0);
}

TEST_CASE("a word is a term where a sentence defines it, in singular and plural, with its capital") {
  CHECK(agreed("Beta shall commercialize the Products.").empty());
  CHECK(agreed(product + "Beta shall commercialize its products.").empty());
  CHECK(agreed(product + "Beta shall commercialize the Other Product.").size() == 2);  // "Product" ends it.
  CHECK(agreed("1.1 \"Field\" means all uses of trastuzumab.\n\nBeta shall commercialize the Field.").empty());
  CHECK(agreed("He said \"Product\" of trastuzumab.\n\nBeta shall commercialize the Product.").empty());
}

TEST_CASE("a territory ends where its definition lists no more places") {
  CHECK(agreed(product + "1.2 \"Territory\" means the United States of America, including the islands that it holds.\n\nBeta shall commercialize the Product in the Territory.") ==
        std::vector<std::string>{"Beta Corp. commercializes rituximab in United States of America", "Beta Corp. commercializes trastuzumab in United States of America"});
  CHECK(agreed(product + "1.2 \"Territory\" means worldwide.\n\nBeta shall commercialize the Product in the Territory.") ==
        std::vector<std::string>{"Beta Corp. commercializes rituximab in worldwide", "Beta Corp. commercializes trastuzumab in worldwide"});
}
