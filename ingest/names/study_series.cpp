#include <algorithm>
#include <array>

#include "base/short_list.hpp"
#include "ingest/names/grammar.hpp"
#include "ingest/read/numerals.hpp"

namespace rxgraph::ingest::naming {
namespace {

/// Names of studies that stand in a row beside their common noun.
class StudySeries {
 public:
  StudySeries(const SentenceView& sentence, Candidates& out) : s_(sentence), out_(out), types_(sentence.index.types()) {}

  void find() {
    if (s_.capitals) return;
    for (std::uint32_t i = 1; i < s_.size(); ++i) {
      if (s_.words[i]->cue < 0 || s_.words[i]->singular == 0 || s_.index.cue(s_.words[i]->cue).type != types_.trial) continue;
      before(i);
      behind(i);
    }
  }

 private:
  struct Span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  using Spans = ShortList<Span, 8>;

  const SentenceView& s_;
  Candidates& out_;
  const GrammarTypes& types_;

  /// The phase that begins at `i`, one past it; `i` where there is none.
  std::uint32_t after_phase(std::uint32_t i) const {
    for (const Candidate& c : out_) {
      if (c.first == i && c.type == types_.phase && c.rank == rank_literal) return c.last;
    }
    return i;
  }

  /// A word in four capitals or more that no vocabulary has, not the first part of a longer code.
  bool is_lettered(std::uint32_t i) const {
    if (!s_.is_word(i) || !s_.tokens[i].all_capitals || s_.tokens[i].digit || s_.text(i).size() < 4 || s_.in(i, function_words | bit(WordList::legal_forms) | bit(WordList::code_guards))) return false;
    return std::none_of(out_.begin(), out_.end(), [&](const Candidate& c) { return c.first <= i && i < c.last && c.rank >= rank_vocabulary && c.kind == Mention::Kind::entity; });
  }

  /// "HARBOR", "HARBOR-1", "HARBOR 2", "HARBOR-II-OLE": one past the name of a study at `i`, or `i`. A number of two digits or more makes a code of a drug.
  std::uint32_t name_end(std::uint32_t i) const {
    if (!is_lettered(i)) return i;
    std::uint32_t last = i + 1;
    while (s_.is_joint(last) && last < i + 6) {
      const bool number = s_.tokens[last + 1].kind == Token::Kind::number;
      if (number && s_.text(last + 1).size() > 1) return i;
      if (!number && !s_.tokens[last + 1].all_capitals && !is_roman(s_.text(last + 1))) return i;
      last += 2;
    }
    if (last == i + 1 && last < s_.size() && s_.tokens[last].kind == Token::Kind::number && s_.text(last).size() == 1) ++last;
    return last;
  }

  /// Steps over what may stand before a name in the row: "and", "the", "our Phase 2b".
  std::uint32_t after_fillers(std::uint32_t i) const {
    for (std::uint32_t steps = 0; steps < 5; ++steps) {
      const bool word = s_.in(i, bit(WordList::conjunctions) | bit(WordList::determiners) | bit(WordList::study_words)) && !(i < s_.size() && s_.tokens[i].all_capitals);
      const std::uint32_t next = word ? i + 1 : after_phase(i);
      if (next == i) break;
      i = next;
    }
    return i;
  }

  /// The names at `i` in a row, with commas, conjunctions and phases between; empty unless there are two.
  Spans row_at(std::uint32_t i, std::uint32_t& end) const {
    Spans names;
    for (i = after_fillers(i); i < s_.size();) {
      const std::uint32_t last = name_end(i);
      if (last == i) break;
      names.push_back({i, last});
      end = last;
      std::uint32_t next = s_.is(last, ',') ? last + 1 : last;
      const bool joined = next > last || s_.in(next, WordList::conjunctions) || s_.is(next, '/');
      if (!joined) break;
      if (s_.is(next, '/')) ++next;
      i = after_fillers(next);
    }
    if (names.size() < 2) names.clear();
    return names;
  }

  void name_all(const Spans& names) {
    for (const Span& name : names) out_.push_back(name_candidate(name.first, name.last, types_.trial, rank_form, 0.8F, "cue"));
  }

  /// "the Phase 3 HARBOR-1, the Phase 2b HARBOR-2 and the LANTERN clinical trials".
  void before(std::uint32_t noun) {
    constexpr std::uint32_t reach = 40;  // Words of the longest row.
    std::uint32_t first = noun;
    const auto in_row = [&](std::uint32_t i) {
      return s_.is(i, ',') || s_.is(i, '-') || s_.is(i, '/') || s_.tokens[i].digit || s_.tokens[i].all_capitals ||
             s_.in(i, bit(WordList::conjunctions) | bit(WordList::determiners) | bit(WordList::study_words) | bit(WordList::phase_words));
    };
    while (first > 0 && noun - first < reach && in_row(first - 1)) --first;
    for (std::uint32_t i = first; i < noun; ++i) {
      std::uint32_t end = i;
      const Spans names = row_at(i, end);
      if (names.size() == 0) continue;
      if (after_fillers(end) == noun) name_all(names);
      i = end;
    }
  }

  /// "three Phase 3 trials, ARROW, BEACON and CREST"; behind what the trials are of, as many names as were counted: "two trials of AB-123, ARROW-1 and ARROW-2".
  void behind(std::uint32_t noun) {
    constexpr std::uint32_t reach = 14;  // Words between the noun and the row.
    const std::uint32_t count = counted(noun);
    for (std::uint32_t i = noun + 1; i < s_.size() && i <= noun + reach; ++i) {
      const bool near = i == noun + 1;
      if (!near && count == 0) return;
      if (s_.is(i, ';')) return;
      if (!s_.is(i, ',') && !s_.is(i, '(') && !s_.is(i, ':')) continue;
      std::uint32_t end = i;
      const Spans names = row_at(i + 1, end);
      if (names.size() == 0 || (!near && names.size() != count)) continue;
      return name_all(names);
    }
  }

  /// How many studies a number word before the noun says there are; 0 where none does.
  std::uint32_t counted(std::uint32_t noun) const {
    static const std::array<std::uint64_t, 7> counts = {word_key("two"), word_key("three"), word_key("four"), word_key("five"), word_key("six"), word_key("seven"), word_key("eight")};
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t i = noun; i-- > 0 && noun - i <= reach;) {
      const auto count = std::find(counts.begin(), counts.end(), s_.tokens[i].key);
      if (count != counts.end()) return 2 + static_cast<std::uint32_t>(count - counts.begin());
      if (s_.is(i, ',') || s_.in(i, WordList::prepositions)) return 0;
    }
    return 0;
  }
};

}  // namespace

void find_study_series(const SentenceView& sentence, Candidates& out) { StudySeries(sentence, out).find(); }

}  // namespace rxgraph::ingest::naming
