#pragma once
/// What the heads of a table say. Internal to the matcher of tables.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/facts/frame_table.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest::facts {

/// A cell that says what a column or the rows are about, and its words folded.
struct TableHead {
  const Block* cell = nullptr;  ///< Of the document; null for words that stand before the table.
  std::string words;
};

/// True if `phrase` stands in `text` between word boundaries, in the singular or with an "s" behind it. Both are folded (`fold`).
bool holds_phrase(std::string_view text, std::string_view phrase);

/// True if the head holds one of the phrases by which `wanted` is known.
bool holds_any(const TableHead& head, const ColumnFrame::Column& wanted);

/// The cells of the rows of heads of `table`, row by row.
std::vector<TableHead> heads_of(const DocumentText& document, const Table& table);

}  // namespace rxgraph::ingest::facts
