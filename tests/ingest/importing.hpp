#pragma once
/// Vocabularies made by hand, and what is told of them.

#include <string>
#include <string_view>
#include <vector>

#include "ingest/vocabulary/import.hpp"
#include "ingest/vocabulary/term_book.hpp"
#include "ontology/load.hpp"

namespace rxgraph::ingest::testing {

/// Keeps what is reported, as "<path>: <message>".
struct Told : DiagnosticSink {
  std::vector<std::string> lines;
  void report(Diagnostic diagnostic) override { lines.push_back(diagnostic.path + ": " + diagnostic.message); }
};

/// Imports `bytes` as "mine.txt"; what is told goes to `told`.
inline Imported import_text(std::string_view bytes, Told& told, const ImportOptions& options = {}) {
  return import_terms("mine.txt", bytes, options, core(), told);
}

/// The names of a term, each with a mark: "said", "+exact", "-related".
inline std::vector<std::string> names_of(const ListedTerm& term) {
  std::vector<std::string> names;
  for (const ListedName& name : term.names) names.push_back((name.said ? "" : name.exact ? "+" : "-") + name.text);
  return names;
}

/// A book of a list.
inline TermBook book_of(const TermList& list) { return {"mine.rxv", Bytes(compile_terms(list))}; }

/// A book of a file.
inline TermBook book_of_text(std::string_view bytes, const ImportOptions& options = {}) {
  Told told;
  return book_of(import_text(bytes, told, options).list);
}

}  // namespace rxgraph::ingest::testing
