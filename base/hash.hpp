#pragma once
/// Hashes that are the same on every machine.

#include <cstdint>
#include <string>
#include <string_view>

namespace rxgraph {

class Bytes;

/// XXH3-128 of `bytes` as 32 lower-case hexadecimal digits: filing keys, edge uids.
std::string hash_hex(std::string_view bytes);

/// The same of all of `bytes`, whose pages are released on the way: memory stays bounded however long they are.
std::string hash_hex(const Bytes& bytes);

/// XXH3-64 of `bytes`.
std::uint64_t hash64(std::string_view bytes) noexcept;

}  // namespace rxgraph
