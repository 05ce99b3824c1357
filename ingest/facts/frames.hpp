#pragma once
/// Frames applied to a sentence: which relations it states.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest {

/// One end of a candidate: a thing of the filing, or a name that the frame itself gives ("Approved").
struct CandidateEnd {
  std::uint32_t entity = no_entity;
  std::string constant;             ///< Name, where `entity` is none.
  std::int16_t type = no_type;      ///< Type of the constant.

  friend auto operator<=>(const CandidateEnd&, const CandidateEnd&) = default;
};

/// A fact that a frame found in a sentence, before it becomes a statement.
struct Candidate {
  const Relation* relation = nullptr;  ///< Null for a deal.
  const DealFrame* deal = nullptr;
  CandidateEnd subject;                ///< Of a relation.
  CandidateEnd object;
  std::vector<std::pair<std::string, std::uint32_t>> roles;  ///< Of a deal: role relation and entity, sorted.
  Qualifiers qualifiers;
  Modality modality = Modality::asserted;
  float confidence = 0;
  std::string rule;
  std::uint32_t agreement = 0;         ///< Of a deal: number of its agreement in the document; 0 where it stands alone.
  std::uint32_t member = 0;            ///< Of a deal that is told in a list, or of a fact or deal of which several of its kind may stand in a sentence: tells it from the others.
  std::vector<std::uint32_t> with;     ///< Of a deal: the parties that the sentence names behind "with", resolved.
  std::uint32_t taker = no_entity;     ///< Of a deal between two: the one that the sentence itself calls by the word for who takes what is granted ("Licensee"), or who does not grant it.
  std::uint32_t about = no_entity;     ///< Of a deal: the one thing among those that a pipeline is of that its sentence names; none where there are several.
  bool present = false;                ///< A finite verb in the present says it: it holds now.
  bool supposed = false;               ///< That the subject is the filer is only supposed: it needs a fact that says so.
  bool by_name = false;                ///< A name alone says it: one passage that has the name is enough evidence.
  std::vector<std::uint32_t> others;   ///< What the sentence names of the types of its qualifiers that imply a relation: who reads on need not look elsewhere.
  std::vector<TextRange> context;      ///< Passages outside the sentence that it needs, sorted.
};

/// A frame that was triggered and gave nothing, for `explain`.
struct NearMiss {
  std::string frame;      ///< Its id.
  TextRange trigger;      ///< The words that triggered it.
  std::string reason;     ///< "no Compound for object (theme)", "denied", "confidence 0.31".
};

/// How often a slot gave a type to a name of unknown type: (entity, type) to count.
using TypeVotes = std::map<std::pair<std::uint32_t, std::int16_t>, std::uint32_t>;

/// What matching a sentence gives.
struct Matches {
  std::vector<Candidate> candidates;
  std::vector<NearMiss> near_misses;  ///< Only filled where asked for.
  std::optional<Candidate> lead;      ///< Who pays whom what the items of a list are to say: "We agreed to pay A the following amounts:".
  bool unnamed_agreement = false;     ///< An agreement is told of whose other party has no name: what follows may be about that one.
};

/// Applies all frames to the scene. Names of unknown type in strict slots are never stated; they are counted in `votes`, where it is not null.
/// The work is linear in the groups, with a bound on the pairs that lists may make.
Matches match_frames(const Scene& scene, TypeVotes* votes, bool explain = false);

}  // namespace rxgraph::ingest
