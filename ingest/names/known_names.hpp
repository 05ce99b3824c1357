#pragma once
/// The names that the memory of a filing knows, looked for in the text of a document.

#include "ingest/names/grammar.hpp"
#include "ingest/names/word_table.hpp"

namespace rxgraph::ingest::naming {

/// Filled once a document, after its own definitions are known.
class KnownNames {
 public:
  /// All arguments must outlive it. `ranks` says of each entity how surely it was named at best.
  KnownNames(const VocabularyIndex& index, WordTable& words, FilingMemory& memory, const std::vector<std::uint8_t>& ranks)
      : index_(index), words_(words), memory_(memory), ranks_(ranks) {}

  /// Takes the names of the memory and the short forms that the document leaves free. Joins companies that are part of the registrant's name.
  void collect();

  /// False if no known name begins with any of `words`.
  static bool may_match(const WordSpan& words);

  /// Appends the longest known names of `sentence` to `out`, in order and without overlap.
  void match(const SentenceView& sentence, Candidates& out) const;

  /// The best rank that a mention of `entity` had; 0 where it had none.
  std::uint8_t rank_of(std::uint32_t entity) const { return entity < ranks_.size() ? ranks_[entity] : std::uint8_t{0}; }

 private:
  struct Name {
    std::uint32_t entity = no_entity;
    bool capital = false;  ///< Must begin with a capital.
    bool upper = false;    ///< Must be all capitals.
    bool defined = false;  ///< The document defines it: it outranks vocabularies.
  };

  const VocabularyIndex& index_;
  WordTable& words_;
  FilingMemory& memory_;
  const std::vector<std::uint8_t>& ranks_;
  PhraseTrie phrases_;
  std::vector<Name> names_;

  /// Takes a name in. With `any_capitals` one all in capitals counts in small letters as well: a header writes all names so.
  void add(const std::string& name, std::uint32_t entity, bool defined, bool any_capitals = false);
  bool is_free_short_name(const std::string& name, std::uint32_t entity) const;
  bool is_possessed(std::int16_t type, const std::vector<NameUse>& uses) const;
  bool outranks(const Name& known, const Candidate& best) const;
  void join_part_of_registrant(std::uint32_t entity);
};

}  // namespace rxgraph::ingest::naming
