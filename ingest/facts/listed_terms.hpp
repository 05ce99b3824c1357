#pragma once
/// Terms that a sentence lists: "$20 million upfront, up to $300 million in milestones and royalties of 6% to 12%" tells of three
/// payments, each with its own kind and amount.

#include <map>
#include <string>
#include <vector>

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest::facts {

/// The qualifiers of one member of a list, by name.
using ListedTerms = std::map<std::string, std::vector<Filler>>;

/// The members of the list that begins at the noun group `first`, in order of the text, each with the values of `qualifiers` that
/// it says itself; empty where `first` begins no list of terms. The clause ends it. An amount counts where it stands free or behind one of
/// `prepositions`: what royalties are counted on is not paid. Linear in the groups.
std::vector<ListedTerms> listed_terms(const Scene& scene, const FillerFinder& fillers, std::uint32_t first, const std::vector<const SlotRole*>& qualifiers,
                                      const std::vector<std::uint64_t>& prepositions);

}  // namespace rxgraph::ingest::facts
