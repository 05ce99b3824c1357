#pragma once
/// Lines sorted by sorting blocks of them: what begins alike is sorted together, and only blocks are sorted over all.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/append.hpp"

namespace rxgraph::exporting {

/// Collects blocks of lines and writes all lines in byte order, each once. Holds in memory what follows the common
/// beginning of a block's lines, and what is more than `most_held` on disk.
class LineBlocks {
 public:
  static constexpr std::size_t most_held = std::size_t{3} << 29;

  /// All lines begin with `prefix`. Beyond `held` bytes, what was collected goes sorted into a file without a name below $TMPDIR,
  /// or /var/tmp, and is merged at the end.
  explicit LineBlocks(std::string prefix, std::size_t held = most_held);
  ~LineBlocks();
  LineBlocks(const LineBlocks&) = delete;
  LineBlocks& operator=(const LineBlocks&) = delete;

  /// Takes the lines prefix + `key` + each of `rests`, every one with its LF and no other. No key may be the
  /// beginning of another; several blocks may have one key. Quickest where the rests are sorted, and where keys come sorted.
  /// Throws OutputError where there is no room on disk.
  void add(std::string_view key, std::vector<std::string_view>& rests);

  /// Appends all lines to `out`. The blocks are gone after it. Throws OutputError.
  void write(Buffer& out);

 private:
  struct Block {
    std::uint64_t head;  ///< The key's first eight bytes as a number that sorts alike: most comparisons end here.
    const char* text;    ///< The sizes of the rests, as numbers of four bytes; the key; the rests.
    std::uint32_t key_size;
    std::uint32_t lines;
    std::uint64_t size;  ///< Of the rests.

    std::string_view key() const noexcept { return {text + std::size_t{4} * lines, key_size}; }
    const char* rests() const noexcept { return text + std::size_t{4} * lines + key_size; }
    std::uint32_t rest_size(std::size_t line) const noexcept;
  };

  struct Spill;

  static bool before(const Block& a, const Block& b) noexcept { return a.head != b.head ? a.head < b.head : a.key() < b.key(); }
  void sort();
  void write_block(std::string& out, const Block& block);
  void write_blocks(std::string& out, std::span<const Block> blocks);
  void write_group(Buffer& out, std::span<const Block> blocks);
  void write_merged(Buffer& out);
  void spill();
  void clear();
  char* room(std::size_t size);

  std::string prefix_;
  std::size_t most_;
  std::size_t held_ = 0;  ///< Bytes of the blocks in memory.
  std::vector<Block> blocks_;
  std::vector<std::size_t> runs_;  ///< Where blocks begin that come before the one in front of them.
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::vector<std::unique_ptr<Spill>> spills_;
  std::size_t left_ = 0;  ///< Bytes left in the last chunk.
  char* next_ = nullptr;  ///< Where they begin.
};

}  // namespace rxgraph::exporting
