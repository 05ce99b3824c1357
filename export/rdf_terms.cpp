#include "export/rdf_terms.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/date.hpp"
#include "base/utf8.hpp"
#include "export/append.hpp"
#include "export/escape.hpp"
#include "export/shape.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::string_view integer_type = "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
constexpr std::string_view decimal_type = "\"^^<http://www.w3.org/2001/XMLSchema#decimal>";
constexpr std::string_view boolean_type = "\"^^<http://www.w3.org/2001/XMLSchema#boolean>";

constexpr char upper_digits[] = "0123456789ABCDEF";
constexpr PlainBytes plain_literal = plain_without("\"\\");
constexpr PlainBytes plain_iri = plain_without(" <>\"{}|^\\`");

void append_escape(std::string& out, char32_t code) {
  switch (code) {
    case '\b': out += "\\b"; return;
    case '\t': out += "\\t"; return;
    case '\n': out += "\\n"; return;
    case '\f': out += "\\f"; return;
    case '\r': out += "\\r"; return;
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case 0x7F: out += "\\u007F"; return;
    default: append_utf8(out, 0xFFFD);
  }
}

void append_typed(std::string& out, std::string_view digits, std::string_view type) {
  out.push_back('"');
  out += digits;
  out += type;
}

/// Registries whose ids have an IRI. The bases are those of the Biolink prefix map where it has one.
struct Registry {
  std::string_view name;
  std::string_view predicate;
  std::string_view base;
};
constexpr std::string_view exact_match = "<http://www.w3.org/2004/02/skos/core#exactMatch>";
constexpr std::string_view close_match = "<http://www.w3.org/2004/02/skos/core#closeMatch>";
constexpr std::string_view see_also = "<http://www.w3.org/2000/01/rdf-schema#seeAlso>";
constexpr std::array registries = {
    Registry{"chembl", exact_match, "http://identifiers.org/chembl.compound/"},
    Registry{"cik", see_also, "https://www.sec.gov/cgi-bin/browse-edgar?CIK="},
    Registry{"doid", exact_match, "http://purl.obolibrary.org/obo/DOID_"},
    Registry{"drugbank", exact_match, "http://identifiers.org/drugbank/"},
    Registry{"hgnc", exact_match, "http://identifiers.org/hgnc/"},
    Registry{"mesh", exact_match, "http://id.nlm.nih.gov/mesh/"},
    Registry{"mondo", exact_match, "http://purl.obolibrary.org/obo/MONDO_"},
    Registry{"ncbigene", exact_match, "http://identifiers.org/ncbigene/"},
    Registry{"ncit", close_match, "http://purl.obolibrary.org/obo/NCIT_"},
    Registry{"nct", see_also, "https://clinicaltrials.gov/study/"},
    Registry{"unii", exact_match, "http://identifiers.org/unii/"},
    Registry{"uniprot", exact_match, "http://purl.uniprot.org/uniprot/"},
};

}  // namespace

void append_iri_text(std::string& out, std::string_view text) {
  append_escaped(out, text, plain_iri, [](std::string& to, const CodePoint& point, std::size_t) -> std::size_t {
    if (!point.valid) {
      append_utf8(to, 0xFFFD);
    } else if (point.code < 0x80) {
      to.push_back('%');
      to.push_back(upper_digits[point.code >> 4U]);
      to.push_back(upper_digits[point.code & 15U]);
    } else {
      return 0;
    }
    return point.size;
  });
}

std::string iri(std::string_view text) {
  std::string out = "<";
  append_iri_text(out, text);
  out.push_back('>');
  return out;
}

void append_literal(std::string& out, std::string_view text) {
  out.push_back('"');
  append_escaped(out, text, plain_literal, [](std::string& to, const CodePoint& point, std::size_t) -> std::size_t {
    if (point.valid && point.code >= 0x80 && point.code != 0xFFFE && point.code != 0xFFFF) return 0;
    append_escape(to, point.valid ? point.code : char32_t{0});
    return point.size;
  });
  out.push_back('"');
}

void append_integer(std::string& out, std::uint64_t number) {
  out.push_back('"');
  append_number(out, number);
  out += integer_type;
}

void append_decimal(std::string& out, double number) {
  char digits[1100];  // the smallest double has 1,077 characters in this notation
  const char* const end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed).ptr;
  std::string_view text(digits, static_cast<std::size_t>(end - digits));
  if (text == "-0") text = "0";
  out.push_back('"');
  out += text;
  if (text.find('.') == std::string_view::npos) out += ".0";
  out += decimal_type;
}

void append_amount(std::string& out, double number) {
  if (!is_whole(number)) {
    append_decimal(out, number);
    return;
  }
  out.push_back('"');
  append_number(out, static_cast<std::int64_t>(number));
  out += integer_type;
}

void append_date(std::string& out, std::string_view date) {
  if (!is_partial_date(date)) {
    append_literal(out, date);
    return;
  }
  const std::string_view type = date.size() == 4 ? "gYear" : date.size() == 7 ? "gYearMonth" : "date";
  append_all(out, "\"", date, "\"^^<http://www.w3.org/2001/XMLSchema#", type, ">");
}

bool append_value(std::string& out, const Value& value, ValueType type) {
  if (const auto* const text = std::get_if<std::string>(&value)) {
    if (type == ValueType::date) {
      append_date(out, *text);
    } else {
      append_literal(out, *text);
    }
  } else if (const auto* const number = std::get_if<double>(&value)) {
    if (!std::isfinite(*number)) return false;
    append_amount(out, *number);
  } else {
    append_typed(out, std::get<bool>(value) ? "true" : "false", boolean_type);
  }
  return true;
}

IriScheme::IriScheme(const Ontology& ontology, std::string_view base) : ontology_base_(ontology.base_iri) {
  const auto ended = [](std::string text) {
    if (!text.ends_with('/') && !text.ends_with('#')) text.push_back('/');
    return text;
  };
  ontology_base_ = ended(ontology_base_.empty() ? "urn:rxgraph:" : ontology_base_);
  std::string own = "<";
  append_iri_text(own, base.empty() ? ontology_base_ : ended(std::string(base)));
  things = own + "thing/";
  statements = own + "statement/";
  filings = own + "filing/";
  terms = "<";
  append_iri_text(terms, ontology_base_);
  terms += "meta/";
}

std::string IriScheme::term(std::string_view name) const { return terms + std::string(name) + ">"; }

std::string IriScheme::qualifier(std::string_view name) const { return iri(ontology_base_ + "qualifier/" + std::string(name)); }

std::string IriScheme::registry(std::string_view name) const { return iri(ontology_base_ + "registry/" + std::string(name)); }

std::string IriScheme::type(const Ontology& ontology, const std::string& name) const {
  const EntityType* const declared = ontology.type(name);
  return iri(declared == nullptr || declared->iri.empty() ? ontology_base_ + name : declared->iri);
}

std::string IriScheme::relation(const Ontology& ontology, const std::string& name) const {
  const Relation* const declared = ontology.relation(name);
  return iri(declared == nullptr || declared->iri.empty() ? ontology_base_ + name : declared->iri);
}

std::vector<Prefix> prefixes_of(const Ontology& ontology, const ExportOptions& options) {
  const IriScheme scheme(ontology, options.base_iri);
  std::vector<Prefix> prefixes = {{"dcterms", "http://purl.org/dc/terms/"},
                                  {"oa", "http://www.w3.org/ns/oa#"},
                                  {"prov", "http://www.w3.org/ns/prov#"},
                                  {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                                  {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
                                  {"skos", "http://www.w3.org/2004/02/skos/core#"},
                                  {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
  const auto add = [&prefixes](std::string name, std::string_view opened) { prefixes.push_back({std::move(name), std::string(opened.substr(1))}); };
  add("statement", scheme.statements);
  add("filing", scheme.filings);
  add("meta", scheme.terms);
  for (const auto& [name, end] : {std::pair("qualifier", scheme.qualifier("")), std::pair("registry", scheme.registry(""))}) {
    add(name, std::string_view(end).substr(0, end.size() - 1));
  }
  add("rx", std::string_view(scheme.terms).substr(0, scheme.terms.size() - std::string_view("meta/").size()));
  if (options.content == Content::graph) return prefixes;
  prefixes.push_back({"owl", "http://www.w3.org/2002/07/owl#"});
  prefixes.push_back({"sh", "http://www.w3.org/ns/shacl#"});
  for (const auto& [name, base] : ontology.prefixes) {
    const auto has_name = [&known = name](const Prefix& prefix) { return prefix.name == known; };
    if (std::none_of(prefixes.begin(), prefixes.end(), has_name)) prefixes.push_back({name, base});
  }
  return prefixes;
}

std::string shortened(std::string_view iri, std::span<const Prefix> prefixes) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
  for (const Prefix& prefix : prefixes) {
    if (!iri.starts_with(prefix.iri)) continue;
    const std::string_view local = iri.substr(prefix.iri.size());
    if (local.empty() || !std::all_of(local.begin(), local.end(), plain)) return {};
    return prefix.name + ":" + std::string(local);
  }
  return {};
}

OutsideLink outside_link(std::string_view registry, std::string_view id) {
  const auto found = std::find_if(registries.begin(), registries.end(), [&](const Registry& known) { return known.name == registry; });
  if (found == registries.end() || id.empty()) return {};
  const std::size_t colon = id.find(':');  // "HGNC:3430" is the id 3430 of HGNC
  const std::string_view local = colon == std::string_view::npos ? id : id.substr(colon + 1);
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-'; };
  if (local.empty() || !std::all_of(local.begin(), local.end(), is_plain)) return {};
  return {found->predicate, iri(std::string(found->base) + std::string(local))};
}

std::string edgar_address(std::string_view accession, std::string_view cik) {
  const std::size_t digits = cik.find_first_not_of('0');
  if (accession.empty() || digits == std::string_view::npos) return {};
  std::string plain(accession);
  std::erase(plain, '-');
  const std::string folder = "https://www.sec.gov/Archives/edgar/data/" + std::string(cik.substr(digits)) + "/" + plain;
  return iri(folder + "/" + std::string(accession) + "-index.htm");
}

}  // namespace rxgraph::exporting
