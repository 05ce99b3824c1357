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
  std::string through;    ///< Name of the narrower thing that the facts are about; empty where they are about the thing itself.
  std::vector<Fact> facts;

  friend auto operator<=>(const FactGroup&, const FactGroup&) = default;
};

/// A thing and what is said of it.
struct Portrait {
  graph::Node node;
  std::vector<FactGroup> groups;                ///< Outgoing first, in the ontology's order; then the same of each narrower thing, nearest first.
  std::vector<graph::Store::Join> joins;        ///< Why its names and entities are one thing.
  std::vector<std::string> joined_names;        ///< "SGI = Seattle Genetics, Inc.: defined term in 8-K 2007-07-31"; a few.

  friend auto operator<=>(const Portrait&, const Portrait&) = default;
};

/// Narrower things that a portrait tells the facts of, at most.
inline constexpr std::size_t most_narrower = 100;

/// The portrait of the node `uid`, with the facts of everything that is a kind of it by a hierarchy of the ontology; nothing where there is no such node.
std::optional<Portrait> show(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope);

}  // namespace rxgraph::query
