#include "ingest/facts/match_output.hpp"

#include <algorithm>

#include "ingest/facts/agreements.hpp"

namespace rxgraph::ingest::facts {
namespace {

constexpr float least_confidence = 0.3F;  ///< Below it a candidate is not even kept as a guess.

}  // namespace

void MatchOutput::near_miss(const CompiledFrame& frame, const Group& group, std::string reason) {
  if (!explain_ || frame.any_noun) return;
  const TextRange words{scene_.sentence.tokens[group.first].text.begin, scene_.sentence.tokens[group.last - 1].text.end};
  matches_.near_misses.push_back({frame.frame->id, words, std::move(reason)});
}

std::vector<std::uint32_t> MatchOutput::others(const Relation& relation) const {
  std::vector<std::uint32_t> named;
  for (const QualifierType& qualifier : relation.qualifiers) {
    if (qualifier.implies.empty()) continue;
    const TypeSet types = scene_.table.type_set(qualifier.entity_types);
    for (const Mention& mention : scene_.sentence.mentions) {
      const std::int16_t type = mention.kind == Mention::Kind::entity ? scene_.discourse.type_of(mention.entity) : no_type;
      if (type != no_type && types.test(static_cast<std::size_t>(type))) named.push_back(mention.entity);
    }
  }
  return named;
}

std::uint32_t MatchOutput::sole_thing() const {
  const Ontology& ontology = scene_.table.ontology();
  const std::int16_t wanted = ontology.questions.pipeline ? scene_.table.type_index(ontology.questions.pipeline->thing) : no_type;
  std::uint32_t sole = no_entity;
  for (const Mention& mention : scene_.sentence.mentions) {
    if (wanted == no_type || mention.kind != Mention::Kind::entity) continue;
    const std::uint32_t entity = scene_.memory.resolve(mention.entity);
    if (scene_.discourse.type_of(entity) != wanted || entity == sole) continue;
    if (sole != no_entity) return no_entity;
    sole = entity;
  }
  return sole;
}

void MatchOutput::add(Candidate candidate, const CompiledFrame& frame, std::uint32_t g) {
  candidate.rule = frame.frame->id;
  if (candidate.relation != nullptr) candidate.others = others(*candidate.relation);
  if (frame.deal != nullptr) {
    candidate.about = sole_thing();
    candidate.taker = taker_by_role(candidate, scene_.sentence, scene_.discourse, scene_.memory, scene_.table.ontology());
  }
  std::sort(candidate.context.begin(), candidate.context.end());
  candidate.context.erase(std::unique(candidate.context.begin(), candidate.context.end()), candidate.context.end());
  if (candidate.confidence < least_confidence) {
    return near_miss(frame, scene_.groups[g], "confidence " + std::to_string(candidate.confidence).substr(0, 4));
  }
  matches_.candidates.push_back(std::move(candidate));
  told_by_.push_back({g, !frame.frame->set.empty()});
}

void MatchOutput::settle_verbs() {
  const std::vector<Candidate>& all = matches_.candidates;
  std::vector<bool> barred(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].relation == nullptr || !told_by_[i].constant || scene_.groups[told_by_[i].group].kind != Group::Kind::verb) continue;
    for (std::size_t j = 0; j < all.size() && !barred[i]; ++j) {
      const auto same = [&](const auto& role) { return role.second == all[i].subject.entity; };
      barred[i] = all[j].deal != nullptr && told_by_[j].group == told_by_[i].group && std::any_of(all[j].roles.begin(), all[j].roles.end(), same);
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < barred.size(); ++i) {
    if (barred[i]) continue;
    if (kept != i) {
      matches_.candidates[kept] = std::move(matches_.candidates[i]);
      told_by_[kept] = told_by_[i];
    }
    ++kept;
  }
  matches_.candidates.resize(kept);
  told_by_.resize(kept);
}

}  // namespace rxgraph::ingest::facts
