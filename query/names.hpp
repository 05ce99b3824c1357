#pragma once
/// The things that a person means by a name.

#include <string>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

namespace rxgraph::query {

/// What a typed name may mean.
struct NameChoice {
  std::vector<graph::Store::NameHit> hits;     ///< One: it is meant. Several: a person has to choose, best connected first. None: unknown.
  std::vector<graph::Store::NameHit> nearest;  ///< Where there is no hit: at most three with names like it.

  bool unique() const noexcept { return hits.size() == 1; }
};

/// Looks `name` up: a uid, else "Type:name", else a name without regard to case, marks and legal forms. A node that is
/// called so goes before nodes that have it as an alias only. `types`, where given, are the types that count.
NameChoice choose(const graph::Store& store, std::string_view name, const std::vector<std::string>& types = {});

}  // namespace rxgraph::query
