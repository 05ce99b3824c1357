#pragma once
/// Tokens: words, numbers and marks, compared by the hash of their folded form.

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/read/text.hpp"

namespace rxgraph::ingest {

/// The key of a word: equal for words that differ in case only. XXH3-64 of the lower-cased word (ASCII by table, else `fold`).
std::uint64_t word_key(std::string_view word);

/// A word, a number or a mark. Hyphens, slashes, brackets and quotes are marks of their own, so "HER2-targeting" is three
/// tokens, of which the last two follow without a blank. "U.S.", "Inc.", "i.e." keep their stops; "Acme's" is "Acme" and "'s";
/// "$5.0" is "$" and "5.0"; "1,234.5" is one number; (R) and TM signs are marks.
struct Token {
  TextRange text;
  std::uint64_t key = 0;  ///< `word_key` of its words.
  enum class Kind : std::uint8_t { word, number, mark } kind = Kind::word;
  bool blank_before = false;   ///< White space stands before it.
  bool capital = false;        ///< First letter is upper case.
  bool all_capitals = false;   ///< At least two letters, all upper case.
  bool digit = false;          ///< Holds a digit.
  bool small = false;          ///< First letter is a lower-case one of ASCII.
  bool mixed = false;          ///< An upper-case letter after a lower-case one: "siRNA", "BioNTech".
};

/// Appends the tokens of `range` of the text `document` to `out`.
void tokenize(std::string_view document, TextRange range, std::vector<Token>& out);

inline void tokenize(const DocumentText& document, TextRange range, std::vector<Token>& out) { tokenize(std::string_view(document.text), range, out); }

}  // namespace rxgraph::ingest
