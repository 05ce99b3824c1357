#pragma once
/// What a company has in development.

#include <string>
#include <string_view>
#include <vector>

#include "query/facts.hpp"

namespace rxgraph::query {

/// A compound in a phase for an indication.
struct PipelineRow {
  Thing compound;
  std::string phase;                   ///< "Phase 2"; empty where no filing tells.
  bool planned = false;                ///< The phase is planned or possible, not reached.
  bool discontinued = false;           ///< A filing says that the work was ended.
  std::string indication;              ///< Several joined by ", "; empty where no filing tells.
  std::vector<std::string> partners;   ///< Other parties that develop, own, sell or license it; best supported first.
  std::string since;                   ///< ISO date since when it is in that phase, possibly cut; empty where no filing tells.
  std::vector<std::string> relations;  ///< How the company holds it: "develops", "owns"; empty where it holds a part.
  std::string via;                     ///< The part that the company holds, where it does not hold the compound.
  Citation source;                     ///< Of the phase, else of the holding.

  friend auto operator<=>(const PipelineRow&, const PipelineRow&) = default;
};

/// The rows of the company `uid`: a row a compound and indication, each in the furthest phase that filings of the scope
/// give. Furthest phase first, then by name; what the company holds by a part comes after what it holds itself.
std::vector<PipelineRow> pipeline(const graph::Store& store, std::string_view uid, const Scope& scope);

/// How far a phase is: 0 for "Preclinical", 1 for "Phase 1", 1.5 for "Phase 1/2", 2.2 for "Phase 2b", 10 for "Approved"; -1 for no phase.
double phase_rank(std::string_view phase);

}  // namespace rxgraph::query
