/// The values that a noun group or a verb says: dates, amounts, percentages, words of closed lists, places.

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "ingest/facts/filler_list.hpp"
#include "ingest/facts/fillers.hpp"
#include "ingest/one_of.hpp"

namespace rxgraph::ingest {
namespace {

using facts::append;

/// True if `text` holds `word` as a word of its own.
bool says(const std::string& text, const std::string& word) {
  std::string words = " " + text + " ";
  std::replace_if(words.begin(), words.end(), [](char c) { return c == ',' || c == '(' || c == ')'; }, ' ');
  return words.find(" " + word + " ") != std::string::npos;
}

/// Words of agreements that have a capital and are no place: "in the Joint Patents".
bool is_agreement_word(std::uint64_t lemma) {
  static const std::array<std::uint64_t, 10> words = {word_key("patent"), word_key("how"),     word_key("agreement"), word_key("section"), word_key("article"),
                                                      word_key("field"),  word_key("product"), word_key("party"),     word_key("exhibit"), word_key("plan")};
  return std::find(words.begin(), words.end(), lemma) != words.end();
}

bool is_month(std::uint64_t key) {
  static const std::array<std::uint64_t, 12> months = {word_key("january"), word_key("february"), word_key("march"),     word_key("april"),   word_key("may"),      word_key("june"),
                                                       word_key("july"),    word_key("august"),   word_key("september"), word_key("october"), word_key("november"), word_key("december")};
  return std::find(months.begin(), months.end(), key) != months.end();
}

/// What the `words` of a noun group say of a place or the like: adjectives, the document's own terms, a name that nobody knows.
std::vector<Filler> said_in_words(const Scene& scene, const Group& noun, TextRange words, const QualifierType& qualifier) {
  std::vector<Filler> found;
  // A vocabulary with the qualifier's name holds the adjectives that give it: "a worldwide license".
  if (const Vocabulary* const adjectives = scene.table.ontology().vocabulary(qualifier.name)) {
    const std::string text = fold(scene.document.words(words));
    for (const Term& term : adjectives->terms) {
      if (says(text, fold(term.name))) found.emplace_back().value = term.name;
    }
  }
  if (scene.terms != nullptr) {
    if (const std::vector<std::string>* const places = scene.terms->places(scene.document, scene.sentence, noun.first, noun.last)) {
      for (const std::string& place : *places) found.emplace_back().value = place;
      return found;
    }
  }
  const std::vector<Token>& tokens = scene.sentence.tokens;
  const Token& last = tokens[noun.last - 1];
  if (!noun.modifiers.empty() || noun.head_mention >= 0 || !last.capital || is_month(last.key) || is_agreement_word(noun.lemma)) return found;
  std::uint32_t first = noun.first;
  while (first + 1 < noun.last && !tokens[first].capital) ++first;
  found.emplace_back().value = std::string(scene.document.words({tokens[first].text.begin, last.text.end}));
  return found;
}

/// "the Republic of Korea", "the People's Republic of China": the name of a state that begins at the noun group, without its article; nothing where none does.
std::optional<TextRange> name_of_state(const Scene& scene, std::uint32_t group) {
  static const std::array<std::uint64_t, 6> states = {word_key("republic"), word_key("kingdom"), word_key("state"), word_key("states"), word_key("commonwealth"), word_key("isle")};
  static const std::uint64_t of = word_key("of");
  const std::vector<Token>& tokens = scene.sentence.tokens;
  const Group& noun = scene.groups[group];
  const Token& last = tokens[noun.last - 1];
  if (!last.capital || !is_one_of(last.key, states) || group + 2 >= scene.groups.size() || scene.groups[group + 1].lemma != of) return std::nullopt;
  const Group& country = scene.groups[group + 2];
  if (country.kind != Group::Kind::noun || !tokens[country.last - 1].capital) return std::nullopt;
  std::uint32_t first = noun.possessor == no_group ? noun.first : scene.groups[static_cast<std::size_t>(noun.possessor)].first;
  while (!tokens[first].capital) ++first;  // The last word is one.
  return TextRange{tokens[first].text.begin, tokens[country.last - 1].text.end};
}

}  // namespace

std::vector<Filler> FillerFinder::dates(std::uint32_t group) const {
  std::vector<Filler> found;
  const auto add = [&](const Mention& mention) {
    if (mention.kind != Mention::Kind::date || mention.value.empty()) return;
    Filler filler;
    filler.value = mention.value;
    found.push_back(std::move(filler));
  };
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun) return found;
  if (noun.head_mention >= 0) add(scene_.sentence.mentions[static_cast<std::size_t>(noun.head_mention)]);
  for (const Modifier& modifier : noun.modifiers) add(scene_.sentence.mentions[modifier.mention]);
  return found;
}

bool FillerFinder::is_unit_price(const Mention& mention) const {
  static const std::array<std::uint64_t, 3> each = {word_key("per"), word_key("a"), word_key("each")};
  const std::vector<Token>& tokens = scene_.sentence.tokens;
  return mention.last + 1 < tokens.size() && std::find(each.begin(), each.end(), tokens[mention.last].key) != each.end() &&
         tokens[mention.last + 1].kind == Token::Kind::word;
}

TextRange FillerFinder::spoken(std::uint32_t group) const {
  const std::vector<Token>& tokens = scene_.sentence.tokens;
  const Group& noun = scene_.groups[group];
  TextRange words{tokens[noun.first].text.begin, tokens[noun.last - 1].text.end};
  // "exclusive development and marketing rights": what stands before the first noun holds for the head that both share.
  const bool bare = noun.determiner == Group::Determiner::none && noun.head_mention < 0 && noun.modifiers.empty() && noun.possessor == no_group;
  if (bare && group >= 2 && scene_.groups[group - 1].kind == Group::Kind::conjunction) {
    const Group& before = scene_.groups[group - 2];
    const bool singular = before.lemma == tokens[before.last - 1].key;  // "milestones and royalty payments": a plural has its own head.
    if (before.kind == Group::Kind::noun && before.head_mention < 0 && !before.pronoun && singular) {
      const bool adverb = group >= 3 && scene_.groups[group - 3].last < before.first && tokens[before.first - 1].kind == Token::Kind::word;
      words.begin = tokens[adverb ? before.first - 1 : before.first].text.begin;
    }
  }
  // "received worldwide exclusive rights": so does one straight before.
  const std::uint32_t end_before = group == 0 ? 0 : scene_.groups[group - 1].last;
  if (end_before < noun.first && group > 0 && tokens[noun.first - 1].kind == Token::Kind::word) words.begin = std::min(words.begin, tokens[noun.first - 1].text.begin);
  for (std::uint32_t t = noun.first; t >= 2 && scene_.document.words(tokens[t - 1].text) == "-"; t -= 2) words.begin = std::min(words.begin, tokens[t - 2].text.begin);  // "up-front"
  // "rights worldwide": an adverb straight after the noun belongs to it.
  const std::uint32_t next = group + 1 < scene_.groups.size() ? scene_.groups[group + 1].first : static_cast<std::uint32_t>(tokens.size());
  if (next > noun.last && tokens[noun.last].kind == Token::Kind::word) words.end = tokens[noun.last].text.end;
  return words;
}

std::vector<Filler> FillerFinder::amounts(std::uint32_t group, const QualifierType& qualifier) const {
  std::vector<Filler> found = values(group, qualifier);
  if (!found.empty() || qualifier.type != ValueType::number) return found;
  static const std::uint64_t of = word_key("of");
  for (const Attached& attached : scene_.links[group].prepositional) {  // "a total of $5 million"
    if (attached.label == of && scene_.groups[attached.group].kind == Group::Kind::noun) append(found, values(attached.group, qualifier), attached.weight);
  }
  return found;
}

std::vector<Filler> FillerFinder::further_amounts(std::uint32_t group, const QualifierType& qualifier) const {
  std::vector<Filler> found;
  for (std::uint32_t g = group + 1; g < scene_.groups.size(); ++g) {
    const Group::Kind kind = scene_.groups[g].kind;
    if (kind == Group::Kind::verb || kind == Group::Kind::relative || kind == Group::Kind::subordinator || kind == Group::Kind::stop) break;
    if (kind != Group::Kind::noun || scene_.links[g].governor != no_group || scene_.groups[g - 1].kind != Group::Kind::conjunction) continue;
    append(found, values(g, qualifier), 0.95F);
  }
  return found;
}

std::vector<Filler> FillerFinder::values(std::uint32_t group, const QualifierType& qualifier) const {
  std::vector<Filler> found;
  const Group& noun = scene_.groups[group];
  if (noun.kind != Group::Kind::noun || noun.last == noun.first) return found;
  const TextRange words = spoken(group);
  switch (qualifier.type) {
    case ValueType::date: return dates(group);
    case ValueType::number:
      for (const Mention& mention : scene_.sentence.mentions) {
        if (mention.kind != Mention::Kind::money || mention.first < noun.first || mention.last > noun.last || is_unit_price(mention)) continue;
        Filler filler;
        filler.value = mention.amount;
        filler.currency = mention.value;
        found.push_back(std::move(filler));
      }
      return found;
    case ValueType::closed: {
      for (std::string& value : scene_.table.closed_forms(qualifier).said_in(scene_.document.words(words))) found.emplace_back().value = std::move(value);
      return found;
    }
    case ValueType::text:
      if (const std::optional<TextRange> state = name_of_state(scene_, group)) {
        found.emplace_back().value = std::string(scene_.document.words(*state));
        return found;
      }
      return said_in_words(scene_, noun, words, qualifier);
    case ValueType::boolean:  // True where the words are blacked out: "[***]" hides a value, which is there.
      for (const Mention& mention : scene_.sentence.mentions) {
        if (mention.kind != Mention::Kind::redacted || mention.first < noun.first || mention.last > noun.last || !found.empty()) continue;
        found.emplace_back().value = true;
      }
      return found;
    case ValueType::currency:
    case ValueType::entity: return found;
  }
  return found;
}

bool FillerFinder::dates_event(const Attached& attached) const {
  static const std::array<std::uint64_t, 6> other = {word_key("until"), word_key("through"), word_key("before"), word_key("prior to"), word_key("after"), word_key("beyond")};
  static const std::uint64_t as_of = word_key("as of"), effective = word_key("effective");
  if (std::find(other.begin(), other.end(), attached.label) != other.end()) return false;
  const std::int32_t governor = scene_.links[attached.group].governor;
  if (attached.label != as_of || governor == no_group) return true;
  return governor > 0 && scene_.groups[static_cast<std::size_t>(governor) - 1].lemma == effective;
}

std::vector<Filler> FillerFinder::said_by_verb(std::uint32_t group, const QualifierType& qualifier) const {
  std::vector<Filler> found;
  const Group& verb = scene_.groups[group];
  if (verb.kind != Group::Kind::verb || qualifier.type != ValueType::closed) return found;
  std::uint32_t first = verb.first;
  while (first > 0 && scene_.sentence.tokens[first - 1].kind == Token::Kind::word && scene_.document.words(scene_.sentence.tokens[first - 1].text).ends_with("ly")) --first;
  const TextRange words{scene_.sentence.tokens[first].text.begin, scene_.sentence.tokens[verb.last - 1].text.end};
  for (std::string& value : scene_.table.closed_forms(qualifier).said_in(scene_.document.words(words))) found.emplace_back().value = std::move(value);
  return found;
}

void FillerFinder::exclude(std::uint64_t preposition, std::uint32_t group, std::vector<Filler>& values) const {
  static const std::array<std::uint64_t, 4> negative = {word_key("outside"), word_key("outside of"), word_key("excluding"), word_key("except")};
  const auto excludes = [&](std::uint64_t key) { return std::find(negative.begin(), negative.end(), key) != negative.end(); };
  const std::int32_t governor = scene_.links[group].governor;
  const bool before = governor > 0 && scene_.groups[static_cast<std::size_t>(governor) - 1].kind == Group::Kind::preposition &&
                      excludes(scene_.groups[static_cast<std::size_t>(governor) - 1].lemma);  // "except in Japan"
  if (!excludes(preposition) && !before) return;
  static const std::string everywhere = "worldwide";
  const bool definite = scene_.groups[group].determiner == Group::Determiner::definite;
  std::erase_if(values, [](const Filler& filler) {  // "outside of Japan and worldwide rights to Y": nothing is outside of that.
    const std::string* const words = std::get_if<std::string>(&filler.value);
    return words != nullptr && *words == everywhere;
  });
  for (Filler& filler : values) {
    std::string* const words = std::get_if<std::string>(&filler.value);
    if (words != nullptr && !words->starts_with("outside ")) *words = std::string("outside ") + (definite ? "the " : "") + *words;
  }
}

}  // namespace rxgraph::ingest
