#pragma once
/// The words of one document: each distinct one looked up once, with how the document writes it.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "ingest/names/vocabulary_index.hpp"

namespace rxgraph::ingest::naming {

/// Grows sentence by sentence. Its records keep their place as long as it lives.
class WordTable {
 public:
  /// `index` must outlive the table.
  explicit WordTable(const VocabularyIndex& index);
  ~WordTable();

  /// Adds the next sentence of `document`: looks its words up and counts how they are written.
  void add(const DocumentText& document, const std::vector<Token>& tokens);

  /// The record of each token of a sentence, by the order of addition. Valid until the next `add`.
  std::span<const WordRecord* const> of_sentence(std::size_t sentence) const;

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
