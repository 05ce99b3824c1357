#include "ingest/names/identify.hpp"

#include <algorithm>
#include <map>

#include "base/names.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::string_view ticker = "ticker";  ///< The one registry whose numbers change hands.

/// Terms by book; `no_term` where a book has contradicted itself.
using Terms = std::map<const TermBook*, std::uint32_t>;

void note(Terms& terms, const std::vector<LoadedNames::Term>& found) {
  for (const LoadedNames::Term& term : found) {
    const auto [known, is_new] = terms.try_emplace(term.book, term.index);
    if (!is_new && known->second != term.index) known->second = TermBook::no_term;
  }
}

bool begins_like(std::string_view name, std::string_view other) {
  const std::vector<std::string> words = name_words(name);
  const std::vector<std::string> others = name_words(other);
  return !words.empty() && !others.empty() && words.front() == others.front();
}

class Identifier {
 public:
  Identifier(FilingMemory& memory, const LoadedNames& names) : memory_(memory), names_(names) {}

  void run() {
    const auto count = static_cast<std::uint32_t>(memory_.entities.size());
    for (std::uint32_t entity = 0; entity < count; ++entity) {
      if (memory_.resolve(entity) != entity || memory_.entities[entity].type == no_type) continue;
      for (const auto& [book, term] : terms_of(memory_.entities[entity])) {
        if (term != TermBook::no_term) give(memory_.resolve(entity), {book, term});
      }
    }
  }

 private:
  FilingMemory& memory_;
  const LoadedNames& names_;

  bool is_party(std::int16_t type) const {
    const auto index = static_cast<std::size_t>(type);
    return index < memory_.rules.size() && memory_.rules[index].party;
  }

  /// What is surest comes first; what comes later counts for books that have not answered.
  Terms terms_of(const LocalEntity& local) const {
    Terms terms;
    for (const auto& [registry, id] : local.ids) {
      if (registry != ticker) note(terms, names_.by_id(local.type, registry, id));
    }
    const bool party = is_party(local.type);
    complete(terms, names_.identify(local.type, local.name, party));
    if (const auto symbol = local.ids.find(std::string(ticker)); symbol != local.ids.end()) {
      std::vector<LoadedNames::Term> traded = names_.by_id(local.type, ticker, symbol->second);
      std::erase_if(traded, [&](const LoadedNames::Term& term) { return !begins_like(local.name, term.book->preferred_name(term.index)); });
      complete(terms, traded);
    }
    Terms by_other_names;
    for (const NameUse& use : local.names) {
      const bool own = use.how == "text" || use.how == "header" || use.how == "vocabulary";
      if (own && use.text != local.name) note(by_other_names, names_.identify(local.type, use.text, party));
    }
    terms.insert(by_other_names.begin(), by_other_names.end());
    return terms;
  }

  static void complete(Terms& terms, const std::vector<LoadedNames::Term>& found) {
    Terms more;
    note(more, found);
    terms.insert(more.begin(), more.end());
  }

  /// Number of the term in `registry`; empty where it has none.
  static std::string number_in(const ListedTerm& term, const std::string& registry) {
    const auto found = std::find_if(term.ids.begin(), term.ids.end(), [&](const auto& id) { return id.first == registry; });
    return found == term.ids.end() ? std::string() : found->second;
  }

  void give(std::uint32_t entity, const LoadedNames::Term& meant) {
    const ListedTerm term = meant.book->term(meant.index);
    for (const auto& [registry, id] : memory_.entities[entity].ids) {
      const std::string other = number_in(term, registry);
      if (registry != ticker && !other.empty() && other != id) return;
    }
    for (const auto& [registry, id] : term.ids) {
      if (registry != ticker) memory_.entities[entity].ids.try_emplace(registry, id);
    }
    const auto known = [&](const std::string& name) {
      const std::vector<NameUse>& names = memory_.entities[entity].names;
      return std::any_of(names.begin(), names.end(), [&](const NameUse& use) { return use.text == name; });
    };
    NameUse use;
    use.how = "vocabulary";
    use.text = term.names.front().text;
    if (!is_party(memory_.entities[entity].type) && !known(use.text)) memory_.add_name(entity, use);
    entity = memory_.resolve(entity);
    use.how = broader_term;
    for (std::string& name : LoadedNames::broader_names(meant)) {
      if (known(name)) continue;
      use.text = std::move(name);
      memory_.entities[entity].names.push_back(use);
    }
  }
};

}  // namespace

void identify(FilingMemory& memory, const LoadedNames& names) {
  if (!names.empty()) Identifier(memory, names).run();
}

}  // namespace rxgraph::ingest
