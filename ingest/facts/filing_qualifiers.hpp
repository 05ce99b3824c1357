#pragma once
/// What a filing says of a thing in one place holds in another: the disease of a trial, the standing of a treatment.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/values.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest::facts {

/// Gives statements of one filing the qualifiers that they leave out and that the rest of the filing makes plain, by those qualifiers that imply a relation
/// (the `indication` of `in_phase` implies `treats`):
///
/// - a statement of the implied relation without the implied qualifiers gets those that all facts of its subject imply, or all that name its object: what
///   is only in trials is investigational. Only where it is asserted. Of the things in `well_known`, local ids, the filing need not tell all: there only what a
///   special object implies ("Approved") counts, or what is said of the same object.
/// - a fact without the qualifier gets the one thing that its subject has the implied relation to, in all of the filing; of several those that end
///   in the name of the shortest count as one ("refractory gout", "gout"). The nearest passage that says so becomes context of the evidence, where it is in the same
///   document.
///   Not where the passages of the fact name another one: `others` holds these names by the index of the fact.
///
/// Statements that become equal are joined. Time is that of sorting.
void share_across_filing(std::vector<Statement>& statements, const std::map<std::size_t, std::set<std::string>>& others, const std::set<std::string>& well_known, const Ontology& ontology);

}  // namespace rxgraph::ingest::facts
