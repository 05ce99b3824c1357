#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>

#include "export/append.hpp"
#include "export/escape.hpp"
#include "export/filings.hpp"
#include "export/graphml_dressing.hpp"
#include "export/name_numbers.hpp"
#include "export/shape.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::string_view data_end = "</data>";

/// One property. Every node and edge begins with its uid, so each further value ends the one before it: that is one piece of text, made once.
struct Key {
  std::string lead;  ///< `</data><data key="n_label">`

  /// Nothing where `value` is empty.
  void text(std::string& out, std::string_view value) const {
    if (value.empty()) return;
    out += lead;
    append_xml(out, value);
  }
  template <typename Number>
  void number(std::string& out, Number value) const {
    out += lead;
    append_number(out, value);
  }

  /// `<data key="n_label">`: the first of an element.
  std::string_view first() const { return std::string_view(lead).substr(data_end.size()); }
};

/// The elements of a list, joined with '|'; '|' and '\' within an element take a '\' in front.
class Joined {
 public:
  void add(std::string_view element) {
    if (!first_) text_.push_back('|');
    first_ = false;
    for (const char c : element) {
      if (c == '|' || c == '\\') text_.push_back('\\');
      text_.push_back(c);
    }
  }
  const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
  bool first_ = true;
};

constexpr PlainBytes plain_in_lists = plain_without("|\\");

std::string joined(const std::vector<std::string>& list) {
  Joined all;
  for (const std::string& element : list) all.add(element);
  return all.text();
}

std::string_view type_name(Column::Kind kind) {
  switch (kind) {
    case Column::Kind::whole: return "long";
    case Column::Kind::number: return "double";
    case Column::Kind::flag: return "boolean";
    case Column::Kind::text: break;
  }
  return "string";
}

class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, std::ostream& out, const GraphmlDressing* dressing)
      : view_(view), choice_(choice), dressing_(dressing), filings_(view), shape_(shape_of(view)), buffer_(out) {}

  void write() {
    buffer_.text +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ";
    if (dressing_ != nullptr) append_all(buffer_.text, dressing_->name_space, " ");
    buffer_.text += "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    declare_node_keys();
    declare_edge_keys();
    if (dressing_ != nullptr) buffer_.text += dressing_->keys;
    buffer_.text += "<graph id=\"rxgraph\" edgedefault=\"directed\">\n";
    view_.for_each_node([this](const graph::Node& node) { write_node(node); });
    view_.for_each_edge([this](const graph::Edge& edge) { write_edge(edge); });
    buffer_.text += "</graph>\n</graphml>\n";
    buffer_.flush();
  }

 private:
  struct QualifierKey {
    std::string name;
    Key key;
    bool many = false;
  };

  Key declare(std::string_view element, std::string_view name, std::string_view type) {
    const std::string id = std::string(element.substr(0, 1)) + "_" + std::string(name);
    append_all(buffer_.text, "<key id=\"", id, "\" for=\"", element, "\" attr.name=\"", name, "\" attr.type=\"", type, "\"/>\n");
    return {std::string(data_end) + "<data key=\"" + id + "\">"};
  }

  void declare_node_keys() {
    node_uid_ = declare("node", "uid", "string");
    node_label_ = declare("node", "label", "string");
    node_type_ = declare("node", "type", "string");
    node_labels_ = declare("node", "labels", "string");
    node_aliases_ = declare("node", "aliases", "string");
    node_filings_ = declare("node", "filings", "long");
    for (const auto& [registry, name] : attribute_names(registries_of(shape_), "id_")) registries_[registry] = declare("node", name, "string");
  }

  void declare_edge_keys() {
    uid_lead_ = "\">" + std::string(declare("edge", "uid", "string").first());
    edge_type_ = declare("edge", "type", "string");
    const Key modality = declare("edge", "modality", "string");
    for (std::size_t i = 0; i < modalities_.size(); ++i) modality.text(modalities_[i], name_of(static_cast<Modality>(i)));
    edge_confidence_ = declare("edge", "confidence", "double");
    const Key derived = declare("edge", "derived", "boolean");
    for (std::size_t i = 0; i < derived_.size(); ++i) derived.text(derived_[i], i == 0 ? "false" : "true");
    edge_rules_ = declare("edge", "rules", "string");
    declare_qualifiers();
    if (choice_ == EvidenceChoice::none) return;
    sentence_ = declare("edge", "sentence", "string");
    filing_ = declare("edge", "filing", "string");
    accession_ = declare("edge", "accession", "string");
    form_ = declare("edge", "form", "string");
    filed_ = declare("edge", "filed", "string");
    dated_ = declare("edge", "dated", "string");
    document_ = declare("edge", "document", "long");
    section_ = declare("edge", "section", "string");
    begin_ = declare("edge", "begin", "long");
    end_ = declare("edge", "end", "long");
    passages_ = declare("edge", "passages", "long");
    if (choice_ == EvidenceChoice::all) further_ = declare("edge", "further", "string");
  }

  void declare_qualifiers() {
    const std::map<std::string, Column> columns = columns_of(shape_);
    std::set<std::string> names;
    for (const auto& [name, column] : columns) names.insert(name);
    for (const auto& [name, attribute] : attribute_names(names, "q_")) {
      const Column& column = columns.at(name);
      const Column::Kind kind = column.many ? Column::Kind::text : column.kind();
      qualifiers_.push_back({name, declare("edge", attribute, type_name(kind)), column.many});
    }
  }

  const std::string& labels(const std::string& type) {
    const auto [entry, fresh] = labels_.try_emplace(type);
    if (fresh) {
      for (const std::string& label : labels_of(view_.ontology(), type)) entry->second += ":" + label;
    }
    return entry->second;
  }

  void write_node(const graph::Node& node) {
    std::string& out = buffer_.text;
    const std::uint32_t number = numbers_.add(node.uid);
    out += "<node id=\"n";
    append_number(out, number);
    append_all(out, "\">", node_uid_.first());
    append_xml(out, node.uid);
    node_label_.text(out, node.name);
    node_type_.text(out, node.type);
    node_labels_.text(out, labels(node.type));
    if (!node.aliases.empty()) node_aliases_.text(out, joined(node.aliases));
    node_filings_.number(out, node.filings);
    for (const auto& [registry, id] : node.ids) {
      if (!id.empty()) registries_.find(registry)->second.text(out, id);
    }
    out += data_end;
    if (dressing_ != nullptr) dressing_->node(out, node, number);
    out += "</node>\n";
    buffer_.drain();
  }

  /// What says that edges are of `relation`.
  const std::string& type_of(const std::string& relation) {
    if (relation_ == nullptr || relation_->first != relation) {
      const auto [entry, fresh] = relations_.try_emplace(relation);
      if (fresh) edge_type_.text(entry->second, relation);
      relation_ = &*entry;
    }
    return relation_->second;
  }

  void write_qualifiers(const Qualifiers& qualifiers) {
    auto key = qualifiers_.begin();
    for (const auto& [name, values] : qualifiers) {
      int order = -1;
      while (key != qualifiers_.end() && (order = key->name.compare(name)) < 0) ++key;
      if (key == qualifiers_.end()) return;
      if (order == 0 && !values.empty()) write_qualifier(*key, values);
    }
  }

  void write_qualifier(const QualifierKey& qualifier, const std::vector<Value>& values) {
    if (qualifier.many) {
      std::string text;
      Joined list;
      for (const Value& value : values) {
        text.clear();
        append_plain(text, value);
        list.add(text);
      }
      qualifier.key.text(buffer_.text, list.text());
    } else if (const auto* const given = std::get_if<std::string>(&values.front())) {
      qualifier.key.text(buffer_.text, *given);
    } else if (const auto* const number = std::get_if<double>(&values.front()); number == nullptr || std::isfinite(*number)) {
      buffer_.text += qualifier.key.lead;
      append_plain(buffer_.text, values.front());
    }
  }

  void write_evidence(const std::vector<Evidence>& evidence) {
    if (choice_ == EvidenceChoice::none || evidence.empty()) return;
    std::string& out = buffer_.text;
    const Evidence& first = evidence.front();
    const FilingFacts& facts = filings_.of(first);
    const ByteRange bytes = hull(first);
    sentence_.text(out, first.text);
    filing_.text(out, first.filing);
    accession_.text(out, facts.accession);
    form_.text(out, facts.form);
    filed_.text(out, facts.filed);
    dated_.text(out, facts.dated);
    document_.number(out, first.document);
    section_.text(out, first.section);
    begin_.number(out, bytes.begin);
    end_.number(out, bytes.end);
    passages_.number(out, evidence.size());
    if (choice_ == EvidenceChoice::first || evidence.size() == 1) return;
    std::string further;
    append_evidence_list_json(further, std::span(evidence).subspan(1), filings_);
    further_.text(out, further);
  }

  void write_rules(const std::vector<std::string>& rules) {
    const bool plain = rules.size() == 1 && plain_end(rules.front(), 0, plain_in_lists) == rules.front().size();
    edge_rules_.text(buffer_.text, plain ? rules.front() : joined(rules));
  }

  void set_source(const std::string& source) {
    source_ = source;
    source_and_ = "\" source=\"n";
    append_number(source_and_, numbers_.at(source));
    source_and_ += "\" target=\"n";
  }

  void write_edge(const graph::Edge& edge) {
    std::string& out = buffer_.text;
    if (source_ != edge.source) set_source(edge.source);
    out += "<edge id=\"e";
    append_number(out, edges_++);
    out += source_and_;
    append_number(out, numbers_.at(edge.target));
    out += uid_lead_;
    append_xml(out, edge.uid);
    out += type_of(edge.relation);
    out += modalities_[static_cast<std::size_t>(edge.modality)];
    confidences_.append(out, edge.confidence, [this](std::string& to, double number) {
      if (std::isfinite(number)) edge_confidence_.number(to, number);
    });
    out += derived_[edge.derived];
    if (!edge.rules.empty()) write_rules(edge.rules);
    write_qualifiers(edge.qualifiers);
    write_evidence(edge.evidence);
    out += data_end;
    if (dressing_ != nullptr) dressing_->edge(out, edge);
    out += "</edge>\n";
    buffer_.drain();
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  const GraphmlDressing* dressing_;
  FilingIndex filings_;
  Shape shape_;
  Buffer buffer_;
  Key node_uid_, node_label_, node_type_, node_labels_, node_aliases_, node_filings_;
  Key edge_type_, edge_confidence_, edge_rules_;
  Key sentence_, filing_, accession_, form_, filed_, dated_, document_, section_, begin_, end_, passages_, further_;
  std::map<std::string, Key> registries_;
  std::vector<QualifierKey> qualifiers_;  ///< By name, as an edge's are.
  std::map<std::string, std::string> labels_;
  NameNumbers numbers_;                                     ///< Node uid to the number in its XML id.
  std::map<std::string, std::string> relations_;            ///< Name to what says it.
  const std::pair<const std::string, std::string>* relation_ = nullptr;  ///< The last one: edges of one relation often follow one another.
  RepeatedNumbers confidences_;
  std::optional<std::string> source_;                       ///< Edges of one source follow one another.
  std::string source_and_;                                  ///< What stands between an edge's number and that of its target.
  std::string uid_lead_;                                    ///< What stands between that and its uid.
  std::array<std::string, 4> modalities_;                   ///< What says each modality.
  std::array<std::string, 2> derived_;                      ///< What says that an edge is not derived, and that it is.
  std::uint64_t edges_ = 0;
};

}  // namespace

void write_graphml(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  Writer(view, options.evidence, out.file(), nullptr).write();
}

void write_dressed_graphml(const graph::GraphView& view, const ExportOptions& options, OutputSet& out, const GraphmlDressing& dressing) {
  Writer(view, options.evidence, out.file(), &dressing).write();
}

}  // namespace rxgraph::exporting
