#include <algorithm>
#include <array>

#include "ingest/names/document_names.hpp"
#include "ingest/names/grammar.hpp"
#include "ingest/read/numerals.hpp"

namespace rxgraph::ingest::naming {
namespace {

class CuedNames {
 public:
  CuedNames(const SentenceView& sentence, Candidates& out) : s_(sentence), out_(out), types_(sentence.index.types()) {}

  void find() {
    name_by_title();
    for (std::uint32_t i = 1; i + 1 < s_.size() && types_.trial != no_type; ++i) {
      if (is_naming(i) && !is_naming(i - 1)) name_by_calling(i);
    }
    for (std::uint32_t i = 0; i < s_.size(); ++i) {
      for (std::int16_t cue = s_.words[i]->cue; cue >= 0; cue = s_.index.cue(cue).next) cue_at(i, s_.index.cue(cue));
    }
  }

 private:
  const SentenceView& s_;
  Candidates& out_;
  const GrammarTypes& types_;

  bool is_study_noun(std::uint32_t i) const {
    for (std::int16_t cue = s_.words[i]->cue; cue >= 0; cue = s_.index.cue(cue).next) {
      if (s_.index.cue(cue).type == types_.trial) return true;
    }
    return false;
  }

  /// "ZORBI: A Phase 2 Study of X", "IMzorbi130: results of a study": what stands before the colon of a title is the study's name.
  void name_by_title() {
    static const std::array<std::uint64_t, 20> others = {word_key("background"), word_key("methods"), word_key("results"), word_key("conclusion"), word_key("conclusions"), word_key("title"), word_key("objective"),
                                                         word_key("purpose"), word_key("introduction"), word_key("overview"), word_key("update"), word_key("pipeline"), word_key("note"), word_key("highlights"),
                                                         word_key("oncology"), word_key("design"), word_key("status"), word_key("poster"), word_key("abstract"), word_key("study")};
    constexpr std::uint32_t reach = 18, latest = 8;  // Words between the colon and the noun, and before the name.
    if (types_.trial == no_type || s_.capitals) return;
    for (std::uint32_t i = 0; i + 2 < s_.size() && i <= latest; ++i) {
      const Token& name = s_.tokens[i];
      const bool lettered = (name.all_capitals && name.text.size() >= 4) || (name.digit && is_acronym_with_number(s_.text(i)));
      if (!lettered || !s_.is(i + 1, ':') || (i > 0 && s_.is_word(i - 1)) || std::find(others.begin(), others.end(), name.key) != others.end()) continue;
      for (std::uint32_t next = i + 2; next < s_.size() && next <= i + reach; ++next) {
        if (!is_study_noun(next)) continue;
        out_.push_back(name_candidate(i, i + 1, types_.trial, rank_form, 0.8F, "cue"));
        return;
      }
    }
  }

  /// "called", "known as", "also referred to as": what stands before is named by what follows.
  bool is_naming(std::uint32_t i) const {
    static const std::array<std::uint64_t, 6> callings = {word_key("called"), word_key("named"), word_key("dubbed"), word_key("entitled"), word_key("titled"), word_key("referred")};
    return s_.in(i, WordList::former_openers) || std::find(callings.begin(), callings.end(), s_.tokens[i].key) != callings.end();
  }

  /// "a study in patients with gout, known as LUMEN": the naming words at `i` name the study before them, unless a drug, a target or somebody stands between.
  void name_by_calling(std::uint32_t i) {
    static const std::uint64_t to = word_key("to"), as = word_key("as");
    constexpr std::uint32_t reach = 10;  // Words between the noun and the naming.
    std::uint32_t name = i;
    while (name < s_.size() && (is_naming(name) || s_.tokens[name].key == to || s_.tokens[name].key == as || s_.is(name, '"') || s_.in(name, WordList::determiners))) ++name;
    const auto passes_over = [&](std::uint32_t at) {
      return std::none_of(out_.begin(), out_.end(), [&](const Candidate& c) {
        return c.first <= at && at < c.last && c.kind == Mention::Kind::entity && c.type != types_.phase && c.type != types_.indication;
      });
    };
    for (std::uint32_t noun = i; noun-- > 0 && i - noun <= reach && !s_.is(noun, ';') && passes_over(noun);) {
      for (std::int16_t cue = s_.words[noun]->cue; cue >= 0; cue = s_.index.cue(cue).next) {
        if (s_.index.cue(cue).type == types_.trial) return name_after(name, s_.index.cue(cue), false);
      }
      if (s_.words[noun]->cue >= 0) return;  // "a study of a drug called LUMEN"
    }
  }

  void cue_at(std::uint32_t i, const Cue& cue) {
    if (cue.hyphen) {
      if (i >= 2 && s_.is_joint(i - 1)) name_before(i - 1, cue, i);
      if (!s_.is_joint(i + 1)) return;
      name_after(i + 2, cue, true);
      if (cue.type == types_.target && is_protein(i + 2)) out_.push_back(name_candidate(i + 2, i + 3, cue.type, rank_guess, 0.75F, "cue"));
      return;
    }
    if (cue.after && i > 0) {
      std::uint32_t end = i;
      if (s_.is_trade_mark(end - 1)) --end;
      name_before(end, cue, i);
    }
    if (cue.before) {
      std::uint32_t at = i + 1;
      while (s_.is(at, ',') || s_.is(at, '(') || s_.is(at, '"')) {
        if (at > i + 2) return;
        ++at;
      }
      if (at == i + 1 || cue.type == types_.trial || cue.type == types_.technology) name_after(at, cue, false);
    }
  }

  /// "anti-sclerostin", "anti-tryptase": a lower-case word that ends as the names of proteins do.
  bool is_protein(std::uint32_t i) const {
    if (!s_.is_word(i) || s_.tokens[i].capital || s_.tokens[i].digit || s_.is_joint(i + 1)) return false;
    const std::string_view word = s_.text(i);
    const bool ending = (word.size() >= 6 && word.ends_with("in")) || (word.size() >= 7 && word.ends_with("ase"));
    return ending && !s_.modifiers[i] && s_.words[i]->suffix < 0 && !s_.in(i, function_words | bit(WordList::ordinary_words) | bit(WordList::stem_exceptions) | bit(WordList::verb_forms)) &&
           word != "disease" && !SentenceView::covered(i, out_, rank_grammar);
  }

  bool free(std::uint32_t i) const { return s_.is_proper(i) && !s_.modifiers[i] && !SentenceView::covered(i, out_, rank_grammar); }

  /// Targets and studies are written in capitals or with digits more often than not; other words must be capitalised.
  bool looks_right(std::uint32_t i, const Cue& cue) const {
    const Token& token = s_.tokens[i];
    if (cue.type == types_.target) return token.all_capitals || token.digit || token.mixed;
    return true;
  }

  /// "4EBP9": a gene whose name begins with a number.
  bool is_numbered_gene(std::uint32_t i) const {
    if (!s_.is_word(i) || !s_.tokens[i].digit || s_.modifiers[i] || SentenceView::covered(i, out_, rank_grammar)) return false;
    const std::string_view word = s_.text(i);
    const auto capitals = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return word.size() >= 4 && word.size() <= 7 && word.front() >= '1' && word.front() <= '9' && word[1] >= 'A' && word[1] <= 'Z' && word.back() >= '0' && word.back() <= '9' && capitals >= 2;
  }

  /// A word of a study's name: proper, or in capitals even where it is an ordinary word ("the OBSERVE trial").
  bool free_for(std::uint32_t i, const Cue& cue) const {
    if (free(i)) return true;
    if (cue.type == types_.target && is_numbered_gene(i)) return true;
    if (cue.type != types_.trial || s_.capitals || !s_.is_name_like(i) || s_.in(i, bit(WordList::legal_forms) | bit(WordList::phase_words))) return false;
    if (s_.in(i, function_words) && !(i >= 2 && s_.is_joint(i - 1))) return false;
    const bool capitals = s_.tokens[i].all_capitals && !SentenceView::covered(i, out_, rank_grammar) && s_.tokens[i].text.size() >= 4;
    const bool part = s_.tokens[i].capital && ((s_.is_joint(i + 1) && s_.is_name_like(i + 2)) || (i >= 2 && s_.is_joint(i - 1) && s_.is_name_like(i - 2)));
    return capitals || (part && !s_.tokens[i].digit && !SentenceView::covered(i, out_, rank_literal));
  }

  /// Steps over what may stand between a study's name and its noun: "the EXAMPLE Phase 3 clinical trial".
  std::uint32_t before_fillers(std::uint32_t end) const {
    for (std::uint32_t steps = 0; steps < 5 && end > 0; ++steps) {
      if (s_.in(end - 1, WordList::study_words) && !s_.tokens[end - 1].all_capitals) {
        --end;
        continue;
      }
      std::uint32_t first = end;
      for (const Candidate& c : out_) {
        if (c.last == end && c.type == types_.phase && c.rank == rank_literal) first = c.first;
      }
      if (first == end) break;
      end = first;
    }
    return end;
  }

  /// "our Phase 3 (P301) study": capitals and digits in brackets right behind a phase, in front of the noun.
  bool is_bracketed_code(std::uint32_t end) const {
    if (end < 4 || !s_.is(end - 1, ')') || !s_.is(end - 3, '(') || !s_.tokens[end - 2].digit || !s_.is_name_like(end - 2)) return false;
    const std::string_view code = s_.text(end - 2);
    if (std::any_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return false;
    return std::any_of(out_.begin(), out_.end(), [&](const Candidate& c) { return c.last == end - 3 && c.type == types_.phase; });
  }

  void name_before(std::uint32_t end, const Cue& cue, std::uint32_t cue_place) {
    if (s_.capitals) return;
    if (cue.type == types_.trial) end = before_fillers(end);
    std::uint32_t first = end;
    if (cue.type == types_.trial && is_bracketed_code(end)) {
      out_.push_back(name_candidate(end - 2, end - 1, cue.type, rank_form, 0.8F, "cue"));
      return;
    }
    if (cue.type == types_.trial && end > 0 && s_.tokens[end - 1].digit && s_.is_word(end - 1) && !s_.is_joint(end - 2) && is_code_with_number(end - 1, cue_place + 1)) {
      out_.push_back(name_candidate(end - 1, end, cue.type, rank_form, 0.8F, "cue"));
      return;
    }
    while (first > 0 && end - first < 6) {
      std::uint32_t at = first - 1;
      const bool numbered = at > 0 && (cue.type == types_.trial || (cue.type == types_.target && s_.is_joint(at - 1)));
      if (s_.tokens[at].kind == Token::Kind::number && first == end && numbered && s_.tokens[at].text.size() <= 3) {  // "EXAMPLE 1 trial", "EXAMPLE-1 trial", "COX-2 inhibitor"
        std::uint32_t word = at - 1;
        if (s_.is(word, '-') && word > 0) --word;
        if (!free_for(word, cue)) return;
        first = word;
        continue;
      }
      if (first < end && s_.is_joint(at) && at > 0) --at;
      else if (first < end && cue.type != types_.trial) break;
      if (!free_for(at, cue)) break;
      first = at;
    }
    if (cue.type == types_.trial && first + 1 == end && s_.tokens[first].digit) {
      // "the AB12 trial" tests AB12, but "the AB12 trial of CD-345" does not.
      if (tests_another(first, cue_place + 1)) out_.push_back(name_candidate(first, end, cue.type, rank_form, 0.8F, "cue"));
      return;
    }
    if (cue.type == types_.trial && first == end && end > 0 && is_party_in_capitals(end - 1)) {
      out_.push_back(name_candidate(end - 1, end, cue.type, rank_form, 0.8F, "cue"));
      return;
    }
    if (first == end || !looks_right(first, cue) || is_capital_by_place(first, cue_place)) return;
    out_.push_back(name_candidate(first, end, cue.type, rank_guess, 0.75F, "cue"));
  }

  /// True if what the study at `next` tests is said to be another compound than the one at `name`: "of CD-345", "evaluating the antibody CD-345".
  bool tests_another(std::uint32_t name, std::uint32_t next) const {
    static const std::array<std::uint64_t, 8> joints = {word_key("of"),        word_key("evaluating"), word_key("assessing"), word_key("investigating"),
                                                        word_key("comparing"), word_key("testing"),    word_key("studying"),  word_key("examining")};
    constexpr std::uint32_t reach = 4;  // Words between the two.
    if (next + 1 >= s_.size() || std::find(joints.begin(), joints.end(), s_.tokens[next].key) == joints.end()) return false;
    return std::any_of(out_.begin(), out_.end(), [&](const Candidate& c) {
      return c.type == types_.compound && c.first > next && c.first <= next + reach && c.rank >= rank_grammar && s_.text(c.first, c.last) != s_.text(name);
    });
  }

  /// "the IMexample130 study", and codes of studies that are said to test another compound.
  bool is_code_with_number(std::uint32_t i, std::uint32_t next) const { return is_acronym_with_number(s_.text(i)) || tests_another(i, next); }

  /// "IMexample130": capitals, three small letters or more, and a number; codes of compounds have no such words in them.
  static bool is_acronym_with_number(std::string_view word) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto letters = std::find_if_not(word.begin(), word.end(), upper);
    const auto number = std::find_if_not(letters, word.end(), small);
    return letters != word.begin() && number - letters >= 3 && number != word.end() && std::all_of(number, word.end(), digit);
  }

  /// "the ORION trial", where a company is called Orion: no vocabulary writes its name in capitals.
  bool is_party_in_capitals(std::uint32_t i) const {
    if (!s_.tokens[i].all_capitals || s_.text(i).size() < 4) return false;
    return std::any_of(out_.begin(), out_.end(), [&](const Candidate& c) {
      const bool party = c.type == types_.company || c.type == types_.organization;
      if (!party || c.rank != rank_vocabulary || c.first != i || c.last != i + 1 || c.term == nullptr) return false;
      const std::string& name = c.term->name;
      return std::any_of(name.begin(), name.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
    });
  }

  void name_after(std::uint32_t first, const Cue& cue, bool joined) {
    const bool study = cue.type == types_.trial;
    if (s_.capitals || first >= s_.size() || !(free_for(first, cue) || is_code_of_study(first, cue)) || !looks_right(first, cue)) return;
    if (!joined && s_.glued(first) && !s_.is(first - 1, '"') && !s_.is(first - 1, '(')) return;
    std::uint32_t last = first + 1;
    while (s_.is_joint(last) && last < first + 6 && (s_.tokens[last + 1].digit || s_.tokens[last + 1].all_capitals || (study && is_roman(s_.text(last + 1))))) last += 2;
    if (study && last < s_.size() && s_.tokens[last].kind == Token::Kind::number && s_.tokens[last].text.size() <= 2 && s_.tokens[first].all_capitals) ++last;
    if (cue.type == types_.compound && last == first + 1 && s_.is_spaced_code(first)) ++last;  // "the antibody QRX 1178"
    if (study && !s_.tokens[first].all_capitals && !s_.tokens[first].digit && last == first + 1) return;
    if (s_.in(last, WordList::legal_forms) || s_.is_proper(last)) return;
    if (cue.type == types_.technology && !s_.is_trade_mark(last)) return;
    if (study && first >= 3 && abbreviates(s_.text(first, last), s_.text(first >= 8 ? first - 8 : 0, first - 1))) return;  // "trial (IIT)"
    out_.push_back(name_candidate(first, last, cue.type, rank_guess, joined ? 0.8F : 0.7F, "cue"));
    if (study && s_.is(first - 1, '(')) further_names(last, cue);
  }

  /// "trials (EXAMPLE-A-I and EXAMPLE-A-II)": the names with hyphens behind the one that ends at `end`, in the same brackets.
  void further_names(std::uint32_t end, const Cue& cue) {
    for (std::uint32_t at = end; s_.is(at, ',') || s_.in(at, WordList::conjunctions);) {
      const std::uint32_t first = s_.is(at, ',') && s_.in(at + 1, WordList::conjunctions) ? at + 2 : at + 1;
      if (!s_.is_joint(first + 1) || !s_.tokens[first].all_capitals || !free_for(first, cue)) return;
      std::uint32_t last = first + 1;
      while (s_.is_joint(last) && last < first + 6 && (s_.tokens[last + 1].digit || s_.tokens[last + 1].all_capitals || is_roman(s_.text(last + 1)))) last += 2;
      out_.push_back(name_candidate(first, last, cue.type, rank_guess, 0.7F, "cue"));
      at = last;
    }
  }

  /// "Study ABC-101-02": a code right after the capitalised noun names the study.
  bool is_code_of_study(std::uint32_t first, const Cue& cue) const {
    return cue.type == types_.trial && first > 0 && s_.tokens[first - 1].capital && s_.is_joint(first + 1) && s_.is_joint(first + 3) && s_.tokens[first].all_capitals;
  }

  /// Begins the sentence, or stands in a heading where all words have capitals.
  bool is_capital_by_place(std::uint32_t first, std::uint32_t cue) const {
    if (s_.tokens[first].mixed || s_.tokens[first].digit || s_.tokens[first].all_capitals) return false;
    if (s_.tokens[cue].capital && s_.size() < 12 && !s_.is_trade_mark(cue - 1)) return s_.words[first]->capitals < 2;
    return first == 0 && s_.words[first]->capitals == 0;
  }
};

}  // namespace

void find_cued_names(const SentenceView& sentence, Candidates& out) { CuedNames(sentence, out).find(); }

}  // namespace rxgraph::ingest::naming
