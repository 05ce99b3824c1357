#include <doctest/doctest.h>

#include "tests/ingest/layers.hpp"

using rxgraph::ingest::testing::Layers;

TEST_CASE("a stage that another thing's trial has is not that of a program beside it") {
  const Layers layers("We shrank the AB-1234 development program and in January 2020 we stopped our Phase 3 trial of BX-5678 for gout.");
  CHECK(layers.states("BX-5678 in_phase Phase 3"));
  CHECK_FALSE(layers.states("AB-1234 in_phase Phase 3"));
}

TEST_CASE("a singular explanation behind a list is of the last name alone") {
  const Layers layers("Vaccines, of which AB-1234 and BX-5678, a live virus vaccine for the prevention of shingles, are the best known, sold well.");
  CHECK(layers.states("BX-5678 treats herpes zoster"));
  CHECK_FALSE(layers.states("AB-1234 treats herpes zoster"));
}

TEST_CASE("examples of what a drug is combined with are not combined with one another") {
  const Layers layers("A trial combining trastuzumab with agents of ours such as AB-1234 and BX-5678 in patients with gout began.");
  CHECK(layers.states("trastuzumab combined_with AB-1234"));
  CHECK(layers.states("trastuzumab combined_with BX-5678"));
  CHECK_FALSE(layers.states("AB-1234 combined_with BX-5678"));
  CHECK_FALSE(layers.states("BX-5678 combined_with AB-1234"));
}

TEST_CASE("a plural verb behind that speaks of the plural before it") {
  CHECK_FALSE(Layers("The complaint lists patents with reference to AB-1234 that are owned by Zorbex, Inc.").states("Zorbex, Inc. owns AB-1234"));
  CHECK(Layers("The complaint speaks of AB-1234, which is owned by Zorbex, Inc.").states("Zorbex, Inc. owns AB-1234"));
}

TEST_CASE("what patients failed before a trial is not what the trial tests") {
  CHECK_FALSE(Layers("# AB-1234\n\nThe Phase 2 trial is planned in women who have failed trastuzumab therapy.").states("trastuzumab in_phase Phase 2"));
}

TEST_CASE("a mere possessive before a common noun tells of no ownership of a drug") {
  CHECK_FALSE(Layers("A form of Zorbex, Inc.'s ulcer medication AB-1234 was sold.").states("Zorbex, Inc. owns AB-1234"));
  CHECK_FALSE(Layers("Zorbex, Inc.'s lead compound AB-1234 is in Phase 1.").states("Zorbex, Inc. owns AB-1234"));
}
