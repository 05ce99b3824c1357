#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "base/date.hpp"
#include "base/names.hpp"
#include "cli/table.hpp"
#include "ingest/vocabulary/import.hpp"
#include "ontology/load.hpp"

namespace rxgraph::cli {
namespace {

std::string quoted(std::string_view value) { return "'" + std::string(value) + "'"; }

template <typename Number>
Number number_of(const std::string& value, Number low, Number high, const char* wanted) {
  Number number{};
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || !(number >= low && number <= high)) {
    throw UsageError(quoted(value) + " is no " + wanted);
  }
  return number;
}

const std::string& date_of(const std::string& value) {
  if (!is_partial_date(value)) throw UsageError(quoted(value) + " is no date; write 2007, 2007-07 or 2007-07-31");
  return value;
}

/// The index of `value` in `choices`.
std::size_t choice_of(const std::string& value, const std::vector<std::string>& choices) {
  std::string all;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i] == value) return i;
    all += (i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ") + choices[i];
  }
  throw UsageError(quoted(value) + " is none of " + all + did_you_mean(value, choices));
}

// Values in the order of the enumerations that they name.
std::vector<std::string> modality_choices() { return {"asserted", "planned", "possible", "terminated"}; }
std::vector<std::string> evidence_choices() { return {"none", "first", "all"}; }
std::vector<std::string> color_choices() { return {"auto", "always", "never"}; }
std::vector<std::string> view_choices() { return {"documents", "sections", "blocks", "tables", "sentences"}; }

std::vector<std::string> export_choices() {
  std::vector<std::string> names;
  for (const exporting::Format& format : exporting::formats()) names.emplace_back(format.name);
  return names;
}

/// Formats of what is imported, then those of tables.
std::vector<std::string> import_choices() {
  std::vector<std::string> names;
  for (const ingest::ImportFormat& format : ingest::import_formats()) names.emplace_back(format.name);
  for (const std::string& name : table_layout_names()) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::vector<std::string> relation_choices() {
  std::vector<std::string> names;
  for (const Relation& relation : core().relations) names.push_back(relation.name);
  return names;
}

std::vector<std::string> type_choices() {
  std::vector<std::string> names;
  for (const EntityType& type : core().types) names.push_back(type.name);
  return names;
}

void set_modality(Options& options, const std::string& value) {
  options.selection.modalities.push_back(static_cast<Modality>(choice_of(value, modality_choices())));
}

void set_evidence(Options& options, const std::string& value) {
  options.exporting.evidence = static_cast<exporting::EvidenceChoice>(choice_of(value, evidence_choices()));
}

void set_color(Options& options, const std::string& value) { options.color = static_cast<ColorChoice>(choice_of(value, color_choices())); }

void set_table_format(Options& options, const std::string& value) {
  table_layout_named(value);
  options.format = value;
}

void set_export_format(Options& options, const std::string& value) {
  try {
    exporting::format_named(value);
  } catch (const std::runtime_error& unknown) {
    throw UsageError(unknown.what());
  }
  options.format = value;
}

/// Told by the verb itself: what it may be depends on its first word.
void set_import_format(Options& options, const std::string& value) { options.format = value; }

void set_threads(Options& options, const std::string& value) {
  options.threads = number_of(value, 1U, 1024U, "number of threads from 1 to 1024");
}

void set_limit(Options& options, const std::string& value) {
  options.limit = number_of<std::size_t>(value, 1, SIZE_MAX, "number of rows, which is 1 or more");
}

void set_hops(Options& options, const std::string& value) {
  options.selection.hops = number_of(value, 0U, 1000U, "number of steps from 0 to 1000");
}

void set_base_iri(Options& options, const std::string& value) {
  const std::size_t scheme = value.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
  if (scheme == 0 || scheme == std::string::npos || value[scheme] != ':' || scheme + 1 == value.size()) {
    throw UsageError("'" + value + "' is no IRI that is whole; write one such as https://example.org/kg/");
  }
  options.exporting.base_iri = value;
}

void set_confidence(Options& options, const std::string& value) {
  options.selection.min_confidence = number_of(value, 0.0, 1.0, "confidence from 0 to 1");
}

void set_view(Options& options, const std::string& value) {
  choice_of(value, view_choices());
  options.view = value;
}

constexpr std::array rows = {
    OptionRow{"--output", "-o", "PATH", "Where to write; - is standard output", [](Options& o, const std::string& v) { o.output = v; }},
    OptionRow{"--files-from", "", "LIST", "Read also the files that LIST names, one a line; - is standard input", [](Options& o, const std::string& v) { o.lists.push_back(v); }},
    OptionRow{"--graph", "-g", "FILE", "The graph to ask; without it $RXGRAPH, else pipeline.rxg", [](Options& o, const std::string& v) { o.graph = v; }},
    OptionRow{"--ontology", "", "FILE", "Add this ontology on top of the core; may be repeated", [](Options& o, const std::string& v) { o.ontologies.push_back(v); }},
    OptionRow{"--vocabulary", "", "FILE", "Know the names of this vocabulary too, made by 'rxgraph vocabulary import'; may be repeated", [](Options& o, const std::string& v) { o.vocabularies.push_back(v); }},
    OptionRow{"--as", "", "TYPE", "Entity type of what is named; without it, what such a file is about", [](Options& o, const std::string& v) { o.type = v; }, type_choices},
    OptionRow{"--ontology", "", "", "The ontology itself as OWL and SKOS, instead of the graph", [](Options& o, const std::string&) { o.exporting.content = exporting::Content::ontology; }, nullptr, "export"},
    OptionRow{"--shapes", "", "", "SHACL shapes to which its graphs conform, instead of the graph", [](Options& o, const std::string&) { o.exporting.content = exporting::Content::shapes; }},
    OptionRow{"--decisions", "", "FILE", "Who is who, where you know better: lines of 'same' and 'different'; may be repeated", [](Options& o, const std::string& v) { o.decisions.push_back(v); }},
    OptionRow{"--format", "", "FORMAT", "table, json, jsonl, csv, tsv or md", set_table_format, table_layout_names},
    OptionRow{"--format", "", "FORMAT", "Format to write; without it, the ending of -o chooses", set_export_format, export_choices, "export"},
    OptionRow{"--format", "", "FORMAT", "import: obo, hgnc, gene_info, gene_symbols, tickers, inn or tsv, where the content does not tell; else as of tables", set_import_format, import_choices, "vocabulary"},
    OptionRow{"--as-of", "", "DATE", "What filings up to that day say", [](Options& o, const std::string& v) { o.selection.as_of = last_day(date_of(v)); }},
    OptionRow{"--since", "", "DATE", "What filings from that day on say", [](Options& o, const std::string& v) { o.selection.since = first_day(date_of(v)); }},
    OptionRow{"--min-confidence", "", "X", "Only facts at least as sure as X, from 0 to 1", set_confidence},
    OptionRow{"--relation", "", "NAME", "Only this relation; may be repeated", [](Options& o, const std::string& v) { o.selection.relations.push_back(v); }, relation_choices},
    OptionRow{"--type", "", "NAME", "Only things of this type; may be repeated", [](Options& o, const std::string& v) { o.selection.types.push_back(v); }, type_choices},
    OptionRow{"--modality", "", "NAME", "Only what is asserted, planned, possible or terminated; may be repeated", set_modality, modality_choices},
    OptionRow{"--from", "", "NAME", "Only what is near this thing", [](Options& o, const std::string& v) { o.selection.from = v; }},
    OptionRow{"--hops", "", "N", "How near: steps from --from; 1 where it is not given", set_hops},
    OptionRow{"--evidence", "", "WHICH", "Passages that travel with each fact: none, first or all", set_evidence, evidence_choices},
    OptionRow{"--base-iri", "", "IRI", "Where RDF names begin; without it, where the ontology says", set_base_iri},
    OptionRow{"--database", "", "NAME", "Database of the server; without it $NEO4J_DATABASE, else neo4j", [](Options& o, const std::string& v) { o.database = v; }},
    OptionRow{"--name", "", "NAME", "Name under which it is put there; without it, that of the graph's file", [](Options& o, const std::string& v) { o.name = v; }},
    OptionRow{"--view", "", "LAYER", "One layer alone: documents, sections, blocks, tables (drawn) or sentences", set_view, view_choices},
    OptionRow{"--rules", "", "", "How many filings each rule found something in", [](Options& o, const std::string&) { o.rules = true; }},
    OptionRow{"--report", "", "", "What became of every byte: text, markup, furniture, hidden, payload or unreadable", [](Options& o, const std::string&) { o.report = true; }},
    OptionRow{"--html", "", "", "A page for a browser; -o says where", [](Options& o, const std::string&) { o.html = true; }},
    OptionRow{"--limit", "", "N", "At most N rows", set_limit},
    OptionRow{"--sort", "", "KEY", "Sort by this column; -KEY turns the order round", [](Options& o, const std::string& v) { o.sort = v; }},
    OptionRow{"--no-header", "", "", "Leave the column names out", [](Options& o, const std::string&) { o.no_header = true; }},
    OptionRow{"--threads", "-j", "N", "Threads to extract with; without it, one a core", set_threads},
    OptionRow{"--color", "", "WHEN", "auto, always or never", set_color, color_choices},
    OptionRow{"--quiet", "-q", "", "Only errors", [](Options& o, const std::string&) { o.quiet = true; }},
    OptionRow{"--verbose", "-v", "", "Every note as well: what was passed over, and why", [](Options& o, const std::string&) { o.verbose = true; }},
};

}  // namespace

std::span<const OptionRow> option_rows() noexcept { return rows; }

const OptionRow& option_row(std::string_view name, std::string_view verb) {
  for (const std::string_view meant : {verb, std::string_view()}) {
    for (const OptionRow& row : rows) {
      if (row.name == name && row.verb == meant) return row;
    }
  }
  throw std::logic_error("no option " + std::string(name));
}

}  // namespace rxgraph::cli
