#pragma once
/// What the readers of the formats share.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/vocabulary/import.hpp"

namespace rxgraph::ingest {

/// A file on its way into a list.
struct ImportReading {
  const std::string& path;
  std::string_view bytes;  ///< Without a byte-order mark.
  const std::string type;  ///< Of terms whose rows say none; empty where they must.
  const Ontology& ontology;
  DiagnosticSink& diagnostics;
  Imported& out;

  /// Tells what is wrong at `line` (from 1).
  void fault(std::size_t line, const std::string& message);
};

/// Longest name in bytes; what is longer is no name.
inline constexpr std::size_t longest_name = 500;

/// The lines of a text, without their ends, numbered from 1. A line that is no UTF-8 is told and passed over.
class ImportLines {
 public:
  explicit ImportLines(ImportReading& reading) : reading_(reading), rest_(reading.bytes) {}

  /// Goes on to the next line; false at the end.
  bool next();

  std::string_view text() const noexcept { return line_; }
  std::size_t number() const noexcept { return number_; }

 private:
  ImportReading& reading_;
  std::string_view rest_;
  std::string_view line_;
  std::size_t number_ = 0;
};

/// The fields of a line of tab-separated values. A field in double quotes has them taken off.
std::vector<std::string_view> tab_fields(std::string_view line);

/// The pieces of `text` between `mark`s, trimmed, without empty ones.
std::vector<std::string_view> pieces(std::string_view text, char mark);

/// A table whose first line names its columns. Rows of other widths are told and passed over; a row may be shorter by empty fields at its end.
class ImportTable {
 public:
  /// Reads the head. Its "#" in front does not count, nor does case.
  explicit ImportTable(ImportReading& reading);

  bool next();

  /// The field of the column `name` in the row at hand, trimmed; empty where there is no such column.
  std::string_view operator[](std::string_view name) const;

  bool has(std::string_view column) const { return columns_.contains(std::string(column)); }
  std::size_t line() const noexcept { return lines_.number(); }

 private:
  ImportReading& reading_;
  ImportLines lines_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::string_view> fields_;
};

/// Adds `name` to `term`, blanks made single; nothing where it is empty, too long or there already.
void add_name(ListedTerm& term, std::string_view name, bool exact, bool said, ListedName::Letters letters);

/// "MONDO:0007254" to ("mondo", "0007254"): letters and digits of the registry in lower case. An empty registry where it has no colon.
std::pair<std::string, std::string> registry_id(std::string_view id);

/// The first line of `bytes`.
std::string_view first_line(std::string_view bytes);

/// Words of `name` that are separated by blanks.
std::size_t word_count(std::string_view name);

/// For parties: the name without its legal form, as texts say it where it has two words or more. Added where it differs.
void add_party_names(TermList& list, const Ontology& ontology);

// The formats: each has a test of content and a reader.
bool is_obo(std::string_view bytes, const Ontology&);
void read_obo(ImportReading& reading);
bool is_hgnc(std::string_view bytes, const Ontology&);
void read_hgnc(ImportReading& reading);
bool is_gene_info(std::string_view bytes, const Ontology&);
void read_gene_info(ImportReading& reading);
bool is_gene_symbols(std::string_view bytes, const Ontology&);
void read_gene_symbols(ImportReading& reading);
bool is_tickers(std::string_view bytes, const Ontology&);
void read_tickers(ImportReading& reading);
bool is_inn(std::string_view bytes, const Ontology& ontology);
void read_inn(ImportReading& reading);
bool is_tsv(std::string_view bytes, const Ontology&);
void read_tsv(ImportReading& reading);

}  // namespace rxgraph::ingest
