#pragma once
/// Which things decisions speak of.

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "graph/decisions.hpp"
#include "graph/resolve.hpp"

namespace rxgraph::graph {

/// Finds things by the names that a decision gives them.
class Decided {
 public:
  using Indices = std::vector<std::uint32_t>;

  /// `things` must outlive it.
  Decided(const std::vector<Thing>& things, const TypeRules& rules);

  /// The things that `name` means for a "same": those whose fullest name it is; where there are none, those that have it as
  /// another name, but not for short. A name with its legal form means the things that are written so, if there are any.
  Indices called(const std::string& type, const std::string& name) const;

  /// The things that `name` means for a "different": those whose fullest name it is.
  Indices fully_called(const std::string& type, const std::string& name) const;

 private:
  using Index = std::map<std::pair<std::string, std::string>, Indices>;  ///< Type and form.

  const TypeRules& rules_;
  Index as_written_;  ///< By fullest name, legal form included.
  Index fullest_;
  Index others_;
};

/// `things` without the names that a "different" denies them: where it tells A from B, a thing that is fully called A does not have the name B.
std::vector<Thing> without_denied_names(std::vector<Thing> things, const TypeRules& rules, const std::vector<Decision>& decisions);

}  // namespace rxgraph::graph
