#pragma once
/// The last sentence of a text with everything that a frame sees of it, and questions to it in words.

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "ingest/facts/fillers.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

namespace rxgraph::ingest::testing {

class Stage {
 public:
  explicit Stage(const std::string& text)
      : filing_(read(text)), memory_(finder().begin(filing_.filing)), document_(filing_.documents.at(0)),
        analysis_(finder().find(document_, filing_.filing, memory_)), discourse_(analysis_, memory_) {
    std::uint32_t block = 0xffffffff;
    for (const AnalysedSentence& sentence : analysis_.sentences) {
      const Sentence& place = document_.sentences[sentence.sentence];
      if (place.block != block) discourse_.enter(document_.blocks[block = place.block], sentence, place.text);
      groups_ = find_groups(sentence, document_, lexicon());
      links_ = link_groups(groups_, sentence, table().kin());
      if (&sentence != &analysis_.sentences.back()) discourse_.leave(sentence, groups_, links_, place.text);
    }
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  static const FrameTable& table() {
    static const FrameTable all(core());
    return all;
  }

  /// What stands at `place` of the first group whose words end with `words`, of things of `types`: names, in order.
  std::vector<std::string> things(const std::string& words, SlotPlace::Kind kind, const std::vector<std::string>& types, const std::string& label = "") const {
    SlotRole role;
    role.types = table().type_set(types);
    return shown(fillers(words, kind, role, label));
  }

  /// The values at `place` that suit the qualifier `name` of `relation`.
  std::vector<std::string> values(const std::string& words, SlotPlace::Kind kind, const std::string& relation, const std::string& name, const std::string& label = "") const {
    SlotRole role;
    role.kind = SlotRole::Kind::qualifier;
    role.qualifier = core().relation(relation)->qualifier(name);
    return shown(fillers(words, kind, role, label));
  }

  std::vector<Filler> fillers(const std::string& words, SlotPlace::Kind kind, const SlotRole& role, const std::string& label) const {
    const Scene scene = this->scene();
    return FillerFinder(scene).at_place(group(words), {kind, label.empty() ? 0 : word_key(label)}, role);
  }

  /// What the group that ends with `words` denotes by itself.
  std::vector<Filler> denoted(const std::string& words, const std::vector<std::string>& types) const {
    const Scene scene = this->scene();
    return FillerFinder(scene).denoted(group(words), table().type_set(types));
  }

  std::vector<std::string> shown(const std::vector<Filler>& fillers) const {
    std::vector<std::string> words;
    for (const Filler& filler : fillers) words.push_back(shown(filler));
    return words;
  }

  /// The words of a passage of the text.
  std::string words(TextRange range) const { return std::string(document_.words(range)); }

  /// The sentence as frames see it; lives no longer than the stage.
  Scene scene() const {
    const AnalysedSentence& sentence = analysis_.sentences.back();
    return {document_, sentence, document_.sentences[sentence.sentence].text, groups_, links_, discourse_, table(), memory_};
  }

 private:
  static const MentionFinder& finder() {
    static const MentionFinder all(core());
    return all;
  }
  static const Lexicon& lexicon() {
    static const Lexicon all(core());
    return all;
  }

  std::uint32_t group(const std::string& words) const {
    const std::vector<Token>& tokens = analysis_.sentences.back().tokens;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].last > groups_[g].first && document_.words({tokens[groups_[g].first].text.begin, tokens[groups_[g].last - 1].text.end}).ends_with(words)) return g;
    }
    throw std::runtime_error("no group ends with '" + words + "'");
  }

  std::string shown(const Filler& filler) const {
    if (filler.entity != no_entity) return (filler.guess != no_type ? "? " : "") + memory_.entities[memory_.resolve(filler.entity)].name;
    if (const double* const number = std::get_if<double>(&filler.value)) return std::to_string(static_cast<long long>(*number)) + " " + filler.currency;
    return std::get<std::string>(filler.value);
  }

  FilingText filing_;
  FilingMemory memory_;
  const DocumentText& document_;
  DocumentAnalysis analysis_;
  Discourse discourse_;
  std::vector<Group> groups_;
  std::vector<Links> links_;
};

}  // namespace rxgraph::ingest::testing
