#include "query/names.hpp"

#include <algorithm>
#include <optional>

#include "base/names.hpp"

namespace rxgraph::query {
namespace {

using Hits = std::vector<graph::Store::NameHit>;

constexpr std::size_t suggestions = 3;

void keep_types(Hits& hits, const std::vector<std::string>& types) {
  if (types.empty()) return;
  std::erase_if(hits, [&](const auto& hit) { return std::find(types.begin(), types.end(), hit.type) == types.end(); });
}

/// Own names outrank aliases.
void keep_best(Hits& hits) {
  const auto is_own = [](const graph::Store::NameHit& hit) { return hit.matched == hit.name; };
  if (std::any_of(hits.begin(), hits.end(), is_own)) std::erase_if(hits, [&](const auto& hit) { return !is_own(hit); });
}

}  // namespace

NameChoice choose(const graph::Store& store, std::string_view name, const std::vector<std::string>& types) {
  NameChoice choice;
  if (const std::optional<graph::Node> node = store.node(name)) {
    choice.hits.push_back({node->uid, node->type, node->name, node->name, 0});
    return choice;
  }
  choice.hits = store.find(name);
  keep_types(choice.hits, types);
  const std::size_t colon = name.find(':');
  if (choice.hits.empty() && colon != std::string_view::npos) {
    const std::string type = fold(name.substr(0, colon));
    choice.hits = store.find(name.substr(colon + 1));
    std::erase_if(choice.hits, [&](const auto& hit) { return fold(hit.type) != type; });
  }
  keep_best(choice.hits);
  if (choice.hits.empty()) {
    choice.nearest = store.nearest(name, types.empty() ? suggestions : 4 * suggestions);
    keep_types(choice.nearest, types);
    if (choice.nearest.size() > suggestions) choice.nearest.resize(suggestions);
  }
  return choice;
}

}  // namespace rxgraph::query
