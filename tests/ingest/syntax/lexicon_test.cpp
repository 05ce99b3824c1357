#include "ingest/syntax/lexicon.hpp"

#include <doctest/doctest.h>

#include "ontology/load.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

const Lexicon& lexicon() {
  static const Lexicon all(core());
  return all;
}

WordInfo look_up(std::string_view word) { return lexicon().look_up(word_key(word), word); }

/// The phrase at the begin of `text`, or null.
const Lexicon::LongWord* long_word(const std::string& text) {
  DocumentText document;
  document.text = text;
  static std::vector<Token> tokens;
  tokens.clear();
  tokenize(document, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  return lexicon().long_word(tokens, 0);
}

}  // namespace

TEST_CASE("function words have their class in any case") {
  CHECK(look_up("the").word_class == WordClass::determiner);
  CHECK(look_up("The").word_class == WordClass::determiner);
  CHECK(look_up("our").word_class == WordClass::possessive);
  CHECK(look_up("which").word_class == WordClass::relative);
  CHECK(look_up("pursuant").word_class == WordClass::preposition);
  CHECK(look_up("never").word_class == WordClass::negation);
  CHECK(look_up("whereas").word_class == WordClass::subordinator);
  CHECK(look_up("zebra").word_class == WordClass::open);
}

TEST_CASE("what determiners say is known") {
  CHECK(look_up("such").definite);
  CHECK_FALSE(look_up("a").definite);
  CHECK(look_up("two").number);
  CHECK(look_up("neither").negative);
  CHECK_FALSE(look_up("each").negative);
}

TEST_CASE("words in -ly are adverbs, but for nouns that end so") {
  CHECK(look_up("zealously").word_class == WordClass::adverb);
  CHECK(look_up("family").word_class != WordClass::adverb);
  CHECK(look_up("supply").word_class != WordClass::adverb);
}

TEST_CASE("regular verbs are known in all their forms by one lemma") {
  const std::uint64_t develop = word_key("develop");
  for (const std::string_view form : {"develop", "develops", "developed", "developing"}) {
    CAPTURE(form);
    CHECK(look_up(form).verb == develop);
  }
  CHECK((look_up("develops").forms & WordInfo::third) != 0);
  CHECK((look_up("developing").forms & WordInfo::gerund) != 0);
  CHECK((look_up("developed").forms & (WordInfo::past | WordInfo::participle)) == (WordInfo::past | WordInfo::participle));
}

TEST_CASE("spelling bends where endings meet") {
  CHECK(look_up("studies").verb == word_key("study"));
  CHECK(look_up("licensing").verb == word_key("license"));
  CHECK(look_up("stopped").verb == word_key("stop"));
  CHECK(look_up("launches").verb == word_key("launch"));
}

TEST_CASE("irregular verbs have their own past and participle") {
  CHECK(look_up("began").verb == word_key("begin"));
  CHECK((look_up("began").forms & WordInfo::past) != 0);
  CHECK((look_up("begun").forms & WordInfo::participle) != 0);
  CHECK((look_up("began").forms & WordInfo::participle) == 0);
}

TEST_CASE("modals and governing verbs say how sure what follows is") {
  CHECK(look_up("will").mood == Mood::planned);
  CHECK(look_up("may").mood == Mood::possible);
  CHECK(look_up("plan").mood == Mood::planned);
  CHECK(look_up("eligible").mood == Mood::possible);
  CHECK(look_up("decline").mood == Mood::negative);
  CHECK(look_up("run").mood == Mood::none);
}

TEST_CASE("nouns that frames, carriers and nominals name are known, verbs with a recipient as well") {
  CHECK(look_up("study").known_noun);
  CHECK(look_up("trials").known_noun);
  CHECK(look_up("antibodies").known_noun);
  CHECK_FALSE(look_up("zebra").known_noun);
  CHECK(look_up("grant").ditransitive);
  CHECK_FALSE(look_up("develop").ditransitive);
}

TEST_CASE("a plural has the key of its singular") {
  CHECK(Lexicon::noun_lemma("trials") == word_key("trial"));
  CHECK(Lexicon::noun_lemma("Studies") == word_key("study"));
  CHECK(Lexicon::noun_lemma("women") == word_key("woman"));
  CHECK(Lexicon::noun_lemma("approaches") == word_key("approach"));
  CHECK(Lexicon::noun_lemma("analysis") == word_key("analysis"));
  CHECK(Lexicon::noun_lemma("virus") == word_key("virus"));
  CHECK(Lexicon::noun_lemma("class") == word_key("class"));
  CHECK(Lexicon::noun_lemma("MASSES") == word_key("mass"));
  CHECK(Lexicon::noun_lemma("gas") == word_key("gas"));
  CHECK(Lexicon::noun_lemma("IDEAS") == word_key("idea"));
  CHECK(Lexicon::noun_lemma("caf\xC3\xA9s") == word_key("caf\xC3\xA9"));
  CHECK(Lexicon::noun_lemma("") == word_key(""));
}

TEST_CASE("a lemma is the same whether the key of the word is at hand or not") {
  for (const std::string word : {"trials", "Trial", "STUDIES", "women", "licence", "bus", "gas", "caf\xC3\xA9s", "na\xC3\xAFve", "\xC3\xA9tudes", "s", "ies", "axes", "boxes", "\xCE\xB1"}) {
    CAPTURE(word);
    CHECK(Lexicon::noun_lemma(word, word_key(word)) == Lexicon::noun_lemma(word));
  }
}

TEST_CASE("prepositions of several words are found whole, where all their words stand") {
  const Lexicon::LongWord* const found = long_word("in combination with it");
  REQUIRE(found != nullptr);
  CHECK(found->whole == word_key("in combination with"));
  CHECK(found->word_class == WordClass::preposition);
  REQUIRE(long_word("as well as") != nullptr);
  CHECK(long_word("as well as")->word_class == WordClass::conjunction);
  CHECK(long_word("in combination") == nullptr);
  CHECK(long_word("with it") == nullptr);
}
