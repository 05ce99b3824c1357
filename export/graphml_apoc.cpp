#include <map>
#include <set>

#include "export/append.hpp"
#include "export/name_numbers.hpp"
#include "export/property_json.hpp"
#include "export/property_plan.hpp"
#include "export/writers.hpp"
#include "export/xml.hpp"

namespace rxgraph::exporting {
namespace {

/// A key of GraphML: a property may have several, one a type, since relations may type it differently.
struct KeyType {
  std::string name;
  std::string_view type;  ///< Of the value, or of the elements where it is a list.
  bool list = false;

  friend auto operator<=>(const KeyType&, const KeyType&) = default;

  std::string id(char element) const { return std::string(1, element) + "_" + name + (type == "string" ? "" : "." + std::string(type)) + (list ? ".list" : ""); }
};

/// Notes the keys that visited properties need.
class KeyCollector {
 public:
  explicit KeyCollector(std::set<KeyType>& keys) : keys_(keys) {}
  void add(const std::string& name, std::string_view type, bool list = false) { keys_.insert({name, type, list}); }
  void add(const PropertyColumn& column) {
    constexpr std::string_view types[] = {"string", "long", "double", "boolean"};
    add(column.attribute, types[static_cast<std::size_t>(column.kind)], column.many);
    if (column.first_day.empty()) return;
    add(column.first_day, "string");
    add(column.last_day, "string");
  }

 private:
  std::set<KeyType>& keys_;
};

/// Writes visited properties as data elements.
class DataElements {
 public:
  DataElements(std::string& out, char element) : out_(out), element_(element) {}

  void text(std::string_view name, std::string_view text) {
    open(name, "");
    append_xml(out_, text);
    close();
  }
  void day(std::string_view name, std::string_view day) { text(name, day); }
  void whole(std::string_view name, std::int64_t number) {
    open(name, ".long");
    append_number(out_, number);
    close();
  }
  void number(std::string_view name, double number) {
    open(name, ".double");
    append_number(out_, number);
    close();
  }
  void flag(std::string_view name, bool flag) {
    open(name, ".boolean");
    out_ += flag ? "true" : "false";
    close();
  }
  void list(std::string_view name, const std::vector<std::string>& texts) { json(name, ".list", &JsonProperties::list, texts); }
  void wholes(std::string_view name, const std::vector<std::int64_t>& numbers) { json(name, ".long.list", &JsonProperties::wholes, numbers); }
  void numbers(std::string_view name, const std::vector<double>& numbers) { json(name, ".double.list", &JsonProperties::numbers, numbers); }
  void flags(std::string_view name, const std::vector<bool>& flags) { json(name, ".boolean.list", &JsonProperties::flags, flags); }

 private:
  void open(std::string_view name, std::string_view suffix) {
    out_ += "<data key=\"";
    out_.push_back(element_);
    append_all(out_, "_", name, suffix, "\">");
  }
  void close() { out_ += "</data>"; }

  template <typename Items>
  void json(std::string_view name, std::string_view suffix, void (JsonProperties::*append)(std::string_view, const Items&), const Items& items) {
    std::string object;
    JsonProperties properties(object);
    (properties.*append)("", items);  // {"":[...]
    open(name, suffix);
    append_xml(out_, std::string_view(object).substr(4));
    close();
  }

  std::string& out_;
  char element_;
};

/// GraphML as apoc.import.graphml reads it: labels and types as attributes, lists as JSON text with attr.list.
class Writer {
 public:
  Writer(const graph::GraphView& view, EvidenceChoice choice, std::ostream& out)
      : view_(view), choice_(choice), filings_(view), plan_(plan_properties(view.ontology(), shape_of(view))), buffer_(out) {}

  void write() {
    buffer_.text +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    declare_keys();
    buffer_.text += "<graph id=\"rxgraph\" edgedefault=\"directed\">\n";
    view_.for_each_node([this](const graph::Node& node) { write_node(node); });
    view_.for_each_edge([this](const graph::Edge& edge) { write_edge(edge); });
    buffer_.text += "</graph>\n</graphml>\n";
    buffer_.flush();
  }

 private:
  void declare(char element, const std::set<KeyType>& keys) {
    for (const KeyType& key : keys) {
      append_all(buffer_.text, "<key id=\"", key.id(element), "\" for=\"", element == 'n' ? "node" : "edge", "\" attr.name=\"", key.name, "\" attr.type=\"",
                 key.list ? "string" : key.type, "\"");
      if (key.list) append_all(buffer_.text, " attr.list=\"", key.type, "\"");
      buffer_.text += "/>\n";
    }
  }

  void declare_keys() {
    std::set<KeyType> keys;
    KeyCollector nodes(keys);
    for (const char* const name : {"uid", "name", "type"}) nodes.add(name, "string");
    nodes.add("aliases", "string", true);
    nodes.add("filings", "long");
    for (const auto& [type, kind] : plan_.nodes) {
      for (const PropertyColumn& column : kind.ids) nodes.add(column);
    }
    declare('n', keys);
    keys.clear();
    KeyCollector edges(keys);
    for (const char* const name : {"uid", "modality"}) edges.add(name, "string");
    edges.add("confidence", "double");
    edges.add("derived", "boolean");
    edges.add("rules", "string", true);
    for (const auto& [relation, kind] : plan_.edges) {
      for (const PropertyColumn& column : kind.qualifiers) edges.add(column);
    }
    if (choice_ != EvidenceChoice::none) {
      for (const char* const name : {"sentence", "filing", "accession", "form", "filed", "dated", "section"}) edges.add(name, "string");
      for (const char* const name : {"document", "begin", "end", "passages"}) edges.add(name, "long");
    }
    if (choice_ == EvidenceChoice::all) edges.add("further", "string");
    declare('e', keys);
  }

  void write_node(const graph::Node& node) {
    const PropertyPlan::NodeKind& kind = plan_.nodes.find(node.type)->second;
    const std::uint32_t number = numbers_.add(node.uid);
    std::string& out = buffer_.text;
    out += "<node id=\"n";
    append_number(out, number);
    out += "\" labels=\"";
    for (const std::string& label : kind.labels) append_all(out, ":", label);
    out += "\">";
    DataElements data(out, 'n');
    visit_node(node, kind, data);
    out += "</node>\n";
    buffer_.drain();
  }

  void write_edge(const graph::Edge& edge) {
    const PropertyPlan::EdgeKind& kind = plan_.edges.find(edge.relation)->second;
    std::string& out = buffer_.text;
    out += "<edge id=\"e";
    append_number(out, edges_++);
    out += "\" source=\"n";
    append_number(out, numbers_.at(edge.source));
    out += "\" target=\"n";
    append_number(out, numbers_.at(edge.target));
    append_all(out, "\" label=\"", kind.type, "\">");
    DataElements data(out, 'e');
    visit_edge(edge, kind, choice_, filings_, data);
    out += "</edge>\n";
    buffer_.drain();
  }

  const graph::GraphView& view_;
  EvidenceChoice choice_;
  FilingIndex filings_;
  PropertyPlan plan_;
  Buffer buffer_;
  NameNumbers numbers_;  ///< Node uid to the number in its XML id.
  std::uint64_t edges_ = 0;
};

}  // namespace

void write_graphml_apoc(const graph::GraphView& view, const ExportOptions& options, OutputSet& out) {
  Writer(view, options.evidence, out.file()).write();
}

}  // namespace rxgraph::exporting
