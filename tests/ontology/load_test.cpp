#include <doctest/doctest.h>

#include "ontology/load.hpp"

using namespace rxgraph;

TEST_CASE("the core loads without fault") {
  try {
    const Ontology& ontology = core();
    CHECK(ontology.fingerprint.size() == 16);
  } catch (const OntologyError& error) {
    FAIL(std::string(error.what()));
  }
}
