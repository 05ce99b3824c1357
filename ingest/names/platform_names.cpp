#include "ingest/names/platform_names.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/names.hpp"
#include "ingest/one_of.hpp"

namespace rxgraph::ingest::naming {
namespace {

/// How a document speaks of a name.
struct Uses {
  std::uint32_t entity = no_entity;
  NameUse name;
  std::uint32_t platform = 0;
  std::uint32_t drug = 0;
};

class Platforms {
 public:
  Platforms(const DocumentText& document, const WordTable& words, const VocabularyIndex& index, const DocumentAnalysis& analysis, FilingMemory& memory)
      : document_(document), words_(words), index_(index), analysis_(analysis), memory_(memory) {}

  void run() {
    collect();
    if (uses_.empty()) return;
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) count(i);
    for (const auto& [key, use] : uses_) {
      if (use.drug >= 2 && use.drug > use.platform) part(use);
    }
  }

 private:
  const DocumentText& document_;
  const WordTable& words_;
  const VocabularyIndex& index_;
  const DocumentAnalysis& analysis_;
  FilingMemory& memory_;
  std::map<std::uint64_t, Uses> uses_;  ///< By the key of the short name.
  std::uint64_t known_ = 0;             ///< A bit for each key in `uses_`: a quick no for most words.

  static std::uint64_t bit_of(std::uint64_t key) { return std::uint64_t{1} << (key >> 58); }

  void collect() {
    for (std::uint32_t entity = 0; entity < memory_.entities.size(); ++entity) {
      if (memory_.resolve(entity) != entity || memory_.entities[entity].type != index_.types().technology) continue;
      for (const NameUse& name : memory_.entities[entity].names) {
        const std::vector<std::uint64_t> keys = phrase_keys(name.text);
        if (name.how != "parenthesis" || keys.size() != 1 || memory_.entities[entity].names.size() < 2) continue;
        uses_.try_emplace(keys.front(), Uses{entity, name, 0, 0});
        known_ |= bit_of(keys.front());
      }
    }
  }

  void count(std::size_t i) {
    const std::vector<Token>& tokens = analysis_.sentences[i].tokens;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      if ((bit_of(tokens[t].key) & known_) == 0) continue;
      const auto use = uses_.find(tokens[t].key);
      if (use == uses_.end()) continue;
      const std::int16_t head = t + 1 < tokens.size() ? words_.of_sentence(i)[t + 1]->head : std::int16_t{-1};
      if (head >= 0 && index_.head(head).type == index_.types().technology) ++use->second.platform;
      else if (given(tokens, t) || is_dosed(i, t) || is_explained(tokens, t)) ++use->second.drug;
    }
  }

  /// "treatment with Xyz", "doses of Xyz".
  static bool given(const std::vector<Token>& tokens, std::size_t t) {
    static const std::array<std::uint64_t, 2> joints = {word_key("with"), word_key("of")};
    static const std::array<std::uint64_t, 12> acts = {word_key("treatment"),      word_key("treated"),   word_key("dosed"), word_key("dose"),     word_key("doses"),  word_key("infusion"),
                                                       word_key("administration"), word_key("infusions"), word_key("injections"), word_key("injection"), word_key("efficacy"), word_key("monotherapy")};
    return t >= 2 && is_one_of(tokens[t - 1].key, joints) && is_one_of(tokens[t - 2].key, acts);
  }

  /// "Xyz monotherapy", "Xyz tablets".
  bool is_dosed(std::size_t i, std::size_t t) const {
    static const std::array<std::uint64_t, 3> nouns = {word_key("therapy"), word_key("treatment"), word_key("efficacy")};
    const std::vector<Token>& tokens = analysis_.sentences[i].tokens;
    if (t + 1 >= tokens.size() || !tokens[t + 1].blank_before) return false;
    const std::int16_t cue = words_.of_sentence(i)[t + 1]->cue;
    return is_one_of(tokens[t + 1].key, nouns) || (cue >= 0 && index_.cue(cue).after && !index_.cue(cue).hyphen && index_.cue(cue).type == index_.types().compound);
  }

  /// "Xyz is our lead product candidate", "Xyz, a therapy".
  static bool is_explained(const std::vector<Token>& tokens, std::size_t t) {
    static const std::array<std::uint64_t, 3> joints = {word_key("is"), word_key("was"), word_key(",")};
    static const std::array<std::uint64_t, 5> articles = {word_key("a"), word_key("an"), word_key("our"), word_key("the"), word_key("its")};
    static const std::array<std::uint64_t, 7> nouns = {word_key("candidate"), word_key("drug"), word_key("therapy"), word_key("immunotherapy"), word_key("treatment"), word_key("vaccine"), word_key("antibody")};
    if (t + 2 >= tokens.size() || !is_one_of(tokens[t + 1].key, joints) || !is_one_of(tokens[t + 2].key, articles)) return false;
    for (std::size_t k = t + 3; k < tokens.size() && k < t + 9; ++k) {
      if (tokens[k].kind == Token::Kind::mark && tokens[k].blank_before) return false;
      if (is_one_of(tokens[k].key, nouns)) return k + 1 == tokens.size() || !tokens[k + 1].capital;
    }
    return false;
  }

  /// Takes the short name from the technology and gives it to a compound.
  void part(const Uses& use) {
    const std::uint32_t entity = memory_.resolve(use.entity);
    std::vector<NameUse>& names = memory_.entities[entity].names;
    std::erase_if(names, [&](const NameUse& name) { return name.text == use.name.text; });
    const FilingMemory::NameRule& rule = memory_.rules[static_cast<std::size_t>(index_.types().technology)];
    memory_.by_name.erase({index_.types().technology, normal_form(use.name.text, rule.party, rule.plural, rule.numbered)});
    NameUse own = use.name;
    own.how = "text";
    memory_.add(index_.types().compound, own);
  }
};

}  // namespace

void settle_platform_names(const DocumentText& document, const WordTable& words, const VocabularyIndex& index, const DocumentAnalysis& analysis, FilingMemory& memory) {
  Platforms(document, words, index, analysis, memory).run();
}

}  // namespace rxgraph::ingest::naming
