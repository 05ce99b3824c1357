#pragma once
/// Terms of a vocabulary that a user brings along: things with their names and identifiers. Plain values.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rxgraph::ingest {

/// One name of a term.
struct ListedName {
  std::string text;
  bool exact = true;  ///< Means this thing and nothing else: it identifies. False of related, broader and narrower synonyms.
  bool said = true;   ///< Makes a mention wherever it stands in a text; else other rules must find one, which it identifies. See `settle_said`.
  enum class Letters : std::uint8_t {
    any,    ///< In capitals or not.
    first,  ///< The text must begin with a capital.
    every,  ///< Every word of the text must begin with a capital but "of", "and" and the like.
    same,   ///< As it stands here, letter by letter.
  } letters = Letters::any;

  friend auto operator<=>(const ListedName&, const ListedName&) = default;
};

/// A thing.
struct ListedTerm {
  std::string type;                                      ///< Entity type of the ontology.
  std::vector<std::pair<std::string, std::string>> ids;  ///< Registry ("mondo") and number ("0007254"), the telling one first.
  std::vector<ListedName> names;                         ///< Preferred first; never empty.
  std::vector<std::uint32_t> broader;                    ///< Terms of the list of which it is a kind, by index.

  friend auto operator<=>(const ListedTerm&, const ListedTerm&) = default;
};

/// A vocabulary.
struct TermList {
  std::string source;  ///< File that it was imported from, without folders, and its version where the file gives one.
  std::string format;  ///< Of that file: "obo".
  std::vector<ListedTerm> terms;

  friend auto operator<=>(const TermList&, const TermList&) = default;
};

/// Names of more tokens make no mentions.
inline constexpr std::size_t longest_said_name = 32;

/// Takes `said` from names by which a text may well mean something else, whatever they stand for: what is not `exact`; what is
/// shorter than four letters and digits; a single word of capitals only, of up to five letters ("CAT", "REST", "MS"); what holds no
/// word of three letters or more and no code; what begins with a mark; what has more than `longest_said_name` tokens; and what terms
/// of two types share. Words of the language are looked for when a text is read: see `LoadedNames`.
void settle_said(TermList& list);

/// `Letters::first` for a name that begins with a capital, else `any`.
ListedName::Letters letters_of(std::string_view name);

}  // namespace rxgraph::ingest
