#pragma once
/// Texts without HTML: those of the ASCII years, plain ones, Markdown.

#include <string_view>

#include "ingest/read/draft.hpp"

namespace rxgraph::ingest {

/// Reads wrapped or unwrapped lines: paragraphs are joined, page breaks and rulers left out, <TABLE>s cut into cells.
/// Markup of HTML that stands in it is left out.
Draft read_ascii(std::string_view body, std::uint64_t file, const ReadTo& read_to = {});

/// Reads Markdown: headings, emphasis, lists, pipe tables, escapes, links, page marks of converters ("{12}----").
Draft read_markdown(std::string_view body, std::uint64_t file);

/// Takes the next line from `text` at `at`, which moves behind its end (LF, CR or CRLF). The line has no line end.
std::string_view next_line(std::string_view text, std::size_t& at) noexcept;

/// True if a longer view of the text than a line may show a longer tag: its end, or that of a quote in it, is not in view.
bool may_be_longer(const Tag& tag) noexcept;

/// True for a line of nothing but marks of ruling: "-----", "=====", "_____".
bool is_ruler(std::string_view line) noexcept;

}  // namespace rxgraph::ingest
