#include "ingest/facts/table_heads.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace rxgraph::ingest::facts {

bool holds_phrase(std::string_view text, std::string_view phrase) {
  const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; };
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    const bool plural = end < text.size() && text[end] == 's' && (end + 1 == text.size() || !is_word(text[end + 1]));
    if ((at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]) || plural)) return true;
  }
  return false;
}

bool holds_any(const TableHead& head, const ColumnFrame::Column& wanted) {
  return std::any_of(wanted.headers.begin(), wanted.headers.end(), [&](const std::string& phrase) { return holds_phrase(head.words, phrase); });
}

std::vector<TableHead> heads_of(const DocumentText& document, const Table& table) {
  std::vector<TableHead> heads;
  for (std::uint32_t b = table.first_block; b < table.last_block && document.blocks[b].row < table.header_rows; ++b) {
    heads.push_back({&document.blocks[b], fold(document.words(document.blocks[b].text))});
  }
  return heads;
}

}  // namespace rxgraph::ingest::facts
