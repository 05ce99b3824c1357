#include "export/line_blocks.hpp"

#include <algorithm>
#include <cstring>

namespace rxgraph::exporting {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 22;

/// Adds the lines of `text`, each with its LF, to `lines`.
void split(std::string_view text, std::vector<std::string_view>& lines) {
  while (!text.empty()) {
    const std::size_t size = text.find('\n') + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
}

}  // namespace

char* LineBlocks::room(std::size_t size) {
  if (size > left_) {
    left_ = std::max(size, chunk_size);
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    next_ = chunks_.back().get();
  }
  char* const begin = next_;
  next_ += size;
  left_ -= size;
  return begin;
}

void LineBlocks::add(std::string_view lines, std::size_t key_size) {
  if (lines.empty()) return;
  const std::size_t skipped = prefix_.size() + key_size;
  lines_.clear();
  split(lines, lines_);
  const auto before = [skipped](std::string_view a, std::string_view b) { return a.substr(skipped) < b.substr(skipped); };
  if (!std::is_sorted(lines_.begin(), lines_.end(), before)) std::sort(lines_.begin(), lines_.end(), before);
  char* const begin = room(lines.size());
  char* at = begin;
  for (const std::string_view line : lines_) {
    std::memcpy(at, line.data(), line.size());
    at += line.size();
  }
  blocks_.push_back({begin, lines.size(), key_size});
}

void LineBlocks::write(Buffer& out) {
  std::stable_sort(blocks_.begin(), blocks_.end(), [this](const Block& a, const Block& b) { return key_of(a) < key_of(b); });
  for (std::size_t i = 0; i < blocks_.size();) {
    lines_.clear();
    std::size_t next = i;
    while (next < blocks_.size() && key_of(blocks_[next]) == key_of(blocks_[i])) {
      split({blocks_[next].text, blocks_[next].size}, lines_);
      ++next;
    }
    if (next - i > 1) std::sort(lines_.begin(), lines_.end());
    std::string_view last;
    for (const std::string_view line : lines_) {
      if (line != last) out.text += line;
      last = line;
    }
    out.drain();
    i = next;
  }
  blocks_.clear();
  chunks_.clear();
  left_ = 0;
}

}  // namespace rxgraph::exporting
