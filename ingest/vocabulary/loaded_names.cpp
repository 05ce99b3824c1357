#include "ingest/vocabulary/loaded_names.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/names.hpp"
#include "ingest/vocabulary/name_keys.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::size_t most_broader = 64;

bool is_abbreviation(std::string_view name) {
  return name.size() <= 5 && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::int16_t type_named(const Ontology& ontology, std::string_view name) {
  for (std::size_t i = 0; i < ontology.types.size(); ++i) {
    if (ontology.types[i].name == name) return static_cast<std::int16_t>(i);
  }
  return -1;
}

/// The one term that is meant by names of one form; `no_term` where there are several, or none.
class Choice {
 public:
  void add(std::uint32_t term, bool preferred) { (preferred ? preferred_ : others_).insert(term); }

  std::uint32_t term() const {
    const std::set<std::uint32_t>& best = preferred_.empty() ? others_ : preferred_;
    return best.size() == 1 ? *best.begin() : TermBook::no_term;
  }

 private:
  std::set<std::uint32_t> preferred_;
  std::set<std::uint32_t> others_;
};

}  // namespace

LoadedNames::LoadedNames(std::vector<TermBook> books, const Ontology& ontology) : ontology_(&ontology) {
  std::set<std::string> fingerprints;
  for (TermBook& book : books) {
    Loaded& loaded = books_.emplace_back(Loaded{std::move(book), {}});
    for (const std::string_view type : loaded.book.types()) {
      const std::int16_t known = type_named(ontology, type);
      if (known < 0) {
        throw InputError(loaded.book.path(), "has terms of type '" + std::string(type) + "', which the ontology does not declare; give the --ontology that does, or import it again with --as");
      }
      loaded.types.push_back(known);
    }
    fingerprints.insert(loaded.book.fingerprint());
  }
  std::string all;
  for (const std::string& one : fingerprints) all += one;
  if (!all.empty()) fingerprint_ = hash_hex(all).substr(0, 16);
}

std::uint32_t LoadedNames::lengths(std::uint64_t word) const noexcept {
  std::uint32_t lengths = 0;
  for (const Loaded& loaded : books_) lengths |= loaded.book.lengths(word);
  return lengths;
}

bool LoadedNames::may_begin(std::uint64_t word, std::uint64_t next) const noexcept {
  return std::any_of(books_.begin(), books_.end(), [&](const Loaded& loaded) { return loaded.book.may_begin(word, next); });
}

void LoadedNames::said(std::uint64_t phrase, std::vector<Said>& out) const {
  for (const Loaded& loaded : books_) {
    const NameHits hits = loaded.book.by_phrase(phrase);
    for (const std::uint32_t index : hits.all()) {
      const TermBook::Name name = loaded.book.name(index);
      const std::uint16_t type = loaded.book.type(name.term);
      if (name.said && type < loaded.types.size()) out.push_back({loaded.types[type], name.text, name.letters});
    }
  }
}

bool LoadedNames::fits(const Loaded& loaded, std::uint32_t term, std::int16_t type) const {
  const std::uint16_t own = loaded.book.type(term);
  if (own >= loaded.types.size() || type < 0) return false;
  const std::int16_t known = loaded.types[own];
  const auto name = [&](std::int16_t index) -> const std::string& { return ontology_->types[static_cast<std::size_t>(index)].name; };
  return known == type || ontology_->is_a(name(type), name(known));
}

std::vector<LoadedNames::Term> LoadedNames::identify(std::int16_t type, std::string_view name, bool party) const {
  std::vector<Term> terms;
  const std::string form = normal_form(name);
  const std::string bare = party ? normal_form(name, true) : form;
  if (form.empty() || (party && bare == form && name_words(name).size() == 1)) return terms;
  const bool has_lower = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  for (const Loaded& loaded : books_) {
    for (const std::string* wanted : {&form, &bare}) {
      Choice choice;
      const NameHits hits = loaded.book.by_form(form_key(*wanted));
      for (const std::uint32_t index : hits.all()) {
        const TermBook::Name known = loaded.book.name(index);
        if (!known.exact || !fits(loaded, known.term, type) || (has_lower && is_abbreviation(known.text))) continue;
        choice.add(known.term, known.preferred);
      }
      if (choice.term() != TermBook::no_term) {
        terms.push_back({&loaded.book, choice.term()});
        break;
      }
    }
  }
  return terms;
}

std::vector<LoadedNames::Term> LoadedNames::by_id(std::int16_t type, std::string_view registry, std::string_view id) const {
  std::vector<Term> terms;
  for (const Loaded& loaded : books_) {
    const std::uint32_t term = loaded.book.by_id(registry, id);
    if (term != TermBook::no_term && fits(loaded, term, type)) terms.push_back({&loaded.book, term});
  }
  return terms;
}

std::vector<std::string> LoadedNames::broader_names(const Term& term) {
  std::vector<std::string> names;
  std::vector<std::uint32_t> queue = {term.index};
  for (std::size_t next = 0; next < queue.size() && queue.size() <= most_broader; ++next) {
    for (const std::uint32_t above : term.book->broader(queue[next])) {
      if (std::find(queue.begin(), queue.end(), above) != queue.end() || above >= term.book->terms()) continue;
      queue.push_back(above);
      names.emplace_back(term.book->preferred_name(above));
    }
  }
  return names;
}

}  // namespace rxgraph::ingest
