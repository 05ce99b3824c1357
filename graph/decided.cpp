#include "graph/decided.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace rxgraph::graph {

Decided::Decided(const std::vector<Thing>& things, const TypeRules& rules) : rules_(rules) {
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    const Thing& thing = things[i];
    const TypeRule& rule = rules.of(thing.type);
    const std::string fullest = form_of(thing.name, rule);
    as_written_[{thing.type, normal_form(thing.name)}].push_back(i);
    fullest_[{thing.type, fullest}].push_back(i);
    for (const Thing::Name& name : thing.names) {
      Indices& holders = others_[{thing.type, form_of(name.text, rule)}];
      if (!is_short(name, rule) && (holders.empty() || holders.back() != i)) holders.push_back(i);
    }
  }
}

Decided::Indices Decided::fully_called(const std::string& type, const std::string& name) const {
  if (const auto found = as_written_.find({type, normal_form(name)}); found != as_written_.end()) return found->second;
  const auto found = fullest_.find({type, form_of(name, rules_.of(type))});
  return found == fullest_.end() ? Indices() : found->second;
}

Decided::Indices Decided::called(const std::string& type, const std::string& name) const {
  Indices things = fully_called(type, name);
  if (!things.empty()) return things;
  const auto found = others_.find({type, form_of(name, rules_.of(type))});
  return found == others_.end() ? Indices() : found->second;
}

std::vector<Thing> without_denied_names(std::vector<Thing> things, const TypeRules& rules, const std::vector<Decision>& decisions) {
  const Decided decided(things, rules);
  for (const Decision& decision : decisions) {
    if (decision.same) continue;
    const TypeRule& rule = rules.of(decision.type);
    for (const std::string& name : decision.names) {
      for (const std::uint32_t thing : decided.fully_called(decision.type, name)) {
        std::erase_if(things[thing].names, [&](const Thing::Name& other) {
          const std::string form = form_of(other.text, rule);
          return form != form_of(things[thing].name, rule) &&
                 std::any_of(decision.names.begin(), decision.names.end(), [&](const std::string& denied) { return form == form_of(denied, rule); });
        });
      }
    }
  }
  return things;
}

}  // namespace rxgraph::graph
