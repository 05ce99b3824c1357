#include "ingest/facts/frames.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "ingest/facts/dated_parts.hpp"
#include "ingest/facts/deal_matching.hpp"
#include "ingest/facts/denials.hpp"
#include "ingest/facts/duties.hpp"
#include "ingest/facts/filer_alone.hpp"
#include "ingest/facts/frame_filling.hpp"
#include "ingest/facts/prospects.hpp"
#include "ingest/facts/shared_qualifiers.hpp"
#include "ingest/facts/triggers.hpp"

namespace rxgraph::ingest {
namespace {

using facts::Filled;
using facts::ImpliedEnds;
using facts::inner_noun_end;
using facts::triggered;

constexpr std::size_t most_pairs = 64;  ///< Subject and object pairs of one frame.

class Matcher {
 public:
  Matcher(const Scene& scene, TypeVotes* votes, bool explain)
      : scene_(scene), fillers_(scene), votes_(votes), explain_(explain), implied_ends_(scene, fillers_), reach_(facts::reach_of(scene, votes != nullptr)),
        filling_(scene, fillers_, implied_ends_, reach_, explain), output_(scene, explain), deals_(scene, fillers_, votes, output_) {
    if (votes != nullptr && !explain_) return;  // They type no name.
    for (const WordFrame& any : scene_.table.any_noun()) {
      if (explain_ || facts::may_hold(*any.frame, reach_, false)) any_noun_.push_back(&any);
    }
  }

  /// `links` are those of the scene, and `dated` its verbs that list days.
  Matches run(std::vector<Links>& links, const std::vector<facts::DatedVerb>& dated) {
    for (const facts::DatedVerb& verb : dated) {
      for (const facts::DatedPart& part : verb.parts) {
        links[verb.verb].prepositional = part.prepositional;
        links[verb.verb].agents = part.agents;
        offer_ = explain_ ? ~Offer{0} : fillers_.offer(verb.verb);
        ++part_;
        match_verb(verb.verb);
      }
      part_ = 0;
      done_.push_back(verb.verb);
    }
    return run();
  }

  Matches run() {
    for (std::uint32_t g = 0; g < scene_.groups.size(); ++g) {
      const Group& group = scene_.groups[g];
      if (group.kind != Group::Kind::verb && group.kind != Group::Kind::noun) continue;
      offer_ = explain_ ? ~Offer{0} : fillers_.offer(g);
      if (group.kind == Group::Kind::verb) {
        if (std::find(done_.begin(), done_.end(), g) == done_.end()) match_verb(g);
      } else if (!group.pronoun) {
        for (const WordFrame& found : scene_.table.nouns(group.lemma)) match(found, g, group.last);
        match_stem(g);
        match_inner_noun(g);
        if (any_noun_.empty() || !may_denote(g)) continue;
        for (const WordFrame* any : any_noun_) {
          if (any->frame->barred.empty() || facts::triggered(scene_, *any->frame, group, group.last)) match(*any, g, group.last);
        }
      }
    }
    deals_.complete();
    output_.settle_verbs();
    Matches& matches = output_.matches();
    facts::share_qualifiers(matches.candidates, scene_);
    facts::add_topics(matches.candidates, scene_);
    facts::add_implied(matches.candidates, scene_);
    return std::move(matches);
  }

 private:
  void match_verb(std::uint32_t g) {
    for (const WordFrame& found : scene_.table.verbs(scene_.groups[g].lemma)) match(found, g, scene_.groups[g].last);
  }

  /// False for the many noun groups that cannot stand for a thing: no name, no apposition, nothing to refer back.
  bool may_denote(std::uint32_t g) const {
    const Group& group = scene_.groups[g];
    return group.head_mention >= 0 || !group.modifiers.empty() || scene_.links[g].apposed_to != no_group ||
           group.determiner == Group::Determiner::definite || scene_.table.carriers(group.lemma) != nullptr;
  }

  /// "the BCL-2 inhibitor navitoclax": the common noun straight before a name triggers as if it were the head.
  void match_inner_noun(std::uint32_t g) {
    const Group& group = scene_.groups[g];
    const std::uint32_t end = inner_noun_end(scene_, group);
    if (end <= group.first) return;
    const std::uint64_t lemma = Lexicon::noun_lemma(scene_.document.words(scene_.sentence.tokens[end - 1].text));
    for (const WordFrame& found : scene_.table.nouns(lemma)) match(found, g, end);
    if (end < group.first + 2 || !is_generic(lemma) || scene_.sentence.tokens[end - 2].kind != Token::Kind::word) return;
    const std::uint64_t kind = Lexicon::noun_lemma(scene_.document.words(scene_.sentence.tokens[end - 2].text));  // "the T inhibitor compound X"
    for (const WordFrame& found : scene_.table.nouns(kind)) match(found, g, end - 1);
  }

  static bool is_generic(std::uint64_t noun) {
    static const std::array<std::uint64_t, 6> nouns = {word_key("compound"), word_key("molecule"), word_key("drug"), word_key("candidate"), word_key("product"), word_key("medicine")};
    return std::find(nouns.begin(), nouns.end(), noun) != nouns.end();
  }

  /// "ofatumumab": the noun that the ending of a name implies says of it what a frame with a constant object says of that noun.
  void match_stem(std::uint32_t g) {
    const Group& group = scene_.groups[g];
    const std::uint64_t noun = group.head_mention < 0 ? 0 : scene_.sentence.mentions[static_cast<std::size_t>(group.head_mention)].noun;
    if (noun == 0) return;
    for (const CompiledFrame* frame : scene_.table.sayings_of(noun)) match_triggered(*frame, g);
    if (group.modifiers.empty()) return;
    for (const WordFrame& found : scene_.table.nouns(noun)) {  // "the Phase 2 HARBOR of X": as if "trial" stood behind the name
      if (found.alone && found.is_offered(offer_)) match_triggered(*found.frame, g);
    }
  }

  void match(const WordFrame& found, std::uint32_t g, std::uint32_t end) {
    if (!found.is_offered(offer_)) return;
    if (!explain_ && found.frame->deal == nullptr && !facts::may_hold(*found.frame, reach_, true)) return;
    if (found.alone || triggered(scene_, *found.frame, scene_.groups[g], end)) match_triggered(*found.frame, g);
  }

  void match_triggered(const CompiledFrame& frame, std::uint32_t g) {
    const Group& group = scene_.groups[g];
    if (group.determiner == Group::Determiner::negative || group.negated) return output_.near_miss(frame, group, "denied");
    if (group.kind == Group::Kind::verb && facts::is_denied_around(scene_, g)) return output_.near_miss(frame, group, "denied");
    const std::int32_t verb = group.kind == Group::Kind::verb ? static_cast<std::int32_t>(g) : scene_.links[g].verb;
    const bool negated = verb != no_group && scene_.groups[static_cast<std::size_t>(verb)].negated;
    if (negated && !facts::is_presupposed(scene_, frame, g, static_cast<std::uint32_t>(verb))) return output_.near_miss(frame, group, "denied");
    if (group.kind == Group::Kind::verb && doubted(g)) return output_.near_miss(frame, group, "nobody vouches for it");
    if (frame.relation == nullptr && facts::is_imagined(scene_, g, verb)) return output_.near_miss(frame, group, "only as if");
    if (frame.relation != nullptr && !holds(frame, g, verb)) return output_.near_miss(frame, group, "not yet, or only if");
    if (frame.any_noun && implied_ends_.goes_along(g) && is_implied(*frame.relation)) return output_.near_miss(frame, group, "only goes with another");
    std::optional<Filled> filled = filling_.fill(frame, g);
    if (!filled) return;
    if (frame.deal == nullptr) {
      const bool approves = frame.constant_object || (frame.relation->time == Relation::Time::event && frame.relation->status_of_modality.empty());
      if (approves && facts::clears_trial(scene_, filled->noun)) return output_.near_miss(frame, group, "only a trial may begin");
      if (!frame.frame->by_right && facts::is_only_allowed(scene_, g)) return output_.near_miss(frame, group, "only a right to do it");
      if (frame.by_filer && !facts::filer_alone(scene_, g, frame.nests)) return output_.near_miss(frame, group, "somebody else is named");
      emit_relation(frame, g, verb, *filled);
    } else {
      // "may terminate the agreement": what a party has the right to end goes on.
      const bool ends = frame.frame->modality == Modality::terminated && verb != no_group && facts::mood_at(scene_, g, static_cast<std::uint32_t>(verb)) == Mood::possible;
      if (ends) return output_.near_miss(frame, group, "may end, and has not");
      deals_.add(frame, g, modality_of(*frame.frame, frame.relation, g, verb), *filled);
    }
  }

  /// `facts::is_doubted`, asked once for all frames of a verb.
  bool doubted(std::uint32_t verb) {
    if (std::exchange(doubted_of_, verb) != verb) doubted_ = facts::is_doubted(scene_, verb);
    return doubted_;
  }

  /// True for a relation that a qualifier of another implies: it is what a trial is for, and that of what the trial adds is not told.
  bool is_implied(const Relation& relation) const {
    const std::vector<Relation>& all = scene_.table.ontology().relations;
    return std::any_of(all.begin(), all.end(), [&](const Relation& other) {
      return std::any_of(other.qualifiers.begin(), other.qualifiers.end(), [&](const QualifierType& qualifier) { return qualifier.implies == relation.name; });
    });
  }

  /// False where what happens once, by somebody's decision, is only a condition or a purpose, and where a stage is only a condition.
  bool holds(const CompiledFrame& frame, std::uint32_t g, std::int32_t verb) const {
    const bool event = frame.relation->time == Relation::Time::event || frame.constant_object;
    if (!event && frame.relation->status_of_modality.empty()) return true;
    const std::uint32_t act = verb == no_group ? g : static_cast<std::uint32_t>(verb);
    return !facts::is_conditional(scene_, act) && !(event && (facts::is_prospective(scene_, g, verb) || facts::is_doubted(scene_, act)));
  }

  /// The last verb group before `g`, or `otherwise`.
  std::int32_t verb_before(std::uint32_t g, std::int32_t otherwise) const {
    for (std::uint32_t v = g; v-- > 0;) {
      if (scene_.groups[v].kind == Group::Kind::verb) return static_cast<std::int32_t>(v);
    }
    return otherwise;
  }

  Modality modality_of(const Frame& frame, const Relation* relation, std::uint32_t g, std::int32_t verb) const {
    if (frame.modality) return *frame.modality;
    if (facts::is_intended(scene_, g) && (relation == nullptr || tells_what_comes(*relation, g, verb))) return Modality::planned;
    if (verb == no_group) return Modality::asserted;
    // "would be responsible for funding 40% of the costs"
    if (relation == nullptr && scene_.groups[g].gerund && g >= 2 && scene_.groups[g - 1].kind == Group::Kind::preposition) verb = verb_before(g, verb);
    const bool awaited = relation != nullptr && facts::is_awaited(scene_, g, static_cast<std::uint32_t>(verb));  // "Data from the trial are expected in May."
    // "We plan to expand the plant for our X programme": what a noun says by the way is not what the verb plans.
    const bool aside = relation != nullptr && scene_.groups[g].kind == Group::Kind::noun && relation->time != Relation::Time::event && relation->status_of_modality.empty();
    switch (facts::mood_at(scene_, g, static_cast<std::uint32_t>(verb))) {
      case Mood::planned: return awaited || aside ? Modality::asserted : Modality::planned;
      case Mood::possible: return Modality::possible;
      default: return Modality::asserted;
    }
  }

  /// "our planned Phase 2 trial of X", "anticipated revenue from X": a stage, or what is earned by what is sold, is still to come; that somebody develops X is not.
  bool tells_what_comes(const Relation& relation, std::uint32_t g, std::int32_t verb) const {
    static const std::array<std::uint64_t, 3> earnings = {word_key("revenue"), word_key("sale"), word_key("launch")};
    static const std::uint64_t pending = word_key("pending");
    const Group& noun = scene_.groups[g];
    if (verb != no_group && scene_.groups[static_cast<std::size_t>(verb)].past) {  // "started the planned trial": it has come.
      const AttachedList& themes = scene_.links[static_cast<std::size_t>(verb)].themes;
      if (std::any_of(themes.begin(), themes.end(), [&](const Attached& theme) { return theme.group == g; })) return false;
    }
    for (std::uint32_t t = noun.first; t < noun.last; ++t) {
      if (scene_.sentence.tokens[t].key == pending) return false;  // "the pending application": it is there.
    }
    return !relation.status_of_modality.empty() || std::find(earnings.begin(), earnings.end(), noun.lemma) != earnings.end();
  }

  static bool is_dated(const Relation& relation) {
    return std::any_of(relation.qualifiers.begin(), relation.qualifiers.end(), [](const QualifierType& qualifier) { return qualifier.type == ValueType::date; });
  }

  static bool in_present(const Group& group) {
    return group.kind == Group::Kind::verb && !group.past && !group.reduced && !group.infinitive && !group.gerund && group.mood == Mood::none;
  }

  /// "an antibody currently in Phase 1": the word before a preposition of the noun group `g` says that it holds now.
  bool holds_now(std::uint32_t g) const {
    static const std::uint64_t now[] = {word_key("currently"), word_key("now"), word_key("presently")};
    if (scene_.groups[g].kind != Group::Kind::noun) return false;
    return std::any_of(scene_.links[g].prepositional.begin(), scene_.links[g].prepositional.end(), [&](const Attached& attached) {
      const std::int32_t governor = scene_.links[attached.group].governor;
      const std::uint32_t first = governor == no_group ? 0 : scene_.groups[static_cast<std::size_t>(governor)].first;
      return first > 0 && std::find(std::begin(now), std::end(now), scene_.sentence.tokens[first - 1].key) != std::end(now);
    });
  }

  /// What the frame supposes of a fact's status ("approved") does not hold of what may come.
  static void drop_supposed(const CompiledFrame& frame, const Filled& filled, Qualifiers& qualifiers) {
    if (!frame.relation->status_of_modality.empty()) return;
    for (const Qualifiers* set : filled.sets) {
      for (const auto& [name, values] : *set) {
        const auto given = filled.qualifiers.find(name);
        if (given == filled.qualifiers.end() || given->second.empty()) qualifiers.erase(name);
      }
    }
  }

  /// The end that the frame itself names under `role`.
  CandidateEnd constant_end(const CompiledFrame& frame, const char* role, const std::vector<std::string>& types) const {
    return {no_entity, std::get<std::string>(frame.frame->set.at(role).front()), scene_.table.type_index(types.front())};
  }

  bool respectively() const {
    static const std::uint64_t key = word_key("respectively");
    return std::any_of(scene_.sentence.tokens.begin(), scene_.sentence.tokens.end(), [](const Token& token) { return token.key == key; });
  }

  void emit_relation(const CompiledFrame& frame, std::uint32_t g, std::int32_t verb, const Filled& filled) {
    static const std::vector<Filler> constant(1);
    const std::vector<Filler>& subjects = frame.constant_subject ? constant : filled.subjects;
    const std::vector<Filler>& objects = frame.constant_object ? constant : filled.objects;
    if (subjects.empty() || objects.empty() || !filled.missing.empty()) {
      return output_.near_miss(frame, scene_.groups[g], !filled.missing.empty() ? filled.missing : subjects.empty() ? "nothing for subject" : "nothing for object");
    }
    const bool in_turn = (subjects.size() > 1 || objects.size() > 1) && respectively();
    const bool zip = in_turn && subjects.size() == objects.size();
    // "A and B for D and E, respectively", seen from B alone: its place in its list says which is meant.
    const GroupList& list = scene_.links[g].members;
    const bool by_place = in_turn && subjects.size() == 1 && list.size() == objects.size();
    const std::size_t place = static_cast<std::size_t>(std::find(list.begin(), list.end(), g) - list.begin());
    const bool apart = facts::stand_apart(objects, filled.qualifiers);
    std::size_t pairs = 0;
    for (std::size_t s = 0; s < subjects.size(); ++s) {
      for (std::size_t o = 0; o < objects.size(); ++o) {
        if ((zip && s != o) || (by_place && o != place) || ++pairs > most_pairs) continue;
        if (!in_turn && !apart) {
          emit_pair(frame, g, verb, filled, subjects[s], objects[o]);
          continue;
        }
        Filled own = filled;  // Qualifiers as many as subjects are said of them in turn.
        if (apart) facts::keep_said_of(objects[o], objects, own.qualifiers);
        for (auto& [name, fillers] : own.qualifiers) {
          if (in_turn && subjects.size() > 1 && fillers.size() == subjects.size()) fillers = {fillers[s]};
        }
        emit_pair(frame, g, verb, own, subjects[s], objects[o]);
      }
    }
  }

  void emit_pair(const CompiledFrame& frame, std::uint32_t g, std::int32_t verb, const Filled& filled, const Filler& subject, const Filler& object) {
    if (votes_ != nullptr || subject.guess != no_type || object.guess != no_type) return vote(frame, subject, object);
    if ((subject.defined || object.defined || facts::is_defined_verb(scene_, g)) && !is_duty(frame, g, verb)) return output_.near_miss(frame, scene_.groups[g], "a defined term, and no duty");
    Candidate candidate;
    candidate.relation = frame.relation;
    candidate.subject = frame.by_filer           ? CandidateEnd{scene_.memory.resolve(scene_.discourse.speaker()), {}, no_type}
                        : frame.constant_subject ? constant_end(frame, "subject", frame.relation->subject_types)
                                                 : CandidateEnd{subject.entity, {}, no_type};
    candidate.supposed = frame.by_filer && !facts::speaks_of_own_business(scene_);
    candidate.object = frame.constant_object ? constant_end(frame, "object", frame.relation->object_types) : CandidateEnd{object.entity, {}, no_type};
    if (candidate.subject == candidate.object) return;
    if (implied_ends_.general() && !(subject.direct && object.direct)) return output_.near_miss(frame, scene_.groups[g], "said in general");
    for (const Filler* filler : {&subject, &object}) {
      if (filler->context) candidate.context.push_back(*filler->context);
    }
    candidate.qualifiers = facts::qualifiers_of(scene_, frame, filled, candidate.context);
    candidate.modality = modality_of(*frame.frame, frame.relation, g, verb);
    // "withdrew the application seeking approval of X": not approved.
    if (candidate.modality != Modality::asserted || facts::is_prospective(scene_, g, verb)) drop_supposed(frame, filled, candidate.qualifiers);
    candidate.confidence = static_cast<float>(frame.frame->confidence) * subject.confidence * object.confidence;
    candidate.by_name = frame.by_name;
    if (is_dated(*frame.relation)) candidate.member = part_;
    candidate.present = (in_present(scene_.groups[g]) || holds_now(g)) && !frame.constant_object;  // "is approved" is done.
    output_.add(std::move(candidate), frame, g);
  }

  /// "Acme shall sell the Products": of what a document calls by a term of its own, it tells who is to do something with it; all else is said of what may be.
  bool is_duty(const CompiledFrame& frame, std::uint32_t g, std::int32_t verb) const {
    return facts::may_be_duty(scene_, frame) && (modality_of(*frame.frame, frame.relation, g, verb) == Modality::planned || facts::is_by_right(scene_, g));
  }

  /// "Zorbex", "ZorVista": capitalised letters, most of them small, as brands are written and abbreviations are not.
  bool is_brand_like(std::uint32_t entity) const {
    const std::string& name = scene_.memory.entities[scene_.memory.resolve(entity)].name;
    const auto small = std::count_if(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const auto letters = std::count_if(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return name.size() >= 6 && static_cast<std::size_t>(letters) == name.size() && name.front() <= 'Z' && small >= 4;
  }

  /// A slot types a name where the frame's other end is sure and of known type.
  void vote(const CompiledFrame& frame, const Filler& subject, const Filler& object) {
    if (votes_ == nullptr || frame.any_noun || frame.by_filer || (subject.guess == no_type && object.guess == no_type)) return;
    const bool both = subject.guess != no_type && object.guess != no_type;
    const Filler& unknown = subject.guess != no_type ? subject : object;
    const Filler& known = subject.guess != no_type ? object : subject;
    if (both || !known.direct || unknown.confidence < (is_brand_like(unknown.entity) ? 0.47F : 0.5F)) return;  // A brand may stand one noun further: "a trial of Zorbex".
    ++(*votes_)[{unknown.entity, unknown.guess}];
  }

  const Scene& scene_;
  FillerFinder fillers_;
  TypeVotes* votes_;   ///< Null where nobody asks for them.
  bool explain_;
  ImpliedEnds implied_ends_;
  facts::Reach reach_;
  facts::FrameFilling filling_;
  std::vector<const WordFrame*> any_noun_;       ///< Those that the sentence may state.
  Offer offer_ = 0;                              ///< Of the group at hand.
  std::uint32_t doubted_of_ = ~std::uint32_t{0};
  bool doubted_ = false;                         ///< Of the verb `doubted_of_`.
  std::vector<std::uint32_t> done_;              ///< Verbs that were matched day by day.
  std::uint32_t part_ = 0;                       ///< The day at hand, from 1; 0 where there is but one.
  facts::MatchOutput output_;
  facts::DealMatching deals_;
};

}  // namespace

Matches match_frames(const Scene& scene, TypeVotes* votes, bool explain) {
  const std::vector<facts::DatedVerb> dated = facts::dated_verbs(scene);
  if (dated.empty()) return Matcher(scene, votes, explain).run();
  std::vector<Links> links = scene.links;
  const Scene day_by_day{scene.document, scene.sentence, scene.text, scene.groups, links, scene.discourse, scene.table, scene.memory, scene.terms, scene.agreements};
  return Matcher(day_by_day, votes, explain).run(links, dated);
}

}  // namespace rxgraph::ingest
