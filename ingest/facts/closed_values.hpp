#pragma once
/// Which values of a closed list a passage says.

#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"

namespace rxgraph::ingest::facts {

/// The values of `qualifier` that `words` says, as whole words, hyphens and a plural ending aside, in order of the text.
/// `synonyms` holds other words for a value under its name (with the feature said=no
/// those alone); null for none. A value within a longer one is not said
/// ("non-exclusive" is not "exclusive"). Several are said only where they are joined ("upfront and milestone payments");
/// of others the longest counts.
std::vector<std::string> closed_values(std::string_view words, const QualifierType& qualifier, const Vocabulary* synonyms);

}  // namespace rxgraph::ingest::facts
