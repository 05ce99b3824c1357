#pragma once
/// Tables drawn with blanks.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/read/draft.hpp"

namespace rxgraph::ingest {

/// A line of a drawn table.
struct TableLine {
  std::string_view text;  ///< Without blanks at its end; empty for an empty line.
  std::uint64_t file = 0;  ///< Of its first byte.
};

/// How a line is parted by blanks and leaders.
struct LineColumns {
  unsigned segments = 0;  ///< Runs of words parted by three blanks or more, or by a leader of dots.
  unsigned amounts = 0;   ///< Those but the first that have digits and no letters.
  std::size_t second = 0;  ///< Where the second one begins, counted from the start of the line.

  /// The line is drawn, whatever stands around it.
  bool drawn() const noexcept { return segments >= 3 || (segments == 2 && amounts > 0); }
};

/// True if `words`, a line without blanks at its ends, is nothing but tags, as "<S>   <C>".
bool only_tags(std::string_view words) noexcept;

/// Looks at one line, which has no blanks at its end.
LineColumns columns_of_line(std::string_view line);

/// Adds the table that `lines` draw to `draft`: words parted by two blanks or more are cells, lines that go on with the cells of the
/// line above are joined with it.
void add_drawn_table(Draft& draft, std::span<const TableLine> lines);

/// Adds `text`, which stands at `file`, with stray tags left out.
void put_untagged(Draft& draft, std::string_view text, std::uint64_t file);

}  // namespace rxgraph::ingest
