#include <libxml/xmlreader.h>

#include <algorithm>
#include <charconv>
#include <istream>
#include <map>
#include <memory>
#include <tuple>

#include "base/error.hpp"
#include "export/read_evidence.hpp"
#include "export/read_graph.hpp"
#include "export/shape.hpp"

namespace rxgraph::exporting {
namespace {

struct ReaderFree {
  void operator()(xmlTextReader* reader) const noexcept { xmlFreeTextReader(reader); }
  void operator()(xmlChar* text) const noexcept { xmlFree(text); }
};

int read_stream(void* context, char* buffer, int size) {
  auto& in = *static_cast<std::istream*>(context);
  in.read(buffer, size);
  return static_cast<int>(in.gcount());
}

/// Keeps libxml2 from printing; the first error counts.
void note_error(void* error, const char* message, xmlParserSeverities, xmlTextReaderLocatorPtr) {
  auto& text = *static_cast<std::string*>(error);
  if (text.empty()) text = message;
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
}

/// A key of the file, by its id.
struct Key {
  std::string name;
  std::string type;
};

/// The data of the element at hand: name to text.
using Data = std::map<std::string, std::string>;

/// The elements of a text joined by '|', as `graphml` writes lists.
std::vector<std::string> list_of(const std::string& text) {
  std::vector<std::string> list(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '|') {
      list.emplace_back();
    } else {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      list.back().push_back(text[at]);
    }
  }
  return list;
}

template <typename Number>
Number number_of(const std::string& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) throw GraphFault("'" + text.substr(0, 40) + "' is no number of its kind; export the graph anew");
  return number;
}

/// `name` as the graph calls a qualifier or a registry: without the prefix that was put before a reserved name.
std::string called(const std::string& attribute, std::string_view prefix) {
  if (!attribute.starts_with(prefix)) return attribute;
  const std::string name = attribute.substr(prefix.size());
  return attribute_name(name, prefix) == attribute ? name : attribute;
}

std::string taken(Data& data, const char* name) {
  const auto found = data.find(name);
  if (found == data.end()) return {};
  std::string text = std::move(found->second);
  data.erase(found);
  return text;
}

class Reader {
 public:
  Reader(std::istream& in, std::string path) : path_(std::move(path)) {
    reader_.reset(xmlReaderForIO(read_stream, nullptr, &in, nullptr, nullptr, XML_PARSE_HUGE | XML_PARSE_NONET));
    if (!reader_) throw InputError(path_, "cannot be read; free some memory");
    xmlTextReaderSetErrorHandler(reader_.get(), note_error, &error_);
  }

  graph::WholeGraph read() {
    try {
      int more = 0;
      while ((more = xmlTextReaderRead(reader_.get())) == 1) event();
      if (more < 0) throw GraphFault((error_.empty() ? "no XML" : error_) + "; export the graph anew");
    } catch (const GraphFault& fault) {
      throw InputError(path_, line(), 1, fault.what());
    }
    finish();
    return std::move(graph_);
  }

 private:
  std::uint32_t line() const { return static_cast<std::uint32_t>(std::max(1, xmlTextReaderGetParserLineNumber(reader_.get()))); }

  std::string_view name() const { return reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader_.get())); }

  std::string attribute(const char* wanted) const {
    const std::unique_ptr<xmlChar, ReaderFree> text(xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(wanted)));
    return text ? reinterpret_cast<const char*>(text.get()) : std::string();
  }

  void event() {
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_DOCUMENT_TYPE: throw GraphFault("a document type is not read; give a file that 'rxgraph export' wrote");
      case XML_READER_TYPE_ELEMENT: begin_element(); break;
      case XML_READER_TYPE_END_ELEMENT: end_element(); break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      case XML_READER_TYPE_WHITESPACE:
        if (key_ != nullptr) text_ += reinterpret_cast<const char*>(xmlTextReaderConstValue(reader_.get()));
        break;
      default: break;
    }
  }

  void begin_element() {
    const bool empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
    if (name() == "key") {
      keys_[attribute("id")] = {attribute("attr.name"), attribute("attr.type")};
    } else if (name() == "node" || name() == "edge") {
      data_.clear();
      types_.clear();
      id_ = attribute("id");
      source_ = attribute("source");
      target_ = attribute("target");
      if (empty) end_thing(name() == "edge");
    } else if (name() == "data" && !empty) {
      const auto found = keys_.find(attribute("key"));
      if (found == keys_.end()) throw GraphFault("data of the unknown key '" + attribute("key") + "'; give a file that 'rxgraph export' wrote");
      key_ = &found->second;
      text_.clear();
    }
  }

  void end_element() {
    if (name() == "data" && key_ != nullptr) {
      if (!key_->name.empty()) {  // what only draws has no name
        data_[key_->name] = std::move(text_);
        types_[key_->name] = key_->type;
      }
      key_ = nullptr;
    } else if (name() == "node" || name() == "edge") {
      end_thing(name() == "edge");
    }
  }

  void end_thing(bool edge) {
    if (edge) {
      end_edge();
    } else {
      end_node();
    }
  }

  void end_node() {
    graph::Node node;
    node.uid = taken(data_, "uid");
    if (node.uid.empty()) throw GraphFault("a node has no 'uid'; give a file that 'rxgraph export --format graphml' wrote");
    node.name = taken(data_, "label");
    node.type = taken(data_, "type");
    taken(data_, "labels");
    if (const std::string aliases = taken(data_, "aliases"); !aliases.empty()) node.aliases = list_of(aliases);
    if (const std::string filings = taken(data_, "filings"); !filings.empty()) node.filings = number_of<std::uint32_t>(filings);
    for (auto& [attribute, text] : data_) node.ids[called(attribute, "id_")] = std::move(text);
    uids_[id_] = {node.uid, node.type};
    graph_.nodes.push_back(std::move(node));
  }

  const std::pair<std::string, std::string>& end_of(const std::string& id) const {
    const auto found = uids_.find(id);
    if (found == uids_.end()) throw GraphFault("an edge ends at '" + id + "', which is no node before it; export the graph anew");
    return found->second;
  }

  void end_edge() {
    graph::Edge edge;
    edge.uid = taken(data_, "uid");
    if (edge.uid.empty()) throw GraphFault("an edge has no 'uid'; give a file that 'rxgraph export --format graphml' wrote");
    std::tie(edge.source, edge.source_type) = end_of(source_);
    std::tie(edge.target, edge.target_type) = end_of(target_);
    edge.relation = taken(data_, "type");
    const auto modality = modality_named(taken(data_, "modality"));
    if (!modality) throw GraphFault("the edge " + edge.uid + " has no modality; export the graph anew");
    edge.modality = *modality;
    edge.confidence = number_of<double>(taken(data_, "confidence"));
    edge.derived = taken(data_, "derived") == "true";
    if (const std::string rules = taken(data_, "rules"); !rules.empty()) edge.rules = list_of(rules);
    read_evidence(edge);
    for (auto& [attribute, text] : data_) read_qualifier(edge, attribute, text);
    graph_.edges.push_back(std::move(edge));
  }

  void read_evidence(graph::Edge& edge) {
    const std::string passages = taken(data_, "passages");
    const std::string further = taken(data_, "further");
    Evidence first;
    first.filing = taken(data_, "filing");
    first.accession = taken(data_, "accession");
    first.section = taken(data_, "section");
    first.text = taken(data_, "sentence");
    const std::string form = taken(data_, "form");
    const std::string filed = taken(data_, "filed");
    const std::string dated = taken(data_, "dated");
    const std::string begin = taken(data_, "begin");
    const std::string end = taken(data_, "end");
    const std::string document = taken(data_, "document");
    if (!passages.empty()) {
      first.document = number_of<std::uint32_t>(document);
      first.ranges = {{number_of<std::uint64_t>(begin), number_of<std::uint64_t>(end)}};
      filings_.add(first.filing, {first.accession, form, filed, dated, {}});
      edge.evidence.push_back(std::move(first));
    }
    if (!further.empty()) {
      rapidjson::Document json;
      parse_json(json, further);
      for (Evidence& passage : evidence_in(json, filings_)) edge.evidence.push_back(std::move(passage));
    }
    if (edge.evidence.empty() || edge.evidence.size() != number_of<std::size_t>(passages)) {
      throw GraphFault("the edge " + edge.uid + " comes without all its evidence; export the graph with --evidence all");
    }
  }

  /// A list comes back as one text, as it was joined: written again, it is the same.
  void read_qualifier(graph::Edge& edge, const std::string& attribute, std::string& text) {
    std::vector<Value>& values = edge.qualifiers[called(attribute, "q_")];
    const std::string& type = types_[attribute];
    if (type == "long" || type == "double" || type == "int" || type == "float") {
      values = {number_of<double>(text)};
    } else if (type == "boolean") {
      values = {text == "true"};
    } else {
      values = {std::move(text)};
    }
  }

  void finish() { graph_.filings = filings_.take(); }

  std::string path_;
  std::string error_;
  std::unique_ptr<xmlTextReader, ReaderFree> reader_;
  std::map<std::string, Key> keys_;
  const Key* key_ = nullptr;  ///< Of the data element at hand.
  std::string text_;
  Data data_;
  Data types_;  ///< attr.type of `data_`.
  std::string id_, source_, target_;
  std::map<std::string, std::pair<std::string, std::string>> uids_;  ///< XML id to uid and type.
  NamedFilings filings_;
  graph::WholeGraph graph_;
};

}  // namespace

graph::WholeGraph read_graphml_graph(std::istream& in, const std::string& path) { return Reader(in, path).read(); }

}  // namespace rxgraph::exporting
