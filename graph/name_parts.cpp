#include "graph/name_parts.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace rxgraph::graph {
namespace {

/// Words between a state and what it is said of: "EGFR exon 20 positive".
constexpr std::size_t state_reach = 3;

}  // namespace

NameTaker::NameTaker(const Ontology& ontology, std::string_view type, const TypeRule& rule) : rule_(rule), joints_{",", "/"} {
  for (const Vocabulary& vocabulary : ontology.vocabularies) {
    const bool of_type = !vocabulary.type.empty() && ontology.is_a(type, vocabulary.type);
    for (const Term& term : vocabulary.terms) {
      std::vector<std::string> spellings = term.synonyms;
      spellings.push_back(term.name);
      for (const std::string& spelling : spellings) {
        if (vocabulary.name == "target_states") states_.insert(fold(spelling));
        if (vocabulary.name == "conjunctions") joints_.insert(fold(spelling));
        if (of_type && vocabulary.kind == "modifier_suffixes") suffixes_.push_back(fold(spelling).substr(spelling.starts_with('-') ? 1 : 0));
        if (!of_type || vocabulary.kind != "modifiers") continue;
        const Atoms atoms = atoms_of(spelling);
        modifiers_.insert(text_of(atoms, 0, atoms.size()));
        longest_ = std::max(longest_, atoms.size());
      }
    }
  }
}

NameTaker::Atoms NameTaker::atoms_of(std::string_view name) {
  Atoms atoms;
  bool joined = false;
  std::size_t depth = 0;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) atoms.push_back({std::move(word), joined});
    joined = false;
    word.clear();
  };
  for (const char c : fold(name)) {
    if (c == '(' || c == '[') {
      end_word();
      ++depth;
    } else if ((c == ')' || c == ']') && depth > 0) {
      --depth;
      word.clear();
    } else if (depth > 0) {
      continue;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      end_word();
    } else if (c == '-') {
      const bool inside = !word.empty();
      end_word();
      joined = inside;
    } else if (c == ',' || c == '/') {
      end_word();
      atoms.push_back({std::string(1, c), false});
    } else {
      word.push_back(c);
    }
  }
  end_word();
  if (!atoms.empty() && atoms.front().text == "the") atoms.erase(atoms.begin());
  return atoms;
}

std::string NameTaker::text_of(const Atoms& atoms, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += (i == first ? "" : " ") + atoms[i].text;
  return text;
}

/// One past the word that begins at `first`: hyphens join its atoms.
std::size_t NameTaker::word_end(const Atoms& atoms, std::size_t first) {
  std::size_t end = first + 1;
  while (end < atoms.size() && atoms[end].joined) ++end;
  return end;
}

bool NameTaker::is_joint(const Atom& atom) const { return joints_.contains(atom.text); }

bool NameTaker::has_suffix(const std::string& word) const {
  return std::any_of(suffixes_.begin(), suffixes_.end(), [&](const std::string& suffix) { return word.size() > suffix.size() + 1 && word.ends_with(suffix); });
}

/// One past the longest declared modifier that begins at `first`; `first` where there is none.
std::size_t NameTaker::known_end(const Atoms& atoms, std::size_t first) const {
  for (std::size_t end = std::min(atoms.size(), first + longest_); end > first; --end) {
    const bool whole = end == atoms.size() || !atoms[end].joined;
    if (whole && modifiers_.contains(text_of(atoms, first, end))) return end;
  }
  return first;
}

/// The same of any modifier.
std::size_t NameTaker::modifier_end(const Atoms& atoms, std::size_t first) const {
  if (first >= atoms.size() || is_joint(atoms[first])) return first;
  if (const std::size_t known = known_end(atoms, first); known > first) return known;
  const std::size_t word = word_end(atoms, first);
  const std::string& last = atoms[word - 1].text;
  if (has_suffix(last) || (word > first + 1 && states_.contains(last))) return word;
  std::size_t end = word;
  for (std::size_t words = 1; words <= state_reach && end < atoms.size() && !is_joint(atoms[end]); ++words) {
    end = word_end(atoms, end);
    if (states_.contains(atoms[end - 1].text)) return end;
  }
  return first;
}

/// Takes a modifier and its alternatives; one past them, and past what joins them. `first` where there is none, or where nothing
/// would be left.
std::size_t NameTaker::take(const Atoms& atoms, std::size_t first, std::set<std::string>& modifiers) const {
  std::set<std::string> alternatives;
  std::size_t at = first;
  for (;;) {
    const std::size_t end = modifier_end(atoms, at);
    if (end == at || end >= atoms.size()) return first;
    alternatives.insert(text_of(atoms, at, end));
    at = end;
    if (!is_joint(atoms[at])) break;
    while (at < atoms.size() && is_joint(atoms[at])) ++at;
  }
  std::string all;
  for (const std::string& one : alternatives) all += (all.empty() ? "" : "|") + one;
  modifiers.insert(std::move(all));
  return at;
}

/// "cancer of the breast": takes what stands behind the core that begins at `first`; one past the core.
std::size_t NameTaker::take_behind(const Atoms& atoms, std::size_t first, std::set<std::string>& modifiers) const {
  for (std::size_t of = first + 1; of + 1 < atoms.size(); ++of) {
    if (atoms[of].text != "of") continue;
    std::size_t at = of + 1;
    if (atoms[at].text == "the") ++at;
    std::set<std::string> alternatives;
    while (at < atoms.size()) {
      const std::size_t end = known_end(atoms, at);
      if (end == at) return atoms.size();
      alternatives.insert(text_of(atoms, at, end));
      at = end;
      while (at < atoms.size() && is_joint(atoms[at])) ++at;
    }
    std::string all;
    for (const std::string& one : alternatives) all += (all.empty() ? "" : "|") + one;
    if (!all.empty()) modifiers.insert(std::move(all));
    return of;
  }
  return atoms.size();
}

NameParts NameTaker::parts_of(std::string_view name) const {
  const Atoms atoms = atoms_of(name);
  std::set<std::string> modifiers;
  std::size_t first = 0;
  for (;;) {
    const std::size_t next = take(atoms, first, modifiers);
    if (next == first) break;
    first = next;
  }
  const std::size_t last = take_behind(atoms, first, modifiers);
  NameParts parts;
  parts.core = form_of(text_of(atoms, first, last), rule_);
  parts.modifiers.assign(modifiers.begin(), modifiers.end());
  return parts;
}

}  // namespace rxgraph::graph
