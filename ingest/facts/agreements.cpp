#include "ingest/facts/agreements.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::uint32_t reach = 24;  ///< Sentences over which an agreement stays the one that is spoken of.

bool contains(const std::vector<std::uint32_t>& list, std::uint32_t entity) { return std::find(list.begin(), list.end(), entity) != list.end(); }

/// False for a role that things fill as well as parties: who is bought makes no agreement.
bool of_parties_only(const std::string& role, const FilingMemory& memory, const Ontology& ontology) {
  const Relation* const relation = ontology.relation(role);
  if (relation == nullptr) return false;
  return std::all_of(relation->object_types.begin(), relation->object_types.end(), [&](const std::string& name) {
    for (std::size_t type = 0; type < ontology.types.size() && type < memory.rules.size(); ++type) {
      if (ontology.types[type].name == name) return memory.rules[type].party;
    }
    return false;
  });
}

/// The qualifiers of `deal` whose type in one of its roles is a date.
Qualifiers dates_of(const Candidate& deal, const Ontology& ontology) {
  Qualifiers dates;
  for (const auto& [name, values] : deal.qualifiers) {
    for (const auto& role : deal.roles) {
      const Relation* const relation = ontology.relation(role.first);
      const QualifierType* const type = relation == nullptr ? nullptr : relation->qualifier(name);
      if (type != nullptr && type->type == ValueType::date) dates[name] = values;
    }
  }
  return dates;
}

/// True unless both are dated and differ; "2017" agrees with "2017-10".
bool dates_agree(const Qualifiers& a, const Qualifiers& b) {
  for (const auto& [name, values] : a) {
    const auto other = b.find(name);
    if (other == b.end()) continue;
    const auto& mine = std::get<std::string>(values.front());
    const auto& theirs = std::get<std::string>(other->second.front());
    if (!mine.starts_with(theirs) && !theirs.starts_with(mine)) return false;
  }
  return true;
}

/// True if the sides have a party in common on each hand.
bool same_sides(const Agreement& a, const Agreement& b) {
  const auto meet = [](const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) {
    return std::any_of(x.begin(), x.end(), [&](std::uint32_t entity) { return contains(y, entity); });
  };
  return (meet(a.sides[0], b.sides[0]) && meet(a.sides[1], b.sides[1])) || (meet(a.sides[0], b.sides[1]) && meet(a.sides[1], b.sides[0]));
}

/// Adds to each side the parties that the sentence relates to one of it: "with X, a subsidiary of Y".
void add_relatives(Agreement& agreement, const std::vector<Candidate>& candidates, const FilingMemory& memory) {
  for (const Candidate& candidate : candidates) {
    if (candidate.relation == nullptr || candidate.subject.entity == no_entity || candidate.object.entity == no_entity) continue;
    const std::uint32_t subject = memory.resolve(candidate.subject.entity);
    const std::uint32_t object = memory.resolve(candidate.object.entity);
    if (!is_party(memory, subject) || !is_party(memory, object)) continue;
    for (std::size_t side = 0; side < 2; ++side) {
      const std::vector<std::uint32_t>& other = agreement.sides[1 - side];
      if (!contains(agreement.sides[side], subject) || contains(other, object)) continue;
      agreement.related.insert(agreement.related.end(), {subject, object});
      if (!contains(agreement.sides[side], object)) agreement.sides[side].push_back(object);
    }
  }
}

}  // namespace

bool is_party(const FilingMemory& memory, std::uint32_t entity) {
  const std::int16_t type = memory.entities[memory.resolve(entity)].type;
  return type != no_type && static_cast<std::size_t>(type) < memory.rules.size() && memory.rules[static_cast<std::size_t>(type)].party;
}

bool dates_agreement(const Candidate& deal, const Ontology& ontology) {
  if (deal.deal->frame.set.empty()) return false;
  return std::none_of(deal.roles.begin(), deal.roles.end(), [&](const auto& role) {
    const Relation* const relation = ontology.relation(role.first);
    return relation != nullptr && std::any_of(relation->identity.begin(), relation->identity.end(), [&](const std::string& name) { return deal.qualifiers.contains(name); });
  });
}

int Agreement::other_side(const std::vector<std::uint32_t>& parties) const {
  if (parties.empty()) return -1;
  for (int side = 0; side < 2; ++side) {
    const auto of_side = [&](std::uint32_t party) { return contains(sides[static_cast<std::size_t>(side)], party); };
    const auto of_other = [&](std::uint32_t party) { return contains(sides[static_cast<std::size_t>(1 - side)], party); };
    if (std::all_of(parties.begin(), parties.end(), of_side) && std::none_of(parties.begin(), parties.end(), of_other)) return 1 - side;
  }
  return -1;
}

std::optional<std::uint32_t> Agreement::party_of(int side, const FilingMemory& memory) const {
  const std::vector<std::uint32_t>& parties = sides[static_cast<std::size_t>(side)];
  const auto first_word = [&](std::uint32_t party) {
    const std::string name = fold(memory.entities[party].name);
    return name.substr(0, name.find_first_of(" ,"));
  };
  const auto apart = [&](std::uint32_t party) {
    return std::find(related.begin(), related.end(), party) == related.end() && first_word(party) != first_word(parties.front());
  };
  if (std::any_of(parties.begin() + 1, parties.end(), apart)) return std::nullopt;
  return parties.front();
}

std::optional<Agreement> agreement_of(const Candidate& deal, const FilingMemory& memory, const Ontology& ontology) {
  if (deal.deal == nullptr) return std::nullopt;
  Agreement agreement;
  std::string first_role;
  for (const auto& [role, unresolved] : deal.roles) {
    const std::uint32_t entity = memory.resolve(unresolved);
    if (!is_party(memory, entity) || !of_parties_only(role, memory, ontology) || contains(agreement.sides[0], entity) || contains(agreement.sides[1], entity)) continue;
    if (first_role.empty()) first_role = role;
    agreement.sides[role == first_role ? 0 : 1].push_back(entity);
  }
  if (agreement.sides[1].empty() && agreement.sides[0].size() > 2) {  // "We and A entered into an agreement with B and C."
    const auto is_with = [&](std::uint32_t party) { return contains(deal.with, party); };
    const auto behind = std::stable_partition(agreement.sides[0].begin(), agreement.sides[0].end(), [&](std::uint32_t party) { return !is_with(party); });
    if (behind == agreement.sides[0].begin()) return std::nullopt;
    agreement.sides[1].assign(behind, agreement.sides[0].end());
    agreement.sides[0].erase(behind, agreement.sides[0].end());
    agreement.together = true;
  }
  if (agreement.sides[1].empty() && agreement.sides[0].size() == 2) {  // "A and B entered into an agreement."
    agreement.sides[1].push_back(agreement.sides[0].back());
    agreement.sides[0].pop_back();
  }
  if (agreement.sides[0].empty() || agreement.sides[1].empty()) return std::nullopt;
  agreement.dates = dates_of(deal, ontology);
  return agreement;
}

std::uint32_t taker_by_role(const Candidate& deal, const AnalysedSentence& sentence, const Discourse& discourse, const FilingMemory& memory, const Ontology& ontology) {
  const std::optional<Grants>& grants = ontology.questions.grants;
  if (!grants || deal.roles.size() != 2 || !discourse.defines_roles()) return no_entity;
  const std::uint32_t parties[] = {memory.resolve(deal.roles.front().second), memory.resolve(deal.roles.back().second)};
  for (const auto& [word, takes] : {std::pair{&grants->taker, true}, std::pair{&grants->giver, false}}) {
    const std::uint64_t key = word_key(*word);
    const bool said = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) { return token.capital && token.key == key; });
    const std::uint32_t called = said ? discourse.defined_role(*word) : no_entity;
    if (called == no_entity) continue;
    if (memory.resolve(called) == parties[0]) return takes ? parties[0] : parties[1];
    if (memory.resolve(called) == parties[1]) return takes ? parties[1] : parties[0];
  }
  return no_entity;
}

void Agreements::enter(const Block& block) {
  if (block.kind != Block::Kind::heading) return;
  spoken_.clear();
  lead_.reset();
}

const Candidate* Agreements::lead() const {
  constexpr std::uint32_t longest_list = 16;
  return lead_ && sentences_ - list_begins_ <= longest_list ? &*lead_ : nullptr;
}

std::vector<const Agreement*> Agreements::recent() const {
  std::vector<const Agreement*> agreements;
  for (auto spoken = spoken_.rbegin(); spoken != spoken_.rend() && sentences_ - spoken->sentence <= reach; ++spoken) agreements.push_back(&all_[spoken->number - 1]);
  return agreements;
}

const Agreement* Agreements::last_with(std::uint32_t party) const {
  const auto of_party = [&](const Agreement& agreement) { return agreement.other_side({party}) >= 0; };
  const auto spoken = std::find_if(spoken_.rbegin(), spoken_.rend(), [&](const Spoken& one) { return of_party(all_[one.number - 1]); });
  if (spoken != spoken_.rend()) return &all_[spoken->number - 1];
  const auto known = std::find_if(all_.rbegin(), all_.rend(), of_party);
  return known == all_.rend() ? nullptr : &*known;
}

Agreement& Agreements::known_or_new(Agreement agreement) {
  for (auto known = all_.rbegin(); known != all_.rend(); ++known) {
    if (!same_sides(*known, agreement) || !dates_agree(known->dates, agreement.dates)) continue;
    for (auto& [name, values] : agreement.dates) known->dates.emplace(name, std::move(values));
    return *known;
  }
  agreement.number = static_cast<std::uint32_t>(all_.size() + 1);
  all_.push_back(std::move(agreement));
  return all_.back();
}

void Agreements::note_grant(const Candidate& deal) {
  const std::optional<Grants>& grants = ontology_.questions.grants;
  if (!grants || deal.agreement == 0) return;
  Agreement& agreement = all_[deal.agreement - 1];
  std::uint32_t giver = no_entity, taker = no_entity;
  for (const auto& [role, entity] : deal.roles) {
    if (role == grants->giver) giver = memory_.resolve(entity);
    if (role == grants->taker) taker = memory_.resolve(entity);
  }
  if (giver == no_entity || taker == no_entity) return;
  agreement.mutual = agreement.mutual || agreement.taker == giver || agreement.giver == taker;
  agreement.giver = giver;
  agreement.taker = taker;
}

void Agreements::date(Candidate& deal) const {
  if (deal.agreement == 0 || !dates_agreement(deal, ontology_)) return;
  for (const auto& [name, values] : all_[deal.agreement - 1].dates) deal.qualifiers.emplace(name, values);
}

void Agreements::leave(std::vector<Candidate>& candidates, TextRange text) {
  ++sentences_;
  const std::size_t known = all_.size();
  std::vector<std::uint32_t> before;
  for (const Spoken& spoken : spoken_) {
    if (sentences_ - spoken.sentence <= reach) before.push_back(spoken.number);
  }
  for (Candidate& candidate : candidates) {
    std::optional<Agreement> found = agreement_of(candidate, memory_, ontology_);
    if (!found) continue;
    found->text = text;
    add_relatives(*found, candidates, memory_);
    if (!dates_agreement(candidate, ontology_)) found->dates.clear();
    const Agreement& agreement = known_or_new(std::move(*found));
    candidate.agreement = agreement.number;
    note_grant(candidate);
    std::erase_if(spoken_, [&](const Spoken& spoken) { return spoken.number == candidate.agreement; });
    spoken_.push_back({candidate.agreement, sentences_});
  }
  // What is told here of an agreement holds from its day: of one that this sentence tells of, or that was spoken of before.
  for (Candidate& candidate : candidates) {
    if (candidate.agreement > known || contains(before, candidate.agreement)) date(candidate);
  }
}

}  // namespace rxgraph::ingest
