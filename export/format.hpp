#pragma once
/// The formats that a graph can be written in: one row of a table each, one file each.

#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/view.hpp"

namespace rxgraph::exporting {

/// How much evidence travels with an edge.
enum class EvidenceChoice : std::uint8_t { none, first, all };

/// What is written.
enum class Content : std::uint8_t {
  graph,
  ontology,  ///< The view's ontology, as OWL and SKOS; its graph is not looked at.
  shapes,    ///< SHACL shapes of that ontology.
};

/// What a person may choose of an export.
struct ExportOptions {
  EvidenceChoice evidence = EvidenceChoice::all;
  std::string base_iri;  ///< For RDF; the ontology's where it is empty.
  Content content = Content::graph;  ///< Another than the graph only with formats that have `Format::ontologies`.
};

/// Where an export goes: one file, standard output, or a folder of files. One file whose name ends with ".gz" or ".zst" is
/// compressed. Every file is written under a temporary name beside its own and renamed by `commit()`; without a commit nothing is left behind.
class OutputSet {
 public:
  /// `path` is a file, a folder (for formats without extension), or "-" for standard output.
  OutputSet(std::string path, bool folder);
  ~OutputSet();
  OutputSet(const OutputSet&) = delete;
  OutputSet& operator=(const OutputSet&) = delete;

  /// The stream of the one file, or of the file `name` in the folder. Valid until `commit()`. Throws OutputError.
  std::ostream& file(std::string_view name = {});

  /// Marks the file `name` as executable.
  void executable(std::string_view name);

  /// Flushes and renames all. Throws OutputError with path and reason (full disk, permission); then nothing is left behind.
  void commit();

  std::uint64_t bytes() const noexcept;  ///< Written so far, as compressed.
  std::size_t files() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One way to write a graph: a file, or a folder of them. A format keeps no
/// state. Nodes and edges come in key order, so equal graphs give equal bytes.
struct Format {
  std::string_view name;       ///< As typed after `--format`.
  std::string_view extension;  ///< With its dot; used when `--format` is absent; empty for a folder.
  std::string_view summary;    ///< One line for `--help`.
  void (*write)(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);
  bool ontologies = false;     ///< It has a form for every `Content`.
  bool reads_back = false;     ///< A graph can be made of it again (read_graph.hpp).
};

/// All formats, in the order of `--help`.
std::span<const Format> formats() noexcept;

/// The names of those that are read back, for people: "a, b or c".
std::string names_read_back();

/// The format of that name, which may also be an extension without its dot. Throws UnknownName with the nearest names.
const Format& format_named(std::string_view name);

/// The format whose extension `path` ends with, the longest one where several fit, ".gz" and ".zst" apart; or null.
const Format* format_of_path(std::string_view path) noexcept;

}  // namespace rxgraph::exporting
