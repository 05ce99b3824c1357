#include "ingest/read/html_style.hpp"

#include "base/hash.hpp"
#include "ingest/read/draft.hpp"
#include "ingest/read/lexis.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::uint8_t on = 1;
constexpr std::uint8_t off = 2;

bool has(std::string_view value, std::string_view word) noexcept { return find_folded(value, word) != std::string_view::npos; }

std::uint8_t weight(std::string_view value) noexcept {
  if (has(value, "bold")) return on;
  if (!value.empty() && is_digit(value[0])) return value >= "600" ? on : off;
  return has(value, "normal") ? off : std::uint8_t{0};
}

/// True if a vertical offset lifts text: "super", "text-top", "3pt", "40%"; not "baseline", "-2pt", "0".
bool lifts(std::string_view value) noexcept {
  return has(value, "super") || has(value, "text-top") || (!value.empty() && value[0] >= '1' && value[0] <= '9');
}

void apply(std::string_view name, std::string_view value, StyleChange& change) noexcept {
  if (equal_folded(name, "font-weight")) {
    change.bold = weight(value);
  } else if (equal_folded(name, "font-style")) {
    change.italic = has(value, "italic") || has(value, "oblique") ? on : off;
  } else if (equal_folded(name, "font")) {
    change.bold = has(value, "bold") ? on : off;
    change.italic = has(value, "italic") ? on : off;
    change.symbols = names_symbols(value) ? on : off;
  } else if (equal_folded(name, "font-family")) {
    change.symbols = names_symbols(value) ? on : off;
  } else if (starts_with_folded(name, "text-decoration")) {
    change.underlined = has(value, "underline") ? on : off;
  } else if (equal_folded(name, "text-align")) {
    change.centered = has(value, "center") ? on : off;
  } else if (equal_folded(name, "display")) {
    change.hidden = change.hidden || equal_folded(value, "none");
    change.inline_display = equal_folded(value, "inline") || equal_folded(value, "inline-block");
    change.block_display = equal_folded(value, "block");
  } else if (equal_folded(name, "visibility")) {
    change.hidden = change.hidden || equal_folded(value, "hidden");
  } else if (equal_folded(name, "vertical-align")) {
    if (lifts(value)) change.raised = on;
  } else if (equal_folded(name, "top")) {
    if (!value.empty() && value[0] == '-') change.raised = on;
  } else if (equal_folded(name, "page-break-before") || equal_folded(name, "break-before")) {
    change.break_before = has(value, "always") || has(value, "page");
  } else if (equal_folded(name, "page-break-after") || equal_folded(name, "break-after")) {
    change.break_after = has(value, "always") || has(value, "page");
  }
}

}  // namespace

bool names_symbols(std::string_view font) noexcept { return has(font, "wingdings") || has(font, "symbol"); }

void StyleChange::add(const StyleChange& later) noexcept {
  for (const auto member : {&StyleChange::bold, &StyleChange::italic, &StyleChange::underlined, &StyleChange::centered, &StyleChange::raised, &StyleChange::symbols}) {
    if (later.*member != 0) this->*member = later.*member;
  }
  for (const auto member : {&StyleChange::hidden, &StyleChange::break_before, &StyleChange::break_after, &StyleChange::inline_display, &StyleChange::block_display}) {
    this->*member = this->*member || later.*member;
  }
}

void StyleChange::center(bool is_on) noexcept { centered = is_on ? on : off; }

void StyleChange::show_symbols(bool is_on) noexcept { symbols = is_on ? on : off; }

void TextStyle::apply(const StyleChange& change, bool block) noexcept {
  const auto set_face = [&](std::uint8_t value, std::uint8_t bit) {
    if (value == on) face |= bit;
    if (value == off) face &= static_cast<std::uint8_t>(~bit);
  };
  set_face(change.bold, bold_face);
  set_face(change.italic, italic_face);
  if (change.underlined == on) face |= underlined_face;
  if (change.centered) centered = change.centered == on;
  if (change.symbols) symbols = change.symbols == on;
  if (change.raised && !block) raised = true;
  hidden = hidden || change.hidden;
}

StyleChange parse_style(std::string_view style) noexcept {
  StyleChange change;
  while (!style.empty()) {
    const std::size_t end = style.find(';');
    const std::string_view declaration = style.substr(0, end);
    if (const std::size_t colon = declaration.find(':'); colon != std::string_view::npos) {
      apply(trimmed(declaration.substr(0, colon)), trimmed(declaration.substr(colon + 1)), change);
    }
    if (end == std::string_view::npos) break;
    style.remove_prefix(end + 1);
  }
  return change;
}

const StyleChange& StyleCache::look_up(std::string_view style) noexcept {
  const std::uint64_t key = hash64(style) | 1;
  Entry& entry = entries_[key >> 54];
  if (entry.key != key) entry = {key, parse_style(style)};
  return entry.change;
}

}  // namespace rxgraph::ingest
