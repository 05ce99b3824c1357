#pragma once
/// One text through all of ingest, for tests of its layers.

#include <algorithm>
#include <string>
#include <vector>

#include "base/flow.hpp"
#include "ingest/read/read.hpp"
#include "ingest/facts/walk_document.hpp"
#include "ontology/load.hpp"

namespace rxgraph::ingest::testing {

/// Forgets what it is told.
struct NoDiagnostics : DiagnosticSink {
  void report(Diagnostic) override {}
};

/// What the layers say of a text, with words in place of indices. Verbs are looked up in the first sentence.
class Layers {
 public:
  explicit Layers(const std::string& text, const Ontology& ontology = core())
      : finder_(ontology), lexicon_(ontology), table_(ontology), filing_(read_filing({"test", Bytes(text)}, diagnostics_)) {
    memory_ = finder_.begin(filing_.filing);
    for (const DocumentText& document : filing_.documents) {
      const Walk walk{document, filing_.filing, finder_, lexicon_, table_};
      explain_document(walk, memory_, [&](const SentenceLayers& layers) {
        sentences_.push_back(layers);
        document_of_.push_back(&document);
      });
    }
  }

  /// The verb group of that lemma, or null.
  const Group* verb(const std::string& lemma) const {
    for (const Group& group : sentences_.at(0).groups) {
      if (group.kind == Group::Kind::verb && group.lemma == word_key(lemma)) return &group;
    }
    return nullptr;
  }

  std::vector<std::string> agents(const std::string& lemma) const { return linked(lemma, &Links::agents); }
  std::vector<std::string> themes(const std::string& lemma) const { return linked(lemma, &Links::themes); }
  std::vector<std::string> recipients(const std::string& lemma) const { return linked(lemma, &Links::recipients); }

  /// The names that head the items of the list that begins with the noun group `first`.
  std::vector<std::string> items(const std::string& first) const {
    std::vector<std::string> found;
    const SentenceLayers& layers = sentences_.at(0);
    for (std::size_t g = 0; g < layers.groups.size(); ++g) {
      if (layers.groups[g].kind != Group::Kind::noun || words(layers.groups[g]) != first) continue;
      for (const std::uint32_t item : layers.links[g].items) found.push_back(words(layers.groups[item]));
    }
    return found;
  }

  /// True if the frames state "subject relation object".
  bool states(const std::string& fact) const {
    for (const SentenceLayers& layers : sentences_) {
      for (const Candidate& candidate : layers.matches.candidates) {
        if (candidate.relation == nullptr) continue;
        if (name(candidate.subject) + " " + candidate.relation->name + " " + name(candidate.object) == fact) return true;
      }
    }
    return false;
  }

  /// Everything that the frames found, sentence after sentence.
  std::vector<Candidate> candidates() const {
    std::vector<Candidate> all;
    for (const SentenceLayers& layers : sentences_) all.insert(all.end(), layers.matches.candidates.begin(), layers.matches.candidates.end());
    return all;
  }

 private:
  std::string words(const Group& group) const {
    const std::vector<Token>& tokens = sentences_[0].sentence.tokens;
    return std::string(document_of_[0]->words({tokens[group.first].text.begin, tokens[group.last - 1].text.end}));
  }

  std::vector<std::string> linked(const std::string& lemma, AttachedList Links::*list) const {
    std::vector<std::string> found;
    const SentenceLayers& layers = sentences_.at(0);
    for (std::size_t g = 0; g < layers.groups.size(); ++g) {
      if (&layers.groups[g] != verb(lemma)) continue;
      for (const Attached& attached : layers.links[g].*list) found.push_back(words(layers.groups[attached.group]));
    }
    return found;
  }

  std::string name(const CandidateEnd& end) const {
    return end.entity == no_entity ? end.constant : memory_.entities[memory_.resolve(end.entity)].name;
  }

  NoDiagnostics diagnostics_;
  MentionFinder finder_;
  Lexicon lexicon_;
  FrameTable table_;
  FilingText filing_;
  FilingMemory memory_;
  std::vector<SentenceLayers> sentences_;
  std::vector<const DocumentText*> document_of_;
};

}  // namespace rxgraph::ingest::testing
