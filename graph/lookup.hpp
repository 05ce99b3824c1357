#pragma once
/// Names: which nodes have them, which are near, and why two are one.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/sqlite.hpp"
#include "graph/store.hpp"

namespace rxgraph::graph {

/// Every normal form that a name has under the rule of some type.
std::set<std::string> forms_of(std::string_view name);

std::vector<Store::NameHit> find_name(const Database& database, std::string_view name);
std::vector<Store::NameHit> nearest_to(const Database& database, std::string_view name, std::size_t count);

/// The steps from one name to the other through the things of their node. See Store::why_same.
std::vector<std::string> why_same_node(const Database& database, std::string_view first, std::string_view second);

}  // namespace rxgraph::graph
