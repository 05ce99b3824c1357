#pragma once
/// The writers behind the table of formats. docs/formats.md describes what each writes.

#include "export/format.hpp"

namespace rxgraph::exporting {

/// GraphML that keeps to its schema.
void write_graphml(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// Canonical N-Triples, lines sorted.
void write_ntriples(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// Canonical N-Quads, lines sorted; what a filing says is a graph of its own.
void write_nquads(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// Turtle with prefixes: the statements of N-Triples.
void write_turtle(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// TriG with prefixes: the statements of N-Quads.
void write_trig(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// JSON-LD with its context: the statements of N-Triples.
void write_jsonld(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// N-Triples of RDF 1.2, lines sorted: those of N-Triples, and what reifies each fact.
void write_ntriples_12(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// Turtle of RDF 1.2: the statements of `write_ntriples_12`.
void write_turtle_12(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// Turtle-star, as RDF was extended before RDF 1.2: things, facts, and properties of facts.
void write_turtle_star(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// A folder for `neo4j-admin database import full`.
void write_neo4j(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// GraphML with yEd's labels, colours by type, and places.
void write_graphml_yed(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// A folder of KGX's JSON Lines: nodes.jsonl and edges.jsonl. Nothing is lost; `read_kgx` reads it back.
void write_kgx_jsonl(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// A folder of KGX's tables: nodes.tsv and edges.tsv.
void write_kgx_tsv(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// A folder of three tables: nodes, edges, evidence.
void write_csv(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// A drawing for Graphviz.
void write_dot(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// A script for cypher-shell that may be run again.
void write_cypher(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// GraphML as apoc.import.graphml reads it.
void write_graphml_apoc(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// JSON Lines as apoc.import.json reads them.
void write_apoc_json(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

/// Nodes, then edges, one JSON object a line.
void write_jsonl(const graph::GraphView& view, const ExportOptions& options, OutputSet& out);

}  // namespace rxgraph::exporting
