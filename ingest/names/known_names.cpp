#include "ingest/names/known_names.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "ingest/names/document_names.hpp"

namespace rxgraph::ingest::naming {

void KnownNames::add(const std::string& name, std::uint32_t entity, bool defined, bool any_capitals) {
  std::vector<Token> tokens;
  const std::vector<std::uint64_t> keys = phrase_keys(name, &tokens);
  if (keys.empty() || name.size() < 2) return;
  Name known;
  known.entity = entity;
  known.defined = defined;
  known.capital = tokens.front().capital;
  known.upper = !any_capitals && tokens.size() == 1 && tokens.front().all_capitals && !tokens.front().digit;
  phrases_.add(keys, static_cast<std::uint32_t>(names_.size()));
  names_.push_back(known);
}

/// A short name is one where no other thing has it and the document does not use its word otherwise.
bool KnownNames::is_free_short_name(const std::string& name, std::uint32_t entity) const {
  std::vector<Token> tokens;
  const std::vector<std::uint64_t> keys = phrase_keys(name, &tokens);
  if (keys.empty()) return false;
  const std::uint32_t known = memory_.find(memory_.entities[entity].type, name);
  if (known != no_entity && known != entity) return false;
  if (keys.size() > 1) return true;
  if (name.size() < 3 || (tokens.front().all_capitals && name.size() < 4)) return false;
  const WordFacts facts = index_.look_up(name, keys.front());
  constexpr WordSet ordinary = function_words | bit(WordList::ordinary_words) | bit(WordList::verb_forms) | bit(WordList::places) | bit(WordList::party_roles) | bit(WordList::months);
  return (facts.lists & ordinary) == 0 && facts.cue < 0 && facts.head < 0 && !words_.is_written_lower(keys.front());
}

/// A company whose name is a part of the registrant's ("Acme-Biotech" of "Shanghai Acme-Biotech Pharmaceutical Co., Ltd.") is the registrant.
void KnownNames::join_part_of_registrant(std::uint32_t entity) {
  if (memory_.registrant == no_entity || memory_.resolve(entity) != entity || memory_.entities[entity].type != index_.types().company) return;
  const std::uint32_t registrant = memory_.resolve(memory_.registrant);
  if (entity == registrant) return;
  const std::vector<std::string> part = name_words(memory_.entities[entity].name);
  const std::vector<std::string> whole = name_words(memory_.entities[registrant].name);
  const bool telling = std::any_of(part.begin(), part.end(), [&](const std::string& word) {
    const WordFacts facts = index_.look_up(word, word_key(word));
    return word.size() >= 4 && facts.head < 0 && (facts.lists & (bit(WordList::ordinary_words) | bit(WordList::places) | bit(WordList::legal_forms))) == 0;
  });
  if (part.size() < 2 || !telling) return;
  if (std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end()) memory_.join(registrant, entity);
}

/// "Acme technology" is no name of its own where Acme is a company.
bool KnownNames::is_possessed(std::int16_t type, const std::vector<NameUse>& uses) const {
  if (type == no_type || type != index_.types().technology) return false;
  return std::any_of(uses.begin(), uses.end(), [&](const NameUse& use) {
    return use.how == "parenthesis" && memory_.find(index_.types().company, use.text) != no_entity;
  });
}

void KnownNames::collect() {
  const std::size_t count = memory_.entities.size();
  for (std::uint32_t entity = 0; entity < count; ++entity) join_part_of_registrant(entity);
  for (std::uint32_t entity = 0; entity < count; ++entity) {
    if (memory_.resolve(entity) != entity) continue;
    const std::int16_t type = memory_.entities[entity].type;
    const std::vector<NameUse>& uses = memory_.entities[entity].names;
    if (is_possessed(type, uses)) continue;
    if (type != no_type && type == index_.types().phase) continue;  // "clinical trials" are a stage only where the vocabulary says so.
    for (const NameUse& use : uses) {
      if (use.how == shorter_form || use.how == "vocabulary") continue;
      add(use.text, entity, use.how == "defined term");
      if (type == no_type || (type != index_.types().company && type != index_.types().organization)) continue;
      for (const std::string& name : short_names(use.text, index_)) {
        if (is_free_short_name(name, entity)) add(name, entity, false, use.how == "header");
      }
    }
  }
  words_.note_known(phrases_);
}

/// True if `known` is a better reading of the words that `best` names: defined, or seen in a surer way.
bool KnownNames::outranks(const Name& known, const Candidate& best) const {
  const bool best_defined = best.rank == rank_memory;
  if (known.defined != best_defined) return known.defined;
  return rank_of(memory_.resolve(known.entity)) > rank_of(best.entity);
}

bool KnownNames::may_match(const WordSpan& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.known(i) != PhraseTrie::root) return true;
  }
  return false;
}

void KnownNames::match(const SentenceView& sentence, Candidates& out) const {
  for (std::uint32_t first = 0; first < sentence.size(); ++first) {
    std::uint32_t node = sentence.words.known(first);
    if (node == PhraseTrie::root) continue;
    Candidate best;
    for (std::uint32_t at = first + 1; node != PhraseTrie::root;) {
      for (const std::uint32_t payload : phrases_.payloads(node)) {
        const Name& known = names_[payload];
        if (known.capital && !sentence.tokens[first].capital && !sentence.tokens[first].mixed) continue;
        if (known.upper && !sentence.tokens[first].all_capitals) continue;
        const std::uint32_t entity = memory_.resolve(known.entity);
        if (best.last == at && !outranks(known, best)) continue;
        best = name_candidate(first, at, memory_.entities[entity].type, known.defined ? rank_memory : rank_grammar, known.defined ? 0.95F : 0.9F, known.defined ? "defined term" : "memory");
        best.entity = entity;
        if (best.type == no_type) best.kind = Mention::Kind::unknown;
      }
      std::uint32_t next = at;
      if (sentence.is_joint(next)) ++next;
      if (next >= sentence.size()) break;
      node = phrases_.step(node, sentence.tokens[next].key);
      at = next + 1;
    }
    if (best.last > first) {
      out.push_back(best);
      first = best.last - 1;
    }
  }
}

}  // namespace rxgraph::ingest::naming
