#include "export/palette.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/fruchterman_reingold.hpp>
#include <boost/graph/topology.hpp>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>

#include "base/utf8.hpp"

namespace rxgraph::exporting {
namespace {

constexpr double row_height = 90;
constexpr double gap = 40;

/// Indices in the order of their places: by row, and from left to right within it.
using Order = std::vector<std::uint32_t>;

using Topology = boost::rectangle_topology<std::minstd_rand>;
using Point = Topology::point_type;
using Drawn = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// Positions by forces, from a start on a spiral.
std::vector<Place> by_forces(std::size_t count, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  const Drawn graph(edges.begin(), edges.end(), count);
  const double side = 100 * std::sqrt(static_cast<double>(count) + 1);
  std::minstd_rand random(1);
  const Topology topology(random, -side / 2, -side / 2, side / 2, side / 2);
  std::vector<Point> points(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double part = std::sqrt((static_cast<double>(i) + 0.5) / static_cast<double>(count)) * side / 2;
    const double angle = static_cast<double>(i) * std::numbers::pi * (3 - std::sqrt(5.0));
    points[i][0] = part * std::cos(angle);
    points[i][1] = part * std::sin(angle);
  }
  const auto position = boost::make_iterator_property_map(points.begin(), boost::get(boost::vertex_index, graph));
  boost::fruchterman_reingold_force_directed_layout(graph, position, topology, boost::cooling(boost::linear_cooling<double>(150)));
  std::vector<Place> places(count);
  for (std::size_t i = 0; i < count; ++i) places[i] = {points[i][0], points[i][1]};
  return places;
}

/// Boxes of `order` in rows about twice as wide as all rows are high, each row in order of `wish`, around the middle.
std::vector<Place> in_rows(Order order, const std::vector<double>& widths, const std::vector<Place>& wish) {
  double total = 0;
  for (const double width : widths) total += width + gap;
  const double row_width = std::max(std::sqrt(total * row_height * 2), 200.0);
  std::vector<Place> places(widths.size());
  double y = 0;
  for (std::size_t begin = 0; begin < order.size(); y += row_height) {
    std::size_t end = begin;
    double width = 0;
    while (end < order.size() && (end == begin || width < row_width)) width += widths[order[end++]] + gap;
    const auto first = order.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = order.begin() + static_cast<std::ptrdiff_t>(end);
    std::stable_sort(first, last, [&](std::uint32_t a, std::uint32_t b) { return wish[a].x < wish[b].x; });
    double x = -width / 2;
    for (auto at = first; at != last; ++at) {
      places[*at] = {x + widths[*at] / 2, y};
      x += widths[*at] + gap;
    }
    begin = end;
  }
  return places;
}

}  // namespace

std::map<std::string, std::string> colours_of(const Ontology& ontology, const Shape& shape) {
  static constexpr std::array<const char*, 16> colours = {"#B8D8F0", "#F7C6C5", "#C9E7C1", "#FBE3A4", "#D9CCEC", "#F9D0A9", "#BFE6E2", "#F2C4DF",
                                                          "#DDE3A8", "#C8CFE8", "#E7D3BE", "#CDEBD8", "#F4D9E6", "#D5DDE1", "#F0EBC0", "#C4DCC8"};
  std::map<std::string, std::string> chosen;
  std::size_t next = 0;
  for (const EntityType& type : ontology.types) chosen[type.name] = colours[next++ % colours.size()];
  for (const auto& [type, group] : shape.types) {
    if (!chosen.contains(type)) chosen[type] = colours[next++ % colours.size()];
  }
  return chosen;
}

std::string cut_label(std::string_view text, std::size_t longest) {
  std::string label;
  std::size_t kept = 0;  // bytes before the last code point that has room beside "…"
  std::size_t points = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (++points == longest) kept = label.size();
    if (points > longest) return label.substr(0, kept) + "\xE2\x80\xA6";
    if (point.code == '\n' || point.code == '\r' || point.code == '\t') {
      label.push_back(' ');
    } else {
      label.append(text.substr(at, point.size));
    }
    at += point.size;
  }
  return label;
}

std::vector<Place> laid_out(const std::vector<double>& widths, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  Order order(widths.size());
  std::iota(order.begin(), order.end(), 0U);
  const bool small = widths.size() <= 3000 && edges.size() <= 20000 && widths.size() > 1;
  std::vector<Place> wish(widths.size());
  for (std::size_t i = 0; i < wish.size(); ++i) wish[i].x = static_cast<double>(i);
  if (small) {
    wish = by_forces(widths.size(), edges);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return wish[a].y < wish[b].y; });
  }
  return in_rows(std::move(order), widths, wish);
}

}  // namespace rxgraph::exporting
