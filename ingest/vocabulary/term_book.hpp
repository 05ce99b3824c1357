#pragma once
/// A vocabulary as a file that is used where it lies: mapped, not parsed. docs/vocabularies.md describes the format.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/flow.hpp"
#include "ingest/vocabulary/term_list.hpp"

namespace rxgraph::ingest {

/// The bytes of the file of `list`: equal lists, equal bytes. Throws std::length_error where its names take more than 4 GiB, and
/// std::invalid_argument where it is no list: a term without a name, or one that is a kind of a term that is not there.
std::string compile_terms(const TermList& list);

/// Terms that share one key: most vocabularies have few. Beyond its size they are passed over.
struct NameHits {
  std::array<std::uint32_t, 16> names{};
  std::uint32_t count = 0;

  std::span<const std::uint32_t> all() const noexcept { return {names.data(), count}; }
};

/// An opened vocabulary. Const and thread safe; look-ups take constant time and touch two or three cache lines.
class TermBook {
 public:
  /// A name of the book.
  struct Name {
    std::string_view text;
    std::uint32_t term = 0;
    bool exact = false;
    bool said = false;
    bool preferred = false;
    ListedName::Letters letters = ListedName::Letters::any;
  };

  /// Opens the file `path`. Throws InputError where it cannot be read, is no such file, was made by a newer program or with other
  /// keys than this one's, or is damaged. Time is that of hashing its bytes.
  static TermBook open(const std::string& path);

  /// The same of `bytes`. `path` is for messages.
  TermBook(std::string path, Bytes bytes);
  ~TermBook();
  TermBook(TermBook&&) noexcept;
  TermBook& operator=(TermBook&&) noexcept;

  /// Bit i says that a said name of i + 1 words may begin with the word of that key; 0 for most words.
  std::uint32_t lengths(std::uint64_t word) const noexcept;

  /// False where no said name begins with these two words; seldom true where none does.
  bool may_begin(std::uint64_t word, std::uint64_t next) const noexcept;

  /// The said names of these words: see `with_word`.
  NameHits by_phrase(std::uint64_t key) const noexcept;

  /// All names with that normal form: see `form_key`.
  NameHits by_form(std::uint64_t key) const noexcept;

  /// The term with that number in that registry; `no_term` where there is none.
  std::uint32_t by_id(std::string_view registry, std::string_view id) const noexcept;
  static constexpr std::uint32_t no_term = 0xffffffff;

  Name name(std::uint32_t index) const noexcept;
  std::size_t names() const noexcept;
  std::size_t terms() const noexcept;

  /// Indices into `types()`.
  std::uint16_t type(std::uint32_t term) const noexcept;
  std::span<const std::string_view> types() const noexcept;

  std::string_view preferred_name(std::uint32_t term) const noexcept;

  /// The term as it was listed. Owns what it holds.
  ListedTerm term(std::uint32_t index) const;

  /// Terms of which `term` is a kind, directly.
  std::span<const std::uint32_t> broader(std::uint32_t term) const noexcept;

  std::string_view source() const noexcept;
  std::string_view format() const noexcept;
  const std::string& path() const noexcept;

  /// 16 hexadecimal digits: equal vocabularies, equal fingerprints.
  const std::string& fingerprint() const noexcept;

  /// All of it, as it was compiled.
  TermList list() const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace rxgraph::ingest
