#include "export/rdf_lines.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {

void write_ntriples_12(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  std::ostream& file = out.file();
  write_rdf_lines(view, options, RdfForm::reified, file, file);
}

}  // namespace rxgraph::exporting
