#include <algorithm>
#include <array>

#include "ingest/names/grammar.hpp"
#include "ingest/names/phrase.hpp"

namespace rxgraph::ingest::naming {
namespace {

class Phrases {
 public:
  Phrases(const SentenceView& sentence, Candidates& out) : s_(sentence), out_(out), types_(sentence.index.types()) {}

  void find() {
    note_endings();
    const std::size_t known = out_.size();
    for (std::size_t k = 0; k < known; ++k) {
      if (out_[k].rank == rank_vocabulary && out_[k].type == types_.indication && types_.indication != no_type) extend_known(k);
      if (out_[k].rank == rank_vocabulary && out_[k].type == types_.target && types_.target != no_type) extend_receptor(k);
    }
    for (std::uint32_t i = 0; i < s_.size(); ++i) head_at(i);
  }

 private:
  const SentenceView& s_;
  Candidates& out_;
  const GrammarTypes& types_;
  std::vector<std::int32_t> ending_;  ///< By token: the longest name that ends just before it, as an index into `out_`; -1 without one.

  void note_endings() {
    ending_.assign(s_.size() + 1, -1);
    for (std::size_t k = 0; k < out_.size(); ++k) {
      const Candidate& c = out_[k];
      if (c.rank < rank_grammar || c.kind != Mention::Kind::entity || (c.type != types_.indication && c.type != types_.target)) continue;
      std::int32_t& longest = ending_[c.last];
      if (longest < 0 || out_[static_cast<std::size_t>(longest)].size() < c.size()) longest = static_cast<std::int32_t>(k);
    }
  }

  void head_at(std::uint32_t i) {
    if (!s_.is_word(i)) return;
    const WordFacts& word = *s_.words[i];
    Head head;
    if (word.head >= 0) {
      head = s_.index.head(word.head);
    } else if (word.suffix >= 0 && s_.index.suffix(word.suffix).kind == Suffix::Kind::head && !s_.in(i, function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms))) {
      head.type = s_.index.suffix(word.suffix).type;
      if (is_brand(i)) return;
    } else {
      return;
    }
    if (head.title) return;
    if (head.named) named_head(i, head);
    else phrase_head(i, head);
  }

  /// "Zorbopathys (zorbinib)": a capitalised word before the name of a drug in brackets is its brand, however it ends; so is one that
  /// the document always writes with a capital.
  bool is_brand(std::uint32_t i) const {
    constexpr std::uint32_t often = 3;
    if (!s_.tokens[i].capital || s_.tokens[i].all_capitals || s_.words[i]->seen_lower) return false;
    if (s_.words[i]->capitals >= often) return true;
    const std::uint32_t open = s_.is_trade_mark(i + 1) ? i + 2 : i + 1;
    if (!s_.is(open, '(')) return false;
    return std::any_of(out_.begin(), out_.end(), [&](const Candidate& c) { return c.type == types_.compound && c.first == open + 1 && s_.is(c.last, ')'); });
  }

  void set_shorter(Candidate& candidate, const std::vector<std::uint32_t>& starts, bool bare, std::uint32_t core_first) {
    for (auto start = starts.rbegin(); start != starts.rend() && candidate.shorter_count < candidate.shorter.size(); ++start) {
      if (*start >= candidate.last || *start <= candidate.first) continue;
      if (*start == core_first && !bare) continue;
      candidate.shorter[candidate.shorter_count++] = *start;
    }
  }

  void extend_known(std::size_t k) {
    const Candidate known = out_[k];
    Phrase phrase(s_, out_, ending_, known.type, known.first);
    phrase.grow(false);
    const std::uint32_t last = after_subtype(known.last);
    if (!phrase.has_modifier() && last == known.last) return;
    Candidate& candidate = out_.emplace_back(name_candidate(phrase.first(), last, known.type, rank_grammar, 0.93F, "head"));
    candidate.core = known.term;
    candidate.name = without_parenthesis(candidate.first, candidate.last);
    set_shorter(candidate, phrase.starts(), true, known.first);
    const bool own_site = s_.modifiers[known.first] && s_.modifiers[known.first]->site;
    if (phrase.site_nearest()) coordinated_sites(phrase.first(), own_site ? known.last - 1 : known.first, known.last, known.type, true);
  }

  /// "somatostatin receptor type 2", where the vocabulary knows the receptor alone: the unit belongs to the name.
  void extend_receptor(std::size_t k) {
    static const std::uint64_t receptor = word_key("receptor");
    const Candidate known = out_[k];
    if (s_.tokens[known.last - 1].key != receptor) return;
    const std::uint32_t last = after_subunit(known.last);
    if (last > known.last) out_.push_back(name_candidate(known.first, last, known.type, rank_grammar, known.confidence, "head"));
  }

  void phrase_head(std::uint32_t i, const Head& head) {
    Phrase phrase(s_, out_, ending_, head.type, i);
    phrase.grow();
    if (!head.bare && !phrase.is_strong()) return;
    std::uint32_t last = after_of(i + 1, head.type);
    const std::uint32_t subtype = head.type == types_.indication && last == i + 1 ? after_subtype(last) : last;
    Candidate& candidate = out_.emplace_back(name_candidate(phrase.first(), subtype, head.type, rank_grammar, phrase.has_modifier() ? 0.92F : 0.85F, "head"));
    candidate.name = without_parenthesis(candidate.first, candidate.last);
    if (subtype > last) candidate.aliases.push_back(std::string(s_.text(candidate.first, last)));
    set_shorter(candidate, phrase.starts(), head.bare, i);
    if (phrase.site_nearest() && last == i + 1) coordinated_sites(phrase.first(), i, i + 1, head.type, head.bare);
  }

  /// The words of a span without its parentheses; empty where it has none.
  std::string without_parenthesis(std::uint32_t first, std::uint32_t last) const {
    std::string name;
    bool found = false;
    for (std::uint32_t i = first; i < last; ++i) {
      if (s_.is(i, '(')) {
        const std::uint32_t after = after_parenthesis(s_, i, 10);
        if (after == 0 || after >= last) return {};
        i = after - 1;
        found = true;
        continue;
      }
      if (!name.empty() && s_.tokens[i].blank_before) name.push_back(' ');
      name += s_.text(i);
    }
    return found ? name : std::string();
  }

  /// "storage disease type Ib", "muscular atrophy type 1": one past the number or letter of the type; `last` where none stands there.
  std::uint32_t after_subtype(std::uint32_t last) const {
    static const std::uint64_t type = word_key("type");
    constexpr std::size_t longest = 4;
    if (last + 1 >= s_.size() || s_.tokens[last].key != type || s_.tokens[last].capital || s_.glued(last + 1)) return last;
    const std::string_view kind = s_.text(last + 1);
    const std::size_t roman = std::min(kind.find_first_not_of("IVX"), kind.size());
    const bool number = kind.size() <= longest && s_.tokens[last + 1].digit && kind.front() >= '0' && kind.front() <= '9';
    const bool letter = kind.size() == 1 && kind.front() >= 'A' && kind.front() <= 'H';
    const bool counted = roman > 0 && kind.size() <= roman + 1 && (roman == kind.size() || (kind.back() >= 'a' && kind.back() <= 'd') || (kind.back() >= 'A' && kind.back() <= 'D'));
    return number || letter || counted ? last + 2 : last;
  }

  /// "carcinoma of the breast": one past it.
  std::uint32_t after_of(std::uint32_t last, std::int16_t type) const {
    std::uint32_t at = last;
    if (!s_.in(at, WordList::title_joints)) return last;
    ++at;
    if (s_.in(at, WordList::determiners)) ++at;
    const std::uint32_t first = at;
    while (at < s_.size() && s_.modifiers[at] && s_.modifiers[at]->type == type && s_.modifiers[at]->site) ++at;
    return at > first ? at : last;
  }

  /// "breast, lung and ovarian cancer": the sites before the last one make names with the same head; weak ones only where it is `bare`.
  void coordinated_sites(std::uint32_t first, std::uint32_t head, std::uint32_t head_end, std::int16_t type, bool bare) {
    const std::string head_words(s_.text(head, head_end));
    while (first > 1) {
      std::uint32_t end = first;
      while (end > 0 && (s_.in(end - 1, WordList::conjunctions) || s_.is(end - 1, ',') || s_.is(end - 1, '/'))) --end;
      if (end == first || end == 0) return;
      Phrase phrase(s_, out_, ending_, type, end);
      phrase.grow();
      if (!phrase.has_modifier() || !phrase.site_nearest() || !(bare || phrase.is_strong())) return;
      Candidate& candidate = out_.emplace_back(name_candidate(phrase.first(), end, type, rank_guess, 0.85F, "head"));
      candidate.name = std::string(s_.text(phrase.first(), end)) + " " + head_words;
      if (phrase.starts().size() > 1) candidate.aliases.push_back(std::string(s_.text(phrase.starts().back(), end)) + " " + head_words);
      first = phrase.first();
    }
  }

  bool part_of_name(std::uint32_t i) const {
    if (s_.in(i, function_words | bit(WordList::name_stops) | bit(WordList::self_words) | bit(WordList::party_roles))) return false;
    if (s_.modifiers[i]) return true;
    return s_.is_name_like(i) && !(i == 0 && s_.in(i, bit(WordList::ordinary_words) | bit(WordList::verb_forms)));
  }

  /// True if the names of a target say that it acts on a receptor and none that it is one: "interleukin-40", "placental growth factor".
  static bool is_ligand(const Term& term) {
    static const std::array<std::string_view, 4> kinds = {"interleukin", "factor", "interferon", "hormone"};
    const auto says = [](const std::string& name, std::string_view word) { return name.find(word) != std::string::npos; };
    const auto all = [&](const auto& holds) { return holds(term.name) || std::any_of(term.synonyms.begin(), term.synonyms.end(), holds); };
    const bool ligand = all([&](const std::string& name) { return name.starts_with("IL-") || std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) { return says(name, kind); }); });
    return ligand && !all([&](const std::string& name) { return says(name, "receptor"); });
  }

  /// "receptor alpha 1", "receptor type 2": one past what tells the unit of the receptor whose name ends before `last`.
  std::uint32_t after_subunit(std::uint32_t last) const {
    static const std::array<std::uint64_t, 5> letters = {word_key("alpha"), word_key("beta"), word_key("gamma"), word_key("delta"), word_key("type")};
    std::uint32_t at = s_.is(last, '-') ? last + 1 : last;
    if (at < s_.size() && std::find(letters.begin(), letters.end(), s_.tokens[at].key) != letters.end()) {
      last = at + 1;
      at = s_.is(last, '-') ? last + 1 : last;
    }
    const bool number = at < s_.size() && s_.tokens[at].digit && s_.text(at).size() <= 2;
    return number ? at + 1 : last;
  }

  /// "KIT receptor" is KIT, "interleukin-40 receptor alpha" is not interleukin-40: true for a head straight behind a known name of its type.
  bool known_with_head(std::uint32_t i, const Head& head) {
    if (ending_[i] < 0) return false;
    const Candidate known = out_[static_cast<std::size_t>(ending_[i])];
    if (known.type != head.type || !known.term) return false;
    if (is_ligand(*known.term)) {
      out_.push_back(name_candidate(known.first, after_subunit(i + 1), known.type, rank_grammar, 0.9F, "head"));
      return true;
    }
    Candidate whole = name_candidate(known.first, i + 1, known.type, rank_grammar, known.confidence, "head");
    whole.term = known.term;
    out_.push_back(std::move(whole));
    return true;
  }

  /// "Slow Release Carrier (SRC) technology", "Xyz(TM) platform", "ABC receptor".
  void named_head(std::uint32_t i, const Head& head) {
    if (s_.capitals || known_with_head(i, head)) return;
    std::uint32_t first = i;
    std::uint32_t open = 0;
    std::uint32_t close = 0;
    bool telling = false;
    bool proper = false;  // Not by its modifiers alone.
    for (int words = 0; first > 0 && words < 8; ++words) {
      std::uint32_t at = first - 1;
      if (s_.is_trade_mark(at) && at > 0) {
        --at;
        telling = true;
      }
      if (s_.is(at, ')') && close == 0 && at >= 3 && s_.is(at - 2, '(') && s_.is_name_like(at - 1)) {
        close = at;
        open = at - 2;
        first = open;
        continue;
      }
      if ((s_.is_joint(at) || (s_.is(at, '/') && s_.glued(at))) && at > 0) --at;
      if (!part_of_name(at) && !(s_.is_joint(at + 1) && s_.is_word(at) && !s_.in(at, function_words))) break;
      if (SentenceView::covered(at, out_, rank_form) || party_at(at)) break;
      proper = proper || (s_.is_proper(at) && !(s_.modifiers[at] && (s_.tokens[at].all_capitals || s_.tokens[at].mixed)));
      telling = telling || proper || s_.is_proper(at) || (s_.modifiers[at] && s_.modifiers[at]->type == head.type && !s_.modifiers[at]->weak);
      first = at;
    }
    if (first == open) first = i;
    while (first < i && s_.in(first, bit(WordList::ordinary_words)) && s_.modifiers[first] == nullptr && !s_.is_joint(first + 1) && s_.words[first]->seen_lower) ++first;
    // "its proprietary Xyz platform": what only describes does not begin the name.
    while (first + 1 < i && s_.modifiers[first] && s_.modifiers[first]->weak && !s_.tokens[first].capital && !s_.is_joint(first + 1)) ++first;
    if (first + 2 < i && s_.is_joint(first + 1) && s_.words[first]->cue >= 0 && s_.index.cue(s_.words[first]->cue).hyphen) first += 2;  // "anti-AB7 integrin"
    if (!telling || first == i) return described_platform(i, head);
    if (s_.words[i]->singular != 0 && !proper) return;  // "ADC platforms" are many
    // "the AB-101 platform" does not make AB-101 a technology, nor "the ABC03 platform" ABC03.
    const bool code = SentenceView::covered(i - 1, out_, rank_grammar) || (s_.tokens[i - 1].digit && s_.tokens[i - 1].kind == Token::Kind::word && first + 1 == i);
    if (head.type == types_.technology && first + 1 == i && is_compound_code(i - 1)) return;
    Candidate& candidate = out_.emplace_back(name_candidate(first, i + 1, head.type, rank_grammar, 0.85F, "head"));
    const std::string head_word(s_.text(i));
    if (open > first) {
      const std::string lead(s_.text(first, open));
      const std::string abbreviation(s_.text(open + 1));
      const std::string rest(close + 1 < i ? std::string(s_.text(close + 1, i + 1)) : head_word);
      candidate.name = lead + " " + rest;
      candidate.aliases = {abbreviation + " " + rest, abbreviation, lead};
    } else if (head.type == types_.technology && proper && !code && s_.text(first, i).size() > 3) {
      candidate.aliases = {std::string(s_.text(first, i))};
    }
  }

  /// "the ZORBITE modular protein platform": a name in capitals, of mixed letters or with a trade mark, with up to four plain words between it and the head.
  void described_platform(std::uint32_t head_place, const Head& head) {
    constexpr std::uint32_t reach = 4;
    constexpr std::size_t shortest = 4;  // Letters: shorter ones abbreviate what anybody has.
    constexpr WordSet ends = function_words | bit(WordList::verb_forms) | bit(WordList::self_words) | bit(WordList::party_roles) | bit(WordList::name_stops);
    if (head.type != types_.technology || s_.words[head_place]->singular != 0) return;
    std::uint32_t i = head_place;
    while (i > 0 && head_place - i < reach && s_.is_plain(i - 1) && s_.is_word(i - 1) && !s_.in(i - 1, ends)) --i;
    std::uint32_t end = i;
    const bool marked = end > 0 && s_.is_trade_mark(end - 1);
    if (marked) --end;
    if (i == head_place || end == 0) return;
    const std::uint32_t name = end - 1;
    const bool lettered = s_.tokens[name].all_capitals || s_.tokens[name].mixed || marked;
    if (!lettered || s_.tokens[name].digit || s_.text(name).size() < shortest || !s_.is_proper(name) || s_.modifiers[name] || s_.is_joint(name + 1) || (name > 0 && s_.is_joint(name - 1)) || SentenceView::covered(name, out_, rank_guess)) return;
    Candidate& candidate = out_.emplace_back(name_candidate(name, head_place + 1, head.type, rank_grammar, 0.8F, "head"));
    candidate.aliases = {std::string(s_.text(name)), std::string(s_.text(name)) + " " + std::string(s_.text(head_place))};
  }

  /// "AB-1234", "ABC03": what is written so before "platform" is a compound.
  bool is_compound_code(std::uint32_t i) const {
    if (std::any_of(out_.begin(), out_.end(), [&](const Candidate& c) { return c.type == types_.compound && c.rank >= rank_grammar && c.last == i + 1; })) return true;
    const std::string_view word = s_.text(i);
    const std::size_t digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }));
    return digits >= 2 && s_.tokens[i].kind == Token::Kind::word && word.front() >= 'A' && word.front() <= 'Z';
  }

  bool party_at(std::uint32_t i) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Candidate& c) {
      return (c.type == types_.company || c.type == types_.organization) && c.type != no_type && c.first <= i && i < c.last;
    });
  }
};

}  // namespace

void find_phrases(const SentenceView& sentence, Candidates& out) { Phrases(sentence, out).find(); }

}  // namespace rxgraph::ingest::naming
