/// A compiled vocabulary from anywhere: it is refused, or every look-up in it ends within its bytes. The checksum is made right, so that what lies
/// behind it is reached.

#include <cstring>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "ingest/vocabulary/book_layout.hpp"
#include "ingest/vocabulary/loaded_names.hpp"
#include "ingest/vocabulary/name_keys.hpp"
#include "ontology/load.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

namespace {

/// A small vocabulary to break.
std::string whole_book() {
  ingest::TermList list;
  list.source = "toy";
  for (const char* const name : {"wobbling palsy", "quiverosa", "Quill's slow wobble of the knee", "WOBL1"}) {
    list.terms.push_back({"Indication", {{"toy", name}}, {{name, true, true, ingest::ListedName::Letters::any}}, {}});
  }
  list.terms[2].broader = {0, 1};
  return ingest::compile_terms(list);
}

/// The bytes with the header's own facts right where they are long enough to have one.
std::string repaired(std::string bytes) {
  namespace book = ingest::book;
  if (bytes.size() < sizeof(book::Header)) return bytes;
  book::Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  std::copy(book::magic.begin(), book::magic.end(), header.magic.begin());
  header.version = book::version;
  header.header_size = sizeof header;
  header.file_size = bytes.size();
  header.keys = ingest::keys_version();
  std::memcpy(bytes.data(), &header, sizeof header);
  constexpr std::size_t behind = offsetof(book::Header, checksum) + sizeof header.checksum;
  const std::uint64_t checksum = hash64(std::string_view(bytes).substr(behind));
  std::memcpy(bytes.data() + offsetof(book::Header, checksum), &checksum, sizeof checksum);
  return bytes;
}

void look_up_all(const std::string& bytes) {
  try {
    std::vector<ingest::TermBook> books;
    books.emplace_back("mine.rxv", Bytes(bytes));
    const ingest::TermList list = books.front().list();
    const ingest::LoadedNames names(std::move(books), core());
    ingest::NameKeys keys;
    std::vector<ingest::LoadedNames::Said> said;
    for (const ingest::ListedTerm& term : list.terms) {
      for (const ingest::ListedName& name : term.names) {
        keys.read(name.text.substr(0, 200));
        names.said(keys.phrase(), said);
        if (!keys.tokens().empty()) names.lengths(keys.tokens()[0].key);
        for (const auto& found : names.identify(7, name.text.substr(0, 200), false)) ingest::LoadedNames::broader_names(found);
      }
      for (const auto& [registry, id] : term.ids) names.by_id(7, registry, id);
    }
    names.may_begin(1, 2);
  } catch (const InputError&) {
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string whole = whole_book();
  const std::string_view given = fuzz::text_of(data, size);
  look_up_all(std::string(given));
  look_up_all(repaired(std::string(given)));
  std::string broken = whole;  // Pairs of a place and a byte.
  for (std::size_t i = 0; i + 2 < given.size(); i += 3) {
    const std::size_t at = (static_cast<unsigned char>(given[i]) * 256U + static_cast<unsigned char>(given[i + 1])) % broken.size();
    broken[at] = given[i + 2];
  }
  look_up_all(repaired(broken));
  return 0;
}
