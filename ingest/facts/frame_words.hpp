#pragma once
/// What the words and slots of a frame are, as keys. Internal to the frame table.

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/facts/frame_table.hpp"

namespace rxgraph::ingest::facts {

/// The keys of words that blanks part.
std::vector<std::uint64_t> keys_of(const std::string& words);

/// The keys of a noun trigger: a hyphen within a word before the last is a token of its own, as in a text: "co-promotion agreement".
std::vector<std::uint64_t> noun_keys_of(std::string words);

/// The place of a slot: "agent", "-targeting", "anti-", "licensee's", or a preposition.
SlotPlace place_of(const std::string& slot);

}  // namespace rxgraph::ingest::facts
