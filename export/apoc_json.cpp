#include <utility>

#include "export/append.hpp"
#include "export/node_kinds.hpp"
#include "export/property_json.hpp"
#include "export/property_plan.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

/// Writes the line separators of Unicode in the line that begins at `begin` as escapes: APOC takes U+0085, U+2028 and U+2029
/// for ends of lines, and then fails in the midst of the file.
void escape_line_separators(std::string& text, std::size_t begin) {
  constexpr std::pair<std::string_view, std::string_view> separators[] = {
      {"\xC2\x85", "\\u0085"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}};
  for (const auto& [raw, escaped] : separators) {
    for (std::size_t at = text.find(raw, begin); at != std::string::npos; at = text.find(raw, at)) text.replace(at, raw.size(), escaped);
  }
}

/// One object a line, as apoc.import.json reads them: all nodes, then all relationships. Nodes are found by their uid.
class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, std::ostream& out)
      : view_(view), choice_(choice), filings_(view), plan_(plan_properties(view.ontology(), shape_of(view))), kinds_(plan_), buffer_(out) {}

  void write() {
    view_.for_each_node([this](const graph::Node& node) { write_node(node); });
    view_.for_each_edge([this](const graph::Edge& edge) { write_edge(edge); });
    buffer_.flush();
  }

 private:
  /// `"id":"...","labels":[...]`
  void append_identity(const std::string& uid, const PropertyPlan::NodeKind& kind) {
    std::string& out = buffer_.text;
    out += "\"id\":";
    append_json_string(out, uid);
    char before = '[';
    out += ",\"labels\":";
    for (const std::string& label : kind.labels) {
      out.push_back(before);
      before = ',';
      append_json_string(out, label);
    }
    out.push_back(']');
  }

  void end_line() {
    buffer_.text += "}\n";
    escape_line_separators(buffer_.text, line_);
    buffer_.drain();
    line_ = buffer_.text.size();
  }

  void write_node(const graph::Node& node) {
    const PropertyPlan::NodeKind& kind = kinds_.add(node);
    buffer_.text += "{\"type\":\"node\",";
    append_identity(node.uid, kind);
    buffer_.text += ",\"properties\":";
    JsonProperties properties(buffer_.text);
    visit_node(node, kind, properties);
    properties.close();
    end_line();
  }

  void write_end(std::string_view which, const std::string& uid) {
    append_all(buffer_.text, ",\"", which, "\":{");
    append_identity(uid, kinds_.of(uid));
    buffer_.text.push_back('}');
  }

  void write_edge(const graph::Edge& edge) {
    const PropertyPlan::EdgeKind& kind = plan_.edges.find(edge.relation)->second;
    buffer_.text += "{\"type\":\"relationship\",\"id\":";
    append_json_string(buffer_.text, edge.uid);
    append_all(buffer_.text, ",\"label\":\"", kind.type, "\",\"properties\":");
    JsonProperties properties(buffer_.text);
    visit_edge(edge, kind, choice_, filings_, properties);
    properties.close();
    write_end("start", edge.source);
    write_end("end", edge.target);
    end_line();
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  FilingIndex filings_;
  PropertyPlan plan_;
  NodeKinds kinds_;
  Buffer buffer_;
  std::size_t line_ = 0;  ///< Where the line under way begins in the buffer.
};

}  // namespace

void write_apoc_json(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  Writer(view, options.evidence, out.file()).write();
}

}  // namespace rxgraph::exporting
