#include "ingest/facts/party_parts.hpp"

#include <algorithm>
#include <array>

namespace rxgraph::ingest::facts {
namespace {

/// The noun group `g` is the name of a party of `types`.
bool names_party(const Scene& scene, std::uint32_t g, const TypeSet& types) {
  const Group& noun = scene.groups[g];
  if (noun.kind != Group::Kind::noun || noun.head_mention < 0) return false;
  const Mention& mention = scene.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
  if (mention.kind != Mention::Kind::entity) return false;
  const std::int16_t type = scene.discourse.type_of(mention.entity);
  return type != no_type && types.test(static_cast<std::size_t>(type)) && scene.memory.rules[static_cast<std::size_t>(type)].party;
}

/// The group before `g`, over what stands in brackets and over commas; `no_group` at the beginning.
std::int32_t before_brackets(const Scene& scene, std::uint32_t g) {
  int brackets = 0;
  while (g-- > 0) {
    const Group::Kind kind = scene.groups[g].kind;
    if (kind == Group::Kind::close) ++brackets;
    else if (kind == Group::Kind::open && brackets > 0) --brackets;
    else if (brackets == 0 && kind != Group::Kind::comma) return static_cast<std::int32_t>(g);
  }
  return no_group;
}

}  // namespace

bool may_be_party(const Scene& scene, const TypeSet& types) {
  for (std::size_t type = 0; type < scene.memory.rules.size(); ++type) {
    if (types.test(type) && scene.memory.rules[type].party) return true;
  }
  return false;
}

bool says_whose(const Group& noun) { return noun.possessor != no_group || noun.determiner == Group::Determiner::possessive; }

bool is_part_of_party(const Scene& scene, std::uint32_t g) {
  static const std::array<std::uint64_t, 5> parts = {word_key("operation"), word_key("business"), word_key("asset"), word_key("segment"), word_key("portfolio")};
  const Group& noun = scene.groups[g];
  if (noun.kind != Group::Kind::noun || noun.head_mention >= 0) return false;
  if (std::find(parts.begin(), parts.end(), noun.lemma) != parts.end()) return true;
  const std::vector<CompiledCarrier>* const carriers = scene.table.carriers(noun.lemma);
  return carriers != nullptr && std::any_of(carriers->begin(), carriers->end(), [&](const CompiledCarrier& carrier) { return may_be_party(scene, carrier.types); });
}

bool hangs_on_part(const Scene& scene, const Attached& attached, std::uint32_t besides) {
  const std::int32_t governor = scene.links[attached.group].governor;
  return governor > 0 && static_cast<std::uint32_t>(governor) - 1 != besides && is_part_of_party(scene, static_cast<std::uint32_t>(governor) - 1);
}

std::int32_t bought_with(const Scene& scene, std::uint32_t g, const TypeSet& types) {
  static const std::uint64_t including = word_key("including"), of = word_key("of");
  constexpr std::uint32_t reach = 12;  // Groups between the two.
  if (g == 0) return no_group;
  const Group& joint = scene.groups[g - 1];
  if (joint.kind == Group::Kind::conjunction) {
    const std::int32_t before = before_brackets(scene, g - 1);
    return before != no_group && names_party(scene, static_cast<std::uint32_t>(before), types) ? before : no_group;
  }
  if (joint.kind != Group::Kind::preposition || joint.lemma != including) return no_group;
  std::int32_t before = before_brackets(scene, g - 1);
  for (; before != no_group && static_cast<std::uint32_t>(before) + reach > g; before = before_brackets(scene, static_cast<std::uint32_t>(before))) {
    const std::uint32_t group = static_cast<std::uint32_t>(before);
    const Group::Kind kind = scene.groups[group].kind;
    if (kind != Group::Kind::noun && kind != Group::Kind::preposition && kind != Group::Kind::conjunction) return no_group;
    if (!names_party(scene, group, types)) continue;
    const std::int32_t governor = scene.links[group].governor;
    return governor == no_group || scene.groups[static_cast<std::size_t>(governor)].lemma == of ? before : no_group;
  }
  return no_group;
}

}  // namespace rxgraph::ingest::facts
