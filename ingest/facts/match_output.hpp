#pragma once
/// Where the matcher gathers what the frames of one sentence state. Internal to the matcher.

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/facts/frames.hpp"

namespace rxgraph::ingest::facts {

/// The matches of one sentence while they are found.
class MatchOutput {
 public:
  /// With `explain` it keeps near misses. `scene` must outlive it.
  MatchOutput(const Scene& scene, bool explain) : scene_(scene), explain_(explain) {}

  /// Notes that `frame` was triggered by `group` and gave nothing, for the `reason`. Frames that any noun triggers are left out.
  void near_miss(const CompiledFrame& frame, const Group& group, std::string reason);

  /// Takes what `frame` found at group `g`, with what the sentence names beside it; only a near miss where its confidence is too low even for a guess.
  void add(Candidate candidate, const CompiledFrame& frame, std::uint32_t g);

  /// "licensed X from A for use in D": a verb that tells a deal of a thing says nothing constant of the thing as well. Quadratic in the candidates of a sentence, which are few.
  void settle_verbs();

  Matches& matches() noexcept { return matches_; }

 private:
  /// What the sentence names of the types of those qualifiers that imply a relation.
  std::vector<std::uint32_t> others(const Relation& relation) const;
  /// The one thing of the pipeline's type that the sentence names; none where it names several.
  std::uint32_t sole_thing() const;

  const Scene& scene_;
  bool explain_;
  Matches matches_;
  struct Teller {
    std::uint32_t group = 0;
    bool constant = false;   ///< Its frame sets something.
  };
  std::vector<Teller> told_by_;   ///< Of each candidate.
};

}  // namespace rxgraph::ingest::facts
