#include "ingest/names/word_table.hpp"

#include <doctest/doctest.h>

#include <string>

#include "ingest/names/phrase_trie.hpp"
#include "ontology/load.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::naming;

namespace {

/// The words of some sentences of one document.
struct Words {
  DocumentText document;
  VocabularyIndex index{core()};
  WordTable table{index};
  std::size_t sentences = 0;

  /// Adds a sentence; its number.
  std::size_t add(const std::string& sentence) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += sentence + "\n";
    std::vector<Token> tokens;
    tokenize(document, {begin, begin + static_cast<std::uint32_t>(sentence.size())}, tokens);
    table.add(document, tokens);
    return sentences++;
  }
};

}  // namespace

TEST_CASE("a sentence knows what its words are, all together") {
  Words words;
  const SentenceTraits plain = words.table.traits(words.add("it has been seen before"));
  CHECK_FALSE(plain.digit);
  CHECK_FALSE(plain.bracket);
  CHECK_FALSE(plain.foreign);
  CHECK_FALSE(plain.names);
  CHECK_FALSE(plain.capitals);
  CHECK((plain.lists & bit(WordList::auxiliaries)) != 0);
  CHECK(words.table.traits(words.add("it took 12 days")).digit);
  CHECK(words.table.traits(words.add("it (so they say) works")).bracket);
  CHECK(words.table.traits(words.add("the \"thing\" works")).bracket);
  CHECK(words.table.traits(words.add("it costs \xC2\xA3 a day")).foreign);
  CHECK(words.table.traits(words.add("zorbex(R) works")).foreign);
  CHECK(words.table.traits(words.add("it is Zorbex")).names);
  CHECK(words.table.traits(words.add("it is siZRB")).names);
  CHECK(words.table.traits(words.add("12.5")).capitals);
  CHECK(words.table.traits(words.add("ZORBEX WORKS")).capitals);
  CHECK_FALSE(words.table.traits(words.add("ZORBEx WORKS")).capitals);
}

TEST_CASE("each word has one record, however often and in whatever case it is written") {
  Words words;
  const std::size_t first = words.add("Zorbex and zorbex");
  for (int i = 0; i < 3000; ++i) words.add("q" + std::to_string(i) + "z");  // More words than are met again soon.
  const std::size_t last = words.add("ZORBEX or");
  const WordSpan before = words.table.of_sentence(first), after = words.table.of_sentence(last);
  REQUIRE(before.size() == 3);
  CHECK(before[0] == before[2]);
  CHECK(before[0] == after[0]);
  CHECK(before[0] != before[1]);
  CHECK(before[0]->key == word_key("zorbex"));
  CHECK(before[1]->lists == words.index.look_up("and", word_key("and")).lists);
}

TEST_CASE("a word is written lower where it is, not in an address, and a forgotten word counts as if it were") {
  Words words;
  words.add("Zorbex is sold; write to info@zorbex.com");
  CHECK_FALSE(words.table.is_written_lower(word_key("zorbex")));
  words.table.forget(word_key("Zorbex"));
  CHECK(words.table.is_written_lower(word_key("zorbex")));
  words.add("a zorbamil");
  CHECK(words.table.is_written_lower(word_key("zorbamil")));
  CHECK_FALSE(words.table.is_written_lower(word_key("never")));
}

TEST_CASE("a word that first stood with a capital has the ending of small letters as soon as it is written so") {
  Words words;
  const std::size_t capital = words.add("Zorbolol");
  const std::uint8_t before = words.table.of_sentence(capital).signs();
  REQUIRE((before & sign_suffix) == 0);
  words.add("a zorbolol");
  const WordFacts small = words.index.look_up("zorbolol", word_key("zorbolol"));
  REQUIRE(small.suffix >= 0);
  CHECK(words.table.of_sentence(capital)[0]->suffix == small.suffix);
  CHECK((words.table.of_sentence(capital).signs() & sign_suffix) != 0);
  CHECK((words.table.of_sentence(capital).signs() & before) == before);
}

TEST_CASE("known names are noted for the words that begin them") {
  Words words;
  const std::size_t sentence = words.add("the Zorbex group");
  PhraseTrie known;
  known.add(phrase_keys("Zorbex group"), 1);
  words.table.note_known(known);
  const WordSpan span = words.table.of_sentence(sentence);
  CHECK(span.known(0) == PhraseTrie::root);
  CHECK(span.known(1) == known.step(PhraseTrie::root, word_key("zorbex")));
  CHECK(span.known(1) != PhraseTrie::root);
  CHECK(span.known(2) == PhraseTrie::root);
}
