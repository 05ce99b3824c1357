#include "export/line_blocks.hpp"

#include <algorithm>
#include <cstring>

namespace rxgraph::exporting {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 22;

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

std::uint32_t LineBlocks::Block::rest_size(std::size_t line) const noexcept {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, text + 4 * line, 4);
  return bytes;
}

void LineBlocks::add(std::string_view key, std::vector<std::string_view>& rests) {
  if (!std::is_sorted(rests.begin(), rests.end())) std::sort(rests.begin(), rests.end());
  rests.erase(std::unique(rests.begin(), rests.end()), rests.end());
  std::size_t size = 0;
  for (const std::string_view rest : rests) size += rest.size();
  char* const begin = room(4 * rests.size() + key.size() + size);
  char* at = begin;
  const auto put = [&at](const void* bytes, std::size_t count) {
    std::memcpy(at, bytes, count);
    at += count;
  };
  for (const std::string_view rest : rests) {
    const auto rest_size = static_cast<std::uint32_t>(rest.size());
    put(&rest_size, 4);
  }
  put(key.data(), key.size());
  for (const std::string_view rest : rests) put(rest.data(), rest.size());
  const Block block{head_of(key), begin, static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(rests.size()), size};
  if (!blocks_.empty() && before(block, blocks_.back())) runs_.push_back(blocks_.size());
  blocks_.push_back(block);
}

/// A few runs are merged: edges come in order of their source, and so do the facts of things.
void LineBlocks::sort() {
  constexpr std::size_t few = 4;
  if (runs_.size() > few) {
    std::sort(blocks_.begin(), blocks_.end(), before);
    return;
  }
  runs_.push_back(blocks_.size());
  for (std::size_t i = 0; i + 1 < runs_.size(); ++i) {
    const auto at = [this](std::size_t index) { return blocks_.begin() + static_cast<std::ptrdiff_t>(index); };
    std::inplace_merge(blocks_.begin(), at(runs_[i]), at(runs_[i + 1]), before);
  }
}

void LineBlocks::write_block(std::string& out, const Block& block) {
  const std::string_view key = block.key();
  const std::size_t begin = out.size();
  out.resize(begin + block.lines * (prefix_.size() + key.size()) + block.size);
  char* at = out.data() + begin;
  const auto put = [&at](const char* bytes, std::size_t count) {
    std::memcpy(at, bytes, count);
    at += count;
  };
  const char* rest = block.rests();
  for (std::size_t line = 0; line < block.lines; ++line) {
    put(prefix_.data(), prefix_.size());
    put(key.data(), key.size());
    const std::uint32_t size = block.rest_size(line);
    put(rest, size);
    rest += size;
  }
}

/// `blocks` have one key.
void LineBlocks::write_blocks(std::string& out, std::span<const Block> blocks) {
  std::vector<std::string_view> rests;
  for (const Block& block : blocks) {
    const char* rest = block.rests();
    for (std::size_t line = 0; line < block.lines; ++line) {
      rests.emplace_back(rest, block.rest_size(line));
      rest += block.rest_size(line);
    }
  }
  std::sort(rests.begin(), rests.end());
  rests.erase(std::unique(rests.begin(), rests.end()), rests.end());
  for (const std::string_view rest : rests) append_all(out, prefix_, blocks.front().key(), rest);
}

void LineBlocks::write(Buffer& out) {
  constexpr std::size_t ahead = 6;  // blocks lie in the order of the graph, which is not that of keys: their bytes are asked for early
  sort();
  for (std::size_t i = 0; i < blocks_.size();) {
    if (i + ahead < blocks_.size()) {
      for (std::size_t byte = 0; byte < 512; byte += 64) __builtin_prefetch(blocks_[i + ahead].text + byte);
    }
    std::size_t next = i + 1;
    while (next < blocks_.size() && blocks_[next].head == blocks_[i].head && blocks_[next].key() == blocks_[i].key()) ++next;
    if (next - i == 1) {
      write_block(out.text, blocks_[i]);
    } else {
      write_blocks(out.text, std::span(blocks_).subspan(i, next - i));
    }
    out.drain();
    i = next;
  }
  blocks_.clear();
  runs_.clear();
  chunks_.clear();
  left_ = 0;
}

}  // namespace rxgraph::exporting
