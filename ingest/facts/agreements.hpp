#pragma once
/// Which agreement a passage is about. One sentence says who made it and when; those after it say what its terms are, and
/// leave the other party out: "Under this agreement, we received rights to X."

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ingest/facts/frames.hpp"
#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// True for a thing that makes agreements: a company, an organization.
bool is_party(const FilingMemory& memory, std::uint32_t entity);

/// True if the date of `deal` is that of its agreement. A payment or an amendment has a date of its own, as has all that a qualifier
/// of its identity tells from what else happened under the agreement.
bool dates_agreement(const Candidate& deal, const Ontology& ontology);

/// Two sides that have made an agreement.
struct Agreement {
  std::uint32_t number = 0;                               ///< From 1 in its document; 0 while nothing has it.
  std::array<std::vector<std::uint32_t>, 2> sides;        ///< Entities, resolved; the first of a side stands for it.
  std::vector<std::uint32_t> related;                     ///< Parties that the sentence relates to another one of their side.
  bool together = false;                                  ///< One sentence tells who stands on which side, and of several on one.
  std::uint32_t taker = no_entity;                        ///< Who takes what is granted under it, where the text has said so.
  std::uint32_t giver = no_entity;                        ///< Who grants it.
  bool mutual = false;                                    ///< Each grants the other something.
  Qualifiers dates;                                       ///< Qualifiers of type date that the sentence gives.
  TextRange text;                                         ///< The sentence that tells of it.

  /// The party that stands for the side; nothing where it has several that are not known to belong together.
  std::optional<std::uint32_t> party_of(int side, const FilingMemory& memory) const;

  /// The side opposite to `parties`, or -1 where they are of both, of none, or empty.
  int other_side(const std::vector<std::uint32_t>& parties) const;
};

/// The agreement that a deal with parties on two sides tells of; nothing where they are fewer or cannot be told apart.
std::optional<Agreement> agreement_of(const Candidate& deal, const FilingMemory& memory, const Ontology& ontology);

/// Of a deal between two: the one that `sentence` calls by the word for who takes what is granted ("Licensee"), or who does not grant it; none where no such word
/// stands there or means neither.
std::uint32_t taker_by_role(const Candidate& deal, const AnalysedSentence& sentence, const Discourse& discourse, const FilingMemory& memory, const Ontology& ontology);

/// The running state of a document. One a document.
class Agreements {
 public:
  /// Both must outlive it.
  Agreements(const FilingMemory& memory, const Ontology& ontology) : memory_(memory), ontology_(ontology) {}

  /// Enters a block: under another heading another agreement may be meant.
  void enter(const Block& block);

  /// The agreements under this heading that the sentences before were about, the one spoken of last first. Valid until `leave`.
  std::vector<const Agreement*> recent() const;

  /// The agreement of `party` that the document spoke of last; null without one. Valid until `leave`.
  const Agreement* last_with(std::uint32_t party) const;

  /// The agreement that the document spoke of first; null without one. Valid until `leave`.
  const Agreement* first() const { return all_.empty() ? nullptr : &all_.front(); }

  /// Says that the sentence `text` begins a list of what one party pays the other.
  void begin_list(Candidate lead, TextRange text) {
    lead_ = std::move(lead);
    lead_->context = {text};
    list_begins_ = sentences_;
  }

  /// Who pays whom in the list that the sentence now read may belong to, with the sentence that says so as context; null outside a list.
  const Candidate* lead() const;

  /// Ends what was spoken of: the text has come to an agreement with somebody unnamed.
  void forget() { spoken_.clear(); }

  /// Numbers the deals of a sentence by their agreement, and remembers the one that it tells of.
  void leave(std::vector<Candidate>& candidates, TextRange text);

 private:
  Agreement& known_or_new(Agreement agreement);
  void note_grant(const Candidate& deal);  ///< Notes who takes what is granted under the agreement of `deal`.
  void date(Candidate& deal) const;   ///< Gives a deal the dates of its agreement, where it has none of its own.

  const FilingMemory& memory_;
  const Ontology& ontology_;
  std::vector<Agreement> all_;
  struct Spoken {
    std::uint32_t number = 0;
    std::uint32_t sentence = 0;
  };
  std::vector<Spoken> spoken_;     ///< Under the current heading, each once, the last one last.
  std::uint32_t sentences_ = 0;
  std::optional<Candidate> lead_;
  std::uint32_t list_begins_ = 0;
};

}  // namespace rxgraph::ingest
