#include "ingest/facts/deal_parties.hpp"

#include <algorithm>

namespace rxgraph::ingest::facts {
namespace {

constexpr float by_own_agreement = 0.92F;   ///< What a party named elsewhere in the sentence leaves of the confidence.
constexpr float by_last_agreement = 0.88F;  ///< A party of the agreement that the sentences before were about.
constexpr float by_grant = 0.85F;           ///< Who took the license pays for it.
constexpr float by_heading = 0.8F;          ///< The party that the heading above names.
constexpr float by_speaker = 0.8F;          ///< The filer, where the sentence names no other party.

bool admits_parties(const TypeSet& types, const FilingMemory& memory) {
  for (std::size_t type = 0; type < memory.rules.size(); ++type) {
    if (types.test(type) && memory.rules[type].party) return true;
  }
  return false;
}

/// "sold the rights to X": a name of unknown type that fills another role is no party as well.
bool is_guess_at_another(const std::vector<Filler>& fillers, const std::string& role, const std::map<std::string, std::vector<Filler>>& roles) {
  return std::all_of(fillers.begin(), fillers.end(), [&](const Filler& filler) {
    return filler.guess != no_type && std::any_of(roles.begin(), roles.end(), [&](const auto& other) {
      return other.first != role && std::any_of(other.second.begin(), other.second.end(), [&](const Filler& same) { return same.entity == filler.entity; });
    });
  });
}

void add_open_parties(const CompiledFrame& frame, const std::map<std::string, std::vector<Filler>>& roles, const FilingMemory& memory,
                      std::vector<const CompiledSlot*>& open) {
  for (const CompiledSlot& slot : frame.slots) {
    if (slot.nested) add_open_parties(*slot.nested, roles, memory, open);
    if (slot.role.kind != SlotRole::Kind::deal_role || !admits_parties(slot.role.types, memory)) continue;
    const auto found = roles.find(slot.role.name);
    const auto same = [&](const CompiledSlot* other) { return other->role.name == slot.role.name; };
    if ((found == roles.end() || is_guess_at_another(found->second, slot.role.name, roles)) && std::none_of(open.begin(), open.end(), same)) open.push_back(&slot);
  }
}

/// "under the ABC Agreement": true if letters that name nothing known call an agreement, and the passage that tells of `agreement` does not have them.
bool is_called_otherwise(const Scene& scene, const Agreement& agreement) {
  static const std::uint64_t called = word_key("agreement");
  const std::vector<Token>& tokens = scene.sentence.tokens;
  for (std::size_t t = 1; t < tokens.size(); ++t) {
    const Token& letters = tokens[t - 1];
    if (tokens[t].key != called || !tokens[t].capital || !letters.all_capitals || letters.text.size() < 3) continue;
    const auto names = [&](const Mention& mention) { return mention.kind == Mention::Kind::entity && mention.first < t && t - 1 < mention.last; };
    if (std::any_of(scene.sentence.mentions.begin(), scene.sentence.mentions.end(), names)) continue;
    if (agreement.text.empty() || scene.document.words(agreement.text).find(scene.document.words(letters.text)) == std::string_view::npos) return true;
  }
  return false;
}

/// True unless the sentence names a party, of a type that the parties of `agreement` have, that has not made it.
bool names_no_other(const Scene& scene, const Agreement& agreement) {
  return std::none_of(scene.sentence.mentions.begin(), scene.sentence.mentions.end(), [&](const Mention& mention) {
    if (mention.kind != Mention::Kind::entity || !is_party(scene.memory, mention.entity)) return false;
    const std::uint32_t entity = scene.memory.resolve(mention.entity);
    bool alike = false;
    for (const std::vector<std::uint32_t>& side : agreement.sides) {
      if (std::find(side.begin(), side.end(), entity) != side.end()) return false;
      for (const std::uint32_t party : side) alike = alike || scene.discourse.type_of(party) == scene.discourse.type_of(entity);
    }
    return alike;
  });
}

bool of_speaker(const Scene& scene, const Agreement& agreement) {
  const std::uint32_t speaker = scene.discourse.speaker();
  return speaker != no_entity && agreement.other_side({scene.memory.resolve(speaker)}) >= 0;
}

/// True if the sentence leaves out who acts: "the acquisition of A closed", "X was licensed to A".
bool leaves_out_agent(const Scene& scene, const PartialDeal& partial) {
  const Group& trigger = scene.groups[partial.group];
  if (trigger.kind == Group::Kind::verb) {
    // What a participle explains may be its subject or its object; surely it is no agent.
    constexpr float sure = 0.85F;
    const AttachedList& agents = scene.links[partial.group].agents;
    return (trigger.passive || (trigger.reduced && !trigger.gerund)) && std::none_of(agents.begin(), agents.end(), [](const Attached& agent) { return agent.weight >= sure; });
  }
  const bool label = trigger.determiner == Group::Determiner::none && scene.links[partial.group].verb == no_group;  // "Research collaboration with A."
  return trigger.possessor == no_group && trigger.possessive == 0 && (label || trigger.determiner == Group::Determiner::definite);
}

/// True if the sentence speaks of the filer's own agreement: "under our agreement", "under an agreement with A".
bool speaks_of_own_agreement(const Scene& scene) {
  static const std::uint64_t our = word_key("our"), under = word_key("under"), pursuant = word_key("pursuant to"), through = word_key("through"), of = word_key("of");
  const std::vector<EntityType>& types = scene.table.ontology().types;
  for (std::size_t g = 0; g < scene.groups.size(); ++g) {
    const Group& group = scene.groups[g];
    if (group.kind != Group::Kind::noun || group.pronoun) continue;
    const TypeSet meant = scene.table.nominals().types(group.lemma);
    bool agreement = false;
    for (std::size_t type = 0; type < types.size(); ++type) agreement = agreement || (meant.test(type) && !types[type].named);
    if (!agreement) continue;
    std::int32_t governor = scene.links[g].governor;
    const auto word = [&] { return governor == no_group ? 0 : scene.groups[static_cast<std::size_t>(governor)].lemma; };
    if (word() == of && governor > 0) governor = scene.links[static_cast<std::size_t>(governor) - 1].governor;  // "under the terms of our agreement"
    const std::uint64_t preposition = word();
    if (group.possessive == our || preposition == under || preposition == pursuant || preposition == through) return true;
  }
  return false;
}

/// True unless the sentence names a party that is neither of the deal nor the speaker.
bool names_only(const Scene& scene, const Candidate& deal, std::uint32_t speaker) {
  return std::none_of(scene.sentence.mentions.begin(), scene.sentence.mentions.end(), [&](const Mention& mention) {
    if (mention.kind != Mention::Kind::entity || !is_party(scene.memory, mention.entity)) return false;
    const std::uint32_t entity = scene.memory.resolve(mention.entity);
    return entity != speaker && std::none_of(deal.roles.begin(), deal.roles.end(), [&](const auto& role) { return scene.memory.resolve(role.second) == entity; });
  });
}

/// "Under a license agreement with A, we pay": a role that both parties have, of which one is named.
bool join_speaker(const Scene& scene, PartialDeal& partial, std::uint32_t speaker) {
  Candidate& deal = partial.candidate;
  const auto [role, party] = deal.roles.front();
  if (scene.memory.resolve(party) == speaker || !is_party(scene.memory, party) || !speaks_of_own_agreement(scene) || !names_only(scene, deal, speaker)) return false;
  const Relation* const relation = scene.table.ontology().relation(role);
  if (relation == nullptr || !scene.table.type_set(relation->object_types).test(static_cast<std::size_t>(scene.discourse.type_of(speaker)))) return false;
  deal.roles.emplace_back(role, speaker);
  std::sort(deal.roles.begin(), deal.roles.end());
  deal.confidence *= by_speaker;
  partial.joined = true;
  return true;
}

/// A filer tells of its own deals: where nobody else is named, the party left out is the filer.
bool complete_with_speaker(const Scene& scene, PartialDeal& partial) {
  const std::uint32_t unresolved = scene.discourse.speaker();
  if (unresolved == no_entity || partial.candidate.roles.empty()) return false;
  const std::uint32_t speaker = scene.memory.resolve(unresolved);
  Candidate& deal = partial.candidate;
  if (partial.open.empty() && deal.roles.size() == 1) return join_speaker(scene, partial, speaker);
  if (partial.open.size() != 1) return false;
  const SlotRole& role = partial.open.front()->role;
  const bool own = std::any_of(deal.roles.begin(), deal.roles.end(), [&](const auto& other) { return scene.memory.resolve(other.second) == speaker; });
  if (own || !role.types.test(static_cast<std::size_t>(scene.discourse.type_of(speaker)))) return false;
  if (!leaves_out_agent(scene, partial) && !speaks_of_own_agreement(scene)) return false;
  if (!names_only(scene, deal, speaker)) return false;
  deal.roles.emplace_back(role.name, speaker);
  std::sort(deal.roles.begin(), deal.roles.end());
  deal.confidence *= by_speaker;
  return true;
}

/// Under a heading that names a party, and under which no agreement was told of, what the filer pays, is paid or is granted is between the two, where the sentence names nobody else.
bool complete_with_heading(const Scene& scene, PartialDeal& partial) {
  const std::uint32_t unresolved = scene.discourse.speaker();
  if (unresolved == no_entity || partial.open.size() != 1 || partial.candidate.roles.empty()) return false;
  const std::uint32_t speaker = scene.memory.resolve(unresolved);
  Candidate& deal = partial.candidate;
  const auto is_speaker = [&](const auto& role) { return !is_party(scene.memory, role.second) || scene.memory.resolve(role.second) == speaker; };
  const SlotRole& role = partial.open.front()->role;
  TypeSet parties;
  for (std::size_t type = 0; type < scene.memory.rules.size(); ++type) parties.set(type, role.types.test(type) && scene.memory.rules[type].party);
  if (!std::all_of(deal.roles.begin(), deal.roles.end(), is_speaker) || !names_only(scene, deal, speaker)) return false;
  const bool own = std::any_of(deal.roles.begin(), deal.roles.end(), [&](const auto& other) { return scene.memory.resolve(other.second) == speaker; });
  const std::optional<Denoted> heading = scene.discourse.topic(parties);
  if (!own || !heading || scene.memory.resolve(heading->entity) == speaker) return false;
  deal.roles.emplace_back(role.name, scene.memory.resolve(heading->entity));
  std::sort(deal.roles.begin(), deal.roles.end());
  deal.confidence *= by_heading;
  if (heading->context) deal.context.push_back(*heading->context);
  return true;
}

/// "The agreement provides for milestone payments": who took the license pays, as the text has told who did.
bool complete_with_grant(const Scene& scene, PartialDeal& partial, const Agreement& agreement) {
  const std::optional<Grants>& grants = scene.table.ontology().questions.grants;
  Candidate& deal = partial.candidate;
  if (!grants || !deal.roles.empty() || partial.open.size() != 2 || agreement.mutual || agreement.taker == no_entity || agreement.giver == no_entity) return false;
  const auto party_of = [&](const CompiledSlot& open) {
    return open.role.name == grants->payer ? agreement.taker : open.role.name == grants->payee ? agreement.giver : no_entity;
  };
  for (const CompiledSlot* const open : partial.open) {
    const std::uint32_t party = party_of(*open);
    if (party == no_entity || !open->role.types.test(static_cast<std::size_t>(scene.discourse.type_of(party)))) return false;
  }
  for (const CompiledSlot* const open : partial.open) deal.roles.emplace_back(open->role.name, party_of(*open));
  std::sort(deal.roles.begin(), deal.roles.end());
  deal.confidence *= by_grant;
  if (!agreement.text.empty() && agreement.text != scene.text) deal.context.push_back(agreement.text);
  return true;
}

bool complete(const Scene& scene, PartialDeal& partial, const Agreement& agreement, float weight) {
  if (complete_with_grant(scene, partial, agreement)) return true;
  std::vector<std::uint32_t> parties;
  for (const auto& role : partial.candidate.roles) {
    if (is_party(scene.memory, role.second)) parties.push_back(scene.memory.resolve(role.second));
  }
  const int side = agreement.other_side(parties);
  if (side < 0 || partial.open.size() != 1) return false;
  const std::optional<std::uint32_t> party = agreement.party_of(side, scene.memory);
  if (!party && !agreement.together) return false;
  const std::vector<std::uint32_t> others = party ? std::vector<std::uint32_t>{*party} : agreement.sides[static_cast<std::size_t>(side)];
  const SlotRole& role = partial.open.front()->role;
  const auto fits = [&](std::uint32_t other) { return role.types.test(static_cast<std::size_t>(scene.discourse.type_of(other))); };
  if (!std::all_of(others.begin(), others.end(), fits)) return false;
  Candidate& deal = partial.candidate;
  for (const std::uint32_t other : others) deal.roles.emplace_back(role.name, other);
  std::sort(deal.roles.begin(), deal.roles.end());
  deal.confidence *= weight;
  if (!agreement.text.empty() && agreement.text != scene.text) deal.context.push_back(agreement.text);
  if (dates_agreement(deal, scene.table.ontology())) {  // What the frame says of the agreement itself holds from its day.
    for (const auto& [name, values] : agreement.dates) deal.qualifiers.emplace(name, values);
  }
  return true;
}

/// True if the text says who the party left out is, though it names nobody: "a license from any third party".
bool says_who(const Scene& scene, const PartialDeal& partial) {
  static const std::uint64_t from = word_key("from"), third_party = word_key("party");
  if (partial.open.size() != 1) return false;
  // "We pay the Zorb Laboratory a royalty": who stands there is named, though nobody knows the name.
  const auto is_name = [&](const Attached& attached) {
    const Group& noun = scene.groups[attached.group];
    return noun.kind == Group::Kind::noun && !noun.pronoun && !noun.defined && noun.last > noun.first && scene.sentence.tokens[noun.last - 1].capital &&
           (scene.table.nominals().types(noun.lemma) & partial.open.front()->role.types).none();
  };
  const AttachedList& recipients = scene.links[partial.group].recipients;
  const auto takes_recipient = [](const SlotPlace& place) { return place.kind == SlotPlace::Kind::recipient; };
  const std::vector<SlotPlace>& places = partial.open.front()->places;
  if (std::any_of(places.begin(), places.end(), takes_recipient) && std::any_of(recipients.begin(), recipients.end(), is_name)) return true;
  for (const std::uint32_t group : {partial.group, partial.noun}) {
    const AttachedList& prepositional = scene.links[group].prepositional;
    const auto unnamed = [&](const Attached& attached) {
      const Group& noun = scene.groups[attached.group];
      const bool party = noun.lemma == third_party || (scene.table.nominals().types(noun.lemma) & partial.open.front()->role.types).any();
      return attached.label == from && noun.kind == Group::Kind::noun && noun.head_mention < 0 && party;
    };
    if (std::any_of(prepositional.begin(), prepositional.end(), unnamed)) return true;
  }
  return false;
}

/// "A obtained a license and granted B one": who has the open role in what the sentence tells did not have it from the other as well.
bool turned_round(const Scene& scene, const PartialDeal& partial, const Candidate& told) {
  return std::any_of(told.roles.begin(), told.roles.end(), [&](const auto& role) {
    if (partial.open.size() != 1 || role.first != partial.open.front()->role.name) return false;
    const auto same = [&](const auto& mine) { return scene.memory.resolve(mine.second) == scene.memory.resolve(role.second); };
    return std::any_of(partial.candidate.roles.begin(), partial.candidate.roles.end(), same);
  });
}

}  // namespace

std::vector<const CompiledSlot*> open_parties(const CompiledFrame& frame, const std::map<std::string, std::vector<Filler>>& roles, const FilingMemory& memory) {
  std::vector<const CompiledSlot*> open;
  add_open_parties(frame, roles, memory, open);
  return open;
}

bool names_one_side(const CompiledFrame& frame) {
  static const std::uint64_t with = word_key("with");
  if (frame.deal == nullptr || frame.nests || frame.slots.empty()) return false;
  const auto of_roles = [](const CompiledSlot& slot) { return slot.role.kind == SlotRole::Kind::deal_role; };
  const auto slot = std::find_if(frame.slots.begin(), frame.slots.end(), of_roles);
  return slot != frame.slots.end() && std::count_if(frame.slots.begin(), frame.slots.end(), of_roles) == 1 && slot->places.size() == 1 &&
         slot->places.front().kind == SlotPlace::Kind::preposition && slot->places.front().key == with;
}

void complete_deals(const Scene& scene, std::span<const Candidate> told, std::vector<PartialDeal>& partial) {
  if (partial.empty()) return;
  std::vector<Agreement> own;
  for (const Candidate& candidate : told) {
    if (std::optional<Agreement> agreement = agreement_of(candidate, scene.memory, scene.table.ontology())) own.push_back(std::move(*agreement));
  }
  for (PartialDeal& deal : partial) {  // "Under a license agreement with A, we were granted rights": the agreement goes before what it brings.
    if (!deal.open.empty() || !complete_with_speaker(scene, deal)) continue;
    if (std::optional<Agreement> agreement = agreement_of(deal.candidate, scene.memory, scene.table.ontology())) own.push_back(std::move(*agreement));
  }
  for (PartialDeal& deal : partial) {
    if (deal.open.empty() || says_who(scene, deal)) continue;
    bool done = false;
    const bool other_way = std::any_of(told.begin(), told.end(), [&](const Candidate& candidate) { return turned_round(scene, deal, candidate); });
    for (const Agreement& agreement : own) done = done || (!other_way && complete(scene, deal, agreement, by_own_agreement));
    if (done) continue;
    if (!own.empty() || scene.agreements == nullptr) {
      complete_with_speaker(scene, deal);
      continue;
    }
    std::vector<const Agreement*> recent = scene.agreements->recent();
    // Of two agreements of one party that of the speaker is meant, else the one spoken of last.
    std::stable_partition(recent.begin(), recent.end(), [&](const Agreement* agreement) { return of_speaker(scene, *agreement); });
    for (const Agreement* const agreement : recent) {
      if ((done = names_no_other(scene, *agreement) && !is_called_otherwise(scene, *agreement) && complete(scene, deal, *agreement, by_last_agreement))) break;
    }
    if (!done && !(recent.empty() && complete_with_heading(scene, deal))) complete_with_speaker(scene, deal);
  }
}

}  // namespace rxgraph::ingest::facts
