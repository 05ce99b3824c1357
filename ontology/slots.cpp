#include "ontology/slots.hpp"

#include <algorithm>
#include <array>

namespace rxgraph::ontology {

namespace {

/// Prepositions and the participles and phrases that work like them. A closed class of English.
constexpr std::array<std::string_view, 66> prepositions{
    "about", "according to", "across", "after", "against", "along with", "alongside", "among", "around", "as", "as part of", "at",
    "based on", "before", "behind", "below", "beside", "between", "by", "carrying", "comprising", "concerning", "consisting of",
    "containing", "despite", "during", "except", "following", "for", "from", "in", "in collaboration with", "in combination with",
    "in partnership with", "including", "incorporating", "inside", "into", "involving", "like", "near", "of", "off", "on", "onto",
    "on behalf of", "over", "per", "pursuant to", "regarding", "since", "through", "throughout", "to", "together with", "toward",
    "towards", "under", "until", "upon", "using", "versus", "via", "with", "within", "without"};

constexpr std::array<std::string_view, 4> verb_slots{"agent", "theme", "recipient", "when"};
constexpr std::array<std::string_view, 3> noun_slots{"head", "possessor", "modifier"};

bool is_letters(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// "-targeting" or "anti-".
bool is_hyphen_form(std::string_view name) {
  if (name.starts_with('-')) return is_letters(name.substr(1));
  return name.ends_with('-') && is_letters(name.substr(0, name.size() - 1));
}

}  // namespace

std::vector<std::string> grammatical_slots(Frame::Trigger trigger) {
  if (trigger == Frame::Trigger::verb) return {verb_slots.begin(), verb_slots.end()};
  return {noun_slots.begin(), noun_slots.end()};
}

std::vector<std::string> slot_names(Frame::Trigger trigger) {
  std::vector<std::string> names = grammatical_slots(trigger);
  names.insert(names.end(), prepositions.begin(), prepositions.end());
  return names;
}

bool is_slot(std::string_view name, Frame::Trigger trigger) {
  if (trigger == Frame::Trigger::noun && is_hyphen_form(name)) return true;
  const std::vector<std::string> names = slot_names(trigger);
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace rxgraph::ontology
