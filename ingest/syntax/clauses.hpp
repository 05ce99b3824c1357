#pragma once
/// Who does what to whom: the links between the groups of a sentence.

#include <bitset>
#include <cstdint>
#include <vector>

#include "base/short_list.hpp"
#include "ingest/syntax/groups.hpp"

namespace rxgraph::ingest {

/// A group that hangs on another one.
inline constexpr std::uint64_t itself_alone = 1;

struct Attached {
  std::uint64_t label = 0;   ///< Key of the preposition; 0 where none is needed, `itself_alone` of a subject that is not meant with its list.
  std::uint32_t group = 0;   ///< A noun group, or a gerund ("for treating D").
  float weight = 1;          ///< How sure the attachment is, above 0.

  friend bool operator==(const Attached&, const Attached&) = default;
};

using GroupList = ShortList<std::uint32_t, 2>;  ///< Groups, by their index.
using AttachedList = ShortList<Attached, 1>;

/// The links of one group. A noun group uses the first part, a verb group the second.
struct Links {
  Links() noexcept {}  ///< Of its own, so that the lists' room is not filled with zeros first.

  GroupList members;                  ///< Noun groups coordinated with it, in order, itself included.
  GroupList items;                    ///< Of the first name of a list that semicolons part: the names that head its items, itself included.
  std::int32_t apposed_to = no_group; ///< The noun group that it explains, by apposition or by a copula.
  bool apposed_by_copula = false;
  bool apposed_in_past = false;       ///< By a copula in the past tense or with a modal.
  std::int32_t governor = no_group;   ///< The preposition before it.
  GroupList verbs;                    ///< Verb groups that modify it: relative, participial, infinitive.
  std::int32_t verb = no_group;       ///< The verb group that it is an argument of, near or far; the nearest where several are.

  AttachedList agents;                ///< Subjects of the active, by-phrases of the passive.
  AttachedList themes;                ///< Objects of the active, subjects of the passive.
  AttachedList recipients;            ///< Indirect objects; the subject of a passive that has an object.
  bool has_object = false;            ///< A noun group follows the verb.

  AttachedList prepositional;         ///< Prepositional groups, of nouns and of verbs, in order.
};

/// For each entity type, by index, the types that may stand in one list with it: those that share a slot of some relation.
using Kin = std::vector<std::bitset<128>>;

/// Links the groups of a sentence; one entry a group. Linear in the groups but for chains of prepositions, which are
/// followed for a bounded number of steps.
std::vector<Links> link_groups(const std::vector<Group>& groups, const AnalysedSentence& sentence, const Kin& kin);

}  // namespace rxgraph::ingest
