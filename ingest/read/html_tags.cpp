#include "ingest/read/html_tags.hpp"

#include <algorithm>
#include <cstring>

#include "base/hash.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t shortest_kept = 3, longest_kept = 1024;  ///< Bytes of a tag that is worth to be kept.

std::uint16_t span_of(std::string_view digits) noexcept {
  unsigned value = 0;
  if (digits.empty() || !is_digit(digits[0])) return 1;
  for (const char c : digits) {
    if (!is_digit(c) || value > 10000) break;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return static_cast<std::uint16_t>(std::clamp(value, 1u, 1000u));
}

/// True if each quote that opens a value is closed within: then the tag is what it is whatever follows it.
bool closes_its_quotes(std::string_view attributes) noexcept {
  for (std::size_t i = 1; i < attributes.size(); ++i) {
    const bool quote = attributes[i] == '"' || attributes[i] == '\'';
    if (!quote || (attributes[i - 1] != '=' && !is_blank(attributes[i - 1]))) continue;
    i = attributes.find(attributes[i], i + 1);
    if (i == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

void PageTags::read_attributes(PageTag& tag) {
  std::string_view rest = tag.attributes;
  std::string_view name;
  std::string_view value;
  while (next_attribute(rest, name, value)) {
    if (name.size() == 5 && equal_folded(name, "style")) {
      tag.change.add(styles_.look_up(value));
    } else if (name.size() == 5 && equal_folded(name, "align")) {
      tag.change.center(equal_folded(value, "center"));
    } else if (name.size() == 4 && equal_folded(name, "face")) {
      tag.change.show_symbols(names_symbols(value));
    } else if (name.size() == 4 && tag.element == Element::a && equal_folded(name, "href")) {
      tag.linked = true;
    } else if (name.size() == 6 && equal_folded(name, "hidden")) {
      tag.change.hidden = true;
    } else if (name.size() == 7 && equal_folded(name, "colspan")) {
      tag.column_span = span_of(trimmed(value));
    } else if (name.size() == 7 && equal_folded(name, "rowspan")) {
      tag.row_span = span_of(trimmed(value));
    }
  }
}

const PageTag& PageTags::at(std::string_view bytes, std::size_t at) {
  Entry* entry = nullptr;
  std::uint64_t key = 0;
  std::size_t size = 0;
  if (at + 1 < bytes.size() && (is_letter(bytes[at + 1]) || bytes[at + 1] == '/')) {
    const void* const end = std::memchr(bytes.data() + at, '>', std::min(bytes.size() - at, longest_kept));
    size = end == nullptr ? 0 : static_cast<std::size_t>(static_cast<const char*>(end) - bytes.data()) + 1 - at;
  }
  if (size >= shortest_kept) {
    key = hash64(bytes.substr(at, size)) | 1;
    entry = &entries_[key >> 54];
    if (entry->key == key) {
      const std::size_t name = at + (entry->tag.closing ? 2 : 1);
      entry->tag.name = bytes.substr(name, entry->tag.name.size());
      entry->tag.attributes = bytes.substr(name + entry->tag.name.size(), entry->tag.attributes.size());
      return entry->tag;
    }
  }
  other_ = PageTag{tag_at(bytes, at), {}, false, 1, 1};
  if (other_.element == Element::comment) return other_;
  if (!other_.closing) read_attributes(other_);
  if (entry == nullptr || !other_.ended || other_.size != size || !closes_its_quotes(other_.attributes)) return other_;
  *entry = {key, other_};
  return entry->tag;
}

}  // namespace rxgraph::ingest
