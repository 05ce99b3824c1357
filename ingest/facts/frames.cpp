#include "ingest/facts/frames.hpp"

#include <algorithm>
#include <iterator>
#include <array>

#include "base/date.hpp"
#include "ingest/facts/deal_parties.hpp"
#include "ingest/facts/filer_alone.hpp"
#include "ingest/facts/frame_filling.hpp"
#include "ingest/facts/listed_terms.hpp"
#include "ingest/facts/prospects.hpp"
#include "ingest/facts/shared_qualifiers.hpp"
#include "ingest/facts/triggers.hpp"

namespace rxgraph::ingest {
namespace {

using facts::Filled;
using facts::ImpliedEnds;
using facts::inner_noun_end;
using facts::triggered;

constexpr std::size_t most_pairs = 64;      ///< Subject and object pairs of one frame.
constexpr float least_confidence = 0.3F;    ///< Below it a candidate is not even kept as a guess.

class Matcher {
 public:
  Matcher(const Scene& scene, TypeVotes* votes, bool explain)
      : scene_(scene), grants_(scene.table.ontology().questions.grants), fillers_(scene), votes_(votes), explain_(explain), implied_ends_(scene, fillers_),
        reach_(facts::reach_of(scene, votes != nullptr)), filling_(scene, fillers_, implied_ends_, reach_, explain) {
    for (const CompiledFrame* frame : scene_.table.any_noun()) {
      if (explain_ || (votes == nullptr && facts::may_hold(*frame, reach_, false))) any_noun_.push_back(frame);  // They type no name.
    }
  }

  Matches run() {
    for (std::uint32_t g = 0; g < scene_.groups.size(); ++g) {
      const Group& group = scene_.groups[g];
      if (group.kind != Group::Kind::verb && group.kind != Group::Kind::noun) continue;
      offer_ = explain_ ? ~Offer{0} : fillers_.offer(g);
      if (group.kind == Group::Kind::verb) {
        for (const CompiledFrame* frame : scene_.table.verbs(group.lemma)) match(*frame, g, group.last);
      } else if (!group.pronoun) {
        for (const CompiledFrame* frame : scene_.table.nouns(group.lemma)) match(*frame, g, group.last);
        match_stem(g);
        match_inner_noun(g);
        if (any_noun_.empty() || !may_denote(g)) continue;
        for (const CompiledFrame* frame : any_noun_) match(*frame, g, group.last);
      }
    }
    complete_deals();
    facts::share_qualifiers(matches_.candidates, scene_);
    facts::add_topics(matches_.candidates, scene_);
    facts::add_implied(matches_.candidates, scene_);
    return std::move(matches_);
  }

 private:
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
    for (const CompiledFrame* frame : scene_.table.nouns(lemma)) match(*frame, g, end);
  }

  /// "ofatumumab": the noun that the ending of a name implies says of it what a frame with a constant object says of that noun.
  void match_stem(std::uint32_t g) {
    const Group& group = scene_.groups[g];
    const std::uint64_t noun = group.head_mention < 0 ? 0 : scene_.sentence.mentions[static_cast<std::size_t>(group.head_mention)].noun;
    if (noun == 0) return;
    for (const CompiledFrame* frame : scene_.table.nouns(noun)) {
      const auto says = [&](const std::vector<std::uint64_t>& trigger) { return trigger.size() == 1 && trigger.front() == noun; };
      if (frame->constant_object && std::any_of(frame->triggers.begin(), frame->triggers.end(), says)) match_triggered(*frame, g);
    }
  }

  void near_miss(const CompiledFrame& frame, const Group& group, std::string reason) {
    if (!explain_ || frame.any_noun) return;
    const TextRange words{scene_.sentence.tokens[group.first].text.begin, scene_.sentence.tokens[group.last - 1].text.end};
    matches_.near_misses.push_back({frame.frame->id, words, std::move(reason)});
  }

  void match(const CompiledFrame& frame, std::uint32_t g, std::uint32_t end) {
    if (offers_ends(frame) && triggered(scene_, frame, scene_.groups[g], end)) match_triggered(frame, g);
  }

  /// False where the group at hand offers nothing at the places of the ends of `frame`; one end may come from elsewhere, but for any noun.
  bool offers_ends(const CompiledFrame& frame) const {
    for (const Offer needed : frame.needed_places) {
      if ((needed & offer_) == 0) return false;
    }
    const bool subject = frame.constant_subject || (frame.subject_places & offer_) != 0;
    const bool object = frame.constant_object || (frame.object_places & offer_) != 0;
    return frame.deal != nullptr || (frame.any_noun ? subject && object : subject || object);
  }

  void match_triggered(const CompiledFrame& frame, std::uint32_t g) {
    const Group& group = scene_.groups[g];
    if (group.determiner == Group::Determiner::negative || group.negated) return near_miss(frame, group, "denied");
    if (group.infinitive && follows_denial(g)) return near_miss(frame, group, "denied");
    const std::int32_t verb = group.kind == Group::Kind::verb ? static_cast<std::int32_t>(g) : scene_.links[g].verb;
    if (verb != no_group && scene_.groups[static_cast<std::size_t>(verb)].negated) return near_miss(frame, group, "denied");
    if (frame.relation != nullptr && !holds(frame, g, verb)) return near_miss(frame, group, "not yet, or only if");
    if (frame.any_noun && implied_ends_.goes_along(g) && is_implied(*frame.relation)) return near_miss(frame, group, "only goes with another");
    std::optional<Filled> filled = filling_.fill(frame, g);
    if (!filled) return;
    if (frame.deal == nullptr) {
      const bool approves = frame.constant_object || (frame.relation->time == Relation::Time::event && frame.relation->status_of_modality.empty());
      if (approves && facts::clears_trial(scene_, filled->noun)) return near_miss(frame, group, "only a trial may begin");
      if (frame.by_filer && !facts::filer_alone(scene_, g, frame.nests)) return near_miss(frame, group, "somebody else is named");
      emit_relation(frame, g, verb, *filled);
    } else {
      emit_deal(frame, g, verb, *filled);
    }
  }

  /// True for a relation that a qualifier of another implies: it is what a trial is for, and that of what the trial adds is not told.
  bool is_implied(const Relation& relation) const {
    const std::vector<Relation>& all = scene_.table.ontology().relations;
    return std::any_of(all.begin(), all.end(), [&](const Relation& other) {
      return std::any_of(other.qualifiers.begin(), other.qualifiers.end(), [&](const QualifierType& qualifier) { return qualifier.implies == relation.name; });
    });
  }

  /// "has no intention to stop".
  bool follows_denial(std::uint32_t verb) const {
    const std::vector<Attached>& agents = scene_.links[verb].agents;
    return std::any_of(agents.begin(), agents.end(), [&](const Attached& agent) {
      return scene_.groups[agent.group].determiner == Group::Determiner::negative;
    });
  }

  /// False where what happens once, by somebody's decision, is only a condition or a purpose, and where a stage is only a condition.
  bool holds(const CompiledFrame& frame, std::uint32_t g, std::int32_t verb) const {
    const bool event = frame.relation->time == Relation::Time::event || frame.constant_object;
    if (!event && frame.relation->status_of_modality.empty()) return true;
    return !facts::is_conditional(scene_, verb == no_group ? g : static_cast<std::uint32_t>(verb)) && !(event && facts::is_prospective(scene_, g, verb));
  }

  Modality modality_of(const Frame& frame, const Relation* relation, std::uint32_t g, std::int32_t verb) const {
    if (frame.modality) return *frame.modality;
    if (verb == no_group) return Modality::asserted;
    const bool awaited = relation != nullptr && facts::is_awaited(scene_.groups[g], scene_.groups[static_cast<std::size_t>(verb)]);  // "Data from the trial are expected in May."
    // "We plan to expand the plant for our X programme": what a noun says by the way is not what the verb plans.
    const bool aside = relation != nullptr && scene_.groups[g].kind == Group::Kind::noun && relation->time != Relation::Time::event && relation->status_of_modality.empty();
    switch (facts::mood_at(scene_, g, static_cast<std::uint32_t>(verb))) {
      case Mood::planned: return awaited || aside ? Modality::asserted : Modality::planned;
      case Mood::possible: return Modality::possible;
      default: return Modality::asserted;
    }
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

  static void add_value(Qualifiers& qualifiers, const std::string& name, const Value& value) {
    std::vector<Value>& values = qualifiers[name];
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }

  Qualifiers qualifiers_of(const CompiledFrame& frame, const Filled& filled, std::vector<TextRange>& context) const {
    Qualifiers qualifiers;
    for (const Qualifiers* set : filled.sets) {
      for (const auto& [name, values] : *set) {
        if (frame.deal != nullptr || (name != "subject" && name != "object")) qualifiers[name] = values;
      }
    }
    for (const auto& [name, fillers] : filled.qualifiers) {
      if (!fillers.empty()) qualifiers.erase(name);  // What the text says goes before what the frame supposes.
      for (const Filler& filler : fillers) {
        if (filler.guess != no_type) continue;
        if (filler.entity != no_entity) {
          add_value(qualifiers, name, scene_.memory.entities[filler.entity].name);
        } else {
          add_value(qualifiers, name, filler.value);
        }
        if (!filler.currency.empty() && frame.currency != nullptr) add_value(qualifiers, frame.currency->name, filler.currency);
        if (filler.context) context.push_back(*filler.context);
      }
    }
    return qualifiers;
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
      return near_miss(frame, scene_.groups[g], !filled.missing.empty() ? filled.missing : subjects.empty() ? "nothing for subject" : "nothing for object");
    }
    const bool in_turn = (subjects.size() > 1 || objects.size() > 1) && respectively();
    const bool zip = in_turn && subjects.size() == objects.size();
    // "A and B for D and E, respectively", seen from B alone: its place in its list says which is meant.
    const std::vector<std::uint32_t>& list = scene_.links[g].members;
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
    if ((subject.defined || object.defined || by_defined_verb(g)) && !duty(frame, g, verb)) return near_miss(frame, scene_.groups[g], "a defined term, and no duty");
    Candidate candidate;
    candidate.relation = frame.relation;
    candidate.subject = frame.by_filer           ? CandidateEnd{scene_.memory.resolve(scene_.discourse.speaker()), {}, no_type}
                        : frame.constant_subject ? constant_end(frame, "subject", frame.relation->subject_types)
                                                 : CandidateEnd{subject.entity, {}, no_type};
    candidate.supposed = frame.by_filer && !facts::speaks_of_own_business(scene_);
    candidate.object = frame.constant_object ? constant_end(frame, "object", frame.relation->object_types) : CandidateEnd{object.entity, {}, no_type};
    if (candidate.subject == candidate.object) return;
    if (implied_ends_.general() && !(subject.direct && object.direct)) return near_miss(frame, scene_.groups[g], "said in general");
    for (const Filler* filler : {&subject, &object}) {
      if (filler->context) candidate.context.push_back(*filler->context);
    }
    candidate.qualifiers = qualifiers_of(frame, filled, candidate.context);
    candidate.modality = modality_of(*frame.frame, frame.relation, g, verb);
    // "withdrew the application seeking approval of X": not approved.
    if (candidate.modality != Modality::asserted || facts::is_prospective(scene_, g, verb)) drop_supposed(frame, filled, candidate.qualifiers);
    candidate.confidence = static_cast<float>(frame.frame->confidence) * subject.confidence * object.confidence;
    candidate.by_name = frame.by_name;
    candidate.present = (in_present(scene_.groups[g]) || holds_now(g)) && !frame.constant_object;  // "is approved" is done.
    finish(std::move(candidate), frame, g);
  }

  /// "have Manufactured": a verb that an agreement defines has a capital.
  bool by_defined_verb(std::uint32_t g) const {
    const Group& group = scene_.groups[g];
    return scene_.terms != nullptr && !scene_.terms->empty() && group.kind == Group::Kind::verb && group.first > 0 && scene_.sentence.tokens[group.last - 1].capital;
  }

  /// "Acme shall sell the Products": of what a document calls by a term of its own, it tells who is to do something with it; all else is said of what may be.
  bool duty(const CompiledFrame& frame, std::uint32_t g, std::int32_t verb) const {
    const auto is_party_type = [&](const std::string& name) {
      const std::int16_t type = scene_.table.type_index(name);
      return type != no_type && static_cast<std::size_t>(type) < scene_.memory.rules.size() && scene_.memory.rules[static_cast<std::size_t>(type)].party;
    };
    const std::vector<std::string>& subjects = frame.relation->subject_types;
    return !frame.by_filer && frame.frame->trigger == Frame::Trigger::verb && frame.relation->time == Relation::Time::state &&
           std::all_of(subjects.begin(), subjects.end(), is_party_type) &&
           (modality_of(*frame.frame, frame.relation, g, verb) == Modality::planned || by_right(g));
  }

  /// "shall have the sole right and responsibility to sell the Products".
  bool by_right(std::uint32_t g) const {
    static const std::array<std::uint64_t, 4> rights = {word_key("right"), word_key("responsibility"), word_key("obligation"), word_key("authority")};
    static const std::array<std::uint64_t, 5> having = {word_key("have"), word_key("retain"), word_key("hold"), word_key("assume"), word_key("bear")};
    const auto is_one_of = [](const auto& words, std::uint64_t word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    std::uint32_t first = g;  // Of the infinitives in a list: "to make the Product and to sell it".
    for (std::uint32_t back = g; scene_.groups[g].infinitive && back-- > 0;) {
      const Group& before = scene_.groups[back];
      if (before.kind == Group::Kind::verb && !before.infinitive) break;
      if (before.kind == Group::Kind::verb) first = back;
    }
    for (std::uint32_t n = 0; n < first; ++n) {
      const Links& links = scene_.links[n];
      if (scene_.groups[n].kind != Group::Kind::noun || !is_one_of(rights, scene_.groups[n].lemma) || links.verb == no_group) continue;
      if (std::find(links.verbs.begin(), links.verbs.end(), first) != links.verbs.end() && is_one_of(having, scene_.groups[static_cast<std::size_t>(links.verb)].lemma)) return true;
    }
    return false;
  }

  /// What the sentence names of the types of those qualifiers that imply a relation.
  std::vector<std::uint32_t> others(const Relation& relation) const {
    std::vector<std::uint32_t> named;
    for (const QualifierType& qualifier : relation.qualifiers) {
      if (qualifier.implies.empty()) continue;
      const TypeSet types = scene_.table.type_set(qualifier.entity_types);
      for (const Mention& mention : scene_.sentence.mentions) {
        const std::int16_t type = mention.kind == Mention::Kind::entity ? scene_.discourse.type_of(mention.entity) : no_type;
        if (type != no_type && types.test(static_cast<std::size_t>(type))) named.push_back(mention.entity);
      }
    }
    return named;
  }

  void finish(Candidate candidate, const CompiledFrame& frame, std::uint32_t g) {
    candidate.rule = frame.frame->id;
    if (candidate.relation != nullptr) candidate.others = others(*candidate.relation);
    if (frame.deal != nullptr) candidate.about = sole_thing();
    std::sort(candidate.context.begin(), candidate.context.end());
    candidate.context.erase(std::unique(candidate.context.begin(), candidate.context.end()), candidate.context.end());
    if (candidate.confidence < least_confidence) {
      return near_miss(frame, scene_.groups[g], "confidence " + std::to_string(candidate.confidence).substr(0, 4));
    }
    matches_.candidates.push_back(std::move(candidate));
  }

  /// The one thing of the pipeline's type that the sentence names.
  std::uint32_t sole_thing() const {
    const Ontology& ontology = scene_.table.ontology();
    const std::int16_t wanted = ontology.questions.pipeline ? scene_.table.type_index(ontology.questions.pipeline->thing) : no_type;
    std::uint32_t sole = no_entity;
    for (const Mention& mention : scene_.sentence.mentions) {
      if (wanted == no_type || mention.kind != Mention::Kind::entity) continue;
      const std::uint32_t entity = scene_.memory.resolve(mention.entity);
      if (scene_.discourse.type_of(entity) != wanted || entity == sole) continue;
      if (sole != no_entity) return no_entity;
      sole = entity;
    }
    return sole;
  }

  /// A slot types a name where the frame's other end is sure and of known type.
  void vote(const CompiledFrame& frame, const Filler& subject, const Filler& object) {
    if (votes_ == nullptr || frame.any_noun || frame.by_filer || (subject.guess == no_type && object.guess == no_type)) return;
    const bool both = subject.guess != no_type && object.guess != no_type;
    const Filler& unknown = subject.guess != no_type ? subject : object;
    const Filler& known = subject.guess != no_type ? object : subject;
    if (both || !known.direct || unknown.confidence < 0.5F) return;
    ++(*votes_)[{unknown.entity, unknown.guess}];
  }

  void emit_deal(const CompiledFrame& frame, std::uint32_t g, std::int32_t verb, const Filled& filled) {
    Candidate candidate;
    candidate.deal = frame.deal;
    candidate.confidence = static_cast<float>(frame.frame->confidence);
    for (const auto& [role, fillers] : filled.roles) {
      float weakest = 1;
      for (const Filler& filler : fillers) {
        if (filler.guess != no_type) {
          if (votes_ != nullptr && filled.missing.empty() && filler.confidence >= 0.5F) ++(*votes_)[{filler.entity, filler.guess}];
          continue;
        }
        if (filler.defined && !(grants_ && filled.roles.contains(grants_->giver) && filled.roles.contains(grants_->taker))) continue;  // What a party may do is no license.
        const auto taken = [&role = role, &filler](const auto& other) { return other.first != role && other.second == filler.entity; };
        if (std::any_of(candidate.roles.begin(), candidate.roles.end(), taken)) continue;  // Nobody deals with himself.
        candidate.roles.emplace_back(role, filler.entity);
        weakest = std::min(weakest, filler.confidence);
        if (filler.context) candidate.context.push_back(*filler.context);
      }
      candidate.confidence *= weakest;
    }
    const bool by_terms = add_defined_terms(frame, candidate);
    std::sort(candidate.roles.begin(), candidate.roles.end());
    candidate.roles.erase(std::unique(candidate.roles.begin(), candidate.roles.end()), candidate.roles.end());
    candidate.modality = modality_of(*frame.frame, frame.relation, g, verb);
    if (!filled.missing.empty()) return near_miss(frame, scene_.groups[g], filled.missing);
    if (by_terms && candidate.modality == Modality::asserted) add_licensed_acts(candidate, frame, filled);
    const std::vector<facts::ListedTerms> list = list_of(frame, g, filled);
    if (list.empty()) return emit_terms(std::move(candidate), frame, g, filled, frame.listed.empty() ? 0 : members_of(g));
    for (std::size_t i = 0; i < list.size(); ++i) {
      Filled part = filled;
      for (const SlotRole* const role : frame.listed) {
        if (list.size() > 1 || list[i].contains(role->name)) part.qualifiers.erase(role->name);
      }
      for (const auto& [name, values] : list[i]) part.qualifiers[name] = values;
      emit_terms(candidate, frame, g, part, members_of(g) + static_cast<std::uint32_t>(i));
    }
  }

  /// "grants a license, with the right to sublicense, under the Patents to sell the Products": a license without a thing is for what the sentence's defined
  /// terms stand for, if they all stand for the same.
  bool add_defined_terms(const CompiledFrame& frame, Candidate& candidate) const {
    constexpr float by_terms = 0.9F;
    const auto has = [&](const std::string& name) { return std::any_of(candidate.roles.begin(), candidate.roles.end(), [&](const auto& role) { return role.first == name; }); };
    if (!grants_ || scene_.terms == nullptr || scene_.terms->empty() || frame.frame->set.empty()) return false;
    if (has(grants_->thing) || !has(grants_->taker) || !has(grants_->giver)) return false;
    const std::vector<std::uint32_t>* sole = nullptr;
    for (const Group& group : scene_.groups) {
      if (group.kind != Group::Kind::noun || group.head_mention >= 0) continue;
      const std::vector<std::uint32_t>* const things = scene_.terms->things(scene_.document, scene_.sentence, group.first, group.last);
      if (things == nullptr) continue;
      if (sole != nullptr && *sole != *things) return false;
      sole = things;
    }
    if (sole == nullptr) return false;
    for (const std::uint32_t entity : *sole) candidate.roles.emplace_back(grants_->thing, scene_.memory.resolve(entity));
    candidate.confidence *= by_terms;
    return true;
  }

  /// "grants an exclusive license … to sell the Products in the Acme Territory": who alone may do it is to do it. Only relations that hold in a territory.
  void add_licensed_acts(const Candidate& deal, const CompiledFrame& frame, const Filled& filled) {
    constexpr float by_license = 0.9F;
    Candidate terms = deal;
    terms.qualifiers = qualifiers_of(frame, filled, terms.context);
    const auto is_said = [&](const auto& value) {
      const auto said = terms.qualifiers.find(value.first);
      return said != terms.qualifiers.end() && said->second == value.second;
    };
    if (grants_->exclusive.empty() || !std::all_of(grants_->exclusive.begin(), grants_->exclusive.end(), is_said)) return;
    add_defined_places(terms);
    for (const Group& act : scene_.groups) {
      if (act.kind != Group::Kind::verb || !act.infinitive || act.negated) continue;
      for (const CompiledFrame* const said : scene_.table.verbs(act.lemma)) {
        if (said->relation == nullptr || said->relation->qualifier(grants_->where) == nullptr || said->by_filer || said->nests || said->slots.size() < 2) continue;
        Candidate fact;
        fact.relation = said->relation;
        fact.modality = Modality::planned;
        fact.confidence = by_license * deal.confidence;
        const auto places = terms.qualifiers.find(grants_->where);
        if (places != terms.qualifiers.end()) fact.qualifiers.insert(*places);
        for (const auto& [taken, taker] : deal.roles) {
          for (const auto& [given, thing] : deal.roles) {
            if (taken != grants_->taker || given != grants_->thing) continue;
            fact.subject.entity = taker;
            fact.object.entity = thing;
            finish(fact, *said, static_cast<std::uint32_t>(&act - scene_.groups.data()));
          }
        }
        break;
      }
    }
  }

  /// "… to sell the Products in the Acme Territory": where the sentence names one defined territory, the license is for it.
  void add_defined_places(Candidate& candidate) const {
    if (grants_->where.empty() || candidate.qualifiers.contains(grants_->where)) return;
    const std::vector<std::string>* sole = nullptr;
    for (const Group& group : scene_.groups) {
      if (group.kind != Group::Kind::noun) continue;
      const std::vector<std::string>* const places = scene_.terms->places(scene_.document, scene_.sentence, group.first, group.last);
      if (places == nullptr) continue;
      if (sole != nullptr && *sole != *places) return;
      sole = places;
    }
    if (sole == nullptr) return;
    for (const std::string& place : *sole) add_value(candidate.qualifiers, grants_->where, place);
  }

  /// The payments that the frame's object lists; empty for frames of other deals.
  std::vector<facts::ListedTerms> list_of(const CompiledFrame& frame, std::uint32_t g, const Filled& filled) const {
    if (frame.listed.empty()) return {};
    std::uint32_t first = filled.noun;
    if (scene_.groups[first].kind == Group::Kind::verb) {
      if (scene_.links[g].themes.empty()) return {};
      first = scene_.links[g].themes.front().group;
    }
    if (scene_.groups[first].kind != Group::Kind::noun) return {};
    return facts::listed_terms(scene_, fillers_, first, frame.listed, frame.listed_at);
  }

  /// The first number for the members of a list that the group `g` governs.
  static std::uint32_t members_of(std::uint32_t g) {
    constexpr std::uint32_t most_members = 64;
    return (g + 1) * most_members;
  }

  void emit_terms(Candidate candidate, const CompiledFrame& frame, std::uint32_t g, const Filled& filled, std::uint32_t member) {
    candidate.qualifiers = qualifiers_of(frame, filled, candidate.context);
    if (scene_.terms != nullptr && !scene_.terms->empty() && grants_ && filled.roles.contains(grants_->taker)) add_defined_places(candidate);
    candidate.member = member;
    if (frame.frame->set.empty() && no_terms(filled)) return near_miss(frame, scene_.groups[g], "no terms");
    std::vector<const CompiledSlot*> open = facts::open_parties(frame, filled.roles, scene_.memory);
    if (open.empty() && candidate.roles.size() >= 2 && !one_thing(candidate) && !facts::names_one_side(frame)) return finish(std::move(candidate), frame, g);
    partial_.push_back({std::move(candidate), &frame, g, filled.noun, std::move(open)});
  }

  /// Deals of which the sentence names one side only get the other party of their agreement.
  void complete_deals() {
    facts::complete_deals(scene_, matches_.candidates, partial_);
    for (facts::PartialDeal& partial : partial_) {
      const bool one_side = facts::names_one_side(*partial.frame) && !partial.joined;
      if (partial.candidate.roles.size() < 2 || one_thing(partial.candidate) || one_side) {
        near_miss(*partial.frame, scene_.groups[partial.group], "fewer than two parties or assets");
        matches_.unnamed_agreement = matches_.unnamed_agreement || enters_agreement(partial);
      } else {
        finish(std::move(partial.candidate), *partial.frame, partial.group);
      }
    }
  }

  /// "We entered into an agreement with a large company": a verb of somebody that is named, and an agreement not spoken of before.
  bool enters_agreement(const facts::PartialDeal& partial) const {
    if (partial.frame->frame->set.empty() || partial.candidate.roles.empty() || scene_.groups[partial.group].kind != Group::Kind::verb) return false;
    const Group& noun = scene_.groups[partial.noun];
    return noun.kind == Group::Kind::noun && noun.head_mention < 0 &&
           (noun.determiner == Group::Determiner::indefinite || (noun.determiner == Group::Determiner::none && noun.possessor == no_group));
  }

  /// True if a deal says of itself no more than its day, where its frame does not say either what it is.
  static bool no_terms(const Filled& filled) {
    return std::all_of(filled.qualifiers.begin(), filled.qualifiers.end(), [](const auto& qualifier) {
      return qualifier.second.empty() || is_partial_date(qualifier.second.front().value);
    });
  }

  static bool is_partial_date(const Value& value) {
    const std::string* const text = std::get_if<std::string>(&value);
    return text != nullptr && rxgraph::is_partial_date(*text);
  }

  static bool one_thing(const Candidate& candidate) {
    return std::all_of(candidate.roles.begin(), candidate.roles.end(), [&](const auto& role) { return role.second == candidate.roles.front().second; });
  }

  const Scene& scene_;
  const std::optional<Grants>& grants_;  ///< What the ontology says of grants.
  FillerFinder fillers_;
  TypeVotes* votes_;   ///< Null where nobody asks for them.
  bool explain_;
  ImpliedEnds implied_ends_;
  facts::Reach reach_;
  facts::FrameFilling filling_;
  std::vector<const CompiledFrame*> any_noun_;   ///< Those that the sentence may state.
  Offer offer_ = 0;                              ///< Of the group at hand.
  Matches matches_;
  std::vector<facts::PartialDeal> partial_;
};

}  // namespace

Matches match_frames(const Scene& scene, TypeVotes* votes, bool explain) { return Matcher(scene, votes, explain).run(); }

}  // namespace rxgraph::ingest
