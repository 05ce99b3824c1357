#pragma once
/// What an edge's evidence says of its filing.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/name_numbers.hpp"
#include "graph/view.hpp"

namespace rxgraph::exporting {

/// The facts of a filing that stand beside each passage.
struct FilingFacts {
  std::string accession;
  std::string form;
  std::string filed;
  std::string dated;     ///< Where `filed` is unknown: as in `Filing`.
  std::string dated_by;
};

/// The filings of a view by key.
class FilingIndex {
 public:
  explicit FilingIndex(const graph::GraphView& view);

  /// The facts of `evidence`'s filing, its own accession first; empty where the view does not know the filing. Valid until the next call.
  const FilingFacts& of(const Evidence& evidence) const;

 private:
  NameNumbers keys_;
  std::vector<FilingFacts> filings_;  ///< By number.
  mutable FilingFacts patched_;
};

/// The bytes from the first range's begin to the last range's end.
ByteRange hull(const Evidence& evidence) noexcept;

/// Appends `evidence` as one JSON object: filing, accession, form, filed, dated, dated_by, document, section, ranges, context, text; empty ones left out.
void append_evidence_json(std::string& out, const Evidence& evidence, const FilingIndex& filings);

/// Appends `passages` as a JSON array of such objects.
void append_evidence_list_json(std::string& out, std::span<const Evidence> passages, const FilingIndex& filings);

}  // namespace rxgraph::exporting
