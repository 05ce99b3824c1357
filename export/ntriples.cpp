#include "export/rdf_lines.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {

void write_ntriples(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  std::ostream& file = out.file();
  write_rdf_lines(view, options, RdfForm::triples, file, file);
}

}  // namespace rxgraph::exporting
