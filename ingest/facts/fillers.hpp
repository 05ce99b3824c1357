#pragma once
/// What fills the slot of a frame: from a group to the things or values that it stands for.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ingest/syntax/discourse.hpp"
#include "ingest/facts/defined_terms.hpp"
#include "ingest/facts/frame_table.hpp"

namespace rxgraph::ingest {

class Agreements;
struct Agreement;

/// One sentence with everything known about it. Nothing is owned.
struct Scene {
  const DocumentText& document;
  const AnalysedSentence& sentence;
  TextRange text;                       ///< Of the sentence.
  const std::vector<Group>& groups;
  const std::vector<Links>& links;
  const Discourse& discourse;
  const FrameTable& table;
  const FilingMemory& memory;
  const DefinedTerms* terms = nullptr;     ///< What the document's own terms stand for; null for nothing.
  const Agreements* agreements = nullptr;  ///< What the sentences before were about; null for nothing.
};

/// A thing or a value that may fill a slot.
struct Filler {
  std::uint32_t entity = no_entity;     ///< The thing; `no_entity` for a value.
  Value value;                          ///< The value, where `entity` is none.
  std::string currency;                 ///< Of an amount of money.
  float confidence = 1;
  std::optional<TextRange> context;     ///< The passage outside the sentence that it needs.
  bool defined = false;                 ///< A term that the document defines stands for it.
  bool direct = true;                   ///< False where coreference or a topic was needed.
  std::int32_t place = no_group;        ///< The noun group that it stands in, where one of a list may be meant; else `no_group`.
  std::int16_t guess = no_type;         ///< The type that the slot gives to a name of unknown type; `no_type` for typed things.

  friend bool operator==(const Filler&, const Filler&) = default;
};

/// Finds fillers within one scene, which must outlive it.
class FillerFinder {
 public:
  explicit FillerFinder(const Scene& scene) : scene_(scene) {}

  /// What stands at `place` of the verb or noun group `group` and suits `role`; lists are distributed.
  std::vector<Filler> at_place(std::uint32_t group, const SlotPlace& place, const SlotRole& role) const;

  /// The places of a group where something stands, as far as bits can tell: `offer & offer_of(place)` is 0 only where `may_fill` says no.
  Offer offer(std::uint32_t group) const;

  /// False if nothing can come of `at_place` with the same arguments: a look at what stands there, without reading it. Allocates nothing.
  bool may_fill(std::uint32_t group, const SlotPlace& place, const SlotRole& role) const;

  /// The groups that stand at `place`.
  AttachedList groups_at(std::uint32_t group, const SlotPlace& place) const;

  /// Hands the groups at `place` to `holds`, in order, until it says true; false if it never does. Allocates nothing.
  template <typename Holds>
  bool any_at(std::uint32_t group, const SlotPlace& place, const Holds& holds) const;

  /// Things of `types` that the noun group itself denotes: its name, its apposition, what "the antibody" or "we" refers to.
  std::vector<Filler> denoted(std::uint32_t group, const TypeSet& types) const { return denoted(group, types, 0); }

 private:
  std::vector<Filler> denoted(std::uint32_t group, const TypeSet& types, int depth) const;
  std::vector<Filler> in_brackets_of_acronym(std::uint32_t group, const TypeSet& types) const;  ///< "ABC (AB-123)": the drug in brackets behind letters that no name is known for.
  std::vector<Filler> examples_in_brackets(std::uint32_t group, const TypeSet& types) const;  ///< "blood cancers (A, B)": several of its kind behind a plural.
  bool heads_list(std::uint32_t group) const;       ///< "our partners A and B": a plural before the first of several names says it of all.
  bool explains_one(std::uint32_t group) const;     ///< "A, B and C, a subsidiary of D": one noun explains the thing beside it, not the whole list.
  bool is_class_of(std::uint32_t group) const;      ///< "AB-1 is a Zorbody": a name with an indefinite article says of what kind the thing beside it is.
  bool is_told_in_item(std::uint32_t group) const;  ///< "Initiated a Phase 2 trial": the verb that begins an item of a list says what the speaker does.
  bool opens_cell(std::uint32_t group) const;  ///< Only words that describe it stand before the noun group: "selective, oral kinase inhibitor".
  bool may_denote(std::uint32_t group, const TypeSet& types, int depth) const;  ///< False if the group, or what it carries, can be nothing of `types`.
  bool may_refer(const Group& noun, const TypeSet& types) const;                ///< False if `pronoun` or `referred` finds nothing.
  bool may_stand(std::uint32_t group, const TypeSet& types, int depth) const;   ///< False if `filled` finds nothing.
  std::vector<Filler> named(std::uint32_t group, const TypeSet& types) const;
  bool is_by_the_way(std::uint32_t group) const;  ///< "issued notes in connection with the purchase of A": the day is not that of the purchase.
  std::vector<Filler> meant_by(const Attached& attached, const TypeSet& types) const;  ///< By the group, with its list unless it is meant alone.
  std::vector<Filler> best_reading(AttachedList groups, const TypeSet& types) const;
  std::vector<Filler> denoted_or_carried(std::uint32_t group, const TypeSet& types, int depth) const;
  std::vector<Filler> filled(std::uint32_t group, const TypeSet& types, int depth) const;
  std::vector<Filler> filled_alone(std::uint32_t group, const TypeSet& types, int depth) const;  ///< As `filled`, without the list that the group stands in.
  std::vector<Filler> carried(std::uint32_t group, const TypeSet& types, int depth) const;
  /// Adds the heads of the list that semicolons part, where one of `groups` begins or announces it.
  void add_items(const AttachedList& groups, const TypeSet& types, std::vector<Filler>& found) const;

  /// The groups at `place` that give a value; of a noun also those that say where what it is for is done: "a right to sell X in Japan".
  AttachedList stated_at(std::uint32_t group, const SlotPlace& place) const;
  std::vector<Filler> modifiers(std::uint32_t group, const TypeSet& types, const SlotPlace& place) const;
  std::vector<Filler> possessors(std::uint32_t group, const TypeSet& types) const;
  std::vector<Filler> owners(std::uint32_t group, const SlotPlace& place, const TypeSet& types) const;
  std::vector<Filler> genitives(std::uint32_t group, const TypeSet& types, int depth) const;
  std::vector<Filler> values(std::uint32_t group, const QualifierType& qualifier) const;
  std::vector<Filler> said_by_verb(std::uint32_t group, const QualifierType& qualifier) const;  ///< "exclusively licensed".
  std::vector<Filler> literals(std::uint32_t group, SlotRole::Literal literal) const;
  std::vector<Filler> length_of_time(std::uint32_t group) const;  ///< "ten years", "a five (5) year term".
  std::vector<Filler> event(std::uint32_t group) const;           ///< "the expiration of the last royalty term".
  std::vector<Filler> shared_alike(std::uint32_t group, const QualifierType& qualifier) const;  ///< "equally", "50/50" behind a verb.
  std::vector<Filler> band(std::uint32_t group) const;  ///< The percentages of a noun group: "6% to 12%" is one value.
  std::vector<Filler> amounts(std::uint32_t group, const QualifierType& qualifier) const;
  std::vector<Filler> further_amounts(std::uint32_t group, const QualifierType& qualifier) const;
  void exclude(std::uint64_t preposition, std::uint32_t group, std::vector<Filler>& values) const;  ///< "outside the United States".
  TextRange spoken(std::uint32_t group) const;  ///< The words of a noun group that its values are looked for in.
  bool has_parts(const Group& noun) const;  ///< Its head is a name of several words.
  std::vector<Filler> parts(std::uint32_t group, const TypeSet& types) const;
  std::vector<Filler> dates(std::uint32_t group) const;
  bool dates_event(const Attached& attached) const;  ///< Not "until 2020", nor "as of 2020" without "effective".
  bool is_unit_price(const Mention& mention) const;  ///< "$20 per share".
  /// What the sentence names before a pronoun: what stands free, the nearest alone, or else what prepositions govern.
  struct NounsBefore {
    std::vector<Filler> free, governed;
  };
  std::vector<Filler> pronoun(std::uint32_t group, std::uint64_t key, const TypeSet& types, int depth = 0) const;  ///< `depth`: of what asks, which bounds circles.
  bool may_stand_for(std::uint64_t key, const TypeSet& types) const;
  std::vector<Filler> speaker(const TypeSet& types) const;                                           ///< "we".
  std::vector<Filler> others_that_act(std::uint32_t group, const TypeSet& types, int depth) const;   ///< "each other".
  /// "A sold its drug": who acts in the clause, before the pronoun; nothing where nobody does, and nobody where another may be meant as well.
  std::optional<std::vector<Filler>> who_acts(std::uint32_t group, const TypeSet& types, int depth) const;
  bool acts_beside(std::uint32_t noun, std::uint32_t pronoun) const;                                 ///< "A licensed X from it": "it" is not A.
  NounsBefore nouns_before(std::uint32_t group, std::uint64_t key, const TypeSet& types) const;
  std::vector<Filler> who_acts_behind(std::uint32_t group, const TypeSet& types) const;              ///< "Through its subsidiary, A sells X".
  std::vector<Filler> sentence_before(std::uint32_t group, std::uint64_t key, const TypeSet& types) const;
  std::vector<Filler> all_subjects_before(const TypeSet& types) const;                               ///< "Both are in Phase 2", after a sentence about two.
  bool another_is_nearer(std::uint32_t group, std::uint32_t agent, const TypeSet& types) const;      ///< "A has an agreement with B for use of its technology": whose it is, nobody knows.

  std::vector<Filler> referred(std::uint32_t group, const TypeSet& types) const;
  bool is_own_leader(const Group& noun) const;                       ///< "our lead candidate", "our drug candidate".
  bool is_plural_party(const Group& noun) const;                     ///< "the parties", "the two companies".
  bool is_any_party(const Group& noun) const;                        ///< "each party", "the other", "the other party".
  std::vector<Filler> both_sides(const TypeSet& types) const;        ///< Of the agreement spoken of last.
  bool is_known_agreement(const Group& noun) const;                  ///< "the agreement", "the Acme Agreement": one that was spoken of.
  bool is_called_by_name(const Group& noun) const;                   ///< "the Zorbex Agreement", where nobody knows what Zorbex is.
  std::vector<Filler> sides_of_agreement(std::uint32_t group, const TypeSet& types) const;
  std::vector<Filler> sides_of(const Agreement& agreement, const TypeSet& types) const;
  std::optional<Filler> of_mention(const Mention& mention, const TypeSet& types, bool guess) const;

  const Scene& scene_;
};

template <typename Holds>
bool FillerFinder::any_at(std::uint32_t group, const SlotPlace& place, const Holds& holds) const {
  const Links& links = scene_.links[group];
  const auto any = [&](const AttachedList& list) { return std::any_of(list.begin(), list.end(), holds); };
  const auto one = [&](std::int32_t other, std::uint64_t label = 0) { return other != no_group && holds(Attached{label, static_cast<std::uint32_t>(other), 1}); };
  using Kind = SlotPlace::Kind;
  switch (place.kind) {
    case Kind::agent:  // Of a noun: the subject of the verb that it depends on.
      if (scene_.groups[group].kind == Group::Kind::verb) return any(links.agents);
      return links.verb != no_group && any(scene_.links[static_cast<std::size_t>(links.verb)].agents);
    case Kind::theme: return any(links.themes);
    case Kind::recipient: return any(links.recipients);
    case Kind::when:
      for (const Attached& attached : links.prepositional) {
        if (dates_event(attached) && !dates(attached.group).empty()) return holds(attached);  // The first alone.
      }
      return false;
    case Kind::preposition:
      return std::any_of(links.prepositional.begin(), links.prepositional.end(), [&](const Attached& attached) { return attached.label == place.key && holds(attached); });
    case Kind::head:
    case Kind::name: return one(static_cast<std::int32_t>(group));
    case Kind::possessor:
    case Kind::genitive: return one(scene_.groups[group].possessor);
    case Kind::host: return one(links.apposed_to, explains_one(group) ? itself_alone : 0);
    case Kind::part:
    case Kind::modifier:
    case Kind::link:
    case Kind::prefix:
    case Kind::owner:
    case Kind::manner: return false;
  }
  return false;
}

}  // namespace rxgraph::ingest
