#pragma once
/// The subjects of verbs: of finite ones, relatives, participles and infinitives. Internal to the linking.

#include "ingest/syntax/object_linker.hpp"

namespace rxgraph::ingest::syntax {

/// Finds who acts, or what undergoes, at the verbs of the current line, whose objects and prepositional groups are linked already.
class SubjectLinker : public ObjectLinker {
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

  /// "Acme, a company in Ohio, today announced": the day before the verb at `p` is not who acts. True if somebody was found.
  bool subject_before_day(std::size_t p, std::size_t begin) {
    const std::size_t day = p - 1;
    if (!is(day, Kind::noun) || !is_date(at(day)) || links_[id(day)].governor != no_group) return false;
    const std::size_t free = first_free(begin, day);
    if (free == day) return false;
    const bool undergoes = at(p).reduced && !at(p).gerund && followed_by(p);
    if (undergoes) links_[id(p)].themes.push_back({0, id(free), 0.9F});
    else add_subject(id(p), id(free), 0.97F);
    return true;
  }

  void find_subject(std::size_t p) {
    const std::uint32_t verb = id(p);
    const Group& group = at(p);
    const std::size_t begin = clause_begin(p);
    if (p == begin) return contrasted_subject(p);
    if (subject_before_day(p, begin)) return;
    const std::size_t before = p - 1;
    if (is(before, Kind::relative)) return relative_subject(p, before);
    if (group.reduced && !group.passive) return participle_subject(p, begin);
    if (group.infinitive) return infinitive_subject(p, begin);
    if (is(before, Kind::noun) && is_date(at(before))) {  // "A, a unit of B, today announced"
      const std::size_t free = first_free(begin, p);
      if (free < p) return add_subject(verb, id(free), 0.9F);
    }
    if (is(before, Kind::noun)) {
      std::size_t top = top_of_chain(before);
      // "compounds owned by A are …": what a preposition governs is no subject.
      const std::size_t free = first_free(begin, p);
      if (links_[id(top)].governor != no_group && free < p) top = free;
      add_subject(verb, id(top), 1);
      if (top >= begin + 1 && is(top - 1, Kind::relative)) object_relative(p, top - 1);
      // "began a study designed to evaluate X": a second verb straight behind the object of the first says what it is.
      const std::size_t first = verb_before(p, begin);
      if (first < p && straight(first, before)) {
        links_[id(before)].verbs.push_back(verb);
        if (at(before).head_mention < 0) add_subject(verb, id(before), 0.95F);
      }
      return;
    }
    const std::size_t earlier = verb_before(p, begin);
    if (const std::size_t host = host_before(p, begin); host < p && earlier < host) return add_subject(verb, id(host), 1);
    const std::size_t free = first_free(begin, p);
    const bool listed = earlier + 1 == before || (earlier + 2 == before && is(before - 1, Kind::comma));  // "to develop, make and sell X"
    const bool closed = is(before, Kind::comma) && free < p && !listed;  // "X, which binds T, is …": the clause's own subject.
    if (!closed && (is(before, Kind::conjunction) || is(before, Kind::comma)) && earlier < p) return share_subject(verb, id(earlier));
    if (free < p) add_subject(verb, id(free), 0.9F);
  }

  /// "X was rejected by A but was approved by B": the finite verb straight behind "but" has the subject of the finite verb before.
  void contrasted_subject(std::size_t p) {
    static const std::uint64_t but = word_key("but");
    if (p == 0 || !is(p - 1, Kind::subordinator) || at(p - 1).lemma != but || at(p).reduced || at(p).infinitive) return;
    for (std::size_t q = p - 1; q-- > 0 && !is(q, Kind::stop) && !is(q, Kind::subordinator);) {
      if (is(q, Kind::verb) && !at(q).reduced && !at(q).infinitive) return share_subject(id(p), id(q));
    }
  }

  /// "A is in Phase 2, and B, an antibody for D, is in Phase 1": the name behind the "and" that an apposition between commas explains before the verb
  /// at `p`; `p` where there is none.
  std::size_t host_before(std::size_t p, std::size_t begin) const {
    if (!is(p - 1, Kind::comma)) return p;
    for (std::size_t q = p - 1; q > begin + 2 && at(q - 1).kind != Kind::verb; --q) {
      if (!is(q - 1, Kind::noun) || !is(q - 2, Kind::comma) || !is(q - 3, Kind::noun) || links_[id(q - 1)].apposed_to != static_cast<std::int32_t>(id(q - 3))) continue;
      return q >= 4 && is(q - 4, Kind::conjunction) && at(q - 3).head_mention >= 0 ? q - 3 : p;
    }
    return p;
  }

  /// True if only noun groups and prepositions stand between the two.
  bool straight(std::size_t first, std::size_t last) const {
    for (std::size_t q = first + 1; q < last; ++q) {
      if (at(q).kind != Kind::noun && at(q).kind != Kind::preposition) return false;
    }
    return true;
  }

  /// "X, which binds T": the noun before the relative is the subject.
  void relative_subject(std::size_t p, std::size_t relative) {
    std::size_t q = relative;
    while (q > 0 && (at(q - 1).kind == Kind::comma || at(q - 1).kind == Kind::preposition)) --q;
    if (q == 0 || at(q - 1).kind != Kind::noun) return;
    const std::uint32_t antecedent = id(q - 1);
    // "which" after a comma speaks of the noun beside it, a bare "that" rather of the head of the chain.
    const bool bare = q == relative;
    const bool singular = is_singular(at(p));  // "A, and B of C, which is …"
    const std::size_t top = top_of_chain(q - 1, !singular);
    if (const std::size_t several = bare && is_plural(at(p)) && at(q - 1).head_mention >= 0 && links_[antecedent].members.size() < 2 ? plural_above(q - 1) : size(); several < size()) {
      add_subject(id(p), id(several), 0.9F);  // "patents on X that are owned by A": it is the patents that are.
      links_[id(several)].verbs.push_back(id(p));
      return;
    }
    add_subject(id(p), antecedent, bare ? 0.85F : 0.95F, singular ? itself_alone : 0);
    links_[antecedent].verbs.push_back(id(p));
    if (top != q - 1) add_subject(id(p), id(top), bare ? 0.9F : 0.6F, singular ? itself_alone : 0);
  }

  /// "is", "was sold", "has shown", "binds": of one thing only.
  bool is_singular(const Group& verb) const {
    static const std::array<std::uint64_t, 4> helpers = {word_key("is"), word_key("was"), word_key("has"), word_key("does")};
    static const std::uint64_t are = word_key("are"), were = word_key("were");
    const std::uint64_t first = sentence_.tokens[verb.first].key;
    if (std::find(helpers.begin(), helpers.end(), first) != helpers.end()) return true;
    return verb.last == verb.first + 1 && !verb.past && first != verb.lemma && first != are && first != were;
  }

  /// "are", "were sold", "have shown": of several things.
  bool is_plural(const Group& verb) const {
    static const std::array<std::uint64_t, 3> helpers = {word_key("are"), word_key("were"), word_key("have")};
    return std::find(helpers.begin(), helpers.end(), sentence_.tokens[verb.first].key) != helpers.end();
  }

  /// The nearest common noun in the plural that the name at `p` hangs on through prepositions; `size()` where there is none.
  std::size_t plural_above(std::size_t p) const {
    for (std::size_t step = 0; step < longest_chain && p >= 2 && is(p - 1, Kind::preposition) && is(p - 2, Kind::noun); ++step) {
      p -= 2;
      const Group& noun = at(p);
      if (noun.head_mention < 0 && !noun.pronoun && noun.lemma != sentence_.tokens[noun.last - 1].key) return p;
    }
    return size();
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

  void participle_subject(std::size_t p, std::size_t begin) {
    const std::uint32_t verb = id(p);
    const Group& group = at(p);
    const std::size_t before = p - 1;
    if (group.gerund && is(before, Kind::verb)) return share_subject(verb, id(before));  // "began paying A a fee"
    if (is(before, Kind::preposition) || is(before, Kind::subordinator)) {
      const std::size_t earlier = verb_before(before, begin);
      if (earlier < p) share_subject(verb, id(earlier), 0.8F);
      return;
    }
    if (is(before, Kind::noun) && enters_into(p)) return add_agents(links_[verb], id(top_of_chain(before)), 1);
    if (is(before, Kind::noun)) {
      const std::uint32_t noun = id(before);
      const std::size_t top = top_of_chain(before);
      if (!group.gerund && top >= begin + 1 && is(top - 1, Kind::relative) && links_[verb].themes.empty()) {
        add_agents(links_[verb], id(top), 1);
        object_relative(p, top - 1);
        return;
      }
      if (group.gerund) {
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
        if (top >= begin + 1 && is(top - 1, Kind::relative)) object_relative(p, top - 1);
      } else {
        const bool by = followed_by(p);
        if (is(p + 1, Kind::subordinator)) return add_agents(links_[verb], id(top), 1);  // "A announced that".
        links_[verb].themes.push_back({0, noun, by ? 0.95F : 0.85F});
        if (top != before) links_[verb].themes.push_back({0, id(top), 0.6F});
        if (!by) add_agents(links_[verb], id(top), 0.8F);
      }
      links_[noun].verbs.push_back(verb);
      return;
    }
    const std::size_t earlier = verb_before(p, begin);
    const bool list = is(before, Kind::conjunction) || is(before, Kind::comma);
    const bool follows_noun = is(before, Kind::comma) && before > 0 && at(before - 1).kind == Kind::noun;
    if (enters_into(p)) {  // "A, a unit of B, entered into an agreement": nobody is entered.
      const std::size_t free = first_free(begin, p);
      if (earlier < p && list && !follows_noun) return share_subject(verb, id(earlier));
      if (free < p) add_agents(links_[verb], id(free), 0.9F);
      return;
    }
    if (!group.gerund && follows_noun && links_[verb].themes.empty() && is(p + 1, Kind::preposition)) {
      links_[verb].themes.push_back({0, id(before - 1), 0.85F});  // "…, A, linked to B".
      // "X as monotherapy or in combination, indicated for D": of what stands free before it as well.
      const std::size_t free = first_free(begin, p);
      if (free + 1 < before && at(free).head_mention >= 0 && links_[id(before - 1)].governor != no_group && at(before - 1).head_mention < 0) links_[verb].themes.push_back({0, id(free), 0.8F});
      // "an antibody directed against T, linked to B": of the antibody as well.
      if (earlier < p && at(earlier).reduced && !at(earlier).gerund) {
        for (const Attached& theme : AttachedList(links_[id(earlier)].themes)) links_[verb].themes.push_back({0, theme.group, theme.weight * 0.8F});
      }
      return;
    }
    if (is(before, Kind::comma) && !group.gerund && !links_[verb].themes.empty()) {
      if (const std::size_t host = antecedent(begin, earlier); host < earlier) return add_agents(links_[verb], id(host), 0.9F);
    }
    if (list && earlier < p) {
      // "X is a conjugate in which A has rights, targeting D": the participle speaks of the sentence's own subject.
      const std::size_t main = main_verb(begin, earlier);
      if (group.gerund && main < earlier) share_subject(verb, id(main), 0.85F);
      share_subject(verb, id(earlier), main < earlier ? 0.6F : 0.85F);
      return;
    }
    const std::size_t free = first_free(begin, p);
    if (free == p) return;
    if (group.gerund || !links_[verb].themes.empty()) {
      add_agents(links_[verb], id(free), 0.85F);
    } else {
      links_[verb].themes.push_back({0, id(free), 0.85F});
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

  void infinitive_subject(std::size_t p, std::size_t begin) {
    const std::uint32_t verb = id(p);
    const std::size_t before = p - 1;
    if (const std::size_t right = right_before(before, begin); right < before) return allow(verb, right, begin);
    if (is(before, Kind::verb)) {  // "approved to treat D": approved for D, and it treats D
      for (const Attached& theme : AttachedList(links_[verb].themes)) attach(id(before), for_, theme.group, theme.weight);
      return share_subject(verb, id(before));
    }
    if (is(before, Kind::noun)) {
      const std::uint32_t noun = id(before);
      const std::int32_t governor = links_[noun].governor;
      const std::uint64_t preposition = governor == no_group ? 0 : groups_[static_cast<std::size_t>(governor)].lemma;
      if (governor == no_group || preposition == to_ || preposition == for_) add_subject(verb, noun, 0.9F);
      links_[noun].verbs.push_back(verb);
      attach_to_members(noun, to_, verb, 1);
      // "an agreement with A for the exclusive rights to sell X": of the two nobody knows which one may.
      if (preposition == for_ && at(before).head_mention < 0 && is_right(at(before).lemma)) return;
      const std::size_t top = top_of_chain(before);
      if (top != before) {
        links_[id(top)].verbs.push_back(verb);
        attach_to_members(id(top), to_, verb, 0.8F);
        // "approved in combination with A or B to treat D": what a preposition hangs on a verb does not act.
        if (links_[id(top)].governor == no_group) add_subject(verb, id(top), 0.7F);
      }
    }
    const std::size_t earlier = verb_before(before, begin);
    const bool intends = is(before, Kind::noun) && at(before).head_mention < 0 && at(p).mood == Mood::planned;  // "entered into an agreement to acquire B"
    if (earlier < p && !controlled(verb, earlier, before)) share_subject(verb, id(earlier), is(before, Kind::noun) && !intends ? 0.7F : 0.85F);
  }

  /// "granted A a license, under certain patents, to sell X": the right, set off by commas, that the infinitive behind the comma at `comma` speaks of;
  /// `comma` where there is none.
  std::size_t right_before(std::size_t comma, std::size_t begin) const {
    if (!is(comma, Kind::comma)) return comma;
    for (std::size_t q = comma; q-- > begin;) {
      if (is(q, Kind::verb) && !at(q).reduced) return comma;
      const bool right = is(q, Kind::noun) && at(q).head_mention < 0 && is_right(at(q).lemma);
      if (right && is(q + 1, Kind::comma) && q + 1 < comma) return q;
    }
    return comma;
  }

  /// Hangs the infinitive `verb` on the right at `right`: who was given it, or has it, may do so.
  void allow(std::uint32_t verb, std::size_t right, std::size_t begin) {
    links_[id(right)].verbs.push_back(verb);
    attach_to_members(id(right), to_, verb, 1);
    const std::size_t giving = verb_before(right, begin);
    if (giving >= right) return;
    const AttachedList recipients = links_[id(giving)].recipients;
    for (const Attached& recipient : recipients) add_subject(verb, recipient.group, recipient.weight * 0.85F);
    const bool to = is(giving + 1, Kind::preposition) && at(giving + 1).lemma == to_ && is(giving + 2, Kind::noun) && giving + 2 < right;
    if (to) add_subject(verb, id(giving + 2), 0.85F);
    if (recipients.empty() && !to && !gives(at(giving).lemma)) share_subject(verb, id(giving), 0.85F);
  }

  static bool is_right(std::uint64_t noun) {
    static const std::array<std::uint64_t, 5> rights = {word_key("license"), word_key("licence"), word_key("sublicense"), word_key("right"), word_key("option")};
    return std::find(rights.begin(), rights.end(), noun) != rights.end();
  }

  static bool gives(std::uint64_t verb) {
    static const std::uint64_t giving[] = {word_key("grant"), word_key("give"), word_key("provide")};
    return std::find(std::begin(giving), std::end(giving), verb) != std::end(giving);
  }

  /// "granted A an option to license X", "relies on A to make X": who is given a thing, or relied on, is who then acts. True if somebody is.
  bool controlled(std::uint32_t verb, std::size_t earlier, std::size_t before) {
    if (!is(before, Kind::noun)) return false;
    if (!groups_[id(earlier)].passive && !links_[id(earlier)].agents.empty() && permits(groups_[id(earlier)].lemma)) {  // "the FDA cleared our application to begin a trial": it is not the FDA that begins.
      if (at(before).head_mention >= 0 && links_[id(before)].governor == no_group) add_subject(verb, id(before), 0.85F);
      return true;
    }
    const std::int32_t governor = links_[id(before)].governor;
    if (governor != no_group && at(before).head_mention >= 0) {
      const std::uint64_t preposition = groups_[static_cast<std::size_t>(governor)].lemma;
      if (preposition != on_ && preposition != upon_) return false;
      add_subject(verb, id(before), 0.9F);
      return true;
    }
    static const std::uint64_t pay = word_key("pay");
    if (at(before).head_mention >= 0 || groups_[id(earlier)].lemma == pay) return false;  // "paid A a fee to use X": who pays acts himself.
    bool found = false;
    for (const Attached& recipient : AttachedList(links_[id(earlier)].recipients)) {
      add_subject(verb, recipient.group, recipient.weight * 0.85F);
      found = true;
    }
    if (!found && is(earlier + 1, Kind::preposition) && at(earlier + 1).lemma == to_ && is(earlier + 2, Kind::noun) && earlier + 2 < before) {
      add_subject(verb, id(earlier + 2), 0.85F);  // "granted to A an option to license X"
      found = true;
    }
    return found;
  }

  /// Verbs whose object, not whose subject, does what an infinitive behind them says.
  static bool permits(std::uint64_t verb) {
    static const std::array<std::uint64_t, 8> permitting = {word_key("clear"), word_key("allow"), word_key("permit"), word_key("authorize"), word_key("approve"), word_key("enable"), word_key("require"), word_key("request")};
    return std::find(permitting.begin(), permitting.end(), verb) != permitting.end();
  }

  void share_subject(std::uint32_t verb, std::uint32_t earlier, float weight = 0.95F) {
    const Group& from = groups_[earlier];
    const bool passive = from.passive || (from.reduced && !from.gerund && links_[earlier].agents.empty());
    for (const Attached& subject : AttachedList(passive ? links_[earlier].themes : links_[earlier].agents)) {
      add_subject(verb, subject.group, subject.weight * weight, subject.label);
    }
  }

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
