#include "ingest/names/platform_names.hpp"

#include <doctest/doctest.h>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest::testing;

TEST_CASE("what is given to patients is a drug, even where the text once calls it a platform") {
  const Analysed found = analyse({"Our Orvantix platform wakes resting cells", "Patients received treatment with Orvantix for a year", "The aim of Orvantix therapy is remission"});
  CHECK(found.named("Compound", 1) == Strings{"Orvantix"});
  CHECK(found.named("Technology", 1).empty());
  CHECK(found.named("Technology", 0) == Strings{"Orvantix platform"});
}

TEST_CASE("what is explained as a candidate is a drug as well") {
  const Analysed found = analyse({"Our Orvantix platform wakes resting cells", "Orvantix is our lead product candidate", "Later Orvantix, an immunotherapy for leukemia, was given again"});
  CHECK(found.named("Compound", 2) == Strings{"Orvantix"});
}

TEST_CASE("a platform stays one where drugs are only made with it") {
  const Analysed found = analyse({"Our Orvantix platform finds antibodies", "The antibodies that we make with Orvantix bind well", "Efficacy of Orvantix grows"});
  CHECK(found.named("Technology", 1) == Strings{"Orvantix platform"});
  CHECK(found.named("Compound", 1).empty());
}

TEST_CASE("a code before the noun is no name of a platform, nor does an abbreviation stand for one") {
  CHECK(analyse({"Our ZRB03 platform can be used in many ways"}).named("Technology").empty());
  CHECK(analyse({"Our QK platform is used for them", "All QK cells die of it"}).named("Technology", 1).empty());
}

TEST_CASE("plain words between the name of a platform and its noun hide nothing") {
  CHECK(analyse({"It was built on our ORVANTIX modular protein platform"}).named("Technology") == Strings{"ORVANTIX modular protein platform"});
  CHECK(analyse({"It was built on our ORVANTIX modular protein platform"}).named("Technology").size() == 1);
  CHECK(analyse({"It trades on a KQZ electronic dealing platform"}).named("Technology").empty());
}
