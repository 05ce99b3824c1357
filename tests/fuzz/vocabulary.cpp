/// Files of names, in every format: they are imported, what is wrong is told, and what comes of it is compiled, loaded and found again.

#include <stdexcept>

#include "base/error.hpp"
#include "ingest/vocabulary/import.hpp"
#include "ingest/vocabulary/name_keys.hpp"
#include "ingest/vocabulary/term_book.hpp"
#include "ontology/load.hpp"
#include "tests/fuzz/target.hpp"

using namespace rxgraph;

namespace {

void require_found(const ingest::TermList& list) {
  const ingest::TermBook book("mine.rxv", Bytes(ingest::compile_terms(list)));
  fuzz::require(book.list() == list, "what is compiled is what is loaded");
  ingest::NameKeys keys;
  for (const ingest::ListedTerm& term : list.terms) {
    for (const ingest::ListedName& name : term.names) {
      if (!name.said) continue;
      keys.read(name.text);
      fuzz::require(book.by_phrase(keys.phrase()).count > 0, "a said name is found");
      fuzz::require((book.lengths(keys.tokens()[0].key) >> (keys.tokens().size() - 1) & 1) == 1, "its first word tells its length");
    }
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  fuzz::Quiet quiet;
  for (const ingest::ImportFormat& format : ingest::import_formats()) {
    for (const char* const type : {"", "Indication", "Company"}) {
      try {
        require_found(ingest::import_terms("mine.txt", bytes, {std::string(format.name), type}, core(), quiet).list);
      } catch (const InputError&) {
      }
    }
  }
  try {
    ingest::import_terms("mine.txt", bytes, {}, core(), quiet);
  } catch (const InputError&) {
  }
  return 0;
}
