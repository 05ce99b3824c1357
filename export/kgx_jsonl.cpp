#include "base/record_json.hpp"
#include "export/json_members.hpp"
#include "export/kgx.hpp"
#include "export/property_json.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

/// `,"prefix_name":`
void append_key(std::string& out, std::string_view prefix, std::string_view name) {
  out.push_back(',');
  append_json_string(out, std::string(prefix) + std::string(name));
  out.push_back(':');
}

/// Appends `values` as one value, or as an array where there are several.
void append_values(std::string& out, const std::vector<Value>& values) {
  if (values.size() == 1) return append_json_value(out, values.front());
  char before = '[';
  for (const Value& value : values) {
    out.push_back(before);
    before = ',';
    append_json_value(out, value);
  }
  out.push_back(']');
}

class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, OutputSet& out)
      : view_(view), choice_(choice), out_(out), filings_(view), terms_(view.ontology()) {}

  void write() {
    Buffer nodes(out_.file("nodes.jsonl"));
    view_.for_each_node([&](const graph::Node& node) {
      append_node(nodes.text, node);
      nodes.drain();
    });
    nodes.flush();
    Buffer edges(out_.file("edges.jsonl"));
    view_.for_each_edge([&](const graph::Edge& edge) {
      append_edge(edges.text, edge);
      edges.drain();
    });
    edges.flush();
  }

 private:
  void append_node(std::string& out, const graph::Node& node) {
    append_all(out, "{\"id\":\"", kgx_curie(node.uid), "\"");
    append_texts_member(out, "category", terms_.categories(node.type));
    append_text_member(out, "name", node.name);
    append_all(out, ",\"type\":[\"", kgx_curie(node.type), "\"]");
    append_texts_member(out, "synonym", node.aliases);
    append_texts_member(out, "xref", kgx_xrefs(node));
    out += ",\"filings\":";
    append_number(out, node.filings);
    for (const auto& [registry, id] : node.ids) {
      append_key(out, "id_", registry);
      append_json_string(out, id);
    }
    out += "}\n";
  }

  void append_edge(std::string& out, const graph::Edge& edge) {
    append_all(out, "{\"id\":\"", kgx_curie(edge.uid), "\",\"subject\":\"", kgx_curie(edge.source), "\",\"predicate\":");
    append_json_string(out, terms_.predicate(edge));
    append_all(out, ",\"object\":\"", kgx_curie(edge.target), "\",\"original_predicate\":\"", kgx_curie(edge.relation), "\"");
    append_text_member(out, "knowledge_level", knowledge_level(edge));
    out += ",\"agent_type\":\"text_mining_agent\"";
    append_text_member(out, "modality", name_of(edge.modality));
    out += ",\"extraction_confidence_score\":";
    if (std::isfinite(edge.confidence)) {
      append_fraction(out, edge.confidence);
    } else {
      out += "null";
    }
    if (edge.derived) out += ",\"derived\":true";
    append_texts_member(out, "rules", edge.rules);
    for (const auto& [name, values] : edge.qualifiers) {
      if (values.empty()) continue;
      append_key(out, "q_", name);
      append_values(out, values);
    }
    append_evidence(out, edge.evidence);
    out += "}\n";
  }

  void append_evidence(std::string& out, std::span<const Evidence> passages) {
    out += ",\"passages\":";
    append_number(out, passages.size());
    if (choice_ == EvidenceChoice::none || passages.empty()) return;
    if (choice_ == EvidenceChoice::first) passages = passages.first(1);
    append_texts_member(out, "publications", kgx_publications(passages, filings_));
    std::vector<std::string> texts;
    for (const Evidence& passage : passages) {
      if (!passage.text.empty()) texts.push_back(passage.text);
    }
    append_texts_member(out, "supporting_text", texts);
    out += ",\"evidence\":";
    append_evidence_list_json(out, passages, filings_);
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  OutputSet& out_;
  FilingIndex filings_;
  BiolinkTerms terms_;
};

}  // namespace

void write_kgx_jsonl(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) { Writer(view, options.evidence, out).write(); }

}  // namespace rxgraph::exporting
