#pragma once
/// The objects of a verb. Internal to the linking.

#include "ingest/syntax/phrase_linker.hpp"

namespace rxgraph::ingest::syntax {

/// Links a verb of the current line to what it acts on and to whom it gives that.
class ObjectLinker : public PhraseLinker {
 protected:
  using PhraseLinker::PhraseLinker;

  /// "shall pay to A, on the first day of each quarter, a fee", "licensed from A, in 2012, the rights": the object behind prepositional
  /// phrases and commas; `size()` where there is none.
  std::size_t object_behind_phrases(std::size_t p) const {
    constexpr std::size_t most_phrases = 4;
    if (at(p).copula || !is(p + 1, Kind::preposition)) return size();
    std::size_t q = p + 1;
    bool comma = false;
    for (std::size_t phrase = 0; phrase < most_phrases && is(q, Kind::preposition) && is(q + 1, Kind::noun); ++phrase) {
      q += 2;
      comma = is(q, Kind::comma);
      if (comma) ++q;
    }
    const bool given = is(q, Kind::noun) && is_given(at(q)) && gives(at(p));  // "grants to A, a license": it explains nobody
    const bool described = is(q, Kind::noun) && at(q).determiner != Group::Determiner::none && !at(q).pronoun && (given || links_[id(q)].apposed_to == no_group);
    const bool clause = (is(q + 1, Kind::verb) && !at(q + 1).infinitive) || is(q + 1, Kind::comma) || is(q + 1, Kind::conjunction);
    return comma && described && !clause && !is_date(at(q)) ? q : size();
  }

  /// "grant", "pay": verbs of giving, in the active.
  static bool gives(const Group& verb) {
    static const std::array<std::uint64_t, 5> giving = {word_key("grant"), word_key("give"), word_key("pay"), word_key("award"), word_key("provide")};
    return !verb.passive && std::find(giving.begin(), giving.end(), verb.lemma) != giving.end();
  }

  /// What is given and explains no party.
  static bool is_given(const Group& noun) {
    static const std::array<std::uint64_t, 7> things = {word_key("license"), word_key("licence"), word_key("sublicense"), word_key("right"), word_key("option"), word_key("fee"), word_key("royalty")};
    return noun.head_mention < 0 && std::find(things.begin(), things.end(), noun.lemma) != things.end();
  }

  void find_objects(std::size_t p) {
    const std::uint32_t verb = id(p);
    Links& links = links_[verb];
    if (is(p + 1, Kind::preposition) && is(p + 2, Kind::noun) && is(p + 3, Kind::noun) && !is_date(at(p + 3)) && !at(p).copula) {
      links.themes.push_back({0, id(p + 3), 0.95F});  // "granted to A a licence".
      links.has_object = true;
      return;
    }
    if (const std::size_t object = object_behind_phrases(p); object < size()) {
      links.themes.push_back({0, id(object), 0.9F});
      links.has_object = true;
      links_[id(object)].apposed_to = no_group;
      return;
    }
    if (!is(p + 1, Kind::noun) || is_date(at(p + 1))) return;
    if (gives_each(p)) {
      links.recipients.push_back({0, id(p + 1), 1});
      links.themes.push_back({0, id(p + 4), 1});
      links.has_object = true;
      return;
    }
    const std::uint32_t first = id(p + 1);
    const bool party = at(p + 1).pronoun || at(p + 1).head_mention >= 0 || at(p + 1).defined;  // "granted the Company a licence"
    std::size_t second = p + 2;
    while (is(second, Kind::noun) && is_date(at(second))) ++second;
    const std::size_t given = party && is(second, Kind::comma) ? given_behind_aside(p) : size();
    if (gives_two(p)) {
      links.recipients.push_back({0, first, 1});
      if (links_[first].members.size() == 1) links.recipients.push_back({0, id(p + 3), 1});
      links.themes.push_back({0, id(p + 4), 1});
    } else if (given < size()) {
      links.recipients.push_back({0, first, 1});
      links.themes.push_back({0, id(given), 0.95F});
      links_[id(given)].apposed_to = no_group;
    } else if (party && is(second, Kind::noun) && !is_dosage_form(at(second))) {
      links.recipients.push_back({0, first, 1});
      links.themes.push_back({0, id(second), 1});
    } else {
      links.themes.push_back({0, first, 1});
    }
    links.has_object = true;
    if (links.recipients.empty()) further_objects(p + 1);
  }

  /// "pays each of A and B a royalty": to whom stands behind a word for how many.
  bool gives_each(std::size_t p) const {
    static const std::uint64_t each = word_key("each"), both = word_key("both"), of = word_key("of");
    if (at(p).copula || at(p).passive || at(p + 1).head_mention >= 0 || !is(p + 2, Kind::preposition) || at(p + 2).lemma != of || !is(p + 3, Kind::noun)) return false;
    const std::uint64_t first = sentence_.tokens[at(p + 1).first].key;
    return (first == each || first == both) && is(p + 4, Kind::noun) && !is_date(at(p + 4));
  }

  /// "pays A and the University of B a royalty".
  bool gives_two(std::size_t p) const {
    static const std::array<std::uint64_t, 5> giving = {word_key("grant"), word_key("give"), word_key("pay"), word_key("award"), word_key("owe")};
    const auto is_called = [&](std::size_t q) { return is(q, Kind::noun) && (at(q).head_mention >= 0 || sentence_.tokens[at(q).last - 1].capital) && !(at(q).head_mention >= 0 && is_value(at(q))); };
    if (std::find(giving.begin(), giving.end(), at(p).lemma) == giving.end() || at(p).passive) return false;
    return is_called(p + 1) && is(p + 2, Kind::conjunction) && is_called(p + 3) && is(p + 4, Kind::noun) && at(p + 4).head_mention < 0 && at(p + 4).determiner != Group::Determiner::none;
  }

  /// "granted A, a unit of B, an exclusive license", "granted A, under certain patents, a right": what is given, behind the commas that set off what explains to whom; `size()` where there is none.
  std::size_t given_behind_aside(std::size_t p) const {
    static const std::array<std::uint64_t, 4> giving = {word_key("grant"), word_key("give"), word_key("pay"), word_key("award")};
    constexpr std::size_t longest_aside = 8;  // Groups.
    if (std::find(giving.begin(), giving.end(), at(p).lemma) == giving.end() || at(p).passive) return size();
    if (!is(p + 3, Kind::preposition) && (!is(p + 3, Kind::noun) || at(p + 3).head_mention >= 0)) return size();
    std::size_t q = p + 3;
    while (q < p + 3 + longest_aside && (is(q, Kind::noun) || is(q, Kind::preposition) || is(q, Kind::other))) ++q;
    const bool closed = is(q, Kind::comma) && is(q + 1, Kind::noun) && at(q + 1).head_mention < 0 && !at(q + 1).pronoun && at(q + 1).determiner != Group::Determiner::none;
    return closed && !(is(q + 2, Kind::verb) && !at(q + 2).infinitive && !at(q + 2).reduced) ? q + 1 : size();
  }

  /// "sell A in Japan for D, B in the EU for E, and C in Canada": names of the kind of the object at `first` behind commas, each with phrases of its own, are
  /// its items; one that a finite verb follows acts itself.
  void further_objects(std::size_t first) {
    GroupList items{id(first)};
    if (!is_name(at(first)) || !is(first + 1, Kind::preposition)) return;
    for (std::size_t q = first + 2; q + 1 < size() && q < first + longest_reach; ++q) {
      if (breaks_clause(q) || is(q, Kind::verb) || is(q, Kind::relative)) break;
      const bool listed_here = is(q - 1, Kind::comma) || is(q - 1, Kind::conjunction);
      if (!listed_here || !is(q, Kind::noun) || !is_name(at(q)) || !same_type(at(first), at(q))) continue;
      if (links_[id(q)].governor != no_group || links_[id(q)].apposed_to != no_group || !is(q + 1, Kind::preposition) || acts_itself(q)) continue;
      const GroupList& members = links_[id(first)].members;
      if (std::find(members.begin(), members.end(), id(q)) == members.end()) items.push_back(id(q));
    }
    if (items.size() > 1) links_[id(first)].items = std::move(items);
  }

  bool is_name(const Group& group) const { return group.kind == Kind::noun && group.head_mention >= 0 && !is_value(group); }

  /// "B in the EU is sold": a finite verb follows the name at `q` and its phrases without a comma.
  bool acts_itself(std::size_t q) const {
    while (is(q + 1, Kind::preposition) && is(q + 2, Kind::noun)) q += 2;
    return is(q + 1, Kind::verb) && !at(q + 1).infinitive && !at(q + 1).gerund;
  }
};

}  // namespace rxgraph::ingest::syntax
