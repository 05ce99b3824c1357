#include "ingest/names/vocabulary_index.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdlib>
#include <functional>

#include "base/hash.hpp"

namespace rxgraph::ingest::naming {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordList::count)> word_list_names = {
    "determiners", "pronouns", "prepositions", "conjunctions", "auxiliaries", "months", "periods", "year_openers", "scales",
    "currencies", "amount_limits", "amount_fillers", "percent_words", "vague_numbers", "exchanges", "party_roles",
    "self_words", "places", "person_titles", "ordinary_words", "english_verbs", "code_guards", "stem_exceptions",
    "drug_tails", "drug_heads", "title_joints", "target_states", "redactions", "definition_openers", "former_openers",
    "meaning_verbs", "name_stops", "legal_forms", "phase_words", "numerals", "company_articles", "phase_openers", "study_words"};

std::string_view feature(const Term& term, const std::string& name) {
  const auto found = term.features.find(name);
  return found == term.features.end() ? std::string_view() : std::string_view(found->second);
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number for the last two bytes of a text that has as many, below 1024.
std::size_t end_of(std::string_view text) { return static_cast<std::size_t>((text[text.size() - 2] & 31) * 32 + (text.back() & 31)); }

/// "HER2" gives "HER-2", "PD-1" gives "PD1": writers differ. Empty where there is no such variant.
std::string other_spelling(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return {};
  const std::size_t hyphen = name.find('-');
  if (hyphen != std::string_view::npos) {
    const bool code = hyphen > 0 && hyphen + 1 < name.size() && is_upper(name[hyphen - 1]) && is_digit(name[hyphen + 1]);
    return code ? std::string(name.substr(0, hyphen)) + std::string(name.substr(hyphen + 1)) : std::string();
  }
  const auto first_digit = std::find_if(name.begin(), name.end(), is_digit);
  if (first_digit - name.begin() < 2 || first_digit == name.end() || !is_upper(first_digit[-1])) return {};
  const auto cut = static_cast<std::size_t>(first_digit - name.begin());
  return std::string(name.substr(0, cut)) + "-" + std::string(name.substr(cut));
}

/// The regular and irregular forms of a verb: "file" gives files, filed, filing.
std::vector<std::string> verb_forms(const Term& term) {
  const std::string& lemma = term.name;
  std::vector<std::string> forms{lemma};
  forms.insert(forms.end(), term.synonyms.begin(), term.synonyms.end());
  const char last = lemma.back();
  const char before = lemma.size() > 1 ? lemma[lemma.size() - 2] : ' ';
  const bool sibilant = last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 's' || before == 'c'));
  const bool vowel_before = std::string_view("aeiou").find(before) != std::string_view::npos;
  if (last == 'y' && !vowel_before) {
    const std::string stem = lemma.substr(0, lemma.size() - 1);
    forms.insert(forms.end(), {stem + "ies", stem + "ied", lemma + "ing"});
  } else if (last == 'e') {
    forms.insert(forms.end(), {lemma + "s", lemma + "d", lemma.substr(0, lemma.size() - 1) + "ing"});
  } else {
    forms.insert(forms.end(), {lemma + (sibilant ? "es" : "s"), lemma + "ed", lemma + "ing", lemma + last + "ed", lemma + last + "ing"});
  }
  return forms;
}

}  // namespace

std::string_view name_of(WordList list) { return word_list_names.at(static_cast<std::size_t>(list)); }

std::vector<std::uint64_t> phrase_keys(std::string_view phrase, std::vector<Token>* tokens) {
  constexpr std::size_t usual_words = 8;
  std::vector<Token> own;
  own.reserve(usual_words);
  tokenize(phrase, {0, static_cast<std::uint32_t>(phrase.size())}, own);
  std::erase_if(own, [&](const Token& token) { return phrase.substr(token.text.begin, token.text.size()) == "-"; });
  std::vector<std::uint64_t> keys(own.size());
  std::transform(own.begin(), own.end(), keys.begin(), [](const Token& token) { return token.key; });
  if (tokens) *tokens = std::move(own);
  return keys;
}

struct VocabularyIndex::Impl {
  const Ontology* ontology = nullptr;
  const LoadedNames* loaded = nullptr;
  PhraseTrie phrases;
  std::vector<TermUse> uses;
  std::vector<Head> heads;
  std::vector<Cue> cues;
  std::vector<Suffix> suffixes;
  GrammarTypes types;
  std::string phase_word;
  std::uint64_t study_noun = 0;
  boost::unordered_flat_map<std::uint64_t, WordFacts> words;             ///< By word key.
  boost::unordered_flat_map<std::uint64_t, std::int16_t> suffix_by_hash;  ///< Ending's hash to index.
  std::bitset<1024> suffix_ends;                                          ///< By `end_of`: a quick no for most words.
  std::vector<std::uint64_t> known_bits = std::vector<std::uint64_t>(4096);  ///< One bit for each word that stands in `words` or begins a phrase: it stays in a cache.
  std::size_t longest_suffix = 0;
  std::size_t shortest_suffix = 99;

  void add_vocabulary(const Vocabulary& vocabulary);
  void note(std::uint64_t key) { known_bits[key >> 52] |= std::uint64_t{1} << (key >> 46 & 63); }
  bool may_know(std::uint64_t key) const { return (known_bits[key >> 52] >> (key >> 46 & 63) & 1) != 0; }

  void add_name(const Term& term, std::vector<std::string> spellings, TermUse use);
  void add_head(const Term& term, const std::vector<std::string>& spellings, std::int16_t type);
  void add_cues(const Term& term, const std::vector<std::string>& spellings, std::int16_t type);
  void add_listed(const Term& term, const std::vector<std::string>& spellings, const TermUse& use);  ///< Words of a list, verbs and legal forms.
  void add_phrase(const std::string& phrase, TermUse use);
  void add_word(const std::string& word, const std::function<void(WordFacts&)>& change);
  void add_cue(const Cue& cue, WordFacts& info);
  void add_suffix(const Term& term, std::int16_t type, Suffix::Kind kind);
  void add_singular(std::string_view singular, WordFacts& info) const;  ///< What a plural is, its singular tells.
  std::int16_t suffix_of(std::string_view lower, bool capital) const;   ///< Index of the longest ending of a word of three letters or more; -1 without one.
  std::int16_t index_of(const std::string& type) const;
  std::int16_t type_of(std::string_view vocabulary) const;
};

std::int16_t VocabularyIndex::Impl::index_of(const std::string& type) const {
  for (std::size_t i = 0; i < ontology->types.size(); ++i) {
    if (ontology->types[i].name == type) return static_cast<std::int16_t>(i);
  }
  return no_type;
}

std::int16_t VocabularyIndex::Impl::type_of(std::string_view vocabulary) const {
  const Vocabulary* const found = ontology->vocabulary(vocabulary);
  return found ? index_of(found->type) : no_type;
}

void VocabularyIndex::Impl::add_phrase(const std::string& phrase, TermUse use) {
  std::vector<Token> tokens;
  const std::vector<std::uint64_t> keys = phrase_keys(phrase, &tokens);
  for (std::size_t i = 0; i < tokens.size() && i < 32; ++i) {
    const Token& token = tokens[i];
    const bool letters_only = !token.digit && token.kind == Token::Kind::word;
    if (letters_only && token.all_capitals && token.text.size() <= 5) use.uppers |= 1U << i;
    if (letters_only && token.capital && i == 0) use.capitals |= 1U << i;
  }
  if (!keys.empty()) note(keys.front());
  uses.push_back(use);
  phrases.add(keys, static_cast<std::uint32_t>(uses.size() - 1));
}

void VocabularyIndex::Impl::add_word(const std::string& word, const std::function<void(WordFacts&)>& change) {
  const std::vector<std::uint64_t> keys = phrase_keys(word);
  if (keys.size() != 1) return;
  note(keys.front());
  change(words[keys.front()]);
}

void VocabularyIndex::Impl::add_cue(const Cue& cue, WordFacts& info) {
  std::int16_t* last = &info.cue;
  while (*last >= 0) last = &cues[static_cast<std::size_t>(*last)].next;
  *last = static_cast<std::int16_t>(cues.size());
  cues.push_back(cue);
}

void VocabularyIndex::Impl::add_suffix(const Term& term, std::int16_t type, Suffix::Kind kind) {
  std::string text = term.name;
  std::erase(text, '-');
  const auto index = static_cast<std::int16_t>(suffixes.size());
  const std::string_view noun = feature(term, "noun");
  suffixes.push_back({text, type, kind, feature(term, "case") == "lower", feature(term, "leads") == "yes", noun.empty() ? 0 : word_key(noun)});
  suffix_by_hash.try_emplace(hash64(text), index);
  suffix_ends.set(end_of(text));
  longest_suffix = std::max(longest_suffix, text.size());
  shortest_suffix = std::min(shortest_suffix, text.size());
}

void VocabularyIndex::Impl::add_name(const Term& term, std::vector<std::string> spellings, TermUse use) {
  if (feature(term, "said") == "no") spellings.erase(spellings.begin());
  use.opened = feature(term, "opened") == "yes";
  for (const std::string& spelling : spellings) {
    add_phrase(spelling, use);
    if (const std::string other = use.kind == TermUse::Kind::name ? other_spelling(spelling) : ""; !other.empty()) add_phrase(other, use);
  }
}

void VocabularyIndex::Impl::add_head(const Term& term, const std::vector<std::string>& spellings, std::int16_t type) {
  const auto index = static_cast<std::int16_t>(heads.size());
  heads.push_back({type, feature(term, "case") == "upper", feature(term, "modifiers") == "named", feature(term, "leads") == "yes", feature(term, "bare") != "no"});
  for (const std::string& spelling : spellings) {
    add_word(spelling, [&](WordFacts& info) { if (info.head < 0) info.head = index; });
  }
}

void VocabularyIndex::Impl::add_cues(const Term& term, const std::vector<std::string>& spellings, std::int16_t type) {
  const std::string_view side = feature(term, "side");
  const Cue cue{type, side == "before" || side.empty(), side == "after" || side.empty(), side == "hyphen"};
  for (const std::string& spelling : spellings) {
    add_word(spelling, [&](WordFacts& info) { add_cue(cue, info); });
  }
}

void VocabularyIndex::Impl::add_listed(const Term& term, const std::vector<std::string>& spellings, const TermUse& use) {
  const std::string_view value = feature(term, "value");
  const std::string_view noun = feature(term, "noun");
  const bool legal_form = (use.lists & bit(WordList::legal_forms)) != 0;
  for (const std::string& spelling : spellings) {
    if (phrase_keys(spelling).size() > 1) {
      add_phrase(spelling, use);
      continue;
    }
    const bool upper = std::none_of(spelling.begin(), spelling.end(), is_lower);
    const auto note = [&](WordFacts& info) {
      info.lists |= use.lists;
      if ((use.lists & bit(WordList::name_stops)) && is_lower(spelling.front()) && !std::all_of(spelling.begin(), spelling.end(), is_lower)) info.small_stop = true;
      if (!noun.empty()) info.noun = word_key(noun);
      if (legal_form) info.upper_form = upper && spelling.size() <= 2 && (info.upper_form || !info.known_form);
      if (legal_form) info.known_form = true;
      if (use.lists & bit(WordList::currencies)) info.currency = &term;
      else if (!value.empty()) info.value = std::strtod(std::string(value).c_str(), nullptr);
    };
    add_word(spelling, note);
    if (legal_form && spelling.back() != '.') add_word(spelling + ".", note);  // "plc." ends a sentence
  }
}

void VocabularyIndex::Impl::add_vocabulary(const Vocabulary& vocabulary) {
  const std::int16_t type = index_of(vocabulary.type);
  const std::string& kind = vocabulary.kind;
  const auto list = std::find(word_list_names.begin(), word_list_names.end(), vocabulary.name);
  for (const Term& term : vocabulary.terms) {
    std::vector<std::string> spellings{term.name};
    spellings.insert(spellings.end(), term.synonyms.begin(), term.synonyms.end());
    TermUse use;
    use.kind = kind == "names" ? TermUse::Kind::name : kind == "modifiers" ? TermUse::Kind::modifier : TermUse::Kind::words;
    use.type = type;
    use.term = &term;
    if (use.kind == TermUse::Kind::words && list != word_list_names.end()) use.lists = WordSet{1} << (list - word_list_names.begin());
    use.weak = feature(term, "weak") == "yes";
    use.site = feature(term, "site") == "yes";
    if (kind == "names" || kind == "modifiers") add_name(term, std::move(spellings), use);
    else if (kind == "suffixes") add_suffix(term, type, Suffix::Kind::name);
    else if (kind == "head_suffixes") add_suffix(term, type, Suffix::Kind::head);
    else if (kind == "modifier_suffixes") add_suffix(term, type, Suffix::Kind::modifier);
    else if (kind == "heads") add_head(term, spellings, type);
    else if (kind == "cues") add_cues(term, spellings, type);
    else if (kind == "registries") add_word(term.name, [&](WordFacts& info) { info.registry = &term; });
    else if (kind == "words" || kind == "legal_forms") add_listed(term, spellings, use);
    else if (kind == "verbs") add_listed(term, verb_forms(term), use);
  }
}

VocabularyIndex::VocabularyIndex(const Ontology& ontology, const LoadedNames* loaded) {
  auto impl = std::make_unique<Impl>();
  impl->ontology = &ontology;
  if (loaded != nullptr && !loaded->empty()) impl->loaded = loaded;
  for (const Vocabulary& vocabulary : ontology.vocabularies) impl->add_vocabulary(vocabulary);
  impl->types = {impl->type_of("legal_forms"), impl->type_of("organizations"), impl->type_of("inn_stems"), impl->type_of("payloads"),
                 impl->type_of("linkers"), impl->type_of("technologies"), impl->type_of("targets"), impl->type_of("diseases"),
                 impl->type_of("phases"), impl->type_of("registries")};
  const Vocabulary* const phase_words = ontology.vocabulary(name_of(WordList::phase_words));
  if (phase_words != nullptr && !phase_words->terms.empty()) impl->phase_word = phase_words->terms.front().name;
  const Vocabulary* const trial_cues = ontology.vocabulary("trial_cues");
  if (trial_cues != nullptr && !trial_cues->terms.empty()) impl->study_noun = word_key(trial_cues->terms.front().name);
  impl_ = std::move(impl);
}

VocabularyIndex::~VocabularyIndex() = default;

void VocabularyIndex::Impl::add_singular(std::string_view singular, WordFacts& info) const {
  info.singular = word_key(singular);
  if (!may_know(info.singular)) return;
  if (const auto one = words.find(info.singular); one != words.end()) {
    if (info.head < 0) info.head = one->second.head;
    if (info.cue < 0) info.cue = one->second.cue;
    info.lists |= one->second.lists & (bit(WordList::ordinary_words) | bit(WordList::party_roles) | bit(WordList::stem_exceptions));
  }
  if (info.node == PhraseTrie::root) info.node = phrases.step(PhraseTrie::root, info.singular);
}

std::int16_t VocabularyIndex::Impl::suffix_of(std::string_view lower, bool capital) const {
  if (!suffix_ends.test(end_of(lower))) return -1;
  for (std::size_t size = std::min(longest_suffix, lower.size() - 2); size >= shortest_suffix; --size) {
    const auto ending = suffix_by_hash.find(hash64(lower.substr(lower.size() - size)));
    if (ending != suffix_by_hash.end() && !(capital && suffixes[static_cast<std::size_t>(ending->second)].lower_only)) return ending->second;
  }
  return -1;
}

WordFacts VocabularyIndex::look_up(std::string_view word, std::uint64_t key) const {
  WordFacts info;
  if (impl_->may_know(key)) {
    const auto found = impl_->words.find(key);
    if (found != impl_->words.end()) info = found->second;
    info.node = impl_->phrases.step(PhraseTrie::root, key);
  }
  if (impl_->loaded != nullptr) info.loaded = impl_->loaded->lengths(key);
  if (word.size() < 4 || is_digit(word.back())) return info;  // A number or a code has no ending that tells anything.
  std::string lower(word);
  for (char& c : lower) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  const std::string_view whole = lower;
  const std::string_view singular = whole.substr(0, whole.size() - 1);
  const bool plural = whole.back() == 's' && singular.back() != 's';
  if (plural) impl_->add_singular(singular, info);
  constexpr WordSet known_words = function_words | bit(WordList::stem_exceptions) | bit(WordList::ordinary_words) | bit(WordList::verb_forms) |
                                  bit(WordList::party_roles);
  if ((info.lists & known_words) || info.head >= 0 || !std::all_of(whole.begin(), whole.end(), is_lower)) return info;
  info.suffix = impl_->suffix_of(whole, is_upper(word.front()));
  if (info.suffix < 0 && plural) info.suffix = impl_->suffix_of(singular, is_upper(word.front()));
  return info;
}

const PhraseTrie& VocabularyIndex::phrases() const noexcept { return impl_->phrases; }
const TermUse& VocabularyIndex::use(std::uint32_t payload) const noexcept { return impl_->uses[payload]; }
const Head& VocabularyIndex::head(std::int16_t index) const noexcept { return impl_->heads[static_cast<std::size_t>(index)]; }
const Cue& VocabularyIndex::cue(std::int16_t index) const noexcept { return impl_->cues[static_cast<std::size_t>(index)]; }
const Suffix& VocabularyIndex::suffix(std::int16_t index) const noexcept { return impl_->suffixes[static_cast<std::size_t>(index)]; }
const Ontology& VocabularyIndex::ontology() const noexcept { return *impl_->ontology; }
const LoadedNames* VocabularyIndex::loaded() const noexcept { return impl_->loaded; }

const GrammarTypes& VocabularyIndex::types() const noexcept { return impl_->types; }
const std::string& VocabularyIndex::phase_word() const noexcept { return impl_->phase_word; }

std::uint64_t VocabularyIndex::study_noun() const noexcept { return impl_->study_noun; }

}  // namespace rxgraph::ingest::naming
