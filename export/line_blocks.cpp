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

/// The first eight bytes of `key`, the first one most telling; zeros where it is shorter.
std::uint64_t head_of(std::string_view key) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) head = head << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return head;
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

void LineBlocks::add(std::string_view key, std::vector<std::string_view>& rests) {
  if (!std::is_sorted(rests.begin(), rests.end())) std::sort(rests.begin(), rests.end());
  std::size_t size = key.size();
  for (const std::string_view rest : rests) size += rest.size();
  char* const begin = room(size);
  char* at = begin;
  const auto put = [&at](std::string_view text) {
    std::memcpy(at, text.data(), text.size());
    at += text.size();
  };
  put(key);
  for (const std::string_view rest : rests) put(rest);
  blocks_.push_back({head_of(key), begin, static_cast<std::uint32_t>(key.size()), size});
}

void LineBlocks::write(Buffer& out) {
  std::sort(blocks_.begin(), blocks_.end(),
            [](const Block& a, const Block& b) { return a.head != b.head ? a.head < b.head : a.key() < b.key(); });
  std::vector<std::string_view> rests;
  for (std::size_t i = 0; i < blocks_.size();) {
    rests.clear();
    std::size_t next = i;
    while (next < blocks_.size() && blocks_[next].key() == blocks_[i].key()) split(blocks_[next++].rests(), rests);
    if (next - i > 1) std::sort(rests.begin(), rests.end());
    std::string_view last;
    for (const std::string_view rest : rests) {
      if (rest != last) append_all(out.text, prefix_, blocks_[i].key(), rest);
      last = rest;
    }
    out.drain();
    i = next;
  }
  blocks_.clear();
  chunks_.clear();
  left_ = 0;
}

}  // namespace rxgraph::exporting
