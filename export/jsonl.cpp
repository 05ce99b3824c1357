#include "base/record_json.hpp"
#include "export/append.hpp"
#include "export/filings.hpp"
#include "export/json_members.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

void append_node(std::string& out, const graph::Node& node) {
  out += "{\"node\":";
  append_json_string(out, node.uid);
  append_text_member(out, "type", node.type);
  append_text_member(out, "name", node.name);
  append_texts_member(out, "aliases", node.aliases);
  if (!node.ids.empty()) {
    out += ",\"ids\":";
    char before = '{';
    for (const auto& [registry, id] : node.ids) {
      out.push_back(before);
      before = ',';
      append_json_string(out, registry);
      out.push_back(':');
      append_json_string(out, id);
    }
    out.push_back('}');
  }
  out += ",\"filings\":";
  append_number(out, node.filings);
  out += "}\n";
}

void append_edge(std::string& out, const graph::Edge& edge, EvidenceChoice choice, const FilingIndex& filings) {
  out += "{\"edge\":";
  append_json_string(out, edge.uid);
  append_text_member(out, "source", edge.source);
  append_text_member(out, "source_type", edge.source_type);
  append_text_member(out, "relation", edge.relation);
  append_text_member(out, "target", edge.target);
  append_text_member(out, "target_type", edge.target_type);
  if (!edge.qualifiers.empty()) {
    out += ",\"qualifiers\":";
    append_json_qualifiers(out, edge.qualifiers);
  }
  append_text_member(out, "modality", name_of(edge.modality));
  out += ",\"confidence\":";
  append_json_value(out, edge.confidence);
  if (edge.derived) out += ",\"derived\":true";
  append_texts_member(out, "rules", edge.rules);
  out += ",\"passages\":";
  append_number(out, edge.evidence.size());
  if (choice != EvidenceChoice::none && !edge.evidence.empty()) {
    const std::span<const Evidence> passages(edge.evidence);
    out += ",\"evidence\":";
    append_evidence_list_json(out, choice == EvidenceChoice::first ? passages.first(1) : passages, filings);
  }
  out += "}\n";
}

}  // namespace

void write_jsonl(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  const FilingIndex filings(view);
  Buffer buffer(out.file());
  view.for_each_node([&](const graph::Node& node) {
    append_node(buffer.text, node);
    buffer.drain();
  });
  view.for_each_edge([&](const graph::Edge& edge) {
    append_edge(buffer.text, edge, options.evidence, filings);
    buffer.drain();
  });
  buffer.flush();
}

}  // namespace rxgraph::exporting
