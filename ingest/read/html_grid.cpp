#include "ingest/read/html_grid.hpp"

#include <algorithm>

namespace rxgraph::ingest {
namespace {

constexpr std::uint32_t most_columns = 4096;  ///< Spans beyond are not kept.

unsigned number_of(std::string_view digits, unsigned otherwise) noexcept {
  unsigned value = 0;
  if (digits.empty() || !is_digit(digits[0])) return otherwise;
  for (const char c : digits) {
    if (!is_digit(c) || value > 10000) break;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return std::clamp(value, 1u, 1000u);
}

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

void PageTables::open_cell(const Tag& tag) {
  if (open_.empty()) return;
  Open& table = open_.back();
  GridCell cell;
  cell.header = tag.element == Element::header_cell;
  std::string_view rest = tag.attributes;
  std::string_view name;
  std::string_view value;
  while (next_attribute(rest, name, value)) {
    if (name.size() != 7) continue;
    if (equal_folded(name, "colspan")) cell.column_span = number_of(trimmed(value), 1);
    if (equal_folded(name, "rowspan")) cell.row_span = number_of(trimmed(value), 1);
  }
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
