#include "ingest/facts/told_licenses.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/names.hpp"
#include "ingest/facts/agreements.hpp"

namespace rxgraph::ingest {
namespace {

constexpr float by_payment = 0.85F;  ///< Who pays took the license: a partner who shares costs may pay as well.
constexpr float by_teller = 0.9F;    ///< What an agreement is about, of what was granted under it.

struct Parties {
  std::uint32_t giver = no_entity;  ///< Licensor; who is paid.
  std::uint32_t taker = no_entity;
  friend auto operator<=>(const Parties&, const Parties&) = default;
};

/// The passages of one agreement, by index.
struct Passages {
  std::vector<std::size_t> tellers;    ///< Between two, called a license.
  std::vector<std::size_t> payments;
  std::vector<std::size_t> licenses;   ///< With both parties.
  bool has_asset = false;
};

std::optional<Parties> parties_of(const Candidate& deal, const char* giver, const char* taker, const FilingMemory& memory) {
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

bool has_role(const Candidate& deal, const char* name) {
  return std::any_of(deal.roles.begin(), deal.roles.end(), [&](const auto& role) { return role.first == name; });
}

bool is_between(const Candidate& deal, const FilingMemory& memory) {
  return deal.roles.size() == 2 && deal.modality == Modality::asserted && std::all_of(deal.roles.begin(), deal.roles.end(), [&](const auto& role) {
    return is_party(memory, role.second) && (role.first == "party" || role.first == "collaborator" || role.first == "partner");
  });
}

/// True if the words speak of a license: "license agreement", "licensing".
bool speaks_of_license(std::string_view text) {
  const std::string words = fold(text);
  return words.find("licens") != std::string::npos || words.find("licenc") != std::string::npos;
}

/// Payments for a license: not for shares, services or costs.
bool pays_for_license(const Candidate& deal) {
  const auto kind = deal.qualifiers.find("kind");
  return kind != deal.qualifiers.end() && std::any_of(kind->second.begin(), kind->second.end(), [](const Value& value) {
    const std::string& word = std::get<std::string>(value);
    return word == "upfront" || word == "milestone" || word == "royalty" || word == "option";
  });
}

class Inference {
 public:
  Inference(std::span<const ToldDeal> told, const FilingMemory& memory) : told_(told), memory_(memory) {}

  std::vector<InferredLicense> run() {
    for (std::size_t i = 0; i < told_.size(); ++i) enter(i);
    for (const auto& [agreement, passages] : agreements_) {
      if (passages.tellers.empty()) continue;
      if (passages.licenses.empty()) {
        infer_parties(passages);
      } else if (!passages.has_asset) {
        infer_asset(passages);
      }
    }
    std::sort(found_.begin(), found_.end(), [](const InferredLicense& a, const InferredLicense& b) { return a.teller < b.teller; });
    return std::move(found_);
  }

 private:
  void enter(std::size_t i) {
    const Candidate& deal = *told_[i].candidate;
    if (deal.deal == nullptr || deal.agreement == 0) return;
    Passages& passages = agreements_[{told_[i].document, deal.agreement}];
    if (is_between(deal, memory_) && speaks_of_license(told_[i].text)) passages.tellers.push_back(i);
    if (has_role(deal, "payer") && pays_for_license(deal)) passages.payments.push_back(i);
    if (has_role(deal, "licensee") && has_role(deal, "licensor")) passages.licenses.push_back(i);
    passages.has_asset = passages.has_asset || has_role(deal, "asset");
  }

  /// What the first teller that names one thing is about.
  std::uint32_t asset_of(const Passages& passages) const {
    for (const std::size_t i : passages.tellers) {
      if (told_[i].candidate->about != no_entity) return memory_.resolve(told_[i].candidate->about);
    }
    return no_entity;
  }

  void infer_parties(const Passages& passages) {
    std::optional<Parties> way;
    for (const std::size_t i : passages.payments) {
      const std::optional<Parties> parties = parties_of(*told_[i].candidate, "payee", "payer", memory_);
      if (!parties || (way && *way != *parties)) return;
      way = parties;
    }
    if (!way) return;
    const std::size_t teller = passages.tellers.front(), payment = passages.payments.front();
    const Candidate& deal = *told_[teller].candidate;
    const auto takes_part = [&](std::uint32_t party) {
      return std::any_of(deal.roles.begin(), deal.roles.end(), [&](const auto& role) { return memory_.resolve(role.second) == party; });
    };
    if (!takes_part(way->giver) || !takes_part(way->taker)) return;
    found_.push_back({teller, payment, way->giver, way->taker, asset_of(passages), by_payment * std::min(deal.confidence, told_[payment].candidate->confidence)});
  }

  void infer_asset(const Passages& passages) {
    const std::uint32_t asset = asset_of(passages);
    if (asset == no_entity) return;
    const std::size_t license = passages.licenses.front();
    const std::optional<Parties> parties = parties_of(*told_[license].candidate, "licensor", "licensee", memory_);
    if (!parties) return;
    const auto told = [&](std::size_t i) { return told_[i].candidate->about != no_entity; };
    const std::size_t teller = *std::find_if(passages.tellers.begin(), passages.tellers.end(), told);
    found_.push_back({teller, license, parties->giver, parties->taker, asset, by_teller * std::min(told_[teller].candidate->confidence, told_[license].candidate->confidence)});
  }

  std::span<const ToldDeal> told_;
  const FilingMemory& memory_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Passages> agreements_;  ///< By document and number.
  std::vector<InferredLicense> found_;
};

}  // namespace

std::vector<InferredLicense> infer_licenses(std::span<const ToldDeal> told, const FilingMemory& memory) { return Inference(told, memory).run(); }

}  // namespace rxgraph::ingest
