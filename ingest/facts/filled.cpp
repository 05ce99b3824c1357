#include "ingest/facts/filled.hpp"

#include <algorithm>

namespace rxgraph::ingest::facts {

bool stand_apart(const std::vector<Filler>& objects, const std::map<std::string, std::vector<Filler>>& qualifiers) {
  if (objects.size() < 2) return false;
  const auto [first, last] = std::minmax_element(objects.begin(), objects.end(), [](const Filler& a, const Filler& b) { return a.place < b.place; });
  const auto between = [first = first->place, last = last->place](const Filler& filler) { return first < filler.place && filler.place < last; };
  return first->place != no_group && std::any_of(qualifiers.begin(), qualifiers.end(), [&](const auto& qualifier) {
    return std::any_of(qualifier.second.begin(), qualifier.second.end(), between);
  });
}

void keep_said_of(const Filler& object, const std::vector<Filler>& objects, std::map<std::string, std::vector<Filler>>& qualifiers) {
  // What stands behind several is said of the last of them.
  const auto owner = [&](std::int32_t place) {
    std::int32_t nearest = no_group;
    for (const Filler& other : objects) {
      if (other.place <= place) nearest = std::max(nearest, other.place);
    }
    return nearest;
  };
  for (auto& [name, fillers] : qualifiers) {
    std::erase_if(fillers, [&](const Filler& filler) {
      const std::int32_t of = filler.place == no_group ? no_group : owner(filler.place);
      return of != no_group && of != object.place;
    });
  }
}

}  // namespace rxgraph::ingest::facts
