#pragma once
/// Verbs and their arguments: what they say of their subjects, and what they share. Internal to the linking.

#include "ingest/syntax/subject_linker.hpp"

namespace rxgraph::ingest::syntax {

/// Links the verbs of the current line, whose lists and prepositions are linked already.
class VerbLinker : public SubjectLinker {
 protected:
  using SubjectLinker::SubjectLinker;

  void link_verb(std::size_t p) {
    const std::uint32_t verb = id(p);
    find_objects(p);
    find_prepositions(p);
    find_subject(p);
    const Group& group = at(p);
    if (group.passive || (group.reduced && !group.gerund)) {
      for (const Attached& by : AttachedList(links_[verb].prepositional)) {
        if (by.label == by_) links_[verb].agents.push_back({0, by.group, by.weight});
      }
    }
    if (group.copula) find_complement(p);
    if (group.composes) find_part(p);
    if (group.reduced && !group.gerund) find_called(p);
    find_reporter(p);
    find_sufferer(p);
    find_piped(p);
  }

  /// "X, a drug for D, for which A received T": the preposition before the relative hangs what stands before it on the verb: behind a comma the head
  /// of the chain, or what that explains, and else the nearest noun.
  void find_piped(std::size_t p) {
    static const std::array<std::uint64_t, 2> relatives = {word_key("which"), word_key("whom")};
    constexpr float near = 0.85F, head = 0.88F;
    std::size_t q = p;
    while (q > 0 && is(q - 1, Kind::noun)) --q;
    if (q < 3 || q == p || !is(q - 1, Kind::relative) || !is(q - 2, Kind::preposition) || std::find(relatives.begin(), relatives.end(), at(q - 1).lemma) == relatives.end()) return;
    const std::uint64_t label = at(q - 2).lemma;
    const bool aside = is(q - 3, Kind::comma);
    if (aside && q < 4) return;
    const std::size_t before = aside ? q - 4 : q - 3;
    if (!is(before, Kind::noun)) return;
    const std::size_t top = aside ? top_of_chain(before, false) : before;
    const std::int32_t host = links_[id(top)].apposed_to;
    const std::uint32_t meant = host != no_group ? static_cast<std::uint32_t>(host) : id(top);
    attach(id(p), label, meant, head);
    if (meant != id(before) && !aside) attach(id(p), label, id(before), near);
  }

  /// "people who live with D", "patients who have D": as in "people with D". What they had once is another disease.
  void find_sufferer(std::size_t p) {
    static const std::array<std::uint64_t, 6> sufferings = {word_key("live"), word_key("suffer"), word_key("diagnose"), word_key("have"), word_key("present"), word_key("afflict")};
    static const std::uint64_t with = word_key("with"), have = word_key("have");
    if (at(p).negated || (at(p).past && at(p).lemma == have) || p < 2 || !is(p - 1, Kind::relative) || !is(p - 2, Kind::noun) || at(p - 2).head_mention >= 0) return;
    if (std::find(sufferings.begin(), sufferings.end(), at(p).lemma) == sufferings.end()) return;
    const Links& links = links_[id(p)];
    const AttachedList& diseases = links.prepositional.empty() ? links.themes : links.prepositional;
    if (!diseases.empty()) attach(id(p - 2), with, diseases.front().group, diseases.front().weight);
  }

  /// "a trial called N", "a study in D, known as N": the common noun explains the name that it is called by.
  void find_called(std::size_t p) {
    static const std::array<std::uint64_t, 5> callings = {word_key("call"), word_key("name"), word_key("dub"), word_key("title"), word_key("entitle")};
    static const std::array<std::uint64_t, 2> knowings = {word_key("know"), word_key("refer")};
    static const std::uint64_t as = word_key("as");
    const auto is_one_of = [&](const auto& verbs) { return std::find(verbs.begin(), verbs.end(), at(p).lemma) != verbs.end(); };
    std::size_t name = p + 1;
    if (is_one_of(knowings)) {
      while (is(name, Kind::preposition) && name < p + 3) ++name;
      if (name == p + 1 || at(name - 1).lemma != as) return;
    } else if (!is_one_of(callings)) {
      return;
    }
    const std::size_t before = p > 0 && is(p - 1, Kind::comma) ? p - 1 : p;
    if (before == 0 || !is(before - 1, Kind::noun) || !is(name, Kind::noun) || at(name).head_mention < 0 || is_value(at(name))) return;
    const std::size_t called = at(before - 1).head_mention < 0 ? before - 1 : top_of_chain(before - 1);
    if (at(called).head_mention >= 0 || links_[id(called)].apposed_to != no_group) return;
    links_[id(called)].apposed_to = static_cast<std::int32_t>(id(name));
    for (const Attached& phrase : AttachedList(links_[id(name)].prepositional)) attach(id(called), phrase.label, phrase.group, phrase.weight * 0.9F);
  }

  /// "X consists of an antibody that binds T": what is said of the unnamed part holds for the whole.
  void find_part(std::size_t p) {
    static const std::uint64_t of = word_key("of");
    const Links& links = links_[id(p)];
    const AttachedList& wholes = at(p).passive || (at(p).reduced && !at(p).gerund) ? links.themes : links.agents;
    if (at(p).negated || wholes.empty()) return;
    const auto explain_part = [&](std::uint32_t part) {
      const bool indefinite = groups_[part].determiner == Group::Determiner::indefinite;
      const bool unnamed = groups_[part].kind == Kind::noun && groups_[part].head_mention < 0 && indefinite;
      // "X consists of the antibody A linked to P": who asks for the host of A finds X; A stays what it is.
      const bool described = groups_[part].kind == Kind::noun && groups_[part].head_mention >= 0 && !indefinite && part + 1 < groups_.size() && groups_[part + 1].kind == Kind::verb &&
                             groups_[part + 1].reduced && !groups_[part + 1].gerund;
      if (!(unnamed || described) || links_[part].apposed_to != no_group || part == wholes.front().group) return;
      links_[part].apposed_to = static_cast<std::int32_t>(wholes.front().group);
      links_[part].apposed_by_copula = true;
    };
    if (is(p + 1, Kind::noun)) explain_part(id(p + 1));
    if (is(p + 1, Kind::preposition) && at(p + 1).lemma == of && is(p + 2, Kind::noun)) explain_part(id(p + 2));
  }

  /// "A announced that B approved X": A is who says so, as in "according to A".
  void find_reporter(std::size_t p) {
    static const std::uint64_t that = word_key("that"), according = word_key("according to");
    std::size_t saying = p;
    const std::size_t begin = clause_begin(p);
    if (begin >= 2 && is(begin - 1, Kind::subordinator) && at(begin - 1).lemma == that) {
      saying = begin - 2;
      if (saying > 0 && is(saying, Kind::noun) && is_date(at(saying))) --saying;  // "announced today that"
    } else if (!at(p).reduced && !at(p).infinitive) {
      while (saying > 0 && (is(saying - 1, Kind::noun) || is(saying - 1, Kind::preposition))) --saying;
      if (saying == 0 || saying == p || !is(saying - 1, Kind::verb) || !says(at(saying - 1).lemma)) return;  // "Acme announced B has approved X"
      --saying;
    }
    if (!is(saying, Kind::verb) || saying == p || at(saying).passive) return;
    for (const Attached& agent : AttachedList(links_[id(saying)].agents)) attach(id(p), according, agent.group, agent.weight);
  }

  static bool says(std::uint64_t verb) {
    static const std::array<std::uint64_t, 5> sayings = {word_key("announce"), word_key("report"), word_key("say"), word_key("confirm"), word_key("disclose")};
    return std::find(sayings.begin(), sayings.end(), verb) != sayings.end();
  }

  /// "X is an anti-T antibody": the complement explains the subject.
  void find_complement(std::size_t p) {
    const std::uint32_t verb = id(p);
    if (at(p).negated || !is(p + 1, Kind::noun) || links_[verb].agents.empty()) return;
    const std::uint32_t complement = id(p + 1);
    // A name explains another only where a participle says what was done with it: "X is Y joined to Z".
    const bool described = is(p + 2, Kind::verb) && at(p + 2).reduced && !at(p + 2).gerund;
    if (at(p + 1).head_mention >= 0 && at(p + 1).determiner == Group::Determiner::none && !described) return name_subject(p, complement);
    for (const std::uint32_t member : links_[complement].members) {
      if (links_[member].apposed_to != no_group || static_cast<std::int32_t>(member) == static_cast<std::int32_t>(links_[verb].agents.front().group)) continue;
      links_[member].apposed_to = static_cast<std::int32_t>(links_[verb].agents.front().group);
      links_[member].apposed_by_copula = true;
    }
  }

  /// "The payload of X is P": a name says what the definite subject is.
  void name_subject(std::size_t p, std::uint32_t name) {
    const std::uint32_t subject = links_[id(p)].agents.front().group;
    const Group& noun = groups_[subject];
    const bool definite = noun.determiner == Group::Determiner::definite || noun.determiner == Group::Determiner::possessive || noun.possessor != no_group;
    if (noun.kind != Kind::noun || noun.pronoun || noun.head_mention >= 0 || !definite || links_[subject].apposed_to != no_group || is_value(groups_[name])) return;
    links_[subject].apposed_to = static_cast<std::int32_t>(name);
    links_[subject].apposed_by_copula = true;
  }

  /// "develop, make and sell X": a verb without an object takes that of the next verb of its list.
  void share_objects() {
    for (std::size_t p = size(); p-- > 0;) {
      if (is(p, Kind::verb) && at(p).passive && is(p + 1, Kind::conjunction) && is(p + 2, Kind::verb) && at(p + 2).passive) {  // "was accepted and granted priority review by A for D"
        constexpr float shared = 0.9F;
        for (const Attached& agent : AttachedList(links_[id(p + 2)].agents)) links_[id(p)].agents.push_back({agent.label, agent.group, agent.weight * shared});
        for (const Attached& phrase : AttachedList(links_[id(p + 2)].prepositional)) attach(id(p), phrase.label, phrase.group, phrase.weight * shared);
        continue;
      }
      if (at(p).kind != Kind::verb || !links_[id(p)].themes.empty() || at(p).passive || at(p).copula) continue;
      std::size_t next = p + 1;
      if (is(next, Kind::comma)) ++next;
      if (is(next, Kind::conjunction)) ++next;
      if (next == p + 1 || !is(next, Kind::verb) || at(next).passive) continue;
      for (const Attached& theme : links_[id(next)].themes) links_[id(p)].themes.push_back({theme.label, theme.group, theme.weight * 0.95F});
      for (const Attached& phrase : links_[id(next)].prepositional) attach(id(p), phrase.label, phrase.group, phrase.weight * 0.9F);
    }
  }
};

}  // namespace rxgraph::ingest::syntax
