#pragma once
/// RDF terms in the canonical form of N-Triples, and the IRIs that rxgraph gives.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/values.hpp"
#include "export/format.hpp"
#include "ontology/model.hpp"

namespace rxgraph::exporting {

/// Appends `text` with what no IRI may hold percent-encoded. Invalid UTF-8 becomes U+FFFD.
void append_iri_text(std::string& out, std::string_view text);

/// `<iri>`, encoded likewise.
std::string iri(std::string_view text);

/// Appends `text` as a literal of type xsd:string. Characters that XML has no form for, which RDF/XML and SPARQL results
/// would trip over, become U+FFFD.
void append_literal(std::string& out, std::string_view text);

/// Appends a whole number as xsd:integer.
void append_integer(std::string& out, std::uint64_t number);

/// Appends a finite number: xsd:integer where it is whole and below 2^53, else xsd:decimal.
void append_amount(std::string& out, double number);

/// Appends a finite number as xsd:decimal.
void append_decimal(std::string& out, double number);

/// Appends a date as xsd:date, xsd:gYearMonth or xsd:gYear; as a plain literal where it is none.
void append_date(std::string& out, std::string_view date);

/// Appends the value of a qualifier that is declared as `type`. Returns false, and appends nothing, where RDF has no form for it.
bool append_value(std::string& out, const Value& value, ValueType type);

/// Where the things of an export have their IRIs. All are `<base>` and a path; see docs/formats.md.
struct IriScheme {
  /// `base` for things, statements and filings; terms stay with the ontology. A '/' is added to a base that ends
  /// with neither '/' nor '#'.
  IriScheme(const Ontology& ontology, std::string_view base);

  std::string things;      ///< "<base>thing/" with the leading '<', as are the next two.
  std::string statements;
  std::string filings;
  std::string terms;       ///< Base of the terms of rxgraph itself: "<ontology's base>meta/", with the leading '<'.

  /// `<ontology's base>meta/name>`.
  std::string term(std::string_view name) const;
  /// `<ontology's base>qualifier/name>`, likewise "registry".
  std::string qualifier(std::string_view name) const;
  std::string registry(std::string_view name) const;
  /// The IRI of a declared type or relation, else one made of its name.
  std::string type(const Ontology& ontology, const std::string& name) const;
  std::string relation(const Ontology& ontology, const std::string& name) const;

 private:
  std::string ontology_base_;
};

/// A short name for the beginning of IRIs.
struct Prefix {
  std::string name;
  std::string iri;
};

/// The prefixes of docs/formats.md for what `options` choose of a graph of `ontology`. What lies below another comes before it.
std::vector<Prefix> prefixes_of(const Ontology& ontology, const ExportOptions& options);

/// `iri` (without angle brackets) as prefix and local name, "rx:targets", where the first of `prefixes` that it begins with
/// leaves a local name of letters, digits and '_'; else empty.
std::string shortened(std::string_view iri, std::span<const Prefix> prefixes);

/// What an id of a registry stands for elsewhere: a predicate and an IRI, both in angle brackets; empty where the registry is not known,
/// and where the id holds anything but letters, digits, '_', '.' and '-', as no id of those registries does.
struct OutsideLink {
  std::string_view predicate;
  std::string object;
};
OutsideLink outside_link(std::string_view registry, std::string_view id);

/// The address of a filing's index at EDGAR; empty without accession or CIK.
std::string edgar_address(std::string_view accession, std::string_view cik);

}  // namespace rxgraph::exporting
