#include "ingest/facts/told_licenses.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/names.hpp"
#include "ingest/facts/agreements.hpp"

namespace rxgraph::ingest {
namespace {

constexpr float by_payment = 0.85F;  ///< Who pays took the license: a partner who shares costs may pay as well.
constexpr float by_role = 0.95F;     ///< A party is called by the word for who takes or grants the license.
constexpr float by_teller = 0.9F;    ///< What an agreement is about, of what was granted under it.

struct Parties {
  std::uint32_t giver = no_entity;  ///< Who grants, and is paid.
  std::uint32_t taker = no_entity;
  friend auto operator<=>(const Parties&, const Parties&) = default;
};

/// The passages of one agreement, by index.
struct Passages {
  std::vector<std::size_t> tellers;    ///< Between two, called a license.
  std::vector<std::size_t> payments;
  std::vector<std::size_t> licenses;   ///< With both parties.
  bool has_thing = false;
};

std::optional<Parties> parties_of(const Candidate& deal, const std::string& giver, const std::string& taker, const FilingMemory& memory) {
  Parties parties;
  for (const auto& [role, entity] : deal.roles) {
    std::uint32_t& mine = role == giver ? parties.giver : parties.taker;
    if (role != giver && role != taker) continue;
    if (mine != no_entity) return std::nullopt;  // Of several nobody knows which.
    mine = memory.resolve(entity);
  }
  if (parties.giver == no_entity || parties.taker == no_entity) return std::nullopt;
  return parties;
}

bool has_role(const Candidate& deal, const std::string& name) {
  return std::any_of(deal.roles.begin(), deal.roles.end(), [&](const auto& role) { return role.first == name; });
}

bool is_between(const Candidate& deal, const FilingMemory& memory, const Grants& grants) {
  const bool sides = deal.roles.size() == 2 || (deal.roles.size() > 2 && deal.with.size() + 1 == deal.roles.size());  // "We entered into an agreement with A and B."
  return sides && deal.modality == Modality::asserted && std::all_of(deal.roles.begin(), deal.roles.end(), [&](const auto& role) {
    return is_party(memory, role.second) && std::find(grants.parties.begin(), grants.parties.end(), role.first) != grants.parties.end();
  });
}

/// True if the words speak of a license: "license agreement", "licensing".
bool speaks_of_grant(std::string_view text, const Grants& grants) {
  const std::string words = fold(text);
  if (words.find("purchase agreement") != std::string::npos && words.find("license agreement") == std::string::npos) return false;  // "sold the product with certain licenses"
  return std::any_of(grants.words.begin(), grants.words.end(), [&](const std::string& word) { return words.find(word) != std::string::npos; });
}

/// Payments for a license: not for shares, services or costs.
bool pays_for_grant(const Candidate& deal, const Grants& grants) {
  return !grants.fees.empty() && std::all_of(grants.fees.begin(), grants.fees.end(), [&](const auto& fee) {
    const auto said = deal.qualifiers.find(fee.first);
    return said != deal.qualifiers.end() && std::find_first_of(said->second.begin(), said->second.end(), fee.second.begin(), fee.second.end()) != said->second.end();
  });
}

class Inference {
 public:
  Inference(std::span<const ToldDeal> told, const FilingMemory& memory, const Grants& grants) : told_(told), memory_(memory), grants_(grants) {}

  std::vector<InferredLicense> run() {
    for (const ToldDeal& told : told_) {
      if (told.candidate->agreement != 0 && is_between(*told.candidate, memory_, grants_)) parties_in_[told.text].insert(parties_of_both(*told.candidate));
    }
    for (const ToldDeal& told : told_) note_sale(told);
    for (std::size_t i = 0; i < told_.size(); ++i) enter(i);
    for (const auto& [agreement, passages] : agreements_) {
      if (passages.tellers.empty()) continue;
      if (passages.licenses.empty()) {
        infer_parties(passages);
      } else if (!passages.has_thing) {
        infer_thing(passages);
      }
    }
    std::stable_sort(found_.begin(), found_.end(), [](const InferredLicense& a, const InferredLicense& b) { return a.teller < b.teller; });
    return std::move(found_);
  }

 private:
  std::pair<std::uint32_t, std::uint32_t> parties_of_both(const Candidate& deal) const {
    return std::minmax({memory_.resolve(deal.roles.front().second), memory_.resolve(deal.roles.back().second)});
  }

  /// Notes who sold what to whom: what they pay each other may be its price.
  void note_sale(const ToldDeal& told) {
    const auto is_sold = [&](const auto& role) { return role.first != grants_.thing && !is_party(memory_, role.second); };
    if (told.candidate->deal == nullptr || std::none_of(told.candidate->roles.begin(), told.candidate->roles.end(), is_sold)) return;
    Candidate parties;
    for (const auto& role : told.candidate->roles) {
      if (is_party(memory_, role.second)) parties.roles.push_back(role);
    }
    if (parties.roles.size() == 2) sold_.insert({told.document, parties_of_both(parties)});
  }

  void enter(std::size_t i) {
    const Candidate& deal = *told_[i].candidate;
    if (deal.deal == nullptr || deal.agreement == 0) return;
    Passages& passages = agreements_[{told_[i].document, deal.agreement}];
    const bool one = parties_in_[told_[i].text].size() <= 1;  // Of several nobody knows which one is a license, or of what.
    if (one && is_between(deal, memory_, grants_) && speaks_of_grant(told_[i].text, grants_)) passages.tellers.push_back(i);
    if (has_role(deal, grants_.payer) && pays_for_grant(deal, grants_)) passages.payments.push_back(i);
    if (has_role(deal, grants_.taker) && has_role(deal, grants_.giver)) passages.licenses.push_back(i);
    passages.has_thing = passages.has_thing || has_role(deal, grants_.thing);
  }

  /// What the first teller that names one thing is about.
  std::uint32_t thing_of(const Passages& passages) const {
    for (const std::size_t i : passages.tellers) {
      if (told_[i].candidate->about != no_entity) return memory_.resolve(told_[i].candidate->about);
    }
    return no_entity;
  }

  void infer_parties(const Passages& passages) {
    std::optional<Parties> way;
    for (const std::size_t i : passages.tellers) {  // "between A (\"Licensor\") and B (\"Licensee\")"
      const Candidate& deal = *told_[i].candidate;
      if (deal.taker == no_entity) continue;
      const std::uint32_t taker = memory_.resolve(deal.taker);
      const std::uint32_t first = memory_.resolve(deal.roles.front().second), last = memory_.resolve(deal.roles.back().second);
      found_.push_back({i, i, first == taker ? last : first, taker, thing_of(passages), by_role * deal.confidence});
      return;
    }
    for (const std::size_t i : passages.payments) {
      const std::optional<Parties> parties = parties_of(*told_[i].candidate, grants_.payee, grants_.payer, memory_);
      if (!parties || (way && *way != *parties)) return;
      way = parties;
    }
    if (!way) return;
    const std::size_t teller = passages.tellers.front(), payment = passages.payments.front();
    const Candidate& deal = *told_[teller].candidate;
    if (sold_.contains({told_[teller].document, parties_of_both(deal)})) return;
    const auto takes_part = [&](std::uint32_t party) {
      return std::any_of(deal.roles.begin(), deal.roles.end(), [&](const auto& role) { return memory_.resolve(role.second) == party; });
    };
    if (!takes_part(way->giver) || !takes_part(way->taker)) return;
    const auto is_with = [&](std::uint32_t party) { return std::find(deal.with.begin(), deal.with.end(), party) != deal.with.end(); };
    const float confidence = by_payment * std::min(deal.confidence, told_[payment].candidate->confidence);
    for (const auto& role : deal.roles) {  // Of several that stand together each gave or took it, be it that one pays or is paid for all.
      const std::uint32_t party = memory_.resolve(role.second);
      if (deal.roles.size() > 2 && is_with(way->taker) && is_with(party)) found_.push_back({teller, payment, way->giver, party, thing_of(passages), confidence});
      if (deal.roles.size() > 2 && is_with(way->giver) && is_with(party)) found_.push_back({teller, payment, party, way->taker, thing_of(passages), confidence});
    }
    if (deal.roles.size() == 2) found_.push_back({teller, payment, way->giver, way->taker, thing_of(passages), confidence});
  }

  void infer_thing(const Passages& passages) {
    const std::uint32_t thing = thing_of(passages);
    if (thing == no_entity) return;
    const std::size_t license = passages.licenses.front();
    const std::optional<Parties> parties = parties_of(*told_[license].candidate, grants_.giver, grants_.taker, memory_);
    if (!parties) return;
    const auto told = [&](std::size_t i) { return told_[i].candidate->about != no_entity; };
    const std::size_t teller = *std::find_if(passages.tellers.begin(), passages.tellers.end(), told);
    found_.push_back({teller, license, parties->giver, parties->taker, thing, by_teller * std::min(told_[teller].candidate->confidence, told_[license].candidate->confidence)});
  }

  std::span<const ToldDeal> told_;
  const FilingMemory& memory_;
  const Grants& grants_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Passages> agreements_;  ///< By document and number.
  std::map<std::string_view, std::set<std::pair<std::uint32_t, std::uint32_t>>> parties_in_;   ///< The pairs that a passage tells of, by its words.
  std::set<std::pair<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>>> sold_;   ///< Pairs of whom one sold the other something, by document.
  std::vector<InferredLicense> found_;
};

}  // namespace

std::vector<InferredLicense> infer_licenses(std::span<const ToldDeal> told, const FilingMemory& memory, const Grants& grants) {
  return Inference(told, memory, grants).run();
}

}  // namespace rxgraph::ingest
