#pragma once
/// Tables whose rows are the filer's own things: "Net sales by product", and below it a name and its figures. Internal to the matcher of tables.

#include <string_view>
#include <vector>

#include "ingest/facts/table_cells.hpp"
#include "ingest/facts/table_frames.hpp"
#include "ingest/facts/table_heads.hpp"

namespace rxgraph::ingest::facts {

/// Applies column frames whose subject is the filer. All arguments must outlive it.
class OwnRows {
 public:
  /// `speaker` is the filer; where it is `no_entity` there are no such rows.
  OwnRows(const DocumentText& document, TableCells& cells, const FilingMemory& memory, std::uint32_t speaker)
      : document_(document), cells_(cells), memory_(memory), speaker_(speaker) {}

  /// Adds to `found` what `frame`, which has one column, the first, says of each row of `table` that has a figure.
  void match(const Table& table, const ColumnFrame& frame, std::vector<RowCandidate>& found);

 private:
  bool says_of_rows(const Table& table, const ColumnFrame::Column& wanted);  ///< The words before the table, its heads or a first cell that names nothing say one of the phrases.
  void read_first_cells(const Table& table);                                 ///< The heads and the cells of the first column, once a table.
  bool has_figure(const Table& table, std::uint16_t row) const;              ///< A cell of the row behind the first is a figure.
  bool of_others(std::uint32_t block) const;                                 ///< "Acmol royalty revenues": what others sell.
  bool is_account(std::uint32_t block) const;  ///< "Loss on sale of investment in A": what several prepositions lead to is not the row's own thing.

  const DocumentText& document_;
  TableCells& cells_;
  const FilingMemory& memory_;
  std::uint32_t speaker_;
  std::vector<TableHead> first_cells_;
  const Table* first_cells_of_ = nullptr;  ///< The table that `first_cells_` is of.
};

}  // namespace rxgraph::ingest::facts
