#pragma once
/// The deals of a company.

#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"
#include "query/facts.hpp"

namespace rxgraph::query {

/// Things in one role of a deal.
struct DealRole {
  std::string role;           ///< Name of the role relation or of the fact: "licensor", "licenses_to".
  std::vector<Thing> things;  ///< By uid.

  friend auto operator<=>(const DealRole&, const DealRole&) = default;
};

/// A deal, or a fact between parties that no filing tells as a deal.
struct DealRow {
  std::string date;              ///< ISO date, possibly cut; empty where no statement has one.
  std::string kind;              ///< What the statements call it ("license", "milestone"), else the relation.
  std::vector<DealRole> roles;   ///< In the ontology's order, the company's own among them.
  Qualifiers terms;              ///< All that its statements say: amounts, territories, exclusivity.
  std::vector<Qualifiers> payments;  ///< Of those, each payment with its own terms, sorted: what relations say that have an amount in their identity.
  Modality modality = Modality::asserted;  ///< Terminated where a statement says so, else that of the surest: a licence with milestones to come is asserted.
  double confidence = 0;
  std::uint32_t filings = 0;     ///< How many tell it.
  Citation source;

  friend auto operator<=>(const DealRow&, const DealRow&) = default;
};

/// The deals in which the node `uid` has a role, and the dated facts of the same kinds (those that the ontology derives
/// from deals) that filings state without one; by date, undated ones last. Deals of equal kind, roles and date are one row.
std::vector<DealRow> deals(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope);

}  // namespace rxgraph::query
