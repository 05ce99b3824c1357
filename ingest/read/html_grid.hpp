#pragma once
/// The tables of a page while it is read: which cell stands in which place of its grid.

#include <cstdint>
#include <utility>
#include <vector>

#include "ingest/read/draft.hpp"
#include "ingest/read/html_table.hpp"
#include "ingest/read/html_tags.hpp"

namespace rxgraph::ingest {

/// The open tables, one within the other. Rows and cells are those of the innermost; without a table they mean nothing.
class PageTables {
 public:
  /// `draft` takes the text and must outlive this.
  explicit PageTables(Draft& draft) : draft_(draft) {}

  void open();
  void open_row();
  void open_cell(const PageTag& tag);
  void close_cell();

  /// Ends the innermost table and settles what its cells are. A table that held another is mere layout.
  void close();

  void close_all();

 private:
  /// Rows that a cell of a row above takes in a column.
  struct Taken {
    std::uint32_t from = 0;
    std::uint32_t end = 0;
  };

  struct Open {
    std::vector<GridCell> cells;
    std::vector<Taken> taken;  ///< By column.
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool any_row = false;
    bool in_cell = false;
    bool holds_table = false;
  };

  static bool is_taken(const Open& table, std::uint32_t column);
  static void take(Open& table, const GridCell& cell);
  std::uint32_t block_count() const { return static_cast<std::uint32_t>(draft_.blocks.size()); }

  Draft& draft_;
  std::vector<Open> open_;
};

}  // namespace rxgraph::ingest
