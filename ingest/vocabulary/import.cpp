#include "ingest/vocabulary/import.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/error.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"
#include "ingest/read/lexis.hpp"
#include "ingest/vocabulary/importing.hpp"
#include "ingest/vocabulary/name_keys.hpp"

namespace rxgraph::ingest {
namespace {

constexpr std::uint64_t told_faults = 20;

constexpr std::array formats = {
    ImportFormat{"obo", "An ontology in OBO: MONDO, Disease Ontology, NCI Thesaurus", "diseases", is_obo, read_obo},
    ImportFormat{"hgnc", "HGNC's complete set of human genes, tab-separated", "targets", is_hgnc, read_hgnc},
    ImportFormat{"gene_info", "NCBI's gene_info, tab-separated; human genes of it", "targets", is_gene_info, read_gene_info},
    ImportFormat{"gene_symbols", "Gene symbols in three columns: GeneID, type, symbol", "targets", is_gene_symbols, read_gene_symbols},
    ImportFormat{"tickers", "EDGAR's company_tickers.json", "companies", is_tickers, read_tickers},
    ImportFormat{"inn", "A list of nonproprietary names, one a line, with its number behind a tab where it has one", "inn_stems", is_inn, read_inn},
    ImportFormat{"tsv", "Your own table: columns name, type, id, synonyms, broader, said", "", is_tsv, read_tsv},
};

const ImportFormat& format_of(const std::string& path, std::string_view bytes, const ImportOptions& options, const Ontology& ontology) {
  std::vector<std::string> names;
  for (const ImportFormat& format : formats) {
    if (format.name == options.format) return format;
    names.emplace_back(format.name);
  }
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) all += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  if (!options.format.empty()) throw UnknownName("'" + options.format + "' is none of " + all + did_you_mean(options.format, names));
  for (const ImportFormat& format : formats) {
    if (format.is(bytes, ontology)) return format;
  }
  throw InputError(path, "is no vocabulary that is known by its content; say which with --format " + all);
}

std::string type_of(const ImportFormat& format, const ImportOptions& options, const Ontology& ontology) {
  if (!options.type.empty()) {
    if (ontology.type(options.type) != nullptr) return options.type;
    std::vector<std::string> names;
    for (const EntityType& type : ontology.types) names.push_back(type.name);
    throw UnknownName("unknown type '" + options.type + "'" + did_you_mean(options.type, names));
  }
  const Vocabulary* const like = format.vocabulary.empty() ? nullptr : ontology.vocabulary(format.vocabulary);
  return like == nullptr ? std::string() : like->type;
}

bool is_party(const Ontology& ontology, const std::string& type) {
  return std::any_of(ontology.vocabularies.begin(), ontology.vocabularies.end(), [&](const Vocabulary& vocabulary) {
    return vocabulary.kind == "legal_forms" && !vocabulary.type.empty() && ontology.is_a(type, vocabulary.type);
  });
}

/// `name` without the legal forms at its end; empty where nothing would be left.
std::string_view without_legal_form(std::string_view name, NameKeys& keys) {
  keys.read(name);
  std::size_t left = keys.tokens().size();
  while (left > 0) {
    const Token& token = keys.tokens()[left - 1];
    std::string word = fold(keys.text(token));
    std::erase(word, '.');
    const bool mark = token.kind == Token::Kind::mark && word != ")";
    if (!mark && !is_legal_form(word)) break;
    --left;
  }
  return left == 0 ? std::string_view() : name.substr(0, keys.tokens()[left - 1].text.end);
}

}  // namespace

std::span<const ImportFormat> import_formats() noexcept { return formats; }

void ImportReading::fault(std::size_t line, const std::string& message) {
  if (++out.counts.faults > told_faults) return;
  diagnostics.report({Diagnostic::Severity::warning, path + ":" + std::to_string(line), 0, 0, message});
}

bool ImportLines::next() {
  while (!rest_.empty()) {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    line_ = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++number_;
    if (!line_.empty() && line_.back() == '\r') line_.remove_suffix(1);
    if (is_utf8(line_) && line_.find('\0') == std::string_view::npos) return true;
    reading_.fault(number_, "the line is no text in UTF-8 and is left out; convert the file with 'iconv -t UTF-8'");
  }
  return false;
}

std::vector<std::string_view> tab_fields(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    std::string_view field = trimmed(line.substr(0, tab));
    if (field.size() >= 2 && field.front() == '"' && field.back() == '"') field = trimmed(field.substr(1, field.size() - 2));
    fields.push_back(field);
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::vector<std::string_view> pieces(std::string_view text, char mark) {
  std::vector<std::string_view> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view piece = trimmed(text.substr(0, end));
    if (!piece.empty()) all.push_back(piece);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

ImportTable::ImportTable(ImportReading& reading) : reading_(reading), lines_(reading) {
  if (!lines_.next()) return;
  std::string_view head = lines_.text();
  if (head.starts_with('#')) head.remove_prefix(1);
  for (const std::string_view name : tab_fields(head)) columns_.try_emplace(fold(name), columns_.size());
}

bool ImportTable::next() {
  while (lines_.next()) {
    if (trimmed(lines_.text()).empty() || lines_.text().starts_with('#')) continue;
    fields_ = tab_fields(lines_.text());
    if (fields_.size() <= columns_.size()) return true;
    reading_.fault(lines_.number(), "the row has " + std::to_string(fields_.size()) + " fields, the head " + std::to_string(columns_.size()) +
                                        "; it is left out, look for tabs within a field");
  }
  return false;
}

std::string_view ImportTable::operator[](std::string_view name) const {
  const auto column = columns_.find(name);
  return column == columns_.end() || column->second >= fields_.size() ? std::string_view() : fields_[column->second];
}

void add_name(ListedTerm& term, std::string_view name, bool exact, bool said, ListedName::Letters letters) {
  std::string text;
  for (const char c : trimmed(name)) {
    const bool blank = is_blank(c);
    if (!blank || text.back() != ' ') text.push_back(blank ? ' ' : c);
  }
  if (text.empty() || text.size() > longest_name) return;
  const auto same = std::find_if(term.names.begin(), term.names.end(), [&](const ListedName& known) { return known.text == text; });
  if (same == term.names.end()) term.names.push_back({std::move(text), exact, said, letters});
}

std::pair<std::string, std::string> registry_id(std::string_view id) {
  const std::size_t colon = id.find(':');
  if (colon == std::string_view::npos) return {"", std::string(trimmed(id))};
  std::string registry;
  for (const char c : id.substr(0, colon)) {
    if (is_letter(c) || is_digit(c)) registry.push_back(lower(c));
  }
  return {registry, std::string(trimmed(id.substr(colon + 1)))};
}

std::string_view first_line(std::string_view bytes) { return bytes.substr(0, bytes.find('\n')); }

std::size_t word_count(std::string_view name) { return pieces(name, ' ').size(); }

void add_party_names(TermList& list, const Ontology& ontology) {
  NameKeys keys;
  for (ListedTerm& term : list.terms) {
    if (!is_party(ontology, term.type)) continue;
    const std::vector<ListedName> names = term.names;
    for (const ListedName& name : names) {
      const std::string_view bare = without_legal_form(name.text, keys);
      if (!bare.empty() && name.exact) add_name(term, bare, true, word_count(bare) > 1, ListedName::Letters::every);
    }
  }
}

Imported import_terms(const std::string& path, std::string_view bytes, const ImportOptions& options, const Ontology& ontology, DiagnosticSink& diagnostics) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  const ImportFormat& format = format_of(path, bytes, options, ontology);
  Imported imported;
  imported.list.source = std::filesystem::path(path).filename().string();
  imported.list.format = format.name;
  ImportReading reading{path, bytes, type_of(format, options, ontology), ontology, diagnostics, imported};
  format.read(reading);
  if (imported.counts.faults > told_faults) {
    diagnostics.report({Diagnostic::Severity::warning, path, 0, 0, std::to_string(imported.counts.faults - told_faults) + " more rows are left out like these"});
  }
  std::erase_if(imported.list.terms, [](const ListedTerm& term) { return term.names.empty(); });
  if (imported.list.terms.empty()) throw InputError(path, "names nothing as " + std::string(format.name) + "; is it another format? say which with --format");
  add_party_names(imported.list, ontology);
  settle_said(imported.list);
  return imported;
}

}  // namespace rxgraph::ingest
