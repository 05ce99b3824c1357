#pragma once
/// The vocabularies that a user has loaded, together, in terms of the ontology at hand.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/vocabulary/term_book.hpp"
#include "ontology/model.hpp"

namespace rxgraph::ingest {

/// Const and thread safe once made.
class LoadedNames {
 public:
  /// No vocabulary: nothing is found.
  LoadedNames() = default;

  /// `ontology` must outlive it. Throws InputError where a book has terms of a type that the ontology does not declare.
  LoadedNames(std::vector<TermBook> books, const Ontology& ontology);

  /// A term of one of the books.
  struct Term {
    const TermBook* book = nullptr;
    std::uint32_t index = 0;
  };

  /// A name that stands for itself in a text.
  struct Said {
    std::int16_t type = -1;  ///< Index into `Ontology::types`.
    std::string_view text;
    ListedName::Letters letters = ListedName::Letters::any;
  };

  bool empty() const noexcept { return books_.empty(); }

  /// As of `TermBook`, of all books.
  std::uint32_t lengths(std::uint64_t word) const noexcept;
  bool may_begin(std::uint64_t word, std::uint64_t next) const noexcept;

  /// Appends the said names of these words to `out`: see `with_word`.
  void said(std::uint64_t phrase, std::vector<Said>& out) const;

  /// What a thing of `type` that is called `name` is: of each book one term at most, and none where a book has two of that name and
  /// neither, or both, prefer it. A party is looked for with and without its legal form; one word without a legal form is none.
  /// An abbreviation of capitals is meant by capitals only.
  std::vector<Term> identify(std::int16_t type, std::string_view name, bool party) const;

  /// The terms of `type` with that number in that registry, of each book one at most.
  std::vector<Term> by_id(std::int16_t type, std::string_view registry, std::string_view id) const;

  /// The preferred names of everything of which `term` is a kind, directly or not, nearest first, at most 64.
  static std::vector<std::string> broader_names(const Term& term);

  /// Changes with what is loaded, in whatever order; empty for nothing.
  const std::string& fingerprint() const noexcept { return fingerprint_; }

 private:
  struct Loaded {
    TermBook book;
    std::vector<std::int16_t> types;  ///< Of the ontology, by the book's.
  };

  bool fits(const Loaded& loaded, std::uint32_t term, std::int16_t type) const;

  std::vector<Loaded> books_;
  const Ontology* ontology_ = nullptr;
  std::string fingerprint_;
};

}  // namespace rxgraph::ingest
