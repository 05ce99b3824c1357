#include "base/utf8.hpp"
#include "export/kgx.hpp"
#include "export/shape.hpp"
#include "export/table_rows.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

/// Appends `text` as KGX reads it back as one value: tabs and line ends become blanks, '|', which joins lists, becomes U+00A6; other
/// control characters and invalid bytes become U+FFFD.
void append_cell(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!point.valid || (point.code < 0x20 && point.code != '\t' && point.code != '\n' && point.code != '\r') || point.code == 0x7F) {
      append_utf8(out, 0xFFFD);
    } else if (point.code < 0x20) {
      out.push_back(' ');
    } else if (point.code == '|') {
      append_utf8(out, 0xA6);
    } else {
      out.append(text.data() + at, point.size);
    }
    at += point.size;
  }
}

/// The rows of a table, cell by cell.
class Rows : public TableRows {
 public:
  explicit Rows(std::ostream& out) : TableRows(out, '\t') {}

  void text(std::string_view text) { append_cell(begin_cell(), text); }

  /// The elements joined by '|', without empty ones.
  void list(std::span<const std::string> list) {
    std::string& out = begin_cell();
    bool first = true;
    for (const std::string& element : list) {
      if (element.empty()) continue;
      if (!first) out.push_back('|');
      first = false;
      append_cell(out, element);
    }
  }
};

/// Column names for `names` with `prefix` in front, no two alike.
std::map<std::string, std::string> column_names(const std::set<std::string>& names, std::string_view prefix) {
  std::map<std::string, std::string> columns;
  std::set<std::string> taken;
  for (const std::string& name : names) columns[name] = untaken(attribute_name(std::string(prefix) + name, ""), taken);
  return columns;
}

class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, OutputSet& out)
      : view_(view), choice_(choice), out_(out), filings_(view), terms_(view.ontology()), shape_(shape_of(view)) {}

  void write() {
    write_nodes();
    write_edges();
  }

 private:
  void write_nodes() {
    const std::set<std::string> registries = registries_of(shape_);
    Rows rows(out_.file("nodes.tsv"));
    for (const char* const name : {"id", "category", "name", "type", "synonym", "xref", "filings"}) rows.text(name);
    for (const auto& [registry, column] : column_names(registries, "id_")) rows.text(column);
    rows.end();
    view_.for_each_node([&](const graph::Node& node) {
      rows.text(kgx_curie(node.uid));
      rows.list(terms_.categories(node.type));
      rows.text(node.name);
      rows.text(kgx_curie(node.type));
      rows.list(node.aliases);
      rows.list(kgx_xrefs(node));
      rows.number(node.filings);
      for (const std::string& registry : registries) {
        rows.text(id_of(node, registry));
      }
      rows.end();
    });
    rows.flush();
  }

  void write_edges() {
    std::set<std::string> qualifiers;
    for (const auto& [relation, group] : shape_.relations) {
      for (const auto& [name, column] : group.qualifiers) qualifiers.insert(name);
    }
    Rows rows(out_.file("edges.tsv"));
    for (const char* const name : {"id", "subject", "predicate", "object", "original_predicate", "knowledge_level", "agent_type", "modality",
                                   "extraction_confidence_score", "derived", "rules", "passages"}) {
      rows.text(name);
    }
    for (const auto& [name, column] : column_names(qualifiers, "q_")) rows.text(column);
    if (choice_ != EvidenceChoice::none) {
      for (const char* const name : {"publications", "supporting_text", "filing", "accession", "form", "filed", "dated", "document", "section", "begin", "end"}) rows.text(name);
    }
    rows.end();
    view_.for_each_edge([&](const graph::Edge& edge) { write_edge(rows, edge, qualifiers); });
    rows.flush();
  }

  void write_edge(Rows& rows, const graph::Edge& edge, const std::set<std::string>& qualifiers) {
    rows.text(kgx_curie(edge.uid));
    rows.text(kgx_curie(edge.source));
    rows.text(terms_.predicate(edge));
    rows.text(kgx_curie(edge.target));
    rows.text(kgx_curie(edge.relation));
    rows.text(knowledge_level(edge));
    rows.text("text_mining_agent");
    rows.text(name_of(edge.modality));
    rows.number(edge.confidence);
    rows.text(edge.derived ? "true" : "false");
    rows.list(edge.rules);
    rows.number(edge.evidence.size());
    std::vector<std::string> texts;
    for (const std::string& name : qualifiers) {
      texts.clear();
      const auto given = edge.qualifiers.find(name);
      if (given != edge.qualifiers.end()) {
        for (const Value& value : given->second) append_plain(texts.emplace_back(), value);
      }
      rows.list(texts);
    }
    write_evidence(rows, edge.evidence);
    rows.end();
  }

  /// What the first passage says of itself, and the words of all that were chosen.
  void write_evidence(Rows& rows, std::span<const Evidence> passages) {
    if (choice_ == EvidenceChoice::none) return;
    const Evidence nothing;
    const Evidence& first = passages.empty() ? nothing : passages.front();
    const FilingFacts facts = filings_.of(first);
    const ByteRange bytes = hull(first);
    if (choice_ == EvidenceChoice::first && !passages.empty()) passages = passages.first(1);
    std::vector<std::string> texts;
    for (const Evidence& passage : passages) texts.push_back(passage.text);
    rows.list(kgx_publications(passages, filings_));
    rows.list(texts);
    for (const std::string* const text : {&first.filing, &facts.accession, &facts.form, &facts.filed, &facts.dated}) rows.text(*text);
    rows.number(first.document);
    rows.text(first.section);
    rows.number(bytes.begin);
    rows.number(bytes.end);
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  OutputSet& out_;
  FilingIndex filings_;
  BiolinkTerms terms_;
  Shape shape_;
};

}  // namespace

void write_kgx_tsv(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) { Writer(view, options.evidence, out).write(); }

}  // namespace rxgraph::exporting
