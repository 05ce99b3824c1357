#pragma once
/// From statements whose ends are resolved to edges. Knows no store.
///
/// Statements are one edge if they have the same relation, the same ends (of a symmetric relation in either order: the
/// smaller uid becomes the source) and the same values of the qualifiers that the relation declares as its identity. A
/// statement that leaves out such a qualifier ("in Phase 2" beside "in Phase 2 for breast cancer") counts for the edge
/// that gives it where there is exactly one and no other qualifier differs; else it is an edge of its own. A statement
/// whose ends are one node gives no edge. The result depends on the set of statements alone.

#include <cstdint>
#include <vector>

#include "graph/resolve.hpp"
#include "graph/view.hpp"
#include "ontology/model.hpp"

namespace rxgraph::graph {

/// A statement with its ends resolved.
struct Said {
  std::int64_t filing = 0;     ///< Number in the store; 0 where no filing says it.
  std::int64_t statement = 0;  ///< Number in its filing; else among what is derived.
  bool derived = false;        ///< Follows from several filings; counts only where no filing says it.
  std::uint32_t subject = 0;   ///< Node.
  std::uint32_t object = 0;    ///< Node.
  std::string relation;
  Qualifiers qualifiers;       ///< Things that they name are called as the graph calls them.
  bool renamed = false;        ///< The qualifiers are not as stated.
  Modality modality = Modality::asserted;
  double confidence = 0;
  std::string rule;
};

/// An edge and the statements that it was made of.
struct MergedEdge {
  Edge edge;                        ///< Without evidence.
  std::uint32_t source = 0;         ///< Node.
  std::uint32_t target = 0;         ///< Node.
  std::vector<std::uint32_t> said;  ///< Indices, ascending; all of them derived, or none.
};

/// The edges of `said` between the nodes `nodes` (by uid), in the view's order.
std::vector<MergedEdge> merge(const std::vector<Said>& said, const std::vector<ResolvedNode>& nodes, const Ontology& ontology);

/// Adds what one statement says to `edge`; `first` says that nothing was added before.
void add_statement(Edge& edge, bool first, const Qualifiers& qualifiers, Modality modality, double confidence, const std::string& rule);

/// Calls things that qualifiers name as the graph calls them, so that two names of one indication are one value.
class QualifierNames {
 public:
  QualifierNames(const std::vector<Thing>& things, const Resolution& resolution, const Ontology& ontology, const TypeRules& rules);

  /// Renames what `qualifiers` of `relation` name in the filing of that key. Returns true if anything changed.
  bool rename(std::string_view filing, std::string_view relation, Qualifiers& qualifiers) const;

 private:
  struct Key {
    std::string filing;  ///< Empty for the whole graph.
    std::string type;
    std::string form;

    friend auto operator<=>(const Key&, const Key&) = default;
  };
  void note(const Key& key, std::uint32_t node);
  const std::string* name_of(std::string_view filing, const QualifierType& type, const std::string& name) const;

  const Resolution& resolution_;
  const Ontology& ontology_;
  const TypeRules& rules_;
  std::map<Key, std::uint32_t> nodes_;  ///< `several` where a name has several nodes.
};

}  // namespace rxgraph::graph
