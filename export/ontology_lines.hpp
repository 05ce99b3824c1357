#pragma once
/// The ontology itself as RDF. docs/formats.md says what stands there.

#include "export/rdf_terms.hpp"
#include "export/statement_lines.hpp"

namespace rxgraph::exporting {

/// A term of rxgraph itself, below IriScheme::terms.
struct MetaTerm {
  std::string_view name;
  std::string_view range;       ///< Local name of its datatype in XML Schema; empty where its values are things, "partialDate" for a date that may be cut.
  std::string_view definition;
};

/// All of them that N-Triples use.
std::span<const MetaTerm> meta_terms() noexcept;

/// Classes, properties and concept schemes: OWL and SKOS.
void add_ontology(StatementLines& lines, const Ontology& ontology, const IriScheme& scheme);

/// SHACL shapes to which the N-Triples of a graph of `ontology` conform, exported with evidence.
void add_shapes(StatementLines& lines, const Ontology& ontology, const IriScheme& scheme);

}  // namespace rxgraph::exporting
