#pragma once
/// What the grammars of names share: a sentence with what is known of its
/// words, and the candidates that they find in it.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/names/mentions.hpp"
#include "ingest/names/vocabulary_index.hpp"
#include "ingest/names/word_table.hpp"

namespace rxgraph::ingest::naming {

/// One sentence as the grammars see it. Holds references: it lives shorter than what it was made of.
struct SentenceView {
  const DocumentText& document;
  const VocabularyIndex& index;
  std::span<const Token> tokens;
  WordSpan words;                          ///< One for each token.
  std::span<WordSet> lists;                ///< Word lists whose phrases cover a token, beside those of the word itself.
  std::span<const TermUse*> modifiers;     ///< The modifier of a vocabulary that covers a token, or null.
  bool capitals = false;                   ///< No lower-case letter stands in it.

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  std::string_view text(std::uint32_t i) const { return document.words(tokens[i].text); }
  std::string_view text(std::uint32_t first, std::uint32_t last) const {
    return document.words({tokens[first].text.begin, tokens[last - 1].text.end});
  }
  bool is(std::uint32_t i, char mark) const {
    return i < tokens.size() && tokens[i].text.size() == 1 && document.text[tokens[i].text.begin] == mark;
  }
  /// True if token `i` is of one of the lists. "US" and "IT" among lower-case words are no pronouns.
  bool in(std::uint32_t i, WordSet set) const {
    if (i >= tokens.size()) return false;
    WordSet known = words[i]->lists | lists[i];
    if ((known & set) == 0) return false;  // Most words.
    if (tokens[i].all_capitals && tokens[i].text.size() == 2 && !capitals) {
      const bool among_capitals = (i > 0 && tokens[i - 1].all_capitals) || (i + 1 < tokens.size() && tokens[i + 1].all_capitals);
      if (!among_capitals) known &= ~(function_words | bit(WordList::self_words));
    }
    return (known & set) != 0;
  }
  bool in(std::uint32_t i, WordList list) const { return in(i, bit(list)); }

  /// True if token `i` follows the one before without a blank.
  bool glued(std::uint32_t i) const { return i > 0 && i < tokens.size() && !tokens[i].blank_before; }
  bool is_word(std::uint32_t i) const { return i < tokens.size() && tokens[i].kind != Token::Kind::mark; }

  /// A word in small letters only, as most are: nothing that its letters alone make a name.
  bool is_plain(std::uint32_t i) const { return tokens[i].small && !tokens[i].mixed && !tokens[i].digit; }

  /// A hyphen between two words without blanks.
  bool is_joint(std::uint32_t i) const { return is(i, '-') && glued(i) && glued(i + 1); }

  /// A word that may be part of a name by its letters: a capital, a digit or a capital inside.
  bool is_name_like(std::uint32_t i) const {
    return i < tokens.size() && !is_plain(i) && is_word(i) && (tokens[i].capital || tokens[i].mixed || (tokens[i].digit && tokens[i].kind == Token::Kind::word));
  }
  bool is_trade_mark(std::uint32_t i) const;

  /// A word that looks like a name and is no ordinary word as far as the vocabularies and the document know.
  bool is_proper(std::uint32_t i) const;

  /// "QRX 1178": two to four capitals and a number of three or four digits that is no year, at `i` and behind it.
  bool is_spaced_code(std::uint32_t i) const;

  /// True if a candidate of at least `rank` covers token `i`.
  static bool covered(std::uint32_t i, const std::vector<struct Candidate>& candidates, std::uint8_t rank);
};

/// What may be a mention.
struct Candidate {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Mention::Kind kind = Mention::Kind::entity;
  std::int16_t type = no_type;
  std::uint8_t rank = 0;            ///< Decides between candidates of one length: the higher wins.
  float confidence = 1;
  const char* how = "";
  const Term* term = nullptr;       ///< The vocabulary's term where it is one.
  std::uint32_t entity = no_entity; ///< Where the memory knows it.
  std::string name;                 ///< Canonical name where it is not the words of the span.
  std::string value;
  double amount = 0;
  bool up_to = false;
  const Term* core = nullptr;       ///< The vocabulary's term that the phrase ends in: its names are shorter names.
  std::vector<std::string> aliases; ///< Further names that the span itself shows.
  std::array<std::uint32_t, 6> shorter{};  ///< Tokens at which shorter names of the same thing begin.
  std::uint8_t shorter_count = 0;

  std::uint32_t size() const { return last - first; }
};

using Candidates = std::vector<Candidate>;

/// A candidate of an entity.
Candidate name_candidate(std::uint32_t first, std::uint32_t last, std::int16_t type, std::uint8_t rank, float confidence, const char* how);

/// Ranks, lowest first.
enum Rank : std::uint8_t { rank_unknown = 1, rank_guess = 2, rank_grammar = 3, rank_vocabulary = 4, rank_form = 5, rank_memory = 6, rank_literal = 7 };

// The grammars. Each appends what it finds in `sentence` to `out`; `found` is what stands in `out` so far.

/// Phrases of the vocabularies; marks word lists and modifiers in `sentence`. Runs first.
void find_vocabulary(SentenceView& sentence, Candidates& out);

/// Names of `names`, which the user has loaded, where they stand for themselves: the longest at each place, written with the capitals
/// that the name demands, with a word that is no word of the language, and no part of a longer code. A single word that is
/// known by its capitals must not stand among capitals only, nor be written without them elsewhere in the document.
void find_loaded_names(const SentenceView& sentence, const LoadedNames& names, Candidates& out);

/// What "today" and the like mean in a filing.
struct Today {
  std::string day;         ///< The ISO date of the filing, may be cut; empty where it is unknown.
  bool of_period = false;  ///< The filing reports of a year that is over: whether "last year" is seen from there or from `day` nobody can tell.
};

/// Dates, money, percentages, redactions.
void find_literals(const SentenceView& sentence, const Today& today, Candidates& out);

/// Companies by legal form, by capitalised head and by ticker; organisations by capitalised head.
void find_party_names(const SentenceView& sentence, Candidates& out);

/// Compounds by INN stem, code name, trade mark and by what is joined to them.
void find_compound_names(const SentenceView& sentence, Candidates& out);

/// Indications and other things named by a phrase that ends in a head.
void find_phrases(const SentenceView& sentence, Candidates& out);

/// Phases, registry numbers and trial names.
void find_studies(const SentenceView& sentence, Candidates& out);

/// Names of studies in a row before or behind "trials": each alone may look like the code of a drug.
void find_study_series(const SentenceView& sentence, Candidates& out);

/// Names that a cue beside them types.
void find_cued_names(const SentenceView& sentence, Candidates& out);

/// The exchange and symbol of a parenthesis that begins at `open`: "(Nasdaq: ABCD)". Empty where it is none.
std::string ticker_of(const SentenceView& sentence, std::uint32_t open);

/// One past the parenthesis that matches the one at `open`, at most `limit` tokens on; 0 where there is none.
std::uint32_t after_parenthesis(const SentenceView& sentence, std::uint32_t open, std::uint32_t limit = 60);

/// Keeps the best of overlapping candidates: the longest, then the highest rank, then the surest, then the first. Sorts by place.
void keep_best(Candidates& candidates);

}  // namespace rxgraph::ingest::naming
