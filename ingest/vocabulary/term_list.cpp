#include "ingest/vocabulary/term_list.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include "ingest/vocabulary/name_keys.hpp"

namespace rxgraph::ingest {
namespace {

bool may_be_said(const std::vector<Token>& tokens) {
  if (tokens.empty() || tokens.size() > longest_said_name || tokens.front().kind == Token::Kind::mark) return false;
  std::uint32_t size = 0;
  bool telling = false;
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::mark) continue;
    size += token.text.size();
    telling = telling || (token.kind == Token::Kind::word && (token.text.size() >= 3 || token.digit));
  }
  const Token& first = tokens.front();
  const bool abbreviation = tokens.size() == 1 && first.all_capitals && !first.digit && first.text.size() <= 5;
  return telling && size >= 4 && !abbreviation;
}

}  // namespace

void settle_said(TermList& list) {
  boost::unordered_flat_map<std::uint64_t, const std::string*> type_of;  ///< Key of a name to the type that has it; null for several.
  NameKeys keys;
  for (ListedTerm& term : list.terms) {
    for (ListedName& name : term.names) {
      if (!name.exact) name.said = false;
      if (!name.said) continue;
      keys.read(name.text);
      name.said = may_be_said(keys.tokens());
      if (!name.said) continue;
      const auto [known, is_new] = type_of.try_emplace(keys.phrase(), &term.type);
      if (!is_new && known->second != nullptr && *known->second != term.type) known->second = nullptr;
    }
  }
  for (ListedTerm& term : list.terms) {
    for (ListedName& name : term.names) {
      if (!name.said) continue;
      keys.read(name.text);
      if (type_of.at(keys.phrase()) == nullptr) name.said = false;
    }
  }
}

ListedName::Letters letters_of(std::string_view name) {
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' ? ListedName::Letters::first : ListedName::Letters::any;
}

}  // namespace rxgraph::ingest
