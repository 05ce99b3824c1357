#pragma once
/// Tables of a page: cells as they come, and what they turn out to be.

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/read/draft.hpp"

namespace rxgraph::ingest {

/// A cell as a page or a ruled text has it: a place in a grid, and the blocks of its text.
struct GridCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;  ///< Column of the grid, spacers counted.
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::uint32_t first_block = 0;
  std::uint32_t last_block = 0;  ///< One past the last; equal to `first_block` for an empty cell.
  bool header = false;           ///< <th>.
};

/// Decides what the cells of one table are, in reading order, and turns its blocks into cells of a data table, into
/// list items (a bullet and its text), or leaves them paragraphs. Cells without blocks may be left out.
/// The blocks of the table must be the last ones of `draft`.
void settle_table(Draft& draft, std::vector<GridCell> cells);

/// The logical columns of a grid: least positions such that no two cells of a row fall into one column.
/// `cells` are by row and then column. Returns the first grid column of each logical column but the first, in order.
std::vector<std::uint32_t> column_bounds(std::span<const GridCell> cells);

}  // namespace rxgraph::ingest
