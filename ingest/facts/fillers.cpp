#include "ingest/facts/fillers.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace rxgraph::ingest {
namespace {

constexpr int deepest = 4;              ///< Carriers and appositions followed in a row.
constexpr float by_carrier = 0.96F;
constexpr float by_apposition = 0.95F;
constexpr float by_slot = 0.85F;        ///< A name that the slot of another sentence typed.
constexpr float by_pronoun = 0.75F;
constexpr float by_attribute = 0.85F;   ///< "Acme study" for "Acme's study".

struct Keys {
  std::uint64_t we = word_key("we"), us = word_key("us"), our = word_key("our");
  std::uint64_t its = word_key("its"), it = word_key("it"), their = word_key("their"), they = word_key("they");
  std::uint64_t of = word_key("of"), such_as = word_key("such as"), including = word_key("including");
  std::array<std::uint64_t, 8> quantities = {word_key("each"), word_key("both"),   word_key("one"), word_key("all"),
                                             word_key("any"),  word_key("either"), word_key("two"), word_key("some")};
};
const Keys& keys() {
  static const Keys all;
  return all;
}

/// Without hyphens and marks: "up-front" is "upfront".
std::string normalised_blanks(const std::string& text) {
  std::string plain;
  for (const char c : text) {
    if (c == '-' && plain.ends_with("non")) plain.push_back('-');
    if (c == '-' || c == '\'' || c == '"') continue;
    plain.push_back(c == '(' || c == ')' || c == ',' ? ' ' : c);
  }
  return plain;
}

/// "each of A and B": the quantity stands for what follows.
bool is_quantity(std::uint64_t lemma) { return std::find(keys().quantities.begin(), keys().quantities.end(), lemma) != keys().quantities.end(); }

void append(std::vector<Filler>& list, std::vector<Filler> more, float weight) {
  for (Filler& filler : more) {
    filler.confidence *= weight;
    const auto same = std::find_if(list.begin(), list.end(), [&](const Filler& f) {
      return f.entity == filler.entity && (f.entity != no_entity || f.value == filler.value);
    });
    if (same == list.end()) {
      list.push_back(std::move(filler));
    } else if (filler.confidence > same->confidence) {
      *same = std::move(filler);
    }
  }
}

/// True if the folded `text` holds `value` as whole words, hyphens and a plural ending aside.
bool says(const std::string& text, const std::string& value) {
  const std::string words = " " + normalised_blanks(text) + " ";
  for (const std::string& form : {value, value + "s", value.ends_with("y") ? value.substr(0, value.size() - 1) + "ies" : value}) {
    if (words.find(" " + normalised_blanks(form) + " ") != std::string::npos) return true;
  }
  return false;
}

Filler of_denoted(const Denoted& denoted) {
  Filler filler;
  filler.entity = denoted.entity;
  filler.confidence = denoted.confidence;
  filler.context = denoted.context;
  filler.direct = denoted.direct;
  return filler;
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
  filler.guess = static_cast<std::int16_t>(types._Find_first());
  return filler;
}

std::vector<Filler> FillerFinder::pronoun(std::uint32_t group, std::uint64_t key, const TypeSet& types) const {
  std::vector<Filler> found;
  if (key == keys().we || key == keys().us || key == keys().our) {
    const std::int16_t type = scene_.discourse.type_of(scene_.discourse.speaker());
    if (type != no_type && types.test(static_cast<std::size_t>(type))) {
      Filler filler;
      filler.entity = scene_.memory.resolve(scene_.discourse.speaker());
      filler.confidence = 0.97F;
      found.push_back(filler);
    }
    return found;
  }
  if (key != keys().its && key != keys().it && key != keys().their && key != keys().they) return found;
  // Who acts in its clause, else the nearest free noun group before it, else the subject of the sentence before.
  const std::int32_t verb = scene_.links[group].verb;
  if (verb != no_group) {
    for (const Attached& agent : scene_.links[static_cast<std::size_t>(verb)].agents) {
      if (agent.group >= group || scene_.groups[agent.group].pronoun) continue;
      found = denoted(agent.group, types, 1);
      for (Filler& filler : found) {
        filler.confidence *= by_pronoun + 0.1F;
        filler.direct = false;
      }
      if (!found.empty()) return found;
    }
  }
  for (std::uint32_t g = group; g-- > 0;) {
    if (scene_.groups[g].kind != Group::Kind::noun || scene_.links[g].governor != no_group || scene_.groups[g].pronoun) continue;
    if (scene_.groups[g].head_mention < 0) continue;
    const Mention& mention = scene_.sentence.mentions[static_cast<std::size_t>(scene_.groups[g].head_mention)];
    if (std::optional<Filler> filler = of_mention(mention, types, false)) {
      filler->confidence *= by_pronoun + 0.1F;
      filler->direct = false;
      found.push_back(*filler);
      return found;
    }
  }
  if (const std::optional<Denoted> subject = scene_.discourse.last_subject(types)) found.push_back(of_denoted(*subject));
  return found;
}

/// "the Company", "the Licensee", "the antibody", "this compound".
std::vector<Filler> FillerFinder::referred(std::uint32_t group, const TypeSet& types) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.head_mention >= 0 || noun.last == noun.first) return found;
  const Token& head = scene_.sentence.tokens[noun.last - 1];
  const std::string_view word = scene_.document.words(head.text);
  if (head.capital) {
    const std::uint32_t role = scene_.discourse.defined_role(word);
    const std::int16_t type = scene_.discourse.type_of(role);
    if (type != no_type && types.test(static_cast<std::size_t>(type))) {
      Filler filler;
      filler.entity = role;
      filler.confidence = 0.95F;
      found.push_back(filler);
      return found;
    }
  }
  const bool defined_term = head.capital && noun.last - 1 > noun.first;
  if (noun.determiner != Group::Determiner::definite) return found;
  const TypeSet meant = scene_.table.nominals().types(noun.lemma) & types;
  if (meant.none()) return found;
  const std::uint32_t speaker = scene_.discourse.speaker();
  const std::int16_t speaker_type = scene_.discourse.type_of(speaker);
  if (head.capital && speaker_type != no_type && meant.test(static_cast<std::size_t>(speaker_type))) {
    Filler filler;
    filler.entity = scene_.memory.resolve(speaker);
    filler.confidence = 0.95F;
    found.push_back(filler);
    return found;
  }
  if (defined_term) return found;  // "the Product": an agreement's own word, which stands for what it defines alone.
  if (noun.lemma != 0 && meant.test(static_cast<std::size_t>(std::max<std::int16_t>(speaker_type, 0))) && speaker_type != no_type) return found;
  if (const std::optional<Denoted> topic = scene_.discourse.topic(meant)) {
    found.push_back(of_denoted(*topic));
  } else if (const std::optional<Denoted> last = scene_.discourse.last_named(meant)) {
    found.push_back(of_denoted(*last));
  }
  return found;
}

/// What the group itself names: its head, or the name before a common noun ("the compound X-1", "X-1 antibody").
std::vector<Filler> FillerFinder::named(std::uint32_t group, const TypeSet& types) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.determiner == Group::Determiner::negative || noun.pronoun) return found;
  if (noun.head_mention >= 0) {
    const Mention& mention = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
    // A common noun with a capital is no name: "the Biologics".
    const bool guess = scene_.table.nominals().types(noun.lemma).none() && scene_.table.carriers(noun.lemma) == nullptr;
    if (std::optional<Filler> filler = of_mention(mention, types, guess)) found.push_back(std::move(*filler));
    return found;
  }
  const TypeSet meant = scene_.table.nominals().types(noun.lemma) & types;
  for (auto modifier = noun.modifiers.rbegin(); modifier != noun.modifiers.rend() && found.empty(); ++modifier) {
    if (modifier->link != 0) continue;
    if (std::optional<Filler> filler = of_mention(scene_.sentence.mentions[modifier->mention], meant, false)) found.push_back(std::move(*filler));
  }
  return found;
}

std::vector<Filler> FillerFinder::denoted(std::uint32_t group, const TypeSet& types, int depth) const {
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.determiner == Group::Determiner::negative || depth > deepest) return {};
  if (noun.pronoun) return pronoun(group, noun.lemma, types);
  std::vector<Filler> found = named(group, types);
  if (!found.empty() || noun.head_mention >= 0) return found;
  const std::int32_t host = scene_.links[group].apposed_to;
  if (host != no_group) {
    // "A, B and C, a subsidiary of D": one noun explains the thing beside it, not the whole list.
    const bool singular = noun.lemma == scene_.sentence.tokens[noun.last - 1].key;
    const bool one = singular && !noun.counted && !scene_.links[group].apposed_by_copula;
    for (const std::uint32_t member : scene_.links[static_cast<std::size_t>(host)].members) {
      if (!one || static_cast<std::int32_t>(member) == host) append(found, denoted(member, types, depth + 1), by_apposition);
    }
    if (!found.empty()) return found;
  }
  return referred(group, types);
}

std::vector<Filler> FillerFinder::modifiers(std::uint32_t group, const TypeSet& types, const SlotPlace& place) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  for (const Modifier& modifier : noun.modifiers) {
    const bool fits = place.kind == SlotPlace::Kind::modifier ? modifier.link == 0
                                                              : modifier.link == place.key && modifier.prefix == (place.kind == SlotPlace::Kind::prefix);
    if (!fits) continue;
    if (std::optional<Filler> filler = of_mention(scene_.sentence.mentions[modifier.mention], types, false)) append(found, {*filler}, 1);
  }
  // "Phase 1 and Phase 2 trials": the first name stands as a group of its own.
  if (!found.empty() && group >= 2 && scene_.groups[group - 1].kind == Group::Kind::conjunction && scene_.groups[group - 2].kind == Group::Kind::noun &&
      !noun.modifiers.empty() && scene_.groups[group - 2].head_mention >= 0 && noun.determiner == Group::Determiner::none) {
    const Mention& before = scene_.sentence.mentions[static_cast<std::size_t>(scene_.groups[group - 2].head_mention)];
    const Mention& own = scene_.sentence.mentions[noun.modifiers.front().mention];
    if (before.type == own.type) {
      if (std::optional<Filler> filler = of_mention(before, types, false)) append(found, {*filler}, 0.95F);
    }
  }
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
    if (std::optional<Filler> filler = of_mention(scene_.sentence.mentions[noun.modifiers.front().mention], types, false)) append(found, {*filler}, by_attribute);
  }
  return found;
}

/// "a trial of X", "patients with D": the filler stands behind a carrier noun.
std::vector<Filler> FillerFinder::carried(std::uint32_t group, const TypeSet& types, int depth) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (is_quantity(noun.lemma) && depth < deepest) {
    for (const Attached& attached : scene_.links[group].prepositional) {
      if (attached.label == keys().of) append(found, filled(attached.group, types, depth + 1), attached.weight * by_carrier);
    }
  }
  const std::vector<CompiledCarrier>* const carriers = scene_.table.carriers(noun.lemma);
  if (carriers == nullptr || depth >= deepest || noun.determiner == Group::Determiner::negative) return found;
  for (const CompiledCarrier& carrier : *carriers) {
    const TypeSet wanted = carrier.types & types;
    if (wanted.none()) continue;
    if (carrier.modifier) append(found, modifiers(group, wanted, {SlotPlace::Kind::modifier, 0}), by_carrier);
    for (const std::uint64_t label : carrier.labels) {
      for (const Attached& attached : scene_.links[group].prepositional) {
        if (attached.label == label) append(found, filled(attached.group, wanted, depth + 1), attached.weight * by_carrier);
      }
      for (const std::uint32_t verb : scene_.links[group].verbs) {
        if (scene_.groups[verb].lemma != label || scene_.groups[verb].negated) continue;
        for (const Attached& theme : scene_.links[verb].themes) append(found, filled(theme.group, wanted, depth + 1), theme.weight * by_carrier);
      }
    }
  }
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
  for (const std::uint32_t member : scene_.links[group].members) {
    if (scene_.groups[member].determiner == Group::Determiner::negative) continue;
    append(found, denoted_or_carried(member, types, depth), member == group ? 1 : 0.98F);
    for (const Attached& attached : scene_.links[member].prepositional) {  // "tumours such as A and B"
      if (attached.label == keys().such_as || attached.label == keys().including) append(found, filled(attached.group, types, depth + 1), attached.weight * by_carrier);
    }
  }
  return found;
}

/// "huC242-DM4": parts of the head's name that this filing knows as names of their own.
std::vector<Filler> FillerFinder::parts(std::uint32_t group, const TypeSet& types) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.head_mention < 0) return found;
  const Mention& head = scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)];
  if (head.kind != Mention::Kind::entity || head.last < head.first + 2) return found;
  for (std::uint32_t t = head.first; t < head.last; ++t) {
    if (scene_.sentence.tokens[t].kind == Token::Kind::mark) continue;
    const std::string part(scene_.document.words(scene_.sentence.tokens[t].text));
    const auto hyphen = [&](std::uint32_t at) { return at >= head.first && at < head.last && scene_.document.words(scene_.sentence.tokens[at].text) == "-"; };
    const bool joined = hyphen(t + 1) || (t > head.first && hyphen(t - 1));
    for (std::size_t type = 0; type < scene_.table.ontology().types.size(); ++type) {
      if (!types.test(type)) continue;
      // "X phosphate" is X in another form; "X-DM1" is X and something else.
      if (!joined && static_cast<std::int16_t>(type) == head.type) continue;
      const std::uint32_t entity = scene_.memory.find(static_cast<std::int16_t>(type), part);
      if (entity == no_entity || scene_.memory.resolve(entity) == scene_.memory.resolve(head.entity)) continue;
      Filler filler;
      filler.entity = scene_.memory.resolve(entity);
      filler.confidence = head.confidence;
      append(found, {filler}, 1);
    }
  }
  return found;
}

std::vector<Filler> FillerFinder::dates(std::uint32_t group) const {
  std::vector<Filler> found;
  const auto add = [&](const Mention& mention) {
    if (mention.kind != Mention::Kind::date || mention.value.empty()) return;
    Filler filler;
    filler.value = mention.value;
    found.push_back(std::move(filler));
  };
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun) return found;
  if (noun.head_mention >= 0) add(scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)]);
  for (const Modifier& modifier : noun.modifiers) add(scene_.sentence.mentions[modifier.mention]);
  return found;
}

std::vector<Filler> FillerFinder::values(std::uint32_t group, const QualifierType& qualifier) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.last == noun.first) return found;
  const TextRange words{scene_.sentence.tokens[noun.first].text.begin, scene_.sentence.tokens[noun.last - 1].text.end};
  switch (qualifier.type) {
    case ValueType::date: return dates(group);
    case ValueType::number:
      for (const Mention& mention : scene_.sentence.mentions) {
        if (mention.kind != Mention::Kind::money || mention.first < noun.first || mention.last > noun.last) continue;
        Filler filler;
        filler.value = mention.amount;
        filler.currency = mention.value;
        found.push_back(std::move(filler));
      }
      return found;
    case ValueType::closed: {
      // Longer values first, so that "non-exclusive" is not "exclusive".
      const std::string text = fold(scene_.document.words(words));
      const std::string* best = nullptr;
      for (const std::string& value : qualifier.values) {
        if (says(text, fold(value)) && (best == nullptr || value.size() > best->size())) best = &value;
      }
      if (best != nullptr) {
        Filler filler;
        filler.value = *best;
        found.push_back(std::move(filler));
      }
      return found;
    }
    case ValueType::text: {
      if (!noun.modifiers.empty() || noun.head_mention >= 0 || !scene_.sentence.tokens[noun.last - 1].capital) return found;
      std::uint32_t first = noun.first;
      while (first + 1 < noun.last && !scene_.sentence.tokens[first].capital) ++first;
      Filler filler;
      filler.value = std::string(scene_.document.words({scene_.sentence.tokens[first].text.begin, words.end}));
      found.push_back(std::move(filler));
      return found;
    }
    case ValueType::currency:
    case ValueType::entity:
    case ValueType::boolean: return found;
  }
  return found;
}

std::vector<Attached> FillerFinder::groups_at(std::uint32_t group, const SlotPlace& place) const {
  const Links& links = scene_.links[group];
  using Kind = SlotPlace::Kind;
  switch (place.kind) {
    case Kind::agent:  // Of a noun: the subject of the verb that it depends on.
      if (scene_.groups[group].kind == Group::Kind::verb) return links.agents;
      return links.verb == no_group ? std::vector<Attached>() : scene_.links[static_cast<std::size_t>(links.verb)].agents;
    case Kind::theme: return links.themes;
    case Kind::recipient: return links.recipients;
    case Kind::when: {
      std::vector<Attached> found;
      for (const Attached& attached : links.prepositional) {
        if (found.empty() && !dates(attached.group).empty()) found.push_back(attached);
      }
      return found;
    }
    case Kind::preposition: {
      std::vector<Attached> found;
      for (const Attached& attached : links.prepositional) {
        if (attached.label == place.key) found.push_back(attached);
      }
      return found;
    }
    case Kind::head:
    case Kind::name: return {{0, group, 1}};
    case Kind::possessor:
    case Kind::genitive:
      if (scene_.groups[group].possessor != no_group) return {{0, static_cast<std::uint32_t>(scene_.groups[group].possessor), 1}};
      return {};
    case Kind::part:
    case Kind::modifier:
    case Kind::link:
    case Kind::prefix: return {};
  }
  return {};
}

std::vector<Filler> FillerFinder::at_place(std::uint32_t group, const SlotPlace& place, const SlotRole& role) const {
  using Kind = SlotPlace::Kind;
  std::vector<Filler> found;
  const bool is_value = role.kind == SlotRole::Kind::qualifier && (role.qualifier == nullptr || role.qualifier->type != ValueType::entity);
  if (is_value) {
    if (role.qualifier == nullptr) return found;
    if (place.kind == Kind::modifier || place.kind == Kind::head) return values(group, *role.qualifier);
    if (place.kind == Kind::when && scene_.groups[group].kind == Group::Kind::noun) {
      append(found, dates(group), 1);
      const std::int32_t verb = scene_.links[group].verb;
      if (found.empty() && groups_at(group, place).empty() && verb != no_group) return at_place(static_cast<std::uint32_t>(verb), place, role);
    }
    for (const Attached& attached : groups_at(group, place)) {
      if (scene_.groups[attached.group].kind != Group::Kind::noun) continue;
      for (const std::uint32_t member : scene_.links[attached.group].members) append(found, values(member, *role.qualifier), attached.weight);
    }
    return found;
  }
  switch (place.kind) {
    case Kind::head: return denoted_or_carried(group, role.types, 0);
    case Kind::possessor: return possessors(group, role.types);
    case Kind::genitive:
      if (scene_.groups[group].possessor == no_group) return found;
      return filled(static_cast<std::uint32_t>(scene_.groups[group].possessor), role.types, 1);
    case Kind::name: return named(group, role.types);
    case Kind::part: return parts(group, role.types);
    case Kind::modifier:
    case Kind::link:
    case Kind::prefix: return modifiers(group, role.types, place);
    default: break;
  }
  const std::vector<Attached> groups = groups_at(group, place);
  if (place.kind == Kind::agent || place.kind == Kind::theme) return best_reading(groups, role.types);
  for (const Attached& attached : groups) append(found, filled(attached.group, role.types, 0), attached.weight);
  return found;
}

/// Subjects and objects that ambiguity offers are alternatives: the surest that fits is meant.
std::vector<Filler> FillerFinder::best_reading(std::vector<Attached> groups, const TypeSet& types) const {
  std::stable_sort(groups.begin(), groups.end(), [](const Attached& a, const Attached& b) { return a.weight > b.weight; });
  std::vector<Filler> found;
  for (const Attached& attached : groups) {
    append(found, filled(attached.group, types, 0), attached.weight);
    if (!found.empty()) break;
  }
  return found;
}

}  // namespace rxgraph::ingest
