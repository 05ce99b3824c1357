#pragma once
/// Lines sorted by sorting blocks of them: what begins alike is sorted together, and only blocks are sorted over all.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "export/append.hpp"

namespace rxgraph::exporting {

/// Collects blocks of lines and writes all lines in byte order, each once. Holds them in memory.
class LineBlocks {
 public:
  /// All lines begin with `prefix`.
  explicit LineBlocks(std::string prefix) : prefix_(std::move(prefix)) {}

  /// Takes `lines`, each with its LF and all beginning with the prefix and then `key_size` bytes, the block's key.
  /// No key may be the beginning of another; several blocks may have one key.
  void add(std::string_view lines, std::size_t key_size);

  /// Appends all lines to `out`. The blocks are gone after it.
  void write(Buffer& out);

 private:
  struct Block {
    const char* text;
    std::uint64_t size;
    std::uint64_t key_size;
  };

  std::string_view key_of(const Block& block) const noexcept { return {block.text + prefix_.size(), block.key_size}; }
  char* room(std::size_t size);

  std::string prefix_;
  std::vector<Block> blocks_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t left_ = 0;     ///< Bytes left in the last chunk.
  char* next_ = nullptr;     ///< Where they begin.
  std::vector<std::string_view> lines_;  ///< Scratch.
};

}  // namespace rxgraph::exporting
