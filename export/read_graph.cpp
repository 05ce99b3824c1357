#include "export/read_graph.hpp"

#include <istream>

namespace rxgraph::exporting {

bool is_exported_graph(std::string_view start) noexcept {
  if (start.starts_with("{\"node\":") || start.starts_with("{\"edge\":")) return true;
  if (start.starts_with("<?xml")) return start.find("<graphml") != std::string_view::npos;
  const std::string_view subject = start.substr(0, start.find(' '));
  return start.starts_with('<') && subject.ends_with('>') && subject.find(':') != std::string_view::npos && start.substr(subject.size()).starts_with(" <");
}

graph::WholeGraph read_graph(std::istream& in, const std::string& path, const Ontology& ontology) {
  if (in.peek() != '<') return read_jsonl_graph(in, path);
  in.get();
  const bool xml = in.peek() == '?' || in.peek() == '!';
  in.unget();
  return xml ? read_graphml_graph(in, path) : read_rdf_graph(in, path, ontology);
}

}  // namespace rxgraph::exporting
