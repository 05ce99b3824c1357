#include "ingest/read/draft.hpp"

#include <algorithm>

namespace rxgraph::ingest {
namespace {

bool has_letter_or_digit(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0xC3; });
}

/// Adds `where` to `left_out`, or makes its last range longer.
void note_left_out(std::vector<LeftOut>& left_out, LeftOut::Kind kind, ByteRange where) {
  if (where.begin == where.end) return;
  if (!left_out.empty() && left_out.back().kind == kind && left_out.back().where.end == where.begin) {
    left_out.back().where.end = where.end;
  } else {
    left_out.push_back({kind, where});
  }
}

/// Where the bytes from `i` on end that are copied as they are: plain ones, and single blanks between them.
std::size_t plain_end(std::string_view run, std::size_t i) noexcept {
  for (;;) {
    while (i < run.size() && is_plain(run[i])) ++i;
    if (i + 1 >= run.size() || run[i] != ' ' || !is_plain(run[i + 1])) return i;
    i += 2;
  }
}

}  // namespace

void Draft::add_blank() {
  text.push_back(' ');
  if (sign_) {
    map.append_invented(1, blank_at_);
  } else {
    map.append_verbatim(1, blank_at_);
  }
}

/// Forgets the blank, but not what was left out around it.
void Draft::drop_blank() noexcept {
  blank_ = sign_ = false;
  split_before_ = split_before_ || split_after_;
  split_after_ = false;
}

void Draft::begin_text(std::uint64_t file, std::uint8_t face, bool letters) {
  if (split_before_) map.split();
  split_before_ = false;
  if (!open_) {
    if (!text.empty()) {
      text.push_back('\n');
      map.append_invented(1, file);
    }
    DraftBlock block;
    const auto begin = static_cast<std::uint32_t>(text.size());
    block.block.text = {begin, begin};
    block.block.kind = setting.kind;
    block.block.level = setting.level;
    block.heading = setting.heading;
    block.centered = setting.centered;
    block.page_start = page_break_;
    blocks.push_back(block);
    open_ = true;
    page_break_ = false;
  } else if (blank_) {
    add_blank();
  }
  if (split_after_) map.split();
  split_after_ = blank_ = sign_ = false;
  if (!letters) return;
  DraftBlock& block = blocks.back();
  if (block.face == every_face && block.lead_face == plain_face && block.block.lead == 0) block.lead_face = face;
  if (block.block.lead == 0 && (face & block.lead_face) != block.lead_face) {
    block.block.lead = static_cast<std::uint32_t>(text.size()) - block.block.text.begin;
  }
  block.face &= face;
  block.linked = block.linked && linked;
}

void Draft::put(std::string_view plain, std::uint64_t file, std::uint8_t face) {
  begin_text(file, face, has_letter_or_digit(plain));
  text.append(plain);
  map.append_verbatim(static_cast<std::uint32_t>(plain.size()), file);
}

void Draft::put(const Glyph& glyph, std::uint64_t file, std::uint8_t face) {
  switch (glyph.kind) {
    case Glyph::Kind::nothing:
      if (!glyph.readable) note_left_out(left_out, LeftOut::Kind::unreadable, {file, file + glyph.size});
      return;
    case Glyph::Kind::blank:
      put_blank(file + glyph.size - 1);
      return;
    case Glyph::Kind::text: break;
  }
  begin_text(file, face, has_letter_or_digit(glyph.view()));
  text.append(glyph.view());
  if (glyph.verbatim) {
    map.append_verbatim(glyph.length, file);
  } else {
    map.append_folded(glyph.length, {file, file + glyph.size});
  }
}

void Draft::put_sign(std::string_view shown, ByteRange where, std::uint8_t face) {
  begin_text(where.begin, face, false);
  text.append(shown);
  map.append_invented(static_cast<std::uint32_t>(shown.size()), where.begin);
  note_left_out(left_out, LeftOut::Kind::furniture, where);
  split_before_ = blank_ = sign_ = true;
  blank_at_ = where.begin;
}

void Draft::put_run(std::string_view run, std::uint64_t file, std::uint8_t face) {
  for (std::size_t i = 0; i < run.size();) {
    if (is_plain(run[i])) {
      const std::size_t end = plain_end(run, i + 1);
      put(run.substr(i, end - i), file + i, face);
      i = end;
    } else if (is_blank(run[i])) {
      while (i < run.size() && is_blank(run[i])) ++i;
      put_blank(file + i - 1);
    } else if (run[i] == '<') {
      Glyph sign;
      sign.text[0] = '<';
      sign.length = 1;
      sign.verbatim = true;
      put(sign, file + i++, face);
    } else {
      const Glyph glyph = glyph_at(run, i);
      put(glyph, file + i, face);
      i += glyph.size;
    }
  }
}

void Draft::take_back_hyphen() {
  text.pop_back();
  map.take_back();
}

void Draft::leave_out(LeftOut::Kind kind, ByteRange where) {
  note_left_out(left_out, kind, where);
  split();
}

void Draft::end_block() {
  drop_blank();
  if (!open_) return;
  open_ = false;
  Block& block = blocks.back().block;
  block.text.end = static_cast<std::uint32_t>(text.size());
}

void Draft::page_break() {
  end_block();
  page_break_ = true;
}

void Draft::join(std::size_t first, std::size_t last) {
  if (last - first < 2) return;
  DraftBlock& into = blocks[first];
  for (std::size_t i = first + 1; i < last; ++i) {
    text[blocks[i].block.text.begin - 1] = ' ';
    if (into.block.lead == 0 && (blocks[i].face & into.lead_face) != into.lead_face) {
      into.block.lead = blocks[i].block.text.begin - into.block.text.begin;
    }
    into.face &= blocks[i].face;
  }
  into.block.text.end = blocks[last - 1].block.text.end;
  blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(first) + 1, blocks.begin() + static_cast<std::ptrdiff_t>(last));
}

}  // namespace rxgraph::ingest
