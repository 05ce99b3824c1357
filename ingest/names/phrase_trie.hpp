#pragma once
/// Phrases of several words, found word by word. Internal to the grammars of names.

#include <cstdint>
#include <memory>
#include <span>

namespace rxgraph::ingest::naming {

/// Phrases over token keys. Hyphens between tokens are left out, so "PD-1" and "PD 1" are one phrase.
class PhraseTrie {
 public:
  static constexpr std::uint32_t root = 0;

  PhraseTrie();
  ~PhraseTrie();
  PhraseTrie(PhraseTrie&&) noexcept;
  PhraseTrie& operator=(PhraseTrie&&) noexcept;

  /// Adds a phrase; several may have the same keys. Empty ones are ignored.
  void add(std::span<const std::uint64_t> keys, std::uint32_t payload);

  /// The node that `key` leads to from `node`, or `root` where there is none.
  std::uint32_t step(std::uint32_t node, std::uint64_t key) const noexcept;

  /// The payloads of the phrases that end at `node`, in order of addition.
  std::span<const std::uint32_t> payloads(std::uint32_t node) const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rxgraph::ingest::naming
