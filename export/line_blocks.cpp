#include "export/line_blocks.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

#include "base/error.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 22;

/// The first eight bytes of `key`, the first one most telling; zeros where it is shorter.
std::uint64_t head_of(std::string_view key) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) head = head << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return head;
}

[[noreturn]] void fail(const std::string& folder) {
  throw OutputError(folder, std::string("cannot hold lines that are sorted there: ") + std::strerror(errno) + "; free space, or name another folder by $TMPDIR");
}

}  // namespace

/// Sorted blocks in a file without a name.
struct LineBlocks::Spill {
  std::string folder;
  std::FILE* file = nullptr;
  Block block{};            ///< That at hand, from `next` on.
  std::vector<char> bytes;  ///< Its own.

  Spill() {
    const char* const wanted = std::getenv("TMPDIR");
    folder = wanted == nullptr || *wanted == '\0' ? "/var/tmp" : wanted;
    std::string name = folder + "/rxgraph-lines-XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) fail(folder);
    ::unlink(name.c_str());
    file = ::fdopen(descriptor, "w+b");
    if (file == nullptr) {
      ::close(descriptor);
      fail(folder);
    }
    std::setvbuf(file, nullptr, _IOFBF, std::size_t{1} << 20);
  }
  Spill(const Spill&) = delete;
  Spill& operator=(const Spill&) = delete;
  ~Spill() { std::fclose(file); }

  void put(const Block& put_block) {
    const std::size_t size = 4 * std::size_t{put_block.lines} + put_block.key_size + put_block.size;
    if (std::fwrite(&put_block, sizeof put_block, 1, file) != 1 || std::fwrite(put_block.text, 1, size, file) != size) fail(folder);
  }

  /// From here on blocks are read.
  void rewind() {
    if (std::fflush(file) != 0 || std::fseek(file, 0, SEEK_SET) != 0) fail(folder);
  }

  /// False after the last block.
  bool next() {
    if (std::fread(&block, sizeof block, 1, file) != 1) {
      if (std::ferror(file) != 0) fail(folder);
      return false;
    }
    bytes.resize(4 * std::size_t{block.lines} + block.key_size + block.size);
    if (std::fread(bytes.data(), 1, bytes.size(), file) != bytes.size()) fail(folder);
    block.text = bytes.data();
    return true;
  }
};

LineBlocks::LineBlocks(std::string prefix, std::size_t held) : prefix_(std::move(prefix)), most_(held) {}

LineBlocks::~LineBlocks() = default;

void LineBlocks::spill() {
  sort();
  auto file = std::make_unique<Spill>();
  for (const Block& block : blocks_) file->put(block);
  spills_.push_back(std::move(file));
  clear();
}

void LineBlocks::clear() {
  blocks_.clear();
  runs_.clear();
  chunks_.clear();
  held_ = 0;
  left_ = 0;
}

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
  if (std::adjacent_find(rests.begin(), rests.end(), std::greater_equal<>()) != rests.end()) {
    std::sort(rests.begin(), rests.end());
    rests.erase(std::unique(rests.begin(), rests.end()), rests.end());
  }
  std::size_t size = 0;
  bool joint = true;  // as they mostly are, one after the other in memory too
  for (const std::string_view rest : rests) {
    joint &= rest.data() == rests.front().data() + size;
    size += rest.size();
  }
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
  if (joint && !rests.empty()) {
    put(rests.front().data(), size);
  } else {
    for (const std::string_view rest : rests) put(rest.data(), rest.size());
  }
  held_ += sizeof(Block) + 4 * rests.size() + key.size() + size;
  const Block block{head_of(key), begin, static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(rests.size()), size};
  if (!blocks_.empty() && before(block, blocks_.back())) runs_.push_back(blocks_.size());
  blocks_.push_back(block);
  if (held_ > most_) spill();
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
  const std::size_t lead = prefix_.size() + key.size();
  out.resize(begin + block.lines * lead + block.size);
  char* at = out.data() + begin;
  const char* const first = at;
  const auto put = [&at](const char* bytes, std::size_t count) {
    std::memcpy(at, bytes, count);
    at += count;
  };
  const char* rest = block.rests();
  for (std::size_t line = 0; line < block.lines; ++line) {
    if (line == 0) {
      put(prefix_.data(), prefix_.size());
      put(key.data(), key.size());
    } else {
      put(first, lead);
    }
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

/// `blocks` have one key.
void LineBlocks::write_group(Buffer& out, std::span<const Block> blocks) {
  if (blocks.size() == 1) {
    write_block(out.text, blocks.front());
  } else {
    write_blocks(out.text, blocks);
  }
  out.drain();
}

void LineBlocks::write_merged(Buffer& out) {
  if (!blocks_.empty()) spill();
  const auto after = [](const Spill* a, const Spill* b) { return before(b->block, a->block); };
  std::vector<Spill*> heap;  // the one whose block comes first is in front
  const auto advance = [&](Spill* spill) {
    if (!spill->next()) return;
    heap.push_back(spill);
    std::push_heap(heap.begin(), heap.end(), after);
  };
  for (const auto& spill : spills_) {
    spill->rewind();
    advance(spill.get());
  }
  std::vector<Block> group;
  std::vector<std::vector<char>> bytes;  // of the group's blocks
  while (!heap.empty()) {
    group.clear();
    bytes.clear();
    do {
      std::pop_heap(heap.begin(), heap.end(), after);
      Spill* const spill = heap.back();
      heap.pop_back();
      group.push_back(spill->block);
      bytes.push_back(std::move(spill->bytes));
      advance(spill);
    } while (!heap.empty() && heap.front()->block.key() == group.front().key());
    write_group(out, group);
  }
  spills_.clear();
}

void LineBlocks::write(Buffer& out) {
  if (!spills_.empty()) return write_merged(out);
  constexpr std::size_t ahead = 6;  // blocks lie in the order of the graph, which is not that of keys: their bytes are asked for early
  sort();
  for (std::size_t i = 0; i < blocks_.size();) {
    if (i + ahead < blocks_.size()) {
      for (std::size_t byte = 0; byte < 512; byte += 64) __builtin_prefetch(blocks_[i + ahead].text + byte);
    }
    std::size_t next = i + 1;
    while (next < blocks_.size() && blocks_[next].head == blocks_[i].head && blocks_[next].key() == blocks_[i].key()) ++next;
    write_group(out, std::span(blocks_).subspan(i, next - i));
    i = next;
  }
  clear();
}

}  // namespace rxgraph::exporting
