#pragma once
/// The ontology as the program uses it: entity types, relations with the
/// frames that express them, derivations and vocabularies. Plain values, made
/// by `load_ontology`; nothing here knows of JSON.

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/values.hpp"

namespace rxgraph {

/// What the values of a qualifier are.
enum class ValueType : std::uint8_t {
  text,      ///< Free words: a territory.
  date,      ///< ISO date, possibly cut to month or year.
  number,    ///< Amount in units of its currency, or a plain number.
  currency,  ///< ISO 4217 code.
  closed,    ///< One of `QualifierType::values`.
  entity,    ///< Name of an entity of `QualifierType::entity_type`.
  boolean,
};

/// A qualifier that a relation may carry.
struct QualifierType {
  std::string name;
  ValueType type = ValueType::text;
  std::vector<std::string> values;  ///< Legal values of a closed list, in order of the file.
  std::vector<std::string> entity_types;  ///< For `ValueType::entity`.
  std::string implies;                    ///< Relation that the subject has to each such entity as well ("treats"); empty for none.
  Qualifiers implied;                     ///< Of the facts so implied.
  std::map<std::string, Qualifiers> implied_of;  ///< Instead of `implied`, where the object of the fact has this name ("Approved").
};

/// Nouns that stand between a slot and its filler: "a trial of X", "patients with D".
struct Carrier {
  std::vector<std::string> nouns;         ///< Lemmas: "trial", "patient".
  std::vector<std::string> prepositions;  ///< Through which the filler hangs on them; "modifier" for the noun's own premodifier.
};

/// An example sentence of a relation. `rxgraph ontology test` reads it.
struct Example {
  std::string text;
  std::string subject;     ///< Expected name; empty in a counter-example.
  std::string object;      ///< Expected name; empty in a counter-example.
  Qualifiers qualifiers;   ///< Those that must be found, at least.
  std::uint32_t line = 0;    ///< Of its sentence in its file, from 1.
  std::uint32_t column = 0;  ///< From 1, in bytes.
  std::string path;          ///< Of its file, as messages name it.
};

/// Terms of other vocabularies for a type or a relation, by how near they are, as SKOS grades it. A term is a prefixed name, whose
/// prefix `Ontology::prefixes` has, or an absolute IRI; `Ontology::iri_of` makes the one the other. The first of a grade is preferred.
struct Mappings {
  std::vector<std::string> exact;    ///< Means the same.
  std::vector<std::string> close;    ///< May stand in for it in most uses.
  std::vector<std::string> broad;    ///< Means more: whatever is ours is that.
  std::vector<std::string> narrow;   ///< Means less: whatever is that is ours.
  std::vector<std::string> related;  ///< Is near it in another way.

  friend bool operator==(const Mappings&, const Mappings&) = default;
};

/// A list of `Mappings` by its name in ontology files; with "Match" behind it, that of SKOS's property.
struct MappingGrade {
  std::string_view name;
  std::vector<std::string> Mappings::*terms;
};
inline constexpr std::array<MappingGrade, 5> mapping_grades{{{"exact", &Mappings::exact},
                                                             {"close", &Mappings::close},
                                                             {"broad", &Mappings::broad},
                                                             {"narrow", &Mappings::narrow},
                                                             {"related", &Mappings::related}}};

/// A kind of thing.
struct EntityType {
  std::string name;                  ///< "Compound".
  std::string parent;                ///< Name of its supertype; empty at the top.
  std::string description;
  std::string iri;                   ///< Full IRI.
  std::string neo4j;                 ///< Label, UpperCamelCase.
  Mappings mappings;
  std::vector<std::string> nominals;  ///< Common nouns (lemmas) for such a thing: "antibody", "drug candidate".
  std::vector<Carrier> carriers;
  bool named = true;                 ///< False for a thing like Deal that texts do not name: its id stays local until resolved.
  bool is_class = false;             ///< Its things are classes, as phases are: that two compounds are both in phase 2 is no path between them.
};

struct Frame;

/// What fills one slot of a frame.
struct FrameSlot {
  /// Alternatives. Of a verb: "agent" (subject of the active, by-phrase of the passive), "theme" (object of the
  /// active, subject of the passive), "recipient" (indirect object), "when" (a date in the clause), or a preposition.
  /// Of a noun: "head" (what the noun group denotes), "possessor", "modifier" (a name before the noun), a preposition,
  /// or a hyphen form: "-targeting" ("HER2-targeting antibody"), "anti-" ("anti-HER2 antibody").
  std::vector<std::string> slots;
  std::string role;                ///< "subject", "object", a qualifier, or a deal's role relation; empty where `nested` is set.
  std::vector<std::string> types;  ///< Narrows the entity types that the role admits; empty means the role's own.
  bool optional = false;           ///< Marked "?" in the file; qualifiers always are.
  std::shared_ptr<const Frame> nested;  ///< A noun frame that the filler's head must match.
};

/// One way in which language expresses a relation.
struct Frame {
  enum class Trigger : std::uint8_t { verb, noun, columns };
  std::string id;                        ///< "<relation>.<trigger>.<n>", or as the file says.
  Trigger trigger = Trigger::verb;
  std::vector<std::string> words;        ///< Lemmas, several words allowed ("enter into"); "*" for any noun; "!" before what bars. For `columns`: the exhibits that it lists; none for tables.
  std::vector<FrameSlot> slots;          ///< For `columns`: `slots` holds header words, `role` what the column gives.
  Qualifiers set;                        ///< Constants: of qualifiers, or the name of the thing that fills a role ("object" to "Approved").
  std::optional<Modality> modality;      ///< Overrides what the clause says.
  double confidence = 0.9;               ///< Before attachment and typing are weighed in.
  bool by_right = true;                  ///< Also told of who only has the right to do what the verb says.
};

/// A kind of fact.
struct Relation {
  std::string name;                        ///< "in_phase".
  std::string description;
  std::vector<std::string> subject_types;  ///< Never empty.
  std::vector<std::string> object_types;   ///< Never empty.
  std::string inverse;                     ///< Name for reading it backwards; not a relation of its own.
  bool symmetric = false;
  bool role = false;                       ///< A role of a deal: its subject type is not `named`.
  bool attribute = false;                  ///< Says what sort of thing its subject is; its objects are classes.
  bool hierarchy = false;                  ///< Says what is a kind of what: it follows from names and from loaded vocabularies, over all filings.
  enum class Time : std::uint8_t { timeless, state, event } time = Time::timeless;
  std::vector<QualifierType> qualifiers;
  std::vector<std::string> identity;       ///< Qualifiers that make two statements two facts.
  std::string dated_by;                    ///< The qualifier that dates the fact; empty: the first that is a date. Ask `date()`.
  std::string status_of_modality;          ///< Qualifier that follows from the modality where the text gives none; empty if none does.
  std::map<std::string, std::string> status_values;  ///< Modality name to that qualifier's value.
  std::string iri;                         ///< Full IRI.
  std::string neo4j;                       ///< Relationship type, UPPER_SNAKE_CASE.
  Mappings mappings;
  std::vector<Frame> frames;
  std::vector<Example> examples;           ///< At least three in the core.
  std::vector<Example> counter_examples;   ///< At least two in the core.

  StatementKind tells() const noexcept;   ///< What kind of statement it makes.
  const QualifierType* qualifier(std::string_view name) const;  ///< Null where it is not declared.
  const QualifierType* date() const;      ///< What dates the fact; null where nothing does.
  const QualifierType* currency() const;  ///< The currency of its amounts: the first qualifier of that type; null where there is none.
};

/// A frame whose roles are several: it makes one thing of an unnamed type
/// (a Deal) and one role statement for each filled role.
struct DealFrame {
  std::string type;  ///< "Deal".
  Frame frame;       ///< Its slots' roles are role relations or qualifiers of those.
};

/// `if` patterns that together give `then`: (?c has_antibody ?a), (?c has_payload ?p) give (?a linked_to ?p).
struct TriplePattern {
  std::string subject;   ///< Variable, with its "?".
  std::string relation;
  std::string object;    ///< Variable, with its "?".
  bool optional = false;
};
struct Derivation {
  std::string id;
  std::vector<TriplePattern> when;             ///< Never empty; joint.
  Qualifiers if_qualifiers;                    ///< Values that the matched statements must carry together, as {"kind":["license"]}.
  TriplePattern then;
  std::map<std::string, std::string> qualifiers;  ///< Derived qualifier to the variable that gives it ("licensor" to "?z"); declared ones that a
                                                  ///< premise carries are inherited without mention.
};

/// One entry of a vocabulary.
struct Term {
  std::string name;                        ///< Preferred form.
  std::vector<std::string> synonyms;
  std::map<std::string, std::string> ids;  ///< "hgnc" to "3430".
  std::map<std::string, std::string> features;  ///< Free: "payload" to "MMAE" for a stem, "value" to "USD" for "$".
};

/// General knowledge of the field. What `kind` says decides how mentions use it.
struct Vocabulary {
  std::string name;         ///< "targets".
  std::string kind;         ///< "names", "suffixes", "heads", "modifiers", "legal_forms", "words", ...; see ontology/README.md.
  std::string type;         ///< Entity type that it names; empty for kinds that type nothing.
  std::string source;       ///< Where such knowledge is published.
  std::vector<Term> terms;
};

/// What "the pipeline of a party" means: which facts put a thing there, and which tell how far it is. ontology/README.md
/// says it for those who write one.
struct PipelineQuestion {
  std::vector<std::string> holds;  ///< Relations from the party to the thing or to a part of it, in the order in which they are told. Never empty.
  std::string thing;               ///< Type of what stands in the rows.
  std::vector<std::string> parts;  ///< Relations from the thing to what it is made of or with.
  std::string stage;               ///< Relation from the thing to how far it is, a thing of a type with ranks; empty where nothing tells.
  std::string each;                ///< Qualifier of `stage`: a row for each of its values; empty for one row a thing.
  std::string purpose;             ///< Relation from the thing to what it is for; empty where nothing tells.
  std::string sort;                ///< Attribute that says what sort of thing the thing is; empty where nothing tells.
  std::string ended;               ///< Relation to the thing that says that work on it was ended; empty where nothing tells.
};

/// What a grant under a deal is, such as a licence: who gives whom what, and by what a passage tells of one that it does not spell out.
/// ontology/README.md says it for those who write one.
struct Grants {
  std::string giver;                 ///< Role of who grants.
  std::string taker;                 ///< Role of who is granted something.
  std::string thing;                 ///< Role of what is granted.
  std::vector<std::string> parties;  ///< Roles of the two of an agreement where nothing says who gives.
  std::vector<std::string> words;    ///< In small letters: a passage that has one of them, be it within a word, speaks of a grant.
  std::string payer;                 ///< Role of who pays; empty where payments tell nothing of grants.
  std::string payee;                 ///< Role of who is paid; empty where `payer` is.
  Qualifiers fees;                   ///< A payment that has one of these values of each is made by a taker to a giver.
  Qualifiers exclusive;              ///< What a grant carries by which nobody but the taker may do it; empty where nothing tells.
  std::string where;                 ///< Qualifier, a text, with the places that a grant is for; empty where nothing tells.
  Qualifiers set;                    ///< What a grant that follows from several passages carries.
};

/// What questions mean that no other declaration carries. What a deal is, what is dated and what hangs together follows
/// from roles, derivations, qualifiers and types.
struct Questions {
  std::optional<PipelineQuestion> pipeline;
  std::vector<std::string> kinds_of_deals;  ///< Qualifiers that say what kind of deal it is, the most telling first.
  std::optional<Grants> grants;             ///< None where nothing is inferred of grants.
};

/// The whole. Look-ups are by name and take time linear in the number of declarations; loops keep what they found.
struct Ontology {
  std::string name;
  std::string version;
  std::string base_iri;     ///< Ends with '/' or '#'.
  std::string fingerprint;  ///< 16 hexadecimal digits: equal ontologies, equal fingerprints.
  std::map<std::string, std::string> prefixes;  ///< Of mappings: "biolink" to an absolute IRI.
  std::vector<EntityType> types;
  std::vector<Relation> relations;
  std::vector<DealFrame> deal_frames;
  std::vector<Derivation> derivations;
  std::vector<Vocabulary> vocabularies;
  Questions questions;

  const EntityType* type(std::string_view name) const;      ///< Null where there is none.
  const Relation* relation(std::string_view name) const;    ///< Null where there is none.
  const Vocabulary* vocabulary(std::string_view name) const;  ///< Null where there is none.

  /// True if `type` is `ancestor` or stands below it.
  bool is_a(std::string_view type, std::string_view ancestor) const;

  /// The IRI of the term of a mapping: "biolink:Drug" to "https://w3id.org/biolink/vocab/Drug"; what has no known prefix, as it stands.
  std::string iri_of(std::string_view term) const;

  /// True if things of `type` are classes: it says so, or a type above it does.
  bool is_class(std::string_view type) const;
};

}  // namespace rxgraph
