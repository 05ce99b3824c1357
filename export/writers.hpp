#pragma once
/// The writers behind the table of formats. docs/formats.md describes what each writes.

#include "export/format.hpp"

namespace rxgraph::exporting {

/// GraphML that keeps to its schema.
void write_graphml(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// Canonical N-Triples, lines sorted.
void write_ntriples(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// A folder for `neo4j-admin database import full`.
void write_neo4j(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// Nodes, then edges, one JSON object a line.
void write_jsonl(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

}  // namespace rxgraph::exporting
