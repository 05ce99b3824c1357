#pragma once
/// A graph as property graphs take it: labels, relationship types and typed properties. The same for every Neo4j format
/// and for what is pushed to a server, so that all of them put the same graph there.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/filings.hpp"
#include "export/format.hpp"
#include "export/shape.hpp"

namespace rxgraph::exporting {

/// A property made of a qualifier or of a registry's id.
struct PropertyColumn {
  std::string name;       ///< Of the qualifier or the registry.
  std::string attribute;  ///< As the property is called.
  Column::Kind kind = Column::Kind::text;
  bool many = false;      ///< A list on every edge, since some edge has several values.
  std::string first_day;  ///< For dates: the property with the first day that its values may mean; else empty.
  std::string last_day;   ///< For dates: the property with the last one.
};

/// What is to be known before the first node: labels, types and columns, by entity type and by relation.
struct PropertyPlan {
  struct NodeKind {
    std::vector<std::string> labels;  ///< Most special first, never empty; the last one is that of the top of the hierarchy.
    std::vector<PropertyColumn> ids;  ///< By registry.
  };
  struct EdgeKind {
    std::string type;
    std::vector<PropertyColumn> qualifiers;  ///< By name.
  };
  std::map<std::string, NodeKind, std::less<>> nodes;
  std::map<std::string, EdgeKind, std::less<>> edges;

  /// All labels that occur.
  std::set<std::string> labels() const;

  /// The labels under which nodes are found by their uid: the top of each hierarchy.
  std::set<std::string> top_labels() const;
};

/// Labels and relationship types are those of the ontology, made of letters, digits and '_' where they are not, and never
/// empty; no two relations share a type.
PropertyPlan plan_properties(const Ontology& ontology, const Shape& shape);

/// True for a whole day, as Neo4j's dates are: "2007-07-31".
bool is_day(std::string_view text) noexcept;

/// True if a Java long holds it: what is larger, Neo4j's import wraps without a word.
constexpr bool is_long(std::uint64_t number) noexcept { return number <= static_cast<std::uint64_t>(INT64_MAX); }

/// The values of a list property, none of them without text.
std::vector<std::string> list_texts(const std::vector<Value>& values);

/// The first or last day that dates among `values` may mean; empty where none is a date.
std::string day_of(const std::vector<Value>& values, bool last);

/// Calls `visit` for every property that a node has, in one order: `visit.text(name, text)` (never empty),
/// `visit.whole(name, number)`, `visit.list(name, texts)` (neither empty nor with an empty element).
template <typename Visit>
void visit_node(const graph::Node& node, const PropertyPlan::NodeKind& kind, Visit& visit);

/// The same for an edge; also `visit.number(name, double)` (finite), `visit.flag(name, bool)`, `visit.day(name, text)`,
/// `visit.wholes(name, vector<int64_t>)`, `visit.numbers(name, vector<double>)`, `visit.flags(name, vector<bool>)`.
template <typename Visit>
void visit_edge(const graph::Edge& edge, const PropertyPlan::EdgeKind& kind, EvidenceChoice choice, const FilingIndex& filings, Visit& visit);

}  // namespace rxgraph::exporting

#include "export/property_visit.hpp"
