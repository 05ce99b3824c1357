#include "ingest/read/html_grid.hpp"

#include <algorithm>

namespace rxgraph::ingest {
namespace {

constexpr std::uint32_t most_columns = 4096;  ///< Spans beyond are not kept.

}  // namespace

void PageTables::open() {
  if (!open_.empty()) open_.back().holds_table = true;
  open_.emplace_back();
}

void PageTables::open_row() {
  if (open_.empty()) return;
  Open& table = open_.back();
  if (table.any_row) ++table.row;
  table.any_row = true;
  table.column = 0;
}

void PageTables::open_cell(const PageTag& tag) {
  if (open_.empty()) return;
  Open& table = open_.back();
  GridCell cell;
  cell.header = tag.element == Element::header_cell;
  cell.column_span = tag.column_span;
  cell.row_span = tag.row_span;
  while (is_taken(table, table.column)) ++table.column;
  cell.row = table.row;
  cell.column = table.column;
  table.column += cell.column_span;
  if (cell.row_span > 1) take(table, cell);
  draft_.end_block();
  cell.first_block = cell.last_block = block_count();
  table.cells.push_back(cell);
  table.in_cell = true;
}

bool PageTables::is_taken(const Open& table, std::uint32_t column) {
  return column < table.taken.size() && table.taken[column].from < table.row && table.row < table.taken[column].end;
}

void PageTables::take(Open& table, const GridCell& cell) {
  const std::uint32_t end = cell.column + cell.column_span;
  if (end > most_columns) return;
  if (table.taken.size() < end) table.taken.resize(end);
  for (std::uint32_t i = cell.column; i < end; ++i) table.taken[i] = {cell.row, cell.row + cell.row_span};
}

void PageTables::close_cell() {
  if (open_.empty() || !open_.back().in_cell) return;
  draft_.end_block();
  open_.back().in_cell = false;
  open_.back().cells.back().last_block = block_count();
}

void PageTables::close() {
  if (open_.empty()) return;
  close_cell();
  draft_.end_block();
  Open table = std::move(open_.back());
  open_.pop_back();
  if (!table.holds_table) settle_table(draft_, std::move(table.cells));
}

void PageTables::close_all() {
  while (!open_.empty()) close();
}

}  // namespace rxgraph::ingest
