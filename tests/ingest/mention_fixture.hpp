#pragma once
/// Documents of a few sentences, and their mentions in words that a test can compare.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "ingest/names/mentions.hpp"
#include "ontology/load.hpp"

template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& strings) {
    std::string words;
    for (const std::string& one : strings) words += "[" + one + "]";
    return words.c_str();
  }
};

namespace rxgraph::ingest::testing {

/// A document whose sentences are `lines`, each a paragraph of its own.
inline DocumentText document_of(const std::vector<std::string>& lines) {
  DocumentText document;
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += line;
    const auto end = static_cast<std::uint32_t>(document.text.size());
    Block block;
    block.text = {begin, end};
    document.sentences.push_back({{begin, end}, static_cast<std::uint32_t>(document.blocks.size())});
    document.blocks.push_back(block);
    document.text += '\n';
  }
  document.map.append_verbatim(static_cast<std::uint32_t>(document.text.size()), 1000);
  return document;
}

/// A document and what was found in it.
struct Analysed {
  DocumentText document;
  FilingMemory memory;
  DocumentAnalysis analysis;

  /// The mentions of a sentence as "Company Acme, Inc.", "? Zorbex", "date 2007-07", "money 5000000 USD", "percent 12", "redacted".
  std::vector<std::string> said(std::size_t sentence = 0) const {
    std::vector<std::string> words;
    for (const Mention& mention : analysis.sentences.at(sentence).mentions) words.push_back(words_of(mention));
    return words;
  }

  /// Only those of `type`, by the name of their entity.
  std::vector<std::string> named(std::string_view type, std::size_t sentence = 0) const {
    std::vector<std::string> names;
    for (const Mention& mention : analysis.sentences.at(sentence).mentions) {
      if (mention.kind == Mention::Kind::entity && core().types[static_cast<std::size_t>(mention.type)].name == type) names.push_back(name_of(mention));
    }
    return names;
  }

  /// The words of the mentions of `type`, as the sentence has them.
  std::vector<std::string> spans(std::string_view type, std::size_t sentence = 0) const {
    std::vector<std::string> found;
    const AnalysedSentence& analysed = analysis.sentences.at(sentence);
    for (const Mention& mention : analysed.mentions) {
      if (mention.kind != Mention::Kind::entity || core().types[static_cast<std::size_t>(mention.type)].name != type) continue;
      found.emplace_back(document.words({analysed.tokens[mention.first].text.begin, analysed.tokens[mention.last - 1].text.end}));
    }
    return found;
  }

  std::string name_of(const Mention& mention) const { return memory.entities.at(memory.resolve(mention.entity)).name; }

  /// All names of the entity that the first mention of `type` names.
  std::vector<std::string> names_of_first(std::string_view type, std::size_t sentence = 0) const {
    for (const Mention& mention : analysis.sentences.at(sentence).mentions) {
      if (mention.kind != Mention::Kind::entity || core().types[static_cast<std::size_t>(mention.type)].name != type) continue;
      std::vector<std::string> names;
      for (const NameUse& use : memory.entities.at(memory.resolve(mention.entity)).names) names.push_back(use.text);
      return names;
    }
    return {};
  }

 private:
  static std::string number(double value) {
    std::string text = std::to_string(value);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
  }

  std::string words_of(const Mention& mention) const {
    switch (mention.kind) {
      case Mention::Kind::entity: return core().types[static_cast<std::size_t>(mention.type)].name + " " + name_of(mention);
      case Mention::Kind::unknown: return "? " + name_of(mention);
      case Mention::Kind::date: return "date " + mention.value;
      case Mention::Kind::money: return std::string(mention.up_to ? "up to " : "") + "money " + number(mention.amount) + " " + mention.value;
      case Mention::Kind::percent: return std::string(mention.up_to ? "up to " : "") + "percent " + (mention.value.empty() ? number(mention.amount) : mention.value);
      case Mention::Kind::redacted: return "redacted";
    }
    return {};
  }
};

/// Finds the mentions of `lines` with the core ontology.
inline Analysed analyse(const std::vector<std::string>& lines, const Filing& filing = {}) {
  static const MentionFinder finder(core());
  Analysed analysed;
  analysed.document = document_of(lines);
  analysed.memory = finder.begin(filing);
  analysed.analysis = finder.find(analysed.document, filing, analysed.memory);
  return analysed;
}

using Strings = std::vector<std::string>;

}  // namespace rxgraph::ingest::testing
