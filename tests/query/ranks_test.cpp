#include "query/ranks.hpp"

#include <doctest/doctest.h>

#include "ontology/load.hpp"

using namespace rxgraph;
using namespace rxgraph::query;

namespace {

Ontology with(const std::string& text) {
  const OntologySource sources[] = {core_ontology(), {"mine.json", text, {}}};
  return load_ontology(sources);
}

}  // namespace

TEST_CASE("phases are told apart by how far they are, in any spelling") {
  const Ranks ranks(core(), {"Phase"});
  const std::vector<std::string> ascending = {"no phase", "Preclinical", "Clinical", "Phase 1",  "Phase 1a", "Phase 1b", "Phase 1/2",
                                              "Phase II", "Phase IIb",   "Phase 2/3", "PHASE 3", "phase iv",  "Approved"};
  for (std::size_t i = 1; i < ascending.size(); ++i) {
    CAPTURE(ascending[i]);
    CHECK(ranks.of(ascending[i - 1]) < ranks.of(ascending[i]));
  }
  CHECK(ranks.of("Phase I/II") == ranks.of("phase 1/2"));
  CHECK(ranks.of("") == -1);
}

TEST_CASE("every phase of one or two numbers with letters has a rank") {
  const Ranks ranks(core(), {"Phase"});
  for (int one = 1; one <= 4; ++one) {
    for (const char* letter : {"", "a", "b", "c"}) {
      const std::string first = "Phase " + std::to_string(one) + letter;
      CAPTURE(first);
      CHECK(ranks.of(first) >= one);
      for (int two = one + 1; two <= 4; ++two) {
        for (const char* other : {"", "a", "b", "c"}) CHECK(ranks.of(first + "/" + std::to_string(two) + other) > one);
      }
    }
  }
}

TEST_CASE("ranks are data: an ontology adds its own between those of the core, and gives them to types of its own") {
  const Ranks ranks(with(R"({"vocabularies": [{"name": "phase_ranks", "extends": true, "terms": [{"name": "IND filed", "features": {"rank": "0.2"}}]}]})"), {"Phase"});
  CHECK(ranks.of("Preclinical") < ranks.of("IND filed"));
  CHECK(ranks.of("IND filed") < ranks.of("Clinical"));
  const Ontology grades = with(R"({"types": [{"name": "Grade"}, {"name": "SubGrade", "parent": "Grade"}],
      "vocabularies": [{"name": "grades", "kind": "ranks", "type": "Grade", "terms": [{"name": "low", "features": {"rank": "1"}}, {"name": "high", "synonyms": "top", "features": {"rank": "2"}}]}]})");
  CHECK(Ranks(grades, {"SubGrade"}).of("TOP") == 2);
  CHECK(Ranks(grades, {"Phase"}).of("top") == -1);
  CHECK(Ranks(grades, {}).of("Phase 1") == -1);
}
