#pragma once
/// The merged graph as exporters and questions see it.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/values.hpp"
#include "ontology/model.hpp"

namespace rxgraph::graph {

/// A thing, merged from the entities of all filings that speak of it.
struct Node {
  std::string uid;                         ///< "compound/trastuzumab-dm1": [a-z0-9-] parts, unique, the same for equal input.
  std::string type;
  std::string name;                        ///< Best of its names.
  std::vector<std::string> aliases;        ///< The others, sorted, without `name`.
  std::map<std::string, std::string> ids;  ///< "cik", "ticker", ...
  std::uint32_t filings = 0;               ///< How many filings speak of it.

  friend auto operator<=>(const Node&, const Node&) = default;
};

/// A fact, merged from all statements of equal identity.
struct Edge {
  std::string uid;           ///< 32 hexadecimal digits: the hash of relation, ends and identity qualifiers.
  std::string source;        ///< uid of its subject.
  std::string source_type;
  std::string relation;
  std::string target;        ///< uid of its object.
  std::string target_type;
  Qualifiers qualifiers;     ///< Every value any statement gives, sorted.
  Modality modality = Modality::asserted;  ///< The surest of its statements.
  double confidence = 0;     ///< Of its best statement.
  std::vector<std::string> rules;    ///< Sorted.
  std::vector<Evidence> evidence;    ///< Sorted; never empty.
  bool derived = false;      ///< True if only a derivation over several filings gives it.

  friend auto operator<=>(const Edge&, const Edge&) = default;
};

/// What part of a graph is wanted. An empty list selects all. Where it chooses among edges (by relation, modality, date or
/// confidence), nodes without a chosen edge are left out.
struct Selection {
  std::vector<std::string> relations;
  std::vector<std::string> types;       ///< Nodes of these types or types below them, and edges between them.
  std::vector<Modality> modalities;
  std::string from;                     ///< uid of a node; with it, what is within `hops` of it, either way: edges that such a walk takes.
  unsigned hops = 1;
  std::string since;                    ///< Edges with evidence in a filing of that date or later.
  std::string as_of;                    ///< Edges with evidence in a filing of that date or earlier.
                                        ///< With either, edges carry only what filings of that time say; filings without a date do not count.
  double min_confidence = 0;
};

/// A graph to be read once or many times, in order of uid; equal graphs give equal sequences.
class GraphView {
 public:
  virtual ~GraphView() = default;

  virtual const Ontology& ontology() const = 0;

  /// Calls `each` for every filing whose statements are in the graph, in order of key. Paths are part of it only where the store has them.
  virtual void for_each_filing(const std::function<void(const Filing&)>& each) const = 0;

  /// Calls `each` for every selected node, in order of uid.
  virtual void for_each_node(const std::function<void(const Node&)>& each) const = 0;

  /// Calls `each` for every selected edge, in order of (source, relation, target, uid). Both its ends are among the nodes.
  virtual void for_each_edge(const std::function<void(const Edge&)>& each) const = 0;
};

}  // namespace rxgraph::graph
