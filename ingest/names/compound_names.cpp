#include <algorithm>
#include <array>
#include <cctype>

#include "ingest/names/grammar.hpp"

namespace rxgraph::ingest::naming {
namespace {

/// How the letters and digits of a word follow one another.
struct Shape {
  std::uint32_t lead = 0;    ///< Letters before the first digit.
  std::uint32_t upper = 0;   ///< Upper-case letters among them.
  std::uint32_t digits = 0;  ///< Digits in all.
  std::uint32_t tail = 0;    ///< Letters after the last digit.
  bool plain = true;         ///< Letters and digits only.
};

Shape shape_of(std::string_view word) {
  Shape shape;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isdigit(byte)) {
      ++shape.digits;
      shape.tail = 0;
    } else if (std::isalpha(byte)) {
      if (shape.digits == 0) {
        ++shape.lead;
        shape.upper += std::isupper(byte) ? 1U : 0U;
      } else {
        ++shape.tail;
      }
    } else if (c != '.' || shape.digits == 0) {
      shape.plain = false;
    }
  }
  return shape;
}

/// "V600E", "T790M": a change of one residue, not a code.
bool is_mutation(std::string_view word, const Shape& shape) {
  return shape.lead == 1 && shape.upper == 1 && shape.tail == 1 && shape.digits <= 4 && std::isupper(static_cast<unsigned char>(word.back()));
}

class Compounds {
 public:
  Compounds(const SentenceView& sentence, Candidates& out) : s_(sentence), out_(out), types_(sentence.index.types()) {}

  void find() {
    for (std::uint32_t i = 0; i < s_.size();) i = std::max(i + 1, name_at(i));
    extend_known();
  }

 private:
  const SentenceView& s_;
  Candidates& out_;
  const GrammarTypes& types_;

  std::uint32_t name_at(std::uint32_t i) {
    if (s_.is_plain(i) && s_.words[i]->suffix < 0) return i + 1;
    if (const std::uint32_t end = labelled_name(i); end > i) return end;
    if (!s_.is_word(i)) {
      if (s_.is_trade_mark(i) && i > 0) marked_name(i);
      return i + 1;
    }
    const WordFacts& word = *s_.words[i];
    if (word.suffix >= 0) {
      const Suffix& suffix = s_.index.suffix(word.suffix);
      if (suffix.kind == Suffix::Kind::name) {
        const bool always_capital = s_.words[i]->capitals > 0 && !s_.words[i]->seen_lower;  // rather a company that sounds like a drug
        return add(i, suffix.leads && seconds(i + 1) ? i + 2 : i + 1, suffix.type, always_capital ? rank_guess : rank_grammar, always_capital ? 0.7F : 0.93F, "stem");
      }
    }
    if ((s_.tokens[i].capital || s_.tokens[i].mixed || s_.tokens[i].digit) && !s_.in(i, WordList::code_guards)) return code_at(i);
    return i + 1;
  }

  /// "[177Lu]Lu-AB-617", "225Ac-ABC1": an isotope, in square brackets or not, and the name of what it labels. One past it; `i` where there is none.
  std::uint32_t labelled_name(std::uint32_t i) {
    const bool brackets = s_.is(i, '[');
    const std::uint32_t isotope = brackets ? i + 1 : i;
    if (isotope >= s_.size() || !s_.tokens[isotope].digit || !s_.in(isotope, WordList::drug_heads)) return i;
    const std::uint32_t begin = isotope + 2;  // Behind the closing bracket, or the hyphen.
    if (brackets ? !s_.is(isotope + 1, ']') || !s_.glued(begin) : !s_.is_joint(isotope + 1)) return i;
    if (!s_.is_name_like(begin) || s_.in(begin, bit(WordList::ordinary_words) | bit(WordList::verb_forms))) return i;
    std::uint32_t last = begin + 1;
    const auto ordinary = [&](std::uint32_t word) { return !s_.is_name_like(word) && s_.in(word, bit(WordList::ordinary_words) | bit(WordList::verb_forms)); };
    while (s_.is_joint(last) && s_.is_word(last + 1) && !ordinary(last + 1)) last += 2;
    Candidate& candidate = out_.emplace_back(name_candidate(i, last, types_.compound, rank_grammar, 0.88F, "isotope"));
    if (brackets) candidate.aliases.push_back(std::string(s_.text(begin, last)));
    return last;
  }

  /// The second word of a gene or cell therapy's name: "autoleucel", "parvovec".
  bool seconds(std::uint32_t i) const {
    if (!s_.is_word(i) || s_.glued(i) || (s_.tokens[i].capital && (i == 0 || !s_.tokens[i - 1].capital || s_.tokens[i].all_capitals))) return false;  // "Zorbacel Autoleucel" in titles
    const std::int16_t suffix = s_.words[i]->suffix;
    return s_.in(i, WordList::stem_exceptions) || (suffix >= 0 && s_.index.suffix(suffix).kind == Suffix::Kind::name);
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last, std::int16_t type, std::uint8_t rank, float confidence, const char* how) {
    const auto [from, to] = type == types_.compound ? extended(first, last) : std::pair{first, last};
    out_.push_back(name_candidate(from, to, type, rank, confidence, how));
    return to;
  }

  /// One past the code name that begins at `i`, or `i + 1`.
  std::uint32_t code_at(std::uint32_t i) {
    if (i > 0 && s_.glued(i) && (s_.is(i - 1, '-') || s_.is(i - 1, '/')) && s_.is_word(i - 2) && i >= 2 && s_.is_joint(i - 1) && !s_.in(i - 2, WordList::drug_heads) && s_.tokens[i - 2].digit) return i + 1;
    if (!s_.tokens[i].digit && !s_.tokens[i].all_capitals && !s_.is_joint(i + 1)) return i + 1;
    const std::string_view word = s_.text(i);
    const Shape shape = shape_of(word);
    if (!shape.plain || shape.lead == 0 || shape.lead > 9 || word.size() > 16 || guarded(word.substr(0, shape.lead))) return i + 1;
    if (shape.digits >= 3 && shape.tail <= 3) {
      if (is_mutation(word, shape) || (shape.upper == 0)) return i + 1;
      const float sure = shape.lead == 1 ? 0.6F : 0.88F;
      return add(i, i + 1, types_.compound, sure < 0.7F ? rank_guess : rank_grammar, sure, "code");
    }
    if (s_.is_joint(i + 1)) return hyphen_code(i, shape);
    const bool spaced = shape.digits == 0 && shape.lead >= 3 && shape.lead <= 4 && s_.tokens[i].all_capitals && i + 1 < s_.size() &&
                        s_.tokens[i + 1].kind == Token::Kind::number && s_.tokens[i + 1].text.size() >= 5 && s_.tokens[i + 1].text.size() <= 8 &&
                        !s_.in(i, bit(WordList::places) | bit(WordList::ordinary_words)) && !s_.capitals;
    const Shape number = spaced ? shape_of(s_.text(i + 1)) : Shape{};
    if (spaced && number.digits == s_.tokens[i + 1].text.size()) {
      std::uint32_t last = i + 2;
      if (s_.is_joint(last) && s_.tokens[last + 1].digit) last += 2;
      return add(i, last, types_.compound, rank_guess, 0.75F, "code");
    }
    return i + 1;
  }

  /// "AB-2870", "AB-8201a", "huX242-DM4", "ABC-CD33A"; with a long word before the hyphen it is a study ("EXAMPLE-426").
  std::uint32_t hyphen_code(std::uint32_t i, const Shape& shape) {
    const std::uint32_t next = i + 2;
    const std::string_view second = s_.text(next);
    const Shape after = shape_of(second);
    if (!after.plain || s_.in(next, WordList::code_guards)) return i + 1;
    if (const std::uint32_t end = code_of_three(i, shape, after); end > i) return end;
    const bool number = after.digits >= 2 && after.tail <= 3 && after.lead <= 4 && !is_mutation(second, after) && after.digits <= 8;
    const bool letter_code = shape.upper >= 2 && after.upper >= 2 && after.digits >= 1 && after.lead >= 2;
    const bool english = s_.in(i, bit(WordList::ordinary_words) | bit(WordList::verb_forms)) || s_.words[i]->seen_lower;
    const bool study = shape.upper == shape.lead && shape.digits == 0 && (shape.lead >= 6 || (shape.lead >= 4 && english));
    if (study && after.digits >= 1 && after.digits <= 4) {
      out_.push_back(name_candidate(i, next + 1, types_.trial, rank_guess, 0.75F, "code"));
      return next + 1;
    }
    if (shape.upper == 0 || shape.lead > 6 || (!number && !letter_code)) return i + 1;
    if (is_post_code(i, after)) return next + 1;
    if (shape.lead == 1 && after.digits < 3) return i + 1;
    if (shape.upper < 2 && after.digits < 3 && !s_.tokens[i].mixed) return i + 1;
    return add(i, next + 1, types_.compound, rank_grammar, after.digits >= 3 ? 0.9F : 0.8F, "code");
  }

  /// "CH-1234 Basel", "D-12345 Berlin": the letters of a country before a number, and a name straight behind it.
  bool is_post_code(std::uint32_t i, const Shape& number) const {
    static const std::array<std::string_view, 12> countries = {"A", "B", "CH", "CZ", "D", "DK", "F", "FI", "I", "L", "NL", "SE"};
    const std::uint32_t town = i + 3;
    const bool digits = number.lead == 0 && number.tail == 0 && (number.digits == 4 || number.digits == 5);
    return digits && std::find(countries.begin(), countries.end(), s_.text(i)) != countries.end() && s_.is_word(town) && s_.tokens[town].capital && !s_.tokens[town].all_capitals && !s_.glued(town);
  }

  /// "ABC-XY-12": two groups of capitals and a number, joined by hyphens; with a long word first it is a study ("EXAMPLE-XYZ-01"). One past it; `i` where it is none.
  std::uint32_t code_of_three(std::uint32_t i, const Shape& first, const Shape& second) {
    const std::uint32_t number = i + 4;
    const bool capitals = first.digits == 0 && first.lead >= 2 && first.upper == first.lead && second.digits == 0 && second.lead >= 1 && second.lead <= 4 && second.upper == second.lead;
    if (!capitals || !s_.is_joint(i + 3) || number >= s_.size() || s_.in(i, bit(WordList::places) | bit(WordList::ordinary_words))) return i;
    const Shape third = shape_of(s_.text(number));
    if (!third.plain || third.lead > 0 || third.digits < 2 || third.digits > 6 || third.tail > 1) return i;
    const bool study = first.lead > 4;
    return study ? add(i, number + 1, types_.trial, rank_guess, 0.75F, "code") : add(i, number + 1, types_.compound, rank_grammar, 0.85F, "code");
  }

  bool guarded(std::string_view letters) const {
    return (s_.index.look_up(letters, word_key(letters)).lists & bit(WordList::code_guards)) != 0;
  }

  /// "BRAND(R)": the capitalised word or two before a trade mark.
  void marked_name(std::uint32_t mark) {
    std::uint32_t first = mark;
    while (first > 0 && mark - first < 4) {
      std::uint32_t at = first - 1;
      if (s_.is_joint(at) && at > 0) --at;
      if (!s_.is_name_like(at) || s_.in(at, function_words | bit(WordList::legal_forms))) break;
      if (first < mark && SentenceView::covered(at, out_, rank_form)) break;
      first = at;
    }
    if (first == mark) return;
    const Candidate* known = nullptr;
    for (const Candidate& c : out_) {
      if (c.last == mark && c.rank >= rank_vocabulary) known = &c;
    }
    if (known) return;
    out_.push_back(name_candidate(first, mark, types_.compound, rank_guess, s_.tokens[first].all_capitals ? 0.68F : 0.6F, "trade mark"));
  }

  /// Takes in what belongs to a compound around its name: salts, conjugate words, what is joined by a hyphen.
  std::pair<std::uint32_t, std::uint32_t> extended(std::uint32_t first, std::uint32_t last) const {
    for (;;) {
      if (s_.is_joint(last) && joins(last + 1)) {
        last += 2;
      } else if (s_.in(last, WordList::drug_tails) && !s_.is(last, '-')) {
        ++last;
      } else {
        break;
      }
    }
    while (first > 0) {
      if (first >= 2 && s_.is_joint(first - 1) && (s_.in(first - 2, WordList::drug_heads) || is_of(first - 2, types_.payload))) first -= 2;
      else if (s_.in(first - 1, WordList::drug_heads) && !s_.glued(first)) --first;
      else break;
    }
    return {first, last};
  }

  bool is_of(std::uint32_t i, std::int16_t type) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Candidate& c) { return c.type == type && c.first <= i && i < c.last; });
  }

  /// True if the word after a hyphen is part of the name: an agent, a code, a tail, four letters of a biosimilar.
  bool joins(std::uint32_t i) const {
    if (is_of(i, types_.payload) || s_.in(i, WordList::drug_tails)) return true;
    const std::string_view word = s_.text(i);
    const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (letters) return word.size() == 4 && !s_.in(i, function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms)) && s_.words[i]->node == 0;
    return s_.is_word(i) && word.size() <= 6 && !s_.in(i, WordList::ordinary_words) && (s_.tokens[i].all_capitals || s_.tokens[i].digit || word.size() == 1);
  }

  /// "Zorbex Junior is sold": a brand and a capitalised word that the text never writes otherwise are a product of its own.
  bool line_extension(const Candidate& known) const {
    const std::uint32_t i = known.last;
    if (s_.capitals || known.size() != 1 || i + 1 >= s_.size() || s_.glued(i) || !s_.tokens[known.first].capital) return false;
    const Token& word = s_.tokens[i];
    const WordRecord& record = *s_.words[i];
    const bool usual = s_.in(i, WordList::ordinary_words) && word.capital && record.capitals >= 2 && !s_.in(i, function_words | bit(WordList::legal_forms) | bit(WordList::name_stops));
    if (!(usual || s_.is_proper(i)) || word.all_capitals || word.mixed || word.digit || SentenceView::covered(i, out_, rank_guess)) return false;
    if (record.head >= 0 || record.cue >= 0 || record.suffix >= 0 || record.seen_lower || s_.modifiers[i]) return false;
    return s_.in(i + 1, function_words | bit(WordList::verb_forms)) && !s_.tokens[i + 1].capital;
  }

  /// Extends the compounds of the vocabularies, and makes names of "T-DM1", where an agent follows a hyphen.
  void extend_known() {
    const std::size_t count = out_.size();
    for (std::size_t k = 0; k < count; ++k) {
      const Candidate known = out_[k];
      if (known.rank != rank_vocabulary) continue;
      if (known.type == types_.compound) {
        const auto [first, last] = extended(known.first, known.last);
        if (line_extension(known)) out_.push_back(name_candidate(known.first, known.last + 1, known.type, rank_grammar, 0.85F, "brand"));
        if (first == known.first && last == known.last) continue;
        out_.push_back(name_candidate(first, last, known.type, rank_grammar, known.confidence, "vocabulary"));
      } else if (known.type == types_.payload && known.first >= 2 && s_.is_joint(known.first - 1)) {
        const std::uint32_t before = known.first - 2;
        if (!s_.is_name_like(before) || is_of(before, types_.linker) || is_of(before, types_.payload) || is_of(before, types_.compound)) continue;
        if (s_.in(before, function_words | bit(WordList::ordinary_words))) continue;
        std::uint32_t first = before;
        while (first >= 2 && s_.is_joint(first - 1) && s_.is_name_like(first - 2)) first -= 2;
        out_.push_back(name_candidate(first, known.last, types_.compound, rank_grammar, 0.85F, "conjugate"));
      }
    }
  }
};

}  // namespace

void find_compound_names(const SentenceView& sentence, Candidates& out) { Compounds(sentence, out).find(); }

}  // namespace rxgraph::ingest::naming
