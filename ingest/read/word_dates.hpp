#pragma once
/// Dates as people write them on covers, in headings and beside signatures.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rxgraph::ingest {

/// A date found in a text.
struct WordDate {
  std::string iso;        ///< "2007-07-31"; "2007-07" where no day is given.
  std::size_t begin = 0;  ///< Its first byte in the text.
  std::size_t end = 0;    ///< One past its last.
};

/// The first date in `text`: "July 31, 2007", "31 July 2007", "this 31st day of July, 2007", "Sept. 5, 2007", "7/31/2007", "2007-07-31".
/// A month with a year alone ("July 2007", "July of 2007") counts if `months` is true. Years are 1900 to 2099; of "7/5/2007" the first number is
/// the month, and a year of two digits is of the century from 1970. Time is linear.
std::optional<WordDate> date_in_words(std::string_view text, bool months);

/// The first full date in `text` as ISO; `text` itself where it is a partial ISO date ("2024-12"); else empty.
std::string iso_of_words(std::string_view text);

}  // namespace rxgraph::ingest
