#pragma once
/// Whether a word is one of a few.

#include <algorithm>
#include <array>
#include <cstdint>

namespace rxgraph::ingest {

/// True if `key` is among `keys`. Linear in their number: for the short lists of words that rules ask for.
template <std::size_t size>
bool is_one_of(std::uint64_t key, const std::array<std::uint64_t, size>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace rxgraph::ingest
