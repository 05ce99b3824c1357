#include "export/rdf_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "export/append.hpp"
#include "export/filings.hpp"
#include "export/line_blocks.hpp"
#include "export/rdf_terms.hpp"
#include "export/shape.hpp"

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
constexpr std::string_view non_negative = "\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>";
constexpr std::string_view true_literal = "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>";

constexpr std::string_view plain_end = " .\n";

/// Collects the triples of one block: what follows the beginning that all their subjects share. A subject is given
/// as what it has beyond that beginning.
class Triples {
 public:
  /// Three terms.
  void add(std::string_view subject, std::string_view predicate, std::string_view object) {
    start(subject, predicate) += object;
    end();
  }
  /// Nothing where `value` is empty, as below.
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
  void integer(std::string_view subject, std::string_view predicate, std::uint64_t value) {
    append_integer(start(subject, predicate), value);
    end();
  }
  void position(std::string_view subject, std::string_view predicate, std::uint64_t value) {
    std::string& out = start(subject, predicate);
    out.push_back('"');
    append_number(out, value);
    out += non_negative;
    end();
  }

  /// Begins a triple whose object the caller appends to the text and follows by `end()`, or takes back by `drop()`.
  std::string& start(std::string_view subject, std::string_view predicate) {
    begins_.push_back(text_.size());
    append_all(text_, subject, " ", predicate, " ");
    return text_;
  }
  void end() { text_ += end_; }

  /// How all triples that begin from here on end.
  void end_with(std::string end) { end_ = std::move(end); }

  void drop() {
    text_.resize(begins_.back());
    begins_.pop_back();
  }

  /// Hands the triples on as those of `key`.
  void close(LineBlocks& blocks, std::string_view key) {
    rests_.clear();
    for (std::size_t i = 0; i < begins_.size(); ++i) {
      const std::size_t next = i + 1 < begins_.size() ? begins_[i + 1] : text_.size();
      rests_.emplace_back(text_.data() + begins_[i], next - begins_[i]);
    }
    if (!rests_.empty()) blocks.add(key, rests_);
    text_.clear();
    begins_.clear();
  }

 private:
  std::string text_;
  std::string end_{plain_end};
  std::vector<std::size_t> begins_;
  std::vector<std::string_view> rests_;
};

class Writer {
 public:
  Writer(const graph::GraphView& view, const ExportOptions& options, RdfForm form, std::ostream& out, std::ostream& named)
      : view_(view), choice_(options.evidence), form_of_lines_(form), scheme_(view.ontology(), options.base_iri), out_(out), named_out_(named),
        filings_(scheme_.filings), statements_(scheme_.statements), things_(scheme_.things), named_(scheme_.filings) {}

  void write() {
    if (choice_ != EvidenceChoice::none) view_.for_each_filing([this](const Filing& filing) { add_filing(filing); });
    view_.for_each_node([this](const graph::Node& node) { add_node(node); });
    view_.for_each_edge([this](const graph::Edge& edge) { add_edge(edge); });
    Buffer buffer(out_);
    filings_.write(buffer);
    statements_.write(buffer);
    things_.write(buffer);
    buffer.flush();
    Buffer named(named_out_);
    named_.write(named);
    named.flush();
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

  /// From here on triples belong to the graph of the filing that has `key`, until `leave()`.
  void enter(std::string_view key) {
    if (form_of_lines_ == RdfForm::triples) return;
    graph_.clear();
    append_iri_text(graph_, key);
    graph_.push_back('>');
    if (form_of_lines_ == RdfForm::quads) triples_.end_with(" " + scheme_.filings + graph_ + std::string(plain_end));
  }
  void leave() {
    graph_.clear();
    if (form_of_lines_ == RdfForm::quads) triples_.end_with(std::string(plain_end));
  }

  /// The triples so far are those of `key` below `prefix`, which `blocks` collects where lines do not come by graph.
  void close(LineBlocks& blocks, const std::string& prefix, std::string_view key) {
    if (form_of_lines_ == RdfForm::by_graph && !graph_.empty()) {
      triples_.close(named_, graph_ + " " + prefix + std::string(key));
    } else {
      triples_.close(blocks, key);
    }
  }

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
    triples_.close(things_, path_of("", node.uid) + ">");
  }

  void add_edge(const graph::Edge& edge) {
    const RelationTerms& relation = terms_of(edge.relation);
    const std::string source = path_of(scheme_.things, edge.source) + ">";
    const std::string target = path_of(scheme_.things, edge.target) + ">";
    if (edge.modality == Modality::asserted) {
      triples_.add("", relation.predicate, target);
      triples_.close(things_, std::string_view(source).substr(scheme_.things.size()));
    }
    const std::string base = path_of(scheme_.statements, edge.uid);
    const std::string_view key = std::string_view(base).substr(scheme_.statements.size());
    const auto add_core = [&] {
      triples_.add(">", rdf_object, target);
      triples_.add(">", rdf_predicate, relation.predicate);
      triples_.add(">", rdf_subject, source);
      triples_.add(">", rdf_type, rdf_statement);
    };
    const std::size_t passages = std::min(most_passages_, edge.evidence.size());
    for (std::size_t i = 0; i < passages; ++i) {
      enter(edge.evidence[i].filing);
      add_passage(edge.evidence[i], base, passage_path(i));
      if (form_of_lines_ != RdfForm::triples) {
        if (!edge.derived) add_core();
        triples_.add(">", prov_derived_from, base + passage_path(i) + ">");
        if (form_of_lines_ == RdfForm::by_graph) close(statements_, scheme_.statements, key);
      }
      leave();
    }
    add_core();
    if (form_of_lines_ == RdfForm::triples) {
      for (std::size_t i = 0; i < passages; ++i) triples_.add(">", prov_derived_from, base + passage_path(i) + ">");
    }
    if (std::isfinite(edge.confidence)) {
      append_decimal(triples_.start(">", confidence_), edge.confidence);
      triples_.end();
    }
    if (edge.derived) triples_.add(">", derived_, true_literal);
    triples_.literal(">", modality_, name_of(edge.modality));
    for (const std::string& rule : edge.rules) triples_.literal(">", rule_, rule);
    for (const auto& [name, values] : edge.qualifiers) add_qualifier(qualifier_of(edge.relation, name), values);
    triples_.close(statements_, key);
  }

  void add_qualifier(const QualifierTerm& term, const std::vector<Value>& values) {
    for (const Value& value : values) {
      if (append_value(triples_.start(">", term.predicate), value, term.type)) {
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
  RdfForm form_of_lines_;
  std::size_t most_passages_ = choice_ == EvidenceChoice::none ? 0 : choice_ == EvidenceChoice::first ? 1 : SIZE_MAX;
  IriScheme scheme_;
  std::ostream& out_;
  std::ostream& named_out_;
  LineBlocks filings_, statements_, things_, named_;
  std::string graph_;  ///< Of the triples being collected, beyond the beginning of all filings; empty for the default graph.
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

void write_rdf_lines(const graph::GraphView& view, const ExportOptions& options, RdfForm form, std::ostream& out, std::ostream& named) {
  Writer(view, options, form, out, named).write();
}

}  // namespace rxgraph::exporting
