#pragma once
/// The subjects of verbs: of finite ones, relatives and infinitives. Internal to the linking.

#include "ingest/syntax/participle_linker.hpp"

namespace rxgraph::ingest::syntax {

/// Finds who acts, or what undergoes, at the verbs of the current line, whose objects and prepositional groups are linked already.
class SubjectLinker : public ParticipleLinker {
 protected:
  using ParticipleLinker::ParticipleLinker;

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
};

}  // namespace rxgraph::ingest::syntax
