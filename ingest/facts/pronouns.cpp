/// Whom and what pronouns stand for: within the sentence first, then in what stands before it.
#include <algorithm>
#include <array>
#include <optional>

#include "ingest/facts/filler_list.hpp"
#include "ingest/facts/party_parts.hpp"
#include "ingest/one_of.hpp"

namespace rxgraph::ingest {
namespace {

using facts::append;
using facts::of_denoted;

constexpr float by_pronoun = 0.75F;
constexpr float by_free_noun = by_pronoun + 0.1F;  ///< What stands free, or acts.
constexpr float by_reciprocal = 0.95F;             ///< "each other": who acts.
constexpr float by_speaker = 0.97F;                ///< "we".

const std::uint64_t we = word_key("we"), it = word_key("it"), its = word_key("its"), they = word_key("they"), their = word_key("their"), both = word_key("both");

bool is_first_person(std::uint64_t key) {
  static const std::array<std::uint64_t, 3> words = {we, word_key("us"), word_key("our")};
  return is_one_of(key, words);
}

bool is_third_person(std::uint64_t key) {
  static const std::array<std::uint64_t, 4> words = {it, its, they, their};
  return is_one_of(key, words);
}

bool owns(std::uint64_t key) { return key == its || key == their; }

void make_indirect(std::vector<Filler>& fillers) {
  for (Filler& filler : fillers) filler.direct = false;
}

}  // namespace

std::vector<Filler> FillerFinder::pronoun(std::uint32_t group, std::uint64_t key, const TypeSet& types, int depth) const {
  if (is_first_person(key)) return speaker(types);
  if (key == each_other) return others_that_act(group, types, depth);
  if (key == both) return all_subjects_before(types);
  if (!is_third_person(key)) return {};
  if (const std::int32_t bought = owns(key) ? facts::bought_with(scene_, group, types) : no_group; bought != no_group) {
    std::vector<Filler> found;
    append(found, named(static_cast<std::uint32_t>(bought), types), by_free_noun);
    make_indirect(found);
    return found;
  }
  if (const std::optional<std::vector<Filler>> actor = owns(key) ? who_acts(group, types, depth) : std::nullopt) return *actor;
  const NounsBefore before = nouns_before(group, key, types);
  if (!before.free.empty()) return before.free;
  if (before.governed.empty() && owns(key)) {
    if (std::vector<Filler> behind = who_acts_behind(group, types); !behind.empty()) return behind;
  }
  if (!before.governed.empty()) return before.governed.size() == 1 ? before.governed : std::vector<Filler>();  // What the sentence itself names is meant rather than what stands before it.
  return sentence_before(group, key, types);
}

std::vector<Filler> FillerFinder::speaker(const TypeSet& types) const {
  const std::int16_t type = scene_.discourse.type_of(scene_.discourse.speaker());
  if (type == no_type || !types.test(static_cast<std::size_t>(type))) return {};
  Filler filler;
  filler.entity = scene_.memory.resolve(scene_.discourse.speaker());
  filler.confidence = by_speaker;
  return {filler};
}

std::vector<Filler> FillerFinder::others_that_act(std::uint32_t group, const TypeSet& types, int depth) const {
  std::vector<Filler> found;
  const std::int32_t verb = scene_.links[group].verb;
  if (verb == no_group) return found;
  for (const Attached& agent : scene_.links[static_cast<std::size_t>(verb)].agents) {
    for (const std::uint32_t member : scene_.links[agent.group].members) {
      if (member != group && scene_.groups[member].lemma != each_other) append(found, denoted(member, types, depth + 1), by_reciprocal);
    }
  }
  if (found.size() < 2) found.clear();
  return found;
}

std::optional<std::vector<Filler>> FillerFinder::who_acts(std::uint32_t group, const TypeSet& types, int depth) const {
  const std::int32_t verb = scene_.links[group].verb;
  if (verb == no_group) return std::nullopt;
  for (const Attached& agent : scene_.links[static_cast<std::size_t>(verb)].agents) {
    if (agent.group >= group || (scene_.groups[agent.group].pronoun && scene_.groups[agent.group].lemma != we)) continue;
    std::vector<Filler> found = denoted(agent.group, types, depth + 1);
    if (found.empty()) continue;
    if (another_is_nearer(group, agent.group, types)) return std::vector<Filler>();
    for (Filler& filler : found) filler.confidence *= by_free_noun;
    make_indirect(found);
    return found;
  }
  return std::nullopt;
}

FillerFinder::NounsBefore FillerFinder::nouns_before(std::uint32_t group, std::uint64_t key, const TypeSet& types) const {
  NounsBefore before;
  const bool several = key == they || key == their;  // "A and B announced that they have agreed"
  int brackets = 0;                                  // `Acme ("A")`: what only gives another name is passed over.
  for (std::uint32_t g = group; g-- > 0 && before.free.empty();) {
    const Group& noun = scene_.groups[g];
    if (noun.kind == Group::Kind::close) ++brackets;
    if (noun.kind == Group::Kind::open && brackets > 0) --brackets;
    if (noun.kind != Group::Kind::noun || noun.pronoun || brackets > 0 || (!owns(key) && acts_beside(g, group))) continue;
    const bool free = scene_.links[g].governor == no_group;
    if (noun.head_mention < 0) {
      if (noun.defined && free) append(before.free, referred(g, types), by_free_noun);  // "the Company entered into an agreement under which it"
      continue;
    }
    std::optional<Filler> filler = of_mention(scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)], types, false);
    if (!filler) continue;
    filler->confidence *= free ? by_free_noun : by_pronoun;
    filler->direct = false;
    append(free ? before.free : before.governed, {*filler}, 1);
    for (const std::uint32_t member : scene_.links[g].members) {
      if (free && several && member != g) append(before.free, named(member, types), by_free_noun);
    }
  }
  return before;
}

bool FillerFinder::acts_beside(std::uint32_t noun, std::uint32_t pronoun) const {
  const auto acts = [&](std::uint32_t verb, std::uint32_t group) {
    const AttachedList& agents = scene_.links[verb].agents;
    return std::any_of(agents.begin(), agents.end(), [&](const Attached& agent) { return agent.group == group; });
  };
  const std::int32_t verb = scene_.links[pronoun].verb;
  if (verb == no_group || !acts(static_cast<std::uint32_t>(verb), noun)) return false;
  for (std::uint32_t g = pronoun; g < scene_.groups.size(); ++g) {
    if (scene_.groups[g].kind == Group::Kind::verb && acts(g, pronoun)) return false;  // "A announced it had licensed X".
  }
  return true;
}

std::vector<Filler> FillerFinder::who_acts_behind(std::uint32_t group, const TypeSet& types) const {
  std::vector<Filler> found;
  const std::int32_t verb = scene_.links[group].verb;
  if (verb == no_group || static_cast<std::uint32_t>(verb) <= group) return found;
  for (const Attached& agent : scene_.links[static_cast<std::size_t>(verb)].agents) {
    if (agent.group > group && !scene_.groups[agent.group].pronoun) append(found, named(agent.group, types), by_free_noun);
  }
  make_indirect(found);
  return found;
}

std::vector<Filler> FillerFinder::sentence_before(std::uint32_t group, std::uint64_t key, const TypeSet& types) const {
  if (const std::optional<Denoted> subject = scene_.discourse.last_subject(types)) return {of_denoted(*subject)};
  if (key == they) return all_subjects_before(types);
  // "The FDA approved X. It is indicated for D."
  const bool opens = std::none_of(scene_.groups.begin(), scene_.groups.begin() + group, [](const Group& before) { return before.kind == Group::Kind::noun; });
  if (key != it && !(key == its && opens)) return {};
  const std::optional<Denoted> only = scene_.discourse.only_named(types);
  return only ? std::vector{of_denoted(*only)} : std::vector<Filler>();
}

std::vector<Filler> FillerFinder::all_subjects_before(const TypeSet& types) const {
  std::vector<Filler> found;
  for (const Denoted& subject : scene_.discourse.last_subjects(types)) found.push_back(of_denoted(subject));
  return found;
}

bool FillerFinder::another_is_nearer(std::uint32_t group, std::uint32_t agent, const TypeSet& types) const {
  static const std::uint64_t of = word_key("of"), with = word_key("with"), from = word_key("from"), for_ = word_key("for"), use = word_key("use"), under = word_key("under");
  const std::int32_t governor = scene_.links[group].governor;
  if (governor <= 0) return false;
  const std::uint32_t preposition = static_cast<std::uint32_t>(governor);
  const std::uint64_t word = scene_.groups[preposition].lemma;
  const bool used = word == for_ || word == under || (word == of && scene_.groups[preposition - 1].lemma == use);
  for (std::uint32_t g = agent + 1; used && g + 1 < group; ++g) {
    if (scene_.groups[g].kind != Group::Kind::preposition || (scene_.groups[g].lemma != with && scene_.groups[g].lemma != from)) continue;
    if (!named(g + 1, types).empty() && scene_.groups[g + 1].kind == Group::Kind::noun) return true;
  }
  return false;
}

bool FillerFinder::may_stand_for(std::uint64_t key, const TypeSet& types) const {
  if (is_third_person(key) || key == both || key == each_other) return true;
  const std::int16_t speaker = scene_.discourse.type_of(scene_.discourse.speaker());
  return is_first_person(key) && speaker != no_type && types.test(static_cast<std::size_t>(speaker));
}

}  // namespace rxgraph::ingest
