#pragma once
/// Names of things as they are compared: without case, marks and what does not matter. ICU stays behind this header.

#include <string>
#include <string_view>
#include <vector>

namespace rxgraph {

/// Folds `text` for comparison: NFKC, case folded, diacritics dropped, Greek letters as their names ("alpha"),
/// trade-mark signs dropped, curly quotes straight, dashes "-". ASCII takes a fast path. Invalid UTF-8 becomes U+FFFD.
std::string fold(std::string_view text);

/// The words of `fold(name)`: runs of letters and digits.
std::vector<std::string> name_words(std::string_view name);

/// The normal form under which names are joined: the words without blanks, a leading "the" dropped; for parties (`party`)
/// legal forms at the end ("Inc.", "AG", "& Co.") dropped as well; a plural "s" of the last word is dropped where `plural`
/// says so; Roman numerals up to IV behind the first word are digits ("phase iib" is "phase 2b") where `numbered` does. Two names are the same name if these are equal. Empty only for a name without letter or digit.
std::string normal_form(std::string_view name, bool party = false, bool plural = false, bool numbered = false);

/// A part of an IRI or id: [a-z0-9-] only, words joined by "-", at most `limit` bytes and then completed by a hash.
std::string slug(std::string_view name, std::size_t limit = 80);

/// True if `word` (folded) is a legal form of companies: "inc", "gmbh", "kk".
bool is_legal_form(std::string_view word);

/// Up to `count` of `choices` that are nearest to `name` by edit distance after folding, nearest first; only
/// plausible ones (distance at most a third of the length, or a shared prefix).
std::vector<std::string> nearest_names(std::string_view name, const std::vector<std::string>& choices, std::size_t count = 3);

/// "; did you mean 'A', 'B' or 'C'?" or "" where nothing is near.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& choices, std::size_t count = 3);

}  // namespace rxgraph
