#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/utf8.hpp"
#include "export/append.hpp"
#include "export/graphml_dressing.hpp"
#include "export/palette.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::size_t longest_label = 40;  ///< Columns; the whole name is in the data.

double width_of(const std::string& label) { return 7.0 * static_cast<double>(std::min(display_width(label), 2 * longest_label)) + 24; }

/// What is drawn: a box a node.
struct Drawing {
  std::vector<double> widths;
  std::vector<Place> places;
  std::map<std::string, std::string> colours;
};

Drawing draw(const graph::GraphView& view) {
  Drawing drawing;
  std::unordered_map<std::string, std::uint32_t> numbers;
  view.for_each_node([&](const graph::Node& node) {
    numbers.emplace(node.uid, static_cast<std::uint32_t>(drawing.widths.size()));
    drawing.widths.push_back(width_of(cut_label(node.name, longest_label)));
  });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  view.for_each_edge([&](const graph::Edge& edge) {
    const std::pair ends(numbers.at(edge.source), numbers.at(edge.target));
    if (edges.empty() || edges.back() != ends) edges.push_back(ends);
  });
  drawing.places = laid_out(drawing.widths, edges);
  drawing.colours = colours_of(view.ontology(), shape_of(view));
  return drawing;
}

void append_node(std::string& out, const graph::Node& node, double width, const Place& place, const std::string& colour) {
  constexpr double height = 30;
  out += "<data key=\"d_nodegraphics\"><y:ShapeNode><y:Geometry height=\"30\" width=\"";
  append_number(out, width);
  out += "\" x=\"";
  append_number(out, std::round((place.x - width / 2) * 10) / 10);
  out += "\" y=\"";
  append_number(out, std::round((place.y - height / 2) * 10) / 10);
  append_all(out, "\"/><y:Fill color=\"", colour, "\" transparent=\"false\"/><y:BorderStyle color=\"#666666\" type=\"line\" width=\"1.0\"/><y:NodeLabel>");
  append_xml(out, cut_label(node.name, longest_label));
  out += "</y:NodeLabel><y:Shape type=\"roundrectangle\"/></y:ShapeNode></data>";
}

/// What is only planned or possible is dashed, what has ended dotted.
std::string_view line_of(Modality modality) {
  switch (modality) {
    case Modality::planned:
    case Modality::possible: return "dashed";
    case Modality::terminated: return "dotted";
    case Modality::asserted: break;
  }
  return "line";
}

void append_edge(std::string& out, const graph::Edge& edge) {
  append_all(out, "<data key=\"d_edgegraphics\"><y:PolyLineEdge><y:LineStyle color=\"#888888\" type=\"", line_of(edge.modality),
             "\" width=\"1.0\"/><y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel fontSize=\"9\">");
  append_xml(out, edge.relation);
  out += "</y:EdgeLabel></y:PolyLineEdge></data>";
}

}  // namespace

void write_graphml_yed(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  const Drawing drawing = draw(view);
  GraphmlDressing dressing;
  dressing.name_space = "xmlns:y=\"http://www.yworks.com/xml/graphml\"";
  dressing.keys = "<key id=\"d_nodegraphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n<key id=\"d_edgegraphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";
  dressing.node = [&drawing](std::string& to, const graph::Node& node, std::uint32_t number) {
    append_node(to, node, drawing.widths[number], drawing.places[number], drawing.colours.at(node.type));
  };
  dressing.edge = append_edge;
  write_dressed_graphml(view, options, out, dressing);
}

}  // namespace rxgraph::exporting
