#pragma once
/// Lists and appositions: which noun groups stand side by side, and which explains which. Internal to the linking.

#include <algorithm>
#include <array>

#include "ingest/syntax/line_links.hpp"

namespace rxgraph::ingest::syntax {

/// Finds the lists and appositions of the current line.
class ListLinker : public LineLinks {
 protected:
  using LineLinks::LineLinks;

  /// True if two noun groups may stand in one list.
  bool compatible(const Group& a, const Group& b) const {
    if (a.pronoun || b.pronoun) return a.pronoun ? b.head_mention >= 0 : a.head_mention >= 0;
    if ((a.defined && b.head_mention >= 0) || (b.defined && a.head_mention >= 0)) return true;
    if ((a.head_mention >= 0) != (b.head_mention >= 0)) return false;
    if (a.head_mention < 0) return true;
    const Mention& ma = sentence_.mentions[static_cast<std::size_t>(a.head_mention)];
    const Mention& mb = sentence_.mentions[static_cast<std::size_t>(b.head_mention)];
    if (ma.kind == Mention::Kind::unknown || mb.kind == Mention::Kind::unknown) return ma.kind != Mention::Kind::date && mb.kind != Mention::Kind::date;
    return ma.kind == mb.kind && (ma.type == mb.type || are_kin(ma.type, mb.type));
  }

  bool are_kin(std::int16_t a, std::int16_t b) const {
    return a >= 0 && b >= 0 && static_cast<std::size_t>(a) < kin_.size() && kin_[static_cast<std::size_t>(a)].test(static_cast<std::size_t>(b));
  }

  /// "for treatment of A and the prevention of B": the noun at `next` stands for a name of the type of the one at `p`.
  bool treats_alike(std::size_t p, std::size_t next) const {
    static const std::array<std::uint64_t, 7> acts = {word_key("treatment"), word_key("therapy"), word_key("prevention"), word_key("management"), word_key("prophylaxis"), word_key("reduction"), word_key("relief")};
    static const std::uint64_t of = word_key("of");
    if (at(p).head_mention < 0 || at(next).head_mention >= 0 || std::find(acts.begin(), acts.end(), at(next).lemma) == acts.end()) return false;
    return is(next + 1, Kind::preposition) && at(next + 1).lemma == of && is(next + 2, Kind::noun) && at(next + 2).head_mention >= 0 && same_type(at(p), at(next + 2));
  }

  /// "IL-1 alpha and IL-1 beta signaling": the name before the noun at `next` stands in one list with the name at `p`.
  bool carries_alike(std::size_t p, std::size_t next) const {
    const Group& name = at(p);
    const Group& noun = at(next);
    if (name.head_mention < 0 || noun.head_mention >= 0 || noun.modifiers.empty() || noun.modifiers.back().link != 0 || noun.possessor != no_group) return false;
    const bool bare = noun.first == sentence_.mentions[noun.modifiers.front().mention].first;
    const bool alike = noun.modifiers.size() == name.modifiers.size() + 1 && noun.determiner == name.determiner && !name.modifiers.empty();  // "the Phase 3 A and the Phase 2 B trials"
    if (!is(next - 1, Kind::conjunction) || !(bare || alike)) return false;
    const Mention& a = sentence_.mentions[static_cast<std::size_t>(name.head_mention)];
    const Mention& b = sentence_.mentions[noun.modifiers.back().mention];
    return a.kind == Mention::Kind::entity && b.kind == Mention::Kind::entity && a.type == b.type;
  }

  /// "EGFR-mutated and other lung cancers", "unresectable or metastatic melanoma": a word that describes what the name at `next` says in full.
  bool describes_alike(std::size_t p, std::size_t next) const {
    const Group& word = at(p);
    if (word.head_mention >= 0 || at(next).head_mention < 0 || word.pronoun || word.determiner != Group::Determiner::none || word.possessor != no_group || !is(next - 1, Kind::conjunction) || next != p + 2) return false;
    const bool hung = !word.modifiers.empty() && word.modifiers.back().link != 0 && sentence_.tokens[word.last - 1].key == word.modifiers.back().link;
    const bool single = word.last == word.first + 1 && word.lemma == sentence_.tokens[word.first].key && is_describing(sentence_.tokens[word.first].key);
    return hung || single;
  }

  static bool is_describing(std::uint64_t word) {
    static const std::array<std::uint64_t, 14> words = {word_key("unresectable"), word_key("inoperable"), word_key("recurrent"), word_key("relapsed"), word_key("refractory"), word_key("advanced"), word_key("moderate"),
                                                        word_key("mild"),         word_key("acute"),      word_key("chronic"),   word_key("persistent"), word_key("early"),   word_key("adult"),    word_key("metastatic")};
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  /// The position after one separator of a list at `p`, or `p`.
  std::size_t after_separator(std::size_t p, bool& conjunction) const {
    std::size_t q = p;
    if (is(q, Kind::comma)) ++q;
    if (is(q, Kind::conjunction)) {
      conjunction = true;
      ++q;
      if (is(q, Kind::conjunction)) ++q;
    }
    return q;
  }

  /// "..., and we and Acme": "we" after a comma is who acts next, no part of the list before it.
  bool begins_clause(std::size_t separator, std::size_t p) const { return is(separator, Kind::comma) && at(p).pronoun && at(p).lemma == we_; }

  /// "licensed from A, and B will pay": a name behind a comma and a conjunction that a finite verb follows acts in a clause of its own, where the one before hangs on a preposition.
  bool opens_clause(std::size_t p, std::size_t separator, std::size_t next) const {
    if (separator != p + 1 || p == 0 || !is(p - 1, Kind::preposition) || !is(separator, Kind::comma) || !is(separator + 1, Kind::conjunction) || !is(next + 1, Kind::verb)) return false;
    const Group& verb = at(next + 1);
    return !verb.infinitive && !verb.gerund && (!verb.reduced || (verb.past && is(next + 2, Kind::noun)));
  }

  /// "A, a unit of B, and C": the comma behind the name at `p` closes what is said of A.
  bool ends_owner(std::size_t p) const {
    static const std::uint64_t of = word_key("of");
    if (p < 4 || !is(p + 1, Kind::comma) || !is(p - 1, Kind::preposition) || at(p - 1).lemma != of || !is(p - 2, Kind::noun) || at(p - 2).head_mention >= 0 || !is(p - 4, Kind::noun)) return false;
    const bool indefinite = at(p - 2).determiner == Group::Determiner::indefinite;
    if (is(p - 3, Kind::comma)) return indefinite && at(p - 4).head_mention >= 0;
    // "A, a Delaware company and a unit of B, and C"
    return is(p - 3, Kind::conjunction) && at(p - 4).head_mention < 0 && at(p - 4).determiner == Group::Determiner::indefinite && p >= 6 && is(p - 5, Kind::comma) && is(p - 6, Kind::noun);
  }

  /// "Under the agreement, A and B will share the costs": the comma ends the phrase that opens the sentence, and two act behind it.
  bool leaves_phrase(std::size_t p, std::size_t separator, std::size_t next) const {
    if (separator != p + 1 || next != separator + 1 || !is(0, Kind::preposition) || !is(next + 1, Kind::conjunction) || !is(next + 2, Kind::noun) || !is(next + 3, Kind::verb)) return false;
    const Group& verb = at(next + 3);
    if (verb.infinitive || verb.gerund || (verb.reduced && !(verb.past && is(next + 4, Kind::noun)))) return false;
    for (std::size_t before = 1; before < p; ++before) {
      if (!is(before, Kind::noun) && !is(before, Kind::preposition)) return false;
    }
    return true;
  }

  /// "one", "two": a number that stands for things named elsewhere.
  bool counts_alone(const Group& group) const {
    static const std::array<std::uint64_t, 7> numbers = {word_key("one"), word_key("two"), word_key("three"), word_key("four"), word_key("five"), word_key("six"), word_key("another")};
    return group.head_mention < 0 && group.last == group.first + 1 && std::find(numbers.begin(), numbers.end(), sentence_.tokens[group.first].key) != numbers.end();
  }

  void coordinate() {
    GroupList open_list;  ///< Names between commas that no "and" has ended.
    GroupList list;
    for (std::size_t p = 0; p < size();) {
      if (kind(p) != Kind::noun) {
        ++p;
        continue;
      }
      list = {id(p)};
      std::size_t end = p + 1;
      bool conjunction = false;
      const bool enumerated = in_brackets_ && p == 0;  // "its agents (A, B)"
      while (end < size()) {
        bool here = false;
        const std::size_t next = after_separator(end, here);
        if (next == end || !is(next, Kind::noun) || !(compatible(at(p), at(next)) || treats_alike(p, next) || carries_alike(p, next) || describes_alike(p, next)) || begins_clause(end, next)) break;
        if (!here && at(next).determiner == Group::Determiner::negative) break;  // "it, neither A nor B"
        if (counts_alone(at(next)) && !counts_alone(at(p))) break;               // "two in clinical trials and one in preclinical testing"
        if ((conjunction && !here) || opens_clause(p, end, next) || (list.size() == 1 && leaves_phrase(p, end, next))) break;
        conjunction = conjunction || here;
        list.push_back(id(next));
        end = next + 1;
      }
      // "A, B, C, a unit of D, and E": the last name ends the list that stands open, not one of its own.
      if (!open_list.empty() && list.size() == 2 && conjunction && is(end - 2, Kind::conjunction) && is(end - 3, Kind::comma) &&
          compatible(groups_[open_list.front()], groups_[list.back()])) {
        open_list.push_back(list.back());
        for (const std::uint32_t member : open_list) links_[member].members = open_list;
        open_list.clear();
        p = end;
        continue;
      }
      if (list.size() == 2 && conjunction && ends_owner(p)) list.pop_back();
      if (!conjunction && list.size() > 2 && at(p).head_mention >= 0) open_list = list;
      if (list.size() > 1 && (conjunction || ((list.size() > 2 || (enumerated && end == size())) && at(p).head_mention >= 0))) {
        for (const std::uint32_t member : list) links_[member].members = list;
      } else {
        end = p + 1;
      }
      p = end;
    }
  }

  /// "comprising an antibody, a linker and MMAE": what a thing is made of is one list, whether the parts have names or not.
  void coordinate_parts() {
    static const std::uint64_t of = word_key("of"), consisting = word_key("consisting of");
    for (std::size_t p = 0; p + 3 < size(); ++p) {
      const bool composes = (is(p, Kind::verb) && at(p).composes) || (is(p, Kind::preposition) && at(p).lemma == consisting);
      if (!composes) continue;
      std::size_t end = p + 1;
      if (is(end, Kind::preposition) && at(end).lemma == of) ++end;
      if (!is(end, Kind::noun) || is_value(at(end))) continue;
      GroupList parts{id(end++)};
      bool conjunction = false;
      while (!conjunction) {
        const std::size_t next = after_separator(end, conjunction);
        if (next == end || !is(next, Kind::noun) || at(next).pronoun || is_value(at(next))) break;
        parts.push_back(id(next));
        end = next + 1;
      }
      const auto named = [&](std::uint32_t part) { return groups_[part].head_mention >= 0; };
      if (!conjunction || parts.size() < 2 || std::none_of(parts.begin(), parts.end(), named)) continue;
      for (const std::uint32_t part : parts) links_[part].members = parts;
    }
  }

  bool ends_apposition(std::size_t p) const {
    return p >= size() || kind(p) == Kind::comma || kind(p) == Kind::stop || kind(p) == Kind::relative || kind(p) == Kind::preposition ||
           (kind(p) == Kind::verb && (at(p).reduced || at(p).infinitive)) || kind(p) == Kind::conjunction || kind(p) == Kind::open;
  }

  /// "an inhibitor of lysine specific demethylase, or LSD1,": a short name behind "or" is one of the words before it.
  void name_behind_or(std::size_t p) {
    static const std::uint64_t alternative = word_key("or");
    if (!is(p, Kind::noun) || at(p).head_mention >= 0 || at(p).pronoun || !is(p + 1, Kind::comma) || !is(p + 2, Kind::conjunction) || at(p + 2).lemma != alternative) return;
    if (!is(p + 3, Kind::noun) || at(p + 3).head_mention < 0 || is_value(at(p + 3)) || !(p + 4 >= size() || is(p + 4, Kind::comma) || is(p + 4, Kind::stop))) return;
    const Token& token = sentence_.tokens[at(p + 3).first];
    if (token.all_capitals || token.digit) links_[id(p)].apposed_to = static_cast<std::int32_t>(id(p + 3));
  }

  /// "our gene therapy for D, AB-1, is safe": the name between commas is that of the noun before the phrase, whose own name it cannot be.
  void name_behind_phrase(std::size_t p) {
    if (!is(p, Kind::noun) || !is(p + 1, Kind::preposition) || !names_thing(p + 2) || !is(p + 3, Kind::comma) || !names_thing(p + 4)) return;
    const Group& noun = at(p);
    const bool definite = noun.determiner == Group::Determiner::definite || noun.determiner == Group::Determiner::possessive || noun.possessor != no_group;
    const std::size_t count = links_[id(p + 4)].members.size();
    const std::size_t end = p + 3 + 2 * count;  // Of a list of two: "two trials of X, A and B, in D".
    const bool closed = end >= size() || is(end, Kind::comma) || is(end, Kind::stop);
    static const std::uint64_t of = word_key("of");
    const bool owned = p == 0 && noun.determiner == Group::Determiner::indefinite && at(p + 1).lemma == of && count == 1 && is(end, Kind::comma) && is(end + 1, Kind::verb);  // "A unit of A, B, makes X."
    const bool other = owned || (!same_type(at(p + 2), at(p + 4)) && (definite || (noun.counted && count > 1)));
    if (noun.head_mention >= 0 || noun.pronoun || !other || !closed || (count > 1 && !noun.counted)) return;
    if (links_[id(p)].apposed_to == no_group) links_[id(p)].apposed_to = static_cast<std::int32_t>(id(p + 4));
  }

  void appose() {
    static const std::uint64_t of = word_key("of");
    for (std::size_t p = 0; p + 2 < size(); ++p) {
      name_behind_or(p);
      name_behind_phrase(p);
      if (!is(p, Kind::noun) || !is(p + 1, Kind::comma) || !is(p + 2, Kind::noun)) continue;
      // "X nasal spray, a treatment for D": a bare noun straight behind a name goes with it.
      const bool form = p > 0 && is(p - 1, Kind::noun) && at(p - 1).head_mention >= 0 && !is_value(at(p - 1)) && at(p).head_mention < 0 && at(p).modifiers.empty() &&
                        at(p).determiner == Group::Determiner::none && at(p).possessor == no_group && !at(p).pronoun;
      const std::uint32_t host = form ? id(p - 1) : id(p);
      const std::uint32_t other = id(p + 2);
      if (links_[host].members.size() > 1 && std::find(links_[host].members.begin(), links_[host].members.end(), other) != links_[host].members.end()) continue;
      const Group& a = groups_[host];
      const Group& b = groups_[other];
      if (is_value(a) || is_value(b)) continue;
      // "A, B and C, antiviral medicines for D": a bare plural explains a list.
      const bool plural = links_[host].members.size() > 1 && b.head_mention < 0 && b.lemma != sentence_.tokens[b.last - 1].key && is(p + 3, Kind::preposition);
      const bool related = !b.pronoun && is(p + 3, Kind::preposition) && at(p + 3).lemma == of;  // "A, maker of X,"
      const bool described = a.head_mention >= 0 && b.head_mention < 0 && (b.determiner != Group::Determiner::none || b.possessor != no_group || !b.modifiers.empty() || plural || related);
      const bool classed = a.head_mention >= 0 && b.head_mention >= 0 && b.determiner == Group::Determiner::indefinite && same_type(a, b) && !b.modifiers.empty();  // "AB-1, a T-targeting Zorbody,"
      const bool named = a.head_mention < 0 && !a.pronoun && b.head_mention >= 0 && (a.determiner != Group::Determiner::none || a.possessor != no_group);
      if (!ends_apposition(p + 3)) continue;
      // "under the agreement with A, the Company received a payment": what has an object is no participle.
      const bool done = is(p + 3, Kind::verb) && at(p + 3).past && !at(p + 3).passive && is(p + 4, Kind::noun) && !is_date(at(p + 4)) && b.determiner == Group::Determiner::definite && !calls(at(p + 3).lemma);
      if (described && !done) explain_with_list(host, other);
      if (classed) links_[other].apposed_to = static_cast<std::int32_t>(host);
      // "under these grants, A licensed X": a verb with an object makes the name its subject.
      const bool acts = is(p + 3, Kind::verb) && at(p + 3).past && is(p + 4, Kind::noun);
      if (named && !acts && links_[host].apposed_to == no_group) links_[host].apposed_to = static_cast<std::int32_t>(other);
    }
  }

  static bool calls(std::uint64_t verb) {
    static const std::uint64_t calling[] = {word_key("call"), word_key("name"), word_key("term"), word_key("dub")};
    return std::find(std::begin(calling), std::end(calling), verb) != std::end(calling);
  }

  /// "A, a Delaware company and a subsidiary of B": each noun of the list explains the name.
  void explain_with_list(std::uint32_t host, std::uint32_t noun) {
    for (const std::uint32_t member : links_[noun].members) {
      const Group& group = groups_[member];
      if (member == noun || (group.head_mention < 0 && group.determiner == Group::Determiner::indefinite && links_[member].apposed_to == no_group)) links_[member].apposed_to = static_cast<std::int32_t>(host);
    }
  }

  /// "Two compounds are in trials - A and B": a list of names after the last dash or colon names what a number announced. What a name
  /// of the same type announced ("D and two rare diseases: E and F") goes on.
  void name_after_dash() {
    for (std::size_t p = size(); p-- > 1;) {
      const bool mark = kind(p) == Kind::comma || kind(p) == Kind::stop;
      if (!mark || !is(p + 1, Kind::noun) || at(p + 1).head_mention < 0 || is_value(at(p + 1))) continue;
      const bool dash = sentence_.tokens[at(p).first].text.size() > 1 || sentence_.tokens[at(p).first].key == colon_;
      if (!dash) continue;
      const std::size_t announced_by = list_before(p);
      if (announced_by < p) {
        GroupList list = links_[id(announced_by)].members;
        list.append(links_[id(p + 1)].members.begin(), links_[id(p + 1)].members.end());
        for (const std::uint32_t member : list) links_[member].members = list;
        return;
      }
      for (std::size_t q = 0; q < p; ++q) {
        const Group& announced = at(q);
        if (announced.kind != Kind::noun || announced.head_mention >= 0 || links_[id(q)].apposed_to != no_group) continue;
        if (announced.counted) {
          links_[id(q)].apposed_to = static_cast<std::int32_t>(id(p + 1));
          return;
        }
      }
      return;
    }
  }

  /// "X: an oral drug for D", "X (an antibody): D, E": what follows the colon after a name alone is said of it.
  void speak_after_colon() {
    constexpr std::size_t latest = 6;  // Groups before the name of a title: "Abstract 12: ZORBI: a study of X".
    name_title(0);
    for (std::size_t p = 1; p <= latest && p + 2 < size(); ++p) {
      if (is(p - 1, Kind::stop) && sentence_.tokens[at(p - 1).first].key == colon_ && is(p, Kind::noun) && links_[id(p)].members.size() == 1 && is(p + 2, Kind::noun) && at(p + 2).head_mention < 0) name_title(p);
    }
  }

  void name_title(std::size_t p0) {
    if (size() < p0 + 3 || !is(p0, Kind::noun) || at(p0).head_mention < 0 || is_value(at(p0))) return;
    const std::size_t colon = p0 + links_[id(p0)].members.size() * 2 - 1;  // A list of names has a separator between each two.
    if (!is(colon, Kind::stop) || sentence_.tokens[at(colon).first].key != colon_ || !is(colon + 1, Kind::noun)) return;
    if (at(colon + 1).head_mention < 0) {
      links_[id(colon + 1)].apposed_to = static_cast<std::int32_t>(id(p0));
    } else {
      for (std::size_t p = colon + 1; is(p, Kind::noun); p += 2) {
        attach_to_members(id(p0), colon_, id(p), 0.95F);
        if (!is(p + 1, Kind::comma)) break;
      }
    }
  }

  /// "engages A on T cells and B on tumor cells": the second name stands in one list with the first, over the phrase that hangs on it.
  void coordinate_over_phrases() {
    for (std::size_t p = 3; p + 1 < size(); ++p) {
      if (!is(p, Kind::conjunction) || !is(p + 1, Kind::noun) || !is(p - 1, Kind::noun) || !is(p - 2, Kind::preposition) || !is(p - 3, Kind::noun)) continue;
      const Group& first = at(p - 3);
      const Group& second = at(p + 1);
      // "accelerated approval by A and conditional approval from B"
      const bool same_noun = first.head_mention < 0 && second.head_mention < 0 && first.lemma == second.lemma && !first.pronoun;
      if (!same_noun && (first.head_mention < 0 || second.head_mention < 0 || !same_type(first, second) || is_value(first))) continue;
      if (links_[id(p + 1)].members.size() > 1 || links_[id(p - 1)].members.size() > 1) continue;
      if (!same_noun && at(p - 1).head_mention >= 0 && same_type(at(p - 1), second)) continue;
      GroupList list = links_[id(p - 3)].members;
      list.push_back(id(p + 1));
      for (const std::uint32_t member : list) links_[member].members = list;
    }
  }

  /// "between A, a company of Ohio with its seat in Dayton, and B": what explains the first name does not end the list.
  void coordinate_between() {
    static const std::uint64_t between[] = {word_key("between"), word_key("by and between")};
    for (std::size_t p = 0; p + 3 < size(); ++p) {
      if (!is(p, Kind::preposition) || std::find(std::begin(between), std::end(between), at(p).lemma) == std::end(between)) continue;
      if (!names_thing(p + 1) || links_[id(p + 1)].members.size() > 1) continue;
      for (std::size_t q = p + 2; q + 1 < size() && !is(q, Kind::stop) && !(is(q, Kind::verb) && !at(q).reduced); ++q) {
        if (!is(q, Kind::conjunction) || !names_thing(q + 1) || !same_type(at(p + 1), at(q + 1)) || links_[id(q + 1)].members.size() > 1) continue;
        if (is(q - 1, Kind::noun) && at(q - 1).head_mention >= 0 && q - 1 != p + 1 && same_type(at(q - 1), at(q + 1))) continue;  // "between A, a unit of C and D, and B"
        const GroupList list{id(p + 1), id(q + 1)};
        for (const std::uint32_t member : list) links_[member].members = list;
        break;
      }
    }
  }

  /// "Our products include: A and B": the colon hides nothing.
  void find_objects_after_colon() {
    for (std::size_t p = 0; p + 2 < size(); ++p) {
      if (!is(p, Kind::verb) || at(p).passive || at(p).reduced || !is(p + 1, Kind::stop) || sentence_.tokens[at(p + 1).first].key != colon_ || !is(p + 2, Kind::noun)) continue;
      if (links_[id(p)].themes.empty()) links_[id(p)].themes.push_back({0, id(p + 2), 0.95F});
    }
  }

  bool is_semicolon(std::size_t p) const { return is(p, Kind::stop) && sentence_.tokens[at(p).first].key == semicolon_; }

  bool names_thing(std::size_t p) const { return is(p, Kind::noun) && at(p).head_mention >= 0 && !is_value(at(p)); }

  /// True if the name at `p` has no verb of its own before `end`: "B, an antibody that binds T", but not "B is in Phase 2".
  bool is_item(std::size_t p, std::size_t end) const {
    while (p < end && (is(p, Kind::noun) || is(p, Kind::conjunction) || is(p, Kind::other))) ++p;
    return p >= end || !is(p, Kind::verb) || at(p).reduced || at(p).infinitive;
  }

  /// "three products: A, an antibody for D; B, a vaccine; and C": the names that head what semicolons part. Each keeps to itself what is said of it,
  /// so they are no list of equals.
  void head_items() {
    std::size_t first = 0;  // The head of the first item: what stands behind a colon or a verb.
    std::size_t mark = 0;
    for (; mark < size() && !is_semicolon(mark); ++mark) {
      const bool opens = (is(mark, Kind::verb) && !at(mark).reduced) || (is(mark, Kind::stop) && sentence_.tokens[at(mark).first].key == colon_);
      if (opens && (names_thing(mark + 1) || is(mark, Kind::stop))) first = mark + 1;
    }
    if (mark == size() || first == 0 || !names_thing(first) || !is_item(first, mark)) return;
    GroupList heads{id(first)};
    while (mark < size() && is_semicolon(mark)) {
      std::size_t p = mark + 1;
      while (is(p, Kind::conjunction) || is(p, Kind::comma)) ++p;
      for (mark = p; mark < size() && !is(mark, Kind::stop); ++mark) {
      }
      if (!names_thing(p) || !compatible(at(first), at(p)) || !is_item(p, mark)) return;
      for (const std::uint32_t member : links_[id(p)].members) heads.push_back(member);
    }
    links_[id(first)].items = std::move(heads);
  }

  /// The named group whose list goes on after the mark at `p`: the one that a number announces, or the one joined to a common noun that
  /// does ("D and two rare diseases: E"); `p` where there is none.
  std::size_t list_before(std::size_t p) const {
    if (!is(p - 1, Kind::noun) || !at(p - 1).counted) return p;
    const std::size_t last = at(p - 1).head_mention >= 0 ? p - 1 : p >= 3 && is(p - 2, Kind::conjunction) && is(p - 3, Kind::noun) ? p - 3 : p;
    return last < p && at(last).head_mention >= 0 && same_type(at(last), at(p + 1)) ? last : p;
  }

  bool same_type(const Group& a, const Group& b) const {
    const Mention& ma = sentence_.mentions[static_cast<std::size_t>(a.head_mention)];
    const Mention& mb = sentence_.mentions[static_cast<std::size_t>(b.head_mention)];
    return ma.kind == mb.kind && ma.type == mb.type;
  }
};

}  // namespace rxgraph::ingest::syntax
