#include "export/rdf_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "export/append.hpp"
#include "export/filings.hpp"
#include "export/line_blocks.hpp"
#include "export/ontology_lines.hpp"
#include "export/rdf_terms.hpp"
#include "export/rdf_triples.hpp"
#include "export/shape.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::string_view rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
constexpr std::string_view rdf_statement = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement>";
constexpr std::string_view rdf_subject = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#subject>";
constexpr std::string_view rdf_predicate = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate>";
constexpr std::string_view rdf_object = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#object>";
constexpr std::string_view rdf_reifies = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>";
constexpr std::string_view rdfs_label = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr std::string_view rdfs_see_also = "<http://www.w3.org/2000/01/rdf-schema#seeAlso>";
constexpr std::string_view skos_alt_label = "<http://www.w3.org/2004/02/skos/core#altLabel>";
constexpr std::string_view dct_identifier = "<http://purl.org/dc/terms/identifier>";
constexpr std::string_view dct_date = "<http://purl.org/dc/terms/date>";
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
constexpr std::string_view true_literal = "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>";

class Writer {
 public:
  Writer(const graph::GraphView& view, const ExportOptions& options, RdfForm form, std::ostream& out, std::ostream& named)
      : view_(view), choice_(options.evidence), form_of_lines_(form), scheme_(view.ontology(), options.base_iri), buffer_(out), named_out_(named),
        filings_(scheme_.filings), statements_(scheme_.statements), things_(scheme_.things), named_(scheme_.filings) {}

  void write() {
    if (form_of_lines_ != RdfForm::things && choice_ != EvidenceChoice::none) view_.for_each_filing([this](const Filing& filing) { add_filing(filing); });
    view_.for_each_node([this](const graph::Node& node) { add_node(node); });
    view_.for_each_edge([this](const graph::Edge& edge) { add_edge(edge); });
    close_facts();
    filings_.write(buffer_);
    statements_.write(buffer_);
    things_.write(buffer_);
    buffer_.flush();
    Buffer named(named_out_);
    named_.write(named);
    named.flush();
  }

 private:
  struct QualifierTerm {
    std::string lead;
    ValueType type = ValueType::text;
  };
  struct RelationTerms {
    std::string predicate;
    const Relation* declared = nullptr;
    mutable std::map<std::string, QualifierTerm> qualifiers;  ///< Those that were asked for.
  };

  /// True where lines tell the graph of a filing.
  bool has_graphs() const noexcept { return form_of_lines_ == RdfForm::quads || form_of_lines_ == RdfForm::by_graph; }

  /// From here on triples belong to the graph of the filing that has `key`, until `leave()`.
  void enter(std::string_view key) {
    if (!has_graphs()) return;
    graph_.clear();
    append_iri_text(graph_, key);
    graph_.push_back('>');
    if (form_of_lines_ == RdfForm::quads) triples_.end_with(" " + scheme_.filings + graph_ + std::string(Triples::plain_end));
  }
  void leave() {
    graph_.clear();
    if (form_of_lines_ == RdfForm::quads) triples_.end_with(std::string(Triples::plain_end));
  }

  /// `triples` are those of `key` below `prefix`, which `blocks` collects where lines neither come by graph nor go out at once.
  void close(Triples& triples, LineBlocks& blocks, const std::string& prefix, std::string_view key) {
    if (form_of_lines_ == RdfForm::as_they_come) {
      triples.close(buffer_.text, prefix, key);
      buffer_.drain();
    } else if (form_of_lines_ == RdfForm::by_graph && !graph_.empty()) {
      triples.close(named_, graph_ + " " + prefix + std::string(key));
    } else {
      triples.close(blocks, key);
    }
  }
  void close(LineBlocks& blocks, const std::string& prefix, std::string_view key) { close(triples_, blocks, prefix, key); }

  void add_filing(const Filing& filing) {
    enter(filing.key);
    std::string key;
    append_iri_text(key, filing.key);
    const std::string base = scheme_.filings + key;
    triples_.literal("", dct_identifier, filing.accession);
    triples_.date("", dct_issued, filing.filed);
    triples_.date("", dct_date, filing.dated);
    triples_.add("", rdf_type, prov_entity);
    triples_.literal("", form_, filing.form);
    triples_.date("", period_, filing.period);
    for (const std::string& item : filing.items) triples_.literal("", item_, item);
    if (!filing.filers.empty()) {
      const std::string address = edgar_address(filing.accession, filing.filers.front().cik);
      if (!address.empty()) triples_.add("", rdfs_see_also, address);
    }
    for (std::size_t i = 0; i < filing.filers.size(); ++i) triples_.add("", prov_attributed_to, base + filer_path(i) + ">");
    close(filings_, scheme_.filings, key + ">");
    for (std::size_t i = 0; i < filing.filers.size(); ++i) add_filer(filing.filers[i], key + filer_path(i) + ">");
    for (const Document& document : filing.documents) add_document(document, key, base + ">");
    leave();
  }

  static std::string filer_path(std::size_t index) { return "/filer/" + std::to_string(index + 1); }

  void add_filer(const Filer& filer, const std::string& key) {
    triples_.add("", rdf_type, prov_agent);
    triples_.literal("", rdfs_label, filer.name);
    triples_.literal("", cik_, filer.cik);
    triples_.literal("", role_, filer.role);
    for (const std::string& ticker : filer.tickers) triples_.literal("", ticker_, ticker);
    close(filings_, scheme_.filings, key);
  }

  void add_document(const Document& document, const std::string& key, const std::string& filing) {
    triples_.add("", dct_is_part_of, filing);
    triples_.add("", rdf_type, prov_entity);
    triples_.literal("", document_type_, document.type);
    triples_.literal("", filename_, document.filename);
    triples_.integer("", number_, document.number);
    close(filings_, scheme_.filings, key + "/document/" + std::to_string(document.number) + ">");
  }

  void add_node(const graph::Node& node) {
    for (const std::string& type : types_of(node.type)) triples_.add("", rdf_type, type);
    triples_.literal("", rdfs_label, node.name);
    for (const std::string& alias : node.aliases) triples_.literal("", skos_alt_label, alias);
    for (const auto& [registry, id] : node.ids) {
      triples_.literal("", registry_term(registry), id);
      const OutsideLink link = outside_link(registry, id);
      if (!link.object.empty()) triples_.add("", link.predicate, link.object);
    }
    triples_.integer("", mentioned_in_, node.filings);
    close(things_, scheme_.things, path_of("", node.uid) + ">");
  }

  void add_edge(const graph::Edge& edge) {
    const RelationTerms& relation = terms_of(edge.relation);
    if (edge.source != source_uid_ || source_.empty()) {
      close_facts();
      source_uid_ = edge.source;
      set_path(source_, scheme_.things, edge.source);
      source_ += '>';
    }
    set_path(target_, scheme_.things, edge.target);
    target_ += '>';
    if (edge.modality == Modality::asserted) facts_.add("", relation.predicate, target_);
    if (form_of_lines_ == RdfForm::things) return;
    set_path(statement_, scheme_.statements, edge.uid);
    const std::string_view key = std::string_view(statement_).substr(scheme_.statements.size());
    const std::size_t passages = std::min(most_passages_, edge.evidence.size());
    for (std::size_t i = 0; i < passages; ++i) {
      enter(edge.evidence[i].filing);
      add_passage(edge.evidence[i], statement_, passage_path(i));
      if (form_of_lines_ == RdfForm::reified) add_reifier(passage_path(i) + ">", source_, relation.predicate, target_);
      if (has_graphs()) {
        if (!edge.derived) add_ends(relation);
        triples_.add(">", prov_derived_from, statement_ + passage_path(i) + ">");
        if (form_of_lines_ == RdfForm::by_graph) close(statements_, scheme_.statements, key);
      }
      leave();
    }
    add_ends(relation);
    if (form_of_lines_ == RdfForm::reified) add_reifier(">", source_, relation.predicate, target_);
    if (!has_graphs()) {
      for (std::size_t i = 0; i < passages; ++i) triples_.add(">", prov_derived_from, statement_ + passage_path(i) + ">");
    }
    add_properties(edge, relation);
    close(statements_, scheme_.statements, key);
  }

  /// The facts so far are those of the source at hand: edges of one source follow one another.
  void close_facts() {
    if (!source_.empty()) close(facts_, things_, scheme_.things, std::string_view(source_).substr(scheme_.things.size()));
  }

  /// What the statement at hand is about.
  void add_ends(const RelationTerms& relation) {
    triples_.add_after(object_lead_, target_);
    triples_.add_after(predicate_lead_, relation.predicate);
    triples_.add_after(subject_lead_, source_);
    triples_.add_after(type_lead_, rdf_statement);
  }

  void add_properties(const graph::Edge& edge, const RelationTerms& relation) {
    if (std::isfinite(edge.confidence)) {
      confidences_.append(triples_.start(confidence_lead_), edge.confidence, append_decimal);
      triples_.end();
    }
    if (edge.derived) triples_.add(">", derived_, true_literal);
    append_literal(triples_.start(modality_lead_), name_of(edge.modality));
    triples_.end();
    append_integer(triples_.start(passages_lead_), edge.evidence.size());
    triples_.end();
    for (const std::string& rule : edge.rules) triples_.literal(">", rule_, rule);
    for (const auto& [name, values] : edge.qualifiers) add_qualifier(qualifier_of(relation, name), values);
  }

  void add_reifier(std::string_view subject, std::string_view source, std::string_view predicate, std::string_view target) {
    append_all(triples_.start(subject, rdf_reifies), "<<( ", source, " ", predicate, " ", target, " )>>");
    triples_.end();
  }

  void add_qualifier(const QualifierTerm& term, const std::vector<Value>& values) {
    for (const Value& value : values) {
      if (append_value(triples_.start(term.lead), value, term.type)) {
        triples_.end();
      } else {
        triples_.drop();
      }
    }
  }

  static std::string passage_path(std::size_t index) { return "/evidence/" + std::to_string(index + 1); }

  /// The passage has the IRI `base` + `path`. Its ranges say it together: one selects the passage, several are parts of
  /// it, for several selectors of one thing would be alternatives.
  void add_passage(const Evidence& evidence, const std::string& base, const std::string& path) {
    const std::string subject = path + ">";
    std::string document = path_of(scheme_.filings, evidence.filing) + "/document/";
    append_number(document, evidence.document);
    document.push_back('>');
    const bool whole = evidence.ranges.size() == 1;
    if (whole) add_bytes(path, evidence.ranges.front());
    add_parts(subject, context_, base, path + "/context/", document, evidence.context);
    if (!whole) add_parts(subject, dct_has_part, base, path + "/part/", document, evidence.ranges);
    if (!evidence.text.empty()) {
      const std::string quote = path + "/quote>";
      triples_.add(quote, rdf_type, oa_quote);
      triples_.literal(quote, oa_exact, evidence.text);
    }
    triples_.add(subject, rdf_type, oa_resource);
    triples_.add(subject, rdf_type, prov_entity);
    if (whole) triples_.add(subject, oa_selector, base + path + "/bytes>");
    if (!evidence.text.empty()) triples_.add(subject, oa_selector, base + path + "/quote>");
    triples_.add(subject, oa_source, document);
    triples_.add(subject, prov_quoted_from, document);
    triples_.literal(subject, section_, evidence.section);
  }

  void add_parts(std::string_view whole, std::string_view predicate, const std::string& base, const std::string& path,
                 std::string_view document, const std::vector<ByteRange>& ranges) {
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      const std::string part = path + std::to_string(i + 1);
      const std::string subject = part + ">";
      add_bytes(part, ranges[i]);
      triples_.add(subject, rdf_type, oa_resource);
      triples_.add(subject, oa_selector, base + part + "/bytes>");
      triples_.add(subject, oa_source, document);
      triples_.add(whole, predicate, base + subject);
    }
  }

  void add_bytes(const std::string& path, const ByteRange& range) {
    const std::string selector = path + "/bytes>";
    triples_.add(selector, rdf_type, oa_data);
    triples_.position(selector, oa_end, range.end);
    triples_.position(selector, oa_start, range.begin);
  }

  static std::string path_of(std::string_view base, std::string_view name) {
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

  /// Edges of one relation often follow one another.
  const RelationTerms& terms_of(const std::string& relation) {
    if (relation_ == nullptr || relation_->first != relation) {
      const auto [entry, fresh] = relations_.try_emplace(relation);
      if (fresh) {
        entry->second.predicate = scheme_.relation(view_.ontology(), relation);
        entry->second.declared = view_.ontology().relation(relation);
      }
      relation_ = &*entry;
    }
    return relation_->second;
  }

  const QualifierTerm& qualifier_of(const RelationTerms& relation, const std::string& name) {
    const auto [entry, fresh] = relation.qualifiers.try_emplace(name);
    if (fresh) {
      const QualifierType* const type = relation.declared == nullptr ? nullptr : relation.declared->qualifier(name);
      entry->second = {lead(scheme_.qualifier(name)), type == nullptr ? ValueType::text : type->type};
    }
    return entry->second;
  }

  /// `base` and `name`, with what no IRI may hold encoded.
  static void set_path(std::string& path, std::string_view base, std::string_view name) {
    path = base;
    append_iri_text(path, name);
  }

  /// The end of a statement's IRI and a predicate, as the lines of a statement go on.
  static std::string lead(std::string_view predicate) { return "> " + std::string(predicate) + " "; }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  RdfForm form_of_lines_;
  std::size_t most_passages_ = choice_ == EvidenceChoice::none ? 0 : choice_ == EvidenceChoice::first ? 1 : SIZE_MAX;
  IriScheme scheme_;
  Buffer buffer_;
  std::ostream& named_out_;
  LineBlocks filings_, statements_, things_, named_;
  std::string graph_;  ///< Of the triples being collected, beyond the beginning of all filings; empty for the default graph.
  Triples triples_;
  Triples facts_;  ///< Of the source at hand, as triples of their own.
  std::map<std::string, std::vector<std::string>> types_;
  std::map<std::string, std::string> registries_;
  std::map<std::string, RelationTerms> relations_;
  const std::pair<const std::string, RelationTerms>* relation_ = nullptr;  ///< The last one.
  std::string source_, target_, statement_;  ///< IRIs of the edge at hand, the statement's without its end.
  std::string source_uid_;                   ///< Of `source_`.
  RepeatedNumbers confidences_;
  const std::string form_ = scheme_.term("form"), period_ = scheme_.term("period"), item_ = scheme_.term("item"),
                    role_ = scheme_.term("role"), number_ = scheme_.term("number"), document_type_ = scheme_.term("documentType"),
                    filename_ = scheme_.term("filename"), mentioned_in_ = scheme_.term("filings"),
                    derived_ = scheme_.term("derived"), rule_ = scheme_.term("rule"),
                    section_ = scheme_.term("section"), context_ = scheme_.term("context"), cik_ = scheme_.registry("cik"),
                    ticker_ = scheme_.registry("ticker");
  const std::string object_lead_ = lead(rdf_object), predicate_lead_ = lead(rdf_predicate), subject_lead_ = lead(rdf_subject), type_lead_ = lead(rdf_type),
                    confidence_lead_ = lead(scheme_.term("confidence")), modality_lead_ = lead(scheme_.term("modality")),
                    passages_lead_ = lead(scheme_.term("passages"));
};

}  // namespace

void write_rdf_lines(const graph::GraphView& view, const ExportOptions& options, RdfForm form, std::ostream& out, std::ostream& named) {
  if (options.content != Content::graph) {
    StatementLines lines;
    const auto add = options.content == Content::ontology ? add_ontology : add_shapes;
    add(lines, view.ontology(), IriScheme(view.ontology(), options.base_iri));
    return lines.write(out);
  }
  Writer(view, options, form, out, named).write();
}

}  // namespace rxgraph::exporting
