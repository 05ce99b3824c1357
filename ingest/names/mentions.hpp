#pragma once
/// What the words of a document name: typed spans, and the memory of who is who in the filing.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/flow.hpp"
#include "ingest/read/text.hpp"
#include "ingest/read/tokens.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

class LoadedNames;

/// No entity, no type.
inline constexpr std::uint32_t no_entity = 0xffffffff;
inline constexpr std::int16_t no_type = -1;

/// A span of tokens that names a thing or a value.
struct Mention {
  std::uint32_t first = 0;  ///< First token of the sentence.
  std::uint32_t last = 0;   ///< One past the last.
  enum class Kind : std::uint8_t {
    entity,   ///< A typed thing: `type` and `entity` are set.
    unknown,  ///< A capitalised or coded name whose type nothing tells: a slot may; `entity` is set, `type` is not.
    date,     ///< `value` is an ISO date, possibly partial.
    money,    ///< `amount`, `value` = ISO 4217 code.
    percent,  ///< `amount` in percent; words as they stand in `value` where it has no number ("low double-digit").
    redacted, ///< "[***]".
  } kind = Kind::entity;
  std::int16_t type = no_type;        ///< Index into `Ontology::types`.
  std::uint32_t entity = no_entity;   ///< Index into `FilingMemory::entities`.
  std::string value;
  double amount = 0;
  bool up_to = false;                 ///< "up to", "as much as".
  float confidence = 1;               ///< How sure the span and its type are.
  std::uint64_t noun = 0;             ///< Key of the common noun that the name implies, as "-mab" does "antibody"; 0 without one.
  const char* how = "";               ///< "vocabulary", "legal form", "stem", "code", "head", "cue", "memory", "header", ... static storage.
};

/// How a name is marked that only says the same more broadly ("breast cancer" of "metastatic breast cancer"): it serves to
/// find the thing, never to tell that two things are one.
inline constexpr const char* shorter_form = "shorter form";

/// A thing as this filing names it.
struct LocalEntity {
  std::int16_t type = no_type;  ///< Index into `Ontology::types`; `no_type` while only unknown mentions name it.
  std::string name;             ///< Fullest name so far.
  std::vector<NameUse> names;   ///< Each distinct name once.
  std::map<std::string, std::string> ids;
};

/// Who is who in one filing. Grows document by document.
struct FilingMemory {
  std::vector<LocalEntity> entities;
  std::uint32_t registrant = no_entity;  ///< The filer; "we", "us", "our", "the Company", "the registrant" where nothing else is defined.

  /// The entity of `type` with the normal form of `name`, or `no_entity`.
  std::uint32_t find(std::int16_t type, const std::string& name) const;

  /// `find`, or a new entity with that name.
  std::uint32_t add(std::int16_t type, const NameUse& name);

  /// Says that `name` is another name of `entity`.
  void add_name(std::uint32_t entity, const NameUse& name);

  /// Gives an untyped entity its type; joins it with the entity of that type and normal form where there is one.
  /// Returns the entity that it now is.
  std::uint32_t set_type(std::uint32_t entity, std::int16_t type);

  /// Says that both are one thing; the lower index stands for both. Returns it. Things of different types, and two terms of
  /// vocabularies, are left apart: `a` is returned.
  std::uint32_t join(std::uint32_t a, std::uint32_t b);

  /// What an index stands for after joins.
  std::uint32_t resolve(std::uint32_t entity) const;

  /// How names of a type are compared, by its index: see `normal_form`. Types beyond the end are plain.
  struct NameRule {
    bool party = false;
    bool plural = false;
    bool numbered = false;
  };
  std::vector<NameRule> rules;
  std::int16_t drug_type = no_type;  ///< Type of what INN stems name; `no_type` where the ontology has none.

  std::map<std::pair<std::int16_t, std::string>, std::uint32_t> by_name;  ///< (type, normal form) to entity.
  std::vector<std::uint32_t> joined;                                      ///< Entity to the one that it was joined to, or itself.
};

/// A sentence with its tokens and mentions.
struct AnalysedSentence {
  std::uint32_t sentence = 0;      ///< Index into `DocumentText::sentences`.
  std::vector<Token> tokens;
  std::vector<Mention> mentions;   ///< In order, without overlap.
};

/// What a document says of itself, beside its sentences.
struct DocumentAnalysis {
  std::vector<AnalysedSentence> sentences;
  std::uint32_t speaker = no_entity;  ///< Who "we" is in this document: the registrant, or the company of a press release.
  /// Roles that an agreement defines: normal form of the term ("licensee", "company", "parent") to entity. They outrank the speaker.
  std::map<std::string, std::uint32_t> defined_roles;
  /// Roles that several parties have together: normal form of the term ("licensors", "sellers") to entities, in order of the text.
  std::map<std::string, std::vector<std::uint32_t>> defined_groups;
};

/// Finds mentions. Made once for an ontology; const and thread safe afterwards.
class MentionFinder {
 public:
  /// Compiles the vocabularies of `ontology`, which must outlive the finder, as must what the user has `loaded`; null for nothing.
  explicit MentionFinder(const Ontology& ontology, const LoadedNames* loaded = nullptr);
  ~MentionFinder();

  /// Puts the filers of `filing` into a new memory.
  FilingMemory begin(const Filing& filing) const;

  /// Finds the mentions of `document`: a first pass over all its sentences collects names, definitions and abbreviations
  /// into `memory`, a second one finds everything that the memory, the vocabularies and the grammars name.
  DocumentAnalysis find(const DocumentText& document, const Filing& filing, FilingMemory& memory) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace rxgraph::ingest
