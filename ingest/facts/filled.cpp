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

void add_value(Qualifiers& qualifiers, const std::string& name, const Value& value) {
  std::vector<Value>& values = qualifiers[name];
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

Qualifiers qualifiers_of(const Scene& scene, const CompiledFrame& frame, const Filled& filled, std::vector<TextRange>& context) {
  Qualifiers qualifiers;
  for (const Qualifiers* set : filled.sets) {
    for (const auto& [name, values] : *set) {
      if (frame.deal != nullptr || (name != "subject" && name != "object")) qualifiers[name] = values;
    }
  }
  for (const auto& [name, fillers] : filled.qualifiers) {
    if (!fillers.empty()) qualifiers.erase(name);  // What the text says goes before what the frame supposes.
    for (const Filler& filler : fillers) {
      if (filler.guess != no_type) continue;
      if (filler.entity != no_entity) {
        add_value(qualifiers, name, scene.memory.entities[filler.entity].name);
      } else {
        add_value(qualifiers, name, filler.value);
      }
      if (!filler.currency.empty() && frame.currency != nullptr) add_value(qualifiers, frame.currency->name, filler.currency);
      if (filler.context) context.push_back(*filler.context);
    }
  }
  return qualifiers;
}

}  // namespace rxgraph::ingest::facts
