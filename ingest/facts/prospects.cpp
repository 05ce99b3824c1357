#include "ingest/facts/prospects.hpp"

#include <algorithm>
#include <array>

#include "ingest/one_of.hpp"

namespace rxgraph::ingest::facts {
namespace {

/// "expects the FDA to approve X": the mood that the verb before gives to an infinitive behind its object.
Mood governing_mood(const Scene& scene, std::uint32_t infinitive) {
  constexpr std::uint32_t reach = 6;  // Groups between the two.
  for (std::uint32_t back = 1; back <= infinitive && back <= reach; ++back) {
    const Group& before = scene.groups[infinitive - back];
    if (before.kind == Group::Kind::stop || before.kind == Group::Kind::subordinator || before.kind == Group::Kind::relative) return Mood::none;
    if (before.kind == Group::Kind::verb) return before.mood != Mood::none ? before.mood : before.object_mood;
  }
  return Mood::none;
}

/// "no assurance that", "cannot assure you that", "no guarantee can be given that": nobody vouches for the clause that the group `that` opens.
bool assures_not(const Scene& scene, std::uint32_t that) {
  static const std::array<std::uint64_t, 4> sureness = {word_key("assurance"), word_key("guarantee"), word_key("guaranty"), word_key("certainty")};
  static const std::array<std::uint64_t, 6> vouching = {word_key("assure"), word_key("guarantee"), word_key("ensure"), word_key("warrant"), word_key("predict"), word_key("know")};
  const auto none = [&](const Group& group) {
    return group.kind == Group::Kind::noun && group.determiner == Group::Determiner::negative && is_one_of(group.lemma, sureness);
  };
  if (that == 0) return false;
  const bool told = that > 1 && scene.groups[that - 1].pronoun;  // "assure you that"
  const std::uint32_t saying = told ? that - 2 : that - 1;
  const Group& said = scene.groups[saying];
  if (said.kind != Group::Kind::verb) return none(said);
  const AttachedList& themes = scene.links[saying].themes;
  return (said.negated && is_one_of(said.lemma, vouching)) ||
         std::any_of(themes.begin(), themes.end(), [&](const Attached& theme) { return none(scene.groups[theme.group]); });
}

/// "would have acquired", "could have been deemed to buy": it did not come to that.
bool would_have_been(const Scene& scene, const Group& verb) {
  static const std::array<std::uint64_t, 3> ifs = {word_key("would"), word_key("could"), word_key("might")};
  static const std::uint64_t have = word_key("have");
  for (std::uint32_t t = verb.first; t + 2 < verb.last; ++t) {
    if (is_one_of(scene.sentence.tokens[t].key, ifs) && scene.sentence.tokens[t + 1].key == have) return true;
  }
  return false;
}

bool acts_on(const Scene& scene, std::uint32_t verb, std::uint32_t g) {
  static const std::uint64_t wanted = word_key("for");
  const Links& links = scene.links[verb];
  const auto is_group = [&](const Attached& attached) { return attached.group == g; };
  return std::any_of(links.themes.begin(), links.themes.end(), is_group) ||
         std::any_of(links.prepositional.begin(), links.prepositional.end(), [&](const Attached& attached) { return attached.label == wanted && attached.group == g; });
}

/// "For X to receive approval, trials must succeed".
bool is_condition(const Scene& scene, std::uint32_t infinitive) {
  static const std::uint64_t wanted = word_key("for");
  return infinitive >= 2 && scene.groups[infinitive - 1].kind == Group::Kind::noun && scene.groups[infinitive - 2].kind == Group::Kind::preposition &&
         scene.groups[infinitive - 2].lemma == wanted;
}

/// "We will seek orphan drug designation": what somebody asks for has not happened.
bool is_sought(const Scene& scene, std::uint32_t g, std::uint32_t verb) {
  static const std::array<std::uint64_t, 9> quests = {word_key("seek"), word_key("request"), word_key("pursue"), word_key("apply"), word_key("require"),
                                                      word_key("need"), word_key("discuss"), word_key("consider"), word_key("apply for")};
  return is_one_of(scene.groups[verb].lemma, quests) && acts_on(scene, verb, g);
}

}  // namespace

bool is_conditional(const Scene& scene, std::uint32_t g) {
  static const std::array<std::uint64_t, 4> conditions = {word_key("if"), word_key("unless"), word_key("whether"), word_key("until")};
  constexpr std::uint32_t reach = 12;  // Groups between "if" and the verb of its clause.
  for (std::uint32_t back = 1; back <= g && back <= reach; ++back) {
    const Group& before = scene.groups[g - back];
    if (before.kind == Group::Kind::subordinator || before.kind == Group::Kind::preposition) {
      if (is_one_of(before.lemma, conditions)) return true;
    }
    if (before.kind == Group::Kind::stop || (before.kind == Group::Kind::verb && !before.reduced)) return false;
  }
  return false;
}

bool is_imagined(const Scene& scene, std::uint32_t g, std::int32_t verb) {
  static const std::array<std::uint64_t, 2> fancies = {word_key("as if"), word_key("as though")};
  static const std::uint64_t as = word_key("as"), if_ = word_key("if"), though = word_key("though");
  constexpr std::uint32_t reach = 12;  // Groups between "as if" and what it opens.
  const std::uint32_t end = verb == no_group ? g : std::max(g, static_cast<std::uint32_t>(verb));
  if (verb != no_group && would_have_been(scene, scene.groups[static_cast<std::size_t>(verb)])) return true;
  for (std::uint32_t back = 1; back <= end && back <= reach; ++back) {
    const Group& before = scene.groups[end - back];
    if (before.kind == Group::Kind::stop || (before.kind == Group::Kind::verb && !before.reduced)) return false;
    if (before.kind != Group::Kind::subordinator && before.kind != Group::Kind::preposition) continue;
    if (is_one_of(before.lemma, fancies)) return true;
    const bool after_as = before.first > 0 && scene.sentence.tokens[before.first - 1].key == as;
    if (after_as && (before.lemma == if_ || before.lemma == though)) return true;
  }
  return false;
}

bool is_doubted(const Scene& scene, std::uint32_t verb) {
  static const std::uint64_t whether = word_key("whether"), that = word_key("that");
  constexpr std::uint32_t reach = 12;  // Groups between "that" and the verb of its clause.
  for (std::uint32_t back = 1; back <= verb && back <= reach; ++back) {
    const Group& before = scene.groups[verb - back];
    if (before.kind == Group::Kind::stop || (before.kind == Group::Kind::verb && !before.reduced && !before.infinitive)) return false;
    if (before.kind != Group::Kind::subordinator && before.kind != Group::Kind::preposition && before.kind != Group::Kind::relative) continue;
    if (before.lemma == whether) return true;
    if (before.lemma == that) return assures_not(scene, verb - back);
  }
  return false;
}

Mood mood_at(const Scene& scene, std::uint32_t g, std::uint32_t verb) {
  const Group& group = scene.groups[verb];
  Mood mood = group.mood;
  if (mood == Mood::none && g != verb && group.object_mood != Mood::none && acts_on(scene, verb, g)) mood = group.object_mood;
  if (mood == Mood::none && group.infinitive) mood = governing_mood(scene, verb);
  return mood == Mood::none && is_conditional(scene, verb) ? Mood::possible : mood;
}

bool is_prospective(const Scene& scene, std::uint32_t g, std::int32_t verb) {
  static const std::array<std::uint64_t, 11> acts = {word_key("in"),      word_key("for"),     word_key("of"),     word_key("to"),    word_key("toward"),   word_key("towards"),
                                                     word_key("without"), word_key("before"), word_key("until"), word_key("prior to"), word_key("from")};
  static const std::array<std::uint64_t, 9> events = {word_key("for"),   word_key("toward"), word_key("towards"),  word_key("without"), word_key("before"),
                                                      word_key("until"), word_key("upon"),   word_key("prior to"), word_key("pending")};
  const auto purpose = [&](std::uint32_t act) {
    static const std::uint64_t having = word_key("having");
    const Group& group = scene.groups[act];
    if (group.infinitive && is_condition(scene, act)) return true;
    if (act == 0 && group.gerund && scene.sentence.tokens[group.first].key != having) return true;  // "Obtaining approval of X takes years."
    return group.gerund && act > 0 && scene.groups[act - 1].kind == Group::Kind::preposition && is_one_of(scene.groups[act - 1].lemma, acts);
  };
  if (scene.groups[g].kind == Group::Kind::verb) return purpose(g);
  if (verb != no_group && purpose(static_cast<std::uint32_t>(verb))) return true;
  for (std::uint32_t v = 0; v < scene.groups.size(); ++v) {
    if (scene.groups[v].kind == Group::Kind::verb && is_sought(scene, g, v)) return true;
  }
  const std::int32_t governor = scene.links[g].governor;
  return governor != no_group && is_one_of(scene.groups[static_cast<std::size_t>(governor)].lemma, events);
}

bool clears_trial(const Scene& scene, std::uint32_t noun) {
  static const std::array<std::uint64_t, 5> acts = {word_key("approval"), word_key("clearance"), word_key("authorization"), word_key("authorisation"), word_key("acceptance")};
  static const std::array<std::uint64_t, 8> papers = {word_key("ind"), word_key("inds"), word_key("cta"), word_key("ide"), word_key("protocol"), word_key("trial"), word_key("investigational"), word_key("clinical")};
  static const std::array<std::uint64_t, 3> joints = {word_key("of"), word_key("for"), word_key("to")};
  const auto says = [&](const Group& group) {
    for (std::uint32_t t = group.first; t < group.last; ++t) {
      if (is_one_of(scene.sentence.tokens[t].key, papers)) return true;
    }
    return false;
  };
  const Group& group = scene.groups[noun];
  if (group.kind == Group::Kind::verb) {  // "approved a trial of X"
    static const std::array<std::uint64_t, 3> tests = {word_key("trial"), word_key("study"), word_key("protocol")};
    return std::any_of(scene.links[noun].themes.begin(), scene.links[noun].themes.end(), [&](const Attached& theme) {
      const Group& tested = scene.groups[theme.group];
      return tested.kind == Group::Kind::noun && tested.head_mention < 0 && is_one_of(tested.lemma, tests);
    });
  }
  if (group.kind != Group::Kind::noun || !is_one_of(group.lemma, acts)) return false;
  if (says(group)) return true;
  // "approval to start a trial"
  static const std::array<std::uint64_t, 7> beginnings = {word_key("start"), word_key("begin"), word_key("initiate"), word_key("conduct"), word_key("commence"), word_key("proceed"), word_key("test")};
  const GroupList& verbs = scene.links[noun].verbs;
  if (std::any_of(verbs.begin(), verbs.end(), [&](std::uint32_t verb) { return scene.groups[verb].infinitive && is_one_of(scene.groups[verb].lemma, beginnings); })) return true;
  return std::any_of(scene.links[noun].prepositional.begin(), scene.links[noun].prepositional.end(), [&](const Attached& attached) {
    const Group& paper = scene.groups[attached.group];
    return is_one_of(attached.label, joints) && paper.kind == Group::Kind::noun && paper.head_mention < 0 && says(paper);
  });
}

bool is_added_to(const Scene& scene, std::uint32_t g) {
  static const std::uint64_t to = word_key("to"), add = word_key("add");
  static const std::array<std::uint64_t, 4> additions = {word_key("adjunct"), word_key("addition"), word_key("supplement"), word_key("alternative")};
  const std::int32_t governor = scene.links[g].governor;
  if (governor < 1 || scene.groups[static_cast<std::size_t>(governor)].lemma != to) return false;
  const Group& before = scene.groups[static_cast<std::size_t>(governor) - 1];
  if (before.kind != Group::Kind::noun) return false;
  if (is_one_of(before.lemma, additions)) return true;
  for (std::uint32_t t = before.first; t < before.last; ++t) {
    if (scene.sentence.tokens[t].key == add) return true;
  }
  return false;
}

bool is_intended(const Scene& scene, std::uint32_t g) {
  static const std::array<std::uint64_t, 6> intents = {word_key("planned"), word_key("proposed"), word_key("contemplated"), word_key("anticipated"), word_key("intended"), word_key("pending")};
  const Group& group = scene.groups[g];
  if (group.kind != Group::Kind::noun) return false;
  for (std::uint32_t t = group.first; t + 1 < group.last; ++t) {
    if (is_one_of(scene.sentence.tokens[t].key, intents)) return true;
  }
  return false;
}

bool is_awaited(const Scene& scene, std::uint32_t g, std::uint32_t verb) {
  static const std::array<std::uint64_t, 7> outcomes = {word_key("data"), word_key("result"), word_key("readout"), word_key("finding"), word_key("update"), word_key("analysis"), word_key("topline")};
  static const std::array<std::uint64_t, 10> tellings = {word_key("expect"),  word_key("anticipate"), word_key("report"),  word_key("present"), word_key("announce"),
                                                         word_key("release"), word_key("share"),      word_key("publish"), word_key("receive"), word_key("disclose")};
  static const std::array<std::uint64_t, 3> endings = {word_key("complete"), word_key("finish"), word_key("conclude")};
  static const std::array<std::uint64_t, 4> efforts = {word_key("enrollment"), word_key("enrolment"), word_key("recruitment"), word_key("dosing")};
  const std::uint64_t act = scene.groups[verb].lemma;
  const auto awaited = [&](const Group& noun) {
    if (noun.kind != Group::Kind::noun) return false;
    return (is_one_of(noun.lemma, outcomes) && is_one_of(act, tellings)) || (is_one_of(noun.lemma, efforts) && is_one_of(act, endings));
  };
  const AttachedList& themes = scene.links[verb].themes;
  return awaited(scene.groups[g]) || std::any_of(themes.begin(), themes.end(), [&](const Attached& theme) { return theme.group != g && awaited(scene.groups[theme.group]); });
}

}  // namespace rxgraph::ingest::facts
