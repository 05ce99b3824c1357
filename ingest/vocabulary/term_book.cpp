#include "ingest/vocabulary/term_book.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "ingest/vocabulary/book_layout.hpp"
#include "ingest/vocabulary/name_keys.hpp"

namespace rxgraph::ingest {

/// Pointers into the bytes. Elements are checked where they are used, for a file may be made by anyone.
struct TermBook::Impl {
  std::string path;
  Bytes bytes;
  book::Header header;
  std::string fingerprint;
  std::span<const book::Text> type_texts;
  std::span<const book::Term> terms;
  std::span<const book::Id> ids;
  std::span<const std::uint32_t> broader;
  std::span<const book::Name> names;
  std::span<const book::First> firsts;
  std::span<const std::uint64_t> filter;
  std::span<const book::Slot> phrases;
  std::span<const book::Slot> forms;
  std::span<const book::Slot> id_slots;
  std::string_view all_text;
  std::vector<std::string_view> types;

  [[noreturn]] void refuse(const std::string& message) const { throw InputError(path, message); }
  [[noreturn]] void damaged() const { refuse("damaged; import it again from its source"); }

  void read();
  template <class Element>
  std::span<const Element> section(book::Section which) const;

  std::string_view text(book::Text place) const noexcept {
    return std::uint64_t{place.begin} + place.size <= all_text.size() ? all_text.substr(place.begin, place.size) : std::string_view();
  }

  bool has(std::uint64_t bit) const noexcept { return (filter[bit / 64] >> (bit % 64) & 1) != 0; }

  /// Elements `first` to `first + count` of `from`, as far as they are there.
  template <class Element>
  static std::span<const Element> part(std::span<const Element> from, std::uint32_t first, std::uint32_t count) noexcept {
    if (first >= from.size()) return {};
    return from.subspan(first, std::min<std::size_t>(count, from.size() - first));
  }

  template <class Key>
  NameHits find(std::span<const book::Slot> slots, std::uint64_t key, Key key_of) const noexcept {
    NameHits hits;
    if (key == 0) return hits;
    std::uint64_t at = book::first_slot(key, slots.size());
    for (std::size_t step = 0; step < slots.size() && slots[at] != 0; ++step, at = (at + 1) & (slots.size() - 1)) {
      const std::uint32_t index = slots[at] - 1;
      if (index >= names.size() || key_of(names[index]) != key) continue;
      hits.names[hits.count++] = index;
      if (hits.count == hits.names.size()) break;
    }
    return hits;
  }
};

template <class Element>
std::span<const Element> TermBook::Impl::section(book::Section which) const {
  const book::Extent extent = header.extents[static_cast<std::size_t>(which)];
  const std::uint64_t size = bytes.view().size();
  const bool fits = extent.begin % 8 == 0 && extent.begin <= size && extent.count <= (size - extent.begin) / sizeof(Element);
  if (!fits) damaged();
  return {reinterpret_cast<const Element*>(bytes.view().data() + extent.begin), static_cast<std::size_t>(extent.count)};
}

void TermBook::Impl::read() {
  const std::string_view all = bytes.view();
  if (all.size() < 12 || !all.starts_with(book::magic)) refuse("is no compiled vocabulary; make one with 'rxgraph vocabulary import'");
  std::memcpy(&header, all.data(), std::min(all.size(), sizeof header));
  if (header.version > book::version) refuse("was made by a newer rxgraph; import it again with this one, or take the newer");
  if (header.version != book::version || all.size() < sizeof header || header.header_size != sizeof header || header.file_size != all.size()) damaged();
  if (reinterpret_cast<std::uintptr_t>(all.data()) % 8 != 0) damaged();
  constexpr std::size_t behind = offsetof(book::Header, checksum) + sizeof header.checksum;
  if (hash64(all.substr(behind)) != header.checksum) damaged();
  if (header.keys != keys_version()) refuse("was made by an rxgraph that reads words in another way; import it again from its source");
  type_texts = section<book::Text>(book::Section::types);
  terms = section<book::Term>(book::Section::terms);
  ids = section<book::Id>(book::Section::ids);
  broader = section<std::uint32_t>(book::Section::broader);
  names = section<book::Name>(book::Section::names);
  firsts = section<book::First>(book::Section::firsts);
  filter = section<std::uint64_t>(book::Section::filter);
  phrases = section<book::Slot>(book::Section::phrases);
  forms = section<book::Slot>(book::Section::forms);
  id_slots = section<book::Slot>(book::Section::id_slots);
  const std::span<const char> text_bytes = section<char>(book::Section::text);
  all_text = {text_bytes.data(), text_bytes.size()};
  for (const std::size_t size : {firsts.size(), filter.size(), phrases.size(), forms.size(), id_slots.size()}) {
    if (!std::has_single_bit(size)) damaged();
  }
  for (const book::Text place : type_texts) types.push_back(text(place));
  fingerprint = hash_hex(all.substr(0, sizeof header)).substr(0, 16);  // The header holds the hash of the rest.
}

TermBook::TermBook(std::string path, Bytes bytes) {
  auto impl = std::make_unique<Impl>();
  impl->path = std::move(path);
  impl->bytes = std::move(bytes);
  if (reinterpret_cast<std::uintptr_t>(impl->bytes.view().data()) % 8 != 0) {
    const auto words = std::make_shared<std::vector<std::uint64_t>>(impl->bytes.view().size() / 8 + 1);
    std::memcpy(words->data(), impl->bytes.view().data(), impl->bytes.view().size());
    impl->bytes = Bytes(words, {reinterpret_cast<const char*>(words->data()), impl->bytes.view().size()});
  }
  impl->read();
  impl_ = std::move(impl);
}

TermBook TermBook::open(const std::string& path) { return {path, map_file(path)}; }

TermBook::~TermBook() = default;
TermBook::TermBook(TermBook&&) noexcept = default;
TermBook& TermBook::operator=(TermBook&&) noexcept = default;

std::uint32_t TermBook::lengths(std::uint64_t word) const noexcept {
  const auto& firsts = impl_->firsts;
  std::uint64_t at = book::first_slot(word, firsts.size());
  for (std::size_t step = 0; step < firsts.size() && firsts[at].lengths != 0; ++step, at = (at + 1) & (firsts.size() - 1)) {
    if (firsts[at].word == word) return firsts[at].lengths;
  }
  return 0;
}

bool TermBook::may_begin(std::uint64_t word, std::uint64_t next) const noexcept {
  return impl_->has(book::pair_bit(word, next, impl_->filter.size() * 64));
}

NameHits TermBook::by_phrase(std::uint64_t key) const noexcept {
  if (!impl_->has(book::name_bit(key, impl_->filter.size() * 64))) return {};
  return impl_->find(impl_->phrases, key, [](const book::Name& name) { return name.phrase; });
}

NameHits TermBook::by_form(std::uint64_t key) const noexcept {
  return impl_->find(impl_->forms, key, [](const book::Name& name) { return name.form; });
}

std::uint32_t TermBook::by_id(std::string_view registry, std::string_view id) const noexcept {
  const std::uint64_t key = id_key(registry, id);
  const auto& slots = impl_->id_slots;
  std::uint64_t at = book::first_slot(key, slots.size());
  for (std::size_t step = 0; step < slots.size() && slots[at] != 0; ++step, at = (at + 1) & (slots.size() - 1)) {
    if (slots[at] - 1 >= impl_->ids.size()) continue;
    const book::Id& known = impl_->ids[slots[at] - 1];
    if (known.term < terms() && id_key(impl_->text(known.registry), impl_->text(known.number)) == key) return known.term;
  }
  return no_term;
}

TermBook::Name TermBook::name(std::uint32_t index) const noexcept {
  if (index >= impl_->names.size()) return {};
  const book::Name& made = impl_->names[index];
  Name name;
  name.text = impl_->text(made.text);
  name.term = made.term;
  name.exact = (made.flags & 1) != 0;
  name.said = (made.flags & 2) != 0;
  name.preferred = (made.flags & 4) != 0;
  name.letters = static_cast<ListedName::Letters>(made.flags >> 8 & 3);
  return name;
}

std::size_t TermBook::names() const noexcept { return impl_->names.size(); }
std::size_t TermBook::terms() const noexcept { return impl_->terms.size(); }

std::uint16_t TermBook::type(std::uint32_t term) const noexcept {
  return term < terms() ? static_cast<std::uint16_t>(impl_->terms[term].type) : std::uint16_t{0xffff};
}

std::span<const std::string_view> TermBook::types() const noexcept { return impl_->types; }

std::string_view TermBook::preferred_name(std::uint32_t term) const noexcept {
  return term < terms() ? name(impl_->terms[term].first_name).text : std::string_view();
}

std::span<const std::uint32_t> TermBook::broader(std::uint32_t term) const noexcept {
  if (term >= terms()) return {};
  return Impl::part(impl_->broader, impl_->terms[term].first_broader, impl_->terms[term].broader_count);
}

ListedTerm TermBook::term(std::uint32_t index) const {
  ListedTerm listed;
  if (index >= terms()) return listed;
  const book::Term& made = impl_->terms[index];
  if (made.type < impl_->types.size()) listed.type = impl_->types[made.type];
  for (const book::Id& id : Impl::part(impl_->ids, made.first_id, made.id_count)) listed.ids.emplace_back(impl_->text(id.registry), impl_->text(id.number));
  const auto names_of_term = Impl::part(impl_->names, made.first_name, made.name_count);
  for (std::size_t i = 0; i < names_of_term.size(); ++i) {
    const Name one = name(made.first_name + static_cast<std::uint32_t>(i));
    listed.names.push_back({std::string(one.text), one.exact, one.said, one.letters});
  }
  const auto above = broader(index);
  listed.broader.assign(above.begin(), above.end());
  return listed;
}

std::string_view TermBook::source() const noexcept { return impl_->text(impl_->header.source); }
std::string_view TermBook::format() const noexcept { return impl_->text(impl_->header.format); }
const std::string& TermBook::path() const noexcept { return impl_->path; }
const std::string& TermBook::fingerprint() const noexcept { return impl_->fingerprint; }

TermList TermBook::list() const {
  TermList all;
  all.source = source();
  all.format = format();
  all.terms.reserve(terms());
  for (std::uint32_t i = 0; i < terms(); ++i) all.terms.push_back(term(i));
  return all;
}

}  // namespace rxgraph::ingest
