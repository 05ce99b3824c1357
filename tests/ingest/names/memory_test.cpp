#include <doctest/doctest.h>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;
using namespace rxgraph::ingest::testing;

namespace {

NameUse name(const std::string& text, const std::string& how = "text") {
  NameUse use;
  use.text = text;
  use.how = how;
  return use;
}

FilingMemory parties() {
  FilingMemory memory;
  memory.rules = {{true, false}, {false, true}};
  return memory;
}

}  // namespace

TEST_CASE("a name is found in any of its spellings, within its type") {
  FilingMemory memory = parties();
  const std::uint32_t acme = memory.add(0, name("Acme, Inc."));
  CHECK(memory.find(0, "ACME INC") == acme);
  CHECK(memory.add(0, name("Acme")) == acme);
  CHECK(memory.find(1, "Acme") == no_entity);
  CHECK(memory.find(0, "Brill") == no_entity);
}

TEST_CASE("a name that two things turn out to have makes them one") {
  FilingMemory memory = parties();
  const std::uint32_t first = memory.add(0, name("Acme, Inc."));
  const std::uint32_t second = memory.add(0, name("Quillon AG"));
  memory.add_name(second, name("Acme", "formerly"));
  CHECK(memory.resolve(second) == first);
  CHECK(memory.find(0, "Quillon") == first);
  CHECK(memory.entities.at(first).names.size() == 3);
}

TEST_CASE("a shorter form joins nothing") {
  FilingMemory memory = parties();
  const std::uint32_t narrow = memory.add(1, name("severe gout"));
  const std::uint32_t broad = memory.add(1, name("gout"));
  memory.add_name(narrow, name("gout", shorter_form));
  CHECK(memory.resolve(narrow) != memory.resolve(broad));
}

TEST_CASE("an unknown takes a type, and joins the thing of that name and type") {
  FilingMemory memory = parties();
  const std::uint32_t unknown = memory.add(no_type, name("Zorbex"));
  const std::uint32_t typed = memory.add(0, name("Zorbex AG"));
  const std::uint32_t now = memory.set_type(unknown, 0);
  CHECK(now == memory.resolve(typed));
  CHECK(memory.resolve(unknown) == now);
  CHECK(memory.find(no_type, "Zorbex") == no_entity);
  const std::uint32_t other = memory.add(no_type, name("Brill"));
  CHECK(memory.set_type(other, 0) == other);
  CHECK(memory.find(0, "Brill") == other);
}

TEST_CASE("things of different types are never joined") {
  FilingMemory memory = parties();
  const std::uint32_t party = memory.add(0, name("Zorbex"));
  const std::uint32_t thing = memory.add(1, name("Zorbex"));
  memory.join(party, thing);
  CHECK(memory.resolve(thing) == thing);
}

TEST_CASE("a header's name is written better, never exchanged") {
  FilingMemory memory = parties();
  const std::uint32_t acme = memory.add(0, name("ACME INC", "header"));
  memory.add_name(acme, name("Acme Holdings, Inc."));
  CHECK(memory.entities.at(acme).name == "ACME INC");
  memory.add_name(acme, name("Acme, Inc."));
  CHECK(memory.entities.at(acme).name == "Acme, Inc.");
}

TEST_CASE("a careless parenthesis does not join two terms of a vocabulary") {
  FilingMemory memory;
  const std::uint32_t antibody = memory.add(0, name("trastuzumab", "vocabulary"));
  const std::uint32_t conjugate = memory.add(0, name("trastuzumab deruxtecan", "vocabulary"));
  memory.add_name(conjugate, name("T-DXd", "vocabulary"));
  memory.add_name(antibody, name("TDxd", "defined term"));
  CHECK(memory.join(antibody, conjugate) == antibody);
  CHECK(memory.resolve(antibody) != memory.resolve(conjugate));
}
