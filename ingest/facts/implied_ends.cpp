#include "ingest/facts/implied_ends.hpp"

#include <algorithm>
#include <iterator>

#include "ingest/facts/prospects.hpp"

namespace rxgraph::ingest::facts {
namespace {

constexpr float by_sentence = 0.85F;  ///< An end that the sentence names, but not where the frame wants it.
constexpr float by_memory = 0.9F;     ///< An end that a sentence before names, beside what coreference costs.

bool takes_agent(const CompiledFrame& frame) {
  return std::any_of(frame.slots.begin(), frame.slots.end(), [](const CompiledSlot& slot) {
    return slot.role.kind == SlotRole::Kind::subject && !slot.nested &&
           std::any_of(slot.places.begin(), slot.places.end(), [](const SlotPlace& place) { return place.kind == SlotPlace::Kind::agent; });
  });
}

}  // namespace

bool ImpliedEnds::names_any(const TypeSet& types) const {
  return std::any_of(scene_.sentence.mentions.begin(), scene_.sentence.mentions.end(), [&](const Mention& mention) {
    if (mention.kind != Mention::Kind::entity) return mention.kind == Mention::Kind::unknown;
    const std::int16_t type = scene_.discourse.type_of(mention.entity);
    return type != no_type && types.test(static_cast<std::size_t>(type));
  });
}

bool ImpliedEnds::carries_several(const Group& group) const {
  if (group.kind != Group::Kind::noun || group.head_mention >= 0) return false;
  const std::vector<CompiledCarrier>* const carriers = scene_.table.carriers(group.lemma);
  if (carriers == nullptr) return false;
  return std::any_of(carriers->begin(), carriers->end(), [&](const CompiledCarrier& carrier) { return carrier.types != carriers->front().types; });
}

bool ImpliedEnds::carries(const Group& group, const TypeSet& types) const {
  const std::vector<CompiledCarrier>* const carriers = scene_.table.carriers(group.lemma);
  return carriers != nullptr && std::any_of(carriers->begin(), carriers->end(), [&](const CompiledCarrier& carrier) { return (carrier.types & types).any(); });
}

bool ImpliedEnds::goes_along(std::uint32_t g) const {
  static const std::uint64_t additions[] = {word_key("in combination with"), word_key("in conjunction with"), word_key("together with"), word_key("plus"), word_key("added to"),
                                            word_key("versus"), word_key("vs"), word_key("vs."), word_key("compared with"), word_key("compared to"), word_key("with or without"), word_key("along with")};
  const std::int32_t governor = scene_.links[g].governor;
  if (is_added_to(scene_, g)) return true;
  return governor != no_group && std::find(std::begin(additions), std::end(additions), scene_.groups[static_cast<std::size_t>(governor)].lemma) != std::end(additions);
}

bool ImpliedEnds::is_addition(std::uint32_t mention) const {
  for (std::uint32_t g = 0; g < scene_.groups.size(); ++g) {
    if (scene_.groups[g].head_mention == static_cast<std::int32_t>(mention) && goes_along(g)) return true;
  }
  return false;
}

bool ImpliedEnds::was_given_before(std::uint32_t mention) const {
  static const std::uint64_t ends[] = {word_key("fail"), word_key("progress"), word_key("relapse"), word_key("tolerate")};
  const Mention& named = scene_.sentence.mentions[mention];
  for (std::uint32_t g = 1; g < scene_.groups.size(); ++g) {
    if (scene_.groups[g].kind != Group::Kind::noun || named.first < scene_.groups[g].first || named.last > scene_.groups[g].last) continue;
    const std::int32_t verb = scene_.links[g].verb;
    if (verb <= 0 || scene_.groups[static_cast<std::size_t>(verb)].gerund) return false;
    const auto act = static_cast<std::uint32_t>(verb);
    return act < g && scene_.groups[act - 1].kind == Group::Kind::relative && std::find(std::begin(ends), std::end(ends), scene_.groups[act].lemma) != std::end(ends);
  }
  return false;
}

std::optional<Denoted> ImpliedEnds::sole_name(const TypeSet& types) const {
  std::optional<Denoted> sole;
  for (std::uint32_t m = 0; m < scene_.sentence.mentions.size(); ++m) {
    const Mention& mention = scene_.sentence.mentions[m];
    if (mention.kind != Mention::Kind::entity || is_addition(m)) continue;
    const std::uint32_t entity = scene_.memory.resolve(mention.entity);
    const std::int16_t type = scene_.discourse.type_of(entity);
    if (type == no_type || !types.test(static_cast<std::size_t>(type))) continue;
    if (was_given_before(m)) return std::nullopt;
    if (sole && sole->entity != entity) return std::nullopt;
    sole = Denoted{entity, by_sentence * mention.confidence, std::nullopt, false};
  }
  return sole;
}

bool ImpliedEnds::told_of_another(std::uint32_t entity, const std::vector<Filler>& known, const TypeSet& types, std::uint32_t noun) const {
  SlotRole thing;
  thing.types = types;
  for (std::uint32_t g = 0; g < scene_.groups.size(); ++g) {
    if (g == noun || scene_.groups[g].kind != Group::Kind::noun) continue;
    const auto names = [&](const Modifier& modifier) {
      const Mention& mention = scene_.sentence.mentions[modifier.mention];
      return mention.entity != no_entity && scene_.memory.resolve(mention.entity) == entity;
    };
    if (std::none_of(scene_.groups[g].modifiers.begin(), scene_.groups[g].modifiers.end(), names)) continue;
    std::vector<Filler> others = fillers_.at_place(g, {SlotPlace::Kind::head, 0}, thing);
    std::erase_if(others, [](const Filler& other) { return other.guess != no_type; });
    const auto is_known = [&](const Filler& other) { return std::any_of(known.begin(), known.end(), [&](const Filler& one) { return one.entity == other.entity; }); };
    if (!others.empty() && std::none_of(others.begin(), others.end(), is_known)) return true;
  }
  return false;
}

std::optional<Denoted> ImpliedEnds::named_in_brackets(const TypeSet& types) const {
  const auto is_one = [&](const Group& group) { return group.kind == Group::Kind::noun && group.head_mention < 0 && (scene_.table.nominals().types(group.lemma) & types).any(); };
  if (std::count_if(scene_.groups.begin(), scene_.groups.end(), is_one) != 1) return std::nullopt;
  std::optional<Denoted> sole = sole_name(types);
  if (!sole) return std::nullopt;
  for (std::size_t g = 1; g < scene_.groups.size(); ++g) {
    const std::int32_t head = scene_.groups[g].head_mention;
    if (head < 0 || scene_.groups[g - 1].kind != Group::Kind::open) continue;
    const Mention& mention = scene_.sentence.mentions[static_cast<std::size_t>(head)];
    if (mention.entity != no_entity && scene_.memory.resolve(mention.entity) == sole->entity) return sole;
  }
  return std::nullopt;
}

bool ImpliedEnds::acts_on_pronoun(std::uint32_t g) const {
  return std::any_of(scene_.links.begin(), scene_.links.end(), [&](const Links& verb) {
    const auto is_noun = [&](const Attached& agent) { return agent.group == g; };
    const auto is_pronoun = [&](const Attached& theme) { return scene_.groups[theme.group].pronoun; };
    return std::any_of(verb.agents.begin(), verb.agents.end(), is_noun) && std::any_of(verb.themes.begin(), verb.themes.end(), is_pronoun);
  });
}

/// "readouts for our flu vaccine, our RSV vaccine and our COVID vaccine": what nobody names is meant.
bool ImpliedEnds::tells_of_several(const TypeSet& types) const {
  const auto is_one = [&](const Group& group) {
    const bool own = group.determiner == Group::Determiner::possessive || group.determiner == Group::Determiner::indefinite;
    return own && group.kind == Group::Kind::noun && group.head_mention < 0 && !group.modifiers.empty() && (scene_.table.nominals().types(group.lemma) & types).any();
  };
  return std::count_if(scene_.groups.begin(), scene_.groups.end(), is_one) > 1;
}

bool ImpliedEnds::is_open(std::uint32_t g, const TypeSet& types) const {
  const Group& noun = scene_.groups[g];
  const bool plural = noun.lemma != scene_.sentence.tokens[noun.last - 1].key;
  bool general = noun.determiner == Group::Determiner::none && noun.possessor == no_group && plural;
  // "announced Phase 2 results": what was told at one time is not said in general.
  const std::int32_t verb = scene_.links[g].verb;
  if (general && !noun.modifiers.empty() && verb != no_group && scene_.groups[static_cast<std::size_t>(verb)].past) general = false;
  if (general && noun.last < scene_.sentence.tokens.size() && !noun.modifiers.empty()) {
    static const std::uint64_t under_way[] = {word_key("ongoing"), word_key("underway")};
    const auto is_under_way = [&](std::uint32_t t) { return std::find(std::begin(under_way), std::end(under_way), scene_.sentence.tokens[t].key) != std::end(under_way); };
    general = !is_under_way(noun.last) && !is_under_way(noun.last - 1);
  }
  if (general || acts_on_pronoun(g)) return false;
  // "our flu vaccine study" is one of a vaccine that has no name here.
  for (std::uint32_t t = noun.first; t + 1 < noun.last; ++t) {
    const Token& token = scene_.sentence.tokens[t];
    const auto named = [&](const Mention& mention) { return mention.first <= t && t < mention.last; };
    if (token.kind != Token::Kind::word || std::any_of(scene_.sentence.mentions.begin(), scene_.sentence.mentions.end(), named)) continue;
    if ((scene_.table.nominals().types(Lexicon::noun_lemma(scene_.document.words(token.text))) & types).any() && !scene_.table.carriers(token.key)) return false;
  }
  static const std::uint64_t of = word_key("of");
  return std::none_of(scene_.links[g].prepositional.begin(), scene_.links[g].prepositional.end(), [&](const Attached& attached) {
    if (attached.label != of || attached.weight < 0.9F) return false;
    const Group& filler = scene_.groups[attached.group];
    if (filler.head_mention >= 0) return scene_.sentence.mentions[static_cast<std::size_t>(filler.head_mention)].kind == Mention::Kind::unknown;
    const bool of_all = filler.determiner == Group::Determiner::none && filler.possessor == no_group && filler.modifiers.empty() && filler.lemma != scene_.sentence.tokens[filler.last - 1].key;
    if (of_all && (scene_.table.nominals().types(filler.lemma) & types).any()) return true;  // "the development of new products"
    return scene_.table.carriers(filler.lemma) == nullptr;
  });
}

void ImpliedEnds::complete(const CompiledFrame& frame, std::uint32_t g, Filled& filled) const {
  const bool has_subject = !filled.subjects.empty() || frame.constant_subject;
  const bool has_object = !filled.objects.empty() || frame.constant_object;
  if (frame.any_noun || has_subject == has_object) return;
  const auto wants_name = [](const CompiledSlot& slot) { return slot.nested && slot.nested->any_noun; };
  if (std::any_of(frame.slots.begin(), frame.slots.end(), wants_name)) return;  // It says itself where the end stands.
  const Group& noun = scene_.groups[filled.noun];
  const TypeSet& types = has_subject ? frame.object_types : frame.subject_types;
  if (general() || tells_of_several(types) || place_taken(frame, g, has_subject ? SlotRole::Kind::object : SlotRole::Kind::subject)) return;
  // "an inhibitor" is a thing of its own; "a trial" is a trial of something.
  if (noun.kind == Group::Kind::noun && (scene_.table.nominals().types(noun.lemma) & types).any()) {
    if (!has_subject) return;
    if (const std::optional<Denoted> named = named_in_brackets(types)) filled.objects.push_back(filler_of(*named));
    return;
  }
  const std::int16_t speaker = scene_.discourse.type_of(scene_.discourse.speaker());
  if (speaker != no_type && types.test(static_cast<std::size_t>(speaker))) return;  // Who acts is never left to a heading.
  // What somebody acts on may be, but not the stage or the disease of a thing.
  const bool acted_on = speaker != no_type && frame.subject_types.test(static_cast<std::size_t>(speaker));
  const bool implied = carries_several(noun) && carries(noun, types) && is_open(filled.noun, types);
  std::optional<Denoted> meant;
  if (names_any(types)) {
    if (implied) meant = sole_name(types);
    if (meant && told_of_another(meant->entity, has_subject ? filled.subjects : filled.objects, has_subject ? frame.subject_types : frame.object_types, filled.noun)) meant.reset();
  } else if (has_object || (implied && acted_on)) {
    meant = scene_.discourse.of_row(types);
    if (!meant) meant = scene_.discourse.topic(types);
    const bool told = implied || tells_event(frame, g);
    if (!meant && told && has_object && (meant = scene_.discourse.theme(types))) meant->confidence *= by_memory;
  }
  if (meant) (has_subject ? filled.objects : filled.subjects).push_back(filler_of(*meant));
}

bool ImpliedEnds::tells_event(const CompiledFrame& frame, std::uint32_t g) const {
  const Group& verb = scene_.groups[g];
  return frame.relation->time == Relation::Time::event && verb.kind == Group::Kind::verb && verb.past && verb.mood == Mood::none && !verb.gerund && !verb.infinitive;
}

bool ImpliedEnds::place_taken(const CompiledFrame& frame, std::uint32_t g, SlotRole::Kind role) const {
  if (scene_.groups[g].kind != Group::Kind::verb) return false;
  return std::any_of(frame.slots.begin(), frame.slots.end(), [&](const CompiledSlot& slot) {
    if (slot.nested || slot.role.kind != role) return false;
    return std::any_of(slot.places.begin(), slot.places.end(), [&](const SlotPlace& place) {
      return fillers_.any_at(g, place, [&](const Attached& attached) { return scene_.groups[attached.group].kind == Group::Kind::noun; });
    });
  });
}

bool ImpliedEnds::general() const {
  static const std::uint64_t words[] = {word_key("typically"), word_key("generally"), word_key("usually"), word_key("normally"), word_key("often"), word_key("sometimes")};
  return std::any_of(scene_.sentence.tokens.begin(), scene_.sentence.tokens.end(),
                     [](const Token& token) { return std::find(std::begin(words), std::end(words), token.key) != std::end(words); });
}

void ImpliedEnds::complete_agent(const CompiledFrame& frame, Filled& filled) const {
  if (!filled.subjects.empty() || frame.constant_subject || frame.constant_object || !takes_agent(frame)) return;
  const std::uint32_t speaker = scene_.discourse.speaker();
  const std::int16_t type = scene_.discourse.type_of(speaker);
  const std::optional<Denoted> topic = scene_.discourse.topic(frame.object_types);
  if (!topic || type == no_type || !frame.subject_types.test(static_cast<std::size_t>(type))) return;
  const auto other = [&](const Mention& mention) {
    const std::int16_t of = mention.kind == Mention::Kind::entity ? scene_.discourse.type_of(mention.entity) : no_type;
    return of != no_type && frame.subject_types.test(static_cast<std::size_t>(of)) && scene_.memory.resolve(mention.entity) != scene_.memory.resolve(speaker);
  };
  if (std::any_of(scene_.sentence.mentions.begin(), scene_.sentence.mentions.end(), other)) return;
  if (filled.objects.empty()) {
    const Group& noun = scene_.groups[filled.noun];
    if (names_any(frame.object_types) || !carries_several(noun) || !carries(noun, frame.object_types) || !is_open(filled.noun, frame.object_types)) return;
    filled.objects.push_back(filler_of(*topic));
  }
  if (std::any_of(filled.objects.begin(), filled.objects.end(), [&](const Filler& object) { return object.entity != topic->entity; })) return;
  filled.subjects.push_back(filler_of({speaker, by_sentence, std::nullopt, false}));
}

Filler ImpliedEnds::filler_of(const Denoted& denoted) const {
  Filler filler;
  filler.entity = scene_.memory.resolve(denoted.entity);
  filler.confidence = denoted.confidence;
  filler.context = denoted.context;
  filler.direct = denoted.direct;
  return filler;
}

}  // namespace rxgraph::ingest::facts
