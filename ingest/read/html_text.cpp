#include "ingest/read/html_text.hpp"

#include <algorithm>

#include "ingest/read/abbreviations.hpp"

namespace rxgraph::ingest {
namespace {

/// True if a raised number after `before` is a power or a unit and no footnote: "10", "mg/m", "cm".
bool raises_to_power(std::string_view before, std::string_view mark) noexcept {
  if (!is_digit(trimmed(mark).empty() ? ' ' : trimmed(mark)[0])) return false;
  std::string_view last = before.substr(before.size() - std::min(before.size(), std::size_t{12}));  // longer words are no units
  const std::size_t word = last.find_last_of(" (/-\n\xA0");
  last.remove_prefix(word == std::string_view::npos ? 0 : word + 1);
  while (!last.empty() && is_digit(last.front()) && last.size() > 2) last.remove_prefix(1);
  return last == "10" || last == "m" || last == "cm" || last == "mm" || last == "km" || last == "M";
}

/// True if the next character of text in `rest`, a page behind some text, is a letter.
bool begins_with_letter(std::string_view rest) {
  std::size_t at = 0;
  for (unsigned tags = 0; tags < 8 && at < rest.size() && rest[at] == '<'; ++tags) at += std::max(tag_at(rest, at).size, 1u);
  return at < rest.size() && is_letter(rest[at]);
}

/// True if `run` is a single character.
bool is_single_sign(std::string_view run) {
  const std::string_view sign = trimmed(run);
  if (sign.empty()) return false;
  const Glyph glyph = glyph_at(sign, 0);
  std::string_view rest = sign.substr(glyph.size);
  while (!rest.empty()) {
    const Glyph next = glyph_at(rest, 0);
    if (next.kind == Glyph::Kind::text) return false;
    rest.remove_prefix(next.size);
  }
  return glyph.kind == Glyph::Kind::text;
}

/// True for a line that a line break parts from the next: a label, a signature, the first line of every cover.
bool stands_alone(std::string_view line) noexcept {
  if (line.empty()) return false;
  return line.back() == ':' || line == "UNITED STATES" || (line.size() < 80 && shows_signature(line));
}

/// True if `text` begins a sentence behind the line `before`, also where that ends with the legal form of a name.
bool begins_sentence(std::string_view before, std::string_view text) noexcept {
  constexpr std::size_t longest_name = 60;
  if (before.empty() || before.back() != '.' || !is_upper(text.front())) return false;
  const std::size_t blank = before.find_last_of(' ');
  const Abbreviation kind = abbreviation(before.substr(blank == std::string_view::npos ? 0 : blank + 1));
  return kind == Abbreviation::none || (kind == Abbreviation::legal && before.size() < longest_name);
}

}  // namespace

void PageText::put(std::string_view run, std::uint64_t file, const TextStyle& style, std::string_view rest) {
  if (style.hidden) return draft_.leave_out(LeftOut::Kind::hidden, {file, file + run.size()});
  if (style.lines) return put_lines(run, file, style);
  if (breaks_ > 0) settle_breaks(run, file, style);
  draft_.linked = style.linked;
  if (style.raised && is_note_mark(run, rest)) return draft_.leave_out(LeftOut::Kind::furniture, {file, file + run.size()});
  if (style.symbols && is_single_sign(run)) return draft_.put_sign("\u2022", {file, file + run.size()}, style.face);
  draft_.put_run(run, file, style.face);
}

/// In <pre> an empty line ends a block, and so does a line that is indented anew.
void PageText::put_lines(std::string_view run, std::uint64_t file, const TextStyle& style) {
  draft_.linked = style.linked;
  std::size_t begin = 0;
  while (begin <= run.size()) {
    const std::size_t end = std::min(run.find('\n', begin), run.size());
    const std::string_view line = run.substr(begin, end - begin);
    if (begin > 0 && (trimmed(line).empty() || line.starts_with("   "))) draft_.end_block();
    draft_.put_run(line, file + begin, style.face);
    if (end < run.size()) draft_.put_blank(file + end);
    begin = end + 1;
  }
}

/// A raised mark that is no sign, power or isotope.
bool PageText::is_note_mark(std::string_view run, std::string_view rest) const {
  if (!draft_.is_open() || !is_footnote_mark(run)) return false;
  const std::string_view before = draft_.open_text();
  const char last = before.back();
  const char first = trimmed(run).front();
  const bool bracketed = first == '(' || first == '*' || first == '[';
  if (!bracketed && (last == '(' || last == '[' || last == '-' || last == '/')) return false;
  if (!bracketed && draft_.has_blank() && begins_with_letter(rest)) return false;  // an isotope: 177Lu
  return !raises_to_power(before, run);
}

/// Line breaks before text: two of them end the block, and so does one between a set-off line and plain text, or before a bullet.
void PageText::settle_breaks(std::string_view run, std::uint64_t file, const TextStyle& style) {
  const std::string_view text = trimmed(run);
  if (text.empty()) return;
  bool ends = breaks_ > 1;
  if (!ends && draft_.is_open()) {
    const std::uint8_t face = draft_.open_face();
    ends = (face != every_face && (face & style.face) != face) || (style.face & ~face & (bold_face | underlined_face)) || item_mark(text, false) > 0 ||
           stands_alone(draft_.open_text()) || begins_with_label(text) || begins_sentence(draft_.open_text(), text);
  }
  const Glyph glyph = glyph_at(text, 0);
  if (glyph.kind == Glyph::Kind::blank && text.size() == glyph.size) return;  // "<br>&nbsp;<br>"
  if (ends) {
    draft_.end_block();
  } else {
    draft_.put_gap(file);
  }
  breaks_ = 0;
}

}  // namespace rxgraph::ingest
