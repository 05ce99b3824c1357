#pragma once
/// What a graph says as RDF: lines of statements in canonical form, from which every RDF format is made.
/// docs/formats.md describes the model, the IRIs and what each named graph holds.

#include <cstdint>
#include <ostream>

#include "export/format.hpp"

namespace rxgraph::exporting {

/// How lines name their graph.
enum class RdfForm : std::uint8_t {
  triples,       ///< Not at all: canonical N-Triples, as the next two have it without their graphs.
  quads,         ///< After the object, where it is no statement of the default graph: canonical N-Quads.
  by_graph,      ///< As N-Triples; those of a named graph apart, each after its graph and one space.
  reified,       ///< As N-Triples of RDF 1.2, in which each statement and each of its passages reifies the fact.
  as_they_come,  ///< As N-Triples in the order of the graph, not held in memory: lines of one subject follow one another but may come again.
  things,        ///< As N-Triples, and of them only things and facts as triples of their own.
};

/// Writes the lines of `view`, or of its ontology where `options` choose that, to `out`, sorted by byte and each once but for `as_they_come`; with `by_graph` those of named
/// graphs to `named` instead, likewise sorted, which is by graph. Every piece that is handed to a stream ends with a line.
/// Holds all lines in memory until they are sorted. Errors of the streams come out of it.
void write_rdf_lines(const graph::GraphView& view, const ExportOptions& options, RdfForm form, std::ostream& out, std::ostream& named);

}  // namespace rxgraph::exporting
