#pragma once
/// What supports a fact.

#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"
#include "query/facts.hpp"

namespace rxgraph::query {

/// One statement of a fact.
struct Reason {
  std::string rule;
  Modality modality = Modality::asserted;
  double confidence = 0;
  Qualifiers qualifiers;
  std::vector<Citation> citations;  ///< Alternatives; of what is derived over several filings, joint.

  friend auto operator<=>(const Reason&, const Reason&) = default;
};

/// A fact and all that says it.
struct Explanation {
  Fact fact;
  std::vector<Reason> reasons;        ///< By date of their filings.
  std::vector<Fact> premises;         ///< Of what a derivation gives: facts that match it now.
  std::vector<std::string> joined;    ///< Why the names that were asked for are those of the ends, where they differ.

  friend auto operator<=>(const Explanation&, const Explanation&) = default;
};

/// Explains every edge `relation` from the node `subject` to the node `object`. The relation may be an inverse, and then
/// the ends change places; a symmetric one is looked for both ways; an empty one is any, either way. Throws UnknownName with
/// the nearest relations where there is none of that name.
std::vector<Explanation> why(const graph::Store& store, const Ontology& ontology, std::string_view subject, std::string_view relation,
                             std::string_view object, const Scope& scope);

}  // namespace rxgraph::query
