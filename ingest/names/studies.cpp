#include <algorithm>
#include <array>

#include "ingest/names/document_names.hpp"
#include "ingest/names/grammar.hpp"
#include "ingest/read/numerals.hpp"

namespace rxgraph::ingest::naming {
namespace {

/// "2", "IIb", "1b": the number of a phase with its letter.
struct PhaseNumber {
  int number = 0;
  std::string letter;

  std::string text() const { return std::to_string(number) + letter; }
};

PhaseNumber phase_number(const SentenceView& s, std::uint32_t i) {
  PhaseNumber phase;
  if (!s.is_word(i)) return phase;
  std::string_view text = s.text(i);
  const char last = text.back();
  if (text.size() > 1 && ((last >= 'a' && last <= 'c') || (last >= 'A' && last <= 'C'))) {
    phase.letter = std::string(1, static_cast<char>(last | 0x20));
    text.remove_suffix(1);
  }
  const WordFacts facts = s.index.look_up(text, word_key(text));
  if ((facts.lists & bit(WordList::numerals)) && facts.value >= 0 && facts.value <= 4) phase.number = static_cast<int>(facts.value);
  return phase;
}

class Studies {
 public:
  Studies(const SentenceView& sentence, Candidates& out) : s_(sentence), out_(out), types_(sentence.index.types()) {}

  void find() {
    for (std::uint32_t i = 0; i < s_.size();) {
      std::uint32_t after = i;
      if (s_.in(i, WordList::phase_words)) after = phase(i);
      else if (s_.words[i]->registry || (s_.tokens[i].digit && s_.tokens[i].text.size() > 4)) after = registry(i);
      i = std::max(i + 1, after);
    }
  }

 private:
  const SentenceView& s_;
  Candidates& out_;
  const GrammarTypes& types_;

  void add(std::uint32_t first, std::uint32_t last, const PhaseNumber& one, const PhaseNumber& two) {
    Candidate& candidate = out_.emplace_back(name_candidate(first, last, types_.phase, rank_literal, 0.98F, "phase"));
    const std::string base = s_.index.phase_word() + " ";
    const bool both = two.number != 0 || !two.letter.empty();
    candidate.name = base + one.text() + (both ? "/" + two.text() : "");
    if (!one.letter.empty() || !two.letter.empty()) {
      const std::string plain = base + std::to_string(one.number) + (both && two.number != one.number ? "/" + std::to_string(two.number) : "");
      candidate.aliases.push_back(plain);
      if (both && !one.letter.empty() && !two.letter.empty()) candidate.aliases.push_back(base + one.text() + "/" + std::to_string(two.number));
    }
  }

  /// "Phase 1b/2", "phase I-II", "Phases 1 and 2"; one past it.
  std::uint32_t phase(std::uint32_t i) {
    if (types_.phase == no_type) return i;
    std::uint32_t at = i + 1;
    if (s_.is(at, '-')) ++at;
    PhaseNumber one = phase_number(s_, at);
    if (one.number == 0) return i;
    std::uint32_t last = at + 1;
    std::uint32_t next = last;
    const bool close = s_.is(next, '/') || s_.is(next, '-') || s_.text(std::min(next, s_.size() - 1)) == "\u2013";
    if (close) {
      ++next;
      if (s_.in(next, WordList::phase_words)) ++next;
      PhaseNumber two = phase_number(s_, next);
      if (two.number == 0 && s_.is_word(next) && s_.text(next).size() == 1 && !one.letter.empty() && s_.text(next)[0] >= 'a' && s_.text(next)[0] <= 'c') {
        two.number = one.number;  // "Phase 2a/b"
        two.letter = std::string(s_.text(next));
      }
      if (two.number >= one.number && two.number != 0) {
        add(i, next + 1, one, two);
        return next + 1;
      }
    }
    add(i, last, one, {});
    const std::uint32_t limit = last + 8;
    while (last < limit && (s_.in(last, WordList::conjunctions) || s_.is(last, ','))) {  // "Phases 1, 2 and 3"
      next = last + 1;
      if (s_.in(next, WordList::conjunctions)) ++next;
      const PhaseNumber further = phase_number(s_, next);
      if (further.number == 0 || s_.is(next + 1, '%') || s_.is(next + 1, ',')) break;
      if (s_.words[i]->singular == 0 && !study_follows(next + 1)) break;
      add(next, next + 1, further, {});
      last = next + 1;
    }
    return last;
  }

  /// "Phase 1 and 2 trials" speaks of two phases; "Phase 1 and 2 patients" does not.
  bool study_follows(std::uint32_t i) const {
    for (std::uint32_t at = i; at < s_.size() && at < i + 2; ++at) {
      if (s_.words[at]->cue >= 0 && s_.index.cue(s_.words[at]->cue).type == types_.trial) return true;
    }
    return false;
  }

  /// "NCT01234567", "NCT 01234567".
  std::uint32_t registry(std::uint32_t i) {
    const std::string_view text = s_.text(i);
    const Term* term = s_.words[i]->registry;
    std::string number;
    std::uint32_t last = i + 1;
    if (term) {
      if (s_.is(last, ':') || s_.is(last, '#')) ++last;
      if (last >= s_.size()) return i;
      number = std::string(s_.text(last));
      ++last;
    } else {
      const std::size_t digits = text.find_first_of("0123456789");
      if (digits == std::string_view::npos || digits == 0) return i;
      const std::string_view letters = text.substr(0, digits);
      term = s_.index.look_up(letters, word_key(letters)).registry;
      number = std::string(text.substr(digits));
    }
    if (!term || number.empty() || number.find_first_not_of("0123456789") != std::string::npos) return i;
    const auto size = term->features.find("digits");
    if (size != term->features.end() && std::to_string(number.size()) != size->second) return i;
    Candidate& candidate = out_.emplace_back(name_candidate(i, last, types_.trial, rank_literal, 0.99F, "registry"));
    candidate.name = term->name + number;
    return last;
  }
};

}  // namespace

void find_studies(const SentenceView& sentence, Candidates& out) { Studies(sentence, out).find(); }

}  // namespace rxgraph::ingest::naming
