#pragma once
/// Names by number: what edges look their ends up in.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"

namespace rxgraph::exporting {

/// Names numbered from 0 in the order in which they are added. A look-up touches one cache line; a name costs its bytes and about
/// 50 more. Names are told apart by 64 bits of their hash, and by their bytes as soon as two that were added share these; so a name
/// that was never added is taken for another with a probability of 2^-64 a name.
class NameNumbers {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;

  NameNumbers() : slots_(64) {}

  /// The number of `name`, which is the next one where it was not there. Throws std::length_error beyond 2^32 - 2 names.
  std::uint32_t add(std::string_view name) {
    const std::uint64_t hash = hash64(name);
    if (const std::uint32_t known = slots_[place(name, hash, true)].number; known != none) return known;
    by_bytes_ |= slots_[place(name, hash, false)].number != none;
    const auto number = static_cast<std::uint32_t>(ends_.size());
    if (number == none) throw std::length_error("too many things for one file");
    text_ += name;
    ends_.push_back(text_.size());
    if (ends_.size() * 2 > slots_.size()) grow();
    slots_[place(name, hash, true)] = {hash, number};
    return number;
  }

  /// The number of `name`, or `none`.
  std::uint32_t find(std::string_view name) const { return slots_[place(name, hash64(name), by_bytes_)].number; }

  /// The number of an edge's end. Throws std::logic_error where the view has no such node.
  std::uint32_t at(std::string_view uid) const {
    const std::uint32_t number = find(uid);
    if (number == none) throw std::logic_error("an edge of the view ends at " + std::string(uid) + ", which is not among its nodes");
    return number;
  }

  std::size_t size() const noexcept { return ends_.size(); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = none;
  };

  std::string_view name_of(std::uint32_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return {text_.data() + begin, ends_[number] - begin};
  }

  /// Where `name` is, or the free slot where it belongs.
  std::size_t place(std::string_view name, std::uint64_t hash, bool by_bytes) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != none && (slots_[at].hash != hash || (by_bytes && name_of(slots_[at].number) != name))) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number == none) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].number != none) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;           ///< A power of two of them, half full at most.
  std::string text_;                  ///< All names, one after the other.
  std::vector<std::uint64_t> ends_;   ///< Where each ends in it.
  bool by_bytes_ = false;             ///< Two names share a hash.
};

}  // namespace rxgraph::exporting
