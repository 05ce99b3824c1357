#include "export/ontology_lines.hpp"

#include <array>
#include <map>
#include <set>

namespace rxgraph::exporting {
namespace {

constexpr std::string_view rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
constexpr std::string_view rdf_statement = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement>";
constexpr std::string_view rdfs_label = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr std::string_view rdfs_domain = "<http://www.w3.org/2000/01/rdf-schema#domain>";
constexpr std::string_view rdfs_range = "<http://www.w3.org/2000/01/rdf-schema#range>";
constexpr std::string_view rdfs_sub_class = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>";
constexpr std::string_view rdfs_sub_property = "<http://www.w3.org/2000/01/rdf-schema#subPropertyOf>";
constexpr std::string_view rdfs_defined_by = "<http://www.w3.org/2000/01/rdf-schema#isDefinedBy>";
constexpr std::string_view owl_ontology = "<http://www.w3.org/2002/07/owl#Ontology>";
constexpr std::string_view owl_class = "<http://www.w3.org/2002/07/owl#Class>";
constexpr std::string_view owl_object_property = "<http://www.w3.org/2002/07/owl#ObjectProperty>";
constexpr std::string_view owl_datatype_property = "<http://www.w3.org/2002/07/owl#DatatypeProperty>";
constexpr std::string_view owl_symmetric = "<http://www.w3.org/2002/07/owl#SymmetricProperty>";
constexpr std::string_view owl_inverse_of = "<http://www.w3.org/2002/07/owl#inverseOf>";
constexpr std::string_view owl_union_of = "<http://www.w3.org/2002/07/owl#unionOf>";
constexpr std::string_view owl_version = "<http://www.w3.org/2002/07/owl#versionInfo>";
constexpr std::string_view dct_identifier = "<http://purl.org/dc/terms/identifier>";
constexpr std::string_view dct_source = "<http://purl.org/dc/terms/source>";
constexpr std::string_view dct_subject = "<http://purl.org/dc/terms/subject>";
constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";

constexpr std::array terms = {
    MetaTerm{"confidence", "decimal", "How sure the best statement of a fact is, from 0 to 1."},
    MetaTerm{"context", "", "What a passage needs to be understood: a heading, or the sentence that names what it speaks of."},
    MetaTerm{"derived", "boolean", "True of a statement that no filing makes alone, but that follows from several."},
    MetaTerm{"documentType", "string", "Type of a document of a filing, as filed."},
    MetaTerm{"filename", "string", "Name of a document of a filing, as filed."},
    MetaTerm{"filings", "integer", "How many filings speak of a thing."},
    MetaTerm{"form", "string", "Submission type of a filing, as filed."},
    MetaTerm{"item", "string", "Item of a current report that a filing answers."},
    MetaTerm{"modality", "string", "How a statement is meant: asserted, planned, possible or terminated."},
    MetaTerm{"number", "integer", "Number of a document in its filing."},
    MetaTerm{"passages", "integer", "How many passages say a statement, whatever part of them is at hand."},
    MetaTerm{"period", "partialDate", "Period of report of a filing."},
    MetaTerm{"role", "string", "What a filer is in its filing."},
    MetaTerm{"rule", "string", "What found a statement: a frame, a column or a derivation of the ontology."},
    MetaTerm{"section", "string", "Part of the filing in which a passage stands."},
};

/// "has_payload" as people read it.
std::string words_of_name(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string skos_term(std::string_view name) { return "<" + std::string(skos) + std::string(name) + ">"; }

std::string xsd_term(std::string_view name) { return "<http://www.w3.org/2001/XMLSchema#" + std::string(name) + ">"; }

class Describer {
 public:
  Describer(StatementLines& lines, const Ontology& ontology, const IriScheme& scheme)
      : lines_(lines), ontology_(ontology), scheme_(scheme), base_(scheme.terms.substr(1, scheme.terms.size() - 1 - std::string_view("meta/").size())), self_(iri(base_)) {}

  void describe() {
    lines_.add(self_, rdf_type, owl_ontology);
    lines_.text(self_, rdfs_label, ontology_.name);
    lines_.text(self_, owl_version, ontology_.version);
    lines_.text(self_, dct_identifier, ontology_.fingerprint);
    for (const EntityType& type : ontology_.types) describe_type(type);
    for (const Relation& relation : ontology_.relations) describe_relation(relation);
    describe_qualifiers();
    for (const MetaTerm& term : meta_terms()) describe_term(term);
    describe_registries();
    for (const Vocabulary& vocabulary : ontology_.vocabularies) describe_vocabulary(vocabulary);
  }

 private:
  void declare(const std::string& term, std::string_view kind, std::string_view label) {
    lines_.add(term, rdf_type, kind);
    lines_.english(term, rdfs_label, label);
    lines_.add(term, rdfs_defined_by, self_);
  }

  void add_mappings(const std::string& term, const Mappings& mappings) {
    for (const MappingGrade& grade : mapping_grades) {
      const std::string predicate = skos_term(std::string(grade.name) + "Match");
      for (const std::string& other : mappings.*grade.terms) lines_.add(term, predicate, iri(ontology_.iri_of(other)));
    }
  }

  void describe_type(const EntityType& type) {
    const std::string term = scheme_.type(ontology_, type.name);
    declare(term, owl_class, type.name);
    lines_.english(term, skos_term("definition"), type.description);
    if (!type.parent.empty()) lines_.add(term, rdfs_sub_class, scheme_.type(ontology_, type.parent));
    add_mappings(term, type.mappings);
  }

  /// The class of what is of one of `types`.
  std::string class_of(const std::vector<std::string>& types) {
    if (types.size() == 1) return scheme_.type(ontology_, types.front());
    std::vector<std::string> members;
    for (const std::string& type : types) members.push_back(scheme_.type(ontology_, type));
    const std::string any = lines_.blank();
    lines_.add(any, rdf_type, owl_class);
    lines_.add(any, owl_union_of, lines_.list(members));
    return any;
  }

  void describe_relation(const Relation& relation) {
    const std::string term = scheme_.relation(ontology_, relation.name);
    declare(term, owl_object_property, words_of_name(relation.name));
    lines_.english(term, skos_term("definition"), relation.description);
    if (!relation.subject_types.empty()) lines_.add(term, rdfs_domain, class_of(relation.subject_types));
    if (!relation.object_types.empty()) lines_.add(term, rdfs_range, class_of(relation.object_types));
    if (relation.symmetric) lines_.add(term, rdf_type, owl_symmetric);
    add_mappings(term, relation.mappings);
    if (relation.inverse.empty()) return;
    const std::string backwards = iri(base_ + relation.inverse);
    declare(backwards, owl_object_property, words_of_name(relation.inverse));
    lines_.add(backwards, owl_inverse_of, term);
  }

  /// A qualifier is one property, whichever relations carry it.
  void describe_qualifiers() {
    std::map<std::string, std::set<ValueType>> types;
    std::map<std::string, std::set<std::string>> values, relations;
    for (const Relation& relation : ontology_.relations) {
      for (const QualifierType& qualifier : relation.qualifiers) {
        types[qualifier.name].insert(qualifier.type);
        relations[qualifier.name].insert(relation.name);
        values[qualifier.name].insert(qualifier.values.begin(), qualifier.values.end());
      }
    }
    for (const auto& [name, kinds] : types) {
      const std::string term = scheme_.qualifier(name);
      declare(term, owl_datatype_property, words_of_name(name));
      lines_.add(term, rdfs_domain, rdf_statement);
      std::string said;
      for (const std::string& relation : relations[name]) said += (said.empty() ? "Qualifies statements of: " : ", ") + words_of_name(relation);
      lines_.english(term, skos_term("definition"), said + ".");
      if (const std::string_view range = kinds.size() == 1 ? range_of(*kinds.begin()) : ""; !range.empty()) lines_.add(term, rdfs_range, xsd_term(range));
      if (!values[name].empty()) describe_values(name, term, values[name]);
    }
  }

  /// The datatype of all values of `type`; empty where they have several: a date may be cut to its month or year.
  static std::string_view range_of(ValueType type) {
    switch (type) {
      case ValueType::number: return "decimal";  // whole numbers are decimals too
      case ValueType::boolean: return "boolean";
      case ValueType::date: return {};
      case ValueType::text:
      case ValueType::currency:
      case ValueType::closed:
      case ValueType::entity: break;
    }
    return "string";
  }

  /// The closed list of a qualifier. Statements have its values as texts: the notations.
  void describe_values(const std::string& name, const std::string& qualifier, const std::set<std::string>& values) {
    const std::string scheme = iri(base_ + "values/" + name);
    lines_.add(scheme, rdf_type, skos_term("ConceptScheme"));
    lines_.english(scheme, rdfs_label, words_of_name(name));
    lines_.add(scheme, dct_subject, qualifier);
    for (const std::string& value : values) {
      const std::string concept_term = iri(base_ + "values/" + name + "/" + value);
      add_concept(concept_term, scheme, value);
      lines_.text(concept_term, skos_term("notation"), value);
    }
  }

  void add_concept(const std::string& term, const std::string& scheme, std::string_view name) {
    lines_.add(term, rdf_type, skos_term("Concept"));
    lines_.add(term, skos_term("inScheme"), scheme);
    lines_.add(term, skos_term("topConceptOf"), scheme);
    lines_.english(term, skos_term("prefLabel"), name);
  }

  void describe_term(const MetaTerm& meta) {
    const std::string term = scheme_.term(meta.name);
    declare(term, meta.range.empty() ? owl_object_property : owl_datatype_property, meta.name);
    lines_.english(term, skos_term("definition"), meta.definition);
    if (!meta.range.empty() && meta.range != "partialDate") lines_.add(term, rdfs_range, xsd_term(meta.range));
  }

  void describe_registries() {
    std::set<std::string> names = {"cik", "ticker"};
    for (const Vocabulary& vocabulary : ontology_.vocabularies) {
      for (const Term& term : vocabulary.terms) {
        for (const auto& [registry, id] : term.ids) names.insert(registry);
      }
    }
    for (const std::string& name : names) {
      const std::string term = scheme_.registry(name);
      declare(term, owl_datatype_property, name);
      lines_.add(term, rdfs_sub_property, dct_identifier);
      lines_.add(term, rdfs_range, xsd_term("string"));
    }
  }

  /// Those whose terms are names of things; the others are grammar.
  void describe_vocabulary(const Vocabulary& vocabulary) {
    if (vocabulary.type.empty() || (vocabulary.kind != "names" && vocabulary.kind != "ranks")) return;
    const std::string scheme = iri(base_ + "vocabulary/" + vocabulary.name);
    lines_.add(scheme, rdf_type, skos_term("ConceptScheme"));
    lines_.english(scheme, rdfs_label, words_of_name(vocabulary.name));
    lines_.english(scheme, dct_source, vocabulary.source);
    lines_.add(scheme, dct_subject, scheme_.type(ontology_, vocabulary.type));
    for (const Term& term : vocabulary.terms) {
      const std::string concept_term = iri(base_ + "vocabulary/" + vocabulary.name + "/" + term.name);
      add_concept(concept_term, scheme, term.name);
      for (const std::string& synonym : term.synonyms) {
        if (synonym != term.name) lines_.english(concept_term, skos_term("altLabel"), synonym);
      }
      if (const auto rank = term.features.find("rank"); rank != term.features.end()) lines_.text(concept_term, skos_term("notation"), rank->second);
      for (const auto& [registry, id] : term.ids) {
        lines_.text(concept_term, scheme_.registry(registry), id);
        const OutsideLink link = outside_link(registry, id);
        if (!link.object.empty()) lines_.add(concept_term, link.predicate, link.object);
      }
    }
  }

  StatementLines& lines_;
  const Ontology& ontology_;
  const IriScheme& scheme_;
  std::string base_;  ///< Of the ontology, without brackets.
  std::string self_;  ///< The ontology.
};

}  // namespace

std::span<const MetaTerm> meta_terms() noexcept { return terms; }

void add_ontology(StatementLines& lines, const Ontology& ontology, const IriScheme& scheme) { Describer(lines, ontology, scheme).describe(); }

}  // namespace rxgraph::exporting
