#pragma once
/// Filings made by hand, for tests.

#include <string>
#include <utility>
#include <vector>

#include "base/flow.hpp"
#include "base/hash.hpp"
#include "base/values.hpp"

namespace rxgraph::testing {

/// Builds the records of one filing, thing by thing and fact by fact.
class FilingBuilder {
 public:
  /// A filing whose key follows from `label`.
  FilingBuilder(const std::string& label, const std::string& form, const std::string& filed) {
    records_.filing.key = hash_hex(label);
    records_.filing.path = label + ".txt";
    records_.filing.form = form;
    records_.filing.filed = filed;
    records_.filing.bytes = 1000;
    records_.filing.reader = "reader-1";
    records_.filing.ontology = "ontology-1";
  }

  /// Adds a thing with names (text, how) beside its fullest one; returns its local id.
  std::string thing(const std::string& type, const std::string& name, const std::vector<std::pair<std::string, std::string>>& names = {},
                    const std::map<std::string, std::string>& ids = {}) {
    Entity& entity = records_.entities.emplace_back();
    entity.id = "e" + std::to_string(records_.entities.size());
    entity.type = type;
    entity.name = name;
    entity.ids = ids;
    const std::uint64_t at = 10 * records_.entities.size();
    entity.names.push_back({name, 1, {at, at + 5}, "text"});
    for (const auto& [text, how] : names) entity.names.push_back({text, 1, {at + 5, at + 9}, how});
    return entity.id;
  }

  /// Adds a fact between two things; returns it for more detail.
  Statement& fact(const std::string& subject, const std::string& relation, const std::string& object, const Qualifiers& qualifiers = {}) {
    Statement& statement = records_.statements.emplace_back();
    statement.subject = ref(subject);
    statement.relation = relation;
    statement.object = ref(object);
    statement.qualifiers = qualifiers;
    statement.confidence = 0.9;
    statement.rule = relation + ".verb.1";
    Evidence evidence;
    evidence.filing = records_.filing.key;
    evidence.accession = records_.filing.accession;
    evidence.document = 1;
    evidence.section = "8.01";
    const std::uint64_t at = 100 * records_.statements.size();
    evidence.ranges = {{at, at + 50}};
    evidence.context = {{at - 50, at - 40}};
    evidence.text = statement.subject.name + " " + relation + " " + statement.object.name + ".";
    statement.evidence = {evidence};
    return statement;
  }

  FilingRecords& records() { return records_; }
  operator const FilingRecords&() const { return records_; }

 private:
  EntityRef ref(const std::string& id) const {
    for (const Entity& entity : records_.entities) {
      if (entity.id != id) continue;
      EntityRef end{entity.id, entity.type, entity.name, {}, entity.ids};
      for (const NameUse& use : entity.names) {
        if (use.text != entity.name) end.aliases.push_back(use.text);
      }
      return end;
    }
    return {};
  }

  FilingRecords records_;
};

/// Keeps what it is given.
struct Collected : RecordSink {
  std::vector<FilingRecords> all;
  void accept(FilingRecords records) override { all.push_back(std::move(records)); }
};

/// Four filings in our own words of one programme, with all that merging has to cope with: several names of one thing,
/// a CIK, a symmetric relation, dated phases, a fact said twice.
inline std::vector<FilingRecords> programme() {
  std::vector<FilingRecords> all;
  {
    FilingBuilder filing("first", "8-K", "2007-07-31");
    filing.records().filing.accession = "0000111111-07-000001";
    filing.records().filing.filers = {{"NORDIC CONJUGATES INC", "0000111111", "filer", {"NRDC"}, {}}};
    const auto company = filing.thing("Company", "Nordic Conjugates, Inc.", {{"NORDIC CONJUGATES INC", "header"}, {"NCI", "defined term"}},
                                      {{"cik", "0000111111"}, {"ticker", "NRDC"}});
    const auto partner = filing.thing("Company", "Alder Pharma AG", {{"Alder", "short form"}});
    const auto compound = filing.thing("Compound", "norumab-DM1", {{"NC-101", "parenthesis"}});
    const auto target = filing.thing("Target", "HER2");
    const auto phase = filing.thing("Phase", "Phase 2");
    const auto disease = filing.thing("Indication", "HER2-positive breast cancer");
    filing.fact(company, "develops", compound);
    filing.fact(compound, "targets", target);
    filing.fact(company, "collaborates_with", partner, {{"date", {std::string("2006-05")}}});
    filing.fact(compound, "in_phase", phase, {{"date", {std::string("2007-07")}}, {"indication", {std::string("HER2-positive breast cancer")}}});
    filing.fact(compound, "treats", disease, {{"status", {std::string("investigational")}}});
    all.push_back(filing);
  }
  {
    FilingBuilder filing("second", "10-K", "2008-03-10");
    const auto company = filing.thing("Company", "Nordic Conjugates", {}, {{"cik", "111111"}});
    const auto partner = filing.thing("Company", "Alder Pharma");
    const auto compound = filing.thing("Compound", "NC-101");
    const auto target = filing.thing("Target", "ErbB2", {{"HER2", "parenthesis"}});
    const auto phase = filing.thing("Phase", "Phase III");
    filing.fact(partner, "collaborates_with", company);
    filing.fact(compound, "targets", target).confidence = 0.97;
    filing.fact(compound, "in_phase", phase, {{"date", {std::string("2008")}}}).modality = Modality::planned;
    all.push_back(filing);
  }
  {
    FilingBuilder filing("third", "8-K", "2009-01-05");
    const auto company = filing.thing("Company", "NCI");
    const auto compound = filing.thing("Compound", "Norumab DM1");
    const auto agency = filing.thing("Organization", "FDA");
    filing.fact(company, "develops", compound);
    filing.fact(compound, "submitted_to", agency, {{"application", {std::string("BLA")}}, {"date", {std::string("2009-01-02")}}});
    all.push_back(filing);
  }
  {
    FilingBuilder filing("fourth", "10-Q", "2009-05-05");
    const auto company = filing.thing("Company", "Alder Pharma AG");
    const auto other = filing.thing("Company", "Birch Therapeutics, Inc.", {{"Alder", "defined term"}});
    filing.fact(company, "pays", other, {{"kind", {std::string("milestone")}}, {"amount", {5e6}}, {"currency", {std::string("USD")}}});
    all.push_back(filing);
  }
  return all;
}

}  // namespace rxgraph::testing
