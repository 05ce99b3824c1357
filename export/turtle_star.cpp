#include <cmath>

#include "export/append.hpp"
#include "export/filings.hpp"
#include "export/rdf_lines.hpp"
#include "export/serd_writer.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

/// What is said of facts, each as a quoted triple with literals only: those are what neosemantics makes properties of.
class Writer {
 public:
  Writer(const graph::GraphView& view, const ExportOptions& options, std::ostream& out)
      : view_(view), choice_(options.evidence), scheme_(view.ontology(), options.base_iri), prefixes_(prefixes_of(view.ontology(), options)), filings_(view), buffer_(out) {}

  void write() {
    buffer_.text += '\n';
    view_.for_each_edge([this](const graph::Edge& edge) { add_edge(edge); });
    buffer_.flush();
  }

 private:
  void add_edge(const graph::Edge& edge) {
    std::string& out = buffer_.text;
    out += "<< ";
    add_thing(edge.source);
    append_all(out, " ", short_name(scheme_.relation(view_.ontology(), edge.relation)), " ");
    add_thing(edge.target);
    out += " >>";
    before_ = " ";
    text("uid", edge.uid);
    text("modality", name_of(edge.modality));
    if (std::isfinite(edge.confidence)) append_decimal(start("confidence"), edge.confidence);
    if (edge.derived) start("derived") += "true";
    for (const std::string& rule : edge.rules) text("rule", rule);
    add_qualifiers(edge);
    if (choice_ != EvidenceChoice::none && !edge.evidence.empty()) add_evidence(edge.evidence);
    out += " .\n";
    buffer_.drain();
  }

  void add_thing(std::string_view uid) {
    buffer_.text += scheme_.things;
    append_iri_text(buffer_.text, uid);
    buffer_.text += '>';
  }

  void add_qualifiers(const graph::Edge& edge) {
    const Relation* const relation = view_.ontology().relation(edge.relation);
    for (const auto& [name, values] : edge.qualifiers) {
      const QualifierType* const declared = relation == nullptr ? nullptr : relation->qualifier(name);
      for (const Value& value : values) {
        object_.clear();
        if (!append_value(object_, value, declared == nullptr ? ValueType::text : declared->type)) continue;
        append_all(buffer_.text, before_, short_name(scheme_.qualifier(name)), " ", object_);
        before_ = " ; ";
      }
    }
  }

  /// The first passage, and the others as JSON.
  void add_evidence(const std::vector<Evidence>& passages) {
    const Evidence& evidence = passages.front();
    const FilingFacts& facts = filings_.of(evidence);
    const ByteRange bytes = hull(evidence);
    text("sentence", evidence.text);
    text("filing", evidence.filing);
    text("accession", facts.accession);
    text("form", facts.form);
    if (!facts.filed.empty()) append_date(start("filed"), facts.filed);
    if (!facts.dated.empty()) append_date(start("dated"), facts.dated);
    integer("document", evidence.document);
    text("section", evidence.section);
    integer("begin", bytes.begin);
    integer("end", bytes.end);
    integer("passages", passages.size());
    if (choice_ != EvidenceChoice::all || passages.size() == 1) return;
    object_.clear();
    append_evidence_list_json(object_, std::span(passages).subspan(1), filings_);
    text("further", object_);
  }

  std::string& start(std::string_view term) {
    append_all(buffer_.text, before_, short_name(scheme_.term(term)), " ");
    before_ = " ; ";
    return buffer_.text;
  }

  void text(std::string_view term, std::string_view value) {
    if (!value.empty()) append_literal(start(term), value);
  }

  void integer(std::string_view term, std::uint64_t value) { append_integer(start(term), value); }

  /// `opened`, an IRI in angle brackets, with a prefix where one fits.
  std::string_view short_name(const std::string& opened) {
    const auto [entry, fresh] = names_.try_emplace(opened);
    if (fresh) {
      entry->second = shortened(std::string_view(opened).substr(1, opened.size() - 2), prefixes_);
      if (entry->second.empty()) entry->second = opened;
    }
    return entry->second;
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  IriScheme scheme_;
  std::vector<Prefix> prefixes_;
  FilingIndex filings_;
  Buffer buffer_;
  std::map<std::string, std::string> names_;  ///< IRI to how it is written.
  std::string_view before_;                   ///< What stands between what was written of a fact and the next property.
  std::string object_;
};

}  // namespace

void write_turtle_star(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  std::ostream& file = out.file();
  TerseRdf terse(TerseRdf::Syntax::turtle, prefixes_of(view.ontology(), options), file);
  write_rdf_lines(view, options, RdfForm::things, terse.triples(), terse.triples());
  terse.finish();
  Writer(view, options, file).write();
}

}  // namespace rxgraph::exporting
