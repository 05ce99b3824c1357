/// What common nouns refer to, of what was named before.
#include <algorithm>

#include "ingest/facts/agreements.hpp"
#include "ingest/facts/filler_list.hpp"
#include "ingest/facts/party_parts.hpp"

namespace rxgraph::ingest {
namespace {

using facts::append;
using facts::of_denoted;

constexpr float by_noun = 0.85F;        ///< "the drug": the one that the sentence names before.
constexpr float by_agreement = 0.88F;   ///< "the parties": both sides of the agreement spoken of.
constexpr float by_role = 0.95F;        ///< "the Licensee", "the Company".
constexpr float by_term = 0.9F;         ///< A term that the document defines.

Filler filler_of(std::uint32_t entity, float confidence, bool direct = true) {
  Filler filler;
  filler.entity = entity;
  filler.confidence = confidence;
  filler.direct = direct;
  return filler;
}

bool is_of(const Scene& scene, std::uint32_t entity, const TypeSet& types) {
  const std::int16_t type = scene.discourse.type_of(entity);
  return type != no_type && types.test(static_cast<std::size_t>(type));
}

/// The things of `types` that a capitalised word stands for by a definition of the document; nothing where it defines none.
std::optional<std::vector<Filler>> defined_things(const Scene& scene, const Group& noun, const TypeSet& types) {
  const std::vector<Token>& tokens = scene.sentence.tokens;
  const auto role_of = [&](const Token& token) { return scene.discourse.defined_role(scene.document.words(token.text)); };
  std::vector<Filler> found;
  if (const std::vector<std::uint32_t>* const together = scene.discourse.defined_group(scene.document.words(tokens[noun.last - 1].text))) {
    for (const std::uint32_t entity : *together) {
      if (is_of(scene, entity, types)) found.push_back(filler_of(scene.memory.resolve(entity), by_role));
    }
    return found;
  }
  if (const std::uint32_t role = role_of(tokens[noun.last - 1]); is_of(scene, role, types)) return std::vector{filler_of(role, by_role)};
  const bool of_party = noun.last - noun.first >= 2 && tokens[noun.last - 2].capital && role_of(tokens[noun.last - 2]) != no_entity;
  if (scene.terms == nullptr || of_party) return std::nullopt;  // "the Company Product" is another than "the Product".
  const std::vector<std::uint32_t>* const things = scene.terms->things(scene.document, scene.sentence, noun.first, noun.last);
  if (things == nullptr) return std::nullopt;
  for (const std::uint32_t entity : *things) {
    if (!is_of(scene, entity, types)) continue;
    found.push_back(filler_of(scene.memory.resolve(entity), by_term, false));
    found.back().defined = true;
  }
  return found;
}

/// "the 5-lipoxygenase pathway" says itself which one it is.
bool has_code(const Scene& scene, const Group& noun) {
  for (std::uint32_t t = noun.first; t + 1 < noun.last && noun.modifiers.empty(); ++t) {
    const Token& token = scene.sentence.tokens[t];
    if (token.digit && (token.kind != Token::Kind::number || scene.document.words(scene.sentence.tokens[t + 1].text) == "-")) return true;
  }
  return false;
}

/// "X, the first since A sold the measles vaccine": a thing that is no party stands before the noun, which is thus for something else than X; not so in "the
/// launch of X as the first T inhibitor".
bool is_for_another(const Scene& scene, std::uint32_t group) {
  static const std::uint64_t as = word_key("as");
  const std::int32_t governor = scene.links[group].governor;
  if (governor != no_group && scene.groups[static_cast<std::size_t>(governor)].lemma == as) return false;
  const auto& modifiers = scene.groups[group].modifiers;
  return std::any_of(modifiers.begin(), modifiers.end(), [&](const Modifier& modifier) {
    const Mention& mention = scene.sentence.mentions[modifier.mention];
    return modifier.link == 0 && mention.kind == Mention::Kind::entity && !is_party(scene.memory, mention.entity);
  });
}

/// "the Xyz product" has a name, even where nobody knows it; "the treatment of D" says itself what it is.
bool says_which(const Scene& scene, std::uint32_t group) {
  const auto& modifiers = scene.groups[group].modifiers;
  static const std::uint64_t of = word_key("of");
  const auto unknown = [&](const Modifier& modifier) { return scene.sentence.mentions[modifier.mention].kind == Mention::Kind::unknown; };
  const auto& prepositional = scene.links[group].prepositional;
  return std::any_of(modifiers.begin(), modifiers.end(), unknown) ||
         std::any_of(prepositional.begin(), prepositional.end(), [](const Attached& a) { return a.label == of && a.weight >= 1; });
}

/// The different things of `types` that the sentence names before the noun group.
std::vector<std::uint32_t> named_before(const Scene& scene, const Group& noun, const TypeSet& types) {
  std::vector<std::uint32_t> here;
  for (const Mention& mention : scene.sentence.mentions) {
    if (mention.last > noun.first || mention.kind != Mention::Kind::entity) continue;
    const std::uint32_t entity = scene.memory.resolve(mention.entity);
    const std::int16_t type = scene.memory.entities[entity].type;
    if (type != no_type && types.test(static_cast<std::size_t>(type)) && std::find(here.begin(), here.end(), entity) == here.end()) here.push_back(entity);
  }
  return here;
}

}  // namespace

bool FillerFinder::is_own_leader(const Group& noun) const {
  static const std::uint64_t our = word_key("our");
  static const std::array<std::uint64_t, 2> leading = {word_key("lead"), word_key("advanced")};
  static const std::array<std::uint64_t, 3> kinds = {word_key("product"), word_key("drug"), word_key("investigational")};
  const std::vector<Token>& tokens = scene_.sentence.tokens;
  if (noun.determiner != Group::Determiner::possessive || noun.possessive != our || !noun.modifiers.empty() || noun.lemma != tokens[noun.last - 1].key) return false;
  const bool plain = noun.last == noun.first + 2 || (noun.last == noun.first + 3 && std::find(kinds.begin(), kinds.end(), tokens[noun.first + 1].key) != kinds.end());  // "our drug candidate"
  return plain || std::any_of(tokens.begin() + noun.first, tokens.begin() + noun.last, [&](const Token& token) { return std::find(leading.begin(), leading.end(), token.key) != leading.end(); });
}

bool FillerFinder::is_plural_party(const Group& noun) const {
  static const std::array<std::uint64_t, 3> parties = {word_key("party"), word_key("company"), word_key("partner")};
  return noun.modifiers.empty() && std::find(parties.begin(), parties.end(), noun.lemma) != parties.end();
}

bool FillerFinder::is_any_party(const Group& noun) const {
  static const std::uint64_t each = word_key("each"), party = word_key("party"), other = word_key("other"), the = word_key("the");
  if (noun.pronoun || !noun.modifiers.empty() || (noun.lemma != party && noun.lemma != other)) return false;
  const std::vector<Token>& tokens = scene_.sentence.tokens;
  const std::uint32_t words = noun.last - noun.first;
  if (words == 2) return (tokens[noun.first].key == each && noun.lemma == party) || (tokens[noun.first].key == the && noun.lemma == other);
  return words == 3 && tokens[noun.first].key == the && tokens[noun.first + 1].key == other && noun.lemma == party;
}

std::vector<Filler> FillerFinder::sides_of(const Agreement& agreement, const TypeSet& types) const {
  std::vector<Filler> found;
  for (const std::vector<std::uint32_t>& side : agreement.sides) {
    const std::int16_t type = scene_.discourse.type_of(side.front());
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) return {};
    Filler& filler = found.emplace_back();
    filler.entity = side.front();
    filler.confidence = by_agreement;
    filler.context = agreement.text;
    filler.direct = false;
  }
  return found;
}

std::vector<Filler> FillerFinder::both_sides(const TypeSet& types) const {
  const std::vector<const Agreement*> recent = scene_.agreements->recent();
  return recent.empty() ? std::vector<Filler>() : sides_of(*recent.front(), types);
}

bool FillerFinder::is_known_agreement(const Group& noun) const {
  if (scene_.agreements == nullptr || noun.kind != Group::Kind::noun || noun.pronoun || noun.last == noun.first || noun.possessor != no_group) return false;
  const std::vector<EntityType>& all = scene_.table.ontology().types;
  const TypeSet meant = scene_.table.nominals().types(noun.lemma);
  bool agreement = false;
  for (std::size_t type = 0; type < all.size(); ++type) agreement = agreement || (meant.test(type) && !all[type].named);
  return agreement && (noun.determiner == Group::Determiner::definite || (noun.determiner == Group::Determiner::none && !noun.modifiers.empty()));
}

bool FillerFinder::is_called_by_name(const Group& noun) const {
  static const std::array<std::uint64_t, 26> kinds = {
      word_key("license"),   word_key("licence"),    word_key("collaboration"), word_key("supply"),       word_key("development"), word_key("research"),    word_key("option"),
      word_key("purchase"),  word_key("asset"),      word_key("distribution"),  word_key("manufacturing"), word_key("services"),   word_key("commercialization"),
      word_key("promotion"), word_key("co-promotion"), word_key("stock"),       word_key("patent"),       word_key("exclusive"),   word_key("amended"),     word_key("restated"),
      word_key("original"),  word_key("sublicense"), word_key("clinical"),      word_key("commercial"),   word_key("master"),      word_key("and")};
  const std::vector<Token>& tokens = scene_.sentence.tokens;
  for (std::uint32_t t = noun.first + 1; t + 1 < noun.last; ++t) {
    if (tokens[t].kind == Token::Kind::word && tokens[t].capital && std::find(kinds.begin(), kinds.end(), tokens[t].key) == kinds.end()) return true;
  }
  return false;
}

std::vector<Filler> FillerFinder::sides_of_agreement(std::uint32_t group, const TypeSet& types) const {
  static const std::uint64_t between[] = {word_key("between"), word_key("with"), word_key("among"), word_key("by and between")};
  static const std::uint64_t this_ = word_key("this");
  const Group& noun = scene_.groups[group];
  if (!is_known_agreement(noun)) return {};
  for (const Attached& attached : scene_.links[group].prepositional) {  // It says itself whose it is.
    if (std::find(std::begin(between), std::end(between), attached.label) != std::end(between) && scene_.groups[attached.group].kind == Group::Kind::noun) return {};
  }
  for (const Modifier& modifier : noun.modifiers) {  // "the Acme Agreement"
    const Mention& mention = scene_.sentence.mentions[modifier.mention];
    if (mention.entity == no_entity || !is_party(scene_.memory, mention.entity)) continue;
    const Agreement* const named = scene_.agreements->last_with(scene_.memory.resolve(mention.entity));
    return named == nullptr ? std::vector<Filler>() : sides_of(*named, types);
  }
  if (noun.determiner != Group::Determiner::definite || is_called_by_name(noun)) return {};
  // "This Agreement" of the agreement's own text is the one that its first lines tell of.
  const Agreement* const own = scene_.sentence.tokens[noun.first].key == this_ && scene_.sentence.tokens[noun.last - 1].capital ? scene_.agreements->first() : nullptr;
  const std::vector<const Agreement*> recent = scene_.agreements->recent();
  if (own == nullptr && recent.empty()) return {};
  const Agreement& meant = own != nullptr ? *own : *recent.front();
  for (const Mention& mention : scene_.sentence.mentions) {  // Who is named here beside it has made it.
    if (mention.kind != Mention::Kind::entity || !is_party(scene_.memory, mention.entity)) continue;
    if (meant.other_side({scene_.memory.resolve(mention.entity)}) < 0) return {};
  }
  return sides_of(meant, types);
}

std::vector<Filler> FillerFinder::referred(std::uint32_t group, const TypeSet& types) const {
  const Group& noun = scene_.groups[group];
  if (noun.head_mention >= 0 || noun.last == noun.first) return {};
  const Token& head = scene_.sentence.tokens[noun.last - 1];
  if (head.capital) {
    if (std::optional<std::vector<Filler>> things = defined_things(scene_, noun, types)) return *std::move(things);
  }
  if (has_code(scene_, noun)) return {};
  if (is_own_leader(noun)) {  // "Our lead candidate", "our antibody", under the heading that names it.
    const std::optional<Denoted> topic = scene_.discourse.topic(scene_.table.nominals().types(noun.lemma) & types);
    return topic ? std::vector{of_denoted(*topic)} : std::vector<Filler>();
  }
  if (scene_.agreements != nullptr && is_any_party(noun)) return both_sides(types);
  if (noun.determiner != Group::Determiner::definite) return {};
  if (group + 2 < scene_.groups.size() && scene_.groups[group + 1].kind == Group::Kind::open && scene_.groups[group + 2].kind == Group::Kind::preposition && !noun.modifiers.empty()) return {};  // "the anti-T program (including X)" says itself which.
  if (noun.lemma != head.key && scene_.agreements != nullptr && is_plural_party(noun)) return both_sides(types);
  if (says_which(scene_, group)) return {};
  const TypeSet meant = scene_.table.nominals().types(noun.lemma) & types;
  if (meant.none()) return {};
  const bool alone = noun.last - noun.first <= 2;  // "the Acme Group" is not "the Group".
  if (noun.lemma != head.key && !alone) return {};  // "the T-cell therapies" are several, and say themselves which.
  const bool speaks = is_of(scene_, scene_.discourse.speaker(), meant);
  const std::uint32_t speaker = speaks ? scene_.memory.resolve(scene_.discourse.speaker()) : no_entity;
  if (head.capital && alone && speaks) return {filler_of(speaker, by_role)};
  if (head.capital && noun.last - 1 > noun.first) return {};  // "the Product": an agreement's own word, which stands for what it defines alone.
  // What the sentence itself named goes before all; where it named several, nobody can tell.
  const std::vector<std::uint32_t> here = named_before(scene_, noun, meant);
  if (here.size() > 1) return {};
  // "Acme said that the company's drug works": in small letters it is the speaker only where the sentence names that one alone.
  if (noun.lemma != 0 && speaks && (here.empty() || here.front() != speaker)) return {};
  if (here.size() == 1 && is_for_another(scene_, group)) return {};
  if (here.size() == 1) return {filler_of(here.front(), by_noun, false)};
  if (const std::optional<Denoted> topic = scene_.discourse.topic(meant)) return {of_denoted(*topic)};
  if (const std::optional<Denoted> last = scene_.discourse.last_named(meant)) return {of_denoted(*last)};
  return {};
}

bool FillerFinder::may_refer(const Group& noun, const TypeSet& types) const {
  if (noun.pronoun) return may_stand_for(noun.lemma, types);
  const bool defined = noun.last > noun.first && scene_.sentence.tokens[noun.last - 1].capital && ((scene_.terms != nullptr && !scene_.terms->empty()) || scene_.discourse.defines_roles());
  return defined || (scene_.table.nominals().types(noun.lemma) & types).any() || is_plural_party(noun) || is_any_party(noun);
}

}  // namespace rxgraph::ingest
