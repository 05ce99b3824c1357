#pragma once
/// What single words can be: function words of English, the forms of verbs, the lemmas of nouns. Everything is looked up by word key.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/tokens.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

/// What a function word does. Words of open classes have none.
enum class WordClass : std::uint8_t {
  open,
  determiner,         ///< "the", "a", "this", "any", "no"
  possessive,         ///< "our", "its", "their"
  pronoun,            ///< "we", "it", "they"
  relative,           ///< "which", "who", "that"
  preposition,        ///< "of", "under", "using"
  conjunction,        ///< "and", "or"
  subordinator,       ///< "if", "because", "although", "but"
  modal,              ///< "will", "may"
  be,
  have,
  do_,
  to,
  negation,           ///< "not", "never"
  adverb,             ///< "also", "currently"; words in -ly as well
};

/// How sure a modal or a governing verb makes what follows.
enum class Mood : std::uint8_t { none, planned, possible, negative };

/// What is known of one word form.
struct WordInfo {
  WordClass word_class = WordClass::open;
  enum Form : std::uint8_t { none = 0, base = 1, third = 2, past = 4, participle = 8, gerund = 16 };
  std::uint8_t forms = none;      ///< Verb forms that it may be.
  std::uint64_t verb = 0;         ///< Key of the verb's lemma, where it may be a verb form.
  bool known_noun = false;        ///< A noun that frames, carriers or nominals name: it needs proof to be a verb.
  bool definite = false;          ///< Of a determiner: "the", "this", "these", "such".
  bool number = false;            ///< "two", "three".
  bool negative = false;          ///< "no", "neither", "without", "nor".
  bool begins_phrase = false;     ///< A preposition or conjunction of several words may begin with it.
  bool ditransitive = false;      ///< A verb with a recipient in some frame.
  Mood mood = Mood::none;         ///< Of a modal, or of a verb that governs an infinitive ("plan", "fail").
  Mood object_mood = Mood::none;  ///< Of a verb: how sure it makes what it acts on ("seek approval", "recommend").
};

/// The lexicon of an ontology: English function words, its `verbs` vocabularies, the verbs and nouns of its frames.
class Lexicon {
 public:
  explicit Lexicon(const Ontology& ontology);
  ~Lexicon();

  /// What `key` may be. `word` is its text, for the endings of words that no list has.
  WordInfo look_up(std::uint64_t key, std::string_view word) const;

  /// A preposition or conjunction of several words.
  struct LongWord {
    std::vector<std::uint64_t> keys;   ///< Of its words.
    std::uint64_t whole = 0;           ///< `word_key` of the phrase.
    WordClass word_class = WordClass::preposition;
  };

  /// The phrase that begins at `tokens[at]` ("in combination with", "as well as"), or null.
  const LongWord* long_word(const std::vector<Token>& tokens, std::size_t at) const;

  /// The key of the lemma of a noun: "trials" to "trial", "studies" to "study", "antibodies" to "antibody".
  static std::uint64_t noun_lemma(std::string_view word);

  /// The same for a word whose own key is known, which most often is the lemma's.
  static std::uint64_t noun_lemma(std::string_view word, std::uint64_t key);

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace rxgraph::ingest
