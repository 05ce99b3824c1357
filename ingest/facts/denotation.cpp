#include <algorithm>
#include <array>

#include "ingest/facts/filler_list.hpp"
#include "ingest/facts/party_parts.hpp"
#include "ingest/facts/prospects.hpp"

namespace rxgraph::ingest {
namespace {

using facts::append;
using facts::deepest;
using facts::of_denoted;

constexpr float by_carrier = 0.96F;
constexpr float by_apposition = 0.95F;
constexpr float by_slot = 0.85F;        ///< A name that the slot of another sentence typed.
constexpr float by_attribute = 0.85F;   ///< "Acme study" for "Acme's study".

struct Keys {
  std::uint64_t of = word_key("of"), such_as = word_key("such as"), including = word_key("including");
  std::array<std::uint64_t, 12> quantities = {word_key("each"), word_key("both"), word_key("one"),    word_key("all"),     word_key("any"),   word_key("either"),
                                              word_key("two"),  word_key("some"), word_key("number"), word_key("variety"), word_key("range"), word_key("series")};
};
const Keys& keys() {
  static const Keys all;
  return all;
}

/// "each of A and B": the quantity stands for what follows.
bool is_quantity(std::uint64_t lemma) { return std::find(keys().quantities.begin(), keys().quantities.end(), lemma) != keys().quantities.end(); }

/// "a zorbumab biosimilar", "their generic zorbinib": a copy of the thing named, which is another one.
bool is_copied(const Scene& scene, const Group& noun, const Mention& name) {
  static const std::array<std::uint64_t, 4> copies = {word_key("biosimilar"), word_key("biosimilars"), word_key("generic"), word_key("generics")};
  for (std::uint32_t t = name.last - 1; t < noun.last; ++t) {
    if (std::find(copies.begin(), copies.end(), scene.sentence.tokens[t].key) != copies.end()) return true;
  }
  return false;
}

/// What the head of a noun group carries: "trial" of "trial of X", and of "the Phase 2 HARBOR of X", where a name stands for the noun.
const std::vector<CompiledCarrier>* carriers_of(const Scene& scene, const Group& noun) {
  if (const std::vector<CompiledCarrier>* const carriers = scene.table.carriers(noun.lemma)) return carriers;
  if (noun.head_mention < 0 || noun.modifiers.empty()) return nullptr;
  return scene.table.carriers(scene.sentence.mentions[static_cast<std::size_t>(noun.head_mention)].noun);
}

}  // namespace

std::optional<Filler> FillerFinder::of_mention(const Mention& mention, const TypeSet& types, bool guess) const {
  Filler filler;
  if (mention.kind == Mention::Kind::entity) {
    filler.entity = scene_.memory.resolve(mention.entity);
    const std::int16_t type = scene_.memory.entities[filler.entity].type;
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) return std::nullopt;
    filler.confidence = mention.confidence;
    return filler;
  }
  if (mention.kind != Mention::Kind::unknown) return std::nullopt;
  filler.entity = scene_.memory.resolve(mention.entity);
  const std::int16_t type = scene_.memory.entities[filler.entity].type;
  filler.confidence = mention.confidence;
  if (type != no_type) {  // A slot elsewhere has typed it.
    filler.confidence = std::max(filler.confidence, by_slot);
    return types.test(static_cast<std::size_t>(type)) ? std::optional(filler) : std::nullopt;
  }
  if (!guess || types.none()) return std::nullopt;
  if (types.count() == 1 && scene_.table.told_by_heads().test(types._Find_first())) return std::nullopt;  // "University of X" says what it is, other names do not.
  filler.guess = static_cast<std::int16_t>(types._Find_first());
  return filler;
}

std::vector<Filler> FillerFinder::named(std::uint32_t group, const TypeSet& types) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.determiner == Group::Determiner::negative || noun.pronoun) return found;
  if (noun.head_mention >= 0) {
    const Mention& mention = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
    if (is_copied(scene_, noun, mention)) return found;
    // A common noun with a capital is no name: "the Biologics".
    const bool guess = scene_.table.nominals().types(noun.lemma).none() && scene_.table.carriers(noun.lemma) == nullptr;
    if (std::optional<Filler> filler = of_mention(mention, types, guess)) found.push_back(std::move(*filler));
    return found;
  }
  const TypeSet meant = scene_.table.nominals().types(noun.lemma) & types;
  for (std::size_t m = noun.modifiers.size(); m-- > 0 && found.empty();) {
    const Modifier& modifier = noun.modifiers[m];
    if (modifier.link != 0 || is_copied(scene_, noun, scene_.sentence.mentions[modifier.mention])) continue;
    if (std::optional<Filler> filler = of_mention(scene_.sentence.mentions[modifier.mention], meant, false)) found.push_back(std::move(*filler));
  }
  return found;
}

std::vector<Filler> FillerFinder::in_brackets_of_acronym(std::uint32_t group, const TypeSet& types) const {
  static const std::uint64_t brackets = word_key("()");
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.head_mention < 0) return found;
  const Mention& name = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
  if (name.kind != Mention::Kind::unknown || name.last != name.first + 1 || !scene_.sentence.tokens[name.first].all_capitals) return found;
  if (scene_.memory.entities[scene_.memory.resolve(name.entity)].type != no_type) return found;
  for (const Attached& attached : scene_.links[group].prepositional) {
    if (attached.label != brackets) continue;
    const Group& inner = scene_.groups[attached.group];
    const auto begin = scene_.sentence.tokens.begin();
    const bool coded = std::any_of(begin + inner.first, begin + inner.last, [](const Token& token) { return token.digit; });  // "ABC (zorbamil)" may be a disease and its drug.
    if (coded) append(found, named(attached.group, types), attached.weight);
  }
  std::erase_if(found, [](const Filler& filler) { return filler.guess != no_type; });
  return found;
}

std::vector<Filler> FillerFinder::denoted(std::uint32_t group, const TypeSet& types, int depth) const {
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.determiner == Group::Determiner::negative || depth > deepest) return {};
  if (noun.pronoun) return pronoun(group, noun.lemma, types, depth);
  if (is_class_of(group)) return denoted(static_cast<std::uint32_t>(scene_.links[group].apposed_to), types, depth + 1);
  std::vector<Filler> found = in_brackets_of_acronym(group, types);
  if (found.empty()) found = named(group, types);
  if (!found.empty() || noun.head_mention >= 0) return found;
  const std::int32_t host = scene_.links[group].apposed_to;
  if (host != no_group) {
    const bool one = explains_one(group);
    for (const std::uint32_t member : scene_.links[static_cast<std::size_t>(host)].members) {
      if (!one || static_cast<std::int32_t>(member) == host) append(found, denoted(member, types, depth + 1), by_apposition);
    }
    if (!found.empty()) return found;
  }
  const TypeSet meant = scene_.table.nominals().types(noun.lemma) & types;  // "ABC-1 | kinase inhibitor"
  if (const std::optional<Denoted> row = meant.any() && opens_cell(group) ? scene_.discourse.of_row(meant) : std::nullopt) return {of_denoted(*row)};
  return referred(group, types);
}

bool FillerFinder::explains_one(std::uint32_t group) const {
  const Group& noun = scene_.groups[group];
  return noun.lemma == scene_.sentence.tokens[noun.last - 1].key && !noun.counted && !scene_.links[group].apposed_by_copula;
}

bool FillerFinder::may_denote(std::uint32_t group, const TypeSet& types, int depth) const {
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || depth > deepest) return false;
  if (is_quantity(noun.lemma)) return true;
  const std::vector<CompiledCarrier>* const carriers = carriers_of(scene_, noun);
  if (carriers != nullptr && std::any_of(carriers->begin(), carriers->end(), [&](const CompiledCarrier& carrier) { return (carrier.types & types).any(); })) return true;
  if (noun.head_mention >= 0 && !noun.pronoun) {
    const Mention& head = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
    if (head.entity == no_entity) return false;
    const std::int16_t type = scene_.memory.entities[scene_.memory.resolve(head.entity)].type;
    return type == no_type || types.test(static_cast<std::size_t>(type));
  }
  if (may_refer(noun, types)) return true;
  const std::int32_t host = noun.pronoun ? no_group : scene_.links[group].apposed_to;
  if (host == no_group) return false;
  const GroupList& members = scene_.links[static_cast<std::size_t>(host)].members;
  return std::any_of(members.begin(), members.end(), [&](std::uint32_t member) { return may_denote(member, types, depth + 1); });
}

bool FillerFinder::may_stand(std::uint32_t group, const TypeSet& types, int depth) const {
  if (depth > deepest) return false;
  if (scene_.groups[group].kind == Group::Kind::verb) {
    const AttachedList& themes = scene_.links[group].themes;
    return std::any_of(themes.begin(), themes.end(), [&](const Attached& theme) { return may_stand(theme.group, types, depth + 1); });
  }
  const GroupList& members = scene_.links[group].members;
  return std::any_of(members.begin(), members.end(), [&](std::uint32_t member) {
    const AttachedList& prepositional = scene_.links[member].prepositional;
    return may_denote(member, types, depth) || std::any_of(prepositional.begin(), prepositional.end(), [](const Attached& attached) {
             return attached.label == keys().such_as || attached.label == keys().including;
           });
  });
}

std::vector<Filler> FillerFinder::carried(std::uint32_t group, const TypeSet& types, int depth) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (is_quantity(noun.lemma) && depth < deepest) {
    for (const Attached& attached : scene_.links[group].prepositional) {
      if (attached.label == keys().of) append(found, filled(attached.group, types, depth + 1), attached.weight * by_carrier);
    }
  }
  const std::vector<CompiledCarrier>* const carriers = carriers_of(scene_, noun);
  if (carriers == nullptr || depth >= deepest || noun.determiner == Group::Determiner::negative) return found;
  for (const CompiledCarrier& carrier : *carriers) {
    const TypeSet wanted = carrier.types & types;
    if (wanted.none()) continue;
    if (carrier.modifier) append(found, modifiers(group, wanted, {SlotPlace::Kind::modifier, 0}), by_carrier);
    for (const std::uint64_t label : carrier.labels) {
      if (label == keys().of && facts::says_whose(noun) && facts::may_be_party(scene_, wanted)) continue;  // "its subsidiaries" are nobody else's
      for (const Attached& attached : scene_.links[group].prepositional) {
        if (attached.label == label && !facts::is_added_to(scene_, attached.group)) append(found, filled(attached.group, wanted, depth + 1), attached.weight * by_carrier);
      }
      for (const std::uint32_t verb : scene_.links[group].verbs) {
        if (scene_.groups[verb].lemma != label || scene_.groups[verb].negated) continue;
        for (const Attached& theme : scene_.links[verb].themes) append(found, filled(theme.group, wanted, depth + 1), theme.weight * by_carrier);
      }
    }
  }
  std::erase_if(found, [](const Filler& filler) { return filler.defined; });  // "Approvals for the Products" are no more than that.
  return found;
}

std::vector<Filler> FillerFinder::denoted_or_carried(std::uint32_t group, const TypeSet& types, int depth) const {
  std::vector<Filler> found = denoted(group, types, depth);
  const bool sure = std::any_of(found.begin(), found.end(), [](const Filler& filler) { return filler.guess == no_type; });
  if (sure) return found;
  std::vector<Filler> behind = carried(group, types, depth);
  return behind.empty() ? found : behind;
}

std::vector<Filler> FillerFinder::filled(std::uint32_t group, const TypeSet& types, int depth) const {
  std::vector<Filler> found;
  if (depth > deepest || types.none()) return found;
  if (scene_.groups[group].kind == Group::Kind::verb) {
    for (const Attached& theme : scene_.links[group].themes) append(found, filled(theme.group, types, depth + 1), theme.weight);
    return found;
  }
  for (const std::uint32_t member : scene_.links[group].members) append(found, filled_alone(member, types, depth), member == group ? 1 : 0.98F);
  return found;
}

std::vector<Filler> FillerFinder::filled_alone(std::uint32_t group, const TypeSet& types, int depth) const {
  if (scene_.groups[group].determiner == Group::Determiner::negative) return {};
  std::vector<Filler> found = denoted_or_carried(group, types, depth);
  for (Filler& filler : found) {
    if (filler.place == no_group) filler.place = static_cast<std::int32_t>(group);
  }
  for (const Attached& attached : scene_.links[group].prepositional) {  // "tumours such as A and B"
    if (attached.label != keys().such_as && attached.label != keys().including) continue;
    const std::int32_t head = scene_.groups[group].head_mention;
    // "X with agents such as A and B": they are no examples of X, but of what stands straight before.
    const std::int32_t preposition = scene_.links[attached.group].governor;
    const bool straight = preposition == static_cast<std::int32_t>(group) + 1 || (preposition == static_cast<std::int32_t>(group) + 2 && scene_.groups[group + 1].kind == Group::Kind::comma);
    if (head >= 0 && attached.label == keys().such_as && !straight) continue;
    std::vector<Filler> examples = filled(attached.group, types, depth + 1);
    const std::int16_t type = head < 0 ? no_type : scene_.sentence.mentions[static_cast<std::size_t>(head)].type;
    // "a platform with antibodies such as X": X is no example of the platform.
    if (type != no_type && attached.label == keys().such_as) std::erase_if(examples, [&](const Filler& filler) { return filler.entity != no_entity && scene_.discourse.type_of(filler.entity) != type; });
    append(found, std::move(examples), attached.weight * by_carrier);
  }
  append(found, examples_in_brackets(group, types), by_carrier);
  return found;
}

std::vector<Filler> FillerFinder::examples_in_brackets(std::uint32_t group, const TypeSet& types) const {
  static const std::uint64_t brackets = word_key("()");
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.head_mention < 0) return found;
  const std::size_t fewest = noun.lemma == scene_.sentence.tokens[noun.last - 1].key ? 3 : 2;  // Of a singular more.
  const std::int16_t type = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)].type;
  for (const Attached& attached : scene_.links[group].prepositional) {
    if (attached.label != brackets) continue;
    const std::int32_t head = scene_.groups[attached.group].head_mention;
    if (head < 0 || type == no_type) return {};
    const Mention& example = scene_.sentence.mentions[static_cast<std::size_t>(head)];
    if (example.kind == Mention::Kind::unknown) continue;
    if (example.type != type) return {};
    append(found, named(attached.group, types), attached.weight);
  }
  if (found.size() < fewest) found.clear();
  return found;
}

std::vector<Filler> FillerFinder::possessors(std::uint32_t group, const TypeSet& types) const {
  const Group& noun = scene_.groups[group];
  std::vector<Filler> found;
  if (noun.possessor != no_group) {
    append(found, filled(static_cast<std::uint32_t>(noun.possessor), types, 1), 1);
  } else if (noun.possessive != 0) {
    append(found, pronoun(group, noun.possessive, types), 1);
  }
  // "Acme study", but not "Acme Division", which is Acme's own name gone on.
  const bool own_kind = (scene_.table.nominals().types(noun.lemma) & types).any() || scene_.table.carriers(noun.lemma) == nullptr;
  if (found.empty() && !own_kind && !noun.modifiers.empty() && noun.modifiers.front().link == 0) {
    if (std::optional<Filler> filler = of_mention(scene_.sentence.mentions[noun.modifiers.front().mention], types, false)) append(found, std::move(*filler), by_attribute);
  }
  return found;
}

std::vector<Filler> FillerFinder::genitives(std::uint32_t group, const TypeSet& types, int depth) const {
  std::vector<Filler> found;
  if (depth > deepest) return found;
  const Links& links = scene_.links[group];
  if (scene_.groups[group].kind == Group::Kind::verb) {
    for (const Attached& theme : links.themes) append(found, genitives(theme.group, types, depth + 1), theme.weight);
    return found;
  }
  for (const std::uint32_t member : links.members) {
    const std::int32_t possessor = scene_.groups[member].possessor;
    if (possessor != no_group) append(found, filled(static_cast<std::uint32_t>(possessor), types, depth + 1), 1);
    // "under certain Acme patents": a name before a common noun owns as well.
    const ShortList<Modifier, 1>& modifiers = scene_.groups[member].modifiers;
    if (possessor != no_group || scene_.groups[member].head_mention >= 0 || modifiers.empty() || modifiers.front().link != 0) continue;
    if (std::optional<Filler> filler = of_mention(scene_.sentence.mentions[modifiers.front().mention], types, false)) append(found, std::move(*filler), by_attribute);
  }
  // "products using A's method": A owns what the products are made with.
  const bool named = scene_.groups[group].head_mention >= 0;
  for (std::size_t i = 0; found.empty() && !named && i < links.prepositional.size(); ++i) {
    append(found, genitives(links.prepositional[i].group, types, depth + 1), links.prepositional[i].weight * by_carrier);
  }
  return found;
}

std::vector<Filler> FillerFinder::owners(std::uint32_t group, const SlotPlace& place, const TypeSet& types) const {
  std::vector<Filler> found;
  for (const Attached& attached : scene_.links[group].prepositional) {
    if (attached.label == place.key) append(found, genitives(attached.group, types, 1), attached.weight);
  }
  return found;
}

}  // namespace rxgraph::ingest
