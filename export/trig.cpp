#include "export/rdf_lines.hpp"
#include "export/serd_writer.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {

void write_trig(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  TerseRdf terse(TerseRdf::Syntax::trig, prefixes_of(view.ontology(), options), out.file());
  write_rdf_lines(view, options, RdfForm::by_graph, terse.triples(), terse.named());
  terse.finish();
}

}  // namespace rxgraph::exporting
