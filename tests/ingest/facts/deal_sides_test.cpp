// Who stands on which side of a deal, where a sentence does not say it by itself.
#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// True if a filing of Tamarind Bio, Inc. that says `text` states `fact`.
bool states(const std::string& text, const std::string& fact, const std::string& title = "") {
  static const Extractor extractor(core());
  Reports reports;
  const FilingRecords records = extractor.extract(RawFiling{"filed.txt", Bytes(title + "Tamarind Bio, Inc. (the \"Company\" or \"we\") makes medicines.\n\n" + text)}, reports);
  return std::any_of(records.statements.begin(), records.statements.end(), [&](const Statement& s) {
    return s.subject.name + " " + s.relation + " " + s.object.name == fact ||
           (s.relation == "collaborates_with" && s.object.name + " " + s.relation + " " + s.subject.name == fact);
  });
}

const std::string report = "# Report\n\n";  // A page with headings.
const std::string agreed = "In May 2014, we entered into a license agreement with Orrin Pharma AG. ";

}  // namespace

TEST_CASE("who acts stands behind the phrase that opens the sentence") {
  CHECK(states("Under the agreement with Orrin Pharma AG, the Company received a milestone payment of $2 million.", "Orrin Pharma AG pays Tamarind Bio, Inc."));
  CHECK_FALSE(states("Under the agreement with Orrin Pharma AG, the Company received a milestone payment of $2 million.", "Tamarind Bio, Inc. pays Orrin Pharma AG"));
  CHECK(states("Under the terms of the Calder Agreement, the Company and Orrin Pharma AG will co-develop an antibody.", "Tamarind Bio, Inc. collaborates_with Orrin Pharma AG"));
  CHECK(states("Calder Labs, the company named Calder after its founder, is a subsidiary of Orrin Pharma AG.", "Calder Labs subsidiary_of Orrin Pharma AG"));
}

TEST_CASE("a right set off by commas keeps its infinitive, and gives it to who is granted it") {
  const std::string granted =
      "The Company granted Orrin Pharma AG an exclusive license, under patents owned or licensed by the Company, to develop and commercialize TMB-31 in Japan.";
  CHECK(states(granted, "Orrin Pharma AG licenses TMB-31"));
  CHECK(states(granted, "Tamarind Bio, Inc. licenses_to Orrin Pharma AG"));
  CHECK_FALSE(states(granted, "Tamarind Bio, Inc. commercializes TMB-31"));
  CHECK_FALSE(states(granted, "Orrin Pharma AG licenses_to Tamarind Bio, Inc."));
}

TEST_CASE("what is given stands behind what explains to whom") {
  CHECK(states("In 2010, we granted Orrin Pharma AG, now a unit of Vellum SA, an exclusive license to TMB-31.", "Orrin Pharma AG licenses TMB-31"));
  CHECK(states("We granted Orrin Pharma AG, under certain patents, an exclusive license to TMB-31.", "Tamarind Bio, Inc. licenses_to Orrin Pharma AG"));
  CHECK_FALSE(states("We granted Orrin Pharma AG, now a unit of Vellum SA, an exclusive license to TMB-31.", "Vellum SA licenses TMB-31"));
  CHECK_FALSE(states("We told Orrin Pharma AG, a unit of Vellum SA, the license to TMB-31 had ended.", "Orrin Pharma AG licenses TMB-31"));
}

TEST_CASE("who is paid is named, though nobody knows the name, and two may be paid at once") {
  const std::string told = "In May 2014, Orrin Pharma AG entered into a license agreement with us. ";
  CHECK_FALSE(states(told + "We pay the Zorb Hall a royalty on net sales.", "Tamarind Bio, Inc. pays Orrin Pharma AG"));
  CHECK(states(told + "We pay Calder Labs, Inc. and the University of Ohio a royalty on net sales.", "Tamarind Bio, Inc. pays University of Ohio"));
  CHECK(states(told + "We pay Calder Labs, Inc. and the University of Ohio a royalty on net sales.", "Tamarind Bio, Inc. pays Calder Labs, Inc."));
  CHECK_FALSE(states(told + "Orrin Pharma AG will purchase TMB-31 from us at a transfer price.", "Orrin Pharma AG acquires TMB-31"));
}

TEST_CASE("of an agreement for rights, or for the use of its technology, nobody knows who may do what") {
  CHECK_FALSE(states("We announced a supply agreement with Orrin Pharma AG for the exclusive rights to sell TMB-31 in Taiwan.", "Tamarind Bio, Inc. commercializes TMB-31"));
  CHECK_FALSE(states("The Company has a license agreement with Orrin Pharma AG for use of its Zorbody platform.", "Tamarind Bio, Inc. owns Zorbody platform"));
  CHECK_FALSE(states("In May 2014, we entered into a license agreement with Orrin Pharma AG and the University of Ohio.", "University of Ohio licenses_to Tamarind Bio, Inc."));
  CHECK(states("In May 2014, we entered into a license agreement with the University of Ohio.", "University of Ohio licenses_to Tamarind Bio, Inc."));
}

TEST_CASE("several stand on the side of \"with\"") {
  const std::string with_two = "In May 2014, we and Calder Labs, Inc. entered into a license agreement with Orrin Pharma AG and Vellum SA. Under the agreement, we and Calder Labs, Inc. will pay royalties on net sales.";
  CHECK(states(with_two, "Tamarind Bio, Inc. pays Vellum SA"));
  CHECK(states(with_two, "Calder Labs, Inc. pays Orrin Pharma AG"));
  CHECK_FALSE(states(with_two, "Tamarind Bio, Inc. pays Calder Labs, Inc."));
  CHECK_FALSE(states(with_two, "Orrin Pharma AG pays Vellum SA"));
}

TEST_CASE("who is called the licensee took the license") {
  CHECK(states("This License Agreement is made as of May 1, 2014 between Orrin Pharma AG (\"Licensor\") and Calder Labs, Inc. (\"Licensee\").", "Orrin Pharma AG licenses_to Calder Labs, Inc."));
  CHECK(states("This License Agreement is made as of May 1, 2014 between Orrin Pharma AG (the \"Licensee\") and Calder Labs, Inc.", "Calder Labs, Inc. licenses_to Orrin Pharma AG"));
  CHECK_FALSE(states("This Supply Agreement is made as of May 1, 2014 between Orrin Pharma AG (\"Seller\") and Calder Labs, Inc. (\"Buyer\").", "Orrin Pharma AG licenses_to Calder Labs, Inc."));
}

TEST_CASE("under a heading that names a party it is the other side, unless an agreement was told of") {
  CHECK(states("# Orrin Pharma AG\n\nIn 2021, we paid an upfront fee of $3 million.", "Tamarind Bio, Inc. pays Orrin Pharma AG", report));
  CHECK_FALSE(states("# Orrin Pharma AG\n\nOrrin Pharma AG had signed a license agreement with Calder Labs, Inc. In 2021, we paid an upfront fee of $3 million.", "Tamarind Bio, Inc. pays Orrin Pharma AG", report));
  CHECK_FALSE(states("# Results\n\nIn 2021, we paid an upfront fee of $3 million.", "Tamarind Bio, Inc. pays Orrin Pharma AG", report));
}

TEST_CASE("the items of a list have the parties of the sentence that begins it") {
  const std::string list = agreed + "We agreed to pay Orrin Pharma AG the following amounts:\n\n(i) an upfront fee of $25,000;\n\n(ii) royalties of 2% of net sales.\n\n";
  CHECK(states(list, "Tamarind Bio, Inc. pays Orrin Pharma AG"));
  CHECK_FALSE(states(list, "Orrin Pharma AG pays Tamarind Bio, Inc."));
  CHECK_FALSE(states("Fees of the industry:\n\n(i) an upfront fee of $25,000;\n\n(ii) royalties of 2% of net sales.", "Tamarind Bio, Inc. pays Orrin Pharma AG"));
}

TEST_CASE("payments are told without their kind, but not of those who no longer owe them") {
  CHECK(states("Orrin Pharma AG will make quarterly payments to the Company.", "Orrin Pharma AG pays Tamarind Bio, Inc."));
  CHECK(states(agreed + "Orrin Pharma AG is entitled to royalties on net sales.", "Tamarind Bio, Inc. pays Orrin Pharma AG"));
  CHECK(states(agreed + "We have obligations for development milestones of $16 million.", "Tamarind Bio, Inc. pays Orrin Pharma AG"));
  CHECK_FALSE(states("Orrin Pharma AG is no longer obliged to make milestone payments to the Company.", "Orrin Pharma AG pays Tamarind Bio, Inc."));
}

TEST_CASE("what is paid under an agreement that letters call by another name is not paid to the party of the one told of before") {
  CHECK(states(agreed + "In 2019, we paid a milestone payment of $5 million under the agreement.", "Tamarind Bio, Inc. pays Orrin Pharma AG"));
  CHECK_FALSE(states(agreed + "In 2019, we paid a milestone payment of $5 million under the QRST Agreement.", "Tamarind Bio, Inc. pays Orrin Pharma AG"));
}

TEST_CASE("payments owed to third parties are not paid to the partner") {
  CHECK_FALSE(states(agreed + "The Company shall be responsible for all third party license payments and milestones owed by it.", "Tamarind Bio, Inc. pays Orrin Pharma AG"));
}
