#include "ingest/facts/frame_words.hpp"

#include <doctest/doctest.h>

#include "base/names.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::facts;

TEST_CASE("blanks part the words of a trigger, and a hyphen before the last word of a noun is a token of its own") {
  CHECK(keys_of("put  into ") == std::vector<std::uint64_t>{word_key("put"), word_key("into")});
  CHECK(keys_of("").empty());
  CHECK(noun_keys_of("co-promotion agreement") == std::vector<std::uint64_t>{word_key("co"), word_key("-"), word_key("promotion"), word_key("agreement")});
  CHECK(noun_keys_of("add-on") == std::vector<std::uint64_t>{word_key("add-on")});
}

TEST_CASE("a slot is a place by its name, a link by its hyphen, an owner by its ending, and else a preposition") {
  using Kind = SlotPlace::Kind;
  CHECK(place_of("agent").kind == Kind::agent);
  CHECK(place_of("host").kind == Kind::host);
  CHECK(place_of("-targeting").kind == Kind::link);
  CHECK(place_of("-targeting").key == word_key("targeting"));
  CHECK(place_of("anti-").kind == Kind::prefix);
  CHECK(place_of("anti-").key == word_key("anti"));
  CHECK(place_of("to's").kind == Kind::owner);
  CHECK(place_of("to's").key == word_key("to"));
  CHECK(place_of("in combination with").kind == Kind::preposition);
  CHECK(place_of("in combination with").key == word_key("in combination with"));
}
