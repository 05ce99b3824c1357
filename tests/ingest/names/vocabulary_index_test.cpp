#include <doctest/doctest.h>

#include "ingest/names/vocabulary_index.hpp"
#include "ontology/load.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::naming;

TEST_CASE("a trie finds phrases whatever their hyphens, and each payload once") {
  PhraseTrie trie;
  trie.add(phrase_keys("PD-1"), 7);
  trie.add(phrase_keys("PD 1"), 7);
  trie.add(phrase_keys("pd 1"), 8);
  std::uint32_t node = PhraseTrie::root;
  for (const std::uint64_t key : phrase_keys("PD1-")) node = trie.step(node, key);
  CHECK(node == PhraseTrie::root);
  for (const std::uint64_t key : phrase_keys("PD-1")) node = trie.step(node, key);
  REQUIRE(trie.payloads(node).size() == 2);
  CHECK(trie.payloads(node)[0] == 7);
  CHECK(trie.payloads(node)[1] == 8);
  trie.add({}, 9);
  CHECK(trie.payloads(PhraseTrie::root).empty());
}

TEST_CASE("the core has every list and type that the grammars name") {
  const VocabularyIndex index(core());
  for (int list = 0; list < static_cast<int>(WordList::count); ++list) {
    const std::string_view name = name_of(static_cast<WordList>(list));
    CAPTURE(name);
    CHECK(core().vocabulary(name) != nullptr);
  }
  const GrammarTypes& types = index.types();
  for (const std::int16_t type : {types.company, types.organization, types.compound, types.payload, types.linker, types.technology, types.target,
                                  types.indication, types.phase, types.trial}) {
    CHECK(type != no_type);
  }
}

TEST_CASE("a word is known in its plural") {
  const VocabularyIndex index(core());
  CHECK(index.look_up("lymphomas", word_key("lymphomas")).head >= 0);
  CHECK(index.look_up("zorb", word_key("zorb")).head < 0);
}
