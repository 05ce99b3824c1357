#include "ingest/facts/fillers.hpp"

#include <algorithm>
#include <array>

#include "ingest/facts/filler_list.hpp"
#include "ingest/facts/party_parts.hpp"
#include "ingest/facts/triggers.hpp"

namespace rxgraph::ingest {

using facts::append;

namespace {

constexpr float by_item = 0.9F;  ///< Who acts in an item that does not say so.

}  // namespace

std::vector<Filler> FillerFinder::modifiers(std::uint32_t group, const TypeSet& types, const SlotPlace& place) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  for (const Modifier& modifier : noun.modifiers) {
    const bool fits = place.kind == SlotPlace::Kind::modifier ? modifier.link == 0
                                                              : modifier.link == place.key && modifier.prefix == (place.kind == SlotPlace::Kind::prefix);
    if (!fits) continue;
    if (std::optional<Filler> filler = of_mention(scene_.sentence.mentions[modifier.mention], types, false)) append(found, std::move(*filler), 1);
  }
  // "Phase 1 and Phase 2 trials": the first name stands as a group of its own.
  if (!found.empty() && group >= 2 && scene_.groups[group - 1].kind == Group::Kind::conjunction && scene_.groups[group - 2].kind == Group::Kind::noun &&
      !noun.modifiers.empty() && scene_.groups[group - 2].head_mention >= 0 && noun.determiner == Group::Determiner::none) {
    const Mention& before = scene_.sentence.mentions[static_cast<std::size_t>(scene_.groups[group - 2].head_mention)];
    const Mention& own = scene_.sentence.mentions[noun.modifiers.front().mention];
    if (before.type == own.type) {
      if (std::optional<Filler> filler = of_mention(before, types, false)) append(found, std::move(*filler), 0.95F);
    }
  }
  return found;
}

bool FillerFinder::has_parts(const Group& noun) const {
  if (noun.head_mention < 0) return false;
  const Mention& head = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
  return head.kind == Mention::Kind::entity && head.last >= head.first + 2;
}

std::vector<Filler> FillerFinder::parts(std::uint32_t group, const TypeSet& types) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (!has_parts(noun)) return found;
  const Mention& head = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
  const std::vector<NamePart>* const said = scene_.table.name_parts(scene_.sentence.tokens[head.last - 1].key);
  if (said != nullptr) {
    for (const NamePart& part : *said) {
      if (!types.test(static_cast<std::size_t>(part.type))) continue;
      const std::uint32_t entity = scene_.memory.find(part.type, part.name);
      if (entity == no_entity) continue;  // The text never speaks of it.
      Filler filler;
      filler.entity = entity;
      filler.confidence = head.confidence;
      append(found, std::move(filler), 1);
    }
  }
  for (std::uint32_t t = head.first; t < head.last; ++t) {
    if (scene_.sentence.tokens[t].kind == Token::Kind::mark) continue;
    const std::string part(scene_.document.words(scene_.sentence.tokens[t].text));
    const auto hyphen = [&](std::uint32_t at) { return at >= head.first && at < head.last && scene_.document.words(scene_.sentence.tokens[at].text) == "-"; };
    const bool joined = hyphen(t + 1) || (t > head.first && hyphen(t - 1));
    for (std::size_t type = 0; type < scene_.table.ontology().types.size(); ++type) {
      if (!types.test(type)) continue;
      // "X phosphate" is X in another form; "X-DM1" and "X vedotin" are X and something else.
      if (!joined && said == nullptr && static_cast<std::int16_t>(type) == head.type) continue;
      const std::uint32_t entity = scene_.memory.find(static_cast<std::int16_t>(type), part);
      if (entity == no_entity || scene_.memory.resolve(entity) == scene_.memory.resolve(head.entity)) continue;
      Filler filler;
      filler.entity = scene_.memory.resolve(entity);
      filler.confidence = head.confidence;
      append(found, std::move(filler), 1);
    }
  }
  return found;
}

AttachedList FillerFinder::groups_at(std::uint32_t group, const SlotPlace& place) const {
  AttachedList found;
  any_at(group, place, [&](const Attached& attached) {
    found.push_back(attached);
    return false;
  });
  return found;
}

bool FillerFinder::heads_list(std::uint32_t group) const {
  const Group& noun = scene_.groups[group];
  const GroupList& members = scene_.links[group].members;
  if (members.size() < 2 || members.front() != group) return false;
  const std::uint32_t end = facts::inner_noun_end(scene_, noun);
  if (end <= noun.first) return false;
  const std::uint64_t word = scene_.sentence.tokens[end - 1].key;
  const bool bare = std::all_of(members.begin() + 1, members.end(), [&](std::uint32_t member) { return scene_.groups[member].determiner == Group::Determiner::none && scene_.groups[member].head_mention >= 0; });
  return bare && Lexicon::noun_lemma(scene_.document.words(scene_.sentence.tokens[end - 1].text)) != word;
}

bool FillerFinder::opens_cell(std::uint32_t group) const {
  const auto plain = [](const Group& before) { return before.kind == Group::Kind::comma || (before.kind == Group::Kind::noun && before.head_mention < 0 && before.modifiers.empty()); };
  return group <= 2 && std::all_of(scene_.groups.begin(), scene_.groups.begin() + group, plain);
}

bool FillerFinder::is_class_of(std::uint32_t group) const {
  const Group& noun = scene_.groups[group];
  std::int32_t host = scene_.links[group].apposed_to;
  for (int step = 0; step < 3 && host != no_group && scene_.groups[static_cast<std::size_t>(host)].head_mention < 0; ++step) host = scene_.links[static_cast<std::size_t>(host)].apposed_to;
  if (noun.head_mention < 0 || host == no_group || noun.determiner != Group::Determiner::indefinite || scene_.groups[static_cast<std::size_t>(host)].head_mention < 0) return false;
  const Mention& one = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
  const Mention& other = scene_.sentence.mentions[static_cast<std::size_t>(scene_.groups[static_cast<std::size_t>(host)].head_mention)];
  if (one.entity == no_entity || other.entity == no_entity || one.entity == other.entity) return false;
  const std::int16_t type = scene_.discourse.type_of(one.entity);
  return type != no_type && type == scene_.discourse.type_of(other.entity);
}

bool FillerFinder::is_told_in_item(std::uint32_t group) const {
  static const std::uint64_t by = word_key("by");
  const Group& verb = scene_.groups[group];
  if (group != 0 || !scene_.discourse.in_item() || verb.kind != Group::Kind::verb || verb.passive || verb.gerund || verb.infinitive || verb.copula) return false;
  const Links& links = scene_.links[group];
  return links.agents.empty() && links.has_object && std::none_of(links.prepositional.begin(), links.prepositional.end(), [](const Attached& attached) { return attached.label == by; });
}

Offer FillerFinder::offer(std::uint32_t group) const {
  using Kind = SlotPlace::Kind;
  const Links& links = scene_.links[group];
  const Group& own = scene_.groups[group];
  Offer offer = always_offered;
  const auto add = [&](bool there, Kind kind, std::uint64_t key = 0) { offer |= there ? offer_of({kind, key}) : 0; };
  const bool is_verb = own.kind == Group::Kind::verb;
  add(is_verb ? !links.agents.empty() || is_told_in_item(group) : links.verb != no_group && !scene_.links[static_cast<std::size_t>(links.verb)].agents.empty(), Kind::agent);
  add(!links.themes.empty(), Kind::theme);
  add(!links.recipients.empty(), Kind::recipient);
  add(own.head_mention >= 0, Kind::part);
  add(own.head_mention >= 0 || !own.modifiers.empty(), Kind::name);
  add(own.possessor != no_group || own.possessive != 0 || !own.modifiers.empty(), Kind::possessor);
  add(own.possessor != no_group, Kind::genitive);
  add(links.apposed_to != no_group, Kind::host);
  for (const Attached& attached : links.prepositional) add(true, Kind::preposition, attached.label);
  for (const Modifier& modifier : own.modifiers) add(true, modifier.link == 0 ? Kind::modifier : modifier.prefix ? Kind::prefix : Kind::link, modifier.link);
  return offer;
}

bool FillerFinder::may_fill(std::uint32_t group, const SlotPlace& place, const SlotRole& role) const {
  const Group& own = scene_.groups[group];
  const auto modified = [&](auto fits) { return std::any_of(own.modifiers.begin(), own.modifiers.end(), fits); };
  const bool is_thing = role.kind != SlotRole::Kind::nested && role.kind != SlotRole::Kind::qualifier;
  using Kind = SlotPlace::Kind;
  switch (place.kind) {
    case Kind::agent:
      if (is_told_in_item(group)) return true;
      [[fallthrough]];
    case Kind::theme:
    case Kind::recipient:
    case Kind::preposition: return any_at(group, place, [&](const Attached& attached) { return !is_thing || may_stand(attached.group, role.types, 0); });
    case Kind::owner: {
      const AttachedList& prepositional = scene_.links[group].prepositional;
      return std::any_of(prepositional.begin(), prepositional.end(), [&](const Attached& attached) { return attached.label == place.key; });
    }
    case Kind::head: return !is_thing || may_denote(group, role.types, 0) || (role.kind == SlotRole::Kind::deal_role && is_known_agreement(own));
    case Kind::name: return own.head_mention >= 0 || !own.modifiers.empty();
    case Kind::possessor: return own.possessor != no_group || own.possessive != 0 || !own.modifiers.empty();
    case Kind::genitive: return own.possessor != no_group;
    case Kind::part: return has_parts(own);
    case Kind::host: return scene_.links[group].apposed_to != no_group;
    case Kind::modifier: return modified([](const Modifier& modifier) { return modifier.link == 0; });
    case Kind::link:
    case Kind::prefix:
      return modified([&](const Modifier& modifier) { return modifier.link == place.key && modifier.prefix == (place.kind == Kind::prefix); });
    case Kind::when:
    case Kind::manner: return true;
  }
  return true;
}

bool FillerFinder::is_by_the_way(std::uint32_t group) const {
  static const std::array<std::uint64_t, 6> joints = {word_key("in connection with"), word_key("following"), word_key("since"), word_key("after"), word_key("prior to"), word_key("before")};
  const std::int32_t governor = scene_.links[group].governor;
  return governor != no_group && std::find(joints.begin(), joints.end(), scene_.groups[static_cast<std::size_t>(governor)].lemma) != joints.end();
}

std::vector<Filler> FillerFinder::meant_by(const Attached& attached, const TypeSet& types) const {
  return attached.label == itself_alone ? filled_alone(attached.group, types, 0) : filled(attached.group, types, 0);
}

std::vector<Filler> FillerFinder::best_reading(AttachedList groups, const TypeSet& types) const {
  std::stable_sort(groups.begin(), groups.end(), [](const Attached& a, const Attached& b) { return a.weight > b.weight; });
  std::vector<Filler> found;
  for (const Attached& attached : groups) {
    append(found, meant_by(attached, types), attached.weight);
    if (!found.empty()) break;
  }
  return found;
}

void FillerFinder::add_items(const AttachedList& groups, const TypeSet& types, std::vector<Filler>& found) const {
  constexpr float over_item = 0.95F;
  for (const Attached& attached : groups) {
    const std::int32_t host = scene_.links[attached.group].apposed_to;
    const std::uint32_t first = host == no_group ? attached.group : static_cast<std::uint32_t>(host);
    for (const std::uint32_t item : scene_.links[first].items) {
      std::vector<Filler> here = denoted(item, types, 1);
      for (Filler& filler : here) filler.place = static_cast<std::int32_t>(item);
      append(found, std::move(here), attached.weight * over_item);
    }
  }
}

AttachedList FillerFinder::stated_at(std::uint32_t group, const SlotPlace& place) const {
  AttachedList found = groups_at(group, place);
  if (!found.empty() || place.kind != SlotPlace::Kind::preposition || scene_.groups[group].kind != Group::Kind::noun) return found;
  for (const std::uint32_t verb : scene_.links[group].verbs) {
    if (!scene_.groups[verb].infinitive || scene_.groups[verb].negated) continue;
    for (const Attached& attached : groups_at(verb, place)) found.push_back(attached);
  }
  return found;
}

std::vector<Filler> FillerFinder::at_place(std::uint32_t group, const SlotPlace& place, const SlotRole& role) const {
  using Kind = SlotPlace::Kind;
  std::vector<Filler> found;
  const bool is_value = role.kind == SlotRole::Kind::qualifier && (role.qualifier == nullptr || role.qualifier->type != ValueType::entity);
  if (is_value) {
    if (role.qualifier == nullptr) return found;
    if (role.literal != SlotRole::Literal::none) {
      for (const Attached& attached : groups_at(group, place)) append(found, literals(attached.group, role.literal), attached.weight);
      if (place.kind == Kind::manner) append(found, shared_alike(group, *role.qualifier), 1);
      return found;
    }
    if (place.kind == Kind::modifier || place.kind == Kind::head) return values(group, *role.qualifier);
    if (place.kind == Kind::manner) return said_by_verb(group, *role.qualifier);
    if (place.kind == Kind::when && scene_.groups[group].kind == Group::Kind::noun) {
      append(found, dates(group), 1);
      const std::int32_t verb = scene_.links[group].verb;
      if (found.empty() && groups_at(group, place).empty() && verb != no_group && !is_by_the_way(group)) return at_place(static_cast<std::uint32_t>(verb), place, role);
    }
    for (const Attached& attached : stated_at(group, place)) {
      if (scene_.groups[attached.group].kind != Group::Kind::noun) continue;
      for (const std::uint32_t member : scene_.links[attached.group].members) {
        std::vector<Filler> here = amounts(member, *role.qualifier);
        for (Filler& filler : here) filler.place = role.qualifier->type == ValueType::text || role.qualifier->type == ValueType::date ? static_cast<std::int32_t>(member) : no_group;
        append(found, std::move(here), attached.weight);
      }
      if (place.kind == Kind::preposition && role.qualifier->type == ValueType::text) exclude(place.key, attached.group, found);
      // "$5 million in fees, and up to $9 million in milestones": amounts go on over what they are paid for.
      if (!found.empty() && role.qualifier->type == ValueType::number) append(found, further_amounts(attached.group, *role.qualifier), attached.weight);
    }
    return found;
  }
  switch (place.kind) {
    case Kind::head:
      found = heads_list(group) ? filled(group, role.types, 0) : denoted_or_carried(group, role.types, 0);
      return found.empty() && role.kind == SlotRole::Kind::deal_role ? sides_of_agreement(group, role.types) : found;
    case Kind::possessor: return possessors(group, role.types);
    case Kind::genitive:
      if (scene_.groups[group].possessor == no_group) return found;
      return filled(static_cast<std::uint32_t>(scene_.groups[group].possessor), role.types, 1);
    case Kind::name: return named(group, role.types);
    case Kind::part: return parts(group, role.types);
    case Kind::modifier:
    case Kind::link:
    case Kind::prefix: return modifiers(group, role.types, place);
    case Kind::owner: return owners(group, place, role.types);
    default: break;
  }
  AttachedList groups = groups_at(group, place);
  // "acquired a division of A", "the purchase of the business of A": it is not A that is dealt in.
  if (role.kind == SlotRole::Kind::deal_role && facts::may_be_party(scene_, role.types)) {
    static const std::uint64_t of = word_key("of");
    const bool of_what = place.kind == Kind::preposition && place.key == of;
    static const std::uint64_t right = word_key("right");
    const auto is_right = [&](std::uint32_t member) { return scene_.groups[member].head_mention < 0 && scene_.groups[member].lemma == right; };
    const auto is_part = [&](const Attached& attached) {
      if (of_what && std::any_of(scene_.links[attached.group].members.begin(), scene_.links[attached.group].members.end(), is_right)) return true;  // "the acquisition of the development and marketing rights to X"
      return facts::is_part_of_party(scene_, attached.group) || (of_what && facts::hangs_on_part(scene_, attached, group));
    };
    if (of_what || place.kind == Kind::theme) {
      AttachedList whole;
      for (const Attached& attached : groups) {
        if (!is_part(attached)) whole.push_back(attached);
      }
      groups = whole;
    }
  }
  if (place.kind == Kind::agent && is_told_in_item(group)) {
    append(found, pronoun(group, word_key("we"), role.types), by_item);
    return found;
  }
  if (place.kind == Kind::agent || place.kind == Kind::theme) {
    found = best_reading(groups, role.types);
    if (place.kind == Kind::theme && role.kind == SlotRole::Kind::object) add_items(groups, role.types, found);
    return found;
  }
  for (const Attached& attached : groups) append(found, meant_by(attached, role.types), attached.weight);
  return found;
}

}  // namespace rxgraph::ingest
