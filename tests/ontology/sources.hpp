#pragma once
/// Ontology files of tests.

#include <string>

#include "ontology/load.hpp"

namespace rxgraph::testing {

/// Loads `text` as mine.json on top of the core.
inline Ontology with_core(const std::string& text) {
  const OntologySource sources[] = {core_ontology(), {"mine.json", text, {}}};
  return load_ontology(sources);
}

/// Loads `text` alone.
inline Ontology alone(const std::string& text) {
  const OntologySource source{"mine.json", text, {}};
  return load_ontology({&source, 1});
}

/// What OntologyError says of a load, a fault a line; empty where there is no fault.
template <class Load>
std::string faults_of(Load load) {
  try {
    load();
  } catch (const OntologyError& error) {
    return error.what();
  }
  return {};
}

inline std::string faults_with_core(const std::string& text) {
  return faults_of([&] { with_core(text); });
}

}  // namespace rxgraph::testing
