#pragma once
/// A phrase that ends in a noun of its type, with what stands before it: "HER2-positive metastatic breast cancer". Internal to the grammars of names.

#include <algorithm>
#include <array>

#include "ingest/names/grammar.hpp"

namespace rxgraph::ingest::naming {

/// Steps to the left that a phrase may take.
inline constexpr int longest_phrase = 14;

/// A phrase that ends in a head and grows to the left.
class Phrase {
 public:
  /// `ending` holds for each token the index of the longest of `found` that ends just before it, or -1.
  Phrase(const SentenceView& sentence, const Candidates& found, const std::vector<std::int32_t>& ending, std::int16_t type, std::uint32_t first)
      : s_(sentence), found_(found), ending_(ending), type_(type), first_(first) {}

  /// Takes in modifiers one after the other.
  void grow(bool names_too = true) {
    for (int step = 0; step < longest_phrase && first_ > 0; ++step) {
      const std::uint32_t before = first_;
      if (!take_unit(first_, !names_too) && !take_eponym(first_) && !take_parenthesis() && !take_coordinated()) break;
      starts_.push_back(before);
    }
  }

  std::uint32_t first() const { return first_; }
  bool has_modifier() const { return !starts_.empty(); }
  bool is_strong() const { return strong_; }
  bool site_nearest() const { return site_nearest_; }
  /// Where shorter forms of the phrase begin, the longest first.
  const std::vector<std::uint32_t>& starts() const { return starts_; }

 private:
  const SentenceView& s_;
  const Candidates& found_;
  const std::vector<std::int32_t>& ending_;
  std::int16_t type_;
  std::uint32_t first_;
  std::vector<std::uint32_t> starts_;
  bool strong_ = false;
  bool site_nearest_ = false;

  const TermUse* modifier(std::uint32_t i) const {
    const TermUse* const use = s_.modifiers[i];
    return use && use->type == type_ ? use : nullptr;
  }

  /// What was found to end at `end` and may be a modifier: a target, or a thing of the phrase's own type.
  const Candidate* known_before(std::uint32_t end) const {
    const Candidate* const found = ending_.at(end) < 0 ? nullptr : &found_[static_cast<std::size_t>(ending_[end])];
    return found && (found->type == type_ || found->type == s_.index.types().target) ? found : nullptr;
  }

  bool suffix_modifier(std::uint32_t i) const {
    const std::int16_t suffix = s_.words[i]->suffix;
    return suffix >= 0 && s_.index.suffix(suffix).kind == Suffix::Kind::modifier && s_.index.suffix(suffix).type == type_ &&
           !s_.in(i, function_words | bit(WordList::ordinary_words));
  }

  /// Takes the modifier that ends just before `end` and moves `end` to its beginning.
  bool take_unit(std::uint32_t& end, bool coordinated = false) {
    if (end == 0) return false;
    std::uint32_t i = end - 1;
    if (!s_.is_word(i) && s_.text(i) != "'s") return false;
    if (s_.in(i, WordList::target_states)) return take_state(end);
    if (const TermUse* const use = modifier(i)) {
      std::uint32_t first = i;
      while (first > 0 && s_.modifiers[first - 1] == use) --first;
      while (first >= 2 && s_.is_joint(first - 1) && s_.is_word(first - 2)) first -= 2;
      if (!use->weak) strong_ = true;
      if (starts_.empty()) site_nearest_ = use->site;
      end = first;
      return true;
    }
    if (const Candidate* const known = coordinated ? nullptr : known_before(end); known && known->type == type_ && s_.words[known->last - 1]->head < 0) {
      strong_ = true;
      end = known->first;
      return true;
    }
    if (suffix_modifier(i)) {
      strong_ = true;
      while (i >= 2 && s_.is_joint(i - 1) && s_.is_word(i - 2)) i -= 2;
      end = i;
      return true;
    }
    return false;
  }

  /// Before the head itself: whose it is ("Guillain-Barr\u00e9 syndrome", "Kaposi's sarcoma").
  bool take_eponym(std::uint32_t& end) {
    if (!starts_.empty() || end == 0) return false;
    std::uint32_t i = end - 1;
    if (s_.text(i) == "'s" && i > 0) --i;
    if (!s_.is_proper(i) || s_.tokens[i].all_capitals || s_.tokens[i].digit || s_.capitals || s_.tokens[end].capital) return false;
    if (SentenceView::covered(i, found_, rank_vocabulary) || i == 0) return false;
    while (i >= 2 && (s_.is_joint(i - 1) || s_.text(i - 1) == "\u2013") && s_.tokens[i - 2].capital) i -= 2;
    strong_ = true;
    end = i;
    return true;
  }

  /// "HER2-positive", "EGFR mutant", "castration-resistant", "PD-L1 high".
  bool take_state(std::uint32_t& end) {
    std::uint32_t i = end - 1;
    if (i >= 2 && s_.is_joint(i - 1) && s_.is_word(i - 2)) {
      i -= 2;
      for (bool more = true; more;) {
        more = false;
        if (const Candidate* const known = known_before(i + 1); known && known->first < i) {
          i = known->first;
          more = true;
        }
        if (i >= 2 && (s_.is_joint(i - 1) || (s_.is(i - 1, '/') && s_.glued(i))) && s_.is_word(i - 2)) {
          i -= 2;
          more = true;
        }
      }
      if (const Candidate* const known = i > 0 ? known_before(i) : nullptr; known && known->type != type_ && (s_.tokens[i].digit || is_of_target(i))) {
        i = known->first;  // "EGFR T790M-mutant", "anti-MOG antibody-positive"
        while (i >= 2 && s_.is_joint(i - 1) && s_.is_word(i - 2)) i -= 2;
      } else if (i > 0 && is_of_target(i)) {
        if (!s_.is_name_like(i - 1) || !(s_.tokens[i - 1].digit || s_.tokens[i - 1].all_capitals || s_.tokens[i - 1].mixed)) return false;  // Of what, nobody says.
        --i;
        while (i >= 2 && s_.is_joint(i - 1) && s_.is_word(i - 2)) i -= 2;
      }
      strong_ = true;
      end = i;
      return true;
    }
    while (i > 0 && s_.in(i - 1, WordList::target_states) && !s_.is_joint(i)) --i;  // "wild type"
    std::uint32_t before = i;
    if (i > 2 && s_.is(i - 1, ')')) {  // "epidermal growth factor receptor (EGFR) wild type"
      while (before > 0 && i - before < 6 && !s_.is(before, '(')) --before;
    }
    if (const Candidate* const known = known_before(before); known && known->type != type_) {
      strong_ = true;
      end = known->first;
      return true;
    }
    if (modifier(i)) {
      strong_ = strong_ || !modifier(i)->weak;
      end = i;
      return true;
    }
    return false;
  }

  /// "mutation-positive", "antibody-negative": the word at `i` says of which target only with the word before it.
  bool is_of_target(std::uint32_t i) const {
    static const std::array<std::uint64_t, 9> words = {word_key("mutation"), word_key("antibody"), word_key("rearrangement"), word_key("fusion"), word_key("gene"),
                                                       word_key("amplification"), word_key("alteration"), word_key("deletion"), word_key("expression")};
    return std::find(words.begin(), words.end(), s_.tokens[i].key) != words.end();
  }

  /// "(mCRPC)" between the words of a phrase.
  bool take_parenthesis() {
    if (!s_.is(first_ - 1, ')')) return false;
    for (std::uint32_t open = first_ - 1; open > 0 && first_ - open < 7; --open) {
      if (!s_.is(open, '(')) continue;
      std::uint32_t end = open;
      if (!take_unit(end)) return false;
      first_ = end;
      return true;
    }
    return false;
  }

  /// "relapsed or" before "refractory multiple myeloma"; not "breast and" before "ovarian cancer".
  bool take_coordinated() {
    if (starts_.empty()) return false;
    std::uint32_t end = first_;
    bool joined = false;
    while (end > 0 && first_ - end < 3 && (s_.in(end - 1, WordList::conjunctions) || s_.is(end - 1, ',') || s_.is(end - 1, '/'))) {
      --end;
      joined = true;
    }
    if (!joined || end == 0 || site_nearest_) return false;
    const std::uint32_t before = end;
    const bool strong = strong_;
    if (const Candidate* const known = known_before(end); known && known->type == type_ && known->rank == rank_vocabulary) return false;
    if (!take_unit(end, true)) return false;
    if (s_.text(before - 1) == "'s") {  // "Alzheimer's and treatment resistant depression"
      strong_ = strong;
      return false;
    }
    if (const TermUse* const use = modifier(before - 1); (use && use->site) || (s_.is(before, ',') && !s_.in(before + 1, WordList::conjunctions) && !use && !s_.in(before - 1, WordList::target_states))) {
      strong_ = strong;
      return false;
    }
    first_ = end;
    return true;
  }
};

}  // namespace rxgraph::ingest::naming
