#pragma once
/// Deals that the frames of one sentence tell of: their parties, terms and things, and what a license says of who may do what. Internal to the matcher.

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/facts/deal_parties.hpp"
#include "ingest/facts/filled.hpp"
#include "ingest/facts/listed_terms.hpp"
#include "ingest/facts/match_output.hpp"

namespace rxgraph::ingest::facts {

/// Makes candidates of the deal frames of one sentence. What it refers to must outlive it.
class DealMatching {
 public:
  /// `votes` is null where nobody asks for them. Candidates and near misses go to `output`.
  DealMatching(const Scene& scene, const FillerFinder& fillers, TypeVotes* votes, MatchOutput& output)
      : scene_(scene), grants_(scene.table.ontology().questions.grants), fillers_(fillers), votes_(votes), output_(output) {}

  /// Takes what the slots of the deal frame `frame`, which group `g` triggered, were filled with. A deal that lacks a party waits for `complete`.
  void add(const CompiledFrame& frame, std::uint32_t g, Modality modality, const Filled& filled);

  /// Ends the sentence: deals of which it names one side only get the other party of their agreement, or are near misses.
  void complete();

 private:
  /// Gives `candidate` the roles that `filled` has, with the confidence of the weakest; counts votes for names of unknown type.
  void add_roles(Candidate& candidate, const Filled& filled) const;

  /// "with Acme and the University of Ohio": a frame that wants parties of one type alone tells nothing of a list that has others.
  bool is_owed_elsewhere(const Filled& filled) const;  ///< "all third-party license payments": of somebody whom nobody names.
  bool leaves_out_one(const CompiledFrame& frame, const Filled& filled) const;
  bool stands_with(const Filler& filler) const;  ///< Behind "with".

  /// "grants a license, with the right to sublicense, under the Patents to sell the Products": a license without a thing is for what the sentence's defined
  /// terms stand for, if they all stand for the same. True if it is.
  bool add_defined_terms(const CompiledFrame& frame, Candidate& candidate) const;

  /// "grants an exclusive license … to sell the Products in the Acme Territory": who alone may do it is to do it. Only relations that hold in a territory.
  void add_licensed_acts(const Candidate& deal, const CompiledFrame& frame, const Filled& filled);

  /// "… to sell the Products in the Acme Territory": where the sentence names one defined territory, the license is for it.
  void add_defined_places(Candidate& candidate) const;

  void add_one(const CompiledFrame& frame, std::uint32_t g, Modality modality, const Filled& filled);

  /// The payments that the frame's object lists; empty for frames of other deals.
  std::vector<ListedTerms> list_of(const CompiledFrame& frame, std::uint32_t g, const Filled& filled) const;

  bool begins_list() const;  ///< The sentence ends with a colon.

  /// "An issue royalty of $25,000 upon signing": an item of a list of what one party pays the other has the parties of the sentence that begins the list.
  void add_item(Candidate candidate, const CompiledFrame& frame, std::uint32_t g, const std::vector<const CompiledSlot*>& open);

  void emit_terms(Candidate candidate, const CompiledFrame& frame, std::uint32_t g, const Filled& filled, std::uint32_t member);

  /// "We entered into an agreement with a large company": a verb of somebody that is named, and an agreement not spoken of before.
  bool enters_agreement(const PartialDeal& partial) const;

  const Scene& scene_;
  const std::optional<Grants>& grants_;  ///< What the ontology says of grants.
  const FillerFinder& fillers_;
  TypeVotes* votes_;
  MatchOutput& output_;
  std::vector<PartialDeal> partial_;
};

}  // namespace rxgraph::ingest::facts
