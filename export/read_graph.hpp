#pragma once
/// Graphs read back from our own exports: what `graphml`, `jsonl`, `kgx-jsonl`, `ntriples` and `nquads` wrote.

#include <iosfwd>
#include <string>
#include <string_view>

#include "graph/whole_graph.hpp"

namespace rxgraph::exporting {

/// True if a file that begins with `start` (some hundred bytes) is an export of a graph: GraphML, N-Triples, N-Quads,
/// or JSON Lines of nodes and edges.
bool is_exported_graph(std::string_view start) noexcept;

/// The graph in `in`, told by its beginning which of them it is; `ontology` is that of the graph. Nodes, edges and their ids are as they were; of a
/// filing, what its passages say: key, accession, form and date; from RDF also its period, items, filers and documents. From GraphML, the ranges of an edge's first passage come
/// back as one, from the first byte to the last, and context not at all. Exporting it again gives the same bytes.
/// Throws InputError: no such file, a line that is none, an edge without all its evidence.
graph::WholeGraph read_graph(std::istream& in, const std::string& path, const Ontology& ontology);

/// True if `path` is a folder with the two files of `kgx-jsonl`.
bool is_kgx_folder(const std::string& path);

/// The graph in such a folder, likewise. Types of an edge's ends are those of its nodes. Throws InputError, also for what another
/// program wrote: only our own names and terms come back as they were.
graph::WholeGraph read_kgx_graph(const std::string& folder);

/// One of them each.
graph::WholeGraph read_jsonl_graph(std::istream& in, const std::string& path);
graph::WholeGraph read_graphml_graph(std::istream& in, const std::string& path);
graph::WholeGraph read_rdf_graph(std::istream& in, const std::string& path, const Ontology& ontology);

}  // namespace rxgraph::exporting
