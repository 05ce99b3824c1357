#include "ingest/syntax/clauses.hpp"

#include <algorithm>

#include "ingest/syntax/verb_linker.hpp"

namespace rxgraph::ingest {
namespace {

using syntax::Kind;
using syntax::longest_chain;
using syntax::over_comma;
using syntax::up_the_chain;

class Linker : syntax::VerbLinker {
 public:
  Linker(const std::vector<Group>& groups, const AnalysedSentence& sentence, const Kin& kin) : VerbLinker(groups, sentence, kin) {}

  std::vector<Links> run() {
    split_lines();
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].kind == Kind::noun) links_[g].members = {g};
    }
    for (const auto& line : lines_) {
      enter(line);
      in_brackets_ = &line != &lines_.front();
      coordinate();
      coordinate_parts();
      appose();
      name_after_dash();
      speak_after_colon();
      coordinate_between();
      attach_prepositions();
      coordinate_over_phrases();  // Now, so that "A for D and B for E" keeps what is for what.
      for (std::size_t p = 0; p < line.size(); ++p) {
        if (kind(p) == Kind::verb) link_verb(p);
      }
      share_objects();
      find_objects_after_colon();
      head_items();
      lead_participle();
      repeat_prepositions();
      share_complement();
    }
    attach_brackets();
    constexpr float far = 0.6F;  // "a drug for D, which may kill": what may kill is hardly the drug.
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].kind != Kind::verb) continue;
      for (const auto* list : {&links_[g].themes, &links_[g].agents, &links_[g].recipients, &links_[g].prepositional}) {
        for (const Attached& attached : *list) {
          if (attached.weight > far && attached.label != related_) govern(attached.group, static_cast<std::int32_t>(g), 0);
        }
      }
    }
    return std::move(links_);
  }

 private:
  /// The text outside brackets is one line, the text in each pair of brackets another.
  void split_lines() {
    std::vector<bool> possessor;  // Empty where there is none, as mostly.
    std::size_t brackets = 0;
    for (const Group& group : groups_) {
      if (group.kind == Kind::open) ++brackets;
      if (group.possessor == no_group) continue;
      possessor.resize(groups_.size());
      possessor[static_cast<std::size_t>(group.possessor)] = true;
    }
    lines_.reserve(1 + brackets);
    host_.reserve(brackets);
    lines_.emplace_back().reserve(groups_.size());
    ShortList<std::size_t, 8> open{0};
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].kind == Kind::open) {
        const std::vector<std::uint32_t>& outer = lines_[open.back()];
        host_.push_back({lines_.size(), outer.empty() ? no_group : static_cast<std::int32_t>(outer.back())});
        open.push_back(lines_.size());
        lines_.emplace_back();
      } else if (groups_[g].kind == Kind::close) {
        if (open.size() > 1) open.pop_back();
      } else if (possessor.empty() || !possessor[g]) {  // "A's antibody": the possessor hangs on its noun alone.
        lines_[open.back()].push_back(g);
      }
    }
    for (const auto& [line, host] : host_) explain_in_brackets(lines_[line], host);
  }

  /// "X (an anti-T antibody)": the brackets explain what stands before them.
  void explain_in_brackets(const std::vector<std::uint32_t>& line, std::int32_t host) {
    if (line.empty() || host == no_group || groups_[static_cast<std::size_t>(host)].kind != Kind::noun) return;
    // "(ClinicalTrials.gov identifier: NCT01234567)": words and stops announce the one name.
    const auto is_label = [&](std::uint32_t g) { return groups_[g].kind == Kind::stop || (groups_[g].kind == Kind::noun && groups_[g].head_mention < 0 && groups_[g].modifiers.empty()); };
    const bool announced = line.size() > 2 && groups_[line.back()].kind == Kind::noun && groups_[line.back()].head_mention >= 0 && std::all_of(line.begin(), line.end() - 1, is_label);
    const std::uint32_t said = announced ? line.back() : line.front();
    const Group& inner = groups_[said];
    if (inner.kind == Kind::verb && inner.reduced && !inner.gerund) {  // "X (marketed by A)"
      links_[line.front()].themes.push_back({0, static_cast<std::uint32_t>(host), 0.9F});
      links_[static_cast<std::size_t>(host)].verbs.push_back(line.front());
    }
    if (inner.kind != Kind::noun) return;
    if (inner.head_mention < 0) {
      links_[line.front()].apposed_to = host;
    } else if (groups_[static_cast<std::size_t>(host)].head_mention < 0 && !is_value(inner)) {
      links_[static_cast<std::size_t>(host)].apposed_to = static_cast<std::int32_t>(said);  // "its agents (A, B)".
    } else if (!is_value(inner)) {
      in_brackets_of_.emplace_back(static_cast<std::uint32_t>(host), &line);  // "X (T)", "X (T1/T2)".
    }
  }

  /// The name that the phrase of the noun group `noun` stands straight behind: "X in D"; `no_group` where none does.
  std::int32_t governs_phrase(std::uint32_t noun) const {
    const std::int32_t preposition = links_[noun].governor;
    if (preposition < 1 || static_cast<std::uint32_t>(preposition) + 1 != noun) return no_group;
    const Group& before = groups_[static_cast<std::size_t>(preposition) - 1];
    return before.kind == Kind::noun && before.head_mention >= 0 && !is_value(before) ? preposition - 1 : no_group;
  }

  bool is_stage(const Group& noun) const { return sentence_.mentions[static_cast<std::size_t>(noun.head_mention)].how == std::string_view("phase"); }

  /// Notes the verb of a noun group and of what hangs on it.
  void govern(std::uint32_t noun, std::int32_t verb, int depth) {
    if (groups_[noun].kind != Kind::noun || links_[noun].verb != no_group || depth > 4) return;
    links_[noun].verb = verb;
    for (const std::uint32_t member : links_[noun].members) govern(member, verb, depth + 1);
    for (const Attached& attached : links_[noun].prepositional) {
      if (attached.label != related_) govern(attached.group, verb, depth + 1);  // "recorded a charge related to the purchase of A": that is not when A was bought.
    }
  }

  void attach_prepositions() {
    for (std::size_t p = 0; p + 1 < size(); ++p) {
      if (kind(p) != Kind::preposition) continue;
      std::size_t filler = p + 1;
      while (is(filler, Kind::preposition)) ++filler;  // "in front of": the last one counts.
      if (filler > p + 1) continue;
      const bool gerund = is(filler, Kind::verb) && at(filler).gerund;
      if (!is(filler, Kind::noun) && !gerund) continue;
      if (!gerund) {
        for (const std::uint32_t member : links_[id(filler)].members) links_[member].governor = static_cast<std::int32_t>(id(p));
      }
      climb(p, at(p).lemma, id(filler));
    }
  }

  /// "for adults with D who smoke, and for children with E": a preposition that an "and" repeats hangs on what the first one hangs on.
  void repeat_prepositions() {
    for (std::size_t p = 2; p + 1 < size(); ++p) {
      if (!is(p, Kind::preposition) || !is(p - 1, Kind::conjunction) || !is(p + 1, Kind::noun) || (at(p).lemma != for_ && at(p).lemma != in_)) continue;
      const std::size_t first = same_before(p);
      if (first < p) hang_alike(first, p);
    }
  }

  /// "we have rights in Japan, and B has rights in the EU, with respect to X": what the last of two like nouns has a phrase about, the one before it has as well.
  void share_complement() {
    static const std::uint64_t with_respect_to = word_key("with respect to"), right = word_key("right");
    constexpr float shared = 0.85F;
    constexpr std::size_t reach = 24;  // Groups between the two.
    for (std::size_t p = 2; p + 1 < size(); ++p) {
      if (!is(p, Kind::preposition) || at(p).lemma != with_respect_to || !is(p + 1, Kind::noun)) continue;
      std::size_t last = p;
      while (last > 0 && !(is(last - 1, Kind::noun) && at(last - 1).lemma == right)) --last;
      if (last == 0) return;
      for (std::size_t q = last - 1; q > 0 && last - q < reach; --q) {
        if (is(q - 1, Kind::stop)) break;
        if (!is(q - 1, Kind::noun) || at(q - 1).lemma != right) continue;
        const auto& before = links_[id(q - 1)].prepositional;
        const bool said = std::any_of(before.begin(), before.end(), [&](const Attached& a) { return a.label == to_ || a.label == with_respect_to; });
        if (!said) attach(id(q - 1), with_respect_to, id(p + 1), shared);
        break;
      }
    }
  }

  /// The nearest preposition before `p` of the same word in its part of the sentence, or `p`.
  std::size_t same_before(std::size_t p) const {
    constexpr std::size_t reach = 40;  // Groups between the two.
    for (std::size_t q = p - 1; q > 0 && p - q < reach; --q) {
      if (at(q).kind == Kind::stop) return p;
      if (at(q).kind == Kind::preposition && at(q).lemma == at(p).lemma && is(q + 1, Kind::noun)) return q;
    }
    return p;
  }

  void hang_alike(std::size_t first, std::size_t again) {
    constexpr float repeated = 0.95F;
    const std::uint32_t old_filler = id(first + 1);
    const std::uint32_t filler = id(again + 1);
    if (is_date(groups_[filler]) || is_date(groups_[old_filler])) return;
    for (const std::uint32_t host : *line_) {
      if (host >= id(first)) break;
      const auto& hung = links_[host].prepositional;
      const auto same = std::find_if(hung.begin(), hung.end(), [&](const Attached& a) { return a.label == at(first).lemma && a.group == old_filler; });
      if (same != hung.end()) attach(host, at(first).lemma, filler, same->weight * repeated);
    }
    links_[filler].governor = static_cast<std::int32_t>(id(again));
  }

  /// Offers a prepositional group to the noun groups of the chain before it, nearest first.
  void climb(std::size_t p, std::uint64_t label, std::uint32_t filler) {
    float weight = 1;
    std::size_t q = p;
    bool one = false;  // The noun that was passed explains but one name.
    for (std::size_t step = 0; step < longest_chain && q > 0; ++step) {
      --q;
      if (at(q).kind == Kind::comma && q > 0 && at(q - 1).kind == Kind::noun && weight > 0.6F) {
        if (earlier_dated_part(q) < size()) return;
        weight *= over_comma;
        continue;
      }
      if (at(q).kind != Kind::noun) return;
      if (one) attach(id(q), label, filler, weight);  // "A and B, an antibody for D": B alone is for D.
      else attach_to_members(id(q), label, filler, weight);
      one = false;
      weight *= up_the_chain;
      // Over the rest of a list, to the preposition that governs it.
      const GroupList& members = links_[id(q)].members;
      while (q > 0 && id(q) != members.front()) --q;
      // "a trial for X, our antibody, in D": what is apposed hides nothing.
      if (q >= 2 && is(q - 1, Kind::comma) && links_[id(q)].apposed_to == static_cast<std::int32_t>(id(q - 2))) {
        one = at(q).head_mention < 0 && at(q).determiner == Group::Determiner::indefinite && !at(q).counted && at(q).lemma == sentence_.tokens[at(q).last - 1].key;
        --q;
        continue;
      }
      // "patients two years of age with D": a measure stands between without a preposition.
      if (q > 0 && at(q - 1).kind == Kind::noun) continue;
      if (q == 0 || at(q - 1).kind != Kind::preposition) return;
      --q;
    }
  }

  inline static const std::uint64_t related_ = word_key("related to");
  std::vector<std::vector<std::uint32_t>> lines_;
  /// Names in brackets after a name, of lines that hold nothing else: "X (T1/T2)".
  void attach_brackets() {
    static const std::uint64_t brackets = word_key("()");
    for (const auto& [host, line] : in_brackets_of_) {
      const bool names = std::all_of(line->begin(), line->end(), [&](std::uint32_t g) {
        return groups_[g].kind == Kind::noun ? groups_[g].head_mention >= 0 : groups_[g].kind == Kind::conjunction || groups_[g].kind == Kind::comma;
      });
      // "A + B (T1 + T2)": who knows which is whose.
      const Group& example_of = groups_[host];
      const auto is_example = [&](std::uint32_t g) { return groups_[g].kind != Kind::noun || (example_of.head_mention >= 0 && same_type(example_of, groups_[g])); };
      const bool examples = names && std::all_of(line->begin(), line->end(), is_example);  // "blood cancers (A, B) and solid tumors"
      if (!names || (!examples && line->size() > 1 && links_[host].members.size() > 1)) continue;
      for (const std::uint32_t g : *line) {
        if (groups_[g].kind != Kind::noun) continue;
        attach(host, brackets, g, 0.95F);
        const std::int32_t whole = governs_phrase(host);
        if (whole != no_group && is_stage(groups_[g])) attach(static_cast<std::uint32_t>(whole), brackets, g, 0.9F);  // "X in D (Phase 2)"
      }
    }
  }

  std::vector<std::pair<std::uint32_t, const std::vector<std::uint32_t>*>> in_brackets_of_;
  std::vector<std::pair<std::size_t, std::int32_t>> host_;  ///< Line in brackets, and the group before them.
};

}  // namespace

std::vector<Links> link_groups(const std::vector<Group>& groups, const AnalysedSentence& sentence, const Kin& kin) {
  return Linker(groups, sentence, kin).run();
}

}  // namespace rxgraph::ingest
