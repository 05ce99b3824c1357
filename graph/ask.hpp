#pragma once
/// Questions that indexes answer: what Store's methods of the same names promise.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/compressed.hpp"
#include "graph/sqlite.hpp"
#include "graph/store.hpp"

namespace rxgraph::graph {

std::optional<Node> read_node(const Database& database, std::string_view uid);
std::optional<Edge> read_edge(const Database& database, std::string_view uid);
std::vector<Edge> read_edges(const Database& database, std::string_view uid, bool outgoing, std::string_view relation,
                             const Selection& selection);
std::vector<Store::Support> read_support(const Database& database, std::string_view uid, const Selection& selection);
std::vector<Store::Join> read_joins(const Database& database, std::string_view uid);
NamedGraph read_compressed(const Database& database, const Ontology& ontology, const Selection& selection);
Store::Summary summarize(const Database& database);
std::vector<Store::RuleUse> rules_of(const Database& database);
std::pair<std::string, std::string> time_span_of(const Database& database);

}  // namespace rxgraph::graph
