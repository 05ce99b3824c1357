#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>

#include "export/append.hpp"
#include "export/escape.hpp"
#include "export/filings.hpp"
#include "export/neo4j_files.hpp"
#include "export/shape.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

constexpr char array_delimiter = '\x1F';

constexpr PlainBytes plain_csv = plain_without("\"");

/// Appends `text` between quotes it has, quotes doubled, line ends as blanks: the import takes a line end within a value
/// for the end of the row. With `element`, the array delimiter becomes a blank too, for it has no escape.
void append_quoted_content(std::string& out, std::string_view text, bool element) {
  append_escaped(out, text, plain_csv, [text, element](std::string& to, const CodePoint& point, std::size_t at) -> std::size_t {
    if (!point.valid) {
      to += "\xEF\xBF\xBD";
    } else if (point.code == '"') {
      to += "\"\"";
    } else if (point.code == '\r' || point.code == '\n' || (element && point.code == array_delimiter)) {
      to.push_back(' ');
      if (text.substr(at, 2) == "\r\n") return 2;
    } else {
      return 0;
    }
    return point.size;
  });
}

void append_text(std::string& out, std::string_view text) {
  out.push_back('"');
  append_quoted_content(out, text, false);
  out.push_back('"');
}

/// Nothing, which leaves the property out, where `text` is empty.
void append_text_cell(std::string& out, std::string_view text) {
  out.push_back(',');
  if (!text.empty()) append_text(out, text);
}

/// The import wraps what is beyond a Java long without a word, so such a number is left out.
void append_long_cell(std::string& out, std::uint64_t number) {
  out.push_back(',');
  if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) append_number(out, number);
}

/// Empty elements are left out: the import has no form for a list of one empty text.
void append_list_cell(std::string& out, const std::vector<std::string>& list) {
  out.push_back(',');
  char before = '"';
  for (const std::string& element : list) {
    if (element.empty()) continue;
    out.push_back(before);
    before = array_delimiter;
    append_quoted_content(out, element, true);
  }
  if (before != '"') out.push_back('"');
}

struct QualifierColumn {
  std::string name;       ///< Of the qualifier.
  std::string attribute;  ///< In the header.
  Column::Kind kind = Column::Kind::text;
  bool many = false;
};

/// Values that add no text (infinities) are passed over.
void append_values_cell(std::string& out, const std::vector<Value>& values, const QualifierColumn& column) {
  if (values.size() == 1 && !column.many && std::holds_alternative<std::string>(values.front())) {
    append_text_cell(out, std::get<std::string>(values.front()));
    return;
  }
  if (!column.many && column.kind != Column::Kind::text) {
    out.push_back(',');
    append_plain(out, values.front());
    return;
  }
  std::vector<std::string> texts;
  for (const Value& value : values) {
    std::string text;
    append_plain(text, value);
    if (!text.empty()) texts.push_back(std::move(text));
  }
  append_list_cell(out, texts);
}

std::string header_type(const QualifierColumn& column) {
  std::string type;
  switch (column.kind) {
    case Column::Kind::text: type = "string"; break;
    case Column::Kind::whole: type = "long"; break;
    case Column::Kind::number: type = "double"; break;
    case Column::Kind::flag: type = "boolean"; break;
  }
  return column.many ? type + "[]" : type;
}

/// A data file and what its rows need.
struct NodeFile {
  std::unique_ptr<Buffer> buffer;
  std::vector<std::string> registries;
};
struct EdgeFile {
  std::unique_ptr<Buffer> buffer;
  std::vector<QualifierColumn> columns;
};

constexpr std::size_t piece = std::size_t{1} << 16;

class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, OutputSet& out)
      : view_(view), choice_(choice), out_(out), filings_(view), shape_(shape_of(view)), plan_(plan_import(view.ontology(), shape_)) {}

  void write() {
    for (const auto& file : plan_.nodes) open_nodes(file);
    for (const auto& file : plan_.edges) open_edges(file);
    view_.for_each_node([this](const graph::Node& node) { write_node(node); });
    view_.for_each_edge([this](const graph::Edge& edge) { write_edge(edge); });
    for (auto& [type, file] : nodes_) file.buffer->flush();
    for (auto& [relation, file] : edges_) file.buffer->flush();
    out_.file("import.sh") << import_script(plan_, longest_);
    out_.executable("import.sh");
    out_.file("constraints.cypher") << constraints_script(plan_);
    out_.file("README.txt") << import_readme();
  }

 private:
  void open_nodes(const ImportPlan::File& file) {
    const Shape::NodeGroup& group = shape_.types.at(file.key);
    NodeFile opened;
    std::string header = std::string("uid:ID(") + id_group + "),name:string,type:string,aliases:string[],filings:long";
    for (const auto& [registry, attribute] : attribute_names(group.registries, "id_")) {
      opened.registries.push_back(registry);
      header += "," + attribute + ":string";
    }
    out_.file(file.stem + "_header.csv") << header << '\n';
    opened.buffer = std::make_unique<Buffer>(out_.file(file.stem + ".csv"), piece);
    nodes_.emplace(file.key, std::move(opened));
  }

  void open_edges(const ImportPlan::File& file) {
    const Shape::EdgeGroup& group = shape_.relations.at(file.key);
    EdgeFile opened;
    std::string header = std::string(":START_ID(") + id_group + "),:END_ID(" + id_group +
                         "),uid:string,modality:string,confidence:double,derived:boolean,rules:string[]";
    std::set<std::string> names;
    for (const auto& [name, column] : group.qualifiers) names.insert(name);
    for (const auto& [name, attribute] : attribute_names(names, "q_")) {
      const Column& column = group.qualifiers.at(name);
      opened.columns.push_back({name, attribute, column.kind(), column.many});
      header += "," + attribute + ":" + header_type(opened.columns.back());
    }
    if (choice_ != EvidenceChoice::none) {
      header +=
          ",sentence:string,filing:string,accession:string,form:string,filed:string,document:long,section:string,"
          "begin:long,end:long,passages:long";
    }
    if (choice_ == EvidenceChoice::all) header += ",further:string";
    out_.file(file.stem + "_header.csv") << header << '\n';
    opened.buffer = std::make_unique<Buffer>(out_.file(file.stem + ".csv"), piece);
    edges_.emplace(file.key, std::move(opened));
  }

  void end_row(Buffer& buffer, std::size_t begin) {
    longest_ = std::max<std::uint64_t>(longest_, buffer.text.size() - begin);
    buffer.text.push_back('\n');
    buffer.drain();
  }

  void write_node(const graph::Node& node) {
    NodeFile& file = nodes_.find(node.type)->second;
    std::string& out = file.buffer->text;
    const std::size_t begin = out.size();
    append_text(out, node.uid);
    append_text_cell(out, node.name);
    append_text_cell(out, node.type);
    append_list_cell(out, node.aliases);
    append_long_cell(out, node.filings);
    for (const std::string& registry : file.registries) {
      const auto id = node.ids.find(registry);
      append_text_cell(out, id == node.ids.end() ? std::string_view() : std::string_view(id->second));
    }
    end_row(*file.buffer, begin);
  }

  void write_edge(const graph::Edge& edge) {
    if (file_ == nullptr || relation_ != edge.relation) {
      relation_ = edge.relation;
      file_ = &edges_.find(relation_)->second;
    }
    std::string& out = file_->buffer->text;
    const std::size_t begin = out.size();
    append_text(out, edge.source);
    out.push_back(',');
    append_text(out, edge.target);
    append_text_cell(out, edge.uid);
    append_text_cell(out, name_of(edge.modality));
    out.push_back(',');
    if (std::isfinite(edge.confidence)) append_number(out, edge.confidence);
    out += edge.derived ? ",true" : ",false";
    append_list_cell(out, edge.rules);
    auto given = edge.qualifiers.begin();
    for (const QualifierColumn& column : file_->columns) {
      while (given != edge.qualifiers.end() && given->first < column.name) ++given;
      const bool has = given != edge.qualifiers.end() && given->first == column.name && !given->second.empty();
      if (has) {
        append_values_cell(out, given->second, column);
      } else {
        out.push_back(',');
      }
    }
    if (choice_ != EvidenceChoice::none) write_evidence(out, edge.evidence);
    end_row(*file_->buffer, begin);
  }

  void write_evidence(std::string& out, const std::vector<Evidence>& evidence) {
    if (evidence.empty()) {
      out.append(choice_ == EvidenceChoice::all ? 11 : 10, ',');
      return;
    }
    const Evidence& first = evidence.front();
    const FilingFacts& facts = filings_.of(first);
    const ByteRange bytes = hull(first);
    append_text_cell(out, first.text);
    append_text_cell(out, first.filing);
    append_text_cell(out, facts.accession);
    append_text_cell(out, facts.form);
    append_text_cell(out, facts.filed);
    append_long_cell(out, first.document);
    append_text_cell(out, first.section);
    append_long_cell(out, bytes.begin);
    append_long_cell(out, bytes.end);
    append_long_cell(out, evidence.size());
    if (choice_ != EvidenceChoice::all) return;
    further_.clear();
    if (evidence.size() > 1) append_evidence_list_json(further_, std::span(evidence).subspan(1), filings_);
    append_text_cell(out, further_);
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  OutputSet& out_;
  FilingIndex filings_;
  Shape shape_;
  ImportPlan plan_;
  std::map<std::string, NodeFile> nodes_;
  std::map<std::string, EdgeFile> edges_;
  std::string relation_;       ///< Of `file_`.
  EdgeFile* file_ = nullptr;   ///< Edges of one relation often follow one another.
  std::string further_;
  std::uint64_t longest_ = 0;  ///< Bytes of the longest row.
};

}  // namespace

void write_neo4j(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  Writer(view, options.evidence, out).write();
}

}  // namespace rxgraph::exporting
