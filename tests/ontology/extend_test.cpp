/// One file on top of another.

#include <doctest/doctest.h>

#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::testing;

namespace {

const OntologySource below{"below.json", R"({
  "ontology": "below", "version": "7", "iri": "https://below.example/",
  "types": [{"name": "Firm", "nominals": ["firm"]}, {"name": "Drug"}],
  "relations": [{"name": "makes", "subject": "Firm", "object": "Drug", "qualifiers": {"year": "date"}, "identity": "year",
                 "frames": [{"verb": "make", "agent": "subject", "theme": "object", "when": "year"}],
                 "examples": [{"text": "Acme makes ABC-1.", "subject": "Acme", "object": "ABC-1"}]}],
  "vocabularies": [{"name": "places", "kind": "words", "terms": ["here", {"name": "there", "synonyms": ["yonder"]}]}]})", {}};

Ontology on_top(const std::string& text) {
  const OntologySource sources[] = {below, {"mine.json", text, {}}};
  return load_ontology(sources);
}

}  // namespace

TEST_CASE("a relation that extends adds to the lists of the one below and overrides its single values") {
  const Ontology ontology = on_top(R"({"relations": [{"name": "makes", "extends": true, "description": "new", "qualifiers": {"place": "text"},
    "identity": "place", "frames": [{"verb": "produce", "agent": "subject", "theme": "object", "in": "place"}]}]})");
  const Relation& makes = *ontology.relation("makes");
  CHECK(makes.description == "new");
  CHECK(makes.qualifiers.size() == 2);
  CHECK(makes.identity == std::vector<std::string>{"year", "place"});
  REQUIRE(makes.frames.size() == 2);
  CHECK(makes.frames[0].id == "makes.verb.1");
  CHECK(makes.frames[1].id == "makes.verb.2");
  CHECK(makes.examples.size() == 1);
  CHECK(makes.subject_types == std::vector<std::string>{"Firm"});
}

TEST_CASE("a relation that does not extend replaces the one below, its frames and examples too") {
  const Ontology ontology = on_top(R"({"relations": [{"name": "makes", "subject": "Firm", "object": "Firm"}]})");
  const Relation& makes = *ontology.relation("makes");
  CHECK(makes.object_types == std::vector<std::string>{"Firm"});
  CHECK(makes.qualifiers.empty());
  CHECK(makes.frames.empty());
  CHECK(makes.examples.empty());
  CHECK(ontology.relations.size() == 1);
}

TEST_CASE("a list of words stands for its terms in frames and columns, and an extension adds to it everywhere") {
  const char* frames = R"({"relations": [{"name": "makes", "frames": [{"verb": ["brew", "@craft_verbs"], "agent": "subject", "theme": {"noun": "@ware_nouns", "head": "object"}}],
    "subject": "Firm", "object": "Firm"}], "vocabularies": [{"name": "craft_verbs", "kind": "words", "terms": ["forge", "weave"]},
    {"name": "ware_nouns", "kind": "words", "terms": ["cloth"]}]})";
  const char* more = R"({"vocabularies": [{"name": "craft_verbs", "kind": "words", "extends": true, "terms": ["knit"]}]})";
  const OntologySource sources[] = {{"base.json", R"({"types": [{"name": "Firm"}]})", {}}, {"frames.json", frames, {}}, {"more.json", more, {}}};
  const Ontology ontology = load_ontology(sources);
  const Frame& frame = ontology.relation("makes")->frames.front();
  CHECK(frame.words == std::vector<std::string>{"brew", "forge", "weave", "knit"});
  REQUIRE(frame.slots[1].nested);
  CHECK(frame.slots[1].nested->words == std::vector<std::string>{"cloth"});
}

TEST_CASE("a frame speaks of what somebody has the right to do, unless it says that it does not") {
  const Ontology ontology = on_top(R"({"relations": [{"name": "makes", "extends": true, "frames": [{"verb": "mint", "agent": "subject", "theme": "object", "by_right": false}]}]})");
  const std::vector<Frame>& frames = ontology.relation("makes")->frames;
  CHECK(frames.front().by_right);
  CHECK_FALSE(frames.back().by_right);
}

TEST_CASE("a frame with the id of one below replaces it in its place") {
  const Ontology ontology = on_top(R"({"relations": [{"name": "makes", "extends": true, "frames": [
    {"id": "makes.verb.1", "noun": "maker", "head": "subject", "of": "object"}]}]})");
  const Relation& makes = *ontology.relation("makes");
  REQUIRE(makes.frames.size() == 1);
  CHECK(makes.frames[0].trigger == Frame::Trigger::noun);
}

TEST_CASE("a type that extends adds nominals; one that does not replaces") {
  CHECK(on_top(R"({"types": [{"name": "Firm", "extends": true, "nominals": ["company", "firm"]}]})").type("Firm")->nominals ==
        std::vector<std::string>{"firm", "company"});
  CHECK(on_top(R"({"types": [{"name": "Firm"}]})").type("Firm")->nominals.empty());
}

TEST_CASE("a vocabulary that extends replaces the terms that it repeats and adds the others") {
  const Ontology ontology = on_top(R"({"vocabularies": [{"name": "places", "extends": true, "terms": ["there", "nowhere"]}]})");
  const std::vector<Term>& terms = ontology.vocabulary("places")->terms;
  REQUIRE(terms.size() == 3);
  CHECK(terms[0].name == "here");
  CHECK(terms[1].name == "there");
  CHECK(terms[1].synonyms.empty());
  CHECK(terms[2].name == "nowhere");
}

TEST_CASE("a file's base IRI is that of its own declarations; resources keep the first") {
  const Ontology ontology = on_top(R"({"iri": "https://mine.example/#", "types": [{"name": "Site"}, {"name": "Firm", "extends": true}]})");
  CHECK(ontology.type("Site")->iri == "https://mine.example/#Site");
  CHECK(ontology.type("Firm")->iri == "https://below.example/Firm");
  CHECK(ontology.base_iri == "https://below.example/");
  CHECK(ontology.version == "7");
}

TEST_CASE("types form a hierarchy") {
  const Ontology ontology = on_top(R"({"types": [{"name": "Antibody", "parent": "Drug"}, {"name": "Nanobody", "parent": "Antibody"}]})");
  CHECK(ontology.is_a("Nanobody", "Drug"));
  CHECK(ontology.is_a("Drug", "Drug"));
  CHECK_FALSE(ontology.is_a("Drug", "Nanobody"));
  CHECK_FALSE(ontology.is_a("Nowhere", "Drug"));
}

TEST_CASE("what extends nothing, and what a file declares twice, is told") {
  CHECK(faults_of([] { on_top(R"({"relations": [{"name": "make", "extends": true}]})"); }) ==
        "mine.json:1:25: there is no relation 'make' to extend; did you mean 'makes'?");
  CHECK(faults_of([] { on_top("{\"types\": [{\"name\": \"Site\"},\n {\"name\": \"Site\"}]}"); }) ==
        "mine.json:2:11: type 'Site' is declared twice; first in line 1");
}

TEST_CASE("a replaced relation's frames are not held against the new one, but a derivation that needs the old one is") {
  const std::string faults = faults_with_core(R"({"relations": [{"name": "licenses_to", "subject": "Trial", "object": "Trial"}]})");
  CHECK(faults.find("core.json") == 0);
  CHECK(faults.find("nothing can be ?o here: it is Company or Organization, and Trial is wanted") != std::string::npos);
}

TEST_CASE("an extension adds mappings, and prefixes of its own; a new declaration starts with none") {
  const Ontology more = with_core(R"({"prefixes": {"x": "https://x.example/"}, "types": [{"name": "Compound", "extends": true, "mappings": {"exact": "x:drug"}}]})");
  CHECK(more.type("Compound")->mappings.exact == std::vector<std::string>{"x:drug"});
  CHECK(more.type("Compound")->mappings.close == core().type("Compound")->mappings.close);
  CHECK(more.iri_of("x:drug") == "https://x.example/drug");
  CHECK(more.iri_of("biolink:Drug") == "https://w3id.org/biolink/vocab/Drug");
  CHECK(more.iri_of("urn:x:drug") == "urn:x:drug");
  CHECK(with_core(R"({"types": [{"name": "Compound"}]})").type("Compound")->mappings == Mappings());
}
