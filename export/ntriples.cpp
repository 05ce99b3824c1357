#include <cmath>
#include <cstdint>

#include "export/append.hpp"
#include "export/filings.hpp"
#include "export/line_blocks.hpp"
#include "export/rdf_terms.hpp"
#include "export/shape.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::string_view rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
constexpr std::string_view rdf_statement = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement>";
constexpr std::string_view rdf_subject = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#subject>";
constexpr std::string_view rdf_predicate = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate>";
constexpr std::string_view rdf_object = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#object>";
constexpr std::string_view rdfs_label = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr std::string_view rdfs_see_also = "<http://www.w3.org/2000/01/rdf-schema#seeAlso>";
constexpr std::string_view skos_alt_label = "<http://www.w3.org/2004/02/skos/core#altLabel>";
constexpr std::string_view dct_identifier = "<http://purl.org/dc/terms/identifier>";
constexpr std::string_view dct_issued = "<http://purl.org/dc/terms/issued>";
constexpr std::string_view dct_has_part = "<http://purl.org/dc/terms/hasPart>";
constexpr std::string_view dct_is_part_of = "<http://purl.org/dc/terms/isPartOf>";
constexpr std::string_view prov_entity = "<http://www.w3.org/ns/prov#Entity>";
constexpr std::string_view prov_agent = "<http://www.w3.org/ns/prov#Agent>";
constexpr std::string_view prov_derived_from = "<http://www.w3.org/ns/prov#wasDerivedFrom>";
constexpr std::string_view prov_quoted_from = "<http://www.w3.org/ns/prov#wasQuotedFrom>";
constexpr std::string_view prov_attributed_to = "<http://www.w3.org/ns/prov#wasAttributedTo>";
constexpr std::string_view oa_resource = "<http://www.w3.org/ns/oa#SpecificResource>";
constexpr std::string_view oa_source = "<http://www.w3.org/ns/oa#hasSource>";
constexpr std::string_view oa_selector = "<http://www.w3.org/ns/oa#hasSelector>";
constexpr std::string_view oa_quote = "<http://www.w3.org/ns/oa#TextQuoteSelector>";
constexpr std::string_view oa_exact = "<http://www.w3.org/ns/oa#exact>";
constexpr std::string_view oa_data = "<http://www.w3.org/ns/oa#DataPositionSelector>";
constexpr std::string_view oa_start = "<http://www.w3.org/ns/oa#start>";
constexpr std::string_view oa_end = "<http://www.w3.org/ns/oa#end>";
constexpr std::string_view non_negative = "\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>";
constexpr std::string_view true_literal = "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>";

/// Collects the triples of one block as lines.
class Triples {
 public:
  std::string text;

  /// A triple of three terms.
  void add(std::string_view subject, std::string_view predicate, std::string_view object) {
    start(subject, predicate) += object;
    end();
  }
  void literal(std::string_view subject, std::string_view predicate, std::string_view value) {
    if (value.empty()) return;
    append_literal(start(subject, predicate), value);
    end();
  }
  void date(std::string_view subject, std::string_view predicate, std::string_view value) {
    if (value.empty()) return;
    append_date(start(subject, predicate), value);
    end();
  }
  void position(std::string_view subject, std::string_view predicate, std::uint64_t value) {
    std::string& out = start(subject, predicate);
    out.push_back('"');
    append_number(out, value);
    out += non_negative;
    end();
  }
  std::string& start(std::string_view subject, std::string_view predicate) {
    append_all(text, subject, " ", predicate, " ");
    return text;
  }
  void end() { text += " .\n"; }
};

class Writer {
 public:
  Writer(const graph::GraphView& view, const ExportOptions& options, std::ostream& out)
      : view_(view), choice_(options.evidence), scheme_(view.ontology(), options.base_iri), buffer_(out),
        filings_(scheme_.filings), statements_(scheme_.statements), things_(scheme_.things) {}

  void write() {
    if (choice_ != EvidenceChoice::none) view_.for_each_filing([this](const Filing& filing) { add_filing(filing); });
    view_.for_each_node([this](const graph::Node& node) { add_node(node); });
    view_.for_each_edge([this](const graph::Edge& edge) { add_edge(edge); });
    filings_.write(buffer_);
    statements_.write(buffer_);
    things_.write(buffer_);
    buffer_.flush();
  }

 private:
  struct QualifierTerm {
    std::string predicate;
    ValueType type = ValueType::text;
  };
  struct RelationTerms {
    std::string predicate;
    std::map<std::string, QualifierTerm> qualifiers;
  };

  /// Hands the triples on, all of which have `subject`.
  void close_subject(LineBlocks& blocks, std::string_view prefix, std::string_view subject) {
    blocks.add(triples_.text, subject.size() - prefix.size());
    triples_.text.clear();
  }

  void add_filing(const Filing& filing) {
    const std::string base = path_below(scheme_.filings, filing.key);
    const std::string subject = base + ">";
    triples_.add(subject, rdf_type, prov_entity);
    triples_.literal(subject, dct_identifier, filing.accession);
    triples_.date(subject, dct_issued, filing.filed);
    triples_.literal(subject, form_, filing.form);
    triples_.date(subject, period_, filing.period);
    for (const std::string& item : filing.items) triples_.literal(subject, item_, item);
    if (!filing.filers.empty()) {
      const std::string address = edgar_address(filing.accession, filing.filers.front().cik);
      if (!address.empty()) triples_.add(subject, rdfs_see_also, address);
    }
    for (std::size_t i = 0; i < filing.filers.size(); ++i) triples_.add(subject, prov_attributed_to, base + "/filer/" + std::to_string(i + 1) + ">");
    close_subject(filings_, scheme_.filings, subject);
    for (std::size_t i = 0; i < filing.filers.size(); ++i) add_filer(filing.filers[i], base + "/filer/" + std::to_string(i + 1) + ">");
    for (const Document& document : filing.documents) add_document(document, base, subject);
  }

  void add_filer(const Filer& filer, const std::string& subject) {
    triples_.add(subject, rdf_type, prov_agent);
    triples_.literal(subject, rdfs_label, filer.name);
    triples_.literal(subject, cik_, filer.cik);
    triples_.literal(subject, role_, filer.role);
    for (const std::string& ticker : filer.tickers) triples_.literal(subject, ticker_, ticker);
    close_subject(filings_, scheme_.filings, subject);
  }

  void add_document(const Document& document, const std::string& base, const std::string& filing) {
    const std::string subject = base + "/document/" + std::to_string(document.number) + ">";
    triples_.add(subject, rdf_type, prov_entity);
    triples_.add(subject, dct_is_part_of, filing);
    append_integer(triples_.start(subject, number_), document.number);
    triples_.end();
    triples_.literal(subject, document_type_, document.type);
    triples_.literal(subject, filename_, document.filename);
    close_subject(filings_, scheme_.filings, subject);
  }

  void add_node(const graph::Node& node) {
    const std::string subject = path_below(scheme_.things, node.uid) + ">";
    for (const std::string& type : types_of(node.type)) triples_.add(subject, rdf_type, type);
    triples_.literal(subject, rdfs_label, node.name);
    for (const std::string& alias : node.aliases) triples_.literal(subject, skos_alt_label, alias);
    for (const auto& [registry, id] : node.ids) {
      triples_.literal(subject, registry_term(registry), id);
      const OutsideLink link = outside_link(registry, id);
      if (!link.object.empty()) triples_.add(subject, link.predicate, link.object);
    }
    append_integer(triples_.start(subject, mentioned_in_), node.filings);
    triples_.end();
    close_subject(things_, scheme_.things, subject);
  }

  void add_edge(const graph::Edge& edge) {
    const RelationTerms& relation = terms_of(edge.relation);
    const std::string source = path_below(scheme_.things, edge.source) + ">";
    const std::string target = path_below(scheme_.things, edge.target) + ">";
    if (edge.modality == Modality::asserted) {
      triples_.add(source, relation.predicate, target);
      close_subject(things_, scheme_.things, source);
    }
    const std::string base = path_below(scheme_.statements, edge.uid);
    const std::string subject = base + ">";
    triples_.add(subject, rdf_type, rdf_statement);
    triples_.add(subject, rdf_subject, source);
    triples_.add(subject, rdf_predicate, relation.predicate);
    triples_.add(subject, rdf_object, target);
    triples_.literal(subject, modality_, name_of(edge.modality));
    if (std::isfinite(edge.confidence)) {
      append_decimal(triples_.start(subject, confidence_), edge.confidence);
      triples_.end();
    }
    if (edge.derived) triples_.add(subject, derived_, true_literal);
    for (const std::string& rule : edge.rules) triples_.literal(subject, rule_, rule);
    for (const auto& [name, values] : edge.qualifiers) add_qualifier(subject, qualifier_of(edge.relation, name), values);
    add_passages(edge, base, subject);
    statements_.add(triples_.text, base.size() - scheme_.statements.size());
    triples_.text.clear();
  }

  void add_qualifier(std::string_view subject, const QualifierTerm& term, const std::vector<Value>& values) {
    for (const Value& value : values) {
      const std::size_t before = triples_.text.size();
      if (append_value(triples_.start(subject, term.predicate), value, term.type)) {
        triples_.end();
      } else {
        triples_.text.resize(before);
      }
    }
  }

  void add_passages(const graph::Edge& edge, const std::string& base, std::string_view statement) {
    if (choice_ == EvidenceChoice::none) return;
    const std::size_t count = choice_ == EvidenceChoice::first ? std::min<std::size_t>(1, edge.evidence.size()) : edge.evidence.size();
    for (std::size_t i = 0; i < count; ++i) {
      std::string passage = base + "/evidence/";
      append_number(passage, i + 1);
      add_passage(edge.evidence[i], passage, statement);
    }
  }

  /// The passage has IRIs below `base`. Its ranges say it together: one selects the passage, several are parts of it,
  /// for several selectors of one thing would be alternatives.
  void add_passage(const Evidence& evidence, const std::string& base, std::string_view statement) {
    const std::string subject = base + ">";
    std::string document = path_below(scheme_.filings, evidence.filing) + "/document/";
    append_number(document, evidence.document);
    document.push_back('>');
    triples_.add(statement, prov_derived_from, subject);
    triples_.add(subject, rdf_type, prov_entity);
    triples_.add(subject, rdf_type, oa_resource);
    triples_.add(subject, oa_source, document);
    triples_.add(subject, prov_quoted_from, document);
    triples_.literal(subject, section_, evidence.section);
    if (!evidence.text.empty()) {
      const std::string quote = base + "/quote>";
      triples_.add(subject, oa_selector, quote);
      triples_.add(quote, rdf_type, oa_quote);
      triples_.literal(quote, oa_exact, evidence.text);
    }
    if (evidence.ranges.size() == 1) {
      add_bytes(subject, base, evidence.ranges.front());
    } else {
      add_parts(subject, dct_has_part, base + "/part/", document, evidence.ranges);
    }
    add_parts(subject, context_, base + "/context/", document, evidence.context);
  }

  void add_parts(std::string_view whole, std::string_view predicate, const std::string& base, std::string_view document,
                 const std::vector<ByteRange>& ranges) {
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      std::string part = base;
      append_number(part, i + 1);
      const std::string subject = part + ">";
      triples_.add(whole, predicate, subject);
      triples_.add(subject, rdf_type, oa_resource);
      triples_.add(subject, oa_source, document);
      add_bytes(subject, part, ranges[i]);
    }
  }

  void add_bytes(std::string_view subject, const std::string& base, const ByteRange& range) {
    const std::string selector = base + "/bytes>";
    triples_.add(subject, oa_selector, selector);
    triples_.add(selector, rdf_type, oa_data);
    triples_.position(selector, oa_start, range.begin);
    triples_.position(selector, oa_end, range.end);
  }

  static std::string path_below(const std::string& base, std::string_view name) {
    std::string path;
    path.reserve(base.size() + name.size() + 24);
    path = base;
    append_iri_text(path, name);
    return path;
  }

  const std::vector<std::string>& types_of(const std::string& type) {
    const auto [entry, fresh] = types_.try_emplace(type);
    if (fresh) {
      for (const std::string& name : type_chain(view_.ontology(), type)) entry->second.push_back(scheme_.type(view_.ontology(), name));
    }
    return entry->second;
  }

  const std::string& registry_term(const std::string& registry) {
    const auto [entry, fresh] = registries_.try_emplace(registry);
    if (fresh) entry->second = scheme_.registry(registry);
    return entry->second;
  }

  RelationTerms& terms_of(const std::string& relation) {
    const auto [entry, fresh] = relations_.try_emplace(relation);
    if (fresh) entry->second.predicate = scheme_.relation(view_.ontology(), relation);
    return entry->second;
  }

  const QualifierTerm& qualifier_of(const std::string& relation, const std::string& name) {
    const auto [entry, fresh] = terms_of(relation).qualifiers.try_emplace(name);
    if (fresh) {
      const Relation* const declared = view_.ontology().relation(relation);
      const QualifierType* const type = declared == nullptr ? nullptr : declared->qualifier(name);
      entry->second = {scheme_.qualifier(name), type == nullptr ? ValueType::text : type->type};
    }
    return entry->second;
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  IriScheme scheme_;
  Buffer buffer_;
  LineBlocks filings_, statements_, things_;
  Triples triples_;
  std::map<std::string, std::vector<std::string>> types_;
  std::map<std::string, std::string> registries_;
  std::map<std::string, RelationTerms> relations_;
  const std::string form_ = scheme_.term("form"), period_ = scheme_.term("period"), item_ = scheme_.term("item"),
                    role_ = scheme_.term("role"), number_ = scheme_.term("number"), document_type_ = scheme_.term("documentType"),
                    filename_ = scheme_.term("filename"), mentioned_in_ = scheme_.term("filings"), modality_ = scheme_.term("modality"),
                    confidence_ = scheme_.term("confidence"), derived_ = scheme_.term("derived"), rule_ = scheme_.term("rule"),
                    section_ = scheme_.term("section"), context_ = scheme_.term("context"), cik_ = scheme_.registry("cik"),
                    ticker_ = scheme_.registry("ticker");
};

}  // namespace

void write_ntriples(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  Writer(view, options, out.file()).write();
}

}  // namespace rxgraph::exporting
