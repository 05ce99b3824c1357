#pragma once
/// Pages for a browser that stand by themselves. They hold no script and ask for nothing; their content policy forbids both, and all that comes from a
/// filing is escaped, so that a hostile filing is mere text.

#include <cstdint>
#include <string>
#include <string_view>

namespace rxgraph::ingest {

/// From the first byte of a page up to its rows. `title` is any text.
std::string page_head(std::string_view title);

/// From the last row to the end.
std::string_view page_foot() noexcept;

/// Appends `text` so that a browser shows it and nothing else, within an element or a quoted attribute. What is no UTF-8 is read as windows-1252; CR and
/// CRLF are LF; other controls are U+FFFD.
void append_escaped(std::string& out, std::string_view text);

/// The same as a string.
std::string escaped(std::string_view text);

/// What stands on the left of a row: bytes as filed, which keep their line ends, or words as read.
enum class LeftSide : std::uint8_t { filed, read };

/// Appends a row: `left` stands beside `right`. Both are markup.
void append_row(std::string& out, std::string_view left, std::string_view right, LeftSide side = LeftSide::filed);

}  // namespace rxgraph::ingest
