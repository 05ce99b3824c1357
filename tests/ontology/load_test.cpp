#include "ontology/load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "ontology/embedded.hpp"
#include "tests/ontology/sources.hpp"

using namespace rxgraph;
using namespace rxgraph::testing;

TEST_CASE("the core loads without fault") {
  CHECK(faults_of([] { load_ontology({&core_ontology(), 1}); }) == "");
  CHECK(core().fingerprint.size() == 16);
  CHECK(core().name == "rxgraph-core");
  CHECK(core().base_iri == "https://rxgraph.example/ontology/");
}

TEST_CASE("the core declares the types and relations of the field") {
  for (const char* name : {"Company", "Organization", "Compound", "Payload", "Linker", "Technology", "Target", "Indication", "Phase", "Trial",
                           "Designation", "Deal"})
    CHECK_MESSAGE(core().type(name), name);
  for (const char* name :
       {"develops", "owns", "licenses", "licenses_to", "collaborates_with", "acquires", "subsidiary_of", "pays", "manufactures", "commercializes",
        "discontinues", "has_antibody", "has_payload", "has_linker", "linked_to", "uses_technology", "targets", "treats", "in_phase", "evaluated_in",
        "sponsors", "combined_with", "approved_by", "submitted_to", "has_designation"})
    CHECK_MESSAGE(core().relation(name), name);
  CHECK_FALSE(core().type("Deal")->named);
  CHECK(core().relation("pays")->identity == std::vector<std::string>{"kind", "amount", "date"});
  CHECK(core().relation("nothing") == nullptr);
}

TEST_CASE("every relation of the core says what it is and shows it") {
  for (const Relation& relation : core().relations) {
    CAPTURE(relation.name);
    CHECK(!relation.description.empty());
    CHECK((relation.hierarchy || relation.examples.size() >= 3));  // No text states a hierarchy.
    CHECK((relation.hierarchy || relation.counter_examples.size() >= 2));
    CHECK((relation.symmetric || !relation.inverse.empty()));
    CHECK(relation.iri == core().base_iri + relation.name);
    CHECK(!relation.neo4j.empty());
  }
}

TEST_CASE("every relation of the core has a frame, a deal or a derivation that gives it, or is a hierarchy") {
  for (const Relation& relation : core().relations) {
    CAPTURE(relation.name);
    const auto gives = [&](const auto& self, const Frame& frame) -> bool {
      return std::any_of(frame.slots.begin(), frame.slots.end(),
                         [&](const FrameSlot& slot) { return slot.role == relation.name || (slot.nested && self(self, *slot.nested)); });
    };
    const bool by_deal = std::any_of(core().deal_frames.begin(), core().deal_frames.end(),
                                     [&](const DealFrame& deal) { return gives(gives, deal.frame); });
    const bool derived = std::any_of(core().derivations.begin(), core().derivations.end(),
                                     [&](const Derivation& derivation) { return derivation.then.relation == relation.name; });
    CHECK((!relation.frames.empty() || by_deal || derived || relation.hierarchy));
  }
}

TEST_CASE("every vocabulary file that is compiled in is one that the core names") {
  for (const embedded::File& file : embedded::files()) {
    if (!file.name.ends_with(".tsv")) continue;
    CHECK_MESSAGE(core().vocabulary(file.name.substr(0, file.name.size() - 4)), file.name);
  }
}

TEST_CASE("every vocabulary of the core says where such knowledge is published") {
  for (const Vocabulary& vocabulary : core().vocabularies) CHECK_MESSAGE(!vocabulary.source.empty(), vocabulary.name);
}

TEST_CASE("the core read from its folder is the core that is compiled in") {
  const OntologySource source = read_ontology_source(RXGRAPH_SOURCE_DIR "/ontology/core.json");
  CHECK(load_ontology({&source, 1}).fingerprint == core().fingerprint);
}

TEST_CASE("the template and the examples load on top of the core") {
  CHECK(faults_with_core(std::string(ontology_template())) == "");
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(RXGRAPH_SOURCE_DIR "/examples/ontology")) {
    if (entry.path().extension() != ".json") continue;
    ++count;
    const OntologySource sources[] = {core_ontology(), read_ontology_source(entry.path())};
    CHECK(faults_of([&] { load_ontology(sources); }) == "");
  }
  CHECK(count >= 3);
}

TEST_CASE("all examples together load on top of the core") {
  std::vector<OntologySource> sources{core_ontology()};
  for (const char* name : {"settlements", "routes", "sites"})
    sources.push_back(read_ontology_source(RXGRAPH_SOURCE_DIR "/examples/ontology/" + std::string(name) + ".json"));
  const Ontology ontology = load_ontology(sources);
  CHECK(ontology.name == "rxgraph-core + settlements + routes + sites");
  CHECK(ontology.relation("settles_with")->neo4j == "SETTLES_WITH");
  CHECK(ontology.relation("given_by")->iri == "https://rxgraph.example/ontology/given_by");
  CHECK(ontology.relation("made_at")->frames.front().trigger == Frame::Trigger::columns);
  CHECK(ontology.fingerprint != core().fingerprint);
}

TEST_CASE("a file that cannot be read is an InputError") {
  CHECK_THROWS_AS(read_ontology_source("/nonexistent/mine.json"), InputError);
}

TEST_CASE("a file that an ontology names is looked for beside it and told where it is missing") {
  const auto folder = std::filesystem::temp_directory_path() / "rxgraph-ontology-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mine.json") << "{\"include\": [\"more.json\", \"none.json\"],\n \"vocabularies\": [{\"name\": \"v\", \"kind\": \"words\", \"file\": \"v.tsv\"}]}";
  std::ofstream(folder / "more.json") << "{\"types\": [{\"name\": \"Site\"}]}";
  std::ofstream(folder / "v.tsv") << "# ours\nplant\tworks|mill\tfeature.size=big|wikidata=Q1\n";
  const std::string path = folder / "mine.json";
  OntologySource source = read_ontology_source(path);
  CHECK(source.files.size() == 2);
  CHECK(faults_of([&] { load_ontology({&source, 1}); }) ==
        path + ":1:27: the included file 'none.json' cannot be read; it is looked for beside the ontology file");

  source.text.replace(source.text.find(", \"none.json\""), 13, "");
  const Ontology ontology = load_ontology({&source, 1});
  CHECK(ontology.type("Site"));
  REQUIRE(ontology.vocabulary("v"));
  const Term& term = ontology.vocabulary("v")->terms.at(0);
  CHECK(term.synonyms == std::vector<std::string>{"works", "mill"});
  CHECK(term.features.at("size") == "big");
  CHECK(term.ids.at("wikidata") == "Q1");
  std::filesystem::remove_all(folder);
}

TEST_CASE("the fingerprint is that of what is declared") {
  const std::string plain = R"({"types": [{"name": "Site"}, {"name": "Plant", "parent": "Site"}]})";
  const std::string fingerprint = alone(plain).fingerprint;
  SUBCASE("formatting does not count") {
    CHECK(alone("{ \"types\":\n[ {\"name\":\"Site\"},\n\n{\"parent\":\"Site\",\"name\":\"Plant\"} ] }").fingerprint == fingerprint);
  }
  SUBCASE("the split into files does not count") {
    const OntologySource source{"mine.json", R"({"include": ["more.json"], "types": [{"name": "Site"}]})",
                                {{"more.json", R"({"types": [{"name": "Plant", "parent": "Site"}]})"}}};
    CHECK(load_ontology({&source, 1}).fingerprint == fingerprint);
  }
  SUBCASE("any declaration counts") {
    CHECK(alone(R"({"types": [{"name": "Site"}, {"name": "Plant"}]})").fingerprint != fingerprint);
    CHECK(alone(R"({"types": [{"name": "Site", "nominals": ["place"]}, {"name": "Plant", "parent": "Site"}]})").fingerprint != fingerprint);
  }
}
