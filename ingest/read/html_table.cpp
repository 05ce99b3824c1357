#include "ingest/read/html_table.hpp"

#include <algorithm>
#include <limits>

namespace rxgraph::ingest {
namespace {

constexpr std::size_t longest_cell = 1500;    ///< A longer text is no cell of a data table.
constexpr std::size_t longest_average = 500;  ///< Mean of the text of a data table's cells.

/// True for "$" and the like, which belong to the next cell.
bool opens_amount(std::string_view text) noexcept {
  return text == "$" || text == "(" || text == "$(" || text == "US$" || text == "\u20AC" || text == "\u00A3" || text == "\u00A5" || text == "C$" || text == "-$";
}

/// True for ")" and the like, which belong to the cell before.
bool closes_amount(std::string_view text) noexcept { return text == ")" || text == "%" || text == ")%" || text == "%)" || text == "pts"; }

/// True for the mark of a footnote in a cell of its own.
bool is_note_mark(std::string_view text) noexcept { return text.size() >= 3 && text.size() <= 4 && text.front() == '(' && text.back() == ')' && is_footnote_mark(text); }

/// True for what shows an amount: "1,234", "(5.6)", "$12", "45%", a dash. Years and words are none.
bool is_amount(std::string_view text) noexcept {
  bool digits = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) digits = true;
    if (is_letter(text[i])) return false;
  }
  if (!digits) return text == "-" || text == "--" || text == "\u2014" || text == "\u2013";
  const bool year = text.size() == 4 && (text.starts_with("19") || text.starts_with("20"));
  return !year;
}

/// True if a paragraph within a cell stands for itself, so that it is not joined with what follows.
bool is_whole(std::string_view text) noexcept {
  const char last = text.back();
  if (shows_signature(text)) return true;
  return last == '.' || last == ';' || last == '!' || last == '?' || item_mark(text, false) > 0;
}

/// Works on the blocks of one table, which are the last of the draft.
class TableSettler {
 public:
  TableSettler(Draft& draft, std::vector<GridCell>& cells) : draft_(draft), cells_(cells) {}

  void run() {
    drop_empty();
    if (cells_.empty()) return;
    first_ = cells_.front().first_block;
    merge_amount_signs();
    number_rows();
    if (is_list()) {
      make_list();
    } else if (is_data()) {
      make_data();
    } else {
      join_short_starts();
    }
  }

 private:
  std::string_view words(std::uint32_t block) const { return draft_.words(draft_.blocks[block]); }

  std::string_view cell_words(const GridCell& cell) const {
    const std::uint32_t begin = draft_.blocks[cell.first_block].block.text.begin;
    return std::string_view(draft_.text).substr(begin, draft_.blocks[cell.last_block - 1].block.text.end - begin);
  }

  void drop_empty() {
    std::erase_if(cells_, [](const GridCell& cell) { return cell.first_block >= cell.last_block; });
  }

  /// Joins "$" with the amount after it and ")" or "%" with the one before.
  void merge_amount_signs() {
    std::vector<GridCell> merged;
    merged.reserve(cells_.size());
    bool open = false;
    for (const GridCell& cell : cells_) {
      const std::string_view text = cell_words(cell);
      const bool same_row = !merged.empty() && merged.back().row == cell.row;
      const bool note = same_row && is_note_mark(text) && is_amount(cell_words(merged.back())) && cell.column <= merged.back().column + merged.back().column_span + 1;
      if (same_row && (open || note || closes_amount(text))) {
        GridCell& into = merged.back();
        into.column_span = cell.column + cell.column_span - into.column;
        into.last_block = cell.last_block;
      } else {
        merged.push_back(cell);
      }
      open = opens_amount(text);
    }
    cells_ = std::move(merged);
  }

  void number_rows() {
    std::uint32_t rows = 0;
    std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
    for (GridCell& cell : cells_) {
      if (cell.row != last) {
        last = cell.row;
        ++rows;
      }
      cell.row = rows - 1;
    }
    rows_ = rows;
    bounds_ = column_bounds(cells_);
  }

  /// True if every row begins with a bullet or an item's number and has one more cell.
  bool is_list() const {
    for (std::size_t i = 0; i < cells_.size();) {
      std::size_t end = i;
      while (end < cells_.size() && cells_[end].row == cells_[i].row) ++end;
      const std::string_view mark = cell_words(cells_[i]);
      if (end - i != 2 || mark.size() > 8 || item_mark(mark, true) != mark.size()) return false;
      i = end;
    }
    return true;
  }

  bool is_data() const {
    if (bounds_.empty() || rows_ < 2) return false;
    std::size_t total = 0;
    std::size_t rows_with_more = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const std::size_t size = cell_words(cells_[i]).size();
      if (size > longest_cell) return false;
      total += size;
      rows_with_more += i > 0 && cells_[i].row == cells_[i - 1].row && (i < 2 || cells_[i - 2].row != cells_[i].row);
    }
    return rows_with_more >= 2 && total / cells_.size() <= longest_average;
  }

  /// Blocks that become one.
  struct Group {
    std::uint32_t first, last;
    Block::Kind kind;
    std::uint8_t level;
    std::uint32_t cell;  ///< Index into `cells_`, for cells of a data table.
  };

  /// Each row is one list item: its mark, a blank, its text.
  void make_list() {
    std::vector<Group> groups;
    for (std::size_t i = 0; i + 1 < cells_.size(); i += 2) {
      groups.push_back({cells_[i].first_block, cells_[i + 1].first_block + 1, Block::Kind::list_item, 1, 0});
    }
    regroup(groups, [](Block&, const Group&) {});
  }

  /// In a layout table a short cell goes with the text to its right: "Item 8.01" | "Other Events".
  void join_short_starts() {
    std::vector<Group> groups;
    for (std::size_t i = 0; i + 1 < cells_.size(); ++i) {
      const GridCell& left = cells_[i];
      const GridCell& right = cells_[i + 1];
      const bool starts_row = i == 0 || cells_[i - 1].row != left.row;
      if (left.row != right.row || !starts_row || left.last_block - left.first_block != 1) continue;
      const std::string_view text = cell_words(left);
      if (text.size() > 16 || text.back() == ':') continue;
      const bool item = item_mark(text, true) == text.size();
      const auto level = static_cast<std::uint8_t>(item);
      groups.push_back({left.first_block, right.first_block + 1, item ? Block::Kind::list_item : Block::Kind::paragraph, level, 0});
    }
    regroup(groups, [](Block&, const Group&) {});
  }

  /// Replaces the blocks of each group by one, to which `place` gives its place; other blocks stay.
  template <typename Place>
  void regroup(const std::vector<Group>& groups, const Place& place) {
    std::vector<DraftBlock> blocks;
    blocks.reserve(draft_.blocks.size() - first_);
    std::uint32_t next = first_;
    for (const Group& group : groups) {
      for (; next < group.first; ++next) blocks.push_back(draft_.blocks[next]);
      DraftBlock block = draft_.blocks[group.first];
      for (next = group.first + 1; next < group.last; ++next) {
        const DraftBlock& more = draft_.blocks[next];
        draft_.text[more.block.text.begin - 1] = ' ';
        if (block.block.lead == 0 && (more.face & block.lead_face) != block.lead_face) block.block.lead = more.block.text.begin - block.block.text.begin;
        block.face &= more.face;
        block.block.text.end = more.block.text.end;
      }
      block.block.kind = group.kind;
      block.block.level = group.level;
      place(block.block, group);
      blocks.push_back(block);
    }
    for (; next < draft_.blocks.size(); ++next) blocks.push_back(draft_.blocks[next]);
    draft_.blocks.resize(first_);
    draft_.blocks.insert(draft_.blocks.end(), blocks.begin(), blocks.end());
  }

  std::uint32_t column_of(std::uint32_t grid) const {
    return static_cast<std::uint32_t>(std::upper_bound(bounds_.begin(), bounds_.end(), grid) - bounds_.begin());
  }

  /// Leading rows that name columns: <th>, bold throughout, or without a stub and without amounts.
  std::uint32_t count_header_rows() const {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < cells_.size();) {
      std::size_t end = i;
      bool ruled = true;
      bool set_off = true;
      bool amounts = false;
      bool tall = false;
      for (; end < cells_.size() && cells_[end].row == cells_[i].row; ++end) {
        const GridCell& cell = cells_[end];
        ruled = ruled && cell.header;
        for (std::uint32_t k = cell.first_block; k < cell.last_block; ++k) {
          set_off = set_off && (draft_.blocks[k].face & (bold_face | underlined_face));
        }
        amounts = amounts || is_amount(cell_words(cell));
        tall = tall || cell_words(cell).size() > 150;
      }
      const bool no_stub = column_of(cells_[i].column) > 0;
      const bool several = end - i > 1;
      if (!(ruled || (!amounts && !tall && (no_stub || (set_off && several))))) break;
      ++count;
      i = end;
    }
    if (count == rows_) return 0;
    return count == 0 && first_row_names_columns() ? 1 : count;
  }

  /// A full first row of short words above rows that hold amounts or long texts.
  bool first_row_names_columns() const {
    std::size_t first = 0;
    while (first < cells_.size() && cells_[first].row == 0) ++first;
    if (first != bounds_.size() + 1 || rows_ < 3 || first < 3) return false;
    for (std::size_t i = 0; i < first; ++i) {
      const std::string_view text = cell_words(cells_[i]);
      if (text.size() > 60 || is_amount(text) || text.back() == '.') return false;
    }
    return true;
  }

  void make_data() {
    const std::uint32_t headers = count_header_rows();
    Table table;
    table.rows = static_cast<std::uint16_t>(std::min<std::uint32_t>(rows_, 0xFFFF));
    table.columns = static_cast<std::uint16_t>(std::min<std::size_t>(bounds_.size() + 1, 0xFFFF));
    table.header_rows = static_cast<std::uint16_t>(headers);
    const auto index = static_cast<std::int32_t>(draft_.tables.size());
    std::vector<Group> groups;
    for (std::uint32_t i = 0; i < cells_.size(); ++i) {
      const GridCell& cell = cells_[i];
      for (std::uint32_t k = cell.first_block; k < cell.last_block;) {
        const bool amount_sign = opens_amount(words(k));
        std::uint32_t end = k + 1;
        while (end < cell.last_block && (amount_sign || closes_amount(words(end)) || !(is_whole(words(end - 1)) || item_mark(words(end), false) || begins_with_label(words(end))))) ++end;
        groups.push_back({k, end, Block::Kind::cell, 0, i});
        k = end;
      }
    }
    regroup(groups, [&](Block& block, const Group& group) {
      place(block, cells_[group.cell], headers);
      block.table = index;
    });
    gather(index);
    draft_.tables.push_back(table);
  }

  /// Puts what stood between the cells of a table, but in none, before it, so that the cells are consecutive.
  void gather(std::int32_t index) {
    std::stable_partition(draft_.blocks.begin() + first_, draft_.blocks.end(), [&](const DraftBlock& block) { return block.block.table != index; });
  }

  void place(Block& block, const GridCell& cell, std::uint32_t headers) const {
    block.row = static_cast<std::uint16_t>(std::min<std::uint32_t>(cell.row, 0xFFFE));  // so that it lies within 0xFFFF rows
    const std::uint32_t column = column_of(cell.column);
    const std::uint32_t last = column_of(cell.column + std::max<std::uint32_t>(cell.column_span, 1) - 1);
    block.column = static_cast<std::uint16_t>(std::min<std::uint32_t>(column, 0xFFFE));
    block.column_span = static_cast<std::uint16_t>(std::min<std::uint32_t>(last - column + 1, 0xFFFF));
    block.row_span = static_cast<std::uint16_t>(std::min<std::uint32_t>(cell.row_span, rows_ - cell.row));
    block.header = cell.header || cell.row < headers;
  }

  Draft& draft_;
  std::vector<GridCell>& cells_;
  std::uint32_t first_ = 0;
  std::uint32_t rows_ = 0;
  std::vector<std::uint32_t> bounds_;
};

}  // namespace

std::vector<std::uint32_t> column_bounds(std::span<const GridCell> cells) {
  struct Gap {
    std::uint32_t left, right;  ///< A bound must lie in (left, right].
  };
  std::vector<Gap> gaps;
  std::vector<std::uint32_t> starts;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    starts.push_back(cells[i].column);
    if (i > 0 && cells[i].row == cells[i - 1].row && cells[i].column > cells[i - 1].column) gaps.push_back({cells[i - 1].column, cells[i].column});
  }
  std::sort(starts.begin(), starts.end());
  std::sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.right != b.right ? a.right < b.right : a.left > b.left; });
  std::vector<std::uint32_t> bounds;
  std::vector<std::uint32_t> nearest;  ///< For each bound the greatest left end among the gaps that it parts.
  for (const Gap& gap : gaps) {
    if (!bounds.empty() && bounds.back() > gap.left) {
      nearest.back() = std::max(nearest.back(), gap.left);
    } else {
      bounds.push_back(gap.right);
      nearest.push_back(gap.left);
    }
  }
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    // The start behind the widest gap between starts: cells that are indented a little stay with those on their left.
    auto each = std::upper_bound(starts.begin(), starts.end(), nearest[i]);
    std::uint32_t widest = 0;
    for (std::uint32_t last = nearest[i], right = bounds[i]; each != starts.end() && *each <= right; last = *each++) {
      if (*each - last <= widest) continue;
      widest = *each - last;
      bounds[i] = *each;
    }
  }
  return bounds;
}

void settle_table(Draft& draft, std::vector<GridCell> cells) { TableSettler(draft, cells).run(); }

}  // namespace rxgraph::ingest
