#include "ingest/read/ascii_table.hpp"

#include <algorithm>

#include "ingest/read/ascii_line.hpp"
#include "ingest/read/html_table.hpp"
#include "ingest/read/plain.hpp"

namespace rxgraph::ingest {
namespace {

/// Words of a line, parted from the next by two blanks or more.
struct Segment {
  std::string_view text;
  std::uint64_t file = 0;
  std::uint32_t begin = 0;  ///< Column.
  std::uint32_t end = 0;
};

/// A line as segments.
struct Row {
  std::vector<Segment> segments;
  bool after_gap = false;  ///< An empty line or a ruler stands before it.
};

/// End of the run of equal bytes that begins at `at`.
std::size_t end_of_run(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at + 1;
  while (end < text.size() && text[end] == text[at]) ++end;
  return end;
}

/// So many equal marks in a line are a ruler or leader, no text.
constexpr std::size_t shortest_ruler(char mark) noexcept { return mark == '.' ? 4 : 5; }

/// The next "<", ruler or leader in `text` at or after `from`; its end if there is none.
std::size_t next_mark(std::string_view text, std::size_t from) noexcept {
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') return i;
    if ((c == '-' || c == '.' || c == '=' || c == '_') && i + 1 < text.size() && text[i + 1] == c) {
      const std::size_t end = end_of_run(text, i);
      if (end - i >= shortest_ruler(c)) return i;
      i = end - 1;
    }
  }
  return text.size();
}

bool is_leader(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || c == ' '; });
}

/// True if the words that stand before `at` end there: with two blanks, or a leader of dots.
bool ends_segment(std::string_view text, std::size_t at) noexcept {
  if (text[at] == '.') return end_of_run(text, at) - at >= shortest_ruler('.');
  return is_blank(text[at]) && (at + 1 == text.size() || is_blank(text[at + 1]) || text[at] == '\t');
}

std::vector<Segment> segments_of(const TableLine& line) {
  const std::string_view text = line.text;
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && is_blank(text[i])) ++i;
    if (i == text.size()) break;
    const std::size_t begin = i;
    while (i < text.size() && !ends_segment(text, i)) ++i;
    if (i == begin) i = end_of_run(text, i);
    const std::string_view words = text.substr(begin, i - begin);
    if (is_leader(words) || is_ruler(words)) continue;
    segments.push_back({words, line.file + begin, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)});
  }
  return segments;
}

std::vector<Row> rows_of(std::span<const TableLine> lines) {
  std::vector<Row> rows;
  bool gap = true;
  for (const TableLine& line : lines) {
    const std::string_view words = trimmed(line.text);
    if (words.empty() || is_ruler(words)) {
      gap = true;
      continue;
    }
    if (only_tags(words)) continue;
    Row row;
    row.segments = segments_of(line);
    row.after_gap = gap;
    if (row.segments.empty()) continue;
    gap = false;
    rows.push_back(std::move(row));
  }
  return rows;
}

bool holds_letters(std::string_view text) noexcept { return std::any_of(text.begin(), text.end(), is_letter); }

/// Works out which lines are one row and what is in which cell.
class DrawnTable {
 public:
  DrawnTable(Draft& draft, std::vector<Row> rows) : draft_(draft), rows_(std::move(rows)) {
    std::vector<GridCell> cells;
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      for (const Segment& segment : rows_[i].segments) cells.push_back({i, segment.begin, 1, segment.end - segment.begin, 0, 0, false});
    }
    bounds_ = column_bounds(cells);
  }

  void add() {
    for (std::size_t first = 0; first < rows_.size();) {
      std::size_t last = first + 1;
      while (last < rows_.size() && goes_on(first, last)) ++last;
      add_row(first, last);
      first = last;
    }
    settle_table(draft_, std::move(cells_));
  }

 private:
  std::size_t column_of(const Segment& segment) const {
    return static_cast<std::size_t>(std::upper_bound(bounds_.begin(), bounds_.end(), segment.begin) - bounds_.begin());
  }

  /// True if line `next` goes on with the row that begins with line `first`: one cell of words in a column that the row has, with no
  /// stub; or the values of a stub that was too long for its line.
  bool goes_on(std::size_t first, std::size_t next) const {
    const Row& row = rows_[next];
    if (row.after_gap) return false;
    const Row& above = rows_[next - 1];
    const Segment& start = row.segments.front();
    const bool only_stub_above = next == first + 1 && above.segments.size() == 1 && column_of(above.segments[0]) == 0;
    if (only_stub_above && row.segments.size() > 1 && column_of(start) == 0) {
      return start.begin > above.segments[0].begin && above.segments[0].text.back() != ':' && start.begin < above.segments[0].begin + 8;
    }
    if (row.segments.size() != 1 || column_of(start) == 0 || !holds_letters(start.text)) return false;
    const auto& head = rows_[first].segments;
    return head.size() > 1 && std::any_of(head.begin(), head.end(), [&](const Segment& each) { return column_of(each) == column_of(start) && holds_letters(each.text); });
  }

  /// The cells of the lines [first, last), each with its words of all lines.
  void add_row(std::size_t first, std::size_t last) {
    std::vector<bool> done(bounds_.size() + 1);
    for (std::size_t i = first; i < last; ++i) {
      for (const Segment& segment : rows_[i].segments) {
        const std::size_t column = column_of(segment);
        if (last - first > 1 && done[column]) continue;
        done[column] = true;
        add_cell(first, last, i, segment, column);
      }
    }
    ++row_;
  }

  void add_cell(std::size_t first, std::size_t last, std::size_t line, const Segment& segment, std::size_t column) {
    GridCell cell;
    cell.row = row_;
    cell.column = segment.begin;
    cell.column_span = segment.end - segment.begin;
    cell.first_block = static_cast<std::uint32_t>(draft_.blocks.size());
    put_untagged(draft_, segment.text, segment.file);
    if (last - first > 1) {
      for (std::size_t i = line + 1; i < last; ++i) {
        for (const Segment& more : rows_[i].segments) {
          if (column_of(more) != column) continue;
          draft_.split();
          draft_.put_gap(more.file);
          put_untagged(draft_, more.text, more.file);
        }
      }
    }
    draft_.end_block();
    draft_.split();
    cell.last_block = static_cast<std::uint32_t>(draft_.blocks.size());
    cells_.push_back(cell);
  }

  Draft& draft_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> bounds_;
  std::vector<GridCell> cells_;
  std::uint32_t row_ = 0;
};

}  // namespace

bool only_tags(std::string_view words) noexcept {
  while (!words.empty()) {
    if (words[0] != '<') return false;
    const Tag tag = tag_at(words, 0);
    if (tag.element == Element::none || !tag.ended) return false;
    words = trimmed(words.substr(tag.size));
  }
  return true;
}

LineColumns columns_of_line(std::string_view line) {
  LineColumns columns;
  line = trimmed(line);
  if (line.empty()) return columns;
  if (!look_at(line).gap) return {1, 0};
  for (std::size_t i = 0; i < line.size();) {
    while (i < line.size() && is_blank(line[i])) ++i;
    if (i == line.size()) break;
    bool digits = false;
    bool letters = false;
    const std::size_t begin = i;
    for (; i < line.size(); ++i) {
      if (line[i] == '.' && end_of_run(line, i) - i >= shortest_ruler('.')) break;
      if (is_blank(line[i]) && (line[i] == '\t' || (i + 2 < line.size() && is_blank(line[i + 1]) && is_blank(line[i + 2])))) break;
      digits = digits || is_digit(line[i]);
      letters = letters || is_letter(line[i]);
    }
    if (i > begin && (digits || letters)) {
      columns.amounts += columns.segments > 0 && digits && !letters;
      ++columns.segments;
    }
    while (i < line.size() && line[i] == '.') ++i;
  }
  return columns;
}

void add_drawn_table(Draft& draft, std::span<const TableLine> lines) {
  draft.end_block();
  draft.setting = {};
  std::vector<Row> rows = rows_of(lines);
  if (!rows.empty()) DrawnTable(draft, std::move(rows)).add();
}

void put_untagged(Draft& draft, std::string_view text, std::uint64_t file) {
  bool signs = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t sign = next_mark(text, i);
    draft.put_run(text.substr(i, sign - i), file + i, plain_face);
    if (sign == text.size()) break;
    if (text[sign] != '<') {
      i = end_of_run(text, sign);
      draft.put_blank(file + i - 1);
      continue;
    }
    signs = true;
    const Tag tag = tag_at(text, sign);
    if (tag.element == Element::none) {
      draft.put_run(text.substr(sign, 1), file + sign, plain_face);
      i = sign + 1;
    } else {
      i = sign + tag.size;
      if (!tag.ended) draft.split();
    }
  }
  if (signs && ends_in_tag(text)) draft.split();
}

}  // namespace rxgraph::ingest
