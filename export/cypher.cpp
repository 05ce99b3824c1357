#include <tuple>

#include "export/append.hpp"
#include "export/cypher_text.hpp"
#include "export/node_kinds.hpp"
#include "export/row_batches.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

/// So many rows, or bytes of them, in one statement: the server holds it as a whole, and plans it anew.
constexpr std::size_t most_rows = 500;
constexpr std::size_t most_bytes = std::size_t{1} << 19;

/// Edges of one statement: relation and the labels by which their ends are found.
using EdgeKey = std::tuple<std::string, std::string, std::string>;

/// A script for cypher-shell: constraints, then nodes, then relationships. Running it again changes nothing.
class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, std::ostream& out)
      : view_(view), choice_(choice), filings_(view), plan_(plan_properties(view.ontology(), shape_of(view))), kinds_(plan_), buffer_(out) {}

  void write() {
    buffer_.text += "// A graph written by rxgraph. Run it with: cypher-shell -f FILE\n// A second run changes nothing.\n";
    for (const std::string& statement : schema_statements(plan_)) buffer_.text += statement + ";\n";
    write_nodes();
    write_edges();
    buffer_.flush();
  }

 private:
  void write_nodes() {
    const auto send = [this](const std::string& type, const std::string& rows, std::size_t) {
      const PropertyPlan::NodeKind& kind = plan_.nodes.at(type);
      append_all(buffer_.text, "UNWIND [", rows, "] AS row\n", merge_node_clause(kind), " ", set_labels_clause(kind), ", n += row;\n");
      buffer_.drain();
    };
    RowBatches<std::string, decltype(send)> batches(most_rows, most_bytes, send);
    view_.for_each_node([&](const graph::Node& node) {
      const PropertyPlan::NodeKind& kind = kinds_.add(node);
      CypherProperties properties(batches.row(node.type));
      visit_node(node, kind, properties);
      properties.close();
      batches.added();
    });
    batches.flush();
  }

  void write_edges() {
    const auto send = [this](const EdgeKey& key, const std::string& rows, std::size_t) {
      const auto& [relation, source, target] = key;
      append_all(buffer_.text, "UNWIND [", rows, "] AS row\n", merge_edge_clause(source, target, plan_.edges.at(relation).type), " SET r += row.p;\n");
      buffer_.drain();
    };
    RowBatches<EdgeKey, decltype(send)> batches(most_rows, most_bytes, send);
    view_.for_each_edge([&](const graph::Edge& edge) {
      std::string& out = batches.row({edge.relation, kinds_.of(edge.source).labels.back(), kinds_.of(edge.target).labels.back()});
      out += "{s:";
      append_cypher_string(out, edge.source);
      out += ",t:";
      append_cypher_string(out, edge.target);
      out += ",uid:";
      append_cypher_string(out, edge.uid);
      out += ",p:";
      CypherProperties properties(out);
      visit_edge(edge, plan_.edges.find(edge.relation)->second, choice_, filings_, properties);
      properties.close();
      out.push_back('}');
      batches.added();
    });
    batches.flush();
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  FilingIndex filings_;
  PropertyPlan plan_;
  NodeKinds kinds_;
  Buffer buffer_;
};

}  // namespace

void write_cypher(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  Writer(view, options.evidence, out.file()).write();
}

}  // namespace rxgraph::exporting
