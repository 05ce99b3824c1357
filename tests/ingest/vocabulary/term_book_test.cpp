#include "ingest/vocabulary/term_book.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <map>
#include <random>
#include <set>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/names.hpp"
#include "ingest/vocabulary/book_layout.hpp"
#include "ingest/vocabulary/loaded_names.hpp"
#include "ingest/vocabulary/name_keys.hpp"
#include "tests/ingest/folder.hpp"
#include "tests/ingest/importing.hpp"

namespace rxgraph::ingest {
using namespace testing;

namespace {

/// A list of `count` terms of random names of one to four made-up words.
TermList random_list(std::uint32_t seed, std::size_t count, bool links = true) {
  std::mt19937 random(seed);
  static const std::vector<std::string> parts = {"wob", "quiv", "sha", "ken", "lor", "min", "tax", "ur", "pol", "ze", "CD", "7", "-", "a\u00e9"};
  const auto word = [&] {
    std::string made;
    for (std::size_t i = 0, size = 2 + random() % 3; i < size; ++i) made += parts[random() % parts.size()];
    return made;
  };
  TermList list;
  list.source = "made " + std::to_string(seed);
  list.format = "tsv";
  for (std::size_t t = 0; t < count; ++t) {
    ListedTerm& term = list.terms.emplace_back();
    term.type = random() % 2 == 0 ? "Target" : "Indication";
    if (random() % 3 != 0) term.ids.emplace_back("mine", std::to_string(t));
    for (std::size_t n = 0, names = 1 + random() % 4; n < names; ++n) {
      std::string text = word();
      for (std::size_t w = random() % 4; w > 0; --w) text += " " + word();
      const bool exact = random() % 4 != 0;
      term.names.push_back({text, exact, exact, static_cast<ListedName::Letters>(random() % 4)});
    }
    if (links && t > 0 && random() % 2 == 0) term.broader.push_back(static_cast<std::uint32_t>(random() % t));
  }
  settle_said(list);
  return list;
}

std::string message_of(std::string bytes) {
  try {
    const TermBook book("mine.rxv", Bytes(std::move(bytes)));
  } catch (const InputError& error) {
    return error.what();
  }
  return "it opens";
}

std::uint64_t phrase_of(const std::string& name) {
  NameKeys keys;
  keys.read(name);
  return keys.phrase();
}

}  // namespace

TEST_CASE("what is compiled is what is loaded, and equal lists give equal bytes") {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    const TermList list = random_list(seed, 1 + seed * 3);
    const std::string bytes = compile_terms(list);
    CHECK(bytes == compile_terms(list));
    const TermBook book("mine.rxv", Bytes(bytes));
    CHECK(book.list() == list);
    CHECK(book.fingerprint() == TermBook("elsewhere.rxv", Bytes(bytes)).fingerprint());
  }
  CHECK(book_of({}).list() == TermList{});
  CHECK(book_of(random_list(1, 9)).fingerprint() != book_of(random_list(2, 9)).fingerprint());
}

TEST_CASE("look-ups find what a plain map of the names finds") {
  const TermList list = random_list(7, 3000);
  const TermBook book = book_of(list);
  std::map<std::uint64_t, std::set<std::string>> phrases, forms;
  for (const ListedTerm& term : list.terms) {
    for (const ListedName& name : term.names) {
      if (name.said) phrases[phrase_of(name.text)].insert(name.text);
      forms[form_key(normal_form(name.text))].insert(name.text);
    }
  }
  forms.erase(0);
  const auto texts = [&](const NameHits& hits) {
    std::set<std::string> found;
    for (const std::uint32_t index : hits.all()) found.emplace(book.name(index).text);
    return found;
  };
  for (const auto& [key, names] : phrases) CHECK(texts(book.by_phrase(key)) == names);
  for (const auto& [key, names] : forms) {
    if (names.size() < NameHits{}.names.size()) CHECK(texts(book.by_form(key)) == names);
  }
  std::mt19937_64 random(3);
  for (int i = 0; i < 100000; ++i) {
    const std::uint64_t key = random();
    CHECK(book.by_phrase(key).count == phrases.count(key));
    CHECK(book.by_form(key).count == forms.count(key));
    CHECK(book.lengths(key) == 0);
  }
  for (std::uint32_t t = 0; t < list.terms.size(); ++t) {
    for (const auto& [registry, id] : list.terms[t].ids) CHECK(book.by_id(registry, id) == t);
  }
  CHECK(book.by_id("mine", "no such") == TermBook::no_term);
}

TEST_CASE("every said name can be reached from its first two words") {
  const TermList list = random_list(11, 2000);
  const TermBook book = book_of(list);
  NameKeys keys;
  for (const ListedTerm& term : list.terms) {
    for (const ListedName& name : term.names) {
      if (!name.said) continue;
      keys.read(name.text);
      const std::vector<Token>& tokens = keys.tokens();
      CHECK((book.lengths(tokens[0].key) >> (tokens.size() - 1) & 1) == 1);
      if (tokens.size() > 1) CHECK(book.may_begin(tokens[0].key, tokens[1].key));
    }
  }
}

TEST_CASE("of a name that a hundred thousand terms share, the first sixteen are found, in little time") {
  TermList list;
  for (int i = 0; i < 100000; ++i) list.terms.push_back({"Target", {}, {{"the same name", true, true, ListedName::Letters::any}}, {}});
  const auto began = std::chrono::steady_clock::now();
  const TermBook book = book_of(list);
  CHECK(book.by_phrase(phrase_of("the same name")).count == 16);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(20));
}

TEST_CASE("a file that is no vocabulary, or not a whole one, says so and what to do") {
  const std::string good = compile_terms(random_list(5, 40));
  CHECK(message_of(good) == "it opens");
  const std::string damaged = "mine.rxv: damaged; import it again from its source";
  CHECK(message_of("") == "mine.rxv: is no compiled vocabulary; make one with 'rxgraph vocabulary import'");
  CHECK(message_of("format-version: 1.2\n") == "mine.rxv: is no compiled vocabulary; make one with 'rxgraph vocabulary import'");
  for (std::size_t size = 12; size < good.size(); size += 1 + size / 7) CHECK(message_of(good.substr(0, size)) == damaged);
  CHECK(message_of(good + "x") == damaged);
  for (std::size_t at = 16; at < good.size(); at += 1 + good.size() / 200) {
    std::string broken = good;
    broken[at] = static_cast<char>(broken[at] ^ 0x10);
    CHECK(message_of(broken) == damaged);
  }
  std::string newer = good;
  newer[8] = 9;
  CHECK(message_of(newer) == "mine.rxv: was made by a newer rxgraph; import it again with this one, or take the newer");
}

TEST_CASE("a file whose words were keyed in another way says so") {
  std::string other = compile_terms(random_list(5, 4));
  other[offsetof(book::Header, keys)] = static_cast<char>(other[offsetof(book::Header, keys)] ^ 1);
  constexpr std::size_t behind = offsetof(book::Header, checksum) + sizeof(std::uint64_t);
  const std::uint64_t checksum = hash64(std::string_view(other).substr(behind));
  std::memcpy(other.data() + offsetof(book::Header, checksum), &checksum, sizeof checksum);
  CHECK(message_of(other) == "mine.rxv: was made by an rxgraph that reads words in another way; import it again from its source");
}

TEST_CASE("what is no list is not compiled") {
  CHECK_THROWS_AS(compile_terms({"", "", {{"Target", {}, {}, {}}}}), std::invalid_argument);
  CHECK_THROWS_AS(compile_terms({"", "", {{"Target", {}, {{"wobblin", true, true, ListedName::Letters::any}}, {7}}}}), std::invalid_argument);
}

TEST_CASE("a million names are loaded in well under a second") {
  const Folder folder;
  const std::string bytes = compile_terms(random_list(13, 400000));
  const std::string path = folder.add("many.rxv", bytes);
  const auto began = std::chrono::steady_clock::now();
  const TermBook book = TermBook::open(path);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
  CHECK(book.names() > 900000);
  CHECK(passed.count() < 1.0);
  MESSAGE(book.names() << " names, " << bytes.size() << " bytes, opened in " << passed.count() * 1000 << " ms");
}

TEST_CASE("a vocabulary of a type that the ontology does not declare is refused") {
  TermList list;
  list.terms.push_back({"Planet", {}, {{"wobblin", true, true, ListedName::Letters::any}}, {}});
  std::vector<TermBook> books;
  books.push_back(book_of(list));
  CHECK_THROWS_WITH_AS(LoadedNames(std::move(books), core()),
                       "mine.rxv: has terms of type 'Planet', which the ontology does not declare; give the --ontology that does, or import it again with --as", InputError);
}

}  // namespace rxgraph::ingest
