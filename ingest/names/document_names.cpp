#include "ingest/names/document_names.hpp"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cctype>

#include "base/hash.hpp"

namespace rxgraph::ingest::naming {
namespace {

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

struct DocumentNames::Cache {
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> entities;  ///< Hash of a span's words and type to its entity.
};

DocumentNames::DocumentNames(const DocumentText& document, const VocabularyIndex& index, FilingMemory& memory)
    : document_(document), index_(index), memory_(memory), cache_(std::make_unique<Cache>()) {}
DocumentNames::~DocumentNames() = default;

std::string DocumentNames::plain(const SentenceView& s, std::uint32_t first, std::uint32_t last) const {
  std::string name;
  for (std::uint32_t i = first; i < last; ++i) {
    if (s.is_trade_mark(i)) continue;
    if (i > first && s.tokens[i].blank_before) name.push_back(' ');
    name += s.text(i);
  }
  return one_line(std::move(name));
}

NameUse DocumentNames::use(const SentenceView& s, std::uint32_t first, std::uint32_t last, std::string name, const char* how) const {
  NameUse use;
  use.text = std::move(name);
  use.document = document_.document.number;
  use.how = how;
  const std::vector<ByteRange> bytes = document_.map.bytes({s.tokens[first].text.begin, s.tokens[last - 1].text.end});
  if (!bytes.empty()) use.where = {bytes.front().begin, bytes.back().end};
  return use;
}

void DocumentNames::add_shorter(std::uint32_t entity, std::string_view name) {
  NameUse use;
  use.text = std::string(name);
  use.document = document_.document.number;
  use.how = shorter_form;
  memory_.add_name(entity, use);
}

std::uint32_t DocumentNames::intern(const SentenceView& s, const Candidate& candidate) {
  if (candidate.entity != no_entity) return memory_.resolve(candidate.entity);
  const std::string_view span = s.text(candidate.first, candidate.last);
  std::uint64_t key = hash64(span) + (static_cast<std::uint64_t>(static_cast<std::uint16_t>(candidate.type)) + 1) * 0x9e3779b97f4a7c15ULL;
  if (!candidate.name.empty()) key = key * 0xff51afd7ed558ccdULL + hash64(candidate.name);
  const auto [known, is_new] = cache_->entities.try_emplace(key, no_entity);
  if (!is_new) return known->second = memory_.resolve(known->second);
  const std::string words = plain(s, candidate.first, candidate.last);
  std::string name = !candidate.name.empty() ? candidate.name : words;
  std::uint32_t entity = no_entity;
  if (candidate.term) {
    NameUse given;
    given.text = candidate.term->name;
    given.document = document_.document.number;
    given.how = "vocabulary";
    entity = memory_.add(candidate.type, given);
    memory_.add_name(entity, use(s, candidate.first, candidate.last, words, "text"));
    for (const std::string& synonym : candidate.term->synonyms) {
      given.text = synonym;
      memory_.add_name(entity, given);
    }
    entity = memory_.resolve(entity);
    for (const auto& [registry, id] : candidate.term->ids) memory_.entities[entity].ids.try_emplace(registry, id);
  } else {
    entity = memory_.add(candidate.type, use(s, candidate.first, candidate.last, std::move(name), "text"));
  }
  for (const std::string& alias : candidate.aliases) {
    if (candidate.type == index_.types().phase || candidate.type == index_.types().indication) add_shorter(entity, one_line(alias));
    else memory_.add_name(entity, use(s, candidate.first, candidate.last, one_line(alias), "parenthesis"));
  }
  for (std::uint8_t i = 0; i < candidate.shorter_count; ++i) add_shorter(entity, plain(s, candidate.shorter[i], candidate.last));
  if (candidate.core) {
    add_shorter(entity, candidate.core->name);
    for (const std::string& synonym : candidate.core->synonyms) add_shorter(entity, synonym);
  }
  entity = memory_.resolve(entity);
  cache_->entities[key] = entity;
  return entity;
}

bool abbreviates(std::string_view abbreviation, std::string_view words) {
  std::string letters;
  for (const char c : abbreviation) {
    if (std::isalnum(static_cast<unsigned char>(c))) letters.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  if (letters.size() > 2 && letters.back() == 's' && std::islower(static_cast<unsigned char>(abbreviation.back()))) letters.pop_back();
  if (letters.size() < 2 || letters.size() > 12) return false;
  std::array<int, 13> best{};  // by letters matched: the most that are initials; -1 where so many cannot be matched
  best.fill(-1);
  best[0] = 0;
  bool at_start = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (!std::isalnum(byte)) {
      at_start = true;
      continue;
    }
    const bool initial = at_start || std::isupper(byte);
    const char letter = static_cast<char>(std::tolower(byte));
    for (std::size_t m = letters.size(); m-- > 0;) {
      if (best[m] < 0 || letters[m] != letter || (m == 0 && !at_start)) continue;
      best[m + 1] = std::max(best[m + 1], best[m] + (initial ? 1 : 0));
    }
    at_start = false;
  }
  return best[letters.size()] >= 0 && static_cast<std::size_t>(best[letters.size()]) * 2 >= letters.size();
}

std::vector<std::string> short_names(std::string_view name, const VocabularyIndex& index) {
  DocumentText text;
  text.text = std::string(name);
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(name.size())}, tokens);
  const auto facts = [&](std::size_t i) { return index.look_up(text.words(tokens[i].text), tokens[i].key); };
  std::size_t last = tokens.size();
  const auto cut = [&](const auto& drop) {
    std::size_t kept = last;
    while (kept > 1) {
      const bool mark = tokens[kept - 1].kind == Token::Kind::mark && text.words(tokens[kept - 1].text) != ")";
      if (!mark && !drop(facts(kept - 1))) break;
      --kept;
    }
    return kept;
  };
  std::vector<std::string> names;
  const auto keep = [&](std::size_t end) {
    if (end < last && end > 0) names.push_back(text.text.substr(0, tokens[end - 1].text.end));
    last = end;
  };
  keep(cut([](const WordFacts& word) { return (word.lists & (bit(WordList::legal_forms) | bit(WordList::conjunctions))) != 0; }));
  keep(cut([&](const WordFacts& word) {
    return word.head >= 0 && index.head(word.head).title && index.head(word.head).type == index.types().company;
  }));
  return names;
}

bool DocumentNames::is_party(std::uint32_t entity) const {
  const std::int16_t type = memory_.entities[memory_.resolve(entity)].type;
  return type != no_type && (type == index_.types().company || type == index_.types().organization);
}

}  // namespace rxgraph::ingest::naming
