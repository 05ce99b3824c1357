#pragma once
/// A graph to ask: the programme of tests/graph/records.hpp, and a licence of a payload from which another company makes a conjugate.

#include <string>
#include <vector>

#include "graph/store.hpp"
#include "ontology/load.hpp"
#include "tests/graph/folder.hpp"
#include "tests/graph/records.hpp"

namespace rxgraph::testing {

/// The licence: a deal with its roles, the fact that follows from it, and what the licensee makes.
inline FilingRecords licence() {
  FilingBuilder deal("deal", "8-K", "2006-05-03");
  const auto licensor = deal.thing("Company", "Nordic Conjugates, Inc.", {}, {{"cik", "111111"}});
  const auto licensee = deal.thing("Company", "Cedar Oncology, Inc.");
  const auto payload = deal.thing("Payload", "NM4");
  const auto conjugate = deal.thing("Compound", "cedrumab-NM4");
  const auto agreement = deal.thing("Deal", "license agreement");
  const Qualifiers terms = {{"agreement", {std::string("license")}}, {"date", {std::string("2006-05-01")}}, {"territory", {std::string("worldwide")}}};
  deal.fact(agreement, "licensor", licensor, terms).kind = StatementKind::role;
  deal.fact(agreement, "licensee", licensee, terms).kind = StatementKind::role;
  deal.fact(agreement, "asset", payload, terms).kind = StatementKind::role;
  deal.fact(licensee, "licenses", payload).rule = "derive.deal-licenses";
  deal.fact(licensor, "owns", payload);
  deal.fact(conjugate, "has_payload", payload);
  deal.fact(licensee, "develops", conjugate);
  return deal.records();
}

/// A store of some filings, merged by `ontology`, in a folder that goes away with it.
struct Asked {
  Folder folder;
  graph::Store store = graph::Store::open(folder.file("g.rxg"), graph::Store::Mode::write);

  explicit Asked(const std::vector<FilingRecords>& filings, const Ontology& ontology = core()) {
    for (const FilingRecords& records : filings) store.put(records);
    store.commit();
    store.rebuild(ontology);
  }

  /// Puts one more filing, or what it says now.
  void add(const FilingRecords& records, const Ontology& ontology = core()) {
    store.put(records);
    store.commit();
    store.rebuild(ontology);
  }

  void retract(const std::string& label, const Ontology& ontology = core()) {
    store.retract(hash_hex(label));
    store.commit();
    store.rebuild(ontology);
  }
};

inline std::vector<FilingRecords> programme_and_licence() {
  std::vector<FilingRecords> all = programme();
  all.push_back(licence());
  return all;
}

/// The graph that most tests ask.
struct Programme : Asked {
  Programme() : Asked(programme_and_licence()) {}
};

/// A graph without a filing.
struct Nothing : Asked {
  Nothing() : Asked({}) {}
};

}  // namespace rxgraph::testing
