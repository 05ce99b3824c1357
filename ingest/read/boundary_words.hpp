#pragma once
/// Words that tell whether a sentence ends or begins beside them. Internal to the splitting of sentences. Each look-up costs a hash of the word.

#include <string_view>

namespace rxgraph::ingest {

/// Capitalised words that begin a sentence rather than go on with a name; after "Inc." or "U.S." they tell that a new one begins.
bool opens_sentence(std::string_view word) noexcept;

/// Words that begin a sentence behind the number of an item, where titles begin with many others: "see Item 8. We".
bool opens_after_number(std::string_view word) noexcept;

/// Verbs that follow a subject at once: "Acme has".
bool is_finite_verb(std::string_view word) noexcept;

/// Nouns that a single capital completes: "Exhibit A.", "hepatitis B."; and those that a number follows.
bool takes_letter(std::string_view word) noexcept;

/// Words whose numbers head what follows: "Section 3. Definitions".
bool takes_heading(std::string_view word) noexcept;

}  // namespace rxgraph::ingest
