#pragma once
/// The facts of inline XBRL that name a filing and its filer.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/read/html.hpp"

namespace rxgraph::ingest {

/// Collects the facts named "dei:...".
class FactReader {
 public:
  /// `facts` must outlive this.
  explicit FactReader(std::vector<CoverFact>& facts) : facts_(facts) {}

  /// A fact begins at the end of `text`.
  void open(const Tag& tag, std::string_view text);

  /// The innermost fact ends at the end of `text`.
  void close(std::string_view text);

  /// Reads what stands in <ix:hidden>.
  void read_hidden(std::string_view hidden);

 private:
  struct OpenFact {
    std::string_view name;  ///< Empty for one of no interest.
    std::size_t begin = 0;
  };

  std::vector<CoverFact>& facts_;
  std::vector<OpenFact> open_;
};

}  // namespace rxgraph::ingest
