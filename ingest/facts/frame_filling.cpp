#include "ingest/facts/frame_filling.hpp"

#include <algorithm>
#include <iterator>

#include "ingest/facts/triggers.hpp"

namespace rxgraph::ingest::facts {
namespace {

/// A list of nouns that give one end alone gives several fillers; of those that give both only the first counts.
bool fills_one_end(const CompiledFrame& nested) {
  const auto gives = [&](SlotRole::Kind kind) {
    return std::any_of(nested.slots.begin(), nested.slots.end(), [&](const CompiledSlot& slot) { return slot.nested || slot.role.kind == kind; });
  };
  return nested.deal == nullptr && gives(SlotRole::Kind::subject) != gives(SlotRole::Kind::object);
}

}  // namespace

std::optional<Filled> FrameFilling::fill(const CompiledFrame& frame, std::uint32_t g) {
  implied_ = frame.deal == nullptr && (implied_ends_.carries_several(scene_.groups[g]) || implied_ends_.tells_event(frame, g));
  if (!explain_ && !possible(frame, g)) return std::nullopt;
  Filled filled;
  filled.noun = g;
  const bool whole = fill_ends(frame, g, filled, 0);
  if (frame.deal == nullptr) {
    implied_ends_.complete(frame, g, filled);
    if (has_topic_ && scene_.groups[g].passive) implied_ends_.complete_agent(frame, filled);
    const bool lacks_end = (filled.subjects.empty() && !frame.constant_subject) || (filled.objects.empty() && !frame.constant_object);
    if (!explain_ && lacks_end) return std::nullopt;
  }
  if (!explain_ && !filled.missing.empty()) return std::nullopt;
  if (whole) fill_qualifiers(frame, g, filled);
  return filled;
}

bool FrameFilling::has_recipient(const CompiledSlot& slot, std::uint32_t g) const {
  if (scene_.links[g].recipients.empty()) return false;
  const auto place = std::find_if(slot.places.begin(), slot.places.end(), [](const SlotPlace& one) { return one.kind == SlotPlace::Kind::recipient; });
  return place != slot.places.end() && !fillers_.at_place(g, *place, slot.role).empty();
}

std::vector<Filler> FrameFilling::found_for(const CompiledSlot& slot, std::uint32_t g, const Filled& filled) const {
  std::vector<Filler> found;
  for (const SlotPlace& place : slot.places) {
    if (place.kind == SlotPlace::Kind::owner && filled.roles.contains(slot.role.name)) continue;  // Only where nothing nearer says it.
    const bool of_noun = scene_.groups[g].kind == Group::Kind::noun;
    if (place.kind == SlotPlace::Kind::agent && of_noun && !found.empty()) continue;  // "under our agreement with A, B approved X"
    if (place.kind == SlotPlace::Kind::preposition && has_recipient(slot, g)) continue;  // "paid us a fee for the transfer of X to A"
    std::vector<Filler> here = fillers_.at_place(g, place, slot.role);
    if (found.empty()) found = std::move(here);
    else found.insert(found.end(), std::make_move_iterator(here.begin()), std::make_move_iterator(here.end()));
  }
  return found;
}

bool FrameFilling::possible(const CompiledFrame& frame, std::uint32_t g) const {
  const bool one_end = (has_topic_ || implied_) && !frame.any_noun;
  if (frame.deal == nullptr && !may_hold(frame, reach_, one_end || frame.nests)) return false;  // A nested noun may imply an end.
  bool subject = frame.constant_subject;
  bool object = frame.constant_object;
  for (const CompiledSlot& slot : frame.slots) {
    if (slot.role.kind == SlotRole::Kind::qualifier) break;  // They come last.
    const bool here = std::any_of(slot.places.begin(), slot.places.end(), [&](const SlotPlace& place) {
      return slot.nested ? holds_nested(*slot.nested, g, place) : fillers_.may_fill(g, place, slot.role);
    });
    if (slot.required && !here) return false;
    subject = subject || (here && (slot.nested || slot.role.kind == SlotRole::Kind::subject));
    object = object || (here && (slot.nested || slot.role.kind == SlotRole::Kind::object));
  }
  if (frame.deal != nullptr) return true;
  return one_end ? subject || object : subject && object;
}

bool FrameFilling::fill_ends(const CompiledFrame& frame, std::uint32_t g, Filled& filled, int depth) {
  if (!frame.frame->set.empty()) filled.sets.push_back(&frame.frame->set);
  for (const CompiledSlot& slot : frame.slots) {
    if (slot.role.kind == SlotRole::Kind::qualifier) break;  // They come last.
    if (!slot.nested) {
      if (!fill_slot(frame, slot, g, filled)) return false;
      continue;
    }
    if (!fill_nested(slot, g, filled, depth) && slot.required && filled.missing.empty()) filled.missing = "no " + slot.nested->frame->words.front();
    if (!filled.missing.empty() && !explain_) return false;
  }
  return true;
}

void FrameFilling::fill_qualifiers(const CompiledFrame& frame, std::uint32_t g, Filled& filled) {
  for (const CompiledSlot& slot : frame.slots) {
    if (slot.role.kind == SlotRole::Kind::qualifier && !fill_slot(frame, slot, g, filled)) return;
  }
}

bool FrameFilling::fill_slot(const CompiledFrame& frame, const CompiledSlot& slot, std::uint32_t g, Filled& filled) {
  std::vector<Filler> found = found_for(slot, g, filled);
  if (found.empty()) {
    if (slot.required && filled.missing.empty()) filled.missing = "nothing for " + slot.role.name;
    return !hopeless(frame, slot, filled);
  }
  std::vector<Filler>& target = slot.role.kind == SlotRole::Kind::subject   ? filled.subjects
                                : slot.role.kind == SlotRole::Kind::object  ? filled.objects
                                : slot.role.kind == SlotRole::Kind::deal_role ? filled.roles[slot.role.name]
                                                                              : filled.qualifiers[slot.role.name];
  if (target.empty() && found.size() == 1) {  // Mostly so.
    target = std::move(found);
    return true;
  }
  for (Filler& filler : found) {
    const auto same = [&](const Filler& f) { return f.entity == filler.entity && f.value == filler.value; };
    if (std::find_if(target.begin(), target.end(), same) == target.end()) target.push_back(std::move(filler));
  }
  return true;
}

bool FrameFilling::hopeless(const CompiledFrame& frame, const CompiledSlot& slot, const Filled& filled) const {
  if (explain_) return false;
  const bool lacks_end = (slot.role.kind == SlotRole::Kind::subject && filled.subjects.empty()) || (slot.role.kind == SlotRole::Kind::object && filled.objects.empty());
  return slot.required || (lacks_end && slot.last_chance && (frame.any_noun || !(has_topic_ || implied_)));
}

bool FrameFilling::triggers_nested(const CompiledFrame& nested, const Group& group) const {
  if (triggered(scene_, nested, group, group.last)) return true;
  if (group.head_mention >= 0) {
    const std::uint64_t noun = scene_.sentence.mentions[static_cast<std::size_t>(group.head_mention)].noun;
    const auto says = [&](const std::vector<std::uint64_t>& trigger) { return trigger.size() == 1 && trigger.front() == noun; };
    if (noun != 0 && std::any_of(nested.triggers.begin(), nested.triggers.end(), says)) return true;
  }
  const std::uint32_t inner = inner_noun_end(scene_, group);
  return inner > group.first && triggered(scene_, nested, group, inner);
}

bool FrameFilling::is_quantity(std::uint32_t g) const {
  static const std::uint64_t quantities[] = {word_key("all"),    word_key("each"),    word_key("any"),     word_key("both"),  word_key("part"), word_key("portion"),
                                             word_key("module"), word_key("section"), word_key("majority"), word_key("rest"), word_key("remainder")};
  return std::find(std::begin(quantities), std::end(quantities), scene_.groups[g].lemma) != std::end(quantities);
}

template <typename Each>
void FrameFilling::each_noun_at(std::uint32_t g, const SlotPlace& place, const Each& each) const {
  static const std::uint64_t of = word_key("of");
  fillers_.any_at(g, place, [&](const Attached& attached) {
    if (scene_.groups[attached.group].kind != Group::Kind::noun) {
      for (const Attached& theme : scene_.links[attached.group].themes) each(theme.group);
      return false;
    }
    each(attached.group);
    for (const Attached& measured : scene_.links[attached.group].prepositional) {
      if (is_quantity(attached.group) && measured.label == of && measured.weight >= 1 && scene_.groups[measured.group].kind == Group::Kind::noun) each(measured.group);
    }
    return false;
  });
}

bool FrameFilling::holds_nested(const CompiledFrame& nested, std::uint32_t g, const SlotPlace& place) const {
  bool holds = false;
  each_noun_at(g, place, [&](std::uint32_t noun) {
    const GroupList& members = scene_.links[noun].members;
    holds = holds || std::any_of(members.begin(), members.end(), [&](std::uint32_t member) { return triggers_nested(nested, scene_.groups[member]); });
  });
  return holds;
}

GroupList FrameFilling::nouns_at(std::uint32_t g, const SlotPlace& place) const {
  GroupList nouns;
  each_noun_at(g, place, [&](std::uint32_t noun) { nouns.push_back(noun); });
  return nouns;
}

bool FrameFilling::fill_nested(const CompiledSlot& slot, std::uint32_t g, Filled& filled, int depth) {
  if (depth > 2) return false;
  bool found = false;
  bool matched = false;
  for (const SlotPlace& place : slot.places) {
    for (const std::uint32_t noun : nouns_at(g, place)) {
      for (const std::uint32_t member : scene_.links[noun].members) {
        if (!triggers_nested(*slot.nested, scene_.groups[member]) || scene_.groups[member].determiner == Group::Determiner::negative) continue;
        const std::string missing_before = filled.missing;
        filled.noun = member;
        const std::size_t before = filled.subjects.size() + filled.objects.size();
        implied_ = slot.nested->deal == nullptr && implied_ends_.carries_several(scene_.groups[member]);
        fill_ends(*slot.nested, member, filled, depth + 1);
        if (filled.missing != missing_before) return false;
        fill_qualifiers(*slot.nested, member, filled);  // Also where the sentences before will give the end: "The FDA accepted the BLA."
        if (!fills_one_end(*slot.nested)) return true;
        matched = true;
        found = filled.subjects.size() + filled.objects.size() > before || found;
      }
      if (found) return true;
    }
  }
  return matched;
}

}  // namespace rxgraph::ingest::facts
