#include "base/names.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/hash.hpp"
#include "base/utf8.hpp"

namespace rxgraph {
namespace {

bool is_ascii(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_word_byte(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::array greek_names = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta",  "eta", "theta", "iota",
                                    "kappa", "lambda", "mu",  "nu",    "xi",      "omicron", "pi",  "rho",   "sigma",
                                    "sigma", "tau",  "upsilon", "phi", "chi",     "psi",   "omega"};

bool is_trade_mark(UChar32 code) noexcept { return code == 0xAE || code == 0x2122 || code == 0xA9 || code == 0x2120; }

/// Trade-mark signs go before NFKC would turn them into letters.
std::string without_marks(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!is_trade_mark(static_cast<UChar32>(point.code))) append_utf8(kept, point.code);
    at += point.size;
  }
  return kept;
}

void append_folded(std::string& out, UChar32 code) {
  if (code >= 0x3B1 && code <= 0x3C9) {
    out += greek_names[static_cast<std::size_t>(code - 0x3B1)];
    return;
  }
  if (u_charType(code) == U_NON_SPACING_MARK) return;
  switch (code) {
    case 0x2018: case 0x2019: case 0x201B: out.push_back('\''); return;
    case 0x201C: case 0x201D: out.push_back('"'); return;
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: out.push_back('-'); return;
    case 0x200B: case 0x200C: case 0x200D: case 0xFEFF: case 0xAD: case 0x2060: return;
    default: append_utf8(out, static_cast<char32_t>(code));
  }
}

std::string fold_with_icu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const fold_compatible = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const std::string kept = without_marks(text);
  const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(kept.data(), static_cast<std::int32_t>(kept.size())));
  const icu::UnicodeString folded = decompose->normalize(fold_compatible->normalize(source, status), status);
  if (U_FAILURE(status)) return std::string(text);
  std::string out;
  for (std::int32_t i = 0; i < folded.length();) {
    const UChar32 code = folded.char32At(i);
    i += U16_LENGTH(code);
    append_folded(out, code);
  }
  return out;
}

/// What folding makes of a sign that takes part in no composition; null for every other character.
const char* folded_sign(UChar32 code) noexcept {
  if (is_trade_mark(code)) return "";
  switch (code) {
    case 0xB7: return "\u00b7";
    case 0x2022: return "\u2022";
    case 0x2018: case 0x2019: return "'";
    case 0x201C: case 0x201D: return "\"";
    case 0x2013: case 0x2014: return "-";
    default: return nullptr;
  }
}

/// Folds ASCII and the signs of printed text; nothing where ICU is needed.
std::optional<std::string> fold_plain(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      folded.push_back(lower(text[at++]));
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    const char* const sign = folded_sign(static_cast<UChar32>(point.code));
    if (sign == nullptr) return std::nullopt;
    folded += sign;
    at += point.size;
  }
  return folded;
}

/// Word endings of company names, folded. General knowledge of company law; GLEIF publishes the full list (ISO 20275).
constexpr std::array<std::string_view, 42> legal_forms = {
    "ab", "ag", "aps", "as", "asa", "bv", "bvba", "co", "company", "corp", "corporation", "doo", "eurl", "gmbh",
    "holding", "holdings", "inc", "incorporated", "kg", "kk", "limited", "llc", "llp", "lp", "ltd", "ltda",
    "nv", "oy", "oyj", "pbc", "plc", "pte", "pty", "sa", "sarl", "sas", "sca", "se", "spa", "srl", "sro", "zoo"};

std::string digits_of_roman(const std::string& word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> table = {
      {{"i", "1"}, {"ii", "2"}, {"iii", "3"}, {"iv", "4"}}};
  std::string_view stem = word;
  std::string_view letter;
  if (stem.size() > 1 && (stem.back() == 'a' || stem.back() == 'b' || stem.back() == 'c')) {
    letter = stem.substr(stem.size() - 1);
    stem.remove_suffix(1);
  }
  for (const auto& [roman, digit] : table) {
    if (stem == roman) return std::string(digit) + std::string(letter);
  }
  return word;
}

/// "a.g." and "s.p.a." are one word; the stops of initials join their letters.
std::string joined_initials(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  std::string joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop_of_initial = text[i] == '.' && i >= 1 && is_word_byte(text[i - 1]) && (i == 1 || !is_word_byte(text[i - 2]));
    if (!stop_of_initial) joined.push_back(text[i]);
  }
  return joined;
}

/// The words of `folded`, which owns their bytes.
std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  words.reserve(8);  // More than most names have.
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    while (at < folded.size() && is_word_byte(folded[at])) ++at;
    if (at > begin) words.push_back(folded.substr(begin, at - begin));
    else ++at;
  }
  return words;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::vector<std::size_t> next(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) next[j] = std::min(next[j], before[j - 2] + 1);
    }
    before.swap(row);
    row.swap(next);
  }
  return row[b.size()];
}

}  // namespace

std::string fold(std::string_view text) {
  if (!is_ascii(text)) {
    std::optional<std::string> plain = fold_plain(text);
    return plain ? *std::move(plain) : fold_with_icu(text);
  }
  std::string folded(text);
  for (char& c : folded) c = lower(c);
  return folded;
}

std::vector<std::string> name_words(std::string_view name) {
  const std::string folded = joined_initials(fold(name));
  const std::vector<std::string_view> words = words_of(folded);
  return {words.begin(), words.end()};
}

std::string normal_form(std::string_view name, bool party, bool plural, bool numbered) {
  const std::string folded = joined_initials(fold(name));
  std::vector<std::string_view> words = words_of(folded);
  if (party) {
    while (words.size() > 1 && (is_legal_form(words.back()) || words.back() == "and")) words.pop_back();
  }
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  if (plural && !words.empty()) {
    std::string_view& last = words.back();
    const bool singular_s = last.ends_with("ss") || last.ends_with("is") || last.ends_with("us");
    if (last.size() > 4 && last.back() == 's' && !singular_s) last.remove_suffix(1);
  }
  std::string form;
  form.reserve(folded.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (numbered && i > 0) form += digits_of_roman(std::string(words[i]));
    else form += words[i];
  }
  return form;
}

std::string slug(std::string_view name, std::size_t limit) {
  std::string joined;
  bool lossy = false;
  for (const std::string& word : name_words(name)) {
    if (!joined.empty()) joined.push_back('-');
    for (const char c : word) {
      if (static_cast<unsigned char>(c) < 0x80) {
        joined.push_back(c);
      } else {
        lossy = true;
      }
    }
  }
  if (!lossy && !joined.empty() && joined.size() <= limit) return joined;
  const std::string hash = hash_hex(fold(name)).substr(0, 12);
  joined.resize(std::min(joined.size(), limit > 13 ? limit - 13 : 0));
  return joined.empty() ? hash : joined + "-" + hash;
}

bool is_legal_form(std::string_view word) {
  return std::binary_search(legal_forms.begin(), legal_forms.end(), word);
}

std::vector<std::string> nearest_names(std::string_view name, const std::vector<std::string>& choices, std::size_t count) {
  const std::string wanted = fold(name);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& choice : choices) {
    const std::string folded = fold(choice);
    const bool prefix = wanted.size() >= 3 && (folded.starts_with(wanted) || (folded.size() >= 3 && wanted.starts_with(folded)));
    const std::size_t longest = std::max(wanted.size(), folded.size());
    const std::size_t shortest = std::min(wanted.size(), folded.size());
    if (!prefix && longest - shortest > std::max<std::size_t>(1, longest / 3)) continue;
    const std::size_t distance = edit_distance(wanted.substr(0, 200), folded.substr(0, 200));
    if (prefix || distance <= std::max<std::size_t>(1, longest / 3)) ranked.emplace_back(distance, choice);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> nearest;
  for (auto& [distance, choice] : ranked) {
    if (nearest.size() == count) break;
    if (nearest.empty() || nearest.back() != choice) nearest.push_back(std::move(choice));
  }
  return nearest;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& choices, std::size_t count) {
  const std::vector<std::string> nearest = nearest_names(name, choices, count);
  if (nearest.empty()) return {};
  std::string text = "; did you mean ";
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    if (i > 0) text += i + 1 == nearest.size() ? " or " : ", ";
    text += "'" + nearest[i] + "'";
  }
  return text + "?";
}

}  // namespace rxgraph
