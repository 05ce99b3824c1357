#include "ingest/facts/filer_alone.hpp"

#include <algorithm>
#include <array>

namespace rxgraph::ingest::facts {
bool tells_of_others(std::uint64_t key) {
  static const std::array<std::uint64_t, 18> words = {word_key("royalty"),    word_key("royalties"),  word_key("competitor"), word_key("competitors"), word_key("competing"),
                                                      word_key("competitive"), word_key("biosimilar"), word_key("biosimilars"), word_key("generic"),   word_key("generics"),
                                                      word_key("third"),      word_key("others"),     word_key("similar"),    word_key("their"),
                                                      word_key("milestone"),  word_key("milestones"), word_key("upfront"),    word_key("collaboration")};
  return std::find(words.begin(), words.end(), key) != words.end();
}

namespace {

/// True for a noun that stands for a party without naming it: "our partner", "a licensee", but not "the Company".
bool is_unnamed_party(const Scene& scene, const Group& group) {
  static const std::uint64_t company = word_key("company");
  if (group.kind != Group::Kind::noun || group.pronoun || group.head_mention >= 0) return false;
  const std::int16_t speaker = scene.discourse.type_of(scene.discourse.speaker());
  if (!scene.table.nominals().types(group.lemma).test(static_cast<std::size_t>(speaker))) return false;
  return group.lemma != company || group.determiner != Group::Determiner::definite;
}

}  // namespace

bool speaks_of_own_business(const Scene& scene) {
  static const std::array<std::uint64_t, 2> parts = {word_key("segment"), word_key("franchise")};
  const bool part = std::any_of(scene.groups.begin(), scene.groups.end(), [&](const Group& group) {
    return group.kind == Group::Kind::noun && group.determiner == Group::Determiner::definite && std::find(parts.begin(), parts.end(), group.lemma) != parts.end();
  });
  if (part) return true;
  // "our product revenues consist of sales of X"
  static const std::array<std::uint64_t, 3> earnings = {word_key("revenue"), word_key("sale"), word_key("income")};
  static const std::uint64_t our = word_key("our");
  const bool own = std::any_of(scene.groups.begin(), scene.groups.end(), [&](const Group& group) {
    return group.kind == Group::Kind::noun && group.possessive == our && std::find(earnings.begin(), earnings.end(), group.lemma) != earnings.end();
  });
  if (own) return true;
  // "grew 12%, driven by higher demand and pricing": so a filer explains its own figures.
  static const std::array<std::uint64_t, 9> causes = {word_key("demand"), word_key("pricing"),   word_key("volume"),  word_key("volumes"), word_key("exchange"),
                                                      word_key("uptake"), word_key("inventory"), word_key("rebates"), word_key("operational")};
  const bool figure = std::any_of(scene.sentence.mentions.begin(), scene.sentence.mentions.end(),
                                  [](const Mention& mention) { return mention.kind == Mention::Kind::money || mention.kind == Mention::Kind::percent; });
  // "decreased 12% compared to the third quarter", "net product revenue from X was $3 million": others are not told of in such terms.
  static const std::array<std::uint64_t, 4> periods = {word_key("compared"), word_key("months"), word_key("quarter"), word_key("quarters")};
  static const std::array<std::uint64_t, 2> accounts = {word_key("revenue"), word_key("revenues")};
  static const std::uint64_t product = word_key("product");
  const auto in = [](const auto& keys, std::uint64_t key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
  const std::vector<Token>& tokens = scene.sentence.tokens;
  for (std::size_t i = 0; figure && i < tokens.size(); ++i) {
    if (in(causes, tokens[i].key) || in(periods, tokens[i].key)) return true;
    if (tokens[i].key == product && i + 1 < tokens.size() && in(accounts, tokens[i + 1].key)) return true;
  }
  return false;
}

bool filer_alone(const Scene& scene, std::uint32_t g, bool nests) {
  const std::uint32_t unresolved = scene.discourse.speaker();
  if (unresolved == no_entity || scene.discourse.type_of(unresolved) == no_type) return false;
  const std::uint32_t speaker = scene.memory.resolve(unresolved);
  const Group& trigger = scene.groups[g];
  if (trigger.kind == Group::Kind::verb && (trigger.passive ? !scene.links[g].agents.empty() : !trigger.copula && !nests)) return false;
  const auto is_other = [&](const Mention& mention) {
    if (mention.entity == no_entity) return false;
    const std::uint32_t entity = scene.memory.resolve(mention.entity);
    return entity != speaker && scene.discourse.type_of(entity) == scene.discourse.type_of(speaker);
  };
  if (std::any_of(scene.sentence.mentions.begin(), scene.sentence.mentions.end(), is_other)) return false;
  if (std::any_of(scene.sentence.tokens.begin(), scene.sentence.tokens.end(), [](const Token& token) { return tells_of_others(token.key); })) return false;
  return std::none_of(scene.groups.begin(), scene.groups.end(), [&](const Group& group) { return is_unnamed_party(scene, group); });
}

}  // namespace rxgraph::ingest::facts
