/// The values that stand in the words of a group: percentages, lengths of time, what happens.

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "ingest/facts/fillers.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::uint32_t widest_unit = 5;     ///< Tokens from the end of a group to the unit that it counts: "five (5) years".
constexpr std::size_t longest_event = 400;   ///< Bytes: a longer one is a list of conditions that nobody would look for.

/// "the later of (i) the expiration of A and (ii) B".
bool picks_one(std::uint64_t lemma) {
  static const std::array<std::uint64_t, 8> picking = {word_key("late"),  word_key("later"),    word_key("latest"), word_key("latter"),
                                                       word_key("early"), word_key("earlier"), word_key("earliest"), word_key("longer")};
  return std::find(picking.begin(), picking.end(), lemma) != picking.end();
}

/// "expires on its terms", "at any time", "upon notice": no event that could be told.
bool says_nothing(std::uint64_t lemma) {
  static const std::array<std::uint64_t, 6> empty = {word_key("term"), word_key("time"), word_key("notice"), word_key("breach"), word_key("basis"), word_key("convenience")};
  return std::find(empty.begin(), empty.end(), lemma) != empty.end();
}

bool is_day(std::uint64_t lemma) {
  static const std::uint64_t days[] = {word_key("date"), word_key("day"), word_key("time"), word_key("point")};
  return std::find(std::begin(days), std::end(days), lemma) != std::end(days);
}

}  // namespace

std::vector<Filler> FillerFinder::literals(std::uint32_t group, SlotRole::Literal literal) const {
  switch (literal) {
    case SlotRole::Literal::percent: return band(group);
    case SlotRole::Literal::duration: return length_of_time(group);
    case SlotRole::Literal::event: return event(group);
    case SlotRole::Literal::none: return {};
  }
  return {};
}

std::vector<Filler> FillerFinder::band(std::uint32_t group) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  TextRange words;
  for (const Mention& mention : scene_.sentence.mentions) {
    if (mention.kind != Mention::Kind::percent || mention.first < noun.first || mention.last > noun.last) continue;
    if (words.empty()) words.begin = scene_.sentence.tokens[mention.first].text.begin;
    words.end = scene_.sentence.tokens[mention.last - 1].text.end;
  }
  if (!words.empty()) found.emplace_back().value = std::string(scene_.document.words(words));
  return found;
}

std::vector<Filler> FillerFinder::length_of_time(std::uint32_t group) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.last == noun.first) return found;
  const std::vector<Token>& tokens = scene_.sentence.tokens;
  std::uint32_t first = noun.first;  // "90 days' notice", "ninety (90) days' prior notice"
  while (first > 0 && scene_.table.durations().measures(scene_.document, tokens[first - 1])) --first;
  const std::size_t end = std::min<std::size_t>(tokens.size(), noun.last + widest_unit);
  const std::optional<std::string> length = scene_.table.durations().read(scene_.document, {tokens.data() + first, end - first}, noun.last - first);
  if (length) found.emplace_back().value = *length;
  return found;
}

std::vector<Filler> FillerFinder::event(std::uint32_t group) const {
  std::vector<Filler> found;
  const std::vector<Group>& groups = scene_.groups;
  const Group& noun = groups[group];
  if (noun.kind != Group::Kind::noun || noun.last == noun.first) return found;
  const std::vector<Token>& tokens = scene_.sentence.tokens;
  if (noun.head_mention >= 0 && scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)].kind == Mention::Kind::date) return found;
  const auto relates = [&](std::uint32_t g) { return g < groups.size() && groups[g].kind == Group::Kind::relative; };
  const bool day = is_day(noun.lemma) && (relates(group + 1) || relates(group + 2));  // "the date on which all royalties have ended"
  const bool whole = day || picks_one(tokens[noun.last - 1].key) || (noun.last < tokens.size() && picks_one(tokens[noun.last].key));
  if (!whole && (says_nothing(noun.lemma) || is_day(noun.lemma))) return found;
  bool clause = false;
  const auto ends = [&](std::uint32_t g) {
    const Group& next = groups[g];
    if (next.kind == Group::Kind::stop) return next.last >= tokens.size() || !whole;
    if (whole) return false;
    if (next.kind == Group::Kind::verb && !next.reduced && !next.infinitive) {
      const bool new_predicate = groups[g - 1].kind == Group::Kind::conjunction || groups[g - 1].kind == Group::Kind::comma;
      clause = clause || !new_predicate;
      return new_predicate;
    }
    return next.kind == Group::Kind::relative || next.kind == Group::Kind::subordinator || next.kind == Group::Kind::comma || next.kind == Group::Kind::open;
  };
  std::uint32_t last = noun.last;
  for (std::uint32_t g = group + 1; g < groups.size() && !ends(g); ++g) {
    if (groups[g].kind != Group::Kind::conjunction && groups[g].kind != Group::Kind::comma) last = groups[g].last;
  }
  if (noun.pronoun && !clause) return found;
  const TextRange words{tokens[noun.first].text.begin, tokens[last - 1].text.end};
  if (words.end - words.begin > longest_event) return found;
  found.emplace_back().value = std::string(scene_.document.words(words));
  return found;
}

std::vector<Filler> FillerFinder::shared_alike(std::uint32_t group, const QualifierType& qualifier) const {
  std::vector<Filler> found;
  const Vocabulary* const words = scene_.table.ontology().vocabulary(qualifier.name);
  const Group& verb = scene_.groups[group];
  if (words == nullptr || verb.kind != Group::Kind::verb) return found;
  const std::vector<Token>& tokens = scene_.sentence.tokens;
  std::uint32_t end = verb.last;  // Up to the next verb.
  for (std::uint32_t g = group + 1; g < scene_.groups.size(); ++g) {
    if (scene_.groups[g].kind == Group::Kind::verb || scene_.groups[g].kind == Group::Kind::relative || scene_.groups[g].kind == Group::Kind::stop) break;
    end = scene_.groups[g].last;
  }
  while (end < tokens.size() && tokens[end].kind == Token::Kind::word && group + 1 < scene_.groups.size() && end < tokens.size() - 1 && scene_.document.words(tokens[end].text).ends_with("ly")) ++end;
  const std::uint32_t first = verb.first > 0 && scene_.document.words(tokens[verb.first - 1].text).ends_with("ly") ? verb.first - 1 : verb.first;
  const std::string text = " " + fold(scene_.document.words({tokens[first].text.begin, tokens[std::min<std::size_t>(end + 1, tokens.size()) - 1].text.end})) + " ";
  for (const Term& term : words->terms) {
    for (const std::string& synonym : term.synonyms) {
      const std::size_t at = text.find(" " + fold(synonym));
      if (at == std::string::npos || std::isalnum(static_cast<unsigned char>(text[at + 1 + fold(synonym).size()])) != 0) continue;
      found.emplace_back().value = term.name;
      return found;
    }
  }
  return found;
}

}  // namespace rxgraph::ingest
