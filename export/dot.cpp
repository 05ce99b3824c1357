#include <unordered_map>

#include "export/append.hpp"
#include "export/escape.hpp"
#include "export/palette.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::size_t longest_label = 60;
constexpr std::size_t longest_tooltip = 2000;  ///< Graphviz takes no more than 16,384 bytes in quotes.

constexpr PlainBytes plain_dot = plain_without("\"\\");

/// A quoted text of DOT; control characters, which renderers refuse, become U+FFFD.
void append_dot(std::string& out, std::string_view text) {
  out.push_back('"');
  append_escaped(out, text, plain_dot, [](std::string& to, const CodePoint& point, std::size_t) -> std::size_t {
    if (!point.valid || point.code == 0xFFFE || point.code == 0xFFFF) {
      to += "\xEF\xBF\xBD";
    } else if (point.code == '"' || point.code == '\\') {
      to.push_back('\\');
      to.push_back(static_cast<char>(point.code));
    } else if (point.code < 0x20 || point.code == 0x7F) {
      to += "\xEF\xBF\xBD";
    } else {
      return 0;
    }
    return point.size;
  });
  out.push_back('"');
}

std::string_view style_of(Modality modality) {
  switch (modality) {
    case Modality::planned:
    case Modality::possible: return "dashed";
    case Modality::terminated: return "dotted";
    case Modality::asserted: break;
  }
  return "solid";
}

}  // namespace

void write_dot(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  const auto colours = colours_of(view.ontology(), shape_of(view));
  Buffer buffer(out.file());
  buffer.text +=
      "digraph rxgraph {\n"
      "  graph [charset=\"UTF-8\", overlap=false, splines=true];\n"
      "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\"];\n"
      "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#888888\"];\n";
  std::unordered_map<std::string, std::uint32_t> numbers;
  view.for_each_node([&](const graph::Node& node) {
    buffer.text += "  n";
    append_number(buffer.text, numbers.emplace(node.uid, static_cast<std::uint32_t>(numbers.size())).first->second);
    buffer.text += " [label=";
    append_dot(buffer.text, cut_label(node.name, longest_label));
    append_all(buffer.text, ", fillcolor=\"", colours.at(node.type), "\", tooltip=");
    append_dot(buffer.text, cut_label(node.type + " " + node.uid, longest_tooltip));
    buffer.text += "];\n";
    buffer.drain();
  });
  view.for_each_edge([&](const graph::Edge& edge) {
    buffer.text += "  n";
    append_number(buffer.text, numbers.at(edge.source));
    buffer.text += " -> n";
    append_number(buffer.text, numbers.at(edge.target));
    buffer.text += " [label=";
    append_dot(buffer.text, cut_label(edge.relation, longest_label));
    append_all(buffer.text, ", style=", style_of(edge.modality));
    if (options.evidence != EvidenceChoice::none && !edge.evidence.empty()) {
      buffer.text += ", tooltip=";
      append_dot(buffer.text, cut_label(edge.evidence.front().text, longest_tooltip));
    }
    buffer.text += "];\n";
    buffer.drain();
  });
  buffer.text += "}\n";
  buffer.flush();
}

}  // namespace rxgraph::exporting
