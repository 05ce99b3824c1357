#include "ingest/names/study_types.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace rxgraph::ingest::naming {
namespace {

class Studies {
 public:
  Studies(const DocumentText& document, const WordTable& words, const VocabularyIndex& index, const DocumentAnalysis& analysis, FilingMemory& memory)
      : document_(document), words_(words), index_(index), analysis_(analysis), memory_(memory) {}

  /// A code that is called a study in one place of three names one, and so do the codes with the same letters: "ABCD-101, ABCD-102".
  void run() {
    constexpr std::uint32_t often = 8;  // A study that is told as one is then called by its code alone.
    struct Votes {
      std::uint32_t study = 0;
      std::uint32_t told = 0;  ///< Of those: where nothing but a study can be meant.
      std::uint32_t all = 0;
      std::vector<std::uint32_t> entities;
    };
    std::map<std::string_view, Votes> votes;
    std::vector<std::uint32_t> codes;
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) {
      const AnalysedSentence& sentence = analysis_.sentences[i];
      for (const Mention& mention : sentence.mentions) {
        if (mention.how != std::string_view("code") || mention.type != index_.types().compound) continue;
        codes.push_back(mention.entity);
        if (is_lettered_number(sentence, mention)) {
          Votes& vote = votes[document_.words(sentence.tokens[mention.first].text).substr(0, 1)];
          ++vote.all;
          const bool told = is_in_brackets(i, mention) || is_explained(i, mention.last);
          if (told) ++vote.told;
          if (told || is_study_noun(i, after_study_words(i, mention.last))) ++vote.study;
          vote.entities.push_back(mention.entity);
        }
        if (mention.last - mention.first != 3) continue;
        const std::string_view letters = document_.words(sentence.tokens[mention.first].text);
        if (letters.size() < 4) continue;
        Votes& vote = votes[letters];
        ++vote.all;
        const bool told = is_in_brackets(i, mention) || is_explained(i, mention.last) || is_apposed(i, mention);
        if (told) ++vote.told;
        if (told || is_study_noun(i, after_study_words(i, mention.last))) ++vote.study;
        vote.entities.push_back(mention.entity);
      }
    }
    forget_doubtful_studies();
    for (const std::uint32_t entity : codes) {  // "P301" of "our Phase 3 (P301) study", "HARBOR-1" of "the HARBOR-1 and HARBOR-2 trials"
      const LocalEntity& code = memory_.entities[memory_.resolve(entity)];
      if (code.type == index_.types().compound && memory_.find(index_.types().trial, code.name) != no_entity) memory_.set_type(entity, index_.types().trial);
    }
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      for (std::size_t m = 0; m < sentence.mentions.size(); ++m) tell_numbered_study(sentence, m);
    }
    for (const auto& [letters, vote] : votes) {
      if (vote.study * 3 < vote.all && vote.told * often < vote.all) continue;
      if (letters.size() == 1 && vote.told == 0) continue;  // "the P404 study" may test P404.
      for (const std::uint32_t entity : vote.entities) memory_.set_type(entity, index_.types().trial);
    }
    forget_programmes();
  }

 private:
  const DocumentText& document_;
  const WordTable& words_;
  const VocabularyIndex& index_;
  const DocumentAnalysis& analysis_;
  FilingMemory& memory_;

  bool is_study_noun(std::size_t sentence, std::uint32_t t) const {
    const auto words = words_.of_sentence(sentence);
    return t < words.size() && words[t]->cue >= 0 && index_.cue(words[t]->cue).type == index_.types().trial;
  }

  std::uint32_t after_study_words(std::size_t sentence, std::uint32_t t) const {
    const auto words = words_.of_sentence(sentence);
    const std::vector<Mention>& mentions = analysis_.sentences[sentence].mentions;
    for (bool more = true; more && t < words.size();) {  // "the ABCDE-12 Phase 3 clinical trial"
      while (t < words.size() && (words[t]->lists & bit(WordList::study_words))) ++t;
      const auto phase = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& mention) { return mention.first == t && mention.type == index_.types().phase && mention.type != no_type; });
      more = phase != mentions.end();
      if (more) t = phase->last;
    }
    return t;
  }

  bool is_mark(std::size_t sentence, std::uint32_t t, char mark) const {
    const std::vector<Token>& tokens = analysis_.sentences[sentence].tokens;
    return t < tokens.size() && tokens[t].text.size() == 1 && document_.text[tokens[t].text.begin] == mark;
  }

  /// "P303": one capital and three figures, as studies are numbered.
  bool is_lettered_number(const AnalysedSentence& sentence, const Mention& mention) const {
    const std::string_view word = document_.words(sentence.tokens[mention.first].text);
    return mention.last == mention.first + 1 && word.size() == 4 && word.front() >= 'A' && word.front() <= 'Z' && std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  /// "a Phase 3 study (ABCDE-12)".
  bool is_in_brackets(std::size_t sentence, const Mention& mention) const {
    return mention.first >= 2 && is_mark(sentence, mention.first - 1, '(') && is_study_noun(sentence, mention.first - 2);
  }

  /// "our Phase 2/3 study ABCDE-12": right behind the noun, which a phase or a word of studies precedes; not "to study ABCD-123".
  bool is_apposed(std::size_t sentence, const Mention& mention) const {
    if (mention.first < 2 || !is_study_noun(sentence, mention.first - 1)) return false;
    if (words_.of_sentence(sentence)[mention.first - 2]->lists & bit(WordList::study_words)) return true;
    const std::vector<Mention>& mentions = analysis_.sentences[sentence].mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& other) { return other.last == mention.first - 1 && other.type == index_.types().phase && other.type != no_type; });
  }

  /// "ABCDE-12, a global Phase 3 trial", "ABCDE-12 is an open-label study".
  bool is_explained(std::size_t sentence, std::uint32_t t) const {
    static const std::uint64_t joints[] = {word_key("is"), word_key("was")};
    static const std::uint64_t articles[] = {word_key("a"), word_key("an"), word_key("our"), word_key("the"), word_key("two"), word_key("three"), word_key("both")};
    constexpr std::uint32_t reach = 8;  // Words between the article and the noun.
    const std::vector<Token>& tokens = analysis_.sentences[sentence].tokens;
    if (t + 2 >= tokens.size()) return false;
    if (!is_mark(sentence, t, ',') && std::find(std::begin(joints), std::end(joints), tokens[t].key) == std::end(joints)) return false;
    if (std::find(std::begin(articles), std::end(articles), tokens[t + 1].key) == std::end(articles)) return false;
    for (std::uint32_t next = t + 2; next < t + 2 + reach && next < tokens.size(); ++next) {
      if (is_study_noun(sentence, next)) return true;
      if ((words_.of_sentence(sentence)[next]->lists & function_words) || is_mark(sentence, next, ',')) return false;
    }
    return false;
  }

  /// Where "ABCDEFG-201" is a study, "the ABCDEFG monotherapy program" makes no drug of ABCDEFG.
  void forget_programmes() {
    std::set<std::string_view> series;
    const auto each = [&](const auto& visit) {
      for (const AnalysedSentence& sentence : analysis_.sentences) {
        for (const Mention& mention : sentence.mentions) {
          if (mention.entity != no_entity) visit(mention, document_.words(sentence.tokens[mention.first].text));
        }
      }
    };
    each([&](const Mention& mention, std::string_view letters) {
      const bool study = memory_.entities[memory_.resolve(mention.entity)].type == index_.types().trial;
      if (study && mention.how == std::string_view("code") && mention.last - mention.first == 3) series.insert(letters);
    });
    if (series.empty()) return;
    each([&](const Mention& mention, std::string_view word) {
      if (mention.how == std::string_view("cue") && mention.type == index_.types().compound && mention.last == mention.first + 1 && series.contains(word)) memory_.set_type(mention.entity, no_type);
    });
  }

  /// A word that is called a study now and then, but stands without that noun far more often, is rather what the study tests.
  void forget_doubtful_studies() {
    std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> counts;  // entity to times called a study and times written
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) {
      const AnalysedSentence& sentence = analysis_.sentences[i];
      for (const Mention& mention : sentence.mentions) {
        if (mention.how != std::string_view("cue") || mention.type != index_.types().trial || mention.last != mention.first + 1) continue;
        auto& [called, written] = counts[mention.entity];
        ++called;
        written = words_.of_sentence(i)[mention.first]->capitals;
      }
    }
    if (counts.empty()) return;
    const std::set<std::string> tested = tested_by_studies();
    for (const auto& [entity, count] : counts) {
      if (count.second > 3 * count.first + 2 || tested.contains(memory_.entities[memory_.resolve(entity)].name)) memory_.set_type(entity, no_type);
    }
  }

  /// "a Phase 3 trial for Zorbex": what a study is said to test is none.
  std::set<std::string> tested_by_studies() const {
    static const std::uint64_t joints[] = {word_key("of"), word_key("for"), word_key("evaluating")};
    std::set<std::string> tested;
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) {
      const AnalysedSentence& sentence = analysis_.sentences[i];
      for (std::uint32_t t = 2; t < sentence.tokens.size(); ++t) {
        if (!sentence.tokens[t].capital || std::find(std::begin(joints), std::end(joints), sentence.tokens[t - 1].key) == std::end(joints) || !is_study_noun(i, t - 2)) continue;
        if (!is_study_noun(i, after_study_words(i, t + 1))) tested.insert(std::string(document_.words(sentence.tokens[t].text)));
      }
    }
    return tested;
  }

  /// "AB123-301" is a study of AB-123: the number of a study behind the letters and digits that are a compound with a hyphen or blank elsewhere.
  bool is_numbered_by_joined_code(const AnalysedSentence& sentence, const Mention& mention) const {
    if (mention.how != std::string_view("code") || mention.last - mention.first != 3 || mention.entity == no_entity) return false;
    const std::string_view code = document_.words(sentence.tokens[mention.first].text), number = document_.words(sentence.tokens[mention.first + 2].text);
    const auto digits = [](std::string_view text) { return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); };
    const std::size_t figures = code.find_first_of("0123456789");
    if (figures == std::string_view::npos || figures == 0 || code.size() < figures + 3 || !digits(code.substr(figures)) || number.size() < 2 || number.size() > 3 || !digits(number)) return false;
    const std::string letters(code.substr(0, figures)), rest(code.substr(figures));
    for (const std::string& name : {letters + rest, letters + "-" + rest, letters + " " + rest}) {
      if (memory_.find(index_.types().compound, name) != no_entity) return true;
    }
    return false;
  }

  /// "AB-123-02" is a study of AB-123, and so is what a slash joins to it.
  void tell_numbered_study(const AnalysedSentence& sentence, std::size_t m) {
    const Mention& mention = sentence.mentions[m];
    if (is_numbered_by_joined_code(sentence, mention)) {
      memory_.set_type(mention.entity, index_.types().trial);
      return;
    }
    if (mention.how != std::string_view("code") || mention.last - mention.first < 5 || mention.entity == no_entity) return;
    const std::string_view compound = document_.words({sentence.tokens[mention.first].text.begin, sentence.tokens[mention.first + 2].text.end});
    if (memory_.find(index_.types().compound, std::string(compound)) == no_entity) return;
    memory_.set_type(mention.entity, index_.types().trial);
    const auto join_code = [&](const Mention& other, std::uint32_t slash) {
      if (other.how == std::string_view("code") && other.entity != no_entity && document_.text[sentence.tokens[slash].text.begin] == '/') memory_.set_type(other.entity, index_.types().trial);
    };
    if (m > 0 && sentence.mentions[m - 1].last + 1 == mention.first) join_code(sentence.mentions[m - 1], mention.first - 1);
    if (m + 1 < sentence.mentions.size() && mention.last + 1 == sentence.mentions[m + 1].first) join_code(sentence.mentions[m + 1], mention.last);
  }
};

}  // namespace

void settle_studies(const DocumentText& document, const WordTable& words, const VocabularyIndex& index, const DocumentAnalysis& analysis,
                    FilingMemory& memory) {
  Studies(document, words, index, analysis, memory).run();
}

}  // namespace rxgraph::ingest::naming
