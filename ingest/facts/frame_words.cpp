#include "ingest/facts/frame_words.hpp"

#include <algorithm>

namespace rxgraph::ingest::facts {

std::vector<std::uint64_t> keys_of(const std::string& words) {
  std::vector<std::uint64_t> keys;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (end > begin) keys.push_back(word_key(std::string_view(words).substr(begin, end - begin)));
    begin = end + 1;
  }
  return keys;
}

std::vector<std::uint64_t> noun_keys_of(std::string words) {
  for (std::size_t at = words.find('-'); at != std::string::npos; at = words.find('-', at + 3)) {
    if (words.find(' ', at) == std::string::npos) break;
    words.replace(at, 1, " - ");
  }
  return keys_of(words);
}

SlotPlace place_of(const std::string& slot) {
  using Kind = SlotPlace::Kind;
  if (slot == "agent") return {Kind::agent, 0};
  if (slot == "theme") return {Kind::theme, 0};
  if (slot == "recipient") return {Kind::recipient, 0};
  if (slot == "when") return {Kind::when, 0};
  if (slot == "manner") return {Kind::manner, 0};
  if (slot == "head") return {Kind::head, 0};
  if (slot == "possessor") return {Kind::possessor, 0};
  if (slot == "genitive") return {Kind::genitive, 0};
  if (slot == "name") return {Kind::name, 0};
  if (slot == "part") return {Kind::part, 0};
  if (slot == "host") return {Kind::host, 0};
  if (slot == "modifier") return {Kind::modifier, 0};
  if (slot.ends_with("'s")) return {Kind::owner, word_key(std::string_view(slot).substr(0, slot.size() - 2))};
  if (slot.starts_with('-')) return {Kind::link, word_key(std::string_view(slot).substr(1))};
  if (slot.ends_with('-')) return {Kind::prefix, word_key(std::string_view(slot).substr(0, slot.size() - 1))};
  return {Kind::preposition, word_key(slot)};
}

}  // namespace rxgraph::ingest::facts
