#pragma once
/// HTML and inline XBRL to text: a scanner of our own in one pass, without a tree.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/draft.hpp"

namespace rxgraph::ingest {

/// A fact of inline XBRL about the document itself.
struct CoverFact {
  std::string name;   ///< Without name space: "EntityRegistrantName".
  std::string value;  ///< As shown, white space collapsed.
};

/// Reads `body`, which stands at `file`, into a draft. Facts named "dei:..." are added to `facts`.
/// Never recurses; time is linear in the bytes.
Draft read_html(std::string_view body, std::uint64_t file, std::vector<CoverFact>& facts, const ReadTo& read_to = {});

}  // namespace rxgraph::ingest
