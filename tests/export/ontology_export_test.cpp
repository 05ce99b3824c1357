#include <doctest/doctest.h>

#include <algorithm>

#include "tests/export/graphs.hpp"
#include "tests/export/rdf_reading.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

const std::string rx = "https://example.org/rx/";
const std::string owl = "http://www.w3.org/2002/07/owl#";
const std::string rdfs = "http://www.w3.org/2000/01/rdf-schema#";
const std::string skos = "http://www.w3.org/2004/02/skos/core#";
const std::string sh = "http://www.w3.org/ns/shacl#";
const std::string type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// An ontology with one of everything that is exported.
VectorView declared_view() {
  VectorView view = small_view();
  Ontology& ontology = view.terms;
  ontology.version = "3";
  ontology.prefixes = {{"x", "https://x.example/"}, {"odd", "https://x.example/odd_"}, {"rx", "https://elsewhere.example/"}};
  ontology.types[1].description = "A \"drug\".";
  ontology.types[1].mappings.close = {"x:Drug", "odd:1"};
  Relation& pays = ontology.relations[1];
  pays.subject_types = {"Company"};
  pays.object_types = {"Company", "Compound"};
  pays.inverse = "paid_by";
  pays.mappings.broad = {"https://y.example/relates"};
  QualifierType& kind = pays.qualifiers.emplace_back();
  kind.name = "kind";
  kind.type = ValueType::closed;
  kind.values = {"upfront", "milestone"};
  ontology.relations[0].symmetric = true;
  Vocabulary names{"compounds", "names", "Compound", "any list", {{"ACM-1", {"acmezumab", "ACM-1"}, {{"unii", "ABC123"}}, {}}}};
  Vocabulary verbs{"verbs", "verbs", "", "any grammar", {{"pay", {"paid"}, {}, {}}}};
  ontology.vocabularies = {names, verbs};
  return view;
}

std::set<ReadStatement> statements_of(const VectorView& view, Content content, std::string_view format, SerdSyntax syntax) {
  return read_rdf(exported(view, format, {EvidenceChoice::all, "", content}), syntax);
}

bool says(const std::set<ReadStatement>& all, const std::string& subject, const std::string& predicate, const std::string& object) {
  return std::any_of(all.begin(), all.end(), [&](const ReadStatement& one) { return one.subject == subject && one.predicate == predicate && one.object == object; });
}

}  // namespace

TEST_CASE("the ontology is OWL: classes, properties, domains and ranges, inverses, symmetry") {
  const auto all = statements_of(declared_view(), Content::ontology, "ntriples", SERD_NTRIPLES);
  CHECK(says(all, rx, type, owl + "Ontology"));
  CHECK(says(all, rx, owl + "versionInfo", "3"));
  CHECK(says(all, rx + "Conjugate", type, owl + "Class"));
  CHECK(says(all, rx + "Conjugate", rdfs + "subClassOf", rx + "Compound"));
  CHECK(says(all, rx + "Compound", skos + "definition", "A \"drug\"."));
  CHECK(says(all, rx + "pays", type, owl + "ObjectProperty"));
  CHECK(says(all, rx + "pays", rdfs + "domain", rx + "Company"));
  CHECK(says(all, rx + "paid_by", owl + "inverseOf", rx + "pays"));
  CHECK(says(all, rx + "paid_by", rdfs + "label", "paid by"));
  CHECK(says(all, rx + "develops", type, owl + "SymmetricProperty"));
  CHECK_FALSE(says(all, rx + "pays", type, owl + "SymmetricProperty"));
  CHECK(says(all, rx + "qualifier/amount", rdfs + "range", "http://www.w3.org/2001/XMLSchema#decimal"));
  CHECK(says(all, rx + "meta/modality", type, owl + "DatatypeProperty"));
  CHECK(says(all, rx + "registry/unii", type, owl + "DatatypeProperty"));
}

TEST_CASE("several types at one end are their union") {
  const auto all = statements_of(declared_view(), Content::ontology, "ntriples", SERD_NTRIPLES);
  std::string range, list;
  for (const ReadStatement& one : all) {
    if (one.subject == rx + "pays" && one.predicate == rdfs + "range") range = one.object;
  }
  for (const ReadStatement& one : all) {
    if (one.subject == range && one.predicate == owl + "unionOf") list = one.object;
  }
  CHECK(says(all, list, "http://www.w3.org/1999/02/22-rdf-syntax-ns#first", rx + "Company"));
}

TEST_CASE("mappings are SKOS's, expanded by the prefixes that the ontology declares") {
  const auto all = statements_of(declared_view(), Content::ontology, "ntriples", SERD_NTRIPLES);
  CHECK(says(all, rx + "Compound", skos + "closeMatch", "https://x.example/Drug"));
  CHECK(says(all, rx + "Compound", skos + "closeMatch", "https://x.example/odd_1"));
  CHECK(says(all, rx + "pays", skos + "broadMatch", "https://y.example/relates"));
}

TEST_CASE("names of things and closed lists are concept schemes; grammar is not") {
  const auto all = statements_of(declared_view(), Content::ontology, "ntriples", SERD_NTRIPLES);
  const std::string term = rx + "vocabulary/compounds/ACM-1";
  CHECK(says(all, rx + "vocabulary/compounds", type, skos + "ConceptScheme"));
  CHECK(says(all, rx + "vocabulary/compounds", "http://purl.org/dc/terms/subject", rx + "Compound"));
  CHECK(says(all, term, skos + "inScheme", rx + "vocabulary/compounds"));
  CHECK(says(all, term, skos + "prefLabel", "ACM-1"));
  CHECK(says(all, term, skos + "altLabel", "acmezumab"));
  CHECK_FALSE(says(all, term, skos + "altLabel", "ACM-1"));
  CHECK(says(all, term, skos + "exactMatch", "http://identifiers.org/unii/ABC123"));
  CHECK(says(all, rx + "values/kind/upfront", skos + "notation", "upfront"));
  CHECK_FALSE(says(all, rx + "vocabulary/verbs", type, skos + "ConceptScheme"));
}

TEST_CASE("every format of statements says the same of the ontology and of its shapes") {
  for (const Content content : {Content::ontology, Content::shapes}) {
    const auto meant = statements_of(declared_view(), content, "ntriples", SERD_NTRIPLES);
    CHECK(meant.size() > 50);
    CHECK((statements_of(declared_view(), content, "turtle", SERD_TURTLE) == meant));
    CHECK((statements_of(declared_view(), content, "trig", SERD_TRIG) == meant));
    CHECK((statements_of(declared_view(), content, "nquads", SERD_NQUADS) == meant));
    for (const ReadStatement& one : meant) CHECK(one.subject.find("/thing/") == std::string::npos);
  }
}

TEST_CASE("a prefix of the ontology gives way to ours, and JSON-LD leaves out what it takes for none") {
  const ExportOptions options{EvidenceChoice::all, "", Content::ontology};
  CHECK(exported(declared_view(), "turtle", options).find("@prefix rx: <https://example.org/rx/> .\n") != std::string::npos);
  CHECK(exported(declared_view(), "turtle", options).find("elsewhere") == std::string::npos);
  const std::string json = exported(declared_view(), "jsonld", options);
  CHECK(json.find("\"x\":\"https://x.example/\"") != std::string::npos);
  CHECK(json.find("\"odd\":") == std::string::npos);
}

TEST_CASE("shapes tell what a statement, its ends and its qualifiers must be") {
  const auto all = statements_of(declared_view(), Content::shapes, "ntriples", SERD_NTRIPLES);
  CHECK(says(all, rx + "shape/statement", sh + "targetClass", "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"));
  CHECK(says(all, rx + "shape/statements/pays", sh + "targetNode", rx + "pays"));
  CHECK(says(all, rx + "shape/fact/pays", sh + "targetSubjectsOf", rx + "pays"));
  CHECK(says(all, rx + "shape/fact/pays", sh + "class", rx + "Company"));
  CHECK(says(all, rx + "shape/type/Conjugate", sh + "targetClass", rx + "Conjugate"));
  const auto values = std::count_if(all.begin(), all.end(), [](const ReadStatement& one) { return one.literal && (one.object == "upfront" || one.object == "milestone"); });
  CHECK(values == 2);
}

TEST_CASE("which formats have a form for ontologies, their table says") {
  std::string names;
  for (const Format& format : formats()) {
    if (format.ontologies) names += std::string(format.name) + " ";
  }
  CHECK(names == "ntriples nquads turtle trig jsonld ");
}
