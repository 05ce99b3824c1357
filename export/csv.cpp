#include <cmath>
#include <memory>

#include "base/record_json.hpp"
#include "export/escape.hpp"
#include "export/filings.hpp"
#include "export/shape.hpp"
#include "export/table_rows.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

constexpr PlainBytes plain_cell = plain_without("\"");

/// Cells of RFC 4180, rows ended by LF: quoted where they must be; a missing value is nothing at all. Invalid UTF-8 becomes
/// U+FFFD.
class Rows : public TableRows {
 public:
  explicit Rows(std::ostream& out) : TableRows(out, ',') {}

  void text(std::string_view text) {
    std::string& out = begin_cell();
    if (text.empty()) return;
    const bool bare = text.find_first_of("\",\r\n") == std::string_view::npos && text.front() != ' ' && text.back() != ' ';
    if (!bare) out.push_back('"');
    append_escaped(out, text, plain_cell, [](std::string& to, const CodePoint& point, std::size_t) -> std::size_t {
      if (point.valid && point.code != '"') return 0;
      to += point.valid ? "\"\"" : "\xEF\xBF\xBD";
      return point.size;
    });
    if (!bare) out.push_back('"');
  }

  /// A list as a JSON array; nothing where it is empty.
  void list(const std::vector<std::string>& list) {
    if (list.empty()) return text({});
    std::string json;
    for (const std::string& element : list) {
      json.push_back(json.empty() ? '[' : ',');
      append_json_string(json, element);
    }
    text(json + "]");
  }

  void ranges(const std::vector<ByteRange>& ranges) {
    if (ranges.empty()) return text({});
    std::string json;
    for (const ByteRange& range : ranges) json += (json.empty() ? "[[" : ",[") + std::to_string(range.begin) + "," + std::to_string(range.end) + "]";
    text(json + "]");
  }
};

class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, OutputSet& out)
      : view_(view), choice_(choice), out_(out), filings_(view), shape_(shape_of(view)) {}

  void write() {
    write_nodes();
    write_edges();
  }

 private:
  void write_nodes() {
    const std::set<std::string> registries = registries_of(shape_);
    Rows rows(out_.file("nodes.csv"));
    for (const char* const name : {"uid", "type", "name", "aliases", "filings"}) rows.text(name);
    for (const auto& [registry, attribute] : attribute_names(registries, "id_")) rows.text(attribute);
    rows.end();
    view_.for_each_node([&](const graph::Node& node) {
      rows.text(node.uid);
      rows.text(node.type);
      rows.text(node.name);
      rows.list(node.aliases);
      rows.number(node.filings);
      for (const std::string& registry : registries) {
        rows.text(id_of(node, registry));
      }
      rows.end();
    });
    rows.flush();
  }

  void write_edges() {
    const std::map<std::string, Column> columns = columns_of(shape_);
    std::set<std::string> names;
    for (const auto& [name, column] : columns) names.insert(name);
    Rows rows(out_.file("edges.csv"));
    for (const char* const name : {"uid", "source", "source_type", "relation", "target", "target_type", "modality", "confidence", "derived", "rules", "passages"}) rows.text(name);
    for (const auto& [name, attribute] : attribute_names(names, "q_")) rows.text(attribute);
    rows.end();
    std::unique_ptr<Rows> evidence;
    if (choice_ != EvidenceChoice::none) {
      evidence = std::make_unique<Rows>(out_.file("evidence.csv"));
      for (const char* const name : {"edge", "number", "filing", "accession", "form", "filed", "dated", "dated_by", "document", "section", "begin", "end", "ranges", "context", "text"}) evidence->text(name);
      evidence->end();
    }
    view_.for_each_edge([&](const graph::Edge& edge) {
      write_edge(rows, edge, columns);
      if (evidence) write_evidence(*evidence, edge);
    });
    rows.flush();
    if (evidence) evidence->flush();
  }

  static void write_edge(Rows& rows, const graph::Edge& edge, const std::map<std::string, Column>& columns) {
    for (const std::string* const text : {&edge.uid, &edge.source, &edge.source_type, &edge.relation, &edge.target, &edge.target_type}) rows.text(*text);
    rows.text(name_of(edge.modality));
    if (std::isfinite(edge.confidence)) {
      rows.number(edge.confidence);
    } else {
      rows.text({});
    }
    rows.text(edge.derived ? "true" : "false");
    rows.list(edge.rules);
    rows.number(edge.evidence.size());
    for (const auto& [name, column] : columns) {
      const auto given = edge.qualifiers.find(name);
      if (given == edge.qualifiers.end() || given->second.empty()) {
        rows.text({});
      } else {
        write_values(rows, given->second, column.many);
      }
    }
    rows.end();
  }

  static void write_values(Rows& rows, const std::vector<Value>& values, bool many) {
    std::string text;
    if (!many) {
      append_plain(text, values.front());
      return rows.text(text);
    }
    for (const Value& value : values) {
      const auto* const number = std::get_if<double>(&value);
      if (number != nullptr && !std::isfinite(*number)) continue;
      text.push_back(text.empty() ? '[' : ',');
      append_json_value(text, value);
    }
    rows.text(text.empty() ? text : text + "]");
  }

  void write_evidence(Rows& rows, const graph::Edge& edge) {
    std::uint64_t number = 0;
    for (const Evidence& passage : edge.evidence) {
      if (choice_ == EvidenceChoice::first && number > 0) return;
      const FilingFacts& facts = filings_.of(passage);
      const ByteRange bytes = hull(passage);
      rows.text(edge.uid);
      rows.number(++number);
      for (const std::string* const text : {&passage.filing, &facts.accession, &facts.form, &facts.filed, &facts.dated, &facts.dated_by}) rows.text(*text);
      rows.number(passage.document);
      rows.text(passage.section);
      rows.number(bytes.begin);
      rows.number(bytes.end);
      rows.ranges(passage.ranges);
      rows.ranges(passage.context);
      rows.text(passage.text);
      rows.end();
    }
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  OutputSet& out_;
  FilingIndex filings_;
  Shape shape_;
};

}  // namespace

void write_csv(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  Writer(view, options.evidence, out).write();
}

}  // namespace rxgraph::exporting
