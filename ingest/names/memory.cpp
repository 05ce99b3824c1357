#include <algorithm>

#include "base/names.hpp"
#include "ingest/names/mentions.hpp"

namespace rxgraph::ingest {
namespace {

std::string form_of(const FilingMemory& memory, std::int16_t type, const std::string& name) {
  FilingMemory::NameRule rule;
  if (type >= 0 && static_cast<std::size_t>(type) < memory.rules.size()) rule = memory.rules[static_cast<std::size_t>(type)];
  return normal_form(name, rule.party, rule.plural, rule.numbered);
}

bool has_lower(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// True if `name` tells more than `known` of a party: written as its owner writes it, then longer. The name that a header gives is
/// only written better, never exchanged.
bool is_fuller(const std::string& name, const std::string& known, bool from_header) {
  if (from_header && name_words(name) != name_words(known)) return false;
  if (has_lower(name) != has_lower(known)) return has_lower(name);
  return name.size() > known.size();
}

/// A short name or one that the text does not call its own is not the name to show.
bool may_be_shown(const NameUse& use) {
  return use.how != shorter_form && use.how != "defined term" && use.how != "short form" && use.how != "formerly" && use.how != "vocabulary";
}

/// All names of one vocabulary term are one entity from the start, so two entities with such names are two terms, whatever a
/// careless parenthesis of the filing says.
bool has_vocabulary_name(const LocalEntity& entity) {
  return std::any_of(entity.names.begin(), entity.names.end(), [](const NameUse& use) { return use.how == "vocabulary"; });
}

}  // namespace

std::uint32_t FilingMemory::resolve(std::uint32_t entity) const {
  while (entity < joined.size() && joined[entity] != entity) entity = joined[entity];
  return entity;
}

std::uint32_t FilingMemory::find(std::int16_t type, const std::string& name) const {
  const auto found = by_name.find({type, form_of(*this, type, name)});
  return found == by_name.end() ? no_entity : resolve(found->second);
}

std::uint32_t FilingMemory::add(std::int16_t type, const NameUse& name) {
  std::uint32_t entity = find(type, name.text);
  if (entity == no_entity) {
    entity = static_cast<std::uint32_t>(entities.size());
    entities.push_back({type, name.text, {}, {}});
    joined.push_back(entity);
  }
  add_name(entity, name);
  return resolve(entity);
}

void FilingMemory::add_name(std::uint32_t entity, const NameUse& name) {
  entity = resolve(entity);
  LocalEntity& local = entities[entity];
  if (std::any_of(local.names.begin(), local.names.end(), [&](const NameUse& known) { return known.text == name.text; })) return;
  local.names.push_back(name);
  if (name.how == shorter_form) return;
  const bool party = local.type >= 0 && static_cast<std::size_t>(local.type) < rules.size() && rules[static_cast<std::size_t>(local.type)].party;
  if (party && may_be_shown(name) && is_fuller(name.text, local.name, local.names.front().how == "header")) local.name = name.text;
  const auto [place, is_new] = by_name.try_emplace({local.type, form_of(*this, local.type, name.text)}, entity);
  if (!is_new && resolve(place->second) != entity) join(place->second, entity);
}

std::uint32_t FilingMemory::join(std::uint32_t a, std::uint32_t b) {
  a = resolve(a);
  b = resolve(b);
  if (a == b || entities[a].type != entities[b].type) return a;
  if (has_vocabulary_name(entities[a]) && has_vocabulary_name(entities[b])) return a;
  const std::uint32_t kept = std::min(a, b);
  const std::uint32_t gone = std::max(a, b);
  joined[gone] = kept;
  for (const auto& [key, id] : entities[gone].ids) entities[kept].ids.try_emplace(key, id);
  const std::vector<NameUse> names = std::move(entities[gone].names);
  entities[gone].names.clear();
  for (const NameUse& name : names) add_name(kept, name);
  return kept;
}

std::uint32_t FilingMemory::set_type(std::uint32_t entity, std::int16_t type) {
  entity = resolve(entity);
  LocalEntity& local = entities[entity];
  if (local.type == type) return entity;
  for (const NameUse& name : local.names) {
    const auto old = by_name.find({local.type, form_of(*this, local.type, name.text)});
    if (old != by_name.end() && resolve(old->second) == entity) by_name.erase(old);
  }
  local.type = type;
  std::uint32_t now = entity;
  for (std::size_t i = 0; i < entities[entity].names.size(); ++i) {
    const auto [place, is_new] = by_name.try_emplace({type, form_of(*this, type, entities[entity].names[i].text)}, entity);
    if (!is_new && resolve(place->second) != entity) {
      now = join(place->second, entity);
      break;
    }
  }
  return now;
}

}  // namespace rxgraph::ingest
