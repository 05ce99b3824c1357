#include <doctest/doctest.h>

#include "graph/store.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/ontology.hpp"
#include "tests/graph/records.hpp"

using namespace rxgraph;
using namespace rxgraph::graph;
using namespace rxgraph::testing;

namespace {

struct Fixture {
  Folder folder;
  Ontology ontology = small_ontology();
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);

  Fixture() {
    for (const FilingRecords& records : programme()) store.put(records);
    store.rebuild(ontology);
  }
};

std::uint64_t count_of(const Store::Counts& counts, const std::string& name) {
  for (const auto& [counted, count] : counts) {
    if (counted == name) return count;
  }
  return 0;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a summary counts what is there") {
  const Store::Summary summary = store.summary();
  CHECK(summary.filings == 4);
  CHECK(summary.filing_bytes == 4000);
  CHECK(summary.first_date == "2007-07-31");
  CHECK(summary.last_date == "2009-05-05");
  CHECK(summary.entities == 16);
  CHECK(summary.statements == 11);
  CHECK(summary.evidence == 11);
  CHECK(summary.edges == 8);
  CHECK(summary.derived_edges == 0);
  CHECK(count_of(summary.types, "Company") == 3);
  CHECK(count_of(summary.relations, "in_phase") == 2);
  CHECK(count_of(summary.forms, "8-K") == 2);
  CHECK(count_of(summary.years, "2009") == 2);
  CHECK(summary.file_bytes > 0);
  CHECK(store.time_span() == std::pair<std::string, std::string>("2007-07-31", "2009-05-05"));
}

TEST_CASE("a summary of nothing") {
  const Folder folder;
  const Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  const Store::Summary summary = store.summary();
  CHECK(summary.filings == 0);
  CHECK(summary.types.empty());
  CHECK(store.time_span() == std::pair<std::string, std::string>());
  CHECK(store.find("anything").empty());
  CHECK(store.nearest("anything", 3).empty());
}

TEST_CASE_FIXTURE(Fixture, "the support of an edge is its statements, by date") {
  const auto edges = store.edges("compound/norumab-dm1", true, "targets");
  REQUIRE(edges.size() == 1);
  CHECK(store.edge(edges[0].uid) == edges[0]);
  CHECK_FALSE(store.edge("00000000000000000000000000000000").has_value());
  const auto support = store.support(edges[0].uid);
  REQUIRE(support.size() == 2);
  CHECK(support[0].confidence == 0.9);
  CHECK(support[1].confidence == 0.97);
  CHECK(support[0].evidence[0].text == "norumab-DM1 targets HER2.");
  Selection selection;
  selection.as_of = "2007";
  CHECK(store.support(edges[0].uid, selection).size() == 1);
  CHECK(store.support("no such edge").empty());
}

TEST_CASE_FIXTURE(Fixture, "edges of a node honour dates, modality and confidence") {
  Selection selection;
  selection.as_of = "2008-03-10";
  CHECK(store.edges("compound/norumab-dm1", true, {}, selection).size() == 4);
  selection.modalities = {Modality::planned};
  CHECK(store.edges("compound/norumab-dm1", true, {}, selection).size() == 1);
  selection = {};
  selection.min_confidence = 0.95;
  CHECK(store.edges("compound/norumab-dm1", true, {}, selection).size() == 1);
}

TEST_CASE("queries go by the best date known of a filing") {
  const Folder folder;
  const Ontology ontology = small_ontology();
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  FilingBuilder builder("bare", "6-K", "");
  const std::string company = builder.thing("Company", "Nordic Conjugates Inc.");
  builder.fact(company, "develops", builder.thing("Compound", "norumab-DM1"));
  FilingRecords& records = builder.records();
  records.filing.dated = "2019-03";
  records.filing.dated_by = "month";
  store.put(records);
  store.rebuild(ontology);
  CHECK(store.filing(records.filing.key) == records.filing);
  CHECK(store.time_span() == std::pair<std::string, std::string>("2019-03", "2019-03"));
  CHECK(count_of(store.summary().years, "2019") == 1);
  const auto edges = [&](const std::string& since, const std::string& as_of) {
    Selection selection;
    selection.since = since;
    selection.as_of = as_of;
    return store.edges("company/nordic-conjugates-inc", true, {}, selection).size();
  };
  CHECK(edges("", "2019-02-28") == 0);
  CHECK(edges("", "2019-03-15") == 1);  // Of the month, any day may be meant.
  CHECK(edges("", "2019-03-31") == 1);
  CHECK(edges("2019-03-15", "") == 1);
  CHECK(edges("2019-04-01", "") == 0);
}

TEST_CASE_FIXTURE(Fixture, "a filing and the reasons of a node are told") {
  const Filing filing = programme()[0].filing;
  CHECK(store.filing(filing.key) == filing);
  CHECK_FALSE(store.filing("none").has_value());
  std::vector<std::string> reasons;
  for (const Store::Join& join : store.joins("company/nordic-conjugates-inc")) reasons.push_back(join.reason);
  CHECK(reasons == std::vector<std::string>{"alias nci", "cik 111111"});
  CHECK(store.joins("none").empty());
}

TEST_CASE("records that a stream gave without entities are stored, resolved and given back") {
  const Folder folder;
  FilingBuilder filing("bare", "8-K", "2010-01-01");
  const auto company = filing.thing("Company", "Acme, Inc.", {{"Acme", "text"}}, {{"cik", "7"}});
  filing.fact(company, "develops", filing.thing("Compound", "AB-1"));
  filing.fact(company, "develops", filing.thing("Compound", "ab1"));
  FilingRecords records = filing;
  records.entities.clear();
  for (Statement& statement : records.statements) {
    statement.subject.id.clear();
    statement.object.id.clear();
  }
  Store store = Store::open(folder.file("g.rxg"), Store::Mode::write);
  store.put(records);
  store.rebuild(small_ontology());
  Collected collected;
  store.replay(collected);
  REQUIRE(collected.all.size() == 1);
  CHECK(collected.all[0] == records);
  const auto edges = store.edges("company/acme-inc", true);
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].evidence.size() == 2);
  CHECK(store.find("Acme")[0].uid == "company/acme-inc");
}
