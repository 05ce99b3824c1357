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

/// The end of `text` stands in brackets that it does not close; `open` is so for what stands before it.
bool leaves_open(std::string_view text, bool open) noexcept {
  const std::size_t last = text.find_last_of("()");
  return last == std::string_view::npos ? open : text[last] == '(';
}

/// True for a word in capitals that goes on with a phrase.
bool is_joint(std::string_view word) noexcept {
  for (const std::string_view joint : {"AND", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "TO", "WITH"}) {
    if (word == joint) return true;
  }
  return false;
}

/// Works out which lines are one row and what is in which cell. Time is linear in the segments, a logarithm apart.
class DrawnTable {
 public:
  DrawnTable(Draft& draft, std::vector<Row> rows) : draft_(draft), rows_(std::move(rows)) {
    std::vector<GridCell> cells;
    for (std::uint32_t i = 0; i < rows_.size(); ++i) {
      for (const Segment& segment : rows_[i].segments) cells.push_back({i, segment.begin, 1, segment.end - segment.begin, 0, 0, false});
    }
    bounds_ = column_bounds(cells);
    columns_.resize(bounds_.size() + 1);
    for (const Row& row : rows_) {
      widest_line_ = std::max(widest_line_, row.segments.back().end);
      if (row.segments.size() > 1 && column_of(row.segments[0]) == 0) widest_stub_ = std::max(widest_stub_, row.segments[0].end);
    }
  }

  void add() {
    for (std::size_t first = 0; first < rows_.size();) {
      first_ = first;
      only_stub_ = true;
      take_line(first);
      std::size_t last = first + 1;
      while (last < rows_.size() && goes_on(last)) take_line(last++);
      add_row(first, last);
      first = last;
    }
    settle_table(draft_, std::move(cells_));
  }

 private:
  static constexpr std::size_t no_row = static_cast<std::size_t>(-1);

  /// What the row at hand has in a column.
  struct InColumn {
    std::size_t row = no_row;  ///< First line of the row that this is told of.
    bool letters = false;      ///< Its first line has letters there.
    bool open = false;         ///< Its words so far end within brackets.
    std::size_t gathered = no_row;  ///< First line of the row whose cell this is,
    std::size_t cell = 0;           ///< and which of them.
  };

  std::size_t column_of(const Segment& segment) const {
    return static_cast<std::size_t>(std::upper_bound(bounds_.begin(), bounds_.end(), segment.begin) - bounds_.begin());
  }

  /// Notes what a line adds to the row at hand.
  void take_line(std::size_t line) {
    for (const Segment& segment : rows_[line].segments) {
      const std::size_t column = column_of(segment);
      InColumn& in = columns_[column];
      if (line == first_) {
        const bool letters = holds_letters(segment.text);
        in.letters = in.row == first_ ? in.letters || letters : letters;
      } else if (in.row != first_) {
        in.letters = false;
      }
      in.open = leaves_open(segment.text, in.row == first_ && in.open);
      in.row = first_;
      only_stub_ = only_stub_ && column == 0;
    }
  }

  /// True if line `next` goes on with the row at hand.
  bool goes_on(std::size_t next) const {
    const Row& row = rows_[next];
    if (row.after_gap) return false;
    const Segment& start = row.segments.front();
    const std::size_t column = column_of(start);
    if (only_stub_ && column == 0) return goes_on_with_stub(next);
    if (closes_brackets(row)) return true;
    if (row.segments.size() != 1 || column == 0 || !holds_letters(start.text)) return false;
    return rows_[first_].segments.size() > 1 && columns_[column].row == first_ && columns_[column].letters;  // one cell of words, without a stub
  }

  /// True if line `next` goes on with a stub that was too long for its line, or with a paragraph across the columns.
  bool goes_on_with_stub(std::size_t next) const {
    const Row& row = rows_[next];
    const Segment& start = row.segments.front();
    const Segment& above = rows_[next - 1].segments.back();
    const auto word = static_cast<std::uint32_t>(std::min(start.text.find(' '), start.text.size()));
    const bool wide = !bounds_.empty() && above.end > bounds_[0];
    if (wide && row.segments.size() == 1) return above.end + 1 + word > widest_line_ && item_mark(start.text, true) == 0;
    const std::uint32_t indent = next == first_ + 1 ? above.begin + 1 : above.begin;
    if (above.text.back() == ':' || start.begin < indent || start.begin >= above.begin + 8) return false;
    return is_lower(start.text[0]) || is_joint(start.text.substr(0, word)) || above.end + 1 + word > widest_stub_;
  }

  /// True if a cell of the row at hand ends within brackets and goes on in `row`, all of whose cells stand below others.
  bool closes_brackets(const Row& row) const {
    bool open = false;
    for (const Segment& segment : row.segments) {
      const InColumn& in = columns_[column_of(segment)];
      if (in.row != first_ || !holds_letters(segment.text)) return false;
      open = open || in.open;
    }
    return open;
  }

  /// The cells of the lines [first, last): each segment of a single line; else what stands in a column, line by line.
  void add_row(std::size_t first, std::size_t last) {
    if (last - first == 1) {
      for (const Segment& segment : rows_[first].segments) add_cell({&segment, 1});
    } else {
      std::vector<std::vector<Segment>> cells;
      for (std::size_t i = first; i < last; ++i) {
        for (const Segment& segment : rows_[i].segments) {
          InColumn& in = columns_[column_of(segment)];
          if (in.gathered != first) {
            in.gathered = first;
            in.cell = cells.size();
            cells.emplace_back();
          }
          cells[in.cell].push_back(segment);
        }
      }
      for (const std::vector<Segment>& cell : cells) add_cell(cell);
    }
    ++row_;
  }

  void add_cell(std::span<const Segment> segments) {
    GridCell cell;
    cell.row = row_;
    cell.column = segments[0].begin;
    cell.column_span = segments[0].end - segments[0].begin;
    cell.first_block = static_cast<std::uint32_t>(draft_.blocks.size());
    for (const Segment& segment : segments) {
      if (&segment != segments.data()) {
        draft_.split();
        draft_.put_gap(segment.file);
      }
      put_untagged(draft_, segment.text, segment.file);
    }
    draft_.end_block();
    draft_.split();
    cell.last_block = static_cast<std::uint32_t>(draft_.blocks.size());
    cells_.push_back(cell);
  }

  Draft& draft_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> bounds_;
  std::vector<InColumn> columns_;
  std::uint32_t widest_line_ = 0;
  std::uint32_t widest_stub_ = 0;  ///< Of the lines that have more than a stub.
  std::size_t first_ = 0;          ///< First line of the row at hand,
  bool only_stub_ = true;          ///< which has nothing outside of the first column.
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
  const std::size_t indent = std::min(line.size(), line.find_first_not_of(" \t"));
  if (indent == line.size()) return columns;
  if (!look_at(line.substr(indent)).gap) return {1, 0, 0};
  for (std::size_t i = indent; i < line.size();) {
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
      if (++columns.segments == 2) columns.second = begin;
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
      if (may_be_longer(tag)) draft.split();
    }
  }
  if (signs && ends_in_tag(text)) draft.split();
}

}  // namespace rxgraph::ingest
