#pragma once
/// What belongs to a party and is not the party: its subsidiaries, its business, what is bought together with it. Internal to the facts.

#include "ingest/facts/filler_list.hpp"

namespace rxgraph::ingest::facts {

/// True if things of `types` may be parties (`FilingMemory::NameRule::party`).
bool may_be_party(const Scene& scene, const TypeSet& types);

/// "its subsidiaries", "Acme's subsidiaries": true if the noun group itself says whose it is.
bool says_whose(const Group& noun);

/// "a division of Acme", "the operations of Acme": true if the group `g` is a part of a party, whoever buys or sells which does not deal in the party.
bool is_part_of_party(const Scene& scene, std::uint32_t g);

/// True if a part of a party other than the group `besides` stands before the preposition that governs `attached`: "the purchase [of] the business of [Acme]".
bool hangs_on_part(const Scene& scene, const Attached& attached, std::uint32_t besides);

/// "acquired Acme, including its lead program", "bought Acme and its pipeline": the group of the party bought, that "its" of the group `g` speaks of;
/// `no_group` where there is none. Looks at a bounded number of groups.
std::int32_t bought_with(const Scene& scene, std::uint32_t g, const TypeSet& types);

}  // namespace rxgraph::ingest::facts
