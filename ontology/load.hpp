#pragma once
/// From ontology files to an Ontology, with every fault told at once.

#include <cstdint>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"

namespace rxgraph {

/// An ontology file and the files that it names, held in memory.
struct OntologySource {
  std::string path;                          ///< For messages.
  std::string text;                          ///< JSON.
  std::map<std::string, std::string> files;  ///< Vocabularies and included files: name as written in the JSON to content.

  friend auto operator<=>(const OntologySource&, const OntologySource&) = default;
};

/// One thing that is wrong with an ontology file.
struct OntologyFault {
  std::string path;
  std::uint32_t line = 0;    ///< From 1; 0 where the file as a whole is meant.
  std::uint32_t column = 0;  ///< From 1, in bytes.
  std::string message;       ///< "unknown type 'Compnay'; did you mean 'Company'?"

  friend auto operator<=>(const OntologyFault&, const OntologyFault&) = default;
};

/// All faults of a load, one a line in `what()`: "<path>:<line>:<column>: <message>".
class OntologyError : public std::runtime_error {
 public:
  explicit OntologyError(std::vector<OntologyFault> faults);
  const std::vector<OntologyFault>& faults() const noexcept { return faults_; }

 private:
  std::vector<OntologyFault> faults_;
};

/// The core, compiled into the program.
const OntologySource& core_ontology();

/// The JSON Schema of ontology files, for editors; compiled into the program.
std::string_view ontology_schema();

/// Reads an ontology file and the files beside it that it names. Throws InputError where it cannot be read itself; a named file
/// that cannot be read is left out, and the loader tells it with the line that names it.
OntologySource read_ontology_source(const std::string& path);

/// Loads `sources` on top of one another: a later file extends or overrides an earlier one, declaration by declaration.
/// The first is normally `core_ontology()`. Throws OntologyError with every fault of every file.
Ontology load_ontology(std::span<const OntologySource> sources);

/// The core alone, loaded once.
const Ontology& core();

/// A small extension to start from, which loads without fault on top of the core.
std::string_view ontology_template();

}  // namespace rxgraph
