#include "ingest/syntax/lexicon.hpp"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string>
#include <vector>

#include "base/names.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/read/tokens.hpp"
#include "ontology/slots.hpp"

namespace rxgraph::ingest {
namespace {

struct ClassRow {
  WordClass word_class;
  std::string_view words;  ///< Blank separated.
};

constexpr ClassRow function_words[] = {
    {WordClass::determiner,
     "the a an this these such those each every any some all both either no another certain several many most multiple various other two three four five six seven eight nine ten one "
     "neither additional"},
    {WordClass::possessive, "our its their his her my your whose"},
    {WordClass::pronoun, "we it they us them he she i you itself themselves ourselves one's"},
    {WordClass::relative, "which who whom that where"},
    {WordClass::preposition,
     "of in on at by for from with without under against between among into onto through throughout during after before since until upon within over "
     "about via per as like than toward towards across including using regarding concerning following involving pursuant despite plus versus vs vs. "
     "outside inside beyond except excluding alongside targeting"},
    {WordClass::conjunction, "and or and/or nor"},
    {WordClass::subordinator, "if because although though while whereas unless whether when once but however provided so"},
    {WordClass::be, "be is are was were been being am 's"},
    {WordClass::have, "have has had having"},
    {WordClass::do_, "do does did"},
    {WordClass::to, "to"},
    {WordClass::negation, "not never cannot n't"},
    {WordClass::adverb,
     "also currently recently previously then now already still thereby hereby thereafter well further together initially newly soon later today "
     "again yet furthermore moreover additionally therefore thus only just ever jointly solely wholly formerly subsequently up together herein there otherwise worldwide globally overseas"},
};

constexpr std::string_view definite_words = "the this these such those";
constexpr std::string_view number_words = "two three four five six seven eight nine ten several both";
constexpr std::string_view negative_words = "no neither nor without";

struct MoodRow {
  Mood mood;
  std::string_view words;
};
constexpr MoodRow modals[] = {
    {Mood::planned, "will shall"},
    {Mood::possible, "may might could would can should must"},
};
/// Verbs that govern an infinitive and colour it.
constexpr MoodRow governors[] = {
    {Mood::planned, "plan intend expect anticipate aim seek propose hope want prepare agree wish desire willing try attempt strive struggle endeavor schedule"},
    {Mood::possible, "permit allow enable entitle require obligate eligible able"},
    {Mood::negative, "fail decline refuse cease"},
};
/// Verbs whose object is not there yet: "seek approval", "a trial is planned", "filed for approval".
constexpr std::string_view prospective_verbs =
    "plan expect anticipate seek propose request recommend await intend support pursue apply file discuss delay prevent require need warrant contemplate envision prepare";

/// Nouns that do.
constexpr MoodRow governing_nouns[] = {
    {Mood::planned, "agreement plan intention intent proposal offer"},
    {Mood::possible, "option right opportunity"},
};

constexpr std::pair<std::string_view, std::string_view> irregular_lemmas[] = {
    {"studies", "study"}, {"analyses", "analysis"}, {"diagnoses", "diagnosis"}, {"metastases", "metastasis"},
    {"children", "child"}, {"women", "woman"},      {"men", "man"},             {"people", "person"},
    {"licence", "license"}, {"licences", "license"}, {"programme", "program"},   {"programmes", "program"}};

template <typename Each>
void for_each_word(std::string_view words, Each each) {
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    each(words.substr(0, blank));
    if (blank == std::string_view::npos) return;
    words.remove_prefix(blank + 1);
  }
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// The keys of `irregular_lemmas`.
const auto& irregular_keys() {
  static const auto table = [] {
    std::array<std::pair<std::uint64_t, std::uint64_t>, std::size(irregular_lemmas)> keys;
    std::transform(std::begin(irregular_lemmas), std::end(irregular_lemmas), keys.begin(), [](const auto& row) { return std::pair(word_key(row.first), word_key(row.second)); });
    return keys;
  }();
  return table;
}

/// The key of the singular of a word whose key is `key`. The word is of ASCII or folded.
std::uint64_t singular_key(std::string_view word, std::uint64_t key) {
  for (const auto& [form, noun] : irregular_keys()) {
    if (form == key) return noun;
  }
  const auto ends = [&](std::string_view ending) { return word.size() > ending.size() && equal_folded(word.substr(word.size() - ending.size()), ending); };
  const auto without = [&](std::size_t count) { return word_key(word.substr(0, word.size() - count)); };
  if (word.size() < 4 || !ends("s")) return key;
  if (word.size() > 4 && ends("ies")) return word_key(std::string(word.substr(0, word.size() - 3)) + "y");
  if (word.size() > 4 && (ends("sses") || ends("xes") || ends("ches") || ends("shes"))) return without(2);
  return ends("ss") || ends("us") || ends("is") ? key : without(1);
}

/// The regular forms of a verb; where English might double the last consonant, both spellings.
struct Inflection {
  std::vector<std::string> third, past, gerund;
};

Inflection inflect(const std::string& verb) {
  Inflection forms;
  const char last = verb.back();
  const char before = verb.size() > 1 ? verb[verb.size() - 2] : 'a';
  const std::string stem = verb.substr(0, verb.size() - 1);
  if (last == 'e') {
    forms.third = {verb + "s"};
    forms.past = {verb + "d"};
    forms.gerund = {stem + "ing", verb + "ing"};
  } else if (last == 'y' && !is_vowel(before)) {
    forms.third = {stem + "ies"};
    forms.past = {stem + "ied"};
    forms.gerund = {verb + "ing"};
  } else {
    const bool hissing = last == 's' || last == 'x' || last == 'z' || verb.ends_with("ch") || verb.ends_with("sh") || last == 'o';
    forms.third = {verb + (hissing ? "es" : "s")};
    forms.past = {verb + "ed"};
    forms.gerund = {verb + "ing"};
    if (!is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && is_vowel(before)) {
      forms.past.push_back(verb + last + "ed");
      forms.gerund.push_back(verb + last + "ing");
    }
  }
  return forms;
}

}  // namespace

struct Lexicon::Impl {
  boost::unordered_flat_map<std::uint64_t, WordInfo> words;

  boost::unordered_flat_map<std::uint64_t, std::vector<LongWord>> long_words;  ///< By first word.

  void add_long_word(std::string_view phrase, WordClass word_class) {
    LongWord entry;
    for_each_word(phrase, [&](std::string_view word) { entry.keys.push_back(word_key(word)); });
    entry.whole = word_key(phrase);
    entry.word_class = word_class;
    words[entry.keys.front()].begins_phrase = true;
    long_words[entry.keys.front()].push_back(std::move(entry));
  }

  WordInfo& at(std::string_view word) {
    return words[word_key(word)];
  }

  void add_verb(const std::string& lemma, const std::vector<std::string>& irregular) {
    if (lemma.size() < 2) return;
    const std::uint64_t key = word_key(lemma);
    const auto add = [&](const std::string& form, std::uint8_t forms) {
      WordInfo& info = at(form);
      if (info.verb != 0 && info.verb != key && (info.forms & WordInfo::base) != 0) return;
      info.verb = key;
      info.forms = static_cast<std::uint8_t>(info.forms | forms);
    };
    const Inflection forms = inflect(lemma);
    add(lemma, WordInfo::base);
    for (const std::string& form : forms.third) add(form, WordInfo::third);
    for (const std::string& form : forms.gerund) add(form, WordInfo::gerund);
    if (irregular.empty()) {
      for (const std::string& form : forms.past) add(form, WordInfo::past | WordInfo::participle);
    } else {
      add(irregular.front(), WordInfo::past);
      add(irregular.back(), WordInfo::participle);
    }
    if (lemma.size() < 6 || !lemma.ends_with("ize")) return;
    // "commercialise" is "commercialize", whoever listed it as a verb of its own.
    const std::string stem = lemma.substr(0, lemma.size() - 2);
    for (const auto& [ending, form] : {std::pair{"se", WordInfo::base}, {"ses", WordInfo::third}, {"sed", WordInfo::past}, {"sed", WordInfo::participle}, {"sing", WordInfo::gerund}}) {
      WordInfo& info = at(stem + ending);
      info.verb = key;
      info.forms = static_cast<std::uint8_t>(info.forms | form);
    }
  }

  void add_noun(const std::string& lemma) {
    if (lemma == "*" || lemma.find(' ') != std::string::npos) return;
    at(lemma).known_noun = true;
    at(lemma + "s").known_noun = true;
    if (lemma.ends_with("y")) at(lemma.substr(0, lemma.size() - 1) + "ies").known_noun = true;
    for (const auto& [form, noun] : irregular_lemmas) {
      if (noun == lemma) at(std::string(form)).known_noun = true;
    }
  }

  void add_frame(const Frame& frame) {
    for (const std::string& words_of_trigger : frame.words) {
      const std::string first = words_of_trigger.substr(0, words_of_trigger.find(' '));
      if (frame.trigger == Frame::Trigger::verb && words.find(word_key(first)) == words.end()) add_verb(first, {});
      if (frame.trigger == Frame::Trigger::verb && words[word_key(first)].verb == 0) add_verb(first, {});
      if (frame.trigger == Frame::Trigger::noun) add_noun(words_of_trigger);
    }
    for (const FrameSlot& slot : frame.slots) {
      if (slot.nested) add_frame(*slot.nested);
      if (frame.trigger == Frame::Trigger::verb && std::find(slot.slots.begin(), slot.slots.end(), "recipient") != slot.slots.end()) {
        for (const std::string& verb : frame.words) at(verb.substr(0, verb.find(' '))).ditransitive = true;
      }
    }
  }

  void add_function_words() {
    for (const ClassRow& row : function_words) {
      for_each_word(row.words, [&](std::string_view word) { at(word).word_class = row.word_class; });
    }
    for_each_word(definite_words, [&](std::string_view word) { at(word).definite = true; });
    for_each_word(number_words, [&](std::string_view word) { at(word).number = true; });
    for_each_word(negative_words, [&](std::string_view word) { at(word).negative = true; });
    for (const MoodRow& row : modals) {
      for_each_word(row.words, [&](std::string_view word) {
        at(word).word_class = WordClass::modal;
        at(word).mood = row.mood;
      });
    }
    for (const MoodRow& row : governing_nouns) {
      for_each_word(row.words, [&](std::string_view word) { at(word).mood = row.mood; });
    }
    for (const MoodRow& row : governors) {
      for_each_word(row.words, [&](std::string_view word) {
        if (!word.ends_with("able") && !word.ends_with("ible")) add_verb(std::string(word), {});
        at(word).mood = row.mood;
      });
    }
    for_each_word(prospective_verbs, [&](std::string_view word) {
      add_verb(std::string(word), {});
      at(word).object_mood = Mood::planned;
    });
  }
};

Lexicon::Lexicon(const Ontology& ontology) {
  auto impl = std::make_unique<Impl>();
  for (const Vocabulary& vocabulary : ontology.vocabularies) {
    if (vocabulary.kind != "verbs") continue;
    for (const Term& term : vocabulary.terms) impl->add_verb(term.name, term.synonyms);
  }
  for (const Relation& relation : ontology.relations) {
    for (const Frame& frame : relation.frames) impl->add_frame(frame);
  }
  for (const DealFrame& deal : ontology.deal_frames) impl->add_frame(deal.frame);
  for (const EntityType& type : ontology.types) {
    for (const std::string& nominal : type.nominals) impl->add_noun(nominal);
    for (const Carrier& carrier : type.carriers) {
      for (const std::string& noun : carrier.nouns) impl->add_noun(noun);
    }
  }
  impl->add_function_words();
  for (const std::string_view phrase : ontology::long_prepositions()) impl->add_long_word(phrase, WordClass::preposition);
  impl->add_long_word("as well as", WordClass::conjunction);
  impl->add_long_word("rather than", WordClass::subordinator);
  impl_ = std::move(impl);
}

Lexicon::~Lexicon() = default;

WordInfo Lexicon::look_up(std::uint64_t key, std::string_view word) const {
  const auto found = impl_->words.find(key);
  if (found != impl_->words.end()) return found->second;
  WordInfo info;
  if (word.size() > 4 && word.ends_with("ly") && word != "family" && word != "assembly" && word != "supply") info.word_class = WordClass::adverb;
  return info;
}

const Lexicon::LongWord* Lexicon::long_word(const std::vector<Token>& tokens, std::size_t at) const {
  const auto found = impl_->long_words.find(tokens[at].key);
  if (found == impl_->long_words.end()) return nullptr;
  for (const LongWord& entry : found->second) {
    bool all = at + entry.keys.size() <= tokens.size();
    for (std::size_t i = 0; all && i < entry.keys.size(); ++i) all = tokens[at + i].key == entry.keys[i];
    if (all) return &entry;
  }
  return nullptr;
}

std::uint64_t Lexicon::noun_lemma(std::string_view word) {
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return singular_key(word, word_key(word));
  const std::string folded = fold(word);
  return singular_key(folded, word_key(folded));
}

std::uint64_t Lexicon::noun_lemma(std::string_view word, std::uint64_t key) {
  const auto last = static_cast<unsigned char>(word.empty() ? 's' : word.back());
  const bool may_fold = last == 's' || last == 'S' || last >= 0x80;
  return may_fold ? noun_lemma(word) : singular_key(word, key);
}

}  // namespace rxgraph::ingest
