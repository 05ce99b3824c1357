#pragma once
/// The end of a fact that its sentence leaves out: what it speaks of else, its heading, what was named last. Internal to the matcher.

#include <optional>

#include "ingest/facts/filled.hpp"

namespace rxgraph::ingest::facts {

/// Completes what the frames of one sentence found. The scene and `fillers` must outlive it.
class ImpliedEnds {
 public:
  ImpliedEnds(const Scene& scene, const FillerFinder& fillers) : scene_(scene), fillers_(fillers) {}

  /// "Phase 1 trials typically test": the sentence says how things are in general, so nothing is implied.
  bool general() const;

  /// True for a noun that carries things of several types and so brings them together: a trial is of something, in something.
  bool carries_several(const Group& group) const;

  /// True if the sentence names a thing of `types`, or something of unknown type.
  bool names_any(const TypeSet& types) const;

  /// True if the noun group `g` only goes with another thing: "X in combination with Y", "X compared to Y", seen from Y.
  bool goes_along(std::uint32_t g) const;

  /// True if the frame tells what happened once and the verb `g` says that it has: "granted orphan drug designation" is said of what the text is about.
  bool tells_event(const CompiledFrame& frame, std::uint32_t g) const;

  /// Gives `filled`, of the frame that group `g` triggered, the one end that it lacks: what the sentence speaks of else, what the heading above
  /// names, or what was named last. Does nothing where both ends or none are there, where the verb has something in that place, or where
  /// the end is who acts.
  void complete(const CompiledFrame& frame, std::uint32_t g, Filled& filled) const;

  /// "X was launched in 1995" under the heading "X": who speaks of its own X is who did it, where nobody else is named.
  void complete_agent(const CompiledFrame& frame, Filled& filled) const;

 private:
  bool carries(const Group& group, const TypeSet& types) const;

  /// "X in combination with Y", "X versus Y": Y, the name of the mention, only goes with what the sentence is about.
  bool is_addition(std::uint32_t mention) const;

  /// "patients who have failed X": what was given before the trial that the sentence tells of is not what the trial tests.
  bool was_given_before(std::uint32_t mention) const;

  /// "shrank the X program and stopped our Phase 3 trial of Y": true if `entity` stands before a noun other than `noun` that is one of things of `types`,
  /// and of none of `known`.
  bool told_of_another(std::uint32_t entity, const std::vector<Filler>& known, const TypeSet& types, std::uint32_t noun) const;

  /// The one thing of `types` that the sentence names, if there is just one beside what is added to it.
  std::optional<Denoted> sole_name(const TypeSet& types) const;
  std::optional<Denoted> named_in_brackets(const TypeSet& types) const;  ///< The only name of `types`, where it stands in brackets and one common noun alone is of them: "a trial of X in D (ABC-1)".

  /// "The trial evaluates it": a pronoun stands for what the noun group acts on.
  bool acts_on_pronoun(std::uint32_t g) const;

  /// False for "Phase 3 trials" in general, and where the sentence says what it is a trial of: "a trial of surgery", "the trial evaluates it".
  bool tells_of_several(const TypeSet& types) const;  ///< Of several things of the type that it does not name.
  bool is_open(std::uint32_t g, const TypeSet& types) const;

  /// True if a verb has its `role` already, whatever it may be: "end-points that were approved".
  bool place_taken(const CompiledFrame& frame, std::uint32_t g, SlotRole::Kind role) const;

  Filler filler_of(const Denoted& denoted) const;

  const Scene& scene_;
  const FillerFinder& fillers_;
};

}  // namespace rxgraph::ingest::facts
