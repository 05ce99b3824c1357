#pragma once
/// Words that keep their stop.

#include <cstdint>
#include <string_view>

namespace rxgraph::ingest {

/// What may follow an abbreviation.
enum class Abbreviation : std::uint8_t {
  none,
  inner,    ///< Never ends a sentence: "Dr.", "e.g.", "vs.".
  number,   ///< Goes with a number: "No. 5", "Fig. 2"; else a word at the end of a sentence.
  closing,  ///< May end a sentence as well, and names go on behind it: "U.S.", "Jr.", "Mass.".
  legal,    ///< The same, at the end of a company's name: "Inc.", "Ltd.".
  ending,   ///< Ends a sentence where a capital follows: "etc.", "b.i.d.".
};

/// What `word` is, which has its stop or stops, as "Inc." or "U.S.". Case counts little: "INC." is "Inc."; but states of the USA have a capital.
Abbreviation abbreviation(std::string_view word) noexcept;

}  // namespace rxgraph::ingest
