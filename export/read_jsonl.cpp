#include <rapidjson/document.h>

#include <istream>

#include "base/error.hpp"
#include "export/read_evidence.hpp"
#include "export/read_graph.hpp"

namespace rxgraph::exporting {
namespace {

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
    qualifiers[std::string(member.name.GetString(), member.name.GetStringLength())] = values_in(member.value);
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
  edge.modality = modality_in(object);
  edge.confidence = number_in(object, "confidence", "an edge");
  edge.derived = flag_in(object, "derived");
  edge.rules = texts_in(object, "rules", "an edge");
  read_edge_evidence(object, edge, filings);
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

}  // namespace rxgraph::exporting
