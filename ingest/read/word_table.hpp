#pragma once
/// Small tables of words of ASCII, made at compile time.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rxgraph::ingest {

/// Words and what each is, found by their first letter and then by comparing the few that share it.
template <typename Value, std::size_t Size>
class WordTable {
 public:
  struct Entry {
    std::string_view word;
    Value value{};
  };

  consteval explicit WordTable(std::array<Entry, Size> entries) : entries_(entries) {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
    for (const Entry& entry : entries_) {
      for (std::size_t letter = static_cast<unsigned char>(entry.word[0]) + 1; letter < first_.size(); ++letter) ++first_[letter];
    }
  }

  /// The value of `word`; null for a word that is not in the table.
  constexpr const Value* find(std::string_view word) const noexcept {
    const auto letter = static_cast<unsigned char>(word.empty() ? 0x7F : word[0]);
    if (letter >= first_.size() - 1) return nullptr;
    for (std::size_t i = first_[letter]; i < first_[letter + 1U]; ++i) {
      if (entries_[i].word == word) return &entries_[i].value;
    }
    return nullptr;
  }

 private:
  std::array<Entry, Size> entries_;
  std::array<std::uint16_t, 129> first_{};  ///< For each letter, the first entry that does not come before it.
};

/// A set of words.
template <std::size_t Size>
class WordSet {
 public:
  consteval explicit WordSet(const std::string_view (&words)[Size]) : table_(entries_of(words)) {}

  constexpr bool contains(std::string_view word) const noexcept { return table_.find(word) != nullptr; }

 private:
  using Table = WordTable<bool, Size>;

  static consteval std::array<typename Table::Entry, Size> entries_of(const std::string_view (&words)[Size]) {
    std::array<typename Table::Entry, Size> entries{};
    for (std::size_t i = 0; i < Size; ++i) entries[i] = {words[i], true};
    return entries;
  }

  Table table_;
};

}  // namespace rxgraph::ingest
