#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>

#include "export/append.hpp"
#include "export/escape.hpp"
#include "export/filings.hpp"
#include "export/neo4j_files.hpp"
#include "export/shape.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

constexpr PlainBytes plain_csv = plain_without("\"");

std::string header_type(const PropertyColumn& column) {
  std::string type;
  switch (column.kind) {
    case Column::Kind::text: type = "string"; break;
    case Column::Kind::whole: type = "long"; break;
    case Column::Kind::number: type = "double"; break;
    case Column::Kind::flag: type = "boolean"; break;
  }
  return column.many ? type + "[]" : type;
}

/// Of the ASCII separators, one that no element of a list holds; where all four occur, elements lose the last one.
char delimiter_for(const Shape& shape) {
  for (const char candidate : {'\x1F', '\x1E', '\x1D', '\x1C'}) {
    if (!shape.separators.contains(candidate)) return candidate;
  }
  return '\x1F';
}

/// Appends cells as the import reads them: every text quoted, nothing at all for what is not there.
class Cells {
 public:
  explicit Cells(char array_delimiter) { needs_.array_delimiter = array_delimiter; }

  const ImportNeeds& needs() const noexcept { return needs_; }

  void quoted(std::string& out, std::string_view text) {
    out.push_back('"');
    content(out, text, false);
    out.push_back('"');
  }

  /// Nothing, which leaves the property out, where `text` is empty.
  void text(std::string& out, std::string_view text) {
    out.push_back(',');
    if (!text.empty()) quoted(out, text);
  }

  /// The import wraps what is beyond a Java long without a word, so such a number is left out.
  static void whole(std::string& out, std::uint64_t number) {
    out.push_back(',');
    if (is_long(number)) append_number(out, number);
  }

  static void day(std::string& out, std::string_view text) {
    out.push_back(',');
    if (is_day(text)) out += text;
  }

  /// Empty elements are left out: the import has no form for a list of one empty text.
  void list(std::string& out, const std::vector<std::string>& list) {
    out.push_back(',');
    char before = '"';
    for (const std::string& element : list) {
      if (element.empty()) continue;
      out.push_back(before);
      before = needs_.array_delimiter;
      content(out, element, true);
    }
    if (before != '"') out.push_back('"');
  }

  /// Values that add no text (infinities) are passed over.
  void values(std::string& out, const std::vector<Value>& values, const PropertyColumn& column) {
    if (column.many) return list(out, list_texts(values));
    const Value& value = values.front();
    if (const auto* const given = std::get_if<std::string>(&value)) return text(out, *given);
    if (column.kind == Column::Kind::text) return list(out, list_texts({value}));
    out.push_back(',');
    append_plain(out, value);
  }

  /// Marks the end of a row that began at `begin`.
  void end_row(std::string& out, std::size_t begin) {
    needs_.longest_row = std::max<std::uint64_t>(needs_.longest_row, out.size() - begin);
    out.push_back('\n');
  }

 private:
  /// Appends `text` between quotes it has, quotes doubled.
  void content(std::string& out, std::string_view text, bool element) {
    append_escaped(out, text, plain_csv, [this, element](std::string& to, const CodePoint& point, std::size_t) -> std::size_t {
      if (!point.valid) {
        to += "\xEF\xBF\xBD";
      } else if (point.code == '"') {
        to += "\"\"";
      } else if (element && point.code == static_cast<unsigned char>(needs_.array_delimiter)) {
        to.push_back(' ');
      } else {
        needs_.line_ends |= point.code == '\r' || point.code == '\n';
        return 0;
      }
      return point.size;
    });
  }

  ImportNeeds needs_;
};

/// A data file and what its rows need.
struct NodeFile {
  std::unique_ptr<Buffer> buffer;
  const PropertyPlan::NodeKind* kind = nullptr;
};
struct EdgeFile {
  std::unique_ptr<Buffer> buffer;
  const PropertyPlan::EdgeKind* kind = nullptr;
};

constexpr std::size_t piece = std::size_t{1} << 16;

class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, OutputSet& out)
      : view_(view), choice_(choice), out_(out), filings_(view), shape_(shape_of(view, true)), properties_(plan_properties(view.ontology(), shape_)),
        plan_(plan_import(properties_)), cells_(delimiter_for(shape_)) {
    for (std::size_t i = 0; i < modalities_.size(); ++i) {
      cells_.text(modalities_[i], name_of(static_cast<Modality>(i)));
      modalities_[i].push_back(',');
    }
  }

  void write() {
    for (const auto& file : plan_.nodes) open_nodes(file);
    for (const auto& file : plan_.edges) open_edges(file);
    view_.for_each_node([this](const graph::Node& node) { write_node(node); });
    view_.for_each_edge([this](const graph::Edge& edge) { write_edge(edge); });
    for (auto& [type, file] : nodes_) file.buffer->flush();
    for (auto& [relation, file] : edges_) file.buffer->flush();
    out_.file("import.sh") << import_script(plan_, cells_.needs());
    out_.executable("import.sh");
    out_.file("constraints.cypher") << constraints_script(properties_);
    out_.file("constraints_enterprise.cypher") << enterprise_script(properties_, choice_);
    out_.file("README.txt") << import_readme(cells_.needs());
  }

 private:
  void open_nodes(const ImportPlan::File& file) {
    NodeFile opened;
    opened.kind = &properties_.nodes.at(file.key);
    std::string header = std::string("uid:ID(") + id_group + "),name:string,type:string,aliases:string[],filings:long";
    for (const PropertyColumn& column : opened.kind->ids) header += "," + column.attribute + ":string";
    out_.file(file.stem + "_header.csv") << header << '\n';
    opened.buffer = std::make_unique<Buffer>(out_.file(file.stem + ".csv"), piece);
    nodes_.emplace(file.key, std::move(opened));
  }

  void open_edges(const ImportPlan::File& file) {
    EdgeFile opened;
    opened.kind = &properties_.edges.at(file.key);
    std::string header = std::string(":START_ID(") + id_group + "),:END_ID(" + id_group +
                         "),uid:string,modality:string,confidence:double,derived:boolean,rules:string[]";
    for (const PropertyColumn& column : opened.kind->qualifiers) {
      header += "," + column.attribute + ":" + header_type(column);
      if (!column.first_day.empty()) header += "," + column.first_day + ":date," + column.last_day + ":date";
    }
    if (choice_ != EvidenceChoice::none) {
      header +=
          ",sentence:string,filing:string,accession:string,form:string,filed:date,dated:string,document:long,section:string,"
          "begin:long,end:long,passages:long";
    }
    if (choice_ == EvidenceChoice::all) header += ",further:string";
    out_.file(file.stem + "_header.csv") << header << '\n';
    opened.buffer = std::make_unique<Buffer>(out_.file(file.stem + ".csv"), piece);
    edges_.emplace(file.key, std::move(opened));
  }

  void write_node(const graph::Node& node) {
    NodeFile& file = nodes_.find(node.type)->second;
    std::string& out = file.buffer->text;
    const std::size_t begin = out.size();
    cells_.quoted(out, node.uid);
    cells_.text(out, node.name);
    cells_.text(out, node.type);
    cells_.list(out, node.aliases);
    Cells::whole(out, node.filings);
    for (const PropertyColumn& column : file.kind->ids) {
      cells_.text(out, id_of(node, column.name));
    }
    cells_.end_row(out, begin);
    file.buffer->drain();
  }

  void write_edge(const graph::Edge& edge) {
    if (file_ == nullptr || relation_ != edge.relation) {
      relation_ = edge.relation;
      file_ = &edges_.find(relation_)->second;
    }
    std::string& out = file_->buffer->text;
    const std::size_t begin = out.size();
    if (source_ != edge.source) {
      source_ = edge.source;
      source_cell_.clear();
      cells_.quoted(source_cell_, edge.source);
    }
    out += source_cell_;
    cells_.text(out, edge.target);
    cells_.text(out, edge.uid);
    out += modalities_[static_cast<std::size_t>(edge.modality)];
    if (std::isfinite(edge.confidence)) confidences_.append(out, edge.confidence);
    out.append(edge.derived ? std::string_view(",true") : std::string_view(",false"));
    cells_.list(out, edge.rules);
    write_qualifiers(out, edge.qualifiers);
    if (choice_ != EvidenceChoice::none) write_evidence(out, edge.evidence);
    cells_.end_row(out, begin);
    file_->buffer->drain();
  }

  void write_qualifiers(std::string& out, const Qualifiers& qualifiers) {
    auto given = qualifiers.begin();
    for (const PropertyColumn& column : file_->kind->qualifiers) {
      while (given != qualifiers.end() && given->first < column.name) ++given;
      const bool has = given != qualifiers.end() && given->first == column.name && !given->second.empty();
      if (!has) {
        out.append(column.first_day.empty() ? 1 : 3, ',');
        continue;
      }
      cells_.values(out, given->second, column);
      if (column.first_day.empty()) continue;
      Cells::day(out, day_of(given->second, false));
      Cells::day(out, day_of(given->second, true));
    }
  }

  void write_evidence(std::string& out, const std::vector<Evidence>& evidence) {
    if (evidence.empty()) {
      out.append(choice_ == EvidenceChoice::all ? 11 : 10, ',');
      return;
    }
    const Evidence& first = evidence.front();
    const FilingFacts& facts = filings_.of(first);
    const ByteRange bytes = hull(first);
    cells_.text(out, first.text);
    cells_.text(out, first.filing);
    cells_.text(out, facts.accession);
    cells_.text(out, facts.form);
    Cells::day(out, facts.filed);
    cells_.text(out, facts.dated);
    Cells::whole(out, first.document);
    cells_.text(out, first.section);
    Cells::whole(out, bytes.begin);
    Cells::whole(out, bytes.end);
    Cells::whole(out, evidence.size());
    if (choice_ != EvidenceChoice::all) return;
    further_.clear();
    if (evidence.size() > 1) append_evidence_list_json(further_, std::span(evidence).subspan(1), filings_);
    cells_.text(out, further_);
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  OutputSet& out_;
  FilingIndex filings_;
  Shape shape_;
  PropertyPlan properties_;
  ImportPlan plan_;
  Cells cells_;
  std::map<std::string, NodeFile> nodes_;
  std::map<std::string, EdgeFile> edges_;
  std::string relation_;       ///< Of `file_`.
  EdgeFile* file_ = nullptr;   ///< Edges of one relation often follow one another.
  std::optional<std::string> source_;  ///< Edges of one source follow one another.
  std::string source_cell_;
  std::array<std::string, 4> modalities_;  ///< The cell of each, with the comma after it.
  std::string further_;
  RepeatedNumbers confidences_;
};

}  // namespace

void write_neo4j(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  Writer(view, options.evidence, out).write();
}

}  // namespace rxgraph::exporting
