#pragma once
/// What sentences leave unsaid: who "we", "it" and "the antibody" are, and what a heading makes the topic.

#include <bitset>
#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/syntax/clauses.hpp"

namespace rxgraph::ingest {

/// A set of entity types, by their index in the ontology.
using TypeSet = std::bitset<128>;

/// What a group stands for.
struct Denoted {
  std::uint32_t entity = no_entity;
  float confidence = 1;
  std::optional<TextRange> context;  ///< The passage that names it, where it is not the sentence itself.
  bool direct = true;                ///< False where coreference or a topic was needed.

  friend bool operator==(const Denoted&, const Denoted&) = default;
};

/// The common nouns of each entity type, compiled from the ontology.
class Nominals {
 public:
  explicit Nominals(const Ontology& ontology);
  ~Nominals();

  /// The types that a noun with this lemma may stand for; empty for most nouns.
  TypeSet types(std::uint64_t lemma) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

/// The running state of a document: what was named last, and under which heading we are. One a document.
class Discourse {
 public:
  /// Both arguments must outlive it.
  Discourse(const DocumentAnalysis& analysis, const FilingMemory& memory);

  /// Enters a block: a heading becomes the topic, other blocks stay under theirs. `sentence` is the block's first.
  void enter(const Block& block, const AnalysedSentence& sentence, TextRange text);

  /// Enters a block for its kind alone, where no topics are wanted.
  void enter_kind(const Block& block) noexcept { in_item_ = block.kind == Block::Kind::list_item; }

  /// Remembers what a sentence spoke of, after it has been matched.
  void leave(const AnalysedSentence& sentence, const std::vector<Group>& groups, const std::vector<Links>& links, TextRange text);

  /// Says that the sentence that was left last spoke of `entity` without naming it; `text` names it.
  void keep(std::uint32_t entity, TextRange text);

  /// Who "we" is; `no_entity` where unknown.
  std::uint32_t speaker() const noexcept { return speaker_; }

  /// True in an item of a list, whose verb may leave out that the speaker acts ("Initiated a trial").
  bool in_item() const noexcept { return in_item_; }

  /// The party that an agreement calls by this word ("licensee"), or `no_entity`.
  std::uint32_t defined_role(std::string_view word) const;

  /// The parties that the term stands for together ("the Licensors"), in order of the text; null where it stands for none or one.
  const std::vector<std::uint32_t>* defined_group(std::string_view word) const;

  /// False where neither has an answer.
  bool defines_roles() const noexcept { return !analysis_.defined_roles.empty() || !analysis_.defined_groups.empty(); }

  /// The types of all parties that `defined_role` knows.
  TypeSet defined_types() const;

  /// The thing that the heading above names, if it is of `types`.
  std::optional<Denoted> topic(const TypeSet& types) const;

  /// False where no heading names anything, nor a cell of the row, so that `topic` and `of_row` have no answer.
  bool has_topic() const noexcept;

  /// The thing of `types` that was named last, in the last few sentences, where only one was.
  std::optional<Denoted> last_named(const TypeSet& types) const;

  /// The thing of `types` that the last sentences are about: the only one in this paragraph, else the only one before, or the one that they name most, as their
  /// subject above all. What is only added to another thing, or compared with it, does not count.
  std::optional<Denoted> theme(const TypeSet& types) const;

  /// The subject of the sentence before, if it is of `types`.
  std::optional<Denoted> last_subject(const TypeSet& types) const;

  /// The thing of `types` that the sentence before names, wherever it stands there, if it names only one.
  std::optional<Denoted> only_named(const TypeSet& types) const;

  /// The subjects of the sentence before, where they are two or three of `types`; else none.
  std::vector<Denoted> last_subjects(const TypeSet& types) const;

  /// The thing of `types` that the row of a table is about, seen from a later cell: that of the first cell which names one, if it names one alone.
  std::optional<Denoted> of_row(const TypeSet& types) const;

  /// The types of all that the other answers may name, but for the speaker and defined roles: headings and the sentences before.
  TypeSet context_types() const;

  std::int16_t type_of(std::uint32_t entity) const;

 private:
  struct Named {
    std::uint32_t entity = no_entity;
    std::uint32_t sentence = 0;
    TextRange text;
    bool subject = false;
    std::uint32_t block = 0;   ///< Blocks entered before it.
  };
  struct Heading {
    std::vector<std::uint32_t> entities;  ///< One of each type: a type of which two are named has none.
    std::uint8_t level = 0;
    TextRange text;
    bool opaque = false;   ///< It names something, but nobody knows what.
  };

  const DocumentAnalysis& analysis_;
  const FilingMemory& memory_;
  std::uint32_t speaker_;
  std::vector<Named> recent_;       ///< Oldest first, bounded.
  std::vector<Heading> headings_;   ///< The stack above the current block.
  std::uint32_t sentences_ = 0;
  std::uint32_t blocks_ = 0;

  struct RowName {
    std::uint32_t entity = no_entity;
    std::uint16_t column = 0;
    TextRange text;
  };
  std::vector<RowName> row_names_;  ///< Of the cells before, in the row of a table that is being read.
  bool in_item_ = false;
  std::uint16_t row_ = 0;
  std::uint16_t column_ = 0;

  bool is_known(const Mention& mention) const;  ///< By itself, or by the slots that typed it.
  void enter_cell(const Block& block, const AnalysedSentence& sentence, TextRange text);
  std::optional<Denoted> theme_of_paragraph(const TypeSet& types) const;
};

}  // namespace rxgraph::ingest
