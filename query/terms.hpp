#pragma once
/// The only names of the ontology that questions know. Most answers follow from what the ontology declares; "what is in
/// the pipeline of a company" is a question about meanings that no declaration carries: that developing or owning a
/// compound puts it there, that a phase is how far it is. An ontology that renames these relations changes this table.

#include <array>
#include <string_view>

namespace rxgraph::query::terms {

/// A company with one of these to a compound has it in its pipeline; also in which order they are told.
inline constexpr std::array<std::string_view, 5> holds = {"develops", "owns", "commercializes", "licenses", "acquires"};

/// A compound made of or with one of these is in the pipeline of who holds the part.
inline constexpr std::array<std::string_view, 4> parts = {"has_payload", "has_antibody", "has_linker", "uses_technology"};

inline constexpr std::string_view compound = "Compound";
inline constexpr std::string_view phase = "in_phase";
inline constexpr std::string_view treats = "treats";
inline constexpr std::string_view discontinues = "discontinues";
inline constexpr std::string_view indication = "indication";  ///< Qualifier.

/// Things of these types are classes rather than things: that two compounds are both in phase 2 is no path between them.
inline constexpr std::array<std::string_view, 2> classes = {"Phase", "Designation"};

}  // namespace rxgraph::query::terms
