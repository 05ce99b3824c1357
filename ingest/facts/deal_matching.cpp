#include "ingest/facts/deal_matching.hpp"

#include <algorithm>

#include "ingest/facts/agreements.hpp"
#include "ingest/facts/parted_deals.hpp"

namespace rxgraph::ingest::facts {
namespace {

/// The first number for the members of a list that the group `g` governs.
std::uint32_t members_of(std::uint32_t g) {
  constexpr std::uint32_t most_members = 64;
  return (g + 1) * most_members;
}

/// True if a deal says of itself no more than its day, where its frame does not say either what it is.
bool no_terms(const Filled& filled) {
  return std::all_of(filled.qualifiers.begin(), filled.qualifiers.end(), [](const auto& qualifier) {
    return qualifier.second.empty() || is_day(qualifier.second.front().value);
  });
}

/// A noun that names no parties of its own and says not what kind of deal it is: the item of a list.
bool only_in_list(const CompiledFrame& frame) {
  return frame.frame->trigger == Frame::Trigger::noun && frame.frame->set.empty() &&
         std::none_of(frame.slots.begin(), frame.slots.end(), [](const CompiledSlot& slot) { return slot.role.kind == SlotRole::Kind::deal_role && slot.required; });
}

/// "A will make payments to B": who pays whom is told, though not what for.
bool is_payment_between(const CompiledFrame& frame, const Filled& filled) {
  const auto named = [](const auto& role) {
    return !role.second.empty() && std::all_of(role.second.begin(), role.second.end(), [](const Filler& filler) { return filler.guess == no_type && !filler.context; });
  };
  return frame.nests && filled.roles.size() == 2 && std::all_of(filled.roles.begin(), filled.roles.end(), named);
}

bool one_thing(const Candidate& candidate) {
  return std::all_of(candidate.roles.begin(), candidate.roles.end(), [&](const auto& role) { return role.second == candidate.roles.front().second; });
}

}  // namespace

void DealMatching::add_roles(Candidate& candidate, const Filled& filled) const {
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
      if (stands_with(filler)) candidate.with.push_back(scene_.memory.resolve(filler.entity));
      weakest = std::min(weakest, filler.confidence);
      if (filler.context) candidate.context.push_back(*filler.context);
    }
    candidate.confidence *= weakest;
  }
}

bool DealMatching::leaves_out_one(const CompiledFrame& frame, const Filled& filled) const {
  if (!frame.narrows) return false;
  for (const auto& [role, fillers] : filled.roles) {
    for (const Filler& filler : fillers) {
      if (filler.place == no_group) continue;
      for (const std::uint32_t member : scene_.links[static_cast<std::size_t>(filler.place)].members) {
        const std::int32_t head = scene_.groups[member].head_mention;
        const std::uint32_t entity = head < 0 ? no_entity : scene_.sentence.mentions[static_cast<std::size_t>(head)].entity;
        if (entity == no_entity || !is_party(scene_.memory, entity)) continue;
        const auto filled_by = [&](const auto& other) {
          return std::any_of(other.second.begin(), other.second.end(), [&](const Filler& one) { return one.entity != no_entity && scene_.memory.resolve(one.entity) == scene_.memory.resolve(entity); });
        };
        if (std::none_of(filled.roles.begin(), filled.roles.end(), filled_by)) return true;
      }
    }
  }
  return false;
}

bool DealMatching::is_owed_elsewhere(const Filled& filled) const {
  static const std::uint64_t third = word_key("third"), party = word_key("party");
  if (!grants_ || (!filled.roles.contains(grants_->payee) && !filled.roles.contains(grants_->payer))) return false;
  const Group& noun = scene_.groups[filled.noun];
  for (std::uint32_t t = noun.first; noun.kind == Group::Kind::noun && t + 2 < noun.last; ++t) {
    if (scene_.sentence.tokens[t].key == third && scene_.sentence.tokens[t + 1].key == party) return true;
  }
  return false;
}

bool DealMatching::stands_with(const Filler& filler) const {
  static const std::uint64_t with = word_key("with");
  if (filler.place == no_group) return false;
  const std::int32_t governor = scene_.links[static_cast<std::size_t>(filler.place)].governor;
  return governor != no_group && scene_.groups[static_cast<std::size_t>(governor)].lemma == with;
}

void DealMatching::add(const CompiledFrame& frame, std::uint32_t g, Modality modality, const Filled& filled) {
  for (const Filled& one : parted_deals(scene_, filled)) add_one(frame, g, modality, one);
}

void DealMatching::add_one(const CompiledFrame& frame, std::uint32_t g, Modality modality, const Filled& filled) {
  Candidate candidate;
  candidate.deal = frame.deal;
  candidate.confidence = static_cast<float>(frame.frame->confidence);
  if (is_owed_elsewhere(filled)) return output_.near_miss(frame, scene_.groups[g], "paid to a third party");
  if (leaves_out_one(frame, filled)) return output_.near_miss(frame, scene_.groups[g], "others stand in the list");
  add_roles(candidate, filled);
  const bool by_terms = add_defined_terms(frame, candidate);
  std::sort(candidate.roles.begin(), candidate.roles.end());
  candidate.roles.erase(std::unique(candidate.roles.begin(), candidate.roles.end()), candidate.roles.end());
  candidate.modality = modality;
  if (!filled.missing.empty()) return output_.near_miss(frame, scene_.groups[g], filled.missing);
  if (by_terms && candidate.modality == Modality::asserted) add_licensed_acts(candidate, frame, filled);
  const std::vector<ListedTerms> list = list_of(frame, g, filled);
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

bool DealMatching::add_defined_terms(const CompiledFrame& frame, Candidate& candidate) const {
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

void DealMatching::add_licensed_acts(const Candidate& deal, const CompiledFrame& frame, const Filled& filled) {
  constexpr float by_license = 0.9F;
  Candidate terms = deal;
  terms.qualifiers = qualifiers_of(scene_, frame, filled, terms.context);
  const auto is_said = [&](const auto& value) {
    const auto said = terms.qualifiers.find(value.first);
    return said != terms.qualifiers.end() && said->second == value.second;
  };
  if (grants_->exclusive.empty() || !std::all_of(grants_->exclusive.begin(), grants_->exclusive.end(), is_said)) return;
  add_defined_places(terms);
  for (const Group& act : scene_.groups) {
    if (act.kind != Group::Kind::verb || !act.infinitive || act.negated) continue;
    for (const WordFrame& found : scene_.table.verbs(act.lemma)) {
      const CompiledFrame* const said = found.frame;
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
          output_.add(fact, *said, static_cast<std::uint32_t>(&act - scene_.groups.data()));
        }
      }
      break;
    }
  }
}

void DealMatching::add_defined_places(Candidate& candidate) const {
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

std::vector<ListedTerms> DealMatching::list_of(const CompiledFrame& frame, std::uint32_t g, const Filled& filled) const {
  if (frame.listed.empty()) return {};
  std::uint32_t first = filled.noun;
  if (scene_.groups[first].kind == Group::Kind::verb) {
    if (scene_.links[g].themes.empty()) return {};
    first = scene_.links[g].themes.front().group;
  }
  if (scene_.groups[first].kind != Group::Kind::noun) return {};
  return listed_terms(scene_, fillers_, first, frame.listed, frame.listed_at);
}

void DealMatching::emit_terms(Candidate candidate, const CompiledFrame& frame, std::uint32_t g, const Filled& filled, std::uint32_t member) {
  candidate.qualifiers = qualifiers_of(scene_, frame, filled, candidate.context);
  if (scene_.terms != nullptr && !scene_.terms->empty() && grants_ && filled.roles.contains(grants_->taker)) add_defined_places(candidate);
  candidate.member = member;
  const bool bare = frame.frame->set.empty() && no_terms(filled);
  if (bare && begins_list() && candidate.roles.size() == 2 && filled.roles.size() == 2) output_.matches().lead = candidate;
  if (bare && (begins_list() || !is_payment_between(frame, filled))) return output_.near_miss(frame, scene_.groups[g], "no terms");
  std::vector<const CompiledSlot*> open = open_parties(frame, filled.roles, scene_.memory);
  if (only_in_list(frame)) return candidate.roles.empty() ? add_item(std::move(candidate), frame, g, open) : output_.near_miss(frame, scene_.groups[g], "no item");
  if (open.empty() && candidate.roles.size() >= 2 && !one_thing(candidate) && !names_one_side(frame)) return output_.add(std::move(candidate), frame, g);
  partial_.push_back({std::move(candidate), &frame, g, filled.noun, std::move(open)});
}

bool DealMatching::begins_list() const { return scene_.document.words(scene_.sentence.tokens.back().text) == ":"; }

void DealMatching::add_item(Candidate candidate, const CompiledFrame& frame, std::uint32_t g, const std::vector<const CompiledSlot*>& open) {
  const Candidate* const lead = scene_.agreements == nullptr ? nullptr : scene_.agreements->lead();
  const auto finite = [](const Group& group) { return group.kind == Group::Kind::verb && !group.reduced && !group.infinitive; };
  const auto said = [&](const auto& role) { return std::any_of(open.begin(), open.end(), [&](const CompiledSlot* slot) { return slot->role.name == role.first; }); };
  const auto measures = [](const Mention& mention) { return mention.kind == Mention::Kind::money || mention.kind == Mention::Kind::percent; };
  const bool measured = std::any_of(scene_.sentence.mentions.begin(), scene_.sentence.mentions.end(), measures);
  const auto acts = [](const Group& group) { return group.kind == Group::Kind::verb && !group.gerund && !group.infinitive; };  // "recognized" may be finite
  if (lead == nullptr && measured && open.size() == 2 && std::none_of(scene_.groups.begin(), scene_.groups.end(), acts)) {  // "Upfront fee of $5 million.": who took the license pays it.
    candidate.modality = Modality::possible;
    partial_.push_back({std::move(candidate), &frame, g, g, open});
    return;
  }
  if (lead == nullptr || std::any_of(scene_.groups.begin(), scene_.groups.end(), finite) || !std::all_of(lead->roles.begin(), lead->roles.end(), said)) {
    return output_.near_miss(frame, scene_.groups[g], "nobody for " + (open.empty() ? std::string("it") : open.front()->role.name));
  }
  candidate.roles = lead->roles;
  candidate.modality = lead->modality;
  candidate.confidence *= lead->confidence;
  candidate.context.insert(candidate.context.end(), lead->context.begin(), lead->context.end());
  output_.add(std::move(candidate), frame, g);
}

void DealMatching::complete() {
  complete_deals(scene_, output_.matches().candidates, partial_);
  for (PartialDeal& partial : partial_) {
    const bool one_side = names_one_side(*partial.frame) && !partial.joined;
    if (partial.candidate.roles.size() < 2 || one_thing(partial.candidate) || one_side) {
      output_.near_miss(*partial.frame, scene_.groups[partial.group], "fewer than two parties or assets");
      output_.matches().unnamed_agreement = output_.matches().unnamed_agreement || enters_agreement(partial);
    } else {
      output_.add(std::move(partial.candidate), *partial.frame, partial.group);
    }
  }
}

bool DealMatching::enters_agreement(const PartialDeal& partial) const {
  if (partial.frame->frame->set.empty() || partial.candidate.roles.empty() || scene_.groups[partial.group].kind != Group::Kind::verb) return false;
  const Group& noun = scene_.groups[partial.noun];
  return noun.kind == Group::Kind::noun && noun.head_mention < 0 &&
         (noun.determiner == Group::Determiner::indefinite || (noun.determiner == Group::Determiner::none && noun.possessor == no_group));
}

}  // namespace rxgraph::ingest::facts
