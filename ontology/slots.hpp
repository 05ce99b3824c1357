#pragma once
/// The slots that a frame may name.

#include <string>
#include <string_view>
#include <vector>

#include "ontology/model.hpp"

namespace rxgraph::ontology {

/// True if a frame with that trigger may have the slot `name`: one of its grammatical
/// places, a preposition, or, of a noun, a hyphen form ("-targeting", "anti-") or a participle ("evaluating").
bool is_slot(std::string_view name, Frame::Trigger trigger);

/// The prepositions of several words: "in combination with".
std::vector<std::string_view> long_prepositions();

/// The grammatical places of a trigger and all prepositions, for suggestions.
std::vector<std::string> slot_names(Frame::Trigger trigger);

/// The grammatical places alone: "agent", "theme", ...
std::vector<std::string> grammatical_slots(Frame::Trigger trigger);

}  // namespace rxgraph::ontology
