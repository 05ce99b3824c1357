#pragma once
/// A frame filled from the groups around the words that trigger it. Internal to the matcher.

#include <optional>

#include "ingest/facts/implied_ends.hpp"
#include "ingest/facts/reach.hpp"

namespace rxgraph::ingest::facts {

/// Fills the frames of one sentence.
class FrameFilling {
 public:
  /// `reach` is what `reach_of` says of the scene. With `explain` every frame is filled to its end, also where nothing can come of it.
  /// All arguments must outlive it.
  FrameFilling(const Scene& scene, const FillerFinder& fillers, const ImpliedEnds& implied_ends, const Reach& reach, bool explain)
      : scene_(scene), fillers_(fillers), implied_ends_(implied_ends), reach_(reach), explain_(explain), has_topic_(scene.discourse.has_topic()) {}

  /// What stands in the slots of `frame`, which group `g` triggered, and what is implied where a relation's end is left out; nothing where no
  /// fact can come of it.
  std::optional<Filled> fill(const CompiledFrame& frame, std::uint32_t g);

 private:
  /// False if nothing stands where the ends of `frame` are looked for: what most triggers come to, told without filling anything.
  bool possible(const CompiledFrame& frame, std::uint32_t g) const;

  /// Fills all slots but qualifiers. False where nothing can come of the frame any more.
  bool fill_ends(const CompiledFrame& frame, std::uint32_t g, Filled& filled, int depth);
  void fill_qualifiers(const CompiledFrame& frame, std::uint32_t g, Filled& filled);

  /// Fills one slot that is no frame of its own. False where nothing can come of the frame any more.
  bool fill_slot(const CompiledFrame& frame, const CompiledSlot& slot, std::uint32_t g, Filled& filled);
  std::vector<Filler> found_for(const CompiledSlot& slot, std::uint32_t g, const Filled& filled) const;
  bool fill_nested(const CompiledSlot& slot, std::uint32_t g, Filled& filled, int depth);

  /// True if nothing can come of `frame` after `slot` gave nothing: a deal without a required role, any noun without both ends.
  bool hopeless(const CompiledFrame& frame, const CompiledSlot& slot, const Filled& filled) const;

  /// "the antibody trastuzumab" as well as "the trastuzumab antibody", and "trastuzumab", whose ending says what it is.
  /// True if the indirect object of the verb `g` fills `slot`: then no preposition does.
  bool has_recipient(const CompiledSlot& slot, std::uint32_t g) const;
  bool triggers_nested(const CompiledFrame& nested, const Group& group) const;

  /// True if a noun at `place` triggers `nested`.
  bool holds_nested(const CompiledFrame& nested, std::uint32_t g, const SlotPlace& place) const;

  /// Hands to `each` the noun groups at `place`; of a verb that stands there, its objects: "an option to obtain a license".
  template <typename Each>
  void each_noun_at(std::uint32_t g, const SlotPlace& place, const Each& each) const;
  GroupList nouns_at(std::uint32_t g, const SlotPlace& place) const;

  /// "all of its rights": what stands behind "of" is meant.
  bool is_quantity(std::uint32_t g) const;

  const Scene& scene_;
  const FillerFinder& fillers_;
  const ImpliedEnds& implied_ends_;
  const Reach& reach_;
  bool explain_;
  bool has_topic_;
  bool implied_ = false;   ///< The frame at hand may take an end from the context without a heading.
};

}  // namespace rxgraph::ingest::facts
