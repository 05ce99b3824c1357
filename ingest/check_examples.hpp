#pragma once
/// The examples that relations carry, read by the extractor.

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/extract.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

/// An example that did not come out as the ontology says.
struct ExampleFault {
  std::string relation;
  Example example;         ///< With its place.
  std::string message;     ///< "not found; found 'A' targets 'B'".
};

/// What came of the examples.
struct ExampleReport {
  std::uint64_t examples = 0;
  std::uint64_t counter_examples = 0;
  std::vector<ExampleFault> faults;  ///< In order of the ontology.
};

/// Reads every example of `relation` as a filing of its own that is plain text. An example holds if a statement of the
/// relation joins its subject (any, for a role) and object, by any of their names, with its qualifiers; a counter-example
/// holds if no statement of the relation is found. `extractor` is one of the ontology that `relation` belongs to.
void check_examples(const Relation& relation, const Extractor& extractor, ExampleReport& report);

}  // namespace rxgraph::ingest
