/// Names of the vocabularies that a user has loaded, where they stand for themselves in a text.

#include <algorithm>

#include "ingest/names/grammar.hpp"
#include "ingest/vocabulary/name_keys.hpp"

namespace rxgraph::ingest::naming {
namespace {

/// Words of the language, which tell nothing by themselves: "set", "target", "march".
constexpr WordSet common_words = function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms) | bit(WordList::party_roles) |
                                 bit(WordList::self_words) | bit(WordList::places) | bit(WordList::months) | bit(WordList::periods) |
                                 bit(WordList::numerals) | bit(WordList::scales) | bit(WordList::currencies) | bit(WordList::phase_words) |
                                 bit(WordList::study_words) | bit(WordList::legal_forms) | bit(WordList::person_titles) |
                                 bit(WordList::exchanges) | bit(WordList::drug_heads) | bit(WordList::target_states);

/// Words that may stand within a name without a capital: "Sons of Acme".
constexpr WordSet small_words = bit(WordList::conjunctions) | bit(WordList::prepositions) | bit(WordList::determiners) | bit(WordList::title_joints);

bool is_common(const SentenceView& s, std::uint32_t i) {
  const WordRecord& word = *s.words[i];
  return s.in(i, common_words) || word.cue >= 0 || (word.head >= 0 && !s.index.head(word.head).bare);
}

bool has_capital(const SentenceView& s, std::uint32_t i) { return s.tokens[i].capital || s.tokens[i].mixed || s.tokens[i].digit; }

/// True if the words of the text are written as the name demands.
bool letters_fit(const SentenceView& s, const LoadedNames::Said& name, std::uint32_t first, std::uint32_t last) {
  switch (name.letters) {
    case ListedName::Letters::any: return true;
    case ListedName::Letters::first: return has_capital(s, first);
    case ListedName::Letters::same: return s.text(first, last) == name.text;
    case ListedName::Letters::every: break;
  }
  if (s.capitals) return false;
  for (std::uint32_t i = first; i < last; ++i) {
    if (s.is_word(i) && !has_capital(s, i) && !(i > first && s.in(i, small_words))) return false;
  }
  return true;
}

/// True if a name of these words may well mean something else here.
bool is_doubtful(const SentenceView& s, const LoadedNames::Said& name, std::uint32_t first, std::uint32_t last) {
  bool telling = false;
  for (std::uint32_t i = first; i < last && !telling; ++i) telling = s.is_word(i) && s.tokens[i].text.size() > 2 && !is_common(s, i);
  if (!telling) return true;
  const bool glued_number = last + 1 < s.size() && (s.is_joint(last) || s.is(last, '/')) && s.tokens[last + 1].digit && s.glued(last + 1);
  if (glued_number) return true;  // "ABC1-101" is another name.
  const bool by_capitals = name.letters != ListedName::Letters::any;
  if (last - first > 1 || !by_capitals) return false;
  return (s.capitals && s.size() > 3 && !s.tokens[first].digit) || s.words[first]->seen_lower;
}

class LoadedMentions {
 public:
  LoadedMentions(const SentenceView& sentence, const LoadedNames& names, Candidates& out) : s_(sentence), names_(names), out_(out) {}

  void find() {
    for (std::uint32_t first = 0; first < s_.size(); ++first) {
      if (s_.words[first]->loaded != 0) find_at(first);
    }
  }

 private:
  const SentenceView& s_;
  const LoadedNames& names_;
  Candidates& out_;
  std::vector<LoadedNames::Said> said_;

  /// The longest name so far; none while `last` is 0.
  struct Longest {
    std::uint32_t last = 0;
    std::int16_t type = no_type;
  };

  std::uint32_t behind(std::uint32_t at) const { return s_.is_joint(at) ? at + 1 : at; }

  /// Key of the word without its plural "s" or "ies"; 0 where it has none.
  std::uint64_t singular_of(std::uint32_t i) const {
    if (s_.words[i]->singular == 0) return 0;
    const std::string_view word = s_.text(i);
    return word.ends_with("ies") && word.size() > 4 ? word_key(std::string(word.substr(0, word.size() - 3)) + "y") : s_.words[i]->singular;
  }

  /// The longest name that begins at `first`.
  void find_at(std::uint32_t first) {
    const std::uint32_t lengths = s_.words[first]->loaded;
    std::uint32_t next = behind(first + 1);
    const bool goes_on = lengths > 1 && next < s_.size() && may_go_on(first, next);
    if (!goes_on && (lengths & 1U) == 0) return;  // Mostly so.
    std::uint64_t key = with_word(no_words, s_.tokens[first].key);
    Longest best;
    if (lengths & 1U) take(key, first, first + 1, best);
    if (goes_on) {
      for (std::uint32_t words = 2; next < s_.size() && lengths >> (words - 1) != 0; ++words) {
        if (lengths >> (words - 1) & 1U) {
          const std::uint64_t singular = singular_of(next);
          if (singular != 0) take(with_word(key, singular), first, next + 1, best);
          take(with_word(key, s_.tokens[next].key), first, next + 1, best);
        }
        key = with_word(key, s_.tokens[next].key);
        next = behind(next + 1);
      }
    }
    if (best.last > first) out_.push_back(name_candidate(first, best.last, best.type, rank_vocabulary, 0.92F, "loaded vocabulary"));
  }

  bool may_go_on(std::uint32_t first, std::uint32_t next) const {
    if (names_.may_begin(s_.tokens[first].key, s_.tokens[next].key)) return true;
    if (s_.words[next]->singular == 0) return false;
    const std::uint64_t singular = singular_of(next);
    return singular != 0 && names_.may_begin(s_.tokens[first].key, singular);
  }

  /// Several types never share a said name of one vocabulary; of several vocabularies the first goes.
  void take(std::uint64_t key, std::uint32_t first, std::uint32_t last, Longest& best) {
    said_.clear();
    names_.said(key, said_);
    for (const LoadedNames::Said& name : said_) {
      if (!letters_fit(s_, name, first, last) || is_doubtful(s_, name, first, last)) continue;
      best = {last, name.type};
      return;
    }
  }
};

}  // namespace

void find_loaded_names(const SentenceView& sentence, const LoadedNames& names, Candidates& out) { LoadedMentions(sentence, names, out).find(); }

}  // namespace rxgraph::ingest::naming
