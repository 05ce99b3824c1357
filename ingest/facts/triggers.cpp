#include "ingest/facts/triggers.hpp"

#include <algorithm>

namespace rxgraph::ingest::facts {
namespace {

/// True if the words behind the verb go on as the trigger does; an adverb may stand before them: "is highly selective".
bool verb_words(const Scene& scene, const std::vector<std::uint64_t>& trigger, const Group& group) {
  const std::vector<Token>& tokens = scene.sentence.tokens;
  std::size_t t = group.last;
  if (trigger.size() > 1 && t + 1 < tokens.size() && tokens[t].key != trigger[1] && scene.document.words(tokens[t].text).ends_with("ly")) ++t;
  for (std::size_t i = 1; i < trigger.size(); ++i, ++t) {
    if (t >= tokens.size() || tokens[t].key != trigger[i]) return false;
  }
  return true;
}

/// True if the words before the noun that stands before `end` are those of the trigger; a "*" in it passes over words of the group.
bool noun_words(const Scene& scene, const std::vector<std::uint64_t>& trigger, const Group& group, std::uint32_t end) {
  static const std::uint64_t gap = word_key("*");
  std::uint32_t at = end - 1;  // The word matched last.
  for (std::size_t left = trigger.size() - 1; left > 0; --left) {
    std::uint64_t wanted = trigger[left - 1];
    const bool anywhere = wanted == gap && left > 1;
    if (anywhere) wanted = trigger[--left - 1];
    do {
      if (at == group.first) return false;
      --at;
    } while (anywhere && scene.sentence.tokens[at].key != wanted);
    if (scene.sentence.tokens[at].key != wanted) return false;
  }
  return true;
}

/// True if the common noun before the group's own name is one that the frame bars: "candidate" of "Acme's candidate AB-1".
bool barred_inside(const Scene& scene, const CompiledFrame& frame, const Group& group) {
  const std::uint32_t end = inner_noun_end(scene, group);
  if (group.kind != Group::Kind::noun || end == group.first) return false;
  const std::uint64_t word = Lexicon::noun_lemma(scene.document.words(scene.sentence.tokens[end - 1].text));
  return std::any_of(frame.barred.begin(), frame.barred.end(), [&](const auto& bar) { return bar.back() == word && noun_words(scene, bar, group, end); });
}

}  // namespace

std::uint32_t inner_noun_end(const Scene& scene, const Group& group) {
  if (group.head_mention < 0) return group.first;
  const std::uint32_t end = scene.sentence.mentions[static_cast<std::size_t>(group.head_mention)].first;
  return end > group.first && scene.sentence.tokens[end - 1].kind == Token::Kind::word ? end : group.first;
}

bool triggered(const Scene& scene, const CompiledFrame& frame, const Group& group, std::uint32_t end) {
  if (frame.any_noun) return frame.barred.empty() || !barred_inside(scene, frame, group);
  const bool verb = group.kind == Group::Kind::verb;
  const std::uint64_t word = verb || end == group.last ? group.lemma : Lexicon::noun_lemma(scene.document.words(scene.sentence.tokens[end - 1].text));
  if ((frame.anchors & anchor_of(word)) == 0) return false;
  const auto says = [&](const std::vector<std::uint64_t>& trigger) {
    if (verb) return trigger.front() == word && verb_words(scene, trigger, group);
    return trigger.back() == word && noun_words(scene, trigger, group, end);
  };
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), says) && std::none_of(frame.barred.begin(), frame.barred.end(), says);
}

}  // namespace rxgraph::ingest::facts
