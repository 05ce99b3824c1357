#pragma once
/// Hashes that are the same on every machine.

#include <cstdint>
#include <string>
#include <string_view>

namespace rxgraph {

/// XXH3-128 of `bytes` as 32 lower-case hexadecimal digits: filing keys, edge uids.
std::string hash_hex(std::string_view bytes);

/// XXH3-64 of `bytes`.
std::uint64_t hash64(std::string_view bytes) noexcept;

}  // namespace rxgraph
