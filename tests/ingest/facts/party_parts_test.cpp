#include <doctest/doctest.h>

#include "tests/ingest/layers.hpp"

using rxgraph::ingest::Candidate;
using rxgraph::ingest::testing::Layers;

namespace {

/// Some candidate is a deal with `party` in `role`.
bool deals(const std::string& text, const std::string& role) {
  const Layers layers(text);
  const std::vector<Candidate> all = layers.candidates();
  return std::any_of(all.begin(), all.end(), [&](const Candidate& candidate) {
    return std::any_of(candidate.roles.begin(), candidate.roles.end(), [&](const auto& filled) { return filled.first == role; });
  });
}

}  // namespace

TEST_CASE("who buys a part of a company has not bought the company") {
  for (const char* part : {"a division of", "the Asian operations of", "the consumer business of", "a subsidiary of"}) {
    CAPTURE(part);
    CHECK_FALSE(deals("In 2019, Pfizer acquired " + std::string(part) + " Zorbex, Inc.", "acquired"));
    CHECK_FALSE(deals("In 2019, Pfizer completed the acquisition of " + std::string(part) + " Zorbex, Inc.", "acquired"));
  }
  CHECK(deals("In 2019, Pfizer completed the acquisition of Zorbex, Inc.", "acquired"));
  CHECK(deals("In 2019, Zorbex, Inc. became a wholly owned subsidiary of Pfizer.", "acquired"));
}

TEST_CASE("who buys rights to a drug has not bought the drug") {
  CHECK_FALSE(deals("Pfizer completed the acquisition of the development and marketing rights to AB-1234.", "acquired"));
  CHECK(deals("Pfizer completed the acquisition of AB-1234.", "acquired"));
}

TEST_CASE("what comes with a bought company is that company's") {
  for (const char* text : {"In June 2019, Pfizer acquired Zorbex, Inc. including its lead program AB-1234.", "Pfizer agreed to acquire Zorbex, Inc. (Zorbex), including its lead program AB-1234.",
                           "Pfizer bought Zorbex, Inc. and its lead program AB-1234."}) {
    CAPTURE(text);
    CHECK_FALSE(Layers(text).states("Pfizer develops AB-1234"));
    CHECK(Layers(text).states("Zorbex, Inc. develops AB-1234"));
  }
  CHECK(Layers("Pfizer presented its pipeline, including its lead program AB-1234.").states("Pfizer develops AB-1234"));
}

TEST_CASE("its subsidiaries are nobody else's") {
  CHECK_FALSE(Layers("The rules bind the business of Zorbex, Inc. and its subsidiaries and any business of Pfizer.").states("Zorbex, Inc. subsidiary_of Pfizer"));
  CHECK_FALSE(Layers("Among the parties are Pfizer, Quillon Corporation, a Delaware corporation and a wholly owned subsidiary of Pfizer, and Zorbex Corporation, a Texas corporation.")
                  .states("Quillon Corporation subsidiary_of Zorbex Corporation"));
}
