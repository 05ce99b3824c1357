#include "ingest/facts/denials.hpp"

#include <algorithm>
#include <array>

#include "ingest/one_of.hpp"

namespace rxgraph::ingest::facts {
namespace {

/// "neither A nor its affiliates shall sell X".
bool is_done_by_nobody(const Scene& scene, std::uint32_t verb) {
  const AttachedList& agents = scene.links[verb].agents;
  return !agents.empty() && scene.groups[agents.begin()->group].determiner == Group::Determiner::negative;
}

/// "has no intention to stop".
bool follows_denial(const Scene& scene, std::uint32_t infinitive) {
  const AttachedList& agents = scene.links[infinitive].agents;
  return std::any_of(agents.begin(), agents.end(), [&](const Attached& agent) {
    return scene.groups[agent.group].determiner == Group::Determiner::negative;
  });
}

/// "is no longer obliged to pay".
bool follows_end(const Scene& scene, std::uint32_t verb) {
  static const std::uint64_t no = word_key("no"), longer = word_key("longer");
  constexpr std::uint32_t reach = 3;  // Tokens between, at the most.
  const std::vector<Token>& tokens = scene.sentence.tokens;
  const std::uint32_t first = scene.groups[verb].first;
  for (std::uint32_t t = first; t >= 2 && t + reach > first; --t) {
    if (tokens[t - 1].key == longer && tokens[t - 2].key == no) return true;
  }
  return false;
}

}  // namespace

bool is_denied_around(const Scene& scene, std::uint32_t verb) {
  return (scene.groups[verb].infinitive ? follows_denial(scene, verb) : is_done_by_nobody(scene, verb)) || follows_end(scene, verb);
}

bool is_presupposed(const Scene& scene, const CompiledFrame& frame, std::uint32_t g, std::uint32_t verb) {
  static const std::array<std::uint64_t, 9> outcomes = {word_key("show"),   word_key("demonstrate"), word_key("meet"),   word_key("improve"), word_key("achieve"),
                                                        word_key("reduce"), word_key("increase"),    word_key("extend"), word_key("reach")};
  static const std::array<std::uint64_t, 2> trials = {word_key("trial"), word_key("study")};
  static const std::array<std::uint64_t, 4> decisions = {word_key("approve"), word_key("accept"), word_key("clear"), word_key("authorize")};
  const Group& noun = scene.groups[g];
  if (noun.kind != Group::Kind::noun || frame.relation == nullptr) return false;
  const AttachedList& themes = scene.links[verb].themes;
  if (is_one_of(scene.groups[verb].lemma, outcomes)) {
    if (frame.relation->symmetric) return true;
    const bool is_shown = std::any_of(themes.begin(), themes.end(), [&](const Attached& theme) { return theme.group == g; });
    if (!is_shown && is_one_of(noun.lemma, trials)) return true;
  }
  if (frame.constant_object || frame.relation->time == Relation::Time::event) return false;
  if (!is_one_of(scene.groups[verb].lemma, decisions) || themes.empty() || g < themes.front().group) return false;
  const Group& decided = scene.groups[themes.front().group];
  const bool known = decided.determiner == Group::Determiner::definite || decided.determiner == Group::Determiner::possessive || decided.possessor != no_group;
  return decided.head_mention < 0 && known;
}

}  // namespace rxgraph::ingest::facts
