#include "ingest/facts/shared_qualifiers.hpp"

#include <algorithm>

namespace rxgraph::ingest::facts {
namespace {

constexpr std::size_t most_candidates = 64;  ///< In a sentence with more, lists are too long to say what belongs together.

bool same_fact(const Candidate& a, const Candidate& b) { return a.relation == b.relation && a.subject == b.subject && a.object == b.object; }

/// True if the sentence states the relation of `candidate` of its subject with one object only.
bool only_object(const Candidate& candidate, const std::vector<Candidate>& all) {
  return std::none_of(all.begin(), all.end(), [&](const Candidate& other) {
    return other.relation == candidate.relation && other.subject == candidate.subject && !(other.object == candidate.object);
  });
}

/// The names of things of `types` that other facts of the sentence relate to the subject of `candidate`.
std::vector<Value> related(const Candidate& candidate, const std::vector<Candidate>& all, const TypeSet& types, const Scene& scene) {
  std::vector<Value> names;
  for (const Candidate& other : all) {
    if (other.relation == nullptr || other.relation == candidate.relation || !(other.subject == candidate.subject) || other.object.entity == no_entity) continue;
    const std::int16_t type = scene.discourse.type_of(other.object.entity);
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    const Value name = scene.memory.entities[scene.memory.resolve(other.object.entity)].name;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace

void share_qualifiers(std::vector<Candidate>& candidates, const Scene& scene) {
  if (candidates.size() < 2 || candidates.size() > most_candidates) return;
  for (Candidate& candidate : candidates) {
    if (candidate.relation == nullptr || candidate.subject.entity == no_entity) continue;
    for (const QualifierType& qualifier : candidate.relation->qualifiers) {
      if (qualifier.type != ValueType::entity) continue;
      const auto says = [&](const Candidate& other) { return same_fact(candidate, other) && other.qualifiers.contains(qualifier.name); };
      if (std::any_of(candidates.begin(), candidates.end(), says) || !only_object(candidate, candidates)) continue;
      std::vector<Value> names = related(candidate, candidates, scene.table.type_set(qualifier.entity_types), scene);
      if (!names.empty()) candidate.qualifiers[qualifier.name] = std::move(names);
    }
  }
}

}  // namespace rxgraph::ingest::facts
