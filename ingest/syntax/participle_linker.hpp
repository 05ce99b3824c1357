#pragma once
/// The subjects of participles. Internal to the linking.

#include "ingest/syntax/object_linker.hpp"

namespace rxgraph::ingest::syntax {

/// Finds who does, or undergoes, what participles of the current line say.
class ParticipleLinker : public ObjectLinker {
 protected:
  using ObjectLinker::ObjectLinker;

  void add_agents(Links& verb, std::uint32_t noun, float weight, std::uint64_t label = 0) {
    verb.agents.push_back({label, noun, weight});
  }

  /// Puts the subject of a verb where its voice wants it.
  void add_subject(std::uint32_t verb, std::uint32_t noun, float weight, std::uint64_t label = 0) {
    Links& links = links_[verb];
    const Group& group = groups_[verb];
    if (group.passive && links.has_object) {
      links.recipients.push_back({label, noun, weight});  // "A was granted a licence".
    } else if (group.passive) {
      links.themes.push_back({label, noun, weight});
    } else {
      add_agents(links, noun, weight, label);
    }
  }

  void share_subject(std::uint32_t verb, std::uint32_t earlier, float weight = 0.95F) {
    const Group& from = groups_[earlier];
    const bool passive = from.passive || (from.reduced && !from.gerund && links_[earlier].agents.empty());
    for (const Attached& subject : AttachedList(passive ? links_[earlier].themes : links_[earlier].agents)) {
      add_subject(verb, subject.group, subject.weight * weight, subject.label);
    }
  }

  /// "X, which A licensed": the noun before the relative is the object.
  void object_relative(std::size_t p, std::size_t relative) {
    std::size_t q = relative;
    while (q > 0 && at(q - 1).kind == Kind::comma) --q;
    if (q == 0 || at(q - 1).kind != Kind::noun) return;
    // "an inhibitor of T that A develops": a bare "that" speaks of the head of the chain as well.
    const std::size_t top = q == relative ? top_of_chain(q - 1, false) : q - 1;
    if (links_[id(p)].themes.empty()) {
      links_[id(p)].themes.push_back({0, id(q - 1), top == q - 1 ? 0.9F : 0.85F});
      if (top != q - 1) links_[id(p)].themes.push_back({0, id(top), 0.9F});
    }
    links_[id(q - 1)].verbs.push_back(id(p));
  }

  /// Who does, or undergoes, what the participle at `p` says; its clause begins at `begin`.
  void participle_subject(std::size_t p, std::size_t begin) {
    const std::uint32_t verb = id(p);
    const std::size_t before = p - 1;
    if (at(p).gerund && is(before, Kind::verb)) return share_subject(verb, id(before));  // "began paying A a fee"
    if (is(before, Kind::preposition) || is(before, Kind::subordinator)) {
      const std::size_t earlier = verb_before(before, begin);
      if (earlier < p) share_subject(verb, id(earlier), 0.8F);
    } else if (is(before, Kind::noun)) {
      participle_behind_noun(p, begin);
    } else {
      participle_apart(p, begin);
    }
  }

  /// "a trial evaluating X", "a drug licensed from A", "A licensed X".
  void participle_behind_noun(std::size_t p, std::size_t begin) {
    const std::uint32_t verb = id(p);
    const std::size_t before = p - 1;
    const std::uint32_t noun = id(before);
    const std::size_t top = top_of_chain(before);
    if (enters_into(p)) return add_agents(links_[verb], id(top), 1);
    const bool relative = top >= begin + 1 && is(top - 1, Kind::relative);
    if (at(p).gerund) {
      add_agents(links_[verb], noun, 0.95F);
      if (top != before && !tests_itself(at(before))) add_agents(links_[verb], id(top), 0.7F);
      // A participle hangs its object on the noun as a preposition would: "a trial evaluating X".
      const std::uint64_t label = sentence_.tokens[groups_[verb].last - 1].key;
      for (const Attached& theme : links_[verb].themes) {
        attach_to_members(noun, label, theme.group, 0.95F);
        if (top != before) attach_to_members(id(top), label, theme.group, 0.75F);
      }
    } else if (!links_[verb].themes.empty()) {
      add_agents(links_[verb], id(top), 1);  // "A licensed X": a finite past.
      if (relative) object_relative(p, top - 1);
    } else if (relative) {
      add_agents(links_[verb], id(top), 1);
      return object_relative(p, top - 1);
    } else {
      const bool by = followed_by(p);
      if (is(p + 1, Kind::subordinator)) return add_agents(links_[verb], id(top), 1);  // "A announced that".
      links_[verb].themes.push_back({0, noun, by ? 0.95F : 0.85F});
      if (top != before) links_[verb].themes.push_back({0, id(top), 0.6F});
      if (!by) add_agents(links_[verb], id(top), 0.8F);
    }
    links_[noun].verbs.push_back(verb);
  }

  /// Behind a comma, a conjunction or nothing: "…, targeting D", "… and sold in Japan".
  void participle_apart(std::size_t p, std::size_t begin) {
    const std::uint32_t verb = id(p);
    const std::size_t before = p - 1;
    const bool gerund = at(p).gerund;
    const std::size_t earlier = verb_before(p, begin);
    const std::size_t free = first_free(begin, p);
    const bool list = is(before, Kind::conjunction) || is(before, Kind::comma);
    const bool follows_noun = is(before, Kind::comma) && before > 0 && at(before - 1).kind == Kind::noun;
    if (enters_into(p)) {  // "A, a unit of B, entered into an agreement": nobody is entered.
      if (earlier < p && list && !follows_noun) return share_subject(verb, id(earlier));
      if (free < p) add_agents(links_[verb], id(free), 0.9F);
      return;
    }
    if (!gerund && follows_noun && links_[verb].themes.empty() && is(p + 1, Kind::preposition)) return describe_before_comma(p, free, earlier);
    if (is(before, Kind::comma) && !gerund && !links_[verb].themes.empty()) {
      if (const std::size_t host = antecedent(begin, earlier); host < earlier) return add_agents(links_[verb], id(host), 0.9F);
    }
    if (list && earlier < p) {
      // "X is a conjugate in which A has rights, targeting D": the participle speaks of the sentence's own subject.
      const std::size_t main = main_verb(begin, earlier);
      if (gerund && main < earlier) share_subject(verb, id(main), 0.85F);
      share_subject(verb, id(earlier), main < earlier ? 0.6F : 0.85F);
    } else if (free < p && (gerund || !links_[verb].themes.empty())) {
      add_agents(links_[verb], id(free), 0.85F);
    } else if (free < p) {
      links_[verb].themes.push_back({0, id(free), 0.85F});
    }
  }

  /// "…, A, linked to B": what the participle at `p` says of the noun before the comma. `free` and `earlier` stand before it.
  void describe_before_comma(std::size_t p, std::size_t free, std::size_t earlier) {
    const std::size_t noun = p - 2;
    AttachedList& themes = links_[id(p)].themes;
    themes.push_back({0, id(noun), 0.85F});
    // "X as monotherapy or in combination, indicated for D": of what stands free before it as well.
    if (free < noun && at(free).head_mention >= 0 && links_[id(noun)].governor != no_group && at(noun).head_mention < 0) themes.push_back({0, id(free), 0.8F});
    // "an antibody directed against T, linked to B": of the antibody as well.
    if (earlier < p && at(earlier).reduced && !at(earlier).gerund) {
      for (const Attached& theme : AttachedList(links_[id(earlier)].themes)) themes.push_back({0, theme.group, theme.weight * 0.8F});
    }
  }

  /// "shown at A from a trial evaluating X": it is the trial that evaluates.
  static bool tests_itself(const Group& noun) {
    static const std::array<std::uint64_t, 4> tests = {word_key("trial"), word_key("study"), word_key("arm"), word_key("cohort")};
    return noun.head_mention < 0 && std::find(tests.begin(), tests.end(), noun.lemma) != tests.end();
  }

  /// Where the verb at `verb` stands in a relative clause: the finite verb before the relative; else `verb`.
  std::size_t main_verb(std::size_t begin, std::size_t verb) const {
    std::size_t relative = verb;
    while (relative > begin && !is(relative, Kind::relative) && (relative == verb || !is(relative, Kind::verb))) --relative;
    if (!is(relative, Kind::relative)) return verb;
    for (std::size_t q = relative; q > begin; --q) {
      if (is(q - 1, Kind::verb) && !at(q - 1).reduced && !at(q - 1).infinitive) return q - 1;
    }
    return verb;
  }

  /// "X, which we develop with A, entered Phase 2": the noun that begins the clause, where the verb at `verb` is the only one before and stands in a relative
  /// clause of that noun between commas; else `verb`.
  std::size_t antecedent(std::size_t begin, std::size_t verb) const {
    std::size_t relative = verb;
    while (relative > begin && !is(relative, Kind::relative)) --relative;
    if (relative < begin + 2 || verb >= size() || verb_before(relative, begin) < relative) return verb;
    std::size_t host = relative - 1;
    if (is(host, Kind::preposition)) --host;  // "with which we develop X"
    if (!is(host, Kind::comma) || !is(host - 1, Kind::noun)) return verb;
    const std::size_t first = first_free(begin, relative);
    return first < relative ? first : verb;
  }

  /// "entered into an agreement": a past, never a participle.
  bool enters_into(std::size_t p) const {
    static const std::uint64_t enter = word_key("enter"), into = word_key("into");
    return at(p).lemma == enter && !at(p).gerund && is(p + 1, Kind::preposition) && at(p + 1).lemma == into && is(p + 2, Kind::noun);
  }

  bool followed_by(std::size_t p) const { return is(p + 1, Kind::preposition) && at(p + 1).lemma == by_; }

  /// "Developed by A, X is …", "By blocking T, X relieves …": a participle that opens the sentence speaks of the subject that follows.
  void lead_participle() {
    const std::size_t lead = is(0, Kind::preposition) && is(1, Kind::verb) && at(1).gerund ? 1 : 0;
    if (!is(lead, Kind::verb) || !at(lead).reduced) return;
    Links& links = links_[id(lead)];
    for (std::size_t p = lead + 1; p < size(); ++p) {
      const bool finite = at(p).kind == Kind::verb && !at(p).infinitive && (!at(p).reduced || (at(p).past && !links_[id(p)].agents.empty() && links_[id(p)].has_object));
      if (!finite) continue;
      const AttachedList& subjects = at(p).passive ? links_[id(p)].themes : links_[id(p)].agents;
      for (const Attached& subject : subjects) {
        (at(lead).gerund ? links.agents : links.themes).push_back({0, subject.group, subject.weight * 0.85F});
      }
      // "Using T, we created X": as if it stood behind the verb.
      if (at(lead).gerund) {
        const std::uint64_t label = sentence_.tokens[at(lead).last - 1].key;
        for (const Attached& theme : AttachedList(links.themes)) attach(id(p), label, theme.group, theme.weight * 0.85F);
      }
      return;
    }
  }
};

}  // namespace rxgraph::ingest::syntax
