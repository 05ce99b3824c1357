#include "ingest/check_examples.hpp"

#include <doctest/doctest.h>

#include "ontology/load.hpp"

using namespace rxgraph;

namespace {

/// The core with one relation that has these examples.
Ontology with_examples(std::vector<Example> examples, std::vector<Example> counter_examples) {
  const OntologySource extension{"mine.json",
                                 R"({"relations": [{"name": "sues", "subject": "Company", "object": "Company", "qualifiers": {"forum": "text"},
                                     "frames": [{"verb": ["sue"], "agent": "subject", "theme": "object"}]}]})",
                                 {}};
  const OntologySource sources[] = {core_ontology(), extension};
  Ontology ontology = load_ontology(sources);
  for (Relation& relation : ontology.relations) {
    if (relation.name != "sues") continue;
    relation.examples = std::move(examples);
    relation.counter_examples = std::move(counter_examples);
  }
  return ontology;
}

ingest::ExampleReport checked(std::vector<Example> examples, std::vector<Example> counter_examples) {
  const Ontology ontology = with_examples(std::move(examples), std::move(counter_examples));
  const ingest::Extractor extractor(ontology);
  ingest::ExampleReport report;
  ingest::check_examples(*ontology.relation("sues"), extractor, report);
  return report;
}

const std::string suit = "Roche Holding AG sued Spark Therapeutics, Inc.";

}  // namespace

TEST_CASE("an example holds by any name of its ends, a counter-example if it states nothing") {
  const ingest::ExampleReport report =
      checked({{suit, "Roche Holding", "Spark Therapeutics", {}, 1, 5, "mine.json"}, {suit, "ROCHE HOLDING AG", "spark therapeutics inc", {}, 2, 5, "mine.json"}}, {{"Roche Holding AG met Spark Therapeutics, Inc.", {}, {}, {}, 3, 5, "mine.json"}});
  CHECK(report.examples == 2);
  CHECK(report.counter_examples == 1);
  CHECK(report.faults.empty());
}

TEST_CASE("what does not come out is told with what came out in its place") {
  const ingest::ExampleReport report = checked({{suit, "Spark Therapeutics", "Roche Holding", {}, 1, 5, "mine.json"}, {suit, "Roche Holding", "Spark Therapeutics", {{"forum", {std::string("Delaware")}}}, 2, 5, "mine.json"}},
                                               {{suit, {}, {}, {}, 3, 5, "mine.json"}});
  REQUIRE(report.faults.size() == 3);
  CHECK(report.faults[0].relation == "sues");
  CHECK(report.faults[0].example.text == suit);
  CHECK(report.faults[1].example.path == "mine.json");
  CHECK(report.faults[1].example.line == 2);
  CHECK(report.faults[0].message == "not found; found 'Roche Holding AG' sues 'Spark Therapeutics, Inc.'");
  CHECK(report.faults[1].message == "found with other qualifiers: 'Roche Holding AG' sues 'Spark Therapeutics, Inc.'");
  CHECK(report.faults[2].message == "must state nothing; found 'Roche Holding AG' sues 'Spark Therapeutics, Inc.'");
}
