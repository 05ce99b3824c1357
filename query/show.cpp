#include "query/show.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/names.hpp"

namespace rxgraph::query {
namespace {

constexpr std::size_t explained_names = 8;

std::string reading_of(const Ontology& ontology, const std::string& relation, bool outgoing) {
  const Relation* const declared = ontology.relation(relation);
  if (outgoing || declared == nullptr || declared->symmetric || declared->inverse.empty()) return relation;
  return declared->inverse;
}

/// Place of a relation in the ontology; after all others where it is not declared.
std::size_t place_of(const Ontology& ontology, const std::string& relation) {
  const auto found = std::find_if(ontology.relations.begin(), ontology.relations.end(),
                                  [&](const Relation& declared) { return declared.name == relation; });
  return static_cast<std::size_t>(found - ontology.relations.begin());
}

/// Facts of a symmetric relation are one group, whichever end the thing stands at.
void add_groups(FactReader& reader, const Ontology& ontology, std::string_view uid, const std::string& through, std::vector<FactGroup>& groups) {
  std::map<std::tuple<bool, std::size_t, std::string>, FactGroup> sorted;
  for (const bool outgoing : {true, false}) {
    for (Fact& fact : reader.facts(uid, outgoing)) {
      const Relation* const declared = ontology.relation(fact.edge.relation);
      if (!through.empty() && declared != nullptr && declared->hierarchy) continue;
      const bool forward = outgoing || (declared != nullptr && declared->symmetric);
      FactGroup& group = sorted[{!forward, place_of(ontology, fact.edge.relation), fact.edge.relation}];
      group.relation = fact.edge.relation;
      group.reading = reading_of(ontology, fact.edge.relation, forward);
      group.outgoing = forward;
      group.through = through;
      group.facts.push_back(std::move(fact));
    }
  }
  for (auto& [key, group] : sorted) {
    std::stable_sort(group.facts.begin(), group.facts.end(), [](const Fact& a, const Fact& b) {
      return std::pair(a.filings, a.edge.confidence) > std::pair(b.filings, b.edge.confidence);
    });
    groups.push_back(std::move(group));
  }
}

/// Everything that is a kind of the node `uid`, nearest first: uid and name.
std::vector<std::pair<std::string, std::string>> narrower_things(FactReader& reader, const Ontology& ontology, std::string_view uid) {
  std::vector<std::pair<std::string, std::string>> found = {{std::string(uid), ""}};
  for (std::size_t next = 0; next < found.size(); ++next) {
    const std::string broader = found[next].first;
    for (const graph::Edge& edge : reader.edges(broader, false)) {
      const Relation* const declared = ontology.relation(edge.relation);
      const auto known = [&](const auto& one) { return one.first == edge.source; };
      if (declared == nullptr || !declared->hierarchy || found.size() > most_narrower || std::any_of(found.begin(), found.end(), known)) continue;
      found.emplace_back(edge.source, reader.thing(edge.source).name);
    }
  }
  found.erase(found.begin());
  return found;
}

}  // namespace

std::optional<Portrait> show(const graph::Store& store, const Ontology& ontology, std::string_view uid, const Scope& scope) {
  std::optional<graph::Node> node = store.node(uid);
  if (!node) return std::nullopt;
  Portrait portrait;
  portrait.node = std::move(*node);
  FactReader reader(store, scope);
  add_groups(reader, ontology, uid, {}, portrait.groups);
  for (const auto& [narrower, name] : narrower_things(reader, ontology, uid)) add_groups(reader, ontology, narrower, name, portrait.groups);
  portrait.joins = store.joins(uid);
  for (const std::string& alias : portrait.node.aliases) {
    if (portrait.joined_names.size() == explained_names) break;
    if (normal_form(alias, true) == normal_form(portrait.node.name, true)) continue;  // Spelling needs no reason.
    std::vector<std::string> steps = store.why_same(alias, portrait.node.name);
    if (!steps.empty()) portrait.joined_names.push_back(std::move(steps.front()));
  }
  return portrait;
}

}  // namespace rxgraph::query
