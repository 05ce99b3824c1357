#pragma once
/// Licences that no sentence tells whole: one says that two have made a license agreement, others who pays, and a heading or the first what for.

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/facts/frames.hpp"

namespace rxgraph::ingest {

/// A candidate with the document and the passage that states it.
struct ToldDeal {
  const Candidate* candidate = nullptr;
  std::uint32_t document = 0;
  std::string_view text;      ///< Of the passage.
};

/// What follows for one of `told`.
struct InferredLicense {
  std::size_t teller = 0;       ///< Index of the passage that tells of the agreement, whose evidence it has.
  std::size_t payment = 0;      ///< Index of the passage that tells who pays; `teller` where that was not needed.
  std::uint32_t giver = no_entity;
  std::uint32_t taker = no_entity;
  std::uint32_t thing = no_entity;   ///< What the teller names; none where it names nothing or several things.
  float confidence = 0;
};

/// The licences, or what else `grants` says is granted, that the deals of one filing imply: of an agreement that a passage calls a license, where no passage says who took it, who pays fees,
/// milestones or royalties took it, if all payments under it go that way; and where a passage says who took it but not of what, it is what the passage that tells of
/// the agreement is about. Parties are resolved by `memory`. In order of `told`; linear in it but for agreements of many passages.
std::vector<InferredLicense> infer_licenses(std::span<const ToldDeal> told, const FilingMemory& memory, const Grants& grants);

}  // namespace rxgraph::ingest
