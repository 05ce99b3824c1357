#include "export/rdf_lines.hpp"
#include "export/serd_writer.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {

void write_turtle(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  TerseRdf terse(TerseRdf::Syntax::turtle, prefixes_of(view.ontology(), options), out.file());
  write_rdf_lines(view, options, RdfForm::triples, terse.triples(), terse.triples());
  terse.finish();
}

}  // namespace rxgraph::exporting
