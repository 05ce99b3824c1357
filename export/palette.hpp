#pragma once
/// Colours and layout of drawn graphs.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/shape.hpp"

namespace rxgraph::exporting {

/// A fill colour for each type that occurs, "#B8D8F0": light, so that black text is readable on all of them. Types of one
/// ontology keep their colours whatever part of the graph is drawn.
std::map<std::string, std::string> colours_of(const Ontology& ontology, const Shape& shape);

/// `text` on one line, of `longest` code points at most, the last of them "…" where it is cut.
std::string cut_label(std::string_view text, std::size_t longest);

/// Where a box of `width` is drawn: its middle, in points.
struct Place {
  double x = 0;
  double y = 0;
};

/// Places for boxes of `widths` so that none covers another and what is linked lies near: a force-directed layout, put
/// straight into rows. `edges` are pairs of indices. The same for equal input. Beyond 3,000 boxes, or 20,000 edges, rows
/// in the order given.
std::vector<Place> laid_out(const std::vector<double>& widths, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges);

}  // namespace rxgraph::exporting
