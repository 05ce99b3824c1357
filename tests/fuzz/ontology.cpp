/// An extension of the ontology: it loads, or every fault is told.

#include "ontology/load.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  OntologySource source;
  source.path = "mine.json";
  source.text = fuzz::text_of(data, size);
  try {
    load_ontology({&source, 1});
  } catch (const OntologyError& error) {
    fuzz::require(!error.faults().empty(), "an ontology that does not load has a fault");
  }
  return 0;
}
