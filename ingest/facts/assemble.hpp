#pragma once
/// From candidates to the records of a filing: equal facts joined, entities numbered, derivations drawn.

#include <map>
#include <string>
#include <vector>

#include "ingest/facts/frames.hpp"
#include "ingest/facts/table_frames.hpp"

namespace rxgraph::ingest {

/// Collects what the sentences and tables of one filing state.
class Assembler {
 public:
  /// `ontology` must outlive it.
  explicit Assembler(const Ontology& ontology) : ontology_(ontology) {}

  /// Takes the candidates of the sentence `ranges` of `document`. `weight` is what its section makes of it.
  void add(std::vector<Candidate> candidates, const DocumentText& document, const std::vector<TextRange>& ranges, const std::string& section, float weight);

  /// Makes the records. `memory` gains the names that frames themselves give.
  FilingRecords finish(Filing filing, FilingMemory& memory);

 private:
  struct Found {
    Candidate candidate;
    Evidence evidence;
  };

  std::vector<Found> merged_by_sentence();

  /// Leaves out what is only supposed of the filer, but for what another passage says is its own and nobody else is said to do, and for what nobody
  /// is said to hold where the filer does the same with other things.
  void drop_unconfirmed(std::vector<Found>& all, const FilingMemory& memory) const;
  /// Adds the licenses that several passages tell together.
  void add_told_licenses(std::vector<Found>& all, const FilingMemory& memory) const;

  std::map<const Found*, std::uint32_t> deals_of(const std::vector<Found>& all, FilingMemory& memory) const;
  std::uint32_t entity_of(const CandidateEnd& end, FilingMemory& memory) const;

  const Ontology& ontology_;
  std::vector<Found> found_;
};

}  // namespace rxgraph::ingest
