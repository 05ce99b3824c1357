#include "ingest/names/speaker.hpp"

#include <algorithm>
#include <map>

namespace rxgraph::ingest::naming {
namespace {

/// The company whose name alone is one of the first lines; `no_entity` without one.
std::uint32_t named_alone(const VocabularyIndex& index, const DocumentAnalysis& analysis) {
  constexpr std::size_t first_lines = 4;
  for (std::size_t i = 0; i < analysis.sentences.size() && i < first_lines; ++i) {
    const AnalysedSentence& line = analysis.sentences[i];
    if (line.mentions.size() != 1 || line.mentions.front().type == no_type || line.mentions.front().type != index.types().company) continue;
    if (line.mentions.front().first == 0 && line.mentions.front().last == line.tokens.size()) return line.mentions.front().entity;
  }
  return no_entity;
}

/// The first company of a sentence that says "today".
std::uint32_t announcer(const WordTable& table, const VocabularyIndex& index, const AnalysedSentence& sentence) {
  const auto words = table.of_sentence(sentence.sentence);
  std::uint32_t today = 0;
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (words[i]->value == -1) today = i;
  }
  if (today == 0) return no_entity;
  for (const Mention& mention : sentence.mentions) {
    if (mention.first < today && mention.type != no_type && mention.type == index.types().company) return mention.entity;
  }
  return no_entity;
}

/// The company that the document names most; `no_entity` where it names none.
std::uint32_t most_named(const VocabularyIndex& index, const DocumentAnalysis& analysis) {
  std::map<std::uint32_t, std::size_t> counts;
  for (const AnalysedSentence& sentence : analysis.sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (mention.type != no_type && mention.type == index.types().company) ++counts[mention.entity];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? no_entity : most->first;
}

}  // namespace

void choose_speaker(const DocumentText& document, const WordTable& words, const VocabularyIndex& index, const FilingMemory& memory, DocumentAnalysis& analysis) {
  if (memory.registrant == no_entity && analysis.speaker == no_entity) analysis.speaker = named_alone(index, analysis);
  const bool release = document.document.type.starts_with("EX-99") || memory.registrant == no_entity;
  if (release && analysis.speaker == memory.registrant) {
    for (std::size_t i = 0; i < analysis.sentences.size() && i < 40; ++i) {
      if (const std::uint32_t announcing = announcer(words, index, analysis.sentences[i]); announcing != no_entity) {
        analysis.speaker = announcing;
        break;
      }
    }
  }
  if (analysis.speaker == no_entity) analysis.speaker = most_named(index, analysis);
  if (analysis.speaker != no_entity) analysis.speaker = memory.resolve(analysis.speaker);
}

}  // namespace rxgraph::ingest::naming
