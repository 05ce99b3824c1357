#pragma once
/// Clauses and the prepositional groups that hang on their verbs. Internal to the linking.

#include "ingest/syntax/list_linker.hpp"

namespace rxgraph::ingest::syntax {

/// Tells where the clauses of the current line begin, and links prepositional groups to their verbs.
class PhraseLinker : public ListLinker {
 protected:
  using ListLinker::ListLinker;

  bool breaks_clause(std::size_t p) const { return kind(p) == Kind::stop || kind(p) == Kind::subordinator; }

  std::size_t clause_begin(std::size_t p) const {
    std::size_t begin = p;
    for (std::size_t steps = 0; begin > 0 && steps < longest_reach && !breaks_clause(begin - 1); ++steps) --begin;
    return begin;
  }

  std::size_t verb_before(std::size_t p, std::size_t begin) const {
    for (std::size_t q = p; q > begin; --q) {
      if (kind(q - 1) == Kind::verb) return q - 1;
    }
    return size();
  }

  /// The noun group that the chain ending at position `p` hangs on in the end: over prepositions, appositions and, if `through_lists`, lists.
  std::size_t top_of_chain(std::size_t p, bool through_lists = true) const {
    for (std::size_t step = 0; step < longest_chain; ++step) {
      const GroupList& members = links_[id(p)].members;
      std::size_t first = p;
      while (through_lists && first > 0 && id(first) != members.front()) --first;
      p = first;
      if (p >= 2 && kind(p - 1) == Kind::preposition && kind(p - 2) == Kind::noun) {
        p -= 2;
        continue;
      }
      const std::int32_t host = links_[id(p)].apposed_to;
      if (host != no_group && p >= 2 && static_cast<std::int32_t>(id(p - 2)) == host) {
        p -= 2;
        continue;
      }
      // "the study underway": a bare word after a noun group belongs to it.
      const bool bare = at(p).head_mention < 0 && at(p).determiner == Group::Determiner::none && at(p).possessor == no_group && !at(p).pronoun;
      if (bare && p >= 1 && kind(p - 1) == Kind::noun) {
        --p;
        continue;
      }
      return p;
    }
    return p;
  }

  /// The first noun group from `begin` on that no preposition governs.
  std::size_t first_free(std::size_t begin, std::size_t end) const {
    for (std::size_t p = begin; p < end; ++p) {
      if (kind(p) == Kind::noun && links_[id(p)].governor == no_group && !is_date(at(p))) return p;
    }
    return end;
  }

  /// "A sold X, and in May 2020 B licensed Y": the verb of the clause that a conjunction at `q` opens with a day; `size()` where it opens none.
  std::size_t verb_of_dated_clause(std::size_t q) const {
    if (!is(q, Kind::conjunction) || !is(q + 1, Kind::preposition) || !is(q + 2, Kind::noun) || !is_date(at(q + 2))) return size();
    std::size_t p = is(q + 3, Kind::comma) ? q + 4 : q + 3;
    if (!is(p, Kind::noun) || is_value(at(p))) return size();
    while (is(p + 1, Kind::preposition) && is(p + 2, Kind::noun)) p += 2;
    const bool finite = is(p + 1, Kind::verb) && !at(p + 1).gerund && !at(p + 1).infinitive && (!at(p + 1).reduced || is(p + 2, Kind::noun));
    return finite ? p + 1 : size();
  }

  /// "a trial in D and a study in E": what stands behind the second noun, of no list with the first, is said of it alone, as the verb has such
  /// a group already.
  bool begins_parallel(std::uint32_t verb, std::size_t q) const {
    if (!is(q, Kind::conjunction) || !is(q + 1, Kind::noun) || is_value(at(q + 1)) || !is(q + 2, Kind::preposition) || !is(q + 3, Kind::noun)) return false;
    if (links_[id(q + 1)].members.size() > 1 || is_object(verb, id(q + 1))) return false;
    const AttachedList& before = links_[verb].prepositional;
    const std::uint64_t label = at(q + 2).lemma;
    return (label == in_ || label == for_) && std::any_of(before.begin(), before.end(), [&](const Attached& attached) { return attached.label == label; });
  }

  /// "approved in May for D, in June for E and in July for F": where the last day before `q` stands that opens such a part with the same preposition behind it, where a
  /// comma or an "and" at `q` opens another; `size()` where it opens none.
  std::size_t earlier_dated_part(std::size_t q) const {
    if (!is(q, Kind::comma) && !is(q, Kind::conjunction) && !is_semicolon(q)) return size();
    if (!is_dated_part(q + 1)) return size();
    for (std::size_t r = q; r-- > 0;) {
      if (breaks_clause(r) && !is_semicolon(r)) break;
      if (is_dated_part(r) && at(r + 2).lemma == at(q + 3).lemma) return r;
    }
    return size();
  }

  bool is_dated_part(std::size_t p) const {
    return is(p, Kind::preposition) && at(p).lemma == in_ && is(p + 1, Kind::noun) && is_date(at(p + 1)) && is(p + 2, Kind::preposition) && at(p + 2).lemma == for_ && is(p + 3, Kind::noun);
  }

  /// The verb whose dated part a comma or an "and" at `q` opens: that before the first of them; `size()` where it opens none.
  std::size_t verb_of_dated_part(std::size_t q) const {
    std::size_t first = earlier_dated_part(q);
    if (first == size()) return first;
    for (std::size_t before = first; before > 0 && (before = earlier_dated_part(before - 1)) < size();) first = before;
    return verb_before(first, 0);
  }

  /// Those parts that stand behind a relative clause, from `q` on.
  void find_later_parts(std::size_t verb, std::size_t q) {
    constexpr float part = 0.95F;
    for (bool within = false; q + 1 < size(); ++q) {
      if (breaks_clause(q) && earlier_dated_part(q) == size() && !(is_semicolon(q) && earlier_dated_part(q + 1) < size())) return;
      if (verb_of_dated_part(q) == verb) within = true;
      else if (kind(q) == Kind::verb || kind(q) == Kind::relative) within = false;
      if (within && kind(q) == Kind::preposition && is(q + 1, Kind::noun)) attach(id(verb), at(q).lemma, id(q + 1), part);
    }
  }

  /// True if the noun group is an item of the verb's object: "sells A in Japan and B in France".
  bool is_object(std::uint32_t verb, std::uint32_t noun) const {
    return std::any_of(links_[verb].themes.begin(), links_[verb].themes.end(), [&](const Attached& theme) {
      const GroupList& items = links_[theme.group].items;
      return std::find(items.begin(), items.end(), noun) != items.end();
    });
  }

  /// Prepositional groups after the verb up to the next verb or the end of its clause, and those that open the clause.
  void find_prepositions(std::size_t p) {
    const std::uint32_t verb = id(p);
    float weight = 1;
    const bool aside = p >= 2 && is(p - 1, Kind::relative) && is(p - 2, Kind::comma);  // "X, which is approved for D, in a trial": the comma closes it
    std::size_t q = p + 1;
    for (; q < size() && q < p + longest_reach; ++q) {
      if (aside && kind(q) == Kind::comma && is(q + 1, Kind::preposition)) break;
      if (const std::size_t owner = verb_of_dated_part(q); owner < size() && owner != p) break;
      if (breaks_clause(q) || kind(q) == Kind::relative || kind(q) == Kind::verb || verb_of_dated_clause(q) < size()) break;
      if (begins_parallel(verb, q)) {
        q += 3;
        continue;
      }
      if (kind(q) == Kind::noun && is_date(at(q)) && links_[id(q)].governor == no_group) attach(verb, in_, id(q), weight);
      if (kind(q) != Kind::preposition || !(is(q + 1, Kind::noun) || (is(q + 1, Kind::verb) && at(q + 1).gerund))) continue;
      attach(verb, at(q).lemma, id(q + 1), weight);
      weight *= along_the_clause;
    }
    if (q > p + 4 && q < size() && (is(q, Kind::relative) || is_semicolon(q))) find_later_parts(p, q);
    const std::size_t begin = clause_begin(p);
    for (q = p; q-- > begin && kind(q) != Kind::verb;) {
      if (verb_of_dated_clause(q) == p) attach(verb, at(q + 1).lemma, id(q + 2), 0.9F);
    }
    if (verb_before(p, begin) < p || at(p).gerund || at(p).infinitive) return;
    if (is(begin, Kind::noun) && is_date(at(begin)) && begin + 1 < p) attach(verb, in_, id(begin), 0.9F);  // "Last month, A acquired B"
    for (q = begin; q + 1 < p; ++q) {
      if (kind(q) == Kind::noun && links_[id(q)].governor == no_group && !is_date(at(q)) && at(q).lemma != effective_) break;
      if (kind(q) == Kind::preposition && is(q + 1, Kind::noun)) attach(verb, at(q).lemma, id(q + 1), 0.9F);
    }
  }
};

}  // namespace rxgraph::ingest::syntax
