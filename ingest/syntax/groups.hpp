#pragma once
/// Noun groups, verb groups and what stands between them: the units of shallow syntax.

#include <cstdint>
#include <vector>

#include "base/short_list.hpp"
#include "ingest/syntax/lexicon.hpp"
#include "ingest/names/mentions.hpp"

namespace rxgraph::ingest {

inline constexpr std::int32_t no_group = -1;

/// The lemma of "each other" and "one another", which are one pronoun.
inline const std::uint64_t each_other = word_key("each other");

/// A name before the head of a noun group, and how it hangs on it.
struct Modifier {
  std::uint32_t mention = 0;   ///< Index into the sentence's mentions.
  std::uint64_t link = 0;      ///< Key of the word after its hyphen ("HER2-targeting"), or of the prefix ("anti-HER2"); 0 without one.
  bool prefix = false;         ///< The link stands before the name.
};

/// A unit of a sentence. Which members mean something depends on `kind`.
struct Group {
  enum class Kind : std::uint8_t { noun, verb, preposition, conjunction, comma, relative, subordinator, open, close, stop, other };
  enum class Determiner : std::uint8_t { none, indefinite, definite, possessive, negative };

  Kind kind = Kind::other;
  std::uint32_t first = 0;  ///< First token.
  std::uint32_t last = 0;   ///< One past the last.
  std::uint64_t lemma = 0;  ///< Key of the head noun's or main verb's lemma, or of the word.

  // Noun groups
  Determiner determiner = Determiner::none;
  bool defined = false;                   ///< Definite, and its head has a capital: "the Company", "the Licensee".
  bool counted = false;                   ///< A number begins it: "two compounds".
  bool pronoun = false;                   ///< The group is a pronoun; `lemma` is its key.
  std::int32_t possessor = no_group;      ///< The noun group with 's before it.
  std::uint64_t possessive = 0;           ///< Key of "our", "its", ... that begins it; 0 without one.
  std::int32_t head_mention = -1;         ///< The mention that the group ends with; -1 where a common noun is its head.
  ShortList<Modifier, 1> modifiers;       ///< Mentions before the head.

  // Verb groups
  bool passive = false;
  bool reduced = false;      ///< A participle without auxiliary: "licensed from", "evaluating".
  bool infinitive = false;
  bool gerund = false;       ///< -ing without auxiliary.
  bool negated = false;
  bool copula = false;       ///< Main verb "be".
  bool composes = false;     ///< Main verb "consist", "comprise", "contain" or "compose": its object is a part.
  bool past = false;         ///< Past or perfect.
  Mood mood = Mood::none;
  Mood object_mood = Mood::none;  ///< How sure the verb makes what it acts on: "seek", "recommend".
};

/// Splits a sentence into groups, in order and without gaps but for quotes and adverbs. Linear in the tokens.
std::vector<Group> find_groups(const AnalysedSentence& sentence, const DocumentText& document, const Lexicon& lexicon);

}  // namespace rxgraph::ingest
