#pragma once
/// What was read of a filing, for people and for programs.

#include <optional>
#include <string>
#include <string_view>

#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// Which layer of the reading is shown.
enum class TextView : std::uint8_t { documents, sections, blocks, tables, sentences };

/// The view of that name ("documents", "sections", "blocks", "tables", "sentences"), or nothing.
std::optional<TextView> text_view_named(std::string_view name) noexcept;

/// A document as lines for people. Byte ranges are those of the file, "begin-end" with `end` one past the last. Tables are drawn with
/// columns no wider than fits `width` columns of a terminal; longer cells are cut with an ellipsis.
std::string show_text(const DocumentText& document, TextView view, std::size_t width = 100);

/// The same as JSON Lines: one object a document, section, block, table or sentence, with the number of its document.
std::string show_text_json(const DocumentText& document, TextView view);

/// The same of all documents of a filing.
std::string show_text(const FilingText& text, TextView view, std::size_t width = 100);
std::string show_text_json(const FilingText& text, TextView view);

}  // namespace rxgraph::ingest
