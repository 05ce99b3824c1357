#pragma once
/// What happened to a thing, in order of time.

#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"
#include "query/facts.hpp"

namespace rxgraph::query {

/// Something that is said of a thing, with its day.
struct Event {
  std::string date;         ///< ISO date, possibly cut; empty where neither statement nor filing has one.
  bool reported = false;    ///< The date is that of the first filing that says it: the statement gives none.
  Thing subject;
  std::string relation;
  Thing object;
  Qualifiers qualifiers;
  Modality modality = Modality::asserted;
  double confidence = 0;
  Citation source;

  friend auto operator<=>(const Event&, const Event&) = default;
};

/// The events and dated states (of relations that the ontology declares so) of the node `uid`, by date, undated ones last.
/// What several filings say of one day is told once, by the surest. Roles of deals are told by the facts that follow from them.
std::vector<Event> timeline(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope);

}  // namespace rxgraph::query
