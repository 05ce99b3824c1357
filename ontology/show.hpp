#pragma once
/// The ontology as people read it: rows of tables, and one declaration in full.

#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"

namespace rxgraph {

/// A type in a list of types.
struct TypeRow {
  std::string name;
  std::string parent;
  std::string description;
  std::size_t nominals = 0;
  std::size_t terms = 0;  ///< In the vocabularies of that type.

  friend auto operator<=>(const TypeRow&, const TypeRow&) = default;
};

/// A relation in a list of relations.
struct RelationRow {
  std::string name;
  std::string subject;     ///< "Company, Organization".
  std::string object;
  std::string time;        ///< "state".
  std::string qualifiers;  ///< "date, amount"; those of the identity are marked "amount*".
  std::size_t frames = 0;  ///< Its own and those of deals that give it.
  std::string description;

  friend auto operator<=>(const RelationRow&, const RelationRow&) = default;
};

/// A vocabulary in a list of vocabularies.
struct VocabularyRow {
  std::string name;
  std::string kind;
  std::string type;
  std::size_t terms = 0;
  std::string source;

  friend auto operator<=>(const VocabularyRow&, const VocabularyRow&) = default;
};

/// What a question means, in a list of questions.
struct QuestionRow {
  std::string name;     ///< "pipeline".
  std::string meaning;  ///< "thing Compound; holds develops, owns; stage in_phase".

  friend auto operator<=>(const QuestionRow&, const QuestionRow&) = default;
};

/// All of them in the order of the ontology.
std::vector<TypeRow> type_rows(const Ontology& ontology);
std::vector<RelationRow> relation_rows(const Ontology& ontology);
std::vector<VocabularyRow> vocabulary_rows(const Ontology& ontology);
std::vector<QuestionRow> question_rows(const Ontology& ontology);

/// All that is said of the type, relation, vocabulary, question or derivation `name`, some lines of text, the last with its LF: signature,
/// qualifiers, frames as the file writes them, derivations, examples. Throws UnknownName, which names what is near.
std::string describe(const Ontology& ontology, std::string_view name);

/// A frame as one line: "verb develop, advance: agent = subject, theme = object".
std::string frame_line(const Frame& frame);

/// A derivation as one line: "?c has_antibody ?a and ?c has_payload ?p give ?a linked_to ?p".
std::string derivation_line(const Derivation& derivation);

/// "timeless", "state" or "event".
std::string_view name_of(Relation::Time time) noexcept;

/// "text", "date", "number", "currency", "boolean", the values "a | b", or "name of a Company": what a qualifier holds.
std::string words_of(const QualifierType& qualifier);

}  // namespace rxgraph
