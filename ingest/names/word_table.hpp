#pragma once
/// The words of one document: each distinct one looked up once, with how the document writes it.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ingest/names/vocabulary_index.hpp"

namespace rxgraph::ingest::naming {

/// What the words of a sentence are, all together: what none of them is need not be looked for in it.
struct SentenceTraits {
  WordSet lists = 0;      ///< Of all its words.
  bool digit = false;
  bool bracket = false;   ///< A bracket or a quote.
  bool foreign = false;   ///< A byte beyond ASCII, or a bracketed mark, as trade marks are.
  bool names = false;     ///< A word that may be part of a name by its letters: see `SentenceView::is_name_like`.
  bool capitals = false;  ///< No lower-case letter of ASCII stands in it.
};

/// The distinct words of a document, by their number. What passes over all sentences ask stands apart, close together.
struct WordRecords {
  std::vector<WordRecord> records;
  std::vector<std::uint8_t> signs;   ///< `WordFacts::signs`, ready.
  std::vector<std::uint32_t> known;  ///< Node of the names that the memory knows; 0 where none begins with it. Empty until `note_known`.
};

/// The records of the tokens of one sentence. Valid until the next word is added to its table.
class WordSpan {
 public:
  WordSpan(const WordRecords& all, std::span<const std::uint32_t> numbers) : all_(&all), numbers_(numbers) {}

  std::size_t size() const noexcept { return numbers_.size(); }
  const WordRecord* operator[](std::size_t i) const noexcept { return &all_->records[numbers_[i]]; }

  /// The node of the known names that begin with word `i`, after `note_known`.
  std::uint32_t known(std::size_t i) const noexcept { return all_->known[numbers_[i]]; }

  /// Bits of `Sign`, of all words together.
  std::uint8_t signs() const noexcept {
    std::uint8_t signs = 0;
    for (const std::uint32_t number : numbers_) signs = static_cast<std::uint8_t>(signs | all_->signs[number]);
    return signs;
  }

 private:
  const WordRecords* all_;
  std::span<const std::uint32_t> numbers_;
};

/// Grows sentence by sentence.
class WordTable {
 public:
  /// `index` must outlive the table.
  explicit WordTable(const VocabularyIndex& index);
  ~WordTable();

  /// Adds the next sentence of `document`: looks its words up and counts how they are written.
  void add(const DocumentText& document, const std::vector<Token>& tokens);

  /// The record of each token of a sentence, by the order of addition.
  WordSpan of_sentence(std::size_t sentence) const;

  /// The same sentence, all words together.
  const SentenceTraits& traits(std::size_t sentence) const;

  /// Notes for each word whether a known name begins with it.
  void note_known(const PhraseTrie& known);

  /// Says that a word is no name, however it is written.
  void forget(std::uint64_t key);

  /// True if the document writes the word somewhere without a capital.
  bool is_written_lower(std::uint64_t key) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rxgraph::ingest::naming
