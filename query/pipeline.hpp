#pragma once
/// What a company has in development.

#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"
#include "query/facts.hpp"

namespace rxgraph::query {

/// A thing at a stage for a purpose: in the core, a compound in a phase for an indication.
struct PipelineRow {
  Thing thing;
  std::string stage;                   ///< "Phase 2"; empty where no filing tells.
  bool planned = false;                ///< The stage is planned or possible, not reached.
  bool ended = false;                  ///< A filing says that the work was ended.
  std::vector<std::string> sorts;      ///< What sorts of thing it is, best supported first, without those that the name of another one ends with.
  std::string purpose;                 ///< Several joined by ", "; empty where no filing tells.
  std::vector<std::string> partners;   ///< Other parties that hold it; best supported first.
  std::string since;                   ///< ISO date since when it is at that stage, possibly cut; empty where no filing tells.
  std::vector<std::string> relations;  ///< How the company holds it, in the question's order; empty where it holds a part.
  std::string via;                     ///< The part that the company holds, where it does not hold the thing.
  Citation source;                     ///< Of the stage, else of the holding.

  friend auto operator<=>(const PipelineRow&, const PipelineRow&) = default;
};

/// The rows of the party `uid`, as the question `pipeline` of the ontology means them: a row a thing and purpose, each
/// at the furthest stage that filings of the scope give; a purpose that is told no further than a narrower kind of it
/// has no row. Furthest stage first, then by name; what the party holds by a part comes after what it holds itself.
/// Nothing where the ontology does not say what the question means.
std::vector<PipelineRow> pipeline(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope);

}  // namespace rxgraph::query
