/// Questions name no relation, type or qualifier: under an ontology with other names they answer the same.

#include "tests/renamed.hpp"

#include <doctest/doctest.h>

#include "query/deals.hpp"
#include "query/names.hpp"
#include "query/path.hpp"
#include "query/pipeline.hpp"
#include "query/show.hpp"
#include "query/timeline.hpp"
#include "query/why.hpp"
#include "tests/query/programme.hpp"

using namespace rxgraph;
using namespace rxgraph::query;
using namespace rxgraph::testing;

namespace {

std::string line_of(const Fact& fact) {
  std::string line = fact.subject.name + " [" + fact.subject.type + "] " + fact.edge.relation + " " + fact.object.name + " [" + fact.object.type + "]";
  for (const auto& [name, values] : fact.edge.qualifiers) line += " " + name + "=" + qualifier_text(fact.edge.qualifiers, name);
  return line + " " + fact.best.filed + " " + std::to_string(fact.filings);
}

std::string line_of(const Qualifiers& qualifiers) {
  std::string line;
  for (const auto& [name, values] : qualifiers) line += " " + name + "=" + qualifier_text(qualifiers, name);
  return line;
}

/// Every answer about every thing, as text without ids.
std::vector<std::string> answers(const graph::Store& store, const Ontology& ontology, const std::vector<std::string>& uids) {
  std::vector<std::string> lines;
  for (const std::string& uid : uids) {
    for (const PipelineRow& row : pipeline(store, ontology, uid, {})) {
      std::string line = "pipeline " + row.thing.name + "|" + row.stage + "|" + row.purpose + "|" + row.since + "|" + row.via + "|" + (row.planned ? "planned" : "") + "|" + row.source.text;
      for (const std::string& partner : row.partners) line += "|" + partner;
      for (const std::string& relation : row.relations) line += "|" + relation;
      lines.push_back(line);
    }
    for (const Event& event : timeline(store, ontology, uid, {})) {
      lines.push_back("timeline " + event.date + (event.reported ? " reported " : " ") + event.subject.name + " " + event.relation + " " + event.object.name + line_of(event.qualifiers));
    }
    for (const DealRow& row : deals(store, ontology, uid, {})) {
      std::string line = "deals " + row.date + " " + row.kind + line_of(row.terms);
      for (const DealRole& role : row.roles) {
        for (const Thing& thing : role.things) line += " | " + role.role + " " + thing.name;
      }
      lines.push_back(line);
    }
    const auto portrait = show(store, ontology, uid, {});
    REQUIRE(portrait.has_value());
    for (const FactGroup& group : portrait->groups) {
      for (const Fact& fact : group.facts) lines.push_back("show " + group.reading + " " + line_of(fact));
    }
    for (const std::string& other : uids) {
      const auto steps = path(store, ontology, uid, other, {});
      if (!steps) continue;
      for (const PathStep& step : *steps) lines.push_back("path " + line_of(step.fact));
      for (const Explanation& explanation : why(store, ontology, uid, "", other, {})) {
        for (const Fact& premise : explanation.premises) lines.push_back("why " + line_of(explanation.fact) + " from " + line_of(premise));
      }
    }
  }
  return lines;
}

std::vector<std::string> without(std::vector<std::string> lines, const std::string& mark) {
  for (std::string& line : lines) {
    for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, at)) line.erase(at, mark.size());
  }
  return lines;
}

std::vector<std::string> uids_of(const graph::Store& store, const Ontology& ontology) {
  std::vector<std::string> uids;
  for (const std::string& uid : store.compressed(ontology).nodes) uids.push_back(uid);
  return uids;
}

}  // namespace

TEST_CASE("the answers are the same where every type, relation, role and qualifier has another name") {
  std::vector<FilingRecords> filings = programme_and_licence();
  FilingBuilder more("more", "8-K", "2010-01-01");
  const auto company = more.thing("Company", "Alder Pharma AG"), compound = more.thing("Compound", "aldrumab"), agency = more.thing("Organization", "FDA");
  more.fact(company, "develops", compound);
  more.fact(company, "discontinues", compound, {{"date", {std::string("2009-12")}}});
  more.fact(compound, "has_designation", more.thing("Designation", "fast track"));
  more.fact(compound, "in_phase", more.thing("Phase", "Phase 1b"), {{"indication", {std::string("asthma")}}});
  more.fact(compound, "approved_by", agency, {{"date", {std::string("2009")}}});
  filings.push_back(more);
  const Asked plain(filings);
  const Ontology other = renamed(core());
  std::vector<FilingRecords> said;
  for (const FilingRecords& records : filings) said.push_back(renamed(records));
  const Asked asked(said, other);
  const auto wanted = answers(plain.store, core(), uids_of(plain.store, core()));
  const auto found = answers(asked.store, other, uids_of(asked.store, other));
  CHECK(wanted.size() > 100);
  CHECK(without(without(found, "x_"), "[X") == without(wanted, "["));
}
