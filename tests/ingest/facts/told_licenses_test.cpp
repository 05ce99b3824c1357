#include "ingest/facts/told_licenses.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/extract.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

/// What Acme's filing states of licenses, in words, sorted.
std::vector<std::string> licensed(const std::string& text, const Extractor& extractor) {
  Reports reports;
  const FilingRecords records = extractor.extract(RawFiling{"test.txt", Bytes("Acme Inc. (\"we\" or the \"Company\") makes medicines.\n\n" + text)}, reports);
  std::vector<std::string> all;
  for (const Statement& statement : records.statements) {
    if (statement.relation == "licenses" || statement.relation == "licenses_to") all.push_back(statement.subject.name + " " + statement.relation + " " + statement.object.name);
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> licensed(const std::string& text) {
  static const Extractor extractor(core());
  return licensed(text, extractor);
}

/// The core with something else said of grants.
template <class Change>
std::vector<std::string> licensed_after(Change change, const std::string& text) {
  Ontology ontology = core();
  change(ontology.questions.grants);
  return licensed(text, Extractor(ontology));
}

const std::vector<std::string> in_licensed = {"Acme Inc. licenses trastuzumab", "Beta Corp. licenses_to Acme Inc."};
const std::vector<std::string> out_licensed = {"Acme Inc. licenses_to Beta Corp.", "Beta Corp. licenses trastuzumab"};

}  // namespace

TEST_CASE("who pays under a license agreement took the license, for what the agreement is about") {
  CHECK(licensed("In May 2018 we entered into a license agreement with Beta Corp. relating to trastuzumab. We paid Beta Corp. an upfront fee of $5 million.") == in_licensed);
  CHECK(licensed("In May 2018 we entered into a collaboration and license agreement with Beta Corp. for trastuzumab. We received an upfront payment of $50 million.") == out_licensed);
  CHECK(licensed("In May 2018 we entered into a license agreement with Beta Corp. We paid Beta Corp. an upfront fee of $5 million.") == std::vector<std::string>{"Beta Corp. licenses_to Acme Inc."});
}

TEST_CASE("what was granted under an agreement is what the agreement is about") {
  CHECK(licensed("In May 2018 we entered into a license agreement with Beta Corp. relating to trastuzumab. Beta Corp. granted us an exclusive license under its patents.") == in_licensed);
}

TEST_CASE("nobody is said to have taken a license where payments go both ways, or are for something else, or the agreement is another") {
  CHECK(licensed("In May 2018 we entered into a license agreement with Beta Corp. relating to trastuzumab. We paid Beta Corp. an upfront fee of $5 million. "
                 "Beta Corp. paid us a milestone of $2 million.").empty());
  CHECK(licensed("In May 2018 we entered into a supply agreement with Beta Corp. relating to trastuzumab. We paid Beta Corp. an upfront fee of $5 million.").empty());
  CHECK(licensed("In May 2018 we entered into a license agreement with Beta Corp. relating to trastuzumab.").empty());
}

TEST_CASE("only what the ontology says of grants lets a payment tell who took a license") {
  const std::string paid = "In May 2018 we entered into a license agreement with Beta Corp. relating to trastuzumab. We paid Beta Corp. an upfront fee of $5 million.";
  CHECK(licensed_after([](std::optional<Grants>& grants) { grants->words.erase(grants->words.begin()); }, paid).empty());
  CHECK(licensed_after([](std::optional<Grants>& grants) { grants->fees["kind"] = {std::string("milestone")}; }, paid).empty());
  CHECK(licensed_after([](std::optional<Grants>& grants) { grants->parties.clear(); }, paid).empty());
  CHECK(licensed_after([](std::optional<Grants>& grants) { grants.reset(); }, paid).empty());
  CHECK(licensed_after([](std::optional<Grants>&) {}, paid) == in_licensed);
}

TEST_CASE("an agreement that a sentence names beside what it brings has the filer on the other side") {
  CHECK(licensed("Pursuant to a license agreement with Beta Corp., we were granted an exclusive license under certain patents.") == std::vector<std::string>{"Beta Corp. licenses_to Acme Inc."});
}

TEST_CASE("who takes one license and gives another has not the first from whom he gives the second") {
  CHECK(licensed("Patent license agreements with Gamma Corp. and Beta Corp. exist. Beta Corp. obtained an exclusive license to the patents and granted Gamma Corp. a sublicense to the patents.") ==
        std::vector<std::string>{"Beta Corp. licenses_to Gamma Corp."});
}
