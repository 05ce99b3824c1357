#include "ingest/facts/preamble.hpp"

#include <algorithm>
#include <string_view>

#include "base/names.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t latest_sentence = 15;  ///< Behind a cover page and a notice of what is left out.
constexpr std::size_t latest_word = 8;       ///< "This Amended and Restated Exclusive License Agreement".
constexpr std::size_t least_date = 7;        ///< Characters of a month in ISO 8601.
constexpr float by_preamble = 0.85F;

/// True if the text gives the entity a name of its own there, a role, or both: `Acme GmbH ("Acme")`.
bool is_defined(const DocumentAnalysis& analysis, const FilingMemory& memory, std::uint32_t entity) {
  const auto has_role = [&](const auto& role) { return memory.resolve(role.second) == entity; };
  if (std::any_of(analysis.defined_roles.begin(), analysis.defined_roles.end(), has_role)) return true;
  const std::vector<NameUse>& names = memory.entities[entity].names;
  return std::any_of(names.begin(), names.end(), [](const NameUse& name) { return name.how == std::string_view("defined term") || name.how == std::string_view("parenthesis"); });
}

bool is_party_of(const FilingMemory& memory, std::uint32_t entity) {
  const std::int16_t type = memory.entities[entity].type;
  return type != no_type && static_cast<std::size_t>(type) < memory.rules.size() && memory.rules[static_cast<std::size_t>(type)].party;
}

}  // namespace

std::optional<Preamble> preamble_of(const DocumentText& document, const DocumentAnalysis& analysis, const FilingMemory& memory) {
  static const std::uint64_t agreement = word_key("agreement"), between = word_key("between"), among = word_key("among");
  for (std::size_t s = 0; s < analysis.sentences.size() && s < latest_sentence; ++s) {
    const AnalysedSentence& sentence = analysis.sentences[s];
    const std::vector<Token>& tokens = sentence.tokens;
    const auto opening = tokens.begin() + static_cast<std::ptrdiff_t>(std::min(latest_word, tokens.size()));
    const bool opens = std::any_of(tokens.begin(), opening, [](const Token& token) { return token.key == agreement && token.capital; });
    const auto joint = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.key == between || token.key == among; });
    if (!opens || joint == tokens.end()) continue;
    Preamble preamble;
    preamble.sentence = sentence.sentence;
    for (const Mention& mention : sentence.mentions) {
      if (mention.kind == Mention::Kind::date && preamble.date.empty() && mention.value.size() >= least_date) preamble.date = mention.value;
      if (mention.kind != Mention::Kind::entity || mention.first < static_cast<std::uint32_t>(joint - tokens.begin())) continue;
      const std::uint32_t entity = memory.resolve(mention.entity);
      const bool known = std::find(preamble.parties.begin(), preamble.parties.end(), entity) != preamble.parties.end();
      if (!known && is_party_of(memory, entity) && is_defined(analysis, memory, entity)) preamble.parties.push_back(entity);
    }
    if (!preamble.date.empty() && document.sentences.size() > preamble.sentence) return preamble;
  }
  return std::nullopt;
}

std::optional<Candidate> agreement_in(const Preamble& preamble, TextRange text, const DocumentText& document, const Ontology& ontology) {
  const std::optional<Grants>& grants = ontology.questions.grants;
  if (preamble.parties.size() < 2 || !grants || grants->parties.empty()) return std::nullopt;
  const std::string& role = grants->parties.front();
  const auto is_between = [&](const DealFrame& deal) {
    return !deal.frame.set.empty() && std::any_of(deal.frame.slots.begin(), deal.frame.slots.end(), [&](const FrameSlot& slot) { return slot.role == role; });
  };
  const auto frame = std::find_if(ontology.deal_frames.begin(), ontology.deal_frames.end(), is_between);
  const Relation* const relation = ontology.relation(role);
  if (frame == ontology.deal_frames.end() || relation == nullptr || relation->date() == nullptr) return std::nullopt;
  Candidate deal;
  deal.deal = &*frame;
  deal.rule = "deal.preamble";
  deal.confidence = by_preamble;
  for (const std::uint32_t party : preamble.parties) deal.roles.emplace_back(role, party);
  std::sort(deal.roles.begin(), deal.roles.end());
  deal.qualifiers = frame->frame.set;
  const std::string words = fold(document.words(text));
  if (std::any_of(grants->words.begin(), grants->words.end(), [&](const std::string& word) { return words.find(word) != std::string::npos; })) {
    for (const auto& [name, values] : grants->set) deal.qualifiers[name] = values;
  }
  deal.qualifiers[relation->date()->name] = {preamble.date};
  return deal;
}

void date_grant(Candidate& deal, const Preamble& preamble, const FilingMemory& memory, const Ontology& ontology) {
  const std::optional<Grants>& grants = ontology.questions.grants;
  if (!grants || deal.deal == nullptr) return;
  const Relation* const relation = ontology.relation(grants->taker);
  const auto has = [&](const std::string& role) { return std::any_of(deal.roles.begin(), deal.roles.end(), [&](const auto& one) { return one.first == role; }); };
  if (relation == nullptr || relation->date() == nullptr || !has(grants->taker) || !has(grants->giver)) return;
  const auto made_it = [&](const auto& role) { return std::find(preamble.parties.begin(), preamble.parties.end(), memory.resolve(role.second)) != preamble.parties.end(); };
  if (std::any_of(deal.roles.begin(), deal.roles.end(), made_it)) deal.qualifiers.emplace(relation->date()->name, std::vector<Value>{preamble.date});
}

}  // namespace rxgraph::ingest
