#include "ingest/read/text.hpp"

#include <algorithm>

namespace rxgraph::ingest {

void ByteMap::append_verbatim(std::uint32_t length, std::uint64_t file_begin) {
  if (length == 0) return;
  if (!pieces_.empty() && !split_next_) {
    Piece& last = pieces_.back();
    if (last.kind == Piece::Kind::verbatim && last.file + last.file_size == file_begin) {
      last.file_size += length;
      size_ += length;
      return;
    }
  }
  pieces_.push_back({size_, file_begin, length, Piece::Kind::verbatim, split_next_});
  split_next_ = false;
  size_ += length;
}

void ByteMap::append_folded(std::uint32_t length, ByteRange where) {
  if (length == 0) return;
  pieces_.push_back({size_, where.begin, static_cast<std::uint32_t>(where.end - where.begin), Piece::Kind::folded, split_next_});
  split_next_ = false;
  size_ += length;
}

void ByteMap::append_invented(std::uint32_t length, std::uint64_t where) {
  if (length == 0) return;
  pieces_.push_back({size_, where, 0, Piece::Kind::invented, split_next_});
  split_next_ = false;
  size_ += length;
}

void ByteMap::append_copy(const ByteMap& other, TextRange range) {
  if (range.empty()) return;
  auto piece = std::upper_bound(other.pieces_.begin(), other.pieces_.end(), range.begin,
                                [](std::uint32_t at, const Piece& each) { return at < each.text; });
  for (--piece; piece != other.pieces_.end() && piece->text < range.end; ++piece) {
    const auto next = piece + 1;
    const std::uint32_t piece_end = next == other.pieces_.end() ? other.size_ : next->text;
    const std::uint32_t begin = std::max(range.begin, piece->text);
    const std::uint32_t length = std::min(range.end, piece_end) - begin;
    if (piece->split_before && begin == piece->text) split();
    switch (piece->kind) {
      case Piece::Kind::verbatim: append_verbatim(length, piece->file + (begin - piece->text)); break;
      case Piece::Kind::folded: append_folded(length, {piece->file, piece->file + piece->file_size}); break;
      case Piece::Kind::invented: append_invented(length, piece->file); break;
    }
  }
}

void ByteMap::take_back() {
  --size_;
  if (--pieces_.back().file_size > 0) return;
  split_next_ = split_next_ || pieces_.back().split_before;
  pieces_.pop_back();
}

bool ByteMap::splits_within(std::uint32_t first, std::uint32_t last) const {
  auto piece = std::lower_bound(pieces_.begin(), pieces_.end(), first, [](const Piece& each, std::uint32_t at) { return each.text < at; });
  for (; piece != pieces_.end() && piece->text <= last; ++piece) {
    if (piece->split_before) return true;
  }
  return false;
}

ByteMap ByteMap::through(const ByteMap& inner) const {
  ByteMap out;
  std::uint32_t done = 0;  // A split of `inner` counts also where what stands at it was left out.
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const std::uint32_t length = (i + 1 < pieces_.size() ? pieces_[i + 1].text : size_) - piece.text;
    const TextRange decoded{static_cast<std::uint32_t>(piece.file), static_cast<std::uint32_t>(piece.file + piece.file_size)};
    if (piece.split_before || (decoded.begin >= done && inner.splits_within(done, decoded.begin))) out.split();
    done = std::max(done, decoded.end);
    if (piece.kind == Piece::Kind::verbatim) {
      out.append_copy(inner, decoded);
      continue;
    }
    // Beyond the last character stands the end of the text.
    const TextRange known = decoded.empty() && decoded.begin > 0 ? TextRange{decoded.begin - 1, decoded.begin} : decoded;
    const std::vector<ByteRange> where = inner.bytes(known);
    const ByteRange whole = where.empty() ? ByteRange{} : ByteRange{where.front().begin, where.back().end};
    if (piece.kind == Piece::Kind::folded) {
      out.append_folded(length, whole);
    } else {
      out.append_invented(length, whole.end);
    }
  }
  return out;
}

std::uint64_t ByteMap::file_bytes() const noexcept {
  std::uint64_t bytes = 0;
  for (const Piece& piece : pieces_) bytes += piece.file_size;
  return bytes;
}

std::vector<ByteRange> ByteMap::file_ranges() const {
  std::vector<ByteRange> ranges;
  const auto order = [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; };
  bool sorted = true;  // but for tables whose cells were gathered
  for (const Piece& piece : pieces_) {
    if (piece.file_size == 0) continue;
    if (!ranges.empty() && ranges.back().end == piece.file) {
      ranges.back().end += piece.file_size;
      continue;
    }
    sorted = sorted && (ranges.empty() || ranges.back().end < piece.file);
    ranges.push_back({piece.file, piece.file + piece.file_size});
  }
  if (!sorted) {
    std::sort(ranges.begin(), ranges.end(), order);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < ranges.size(); ++i) {
      if (ranges[i].begin <= ranges[kept].end) {
        ranges[kept].end = std::max(ranges[kept].end, ranges[i].end);
      } else {
        ranges[++kept] = ranges[i];
      }
    }
    ranges.resize(kept + 1);
  }
  return ranges;
}

void ByteMap::split() { split_next_ = true; }

std::vector<ByteRange> ByteMap::bytes(TextRange range) const {
  std::vector<ByteRange> ranges;
  if (range.empty() || pieces_.empty()) return ranges;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), range.begin,
                                [](std::uint32_t at, const Piece& each) { return at < each.text; });
  --piece;
  bool split = true;
  for (; piece != pieces_.end() && piece->text < range.end; ++piece) {
    split = split || piece->split_before;
    if (piece->kind == Piece::Kind::invented) continue;
    ByteRange bytes{piece->file, piece->file + piece->file_size};
    if (piece->kind == Piece::Kind::verbatim) {
      if (range.begin > piece->text) bytes.begin += range.begin - piece->text;
      if (range.end < piece->text + piece->file_size) bytes.end = piece->file + (range.end - piece->text);
    }
    if (split) {
      ranges.push_back(bytes);
    } else {
      ranges.back().end = std::max(ranges.back().end, bytes.end);
    }
    split = false;
  }
  return ranges;
}

void take_account(DocumentText& document) {
  ByteAccount spent;
  spent.text = document.map.file_bytes();
  for (const LeftOut& each : document.left_out) {
    const std::uint64_t size = each.where.end - each.where.begin;
    switch (each.kind) {
      case LeftOut::Kind::furniture: spent.furniture += size; break;
      case LeftOut::Kind::hidden: spent.hidden += size; break;
      case LeftOut::Kind::payload: spent.payload += size; break;
      case LeftOut::Kind::unreadable: spent.unreadable += size; break;
    }
  }
  const std::uint64_t rest = spent.text + spent.furniture + spent.hidden + spent.payload + spent.unreadable;
  const std::uint64_t all = document.document.body.end - document.document.body.begin;
  spent.markup = all - std::min(all, rest);
  document.account = spent;
}

}  // namespace rxgraph::ingest
