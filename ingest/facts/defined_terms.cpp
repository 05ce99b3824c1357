#include "ingest/facts/defined_terms.hpp"

#include <algorithm>
#include <string_view>

#include "base/names.hpp"
#include "ingest/syntax/lexicon.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t longest_term = 4;    ///< Words.
constexpr std::size_t latest_opening = 6;  ///< Tokens before the quote: the number of the definition.
constexpr std::size_t most_things = 4;     ///< A definition that names more is a list of other kinds.

std::vector<std::uint64_t> term_of(const DocumentText& document, const AnalysedSentence& sentence, std::size_t first, std::size_t last) {
  std::vector<std::uint64_t> term;
  for (std::size_t t = first; t < last; ++t) term.push_back(sentence.tokens[t].key);
  if (!term.empty()) term.back() = Lexicon::noun_lemma(document.words(sentence.tokens[last - 1].text));
  return term;
}

/// A definition's place in its sentence.
struct Definition {
  std::size_t first = 0;   ///< Of the term.
  std::size_t last = 0;
  std::size_t body = 0;    ///< Behind "means".
};

bool is_quote(std::string_view mark) { return mark == "\"" || mark == "\u201c" || mark == "\u201d"; }

/// Where a sentence defines a term; `last` 0 where it defines none.
Definition definition_in(const DocumentText& document, const AnalysedSentence& sentence) {
  static const std::uint64_t means = word_key("means"), mean = word_key("mean");
  const std::vector<Token>& tokens = sentence.tokens;
  const auto quote = [&](std::size_t t) { return t < tokens.size() && is_quote(document.words(tokens[t].text)); };
  std::size_t open = 0;
  while (open < tokens.size() && open <= latest_opening && !quote(open)) ++open;
  if (!quote(open)) return {};
  std::size_t close = open + 1;
  while (close < tokens.size() && close <= open + longest_term + 1 && !quote(close)) {
    if (tokens[close].kind != Token::Kind::word || !tokens[close].capital) return {};
    ++close;
  }
  if (!quote(close) || close == open + 1) return {};
  std::size_t body = close + 1;  // "means", "shall mean", and by a slip of the pen both.
  std::size_t verb = 0;
  for (std::size_t t = body; t < tokens.size() && t <= close + 4; ++t) {
    if (tokens[t].key == means || tokens[t].key == mean) verb = t;
  }
  if (verb == 0) return {};
  body = verb + 1;
  return {open + 1, close, body};
}

/// `products that contain X (the "Licensed Products")`: a term in quotes that brackets behind a noun define; `last` 0 where the bracket at `open` defines none.
Definition definition_behind(const DocumentText& document, const AnalysedSentence& sentence, std::size_t open) {
  static const std::uint64_t the = word_key("the");
  const std::vector<Token>& tokens = sentence.tokens;
  const auto quote = [&](std::size_t t) { return t < tokens.size() && is_quote(document.words(tokens[t].text)); };
  std::size_t first = open + 1;
  if (first < tokens.size() && tokens[first].key == the) ++first;
  if (!quote(first++)) return {};
  std::size_t last = first;
  while (last < tokens.size() && last <= first + longest_term && tokens[last].kind == Token::Kind::word && tokens[last].capital) ++last;
  if (last == first || !quote(last)) return {};
  return {first, last, 0};
}

/// The places that a definition lists from `t` on: capitalised names between commas and "and".
std::vector<std::string> places_from(const DocumentText& document, const AnalysedSentence& sentence, std::size_t t) {
  static const std::uint64_t the = word_key("the"), of = word_key("of"), land = word_key("and"), lor = word_key("or");
  static const std::uint64_t worldwide = word_key("worldwide");
  const std::vector<Token>& tokens = sentence.tokens;
  std::vector<std::string> places;
  while (t < tokens.size()) {
    if (tokens[t].key == the) ++t;
    if (t < tokens.size() && tokens[t].key == worldwide && places.empty()) return {"worldwide"};
    const std::size_t first = t;
    while (t < tokens.size() && tokens[t].kind == Token::Kind::word && (tokens[t].capital || (tokens[t].key == of && t > first))) ++t;
    while (t > first && tokens[t - 1].key == of) --t;
    if (t == first) break;
    places.emplace_back(document.words({tokens[first].text.begin, tokens[t - 1].text.end}));
    const std::size_t end = t;
    if (t < tokens.size() && document.words(tokens[t].text) == ",") ++t;
    if (t < tokens.size() && (tokens[t].key == land || tokens[t].key == lor)) ++t;
    if (t == end) break;
  }
  return places;
}

}  // namespace

DefinedTerms::DefinedTerms(const DocumentText& document, const DocumentAnalysis& analysis, const FrameTable& table, const FilingMemory& memory) {
  static const std::uint64_t territory = word_key("territory");
  const Ontology& ontology = table.ontology();
  const std::int16_t wanted = ontology.questions.pipeline ? table.type_index(ontology.questions.pipeline->thing) : no_type;
  for (const AnalysedSentence& sentence : analysis.sentences) {
    if (wanted != no_type) add_in_brackets(document, sentence, table, memory, wanted);
    const Definition found = definition_in(document, sentence);
    if (found.last == 0) continue;
    Term term = term_of(document, sentence, found.first, found.last);
    if (term.back() == territory) {
      std::vector<std::string> places = places_from(document, sentence, found.body);
      if (!places.empty()) places_.emplace(std::move(term), std::move(places));
      continue;
    }
    if (wanted == no_type || !table.nominals().types(term.back()).test(static_cast<std::size_t>(wanted))) continue;
    std::vector<std::uint32_t> things;
    for (const Mention& mention : sentence.mentions) {
      if (mention.kind != Mention::Kind::entity || mention.first < found.body) continue;
      const std::uint32_t entity = memory.resolve(mention.entity);
      if (memory.entities[entity].type == wanted && std::find(things.begin(), things.end(), entity) == things.end()) things.push_back(entity);
    }
    if (things.empty() || things.size() > most_things) continue;
    types_.set(static_cast<std::size_t>(wanted));
    things_.emplace(std::move(term), std::move(things));
  }
}

void DefinedTerms::add_in_brackets(const DocumentText& document, const AnalysedSentence& sentence, const FrameTable& table, const FilingMemory& memory, std::int16_t wanted) {
  constexpr std::size_t longest_reach = 30;  // Tokens between the thing and the bracket: "in a vial and in a pre-filled syringe".
  for (std::size_t open = 1; open + 3 < sentence.tokens.size(); ++open) {
    if (sentence.tokens[open].kind != Token::Kind::mark || document.words(sentence.tokens[open].text) != "(") continue;
    const Definition found = definition_behind(document, sentence, open);
    if (found.last < found.first + 2) continue;  // "the Product" alone is as often any product.
    const auto is_wanted = [&](std::size_t t) { return table.nominals().types(term_of(document, sentence, t, found.last).back()).test(static_cast<std::size_t>(wanted)); };
    if (!is_wanted(found.first)) continue;
    std::vector<std::uint32_t> things;
    for (const Mention& mention : sentence.mentions) {
      if (mention.kind != Mention::Kind::entity || mention.last > open || mention.last + longest_reach < open) continue;
      const std::uint32_t entity = memory.resolve(mention.entity);
      if (memory.entities[entity].type == wanted && std::find(things.begin(), things.end(), entity) == things.end()) things.push_back(entity);
    }
    if (things.size() != 1) continue;
    types_.set(static_cast<std::size_t>(wanted));
    things_.emplace(term_of(document, sentence, found.first, found.last), std::move(things));
  }
}

const std::vector<std::uint32_t>* DefinedTerms::things(const DocumentText& document, const AnalysedSentence& sentence, std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last && !things_.empty(); ++t) {
    if (!sentence.tokens[t].capital || last - t > longest_term) continue;
    const auto found = things_.find(term_of(document, sentence, t, last));
    if (found != things_.end()) return &found->second;
  }
  return nullptr;
}

const std::vector<std::string>* DefinedTerms::places(const DocumentText& document, const AnalysedSentence& sentence, std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last && !places_.empty(); ++t) {
    if (!sentence.tokens[t].capital || last - t > longest_term) continue;
    const auto found = places_.find(term_of(document, sentence, t, last));
    if (found != places_.end()) return &found->second;
  }
  return nullptr;
}

}  // namespace rxgraph::ingest
