#include "export/ontology_lines.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::string_view rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view rdfs_label = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr std::string_view skos_alt_label = "<http://www.w3.org/2004/02/skos/core#altLabel>";
constexpr std::string_view prov = "http://www.w3.org/ns/prov#";
constexpr std::string_view oa = "http://www.w3.org/ns/oa#";

std::string rdf_term(std::string_view name) { return "<" + std::string(rdf) + std::string(name) + ">"; }
std::string prov_term(std::string_view name) { return "<" + std::string(prov) + std::string(name) + ">"; }
std::string oa_term(std::string_view name) { return "<" + std::string(oa) + std::string(name) + ">"; }
std::string sh(std::string_view name) { return "<http://www.w3.org/ns/shacl#" + std::string(name) + ">"; }
std::string xsd(std::string_view name) { return "<http://www.w3.org/2001/XMLSchema#" + std::string(name) + ">"; }
std::string whole(std::uint64_t number) {
  std::string term;
  append_integer(term, number);
  return term;
}
std::string decimal(double number) {
  std::string term;
  append_decimal(term, number);
  return term;
}

/// How often a property may stand at one thing.
enum class Count { any, once, at_most_once, at_least_once };

class Shaper {
 public:
  Shaper(StatementLines& lines, const Ontology& ontology, const IriScheme& scheme)
      : lines_(lines), ontology_(ontology), scheme_(scheme), base_(scheme.terms.substr(1, scheme.terms.size() - 1 - std::string_view("meta/").size()) + "shape/") {}

  void shape() {
    for (const EntityType& type : ontology_.types) shape_type(type);
    for (const Relation& relation : ontology_.relations) shape_relation(relation);
    shape_statements();
    shape_passages();
  }

 private:
  std::string node_shape(const std::string& name, std::string_view target, const std::string& value) {
    std::string shape = iri(base_ + name);
    lines_.add(shape, rdf_type, sh("NodeShape"));
    if (!target.empty()) lines_.add(shape, sh(target), value);
    return shape;
  }

  /// What `shape` says of a property; the caller goes on with what is returned.
  std::string property(const std::string& shape, std::string_view path, Count count) {
    const std::string node = lines_.blank();
    lines_.add(shape, sh("property"), node);
    lines_.add(node, sh("path"), path);
    if (count == Count::once || count == Count::at_least_once) lines_.add(node, sh("minCount"), whole(1));
    if (count == Count::once || count == Count::at_most_once) lines_.add(node, sh("maxCount"), whole(1));
    return node;
  }

  void of_type(const std::string& shape, std::string_view path, Count count, std::string_view datatype) {
    lines_.add(property(shape, path, count), sh("datatype"), xsd(datatype));
  }

  /// The values of `node` have one of `datatypes`.
  void one_of(const std::string& node, const std::vector<std::string_view>& datatypes) {
    std::vector<std::string> choices;
    for (const std::string_view datatype : datatypes) {
      choices.push_back(lines_.blank());
      lines_.add(choices.back(), sh("datatype"), xsd(datatype));
    }
    lines_.add(node, sh("or"), lines_.list(choices));
  }

  /// What `node` speaks of is a thing of one of `types`.
  void is_of(const std::string& node, const std::vector<std::string>& types) {
    if (types.size() == 1) return lines_.add(node, sh("class"), scheme_.type(ontology_, types.front()));
    std::vector<std::string> choices;
    for (const std::string& type : types) {
      choices.push_back(lines_.blank());
      lines_.add(choices.back(), sh("class"), scheme_.type(ontology_, type));
    }
    if (!choices.empty()) lines_.add(node, sh("or"), lines_.list(choices));
  }

  void shape_type(const EntityType& type) {
    const std::string shape = node_shape("type/" + type.name, "targetClass", scheme_.type(ontology_, type.name));
    of_type(shape, rdfs_label, Count::once, "string");
    of_type(shape, skos_alt_label, Count::any, "string");
    of_type(shape, scheme_.term("filings"), Count::once, "integer");
  }

  /// Facts as triples of their own, and their statements.
  void shape_relation(const Relation& relation) {
    const std::string term = scheme_.relation(ontology_, relation.name);
    const std::string facts = node_shape("fact/" + relation.name, "targetSubjectsOf", term);
    is_of(facts, relation.subject_types);
    is_of(property(facts, term, Count::any), relation.object_types);

    const std::string statement = node_shape("statement/" + relation.name, {}, {});
    is_of(property(statement, rdf_term("subject"), Count::any), relation.subject_types);
    is_of(property(statement, rdf_term("object"), Count::any), relation.object_types);
    for (const QualifierType& qualifier : relation.qualifiers) shape_qualifier(statement, qualifier);

    const std::string all = node_shape("statements/" + relation.name, "targetNode", term);
    const std::string backwards = lines_.blank();
    lines_.add(backwards, sh("inversePath"), rdf_term("predicate"));
    lines_.add(property(all, backwards, Count::any), sh("node"), statement);
  }

  void shape_qualifier(const std::string& shape, const QualifierType& qualifier) {
    const std::string node = property(shape, scheme_.qualifier(qualifier.name), Count::any);
    switch (qualifier.type) {
      case ValueType::number: one_of(node, {"integer", "decimal"}); break;
      case ValueType::date: one_of(node, {"date", "gYearMonth", "gYear"}); break;
      case ValueType::boolean: lines_.add(node, sh("datatype"), xsd("boolean")); break;
      case ValueType::closed: in(node, qualifier.values); break;
      case ValueType::currency:
        lines_.add(node, sh("datatype"), xsd("string"));
        lines_.text(node, sh("pattern"), "^[A-Z]{3}$");
        break;
      case ValueType::text:
      case ValueType::entity: lines_.add(node, sh("datatype"), xsd("string"));
    }
  }

  void in(const std::string& node, const std::vector<std::string>& texts) {
    std::vector<std::string> values;
    for (const std::string& text : texts) values.push_back(StatementLines::literal(text));
    lines_.add(node, sh("in"), lines_.list(values));
  }

  void shape_statements() {
    const std::string shape = node_shape("statement", "targetClass", rdf_term("Statement"));
    for (const std::string_view end : {"subject", "object"}) lines_.add(property(shape, rdf_term(end), Count::once), sh("nodeKind"), sh("IRI"));
    std::vector<std::string> relations;
    for (const Relation& relation : ontology_.relations) relations.push_back(scheme_.relation(ontology_, relation.name));
    const std::string predicate = property(shape, rdf_term("predicate"), Count::once);
    if (!relations.empty()) lines_.add(predicate, sh("in"), lines_.list(relations));
    in(property(shape, scheme_.term("modality"), Count::once), {"asserted", "planned", "possible", "terminated"});
    const std::string confidence = property(shape, scheme_.term("confidence"), Count::once);
    lines_.add(confidence, sh("datatype"), xsd("decimal"));
    lines_.add(confidence, sh("minInclusive"), decimal(0));
    lines_.add(confidence, sh("maxInclusive"), decimal(1));
    of_type(shape, scheme_.term("rule"), Count::any, "string");
    of_type(shape, scheme_.term("passages"), Count::once, "integer");
    of_type(shape, scheme_.term("derived"), Count::at_most_once, "boolean");
    lines_.add(property(shape, prov_term("wasDerivedFrom"), Count::at_least_once), sh("class"), oa_term("SpecificResource"));
  }

  void shape_passages() {
    const std::string passage = node_shape("passage", "targetClass", oa_term("SpecificResource"));
    lines_.add(property(passage, oa_term("hasSource"), Count::once), sh("nodeKind"), sh("IRI"));
    std::vector<std::string> selectors;
    for (const std::string_view name : {"TextQuoteSelector", "DataPositionSelector"}) {
      selectors.push_back(lines_.blank());
      lines_.add(selectors.back(), sh("class"), oa_term(name));
    }
    lines_.add(property(passage, oa_term("hasSelector"), Count::any), sh("or"), lines_.list(selectors));
    of_type(passage, scheme_.term("section"), Count::at_most_once, "string");

    of_type(node_shape("quote", "targetClass", oa_term("TextQuoteSelector")), oa_term("exact"), Count::once, "string");
    const std::string bytes = node_shape("bytes", "targetClass", oa_term("DataPositionSelector"));
    of_type(bytes, oa_term("end"), Count::once, "nonNegativeInteger");
    const std::string start = property(bytes, oa_term("start"), Count::once);
    lines_.add(start, sh("datatype"), xsd("nonNegativeInteger"));
    lines_.add(start, sh("lessThanOrEquals"), oa_term("end"));

    const std::string filing = node_shape("filing", "targetSubjectsOf", scheme_.term("form"));
    of_type(filing, "<http://purl.org/dc/terms/identifier>", Count::at_most_once, "string");
    for (const std::string_view date : {"<http://purl.org/dc/terms/issued>", "<http://purl.org/dc/terms/date>"}) {
      one_of(property(filing, date, Count::at_most_once), {"date", "gYearMonth", "gYear"});
    }
    lines_.add(property(filing, prov_term("wasAttributedTo"), Count::any), sh("class"), prov_term("Agent"));
  }

  StatementLines& lines_;
  const Ontology& ontology_;
  const IriScheme& scheme_;
  std::string base_;  ///< Of shapes, without brackets.
};

}  // namespace

void add_shapes(StatementLines& lines, const Ontology& ontology, const IriScheme& scheme) { Shaper(lines, ontology, scheme).shape(); }

}  // namespace rxgraph::exporting
