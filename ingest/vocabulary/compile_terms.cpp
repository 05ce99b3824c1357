/// From a list of terms to the bytes of its file.

#include <algorithm>
#include <bit>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstring>
#include <limits>
#include <stdexcept>

#include "base/hash.hpp"
#include "base/names.hpp"
#include "ingest/vocabulary/book_layout.hpp"
#include "ingest/vocabulary/name_keys.hpp"
#include "ingest/vocabulary/term_book.hpp"

namespace rxgraph::ingest {
namespace {

static_assert(std::endian::native == std::endian::little, "the file is mapped as it lies");

std::uint64_t room_for(std::uint64_t count) { return std::bit_ceil(std::max<std::uint64_t>(8, count + count / 2)); }

/// Texts, each once.
class Texts {
 public:
  book::Text add(std::string_view text) {
    const auto [known, is_new] = places_.try_emplace(std::string(text));
    if (!is_new) return known->second;
    if (bytes_.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("the names take more than 4 GiB");
    known->second = {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())};
    bytes_ += text;
    return known->second;
  }

  const std::string& bytes() const { return bytes_; }

 private:
  boost::unordered_flat_map<std::string, book::Text> places_;
  std::string bytes_;
};

/// Slots for the indices 0, 1, ... of `keys`, without those whose key is 0. Of more than `NameHits` holds, the first of one key count.
std::vector<book::Slot> slots_of(const std::vector<std::uint64_t>& keys) {
  const auto used = static_cast<std::uint64_t>(std::count_if(keys.begin(), keys.end(), [](std::uint64_t key) { return key != 0; }));
  std::vector<book::Slot> slots(room_for(used));
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> counts;
  counts.reserve(used);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0 || ++counts[keys[i]] > NameHits{}.names.size()) continue;
    std::uint64_t at = book::first_slot(keys[i], slots.size());
    while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = static_cast<book::Slot>(i + 1);
  }
  return slots;
}

/// The said names by their first words.
class Beginnings {
 public:
  void add(const std::vector<Token>& tokens, std::uint64_t phrase) {
    names_.push_back(phrase);
    if (tokens.empty() || tokens.size() > longest_said_name) return;
    lengths_[tokens.front().key] |= 1U << (tokens.size() - 1);
    if (tokens.size() > 1) pairs_.emplace_back(tokens[0].key, tokens[1].key);
  }

  std::vector<book::First> firsts() const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted(lengths_.begin(), lengths_.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<book::First> slots(room_for(sorted.size()));
    for (const auto& [word, lengths] : sorted) {
      std::uint64_t at = book::first_slot(word, slots.size());
      while (slots[at].lengths != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = {word, lengths, 0};
    }
    return slots;
  }

  std::vector<std::uint64_t> filter() const {
    const std::uint64_t count = pairs_.size() + names_.size();
    const std::uint64_t bits = std::min<std::uint64_t>(std::bit_ceil(std::max<std::uint64_t>(1024, count * 8)), 1ULL << 26);
    std::vector<std::uint64_t> words(bits / 64);
    const auto set = [&](std::uint64_t bit) { words[bit / 64] |= 1ULL << (bit % 64); };
    for (const auto& [word, next] : pairs_) set(book::pair_bit(word, next, bits));
    for (const std::uint64_t phrase : names_) set(book::name_bit(phrase, bits));
    return words;
  }

 private:
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> lengths_;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs_;
  std::vector<std::uint64_t> names_;
};

/// Lays the sections one behind the other.
class Writer {
 public:
  Writer() : bytes_(sizeof(book::Header), '\0') {}

  template <class Element>
  void add(book::Section section, const std::vector<Element>& elements) {
    add(section, elements.data(), elements.size(), sizeof(Element));
  }

  void add(book::Section section, const void* data, std::size_t count, std::size_t size) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    header_.extents[static_cast<std::size_t>(section)] = {bytes_.size(), count};
    bytes_.append(static_cast<const char*>(data), count * size);
  }

  book::Header& header() { return header_; }

  std::string take() {
    std::copy(book::magic.begin(), book::magic.end(), header_.magic.begin());
    header_.version = book::version;
    header_.header_size = sizeof header_;
    header_.keys = keys_version();
    header_.file_size = bytes_.size();
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    constexpr std::size_t behind = offsetof(book::Header, checksum) + sizeof header_.checksum;
    header_.checksum = hash64(std::string_view(bytes_).substr(behind));
    std::memcpy(bytes_.data() + offsetof(book::Header, checksum), &header_.checksum, sizeof header_.checksum);
    return std::move(bytes_);
  }

 private:
  book::Header header_;
  std::string bytes_;
};

/// The elements of a list on their way into the file.
class Compiler {
 public:
  void add(const ListedTerm& term, std::size_t all) {
    if (term.names.empty()) throw std::invalid_argument("a term has no name");
    const auto index = static_cast<std::uint32_t>(terms_.size());
    book::Term& made = terms_.emplace_back();
    made.type = type_of(term.type);
    made.first_id = static_cast<std::uint32_t>(ids_.size());
    made.id_count = static_cast<std::uint32_t>(term.ids.size());
    for (const auto& [registry, number] : term.ids) {
      ids_.push_back({texts_.add(registry), texts_.add(number), index});
      id_keys_.push_back(id_key(registry, number));
    }
    made.first_broader = static_cast<std::uint32_t>(broader_.size());
    made.broader_count = static_cast<std::uint32_t>(term.broader.size());
    for (const std::uint32_t above : term.broader) {
      if (above >= all) throw std::invalid_argument("a term is a kind of one that is not there");
      broader_.push_back(above);
    }
    made.first_name = static_cast<std::uint32_t>(names_.size());
    made.name_count = static_cast<std::uint32_t>(term.names.size());
    for (const ListedName& name : term.names) add_name(name, index, &name == term.names.data());
  }

  std::string take(const TermList& list) {
    Writer writer;
    writer.header().source = texts_.add(list.source);
    writer.header().format = texts_.add(list.format);
    writer.add(book::Section::types, types_);
    writer.add(book::Section::terms, terms_);
    writer.add(book::Section::ids, ids_);
    writer.add(book::Section::broader, broader_);
    writer.add(book::Section::names, names_);
    writer.add(book::Section::firsts, beginnings_.firsts());
    writer.add(book::Section::filter, beginnings_.filter());
    writer.add(book::Section::phrases, slots_of(keys_of(&book::Name::phrase)));
    writer.add(book::Section::forms, slots_of(keys_of(&book::Name::form)));
    writer.add(book::Section::id_slots, slots_of(id_keys_));
    writer.add(book::Section::text, texts_.bytes().data(), texts_.bytes().size(), 1);
    return writer.take();
  }

 private:
  Texts texts_;
  std::vector<book::Text> types_;
  std::vector<std::string> type_names_;
  std::vector<book::Term> terms_;
  std::vector<book::Id> ids_;
  std::vector<std::uint64_t> id_keys_;
  std::vector<std::uint32_t> broader_;
  std::vector<book::Name> names_;
  Beginnings beginnings_;
  NameKeys keys_;

  std::uint32_t type_of(const std::string& type) {
    const auto known = std::find(type_names_.begin(), type_names_.end(), type);
    if (known != type_names_.end()) return static_cast<std::uint32_t>(known - type_names_.begin());
    type_names_.push_back(type);
    types_.push_back(texts_.add(type));
    return static_cast<std::uint32_t>(types_.size() - 1);
  }

  void add_name(const ListedName& name, std::uint32_t term, bool preferred) {
    book::Name& made = names_.emplace_back();
    made.text = texts_.add(name.text);
    made.term = term;
    made.flags = (name.exact ? 1U : 0U) | (name.said ? 2U : 0U) | (preferred ? 4U : 0U) | static_cast<std::uint32_t>(name.letters) << 8;
    made.form = form_key(normal_form(name.text));
    if (!name.said) return;
    keys_.read(name.text);
    made.phrase = keys_.phrase();
    beginnings_.add(keys_.tokens(), made.phrase);
  }

  std::vector<std::uint64_t> keys_of(std::uint64_t book::Name::*key) const {
    std::vector<std::uint64_t> keys;
    keys.reserve(names_.size());
    for (const book::Name& name : names_) keys.push_back(name.*key);
    return keys;
  }
};

}  // namespace

std::string compile_terms(const TermList& list) {
  Compiler compiler;
  for (const ListedTerm& term : list.terms) compiler.add(term, list.terms.size());
  return compiler.take(list);
}

}  // namespace rxgraph::ingest
