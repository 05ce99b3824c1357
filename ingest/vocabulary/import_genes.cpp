/// Gene tables: HGNC's complete set (https://www.genenames.org/download/), NCBI's gene_info (its README on the gene FTP site).

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "ingest/read/lexis.hpp"
#include "ingest/vocabulary/importing.hpp"

namespace rxgraph::ingest {
namespace {

/// A symbol stands for its gene in a text where it has a digit; the others are too often words or abbreviations of something else.
void add_symbol(ListedTerm& term, std::string_view symbol, bool approved) {
  const bool digit = std::any_of(symbol.begin(), symbol.end(), is_digit);
  add_name(term, symbol, true, approved && digit, ListedName::Letters::same);
}

/// So does a name of several words.
void add_names(ListedTerm& term, std::string_view names, bool said) {
  for (std::string_view name : pieces(names, '|')) {
    if (name.size() > 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    if (name != "-") add_name(term, name, true, said && word_count(name) > 1, letters_of(name));
  }
}

void add_symbols(ListedTerm& term, std::string_view symbols) {
  for (const std::string_view symbol : pieces(symbols, '|')) {
    if (symbol != "-") add_symbol(term, symbol, false);
  }
}

void add_id(ListedTerm& term, std::string_view registry, std::string_view number) {
  if (!number.empty() && number != "-") term.ids.emplace_back(registry, number);
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

}  // namespace

bool is_hgnc(std::string_view bytes, const Ontology&) { return first_line(bytes).starts_with("hgnc_id\tsymbol\t"); }

void read_hgnc(ImportReading& reading) {
  ImportTable table(reading);
  while (table.next()) {
    const auto [registry, number] = registry_id(table["hgnc_id"]);
    if (registry != "hgnc" || !all_digits(number) || table["symbol"].empty()) {
      reading.fault(table.line(), "'" + std::string(table["hgnc_id"]) + "' with the symbol '" + std::string(table["symbol"]) + "' is no gene; the row is left out, an id is written HGNC:5");
      continue;
    }
    if (table.has("status") && table["status"] != "Approved") {
      ++reading.out.counts.passed_over;
      continue;
    }
    ListedTerm term;
    term.type = reading.type;
    add_id(term, registry, number);
    add_id(term, "ncbigene", table["entrez_id"]);
    add_symbol(term, table["symbol"], true);
    add_names(term, table["name"], true);
    add_symbols(term, table["alias_symbol"]);
    add_symbols(term, table["prev_symbol"]);
    add_names(term, table["alias_name"], true);
    add_names(term, table["prev_name"], true);
    reading.out.list.terms.push_back(std::move(term));
  }
}

bool is_gene_info(std::string_view bytes, const Ontology&) { return first_line(bytes).starts_with("#tax_id\tGeneID\tSymbol\t"); }

void read_gene_info(ImportReading& reading) {
  constexpr std::string_view human = "9606";
  ImportTable table(reading);
  while (table.next()) {
    if (table["tax_id"] != human) {
      ++reading.out.counts.passed_over;
      continue;
    }
    if (!all_digits(table["geneid"]) || table["symbol"].empty() || table["symbol"] == "-") {
      reading.fault(table.line(), "'" + std::string(table["geneid"]) + "' with the symbol '" + std::string(table["symbol"]) + "' is no gene; the row is left out");
      continue;
    }
    ListedTerm term;
    term.type = reading.type;
    add_id(term, "ncbigene", table["geneid"]);
    for (const std::string_view other : pieces(table["dbxrefs"], '|')) {
      if (other.starts_with("HGNC:HGNC:")) add_id(term, "hgnc", other.substr(10));
    }
    add_symbol(term, table["symbol"], true);
    const std::string_view full = table["full_name_from_nomenclature_authority"];
    add_names(term, full.empty() || full == "-" ? table["description"] : full, true);
    add_symbols(term, table["synonyms"]);
    add_names(term, table["other_designations"], false);
    reading.out.list.terms.push_back(std::move(term));
  }
}

bool is_gene_symbols(std::string_view bytes, const Ontology&) { return trimmed(first_line(bytes)) == "GeneID\ttype\tsymbol"; }

void read_gene_symbols(ImportReading& reading) {
  ImportTable table(reading);
  std::vector<ListedTerm>& terms = reading.out.list.terms;
  boost::unordered_flat_map<std::string, std::size_t> by_id;
  while (table.next()) {
    const std::string id(table["geneid"]);
    const bool approved = table["type"] == "symbol";
    if (!all_digits(id) || table["symbol"].empty() || (!approved && table["type"] != "synonym")) {
      reading.fault(table.line(), "'" + id + "', '" + std::string(table["type"]) + "' is no symbol or synonym of a gene; the row is left out");
      continue;
    }
    const auto [place, is_new] = by_id.try_emplace(id, terms.size());
    if (is_new) {
      terms.emplace_back().type = reading.type;
      add_id(terms.back(), "ncbigene", id);
    }
    ListedTerm& term = terms[place->second];
    add_symbol(term, table["symbol"], approved);
    if (approved) std::stable_partition(term.names.begin(), term.names.end(), [&](const ListedName& name) { return name.text == table["symbol"]; });
  }
}

}  // namespace rxgraph::ingest
