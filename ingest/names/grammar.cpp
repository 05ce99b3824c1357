#include "ingest/names/grammar.hpp"

#include <algorithm>

#include "base/short_list.hpp"

namespace rxgraph::ingest::naming {

bool SentenceView::is_trade_mark(std::uint32_t i) const {
  if (i >= size() || tokens[i].kind != Token::Kind::mark) return false;
  const std::string_view mark = text(i);
  return mark == "\u00ae" || mark == "\u2122" || mark == "\u2120" || mark == "(R)" || mark == "(TM)" || mark == "(SM)";
}

bool SentenceView::is_proper(std::uint32_t i) const {
  if (!is_name_like(i)) return false;
  constexpr WordSet never = function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms) | bit(WordList::months) |
                            bit(WordList::legal_forms) | bit(WordList::phase_words) | bit(WordList::currencies) | bit(WordList::periods) |
                            bit(WordList::scales) | bit(WordList::person_titles) | bit(WordList::name_stops) | bit(WordList::places);
  constexpr WordSet never_mixed = bit(WordList::legal_forms) | bit(WordList::currencies) | bit(WordList::person_titles) | bit(WordList::name_stops);
  const Token& token = tokens[i];
  if (in(i, token.mixed ? never_mixed : never)) return false;
  const char first = document.text[token.text.begin];
  if (first >= '0' && first <= '9' && !token.mixed) return false;
  return token.mixed || token.digit || (token.all_capitals && !capitals) || !words[i]->seen_lower;
}

bool SentenceView::is_spaced_code(std::uint32_t i) const {
  if (i + 1 >= size() || !tokens[i].all_capitals || tokens[i + 1].kind != Token::Kind::number || in(i, WordList::code_guards)) return false;
  const std::string_view letters = text(i), digits = text(i + 1);
  const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
  return letters.size() >= 2 && letters.size() <= 4 && digits.size() >= 3 && digits.size() <= 4 && !year && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool SentenceView::covered(std::uint32_t i, const std::vector<Candidate>& candidates, std::uint8_t rank) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& c) { return c.rank >= rank && c.first <= i && i < c.last; });
}

Candidate name_candidate(std::uint32_t first, std::uint32_t last, std::int16_t type, std::uint8_t rank, float confidence, const char* how) {
  Candidate candidate;
  candidate.first = first;
  candidate.last = last;
  candidate.type = type;
  candidate.rank = rank;
  candidate.confidence = confidence;
  candidate.how = how;
  return candidate;
}

std::uint32_t after_parenthesis(const SentenceView& sentence, std::uint32_t open, std::uint32_t limit) {
  std::uint32_t depth = 0;
  for (std::uint32_t i = open; i < sentence.size() && i < open + limit; ++i) {
    if (sentence.is(i, '(')) ++depth;
    if (sentence.is(i, ')') && --depth == 0) return i + 1;
  }
  return 0;
}

namespace {

/// True if the letters of a text fit what a term demands of them.
bool fits(const SentenceView& sentence, const TermUse& use, std::uint32_t first, std::uint32_t last) {
  if ((use.capitals | use.uppers) == 0) return true;
  std::uint32_t place = 0;
  for (std::uint32_t i = first; i < last && place < 32; ++i) {
    if (sentence.is(i, '-')) continue;
    const std::uint32_t mask = 1U << place++;
    if ((use.capitals & mask) && !sentence.tokens[i].capital && !sentence.tokens[i].mixed) return false;
    if ((use.uppers & mask) == 0) continue;
    const std::string_view text = sentence.text(i);
    const bool plural = text.size() > 2 && text.back() == 's';
    const std::string_view stem = plural ? text.substr(0, text.size() - 1) : text;
    if (!std::all_of(stem.begin(), stem.end(), [](char c) { return c < 'a' || c > 'z'; })) return false;
    constexpr WordSet ambiguous = function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms);
    if (last - first == 1 && sentence.capitals && sentence.size() > 3 && sentence.in(i, ambiguous)) return false;
  }
  return true;
}

}  // namespace

void find_vocabulary(SentenceView& sentence, Candidates& out) {
  const PhraseTrie& phrases = sentence.index.phrases();
  for (std::uint32_t first = 0; first < sentence.size(); ++first) {
    std::uint32_t node = sentence.words[first]->node;
    const std::size_t before = out.size();
    for (std::uint32_t at = first + 1; node != PhraseTrie::root;) {
      for (const std::uint32_t payload : phrases.payloads(node)) {
        const TermUse& use = sentence.index.use(payload);
        if (use.kind == TermUse::Kind::words) {
          for (std::uint32_t i = first; i < at; ++i) sentence.lists[i] |= use.lists;
        } else if (use.opened && (first == 0 || !sentence.in(first - 1, WordList::phase_openers))) {
          continue;
        } else if (fits(sentence, use, first, at)) {
          if (use.kind == TermUse::Kind::modifier) {
            for (std::uint32_t i = first; i < at; ++i) sentence.modifiers[i] = &use;
            continue;
          }
          const auto shorter = [&](const Candidate& c) { return c.type == use.type && c.last < at; };
          out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), shorter), out.end());
          Candidate& candidate = out.emplace_back(name_candidate(first, at, use.type, rank_vocabulary, 0.97F, "vocabulary"));
          candidate.term = use.term;
        }
      }
      std::uint32_t next = at;
      if (sentence.is_joint(next)) ++next;
      if (next >= sentence.size()) break;
      std::uint32_t further = phrases.step(node, sentence.tokens[next].key);
      if (further == PhraseTrie::root && sentence.words[next]->singular) further = phrases.step(node, sentence.words[next]->singular);
      node = further;
      at = next + 1;
    }
  }
}

void keep_best(Candidates& candidates) {
  if (candidates.size() < 2) return;
  constexpr std::uint32_t usual = 16;
  ShortList<std::uint32_t, usual> best_first;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) best_first.push_back(i);
  std::sort(best_first.begin(), best_first.end(), [&](std::uint32_t i, std::uint32_t j) {
    const Candidate& a = candidates[i];
    const Candidate& b = candidates[j];
    if (a.size() != b.size()) return a.size() > b.size();
    if (a.rank != b.rank) return a.rank > b.rank;
    if (a.confidence != b.confidence) return a.confidence > b.confidence;
    if (a.first != b.first) return a.first < b.first;
    return a.type < b.type;
  });
  std::vector<bool> taken(std::max_element(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.last < b.last; })->last);
  ShortList<std::uint32_t, usual> kept;
  for (const std::uint32_t i : best_first) {
    const auto begin = taken.begin() + candidates[i].first;
    const auto end = taken.begin() + candidates[i].last;
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    kept.push_back(i);
  }
  std::sort(kept.begin(), kept.end());
  for (std::uint32_t k = 0; k < kept.size(); ++k) {
    if (kept[k] != k) candidates[k] = std::move(candidates[kept[k]]);
  }
  candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(kept.size()), candidates.end());
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
}

}  // namespace rxgraph::ingest::naming
