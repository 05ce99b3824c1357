#include "base/hash.hpp"

#include <xxhash.h>

#include <memory>
#include <new>

#include "base/flow.hpp"

namespace rxgraph {
namespace {

std::string hex_of(XXH128_hash_t hash) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(32);
  for (const unsigned char byte : canonical.digest) {
    hex.push_back(digits[byte >> 4]);
    hex.push_back(digits[byte & 15]);
  }
  return hex;
}

}  // namespace

std::string hash_hex(std::string_view bytes) { return hex_of(XXH3_128bits(bytes.data(), bytes.size())); }

std::string hash_hex(const Bytes& bytes) {
  constexpr std::size_t step = 8 << 20;
  const std::string_view all = bytes.view();
  if (all.size() <= step) return hash_hex(all);
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), XXH3_freeState);
  if (!state || XXH3_128bits_reset(state.get()) != XXH_OK) throw std::bad_alloc();
  for (std::size_t at = 0; at < all.size(); at += step) {
    const std::string_view piece = all.substr(at, step);
    XXH3_128bits_update(state.get(), piece.data(), piece.size());
    bytes.release({at, at + piece.size()});
  }
  return hex_of(XXH3_128bits_digest(state.get()));
}

std::uint64_t hash64(std::string_view bytes) noexcept { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace rxgraph
