#include "ingest/read/lexis.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.hpp"

namespace rxgraph::ingest {
namespace {

struct NamedElement {
  std::string_view name;
  Element element;
};

/// Elements of HTML and of EDGAR's own SGML.
constexpr NamedElement named_elements[] = {
    {"a", Element::a},           {"abbr", Element::other},      {"acronym", Element::other},
    {"address", Element::block}, {"area", Element::void_element}, {"article", Element::block},
    {"aside", Element::block},   {"b", Element::b},             {"base", Element::void_element},
    {"basefont", Element::void_element}, {"bdo", Element::other}, {"big", Element::other},
    {"blink", Element::other},   {"blockquote", Element::block}, {"body", Element::block},
    {"br", Element::br},         {"button", Element::other},    {"c", Element::value_column},
    {"caption", Element::caption}, {"center", Element::center}, {"cite", Element::other},
    {"code", Element::other},    {"col", Element::void_element}, {"colgroup", Element::void_element},
    {"dd", Element::block},      {"del", Element::other},       {"dfn", Element::other},
    {"dir", Element::list},      {"div", Element::div},         {"dl", Element::block},
    {"dt", Element::block},      {"em", Element::i},            {"f1", Element::footnote},
    {"f2", Element::footnote},   {"f3", Element::footnote},     {"f4", Element::footnote},
    {"f5", Element::footnote},   {"f6", Element::footnote},     {"f7", Element::footnote},
    {"f8", Element::footnote},   {"f9", Element::footnote},     {"f10", Element::footnote},
    {"field", Element::other},   {"fieldset", Element::block},  {"fn", Element::footnote},
    {"font", Element::font},     {"footer", Element::block},    {"form", Element::block},
    {"h1", Element::heading},    {"h2", Element::heading},      {"h3", Element::heading},
    {"h4", Element::heading},    {"h5", Element::heading},      {"h6", Element::heading},
    {"head", Element::block},    {"header", Element::block},    {"hr", Element::hr},
    {"html", Element::block},    {"i", Element::i},             {"iframe", Element::other},
    {"img", Element::img},       {"input", Element::void_element}, {"ins", Element::other},
    {"kbd", Element::other},     {"label", Element::other},     {"legend", Element::block},
    {"li", Element::li},         {"link", Element::void_element}, {"listing", Element::pre},
    {"main", Element::block},    {"map", Element::other},       {"mark", Element::other},
    {"menu", Element::list},     {"meta", Element::void_element}, {"nav", Element::block},
    {"nobr", Element::other},    {"noframes", Element::block},  {"noscript", Element::block},
    {"object", Element::other},  {"ol", Element::list},         {"option", Element::other},
    {"p", Element::p},           {"page", Element::page},       {"pdf", Element::block},
    {"pre", Element::pre},       {"q", Element::other},         {"r", Element::other},
    {"s", Element::stub},        {"samp", Element::other},      {"script", Element::skipped},
    {"section", Element::block}, {"select", Element::other},    {"small", Element::other},
    {"span", Element::span},     {"strike", Element::other},    {"strong", Element::b},
    {"style", Element::skipped}, {"sub", Element::other},       {"sup", Element::sup},
    {"svg", Element::skipped},   {"table", Element::table},     {"tbody", Element::other},
    {"td", Element::cell},       {"textarea", Element::other},  {"text", Element::block},
    {"tfoot", Element::other},   {"th", Element::header_cell},  {"thead", Element::other},
    {"title", Element::skipped}, {"tr", Element::row},          {"tt", Element::other},
    {"u", Element::u},           {"ul", Element::list},         {"var", Element::other},
    {"wbr", Element::void_element}, {"xbrl", Element::block},   {"xml", Element::block},
};

constexpr std::size_t slots = 512;
constexpr std::size_t longest_name = 10;

constexpr std::size_t packed_letters = 7;

/// Key of a name: its first seven letters in lower case, and its length.
std::uint64_t packed(std::string_view name) noexcept {
  std::uint64_t key = name.size();
  for (std::size_t i = 0; i < name.size() && i < packed_letters; ++i) {
    key = key << 8 | static_cast<unsigned char>(lower(name[i]));
  }
  return key;
}

std::size_t slot_of(std::uint64_t key) noexcept { return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ull >> 55); }

/// Open addressing over the element names.
class ElementTable {
 public:
  ElementTable() {
    for (const NamedElement& entry : named_elements) {
      const std::uint64_t key = packed(entry.name);
      std::size_t slot = slot_of(key);
      while (entries_[slot].entry) slot = (slot + 1) % slots;
      entries_[slot] = {key, &entry};
    }
  }

  Element find(std::string_view name) const noexcept {
    if (name.empty() || name.size() > longest_name) return Element::none;
    const std::uint64_t key = packed(name);
    for (std::size_t slot = slot_of(key); entries_[slot].entry; slot = (slot + 1) % slots) {
      if (entries_[slot].key == key && (name.size() <= packed_letters || equal_folded(entries_[slot].entry->name, name))) return entries_[slot].entry->element;
    }
    return Element::none;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    const NamedElement* entry = nullptr;
  };
  std::array<Slot, slots> entries_{};
};

Element element_named(std::string_view name) noexcept {
  static const ElementTable table;
  return table.find(name);
}

/// For each byte, true where it may stand in a name.
constexpr auto name_bytes = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < 128; ++byte) {
    const auto c = static_cast<char>(byte);
    table[byte] = is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  }
  return table;
}();

bool is_name_char(char c) noexcept { return name_bytes[static_cast<unsigned char>(c)]; }

/// Attributes that stand without a value.
bool is_bare_attribute(std::string_view name) noexcept {
  for (const std::string_view bare : {"nowrap", "noshade", "compact", "checked", "selected", "disabled", "hidden"}) {
    if (equal_folded(name, bare)) return true;
  }
  return false;
}

/// True if what stands at `at`, after a name and white space, looks like the inside of a tag.
bool looks_like_attributes(std::string_view bytes, std::size_t at) noexcept {
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  if (at == bytes.size()) return false;
  const char c = bytes[at];
  if (c == '>' || c == '/') return true;
  if (c == '"') return true;
  if (!is_letter(c)) return false;
  const std::size_t begin = at;
  while (at < bytes.size() && (is_name_char(bytes[at]) || bytes[at] == ':')) ++at;
  const std::string_view name = bytes.substr(begin, at - begin);
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  if (at == bytes.size()) return false;
  return bytes[at] == '=' || bytes[at] == '>' || bytes[at] == '/' || is_bare_attribute(name);
}

/// End of the quoted value that opens at `at`; `at` itself where the quote is never closed, which shows by a whole tag within.
std::size_t quoted_end(std::string_view bytes, std::size_t at) noexcept {
  const void* const found = std::memchr(bytes.data() + at + 1, bytes[at], bytes.size() - at - 1);
  if (!found) return at;
  const auto end = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
  const std::string_view value = bytes.substr(at + 1, end - at - 1);
  const std::size_t open = value.find('<');
  if (open != std::string_view::npos && value.find('>') < open) return at;
  return end;
}

/// Where the inside of a tag ends that continues at `at`: at its ">", at the next "<" outside of quotes, or at the end.
std::size_t inside_end(std::string_view bytes, std::size_t at) noexcept {
  for (; at < bytes.size(); ++at) {
    switch (bytes[at]) {
      case '>':
      case '<': return at;
      case '"':
      case '\'':
        if (bytes[at - 1] == '=' || is_blank(bytes[at - 1])) at = quoted_end(bytes, at);
        break;
      default: break;
    }
  }
  return at;
}

std::uint32_t up_to(std::string_view bytes, std::size_t at, std::size_t end) noexcept {
  return static_cast<std::uint32_t>(std::min(end, bytes.size()) - at);
}

/// A comment, declaration or processing instruction, or none.
Tag declaration_at(std::string_view bytes, std::size_t at) noexcept {
  Tag tag;
  const char next = at + 2 < bytes.size() ? bytes[at + 2] : '\0';
  if (bytes[at + 1] == '!' && bytes.substr(at + 2, 2) == "--") {
    tag.element = Element::comment;
    const std::size_t end = bytes.find("-->", at + 4);
    tag.ended = end != std::string_view::npos;
    tag.size = up_to(bytes, at, tag.ended ? end + 3 : end);
    tag.attributes = bytes.substr(at, tag.size);
  } else if (is_letter(next) || next == '[') {
    tag.element = Element::comment;
    const std::size_t end = bytes.find('>', at);
    tag.ended = end != std::string_view::npos;
    tag.size = up_to(bytes, at, tag.ended ? end + 1 : end);
  }
  return tag;
}

Element element_with_namespace(std::string_view name) noexcept {
  if (equal_folded(name, "ix:header")) return Element::ix_header;
  if (equal_folded(name, "ix:nonnumeric")) return Element::ix_fact;
  return Element::other;
}

}  // namespace

Tag tag_at(std::string_view bytes, std::size_t at) {
  if (at + 1 >= bytes.size()) return {};
  const char first = bytes[at + 1];
  if (first == '!' || first == '?') return declaration_at(bytes, at);
  const bool closing = first == '/';
  std::size_t i = at + 1 + closing;
  if (i >= bytes.size() || !is_letter(bytes[i])) return {};
  const std::size_t begin = i;
  const std::size_t limit = std::min(bytes.size(), begin + 64);
  while (i < limit && is_name_char(bytes[i])) ++i;
  Tag tag;
  if (i + 1 < limit && bytes[i] == ':' && is_letter(bytes[i + 1])) {
    ++i;
    while (i < limit && is_name_char(bytes[i])) ++i;
    tag.element = element_with_namespace(bytes.substr(begin, i - begin));
  } else {
    tag.element = element_named(bytes.substr(begin, i - begin));
  }
  tag.name = bytes.substr(begin, i - begin);
  if (tag.element == Element::none) return {};
  if (i == bytes.size()) return {};
  if (bytes[i] != '>' && bytes[i] != '/' && !(is_blank(bytes[i]) && (closing || looks_like_attributes(bytes, i)))) return {};
  const std::size_t end = inside_end(bytes, i);
  tag.ended = end < bytes.size() && bytes[end] == '>';
  tag.closing = closing;
  tag.attributes = bytes.substr(i, end - i);
  tag.empty = !tag.attributes.empty() && tag.attributes.back() == '/';
  tag.size = static_cast<std::uint32_t>(end - at + tag.ended);
  if (tag.element == Element::heading) tag.level = static_cast<std::uint8_t>(tag.name[1] - '0');
  return tag;
}

bool ends_in_tag(std::string_view line) noexcept {
  if (line.empty()) return false;
  const void* const found = ::memrchr(line.data(), '<', line.size());
  if (found == nullptr) return false;
  const auto sign = static_cast<std::size_t>(static_cast<const char*>(found) - line.data());
  if (sign + 1 == line.size() || line.find('>', sign) != std::string_view::npos) return false;
  const char next = line[sign + 1];
  return is_letter(next) || next == '/' || next == '!' || next == '?';
}

bool next_attribute(std::string_view& attributes, std::string_view& name, std::string_view& value) {
  std::size_t i = 0;
  while (i < attributes.size() && !is_letter(attributes[i])) ++i;
  if (i == attributes.size()) return false;
  const std::size_t begin = i;
  while (i < attributes.size() && (is_name_char(attributes[i]) || attributes[i] == ':')) ++i;
  name = attributes.substr(begin, i - begin);
  value = {};
  while (i < attributes.size() && is_blank(attributes[i])) ++i;
  if (i < attributes.size() && attributes[i] == '=') {
    ++i;
    while (i < attributes.size() && is_blank(attributes[i])) ++i;
    if (i < attributes.size() && (attributes[i] == '"' || attributes[i] == '\'')) {
      const std::size_t end = attributes.find(attributes[i], i + 1);
      value = attributes.substr(i + 1, end == std::string_view::npos ? end : end - i - 1);
      i = end == std::string_view::npos ? attributes.size() : end + 1;
    } else {
      const std::size_t from = i;
      while (i < attributes.size() && !is_blank(attributes[i])) ++i;
      value = attributes.substr(from, i - from);
    }
  }
  attributes.remove_prefix(i);
  return true;
}

bool is_footnote_mark(std::string_view text) noexcept {
  text = trimmed(text);
  if (text.empty() || text.size() > 8) return false;
  if (text.size() == 1 && is_lower(text[0])) return true;
  if (text.size() == 3 && text[0] == '(' && is_letter(text[1]) && text[2] == ')') return true;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || std::string_view("(),*[] ").find(c) != std::string_view::npos; });
}

std::size_t find_bytes(std::string_view text, std::string_view needle, std::size_t from) noexcept {
  if (from >= text.size()) return std::string_view::npos;
  const void* const found = ::memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : std::string_view::npos;
}

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool equal_folded(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() && starts_with_folded(a, b);
}

bool starts_with_folded(std::string_view text, std::string_view prefix) noexcept {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (lower(text[i]) != lower(prefix[i])) return false;
  }
  return true;
}

std::size_t find_folded(std::string_view text, std::string_view needle, std::size_t from) noexcept {
  if (needle.empty()) return std::string_view::npos;
  const char small = needle[0];
  const char large = is_lower(small) ? static_cast<char>(small - 32) : small;
  std::size_t next_small = text.find(small, from);
  std::size_t next_large = small == large ? std::string_view::npos : text.find(large, from);
  for (;;) {
    const std::size_t at = std::min(next_small, next_large);
    if (at == std::string_view::npos || text.size() - at < needle.size()) return std::string_view::npos;
    if (starts_with_folded(text.substr(at), needle)) return at;
    std::size_t& used = at == next_small ? next_small : next_large;
    used = text.find(text[at], at + 1);
  }
}

}  // namespace rxgraph::ingest
