#pragma once
/// What stands where in the file of a vocabulary. All numbers are little-endian; sections begin at multiples of eight bytes.

#include <array>
#include <cstdint>
#include <string_view>

namespace rxgraph::ingest::book {

inline constexpr std::string_view magic = "RXGVOCAB";
inline constexpr std::uint32_t version = 1;

/// The arrays of the file, in this order.
enum class Section : std::uint8_t {
  types,      ///< Text: the name of each type.
  terms,      ///< Term.
  ids,        ///< Id.
  broader,    ///< 32 bits: index of a term.
  names,      ///< Name: those of one term stand together.
  firsts,     ///< First: open addressing by the key of a word.
  filter,     ///< 64 bits: one bit for each said name, and for the first two words of each.
  phrases,    ///< Slot: open addressing by the key of a said name.
  forms,      ///< Slot: by the key of a normal form.
  id_slots,   ///< Slot: by the key of an id.
  text,       ///< Bytes of UTF-8 that all others point into.
  count
};
inline constexpr std::size_t sections = static_cast<std::size_t>(Section::count);

struct Extent {
  std::uint64_t begin = 0;  ///< Byte of the file.
  std::uint64_t count = 0;  ///< Elements.
};

struct Text {
  std::uint32_t begin = 0;  ///< Byte of the section `text`.
  std::uint32_t size = 0;
};

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t header_size = 0;
  std::uint64_t file_size = 0;
  std::uint64_t checksum = 0;  ///< XXH3-64 of all bytes behind this member.
  std::uint64_t keys = 0;      ///< `keys_version` of the program that made it.
  Text source;
  Text format;
  std::array<Extent, sections> extents{};
};

struct Term {
  std::uint32_t first_name = 0;
  std::uint32_t name_count = 0;
  std::uint32_t first_id = 0;
  std::uint32_t id_count = 0;
  std::uint32_t first_broader = 0;
  std::uint32_t broader_count = 0;
  std::uint32_t type = 0;
};

struct Id {
  Text registry;
  Text number;
  std::uint32_t term = 0;
};

struct Name {
  std::uint64_t phrase = 0;  ///< Key of its words; 0 where it is not said.
  std::uint64_t form = 0;    ///< Key of its normal form.
  Text text;
  std::uint32_t term = 0;
  std::uint32_t flags = 0;   ///< Bit 0 exact, 1 said, 2 preferred; bits 8 and 9 letters.
};

struct First {
  std::uint64_t word = 0;     ///< Key; a slot without lengths is empty.
  std::uint32_t lengths = 0;
  std::uint32_t unused = 0;
};

/// One more than the index of a name or an id; 0 in an empty slot.
using Slot = std::uint32_t;

/// Bytes of an element of each section.
inline constexpr std::array<std::uint64_t, sections> element_size = {sizeof(Text), sizeof(Term), sizeof(Id), 4, sizeof(Name), sizeof(First), 8, 4, 4, 4, 1};

/// The bit of a name with that key in a filter of `bits` bits, a power of two.
constexpr std::uint64_t name_bit(std::uint64_t phrase, std::uint64_t bits) noexcept { return phrase * 0x9e3779b97f4a7c15ULL >> 20 & (bits - 1); }

/// The bit of a pair of words.
constexpr std::uint64_t pair_bit(std::uint64_t word, std::uint64_t next, std::uint64_t bits) noexcept {
  return (((word << 17) | (word >> 47)) ^ next) * 0x9e3779b97f4a7c15ULL >> 20 & (bits - 1);
}

/// Where the search for `key` begins in a table of `slots` slots, a power of two.
constexpr std::uint64_t first_slot(std::uint64_t key, std::uint64_t slots) noexcept { return key * 0x9e3779b97f4a7c15ULL >> 24 & (slots - 1); }

}  // namespace rxgraph::ingest::book
