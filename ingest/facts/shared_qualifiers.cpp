#include "ingest/facts/shared_qualifiers.hpp"

#include <algorithm>
#include <iterator>

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

/// The thing of the qualifier's types that has this name; `no_entity` where there is none.
std::uint32_t entity_of(const std::string& name, const QualifierType& qualifier, const Scene& scene) {
  const TypeSet types = scene.table.type_set(qualifier.entity_types);
  for (std::size_t type = 0; type < scene.table.ontology().types.size(); ++type) {
    if (!types.test(type)) continue;
    const std::uint32_t entity = scene.memory.find(static_cast<std::int16_t>(type), name);
    if (entity != no_entity) return scene.memory.resolve(entity);
  }
  return no_entity;
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

void add_topics(std::vector<Candidate>& candidates, const Scene& scene) {
  for (Candidate& candidate : candidates) {
    if (candidate.relation == nullptr || candidate.subject.entity == no_entity || !candidate.others.empty()) continue;
    for (const QualifierType& qualifier : candidate.relation->qualifiers) {
      if (qualifier.implies.empty() || candidate.qualifiers.contains(qualifier.name)) continue;
      const std::optional<Denoted> topic = scene.discourse.topic(scene.table.type_set(qualifier.entity_types));
      if (!topic) continue;
      candidate.qualifiers[qualifier.name] = {Value(scene.memory.entities[topic->entity].name)};
      candidate.confidence *= topic->confidence;
      if (topic->context) candidate.context.push_back(*topic->context);
    }
  }
}

void add_implied(std::vector<Candidate>& candidates, const Scene& scene) {
  constexpr float by_implication = 0.95F;
  std::vector<Candidate> implied;
  for (const Candidate& candidate : candidates) {
    if (candidate.relation == nullptr || candidate.subject.entity == no_entity) continue;
    for (const QualifierType& qualifier : candidate.relation->qualifiers) {
      const auto values = candidate.qualifiers.find(qualifier.name);
      if (qualifier.implies.empty() || values == candidate.qualifiers.end()) continue;
      const std::string object = candidate.object.entity == no_entity ? candidate.object.constant : scene.memory.entities[scene.memory.resolve(candidate.object.entity)].name;
      const auto special = qualifier.implied_of.find(object);
      for (const Value& value : values->second) {
        const std::string* const name = std::get_if<std::string>(&value);
        const std::uint32_t entity = name == nullptr ? no_entity : entity_of(*name, qualifier, scene);
        if (entity == no_entity || entity == candidate.subject.entity) continue;
        Candidate fact;
        fact.relation = scene.table.ontology().relation(qualifier.implies);
        fact.subject = candidate.subject;
        fact.object.entity = entity;
        fact.qualifiers = special == qualifier.implied_of.end() ? qualifier.implied : special->second;
        if (candidate.modality != Modality::asserted) fact.qualifiers.clear();  // What may come says nothing of how things stand.
        fact.modality = Modality::asserted;
        fact.confidence = candidate.confidence * by_implication;
        fact.rule = candidate.rule + ".implied";
        fact.context = candidate.context;
        implied.push_back(std::move(fact));
      }
    }
  }
  candidates.insert(candidates.end(), std::make_move_iterator(implied.begin()), std::make_move_iterator(implied.end()));
}

}  // namespace rxgraph::ingest::facts
