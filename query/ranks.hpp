#pragma once
/// How far things are, as the vocabularies of kind "ranks" say.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"

namespace rxgraph::query {

/// The ranks of the names of some types.
class Ranks {
 public:
  /// Takes the ranks of `types`, of what stands above them and of what stands below.
  Ranks(const Ontology& ontology, const std::vector<std::string>& types);

  /// The rank of a name, in any spelling of its vocabulary; below all others, -1, where it has none.
  double of(std::string_view name) const;

 private:
  std::map<std::string, double> by_form_;
};

}  // namespace rxgraph::query
