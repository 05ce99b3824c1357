#include "ontology/slots.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace rxgraph::ontology {

namespace {

/// Prepositions and the phrases that work like them. A closed class of English.
constexpr std::string_view prepositions[]{
    "()", ":", "about", "above", "according to", "across", "added to", "alone and in combination with", "alone or in combination with", "alone and with", "alone or with", "with or without", "with and without", "after", "against", "along with", "alongside", "among", "around", "as",
    "as of", "as part of", "at", "based on", "before", "behind", "below", "beside", "between", "beyond", "by", "by and between", "compared to", "compared with", "concerning",
    "consisting of", "despite", "diagnosed with", "due to", "during", "equal to", "except", "excluding", "following", "for", "from", "in", "in addition to",
    "in collaboration with", "in combination with", "in conjunction with", "in consideration for", "in consideration of", "in exchange for", "in partnership with", "in relation to", "in return for", "including", "inside", "into",
    "like", "living with", "near", "of", "off", "on", "on behalf of", "onto", "out of", "outside", "outside of", "over", "per", "plus", "prior to",
    "pertaining to", "pursuant to", "regarding", "related to", "relating to", "since", "such as", "suffering from", "through", "throughout", "to", "together with", "toward", "towards", "under", "until",
    "upon", "using", "versus", "via", "with", "with respect to", "within", "without"};

constexpr std::array<std::string_view, 5> verb_slots{"agent", "theme", "recipient", "when", "manner"};
constexpr std::array<std::string_view, 9> noun_slots{"head", "name", "possessor", "genitive", "part", "host", "modifier", "agent", "when"};

bool is_letters(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// "-targeting" or "anti-".
bool is_hyphen_form(std::string_view name) {
  if (name.starts_with('-')) return is_letters(name.substr(1));
  return name.ends_with('-') && is_letters(name.substr(0, name.size() - 1));
}

/// "evaluating": a clause that modifies a noun.
bool is_participle(std::string_view name) { return name.size() > 5 && name.ends_with("ing") && is_letters(name); }

}  // namespace

std::vector<std::string_view> long_prepositions() {
  std::vector<std::string_view> phrases;
  std::copy_if(std::begin(prepositions), std::end(prepositions), std::back_inserter(phrases),
               [](std::string_view preposition) { return preposition.find(' ') != std::string_view::npos; });
  return phrases;
}

std::vector<std::string> grammatical_slots(Frame::Trigger trigger) {
  if (trigger == Frame::Trigger::verb) return {verb_slots.begin(), verb_slots.end()};
  return {noun_slots.begin(), noun_slots.end()};
}

std::vector<std::string> slot_names(Frame::Trigger trigger) {
  std::vector<std::string> names = grammatical_slots(trigger);
  names.insert(names.end(), std::begin(prepositions), std::end(prepositions));
  return names;
}

bool is_slot(std::string_view name, Frame::Trigger trigger) {
  if (trigger == Frame::Trigger::noun && (is_hyphen_form(name) || is_participle(name))) return true;
  if (trigger == Frame::Trigger::noun && name.ends_with("'s")) name.remove_suffix(2);
  const auto is_of = [&](const auto& names) { return std::find(std::begin(names), std::end(names), name) != std::end(names); };
  return is_of(prepositions) || (trigger == Frame::Trigger::verb ? is_of(verb_slots) : is_of(noun_slots));
}

}  // namespace rxgraph::ontology
