#include <rapidjson/document.h>

#include <istream>
#include <limits>

#include "base/error.hpp"
#include "export/read_evidence.hpp"
#include "export/read_graph.hpp"

namespace rxgraph::exporting {
namespace {

Value value_of(const rapidjson::Value& value) {
  if (value.IsString()) return std::string(value.GetString(), value.GetStringLength());
  if (value.IsNumber()) return value.GetDouble();
  if (value.IsBool()) return value.GetBool();
  if (value.IsNull()) return std::numeric_limits<double>::infinity();  // JSON has no other form for a number that is none
  throw GraphFault("a qualifier is neither text, number, true nor false; export the graph anew");
}

graph::Node node_of(const rapidjson::Value& object) {
  graph::Node node;
  node.uid = text_in(object, "node", "a node");
  node.type = text_in(object, "type", "a node");
  node.name = text_in(object, "name", "a node");
  node.aliases = texts_in(object, "aliases", "a node");
  const auto ids = object.FindMember("ids");
  if (ids != object.MemberEnd() && ids->value.IsObject()) {
    for (const auto& id : ids->value.GetObject()) {
      if (!id.value.IsString()) throw GraphFault("an id of a node is no text; export the graph anew");
      node.ids.emplace(std::string(id.name.GetString(), id.name.GetStringLength()), std::string(id.value.GetString(), id.value.GetStringLength()));
    }
  }
  node.filings = static_cast<std::uint32_t>(whole_in(object, "filings", "a node"));
  return node;
}

Qualifiers qualifiers_of(const rapidjson::Value& object) {
  Qualifiers qualifiers;
  const auto found = object.FindMember("qualifiers");
  if (found == object.MemberEnd()) return qualifiers;
  if (!found->value.IsObject()) throw GraphFault("'qualifiers' of an edge is no object; export the graph anew");
  for (const auto& member : found->value.GetObject()) {
    std::vector<Value>& values = qualifiers[std::string(member.name.GetString(), member.name.GetStringLength())];
    if (!member.value.IsArray()) {
      values.push_back(value_of(member.value));
      continue;
    }
    for (const rapidjson::Value& value : member.value.GetArray()) values.push_back(value_of(value));
  }
  return qualifiers;
}

graph::Edge edge_of(const rapidjson::Value& object, NamedFilings& filings) {
  graph::Edge edge;
  edge.uid = text_in(object, "edge", "an edge");
  edge.source = text_in(object, "source", "an edge");
  edge.source_type = text_in(object, "source_type", "an edge");
  edge.relation = text_in(object, "relation", "an edge");
  edge.target = text_in(object, "target", "an edge");
  edge.target_type = text_in(object, "target_type", "an edge");
  edge.qualifiers = qualifiers_of(object);
  const std::string modality = text_in(object, "modality", "an edge");
  const auto named = modality_named(modality);
  if (!named) throw GraphFault("unknown modality '" + modality + "'; export the graph anew");
  edge.modality = *named;
  const rapidjson::Value& confidence = member_of(object, "confidence", "an edge");
  if (!confidence.IsNumber()) throw GraphFault("'confidence' of an edge is no number; export the graph anew");
  edge.confidence = confidence.GetDouble();
  const auto derived = object.FindMember("derived");
  edge.derived = derived != object.MemberEnd() && derived->value.IsTrue();
  edge.rules = texts_in(object, "rules", "an edge");
  const auto evidence = object.FindMember("evidence");
  if (evidence != object.MemberEnd()) edge.evidence = evidence_in(evidence->value, filings);
  if (edge.evidence.empty() || edge.evidence.size() != whole_in(object, "passages", "an edge")) {
    throw GraphFault("the edge " + edge.uid + " comes without all its evidence; export the graph with --evidence all");
  }
  return edge;
}

}  // namespace

graph::WholeGraph read_jsonl_graph(std::istream& in, const std::string& path) {
  graph::WholeGraph graph;
  NamedFilings filings;
  std::string line;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    try {
      rapidjson::Document document;
      parse_json(document, line);
      if (document.IsObject() && document.HasMember("node")) {
        graph.nodes.push_back(node_of(document));
      } else if (document.IsObject() && document.HasMember("edge")) {
        graph.edges.push_back(edge_of(document, filings));
      } else {
        throw GraphFault("neither a node nor an edge; give a file that 'rxgraph export --format jsonl' wrote");
      }
    } catch (const GraphFault& fault) {
      throw InputError(path, number, 1, fault.what());
    }
  }
  graph.filings = filings.take();
  return graph;
}

bool is_exported_graph(std::string_view start) noexcept {
  if (start.starts_with("{\"node\":") || start.starts_with("{\"edge\":")) return true;
  return start.starts_with("<?xml") && start.find("<graphml") != std::string_view::npos;
}

graph::WholeGraph read_graph(std::istream& in, const std::string& path) {
  return in.peek() == '<' ? read_graphml_graph(in, path) : read_jsonl_graph(in, path);
}

}  // namespace rxgraph::exporting
