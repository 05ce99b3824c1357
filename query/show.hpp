#pragma once
/// All that is known of one thing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"
#include "query/facts.hpp"

namespace rxgraph::query {

/// The facts of one relation at a thing, best supported first.
struct FactGroup {
  std::string relation;
  std::string reading;    ///< How it reads from the thing: the relation, or its inverse.
  bool outgoing = true;   ///< The thing is the subject.
  std::vector<Fact> facts;

  friend auto operator<=>(const FactGroup&, const FactGroup&) = default;
};

/// A thing and what is said of it.
struct Portrait {
  graph::Node node;
  std::vector<FactGroup> groups;                ///< Outgoing first, in the ontology's order.
  std::vector<graph::Store::Join> joins;        ///< Why its names and entities are one thing.
  std::vector<std::string> joined_names;        ///< "SGI = Seattle Genetics, Inc.: defined term in 8-K 2007-07-31"; a few.

  friend auto operator<=>(const Portrait&, const Portrait&) = default;
};

/// The portrait of the node `uid`; nothing where there is no such node.
std::optional<Portrait> show(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope);

}  // namespace rxgraph::query
