#pragma once
/// Words that an agreement defines: `"Product" means any medicine that contains X`, `"Territory" means A and B`.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ingest/facts/frame_table.hpp"
#include "ingest/names/mentions.hpp"

namespace rxgraph::ingest {

/// The terms that the sentences of one document define by "means" or in brackets behind what they stand for: things of the pipeline's type, where the term's head is a common noun for such things, and
/// places, where it is "territory". A term is capitalised, of at most four words, and counts in singular and plural alike; defined twice, the first counts.
class DefinedTerms {
 public:
  DefinedTerms() = default;

  /// Linear in the tokens. Things that are named in a definition must have their types in `memory`.
  DefinedTerms(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, const FilingMemory& memory);

  bool empty() const noexcept { return things_.empty() && places_.empty(); }

  /// The types of all things that `things` may give.
  TypeSet types() const noexcept { return types_; }

  /// The things that the longest defined term at the end of the tokens [first, last) of `sentence` stands for; null where none ends there.
  const std::vector<std::uint32_t>* things(const DocumentText& document, const AnalysedSentence& sentence, std::uint32_t first, std::uint32_t last) const;

  /// The places that it stands for, in the words of the definition; null where none ends there.
  const std::vector<std::string>* places(const DocumentText& document, const AnalysedSentence& sentence, std::uint32_t first, std::uint32_t last) const;

 private:
  /// Terms that brackets behind the one thing that they stand for define: `tablets of X (the "Licensed Products")`.
  void add_in_brackets(const DocumentText& document, const AnalysedSentence& sentence, const FrameTable& table, const FilingMemory& memory, std::int16_t wanted);

  using Term = std::vector<std::uint64_t>;   ///< Keys of its words, the last one in the singular.

  TypeSet types_;
  std::map<Term, std::vector<std::uint32_t>> things_;
  std::map<Term, std::vector<std::string>> places_;
};

}  // namespace rxgraph::ingest
