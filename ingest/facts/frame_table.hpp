#pragma once
/// The frames of an ontology, compiled: words are keys, types are sets, and frames are found by their trigger.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/short_list.hpp"
#include "ingest/facts/closed_values.hpp"
#include "ingest/facts/durations.hpp"
#include "ingest/syntax/discourse.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

/// One alternative of a slot.
struct SlotPlace {
  enum class Kind : std::uint8_t { agent, theme, recipient, when, head, name, possessor, genitive, part, host, modifier, preposition, link, prefix, owner, manner };
  Kind kind = Kind::preposition;
  std::uint64_t key = 0;  ///< Of the preposition (of an owner too), of the word after the hyphen, or of the prefix.
};

/// A set of places, one bit a kind of place; prepositions, and words before or after a hyphen, share bits by their keys.
using Offer = std::uint64_t;

/// The bit of `place`. An owner stands at a preposition.
constexpr Offer offer_of(const SlotPlace& place) {
  constexpr unsigned kinds = 16, keys = 64 - kinds;
  switch (place.kind) {
    case SlotPlace::Kind::preposition:
    case SlotPlace::Kind::owner:
    case SlotPlace::Kind::link:
    case SlotPlace::Kind::prefix: return Offer{1} << (kinds + place.key % keys);
    default: return Offer{1} << static_cast<unsigned>(place.kind);
  }
}

/// The places that only a reading can tell to be empty.
inline constexpr Offer always_offered = offer_of({SlotPlace::Kind::head, 0}) | offer_of({SlotPlace::Kind::when, 0}) | offer_of({SlotPlace::Kind::manner, 0});

/// What a slot gives to its frame.
struct SlotRole {
  enum class Kind : std::uint8_t { subject, object, qualifier, deal_role, nested };
  Kind kind = Kind::subject;
  std::string name;                          ///< Of the qualifier or role relation.
  TypeSet types;                             ///< Admissible entity types; none for values.
  const QualifierType* qualifier = nullptr;  ///< Of a qualifier.
  enum class Literal : std::uint8_t {
    none,
    percent,   ///< Its values are percentages, in the words of the text.
    duration,  ///< Lengths of time, as ISO 8601 writes them.
    event,     ///< What happens: the words of the text up to the end of the phrase.
  } literal = Literal::none;
};

/// One bit for a word.
constexpr std::uint64_t anchor_of(std::uint64_t key) { return std::uint64_t{1} << (key >> 58); }

struct CompiledFrame;

struct CompiledSlot {
  std::vector<SlotPlace> places;
  SlotRole role;
  bool required = false;
  bool last_chance = true;   ///< No later slot of its frame gives the same role.
  std::shared_ptr<const CompiledFrame> nested;
};

/// A verb or noun frame ready to be matched.
struct CompiledFrame {
  ShortList<Offer, 2> gate;              ///< Something must stand at one of the places of each: of a slot without which there is nothing, of the ends.
  const Relation* relation = nullptr;    ///< Null for a deal's frame.
  const DealFrame* deal = nullptr;       ///< Null for a relation's frame.
  bool any_noun = false;                 ///< The trigger is "*".
  bool nests = false;                    ///< A slot holds a frame of its own.
  bool narrows = false;                  ///< Of a deal: a slot wants fewer types of parties than its role has.
  bool by_name = false;                  ///< A slot is a part of a name.
  bool constant_subject = false;         ///< The frame itself names the end.
  bool constant_object = false;
  bool by_filer = false;                 ///< The frame says "we" of its subject: the filer, as far as the filing says elsewhere that the object is its own.
  TypeSet subject_types;                 ///< Of the relation.
  TypeSet object_types;
  TypeSet subject_reach;                 ///< Of what its slots, nested ones too, may take as the end; all for a part of a name.
  TypeSet object_reach;
  std::uint64_t anchors = 0;             ///< `anchor_of` each word by which a trigger is found: a quick no for most words.
  std::vector<std::vector<std::uint64_t>> triggers;  ///< Keys of each trigger's words: lemma first.
  std::vector<std::vector<std::uint64_t>> barred;    ///< Keys of words that end as a trigger does and are none: "!general partner".
  std::vector<CompiledSlot> slots;       ///< Qualifiers after all others, so that hopeless matches end early.
  const Frame* frame = nullptr;
  const QualifierType* currency = nullptr;  ///< Of amounts: of the relation, or of a role of the deal; null where none is declared.
  std::vector<const SlotRole*> listed;   ///< Of a deal whose facts differ by an amount: the qualifiers that each member of a list gives; else empty.
  std::vector<std::uint64_t> listed_at;  ///< The prepositions at which amounts stand.
};

/// A frame as one of those that a word may trigger.
struct WordFrame {
  const CompiledFrame* frame = nullptr;
  bool alone = false;         ///< The word by itself is a trigger; else others must stand beside it.
  ShortList<Offer, 2> gate;   ///< The frame's, here that most need no look at the frame.

  /// False where a group with that offer has nothing at the places that the frame needs.
  bool is_offered(Offer offer) const {
    return std::all_of(gate.begin(), gate.end(), [&](Offer places) { return (places & offer) != 0; });
  }
};

/// A table's frame: header words for each role.
struct ColumnFrame {
  const Relation* relation = nullptr;
  const Frame* frame = nullptr;
  bool by_filer = false;   ///< The rows are the filer's own things: the frame says "we" of its subject.
  struct Column {
    std::vector<std::string> headers;  ///< Folded words or phrases.
    SlotRole role;
  };
  std::vector<Column> columns;
};

/// A carrier noun of a type: where to look behind it.
struct CompiledCarrier {
  TypeSet types;
  bool modifier = false;
  std::vector<std::uint64_t> labels;  ///< Prepositions, or lemmas of modifying verbs.
};

/// A thing that a word of a name stands for: the agent of "-vedotin".
struct NamePart {
  std::int16_t type = no_type;
  std::string name;
};

/// All frames of an ontology. Const after construction; the ontology must outlive it.
class FrameTable {
 public:
  explicit FrameTable(const Ontology& ontology);
  ~FrameTable();

  /// Frames of a verb or noun with this lemma; empty for most.
  const std::vector<WordFrame>& verbs(std::uint64_t lemma) const;
  const std::vector<WordFrame>& nouns(std::uint64_t lemma) const;

  /// Frames that name their object themselves and that the noun with this `word_key` triggers, which may be of several words ("small molecule");
  /// empty for most.
  const std::vector<const CompiledFrame*>& sayings_of(std::uint64_t noun) const;

  /// Frames that any noun triggers.
  const std::vector<WordFrame>& any_noun() const;

  const std::vector<ColumnFrame>& columns() const;

  /// The words for the values of `qualifier`, which must be a closed one of the ontology.
  const facts::ClosedForms& closed_forms(const QualifierType& qualifier) const;

  /// What lies behind a noun with this lemma; null for most.
  const std::vector<CompiledCarrier>* carriers(std::uint64_t lemma) const;

  /// What the last word of a name with this key says of the parts of its thing; null for most. Given by features of word lists
  /// whose keys are entity types.
  const std::vector<NamePart>* name_parts(std::uint64_t word) const;

  /// The type of what the noun with this lemma explains ("antagonist"), by the cues of the vocabularies and by nominals of several words ("drug candidate",
  /// where `before` is the key of the word before the noun); `no_type` where they say nothing.
  std::int16_t explained_type(std::uint64_t lemma, std::uint64_t before) const;

  /// Types that the leading words of a name tell ("University of X"): a slot that wants only such a thing makes no other name one.
  const TypeSet& told_by_heads() const;

  /// Which types may stand in one list.
  const Kin& kin() const;

  /// Reads lengths of time.
  const facts::DurationWords& durations() const;

  const Nominals& nominals() const;
  const Ontology& ontology() const;

  /// The set of `names` and everything below them.
  TypeSet type_set(const std::vector<std::string>& names) const;

  /// Index of the type `name` in the ontology, or `no_type`.
  std::int16_t type_index(std::string_view name) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace rxgraph::ingest
