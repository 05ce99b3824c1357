#pragma once
/// The vocabularies of an ontology, compiled for look-ups by token: phrases in
/// a trie over token keys, word lists as bits, word endings by length.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/names/mentions.hpp"
#include "ingest/names/phrase_trie.hpp"
#include "ingest/read/text.hpp"
#include "ingest/read/tokens.hpp"
#include "ingest/vocabulary/loaded_names.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest::naming {

/// The word lists (vocabularies of kind "words") that grammars use by name. The order is that of `word_list_names`.
enum class WordList : std::uint8_t {
  determiners, pronouns, prepositions, conjunctions, auxiliaries, months, periods, year_openers, scales, currencies,
  amount_limits, amount_fillers, percent_words, vague_numbers, exchanges, party_roles, self_words, places, person_titles,
  ordinary_words, verb_forms, code_guards, stem_exceptions, drug_tails, drug_heads, title_joints, target_states, redactions,
  definition_openers, former_openers, meaning_verbs, name_stops, legal_forms, phase_words, numerals, company_articles, phase_openers, study_words, count
};

/// A set of word lists.
using WordSet = std::uint64_t;
constexpr WordSet bit(WordList list) { return WordSet{1} << static_cast<unsigned>(list); }

/// Words that never are part of a name by themselves.
inline constexpr WordSet function_words = bit(WordList::determiners) | bit(WordList::pronouns) | bit(WordList::prepositions) |
                                          bit(WordList::conjunctions) | bit(WordList::auxiliaries);

/// A phrase of a vocabulary, or one of its synonyms, with what its letters demand of a text.
struct TermUse {
  enum class Kind : std::uint8_t { name, modifier, words } kind = Kind::name;
  std::int16_t type = no_type;
  const Term* term = nullptr;
  std::uint32_t capitals = 0;  ///< Bit i: token i must begin with a capital.
  std::uint32_t uppers = 0;    ///< Bit i: token i must be all capitals.
  WordSet lists = 0;           ///< For `words`.
  bool weak = false;           ///< A modifier that makes no name by itself.
  bool opened = false;         ///< A name only after a word of `phase_openers`: "in clinical testing".
  bool site = false;           ///< A modifier that says where: of two joined by "and", each makes a name with the head.
};

/// The last noun of names of a type.
struct Head {
  std::int16_t type = no_type;
  bool title = false;  ///< The whole name is capitalised: "University".
  bool named = false;  ///< A modifier must be a name or a code: "platform".
  bool leads = false;  ///< Stands before the rest of its name: "Istituto".
  bool bare = true;    ///< It names something without a modifier: "lymphoma", but not "disease".
};

/// A common noun that types the unknown name beside it.
struct Cue {
  std::int16_t type = no_type;
  bool before = false;  ///< "the drug X".
  bool after = false;   ///< "X tablets".
  bool hyphen = false;  ///< Only joined by a hyphen: "X-targeting".
  std::int16_t next = -1;  ///< Index of another cue of the same word, as "inhibitor" is of the drug behind it and of the target before it; -1 without one.
};

/// An ending of words that makes them names of a type.
struct Suffix {
  std::string text;
  std::int16_t type = no_type;
  enum class Kind : std::uint8_t { name, head, modifier } kind = Kind::name;  ///< "-mab", "-itis", "-cytic".
  bool lower_only = false; ///< Not in capitalised words.
  bool leads = false;      ///< The first of two words that name one thing: "-tagene" before "-leucel".
  std::uint64_t noun = 0;  ///< Key of the common noun that the ending implies: "antibody" of "-mab"; 0 without one.
};

/// What the vocabularies say of one word, whatever stands around it.
struct WordFacts {
  WordSet lists = 0;
  std::uint32_t node = 0;      ///< Of the trie; 0 where no phrase begins with it.
  std::uint32_t loaded = 0;    ///< Lengths of the names of loaded vocabularies that begin with it: see `TermBook::lengths`.
  std::int16_t head = -1;      ///< Index into `VocabularyIndex::heads`.
  std::int16_t cue = -1;       ///< Index into `cues`, of the first declared.
  std::int16_t suffix = -1;    ///< Index into `suffixes`.
  bool known_form = false;     ///< A legal form.
  bool small_stop = false;     ///< A word that ends names only as it is spelled, with a small letter first: "siRNA".
  bool upper_form = false;     ///< A legal form that is one in capitals only: "AB", "SA".
  std::uint64_t singular = 0;  ///< Key of the word without its plural "s"; 0 where it has none.
  std::uint64_t noun = 0;      ///< Key of the common noun that a name with it implies, as "emtansine" does "antibody-drug conjugate"; endings: `Suffix::noun`; 0 without one.
  double value = 0;            ///< `feature.value` of a number word, a month or a scale.
  const Term* currency = nullptr;
  const Term* registry = nullptr;

  /// What the word may begin or end, as bits of `Sign`.
  std::uint8_t signs() const;
};

/// What a word tells the grammars to look for.
enum Sign : std::uint8_t { sign_phrase = 1, sign_loaded = 2, sign_head = 4, sign_cue = 8, sign_suffix = 16 };

inline std::uint8_t WordFacts::signs() const {
  return static_cast<std::uint8_t>((node != 0 ? sign_phrase : 0) | (loaded != 0 ? sign_loaded : 0) | (head >= 0 ? sign_head : 0) | (cue >= 0 ? sign_cue : 0) |
                                   (suffix >= 0 ? sign_suffix : 0));
}

/// How a document writes a word.
struct WordUse {
  std::uint64_t key = 0;
  std::uint32_t capitals = 0;    ///< Times with a capital inside a sentence that has lower-case words.
  bool seen_lower = false;       ///< Somewhere without a capital.
};

/// A word of a document: how the document writes it, and what the vocabularies say of it.
struct WordRecord : WordUse, WordFacts {};

/// The types that the grammars name, each given by a vocabulary; `no_type` where the ontology has none.
struct GrammarTypes {
  std::int16_t company = no_type, organization = no_type, compound = no_type, payload = no_type, linker = no_type,
               technology = no_type, target = no_type, indication = no_type, phase = no_type, trial = no_type;
};

/// The vocabularies of an ontology, compiled. Const and thread safe.
class VocabularyIndex {
 public:
  /// `ontology` must outlive the index, and so must `loaded`; null for none.
  explicit VocabularyIndex(const Ontology& ontology, const LoadedNames* loaded = nullptr);
  ~VocabularyIndex();

  /// What is known of `word`, whose key is `key`. Costs a look-up and, for an unknown word, one for each ending.
  WordFacts look_up(std::string_view word, std::uint64_t key) const;

  const PhraseTrie& phrases() const noexcept;

  /// What the user has loaded; null for nothing.
  const LoadedNames* loaded() const noexcept;

  const TermUse& use(std::uint32_t payload) const noexcept;
  const Head& head(std::int16_t index) const noexcept;
  const Cue& cue(std::int16_t index) const noexcept;
  const Suffix& suffix(std::int16_t index) const noexcept;

  const GrammarTypes& types() const noexcept;

  /// How the names of numbered phases begin: the first term of the vocabulary `phase_words`; empty where there is none.
  const std::string& phase_word() const noexcept;

  /// Key of the common noun that the name of a study implies: the first term of the vocabulary `trial_cues`; 0 where there is none.
  std::uint64_t study_noun() const noexcept;

  const Ontology& ontology() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

/// The token keys of `phrase` without hyphens, as `tokenize` would give them; `tokens` gets the tokens themselves.
std::vector<std::uint64_t> phrase_keys(std::string_view phrase, std::vector<Token>* tokens = nullptr);

/// The name of `list` as vocabularies spell it.
std::string_view name_of(WordList list);

}  // namespace rxgraph::ingest::naming
