#pragma once
/// From the files in which registries publish names to lists of terms.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/flow.hpp"
#include "ingest/vocabulary/term_list.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

/// What a person chooses.
struct ImportOptions {
  std::string format;  ///< Name of an `ImportFormat`; empty: the content tells.
  std::string type;    ///< Entity type of the terms; empty: what the format is about, or what its rows say.
};

/// What became of a file.
struct ImportCounts {
  std::uint64_t passed_over = 0;  ///< Terms that the file itself gives up: obsolete, withdrawn, of another species.
  std::uint64_t faults = 0;       ///< Rows or members left out because something is wrong with them; each is told, the first twenty in full.
};

struct Imported {
  TermList list;
  ImportCounts counts;
};

struct ImportReading;

/// A kind of file: one row of a table, from which detection, help and error choices derive.
struct ImportFormat {
  std::string_view name;        ///< As typed after --format.
  std::string_view summary;     ///< One line for help.
  std::string_view vocabulary;  ///< The vocabulary of the core whose type its terms have; empty where rows or the person must say.
  bool (*is)(std::string_view bytes, const Ontology& ontology);
  void (*read)(ImportReading& reading);
};

/// In the order in which content is tried.
std::span<const ImportFormat> import_formats() noexcept;

/// Reads `bytes`, the uncompressed content of the file `path`. A row that is wrong is left out and told to `diagnostics` as "<path>:<line>"
/// with what is wrong and how to mend it; the rest goes on. Names are settled: see `settle_said`. Equal input, equal list.
/// Throws InputError where the content is of no known format, names no single term, or its type cannot be told, and UnknownName for a
/// format or type that does not exist.
Imported import_terms(const std::string& path, std::string_view bytes, const ImportOptions& options, const Ontology& ontology, DiagnosticSink& diagnostics);

}  // namespace rxgraph::ingest
