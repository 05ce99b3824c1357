#include <filesystem>
#include <fstream>
#include <functional>
#include <unordered_map>

#include "base/error.hpp"
#include "export/kgx.hpp"
#include "export/read_evidence.hpp"
#include "export/read_graph.hpp"

namespace rxgraph::exporting {
namespace {

/// The name in the CURIE at `member`. Throws GraphFault.
std::string name_at(const rapidjson::Value& object, const char* member, const char* what) {
  member_of(object, member, what);
  const std::string curie = text_in(object, member, what);
  std::optional<std::string> name = name_in_kgx_curie(curie);
  if (!name) {
    throw GraphFault("'" + std::string(member) + "' of " + what + " is '" + curie.substr(0, 60) +
                     "', and no name of ours; give a folder that 'rxgraph export --format kgx-jsonl' wrote");
  }
  return std::move(*name);
}

/// The name of `member` without `prefix`; none where it does not begin so.
std::optional<std::string> name_after(std::string_view prefix, const rapidjson::Value& member) {
  const std::string_view name(member.GetString(), member.GetStringLength());
  if (!name.starts_with(prefix)) return std::nullopt;
  return std::string(name.substr(prefix.size()));
}

graph::Node node_of(const rapidjson::Value& object) {
  graph::Node node;
  node.uid = name_at(object, "id", "a node");
  const std::vector<std::string> types = texts_in(object, "type", "a node");
  const std::optional<std::string> type = types.size() == 1 ? name_in_kgx_curie(types.front()) : std::nullopt;
  if (!type) throw GraphFault("the node " + node.uid + " has no 'type' of ours; give a folder that 'rxgraph export --format kgx-jsonl' wrote");
  node.type = *type;
  node.name = text_in(object, "name", "a node");
  node.aliases = texts_in(object, "synonym", "a node");
  node.filings = static_cast<std::uint32_t>(whole_in(object, "filings", "a node"));
  for (const auto& member : object.GetObject()) {
    const auto registry = name_after("id_", member.name);
    if (!registry) continue;
    if (!member.value.IsString()) throw GraphFault("an id of a node is no text; export the graph anew");
    node.ids.emplace(*registry, std::string(member.value.GetString(), member.value.GetStringLength()));
  }
  return node;
}

class Reader {
 public:
  explicit Reader(std::string folder) : folder_(std::move(folder)) {}

  graph::WholeGraph read() {
    for_each_line("nodes.jsonl", [this](const rapidjson::Value& object) {
      const graph::Node& node = graph_.nodes.emplace_back(node_of(object));
      types_[node.uid] = node.type;
    });
    for_each_line("edges.jsonl", [this](const rapidjson::Value& object) { graph_.edges.push_back(edge_of(object)); });
    graph_.filings = filings_.take();
    return std::move(graph_);
  }

 private:
  void for_each_line(const char* name, const std::function<void(const rapidjson::Value&)>& each) {
    const std::string path = (std::filesystem::path(folder_) / name).string();
    std::ifstream in(path, std::ios::binary);
    if (!in) throw InputError(path, "cannot be read; check the path and its mode");
    std::string line;
    for (std::uint32_t number = 1; std::getline(in, line); ++number) {
      try {
        rapidjson::Document document;
        parse_json(document, line);
        if (!document.IsObject()) throw GraphFault("no JSON object; give a folder that 'rxgraph export --format kgx-jsonl' wrote");
        each(document);
      } catch (const GraphFault& fault) {
        throw InputError(path, number, 1, fault.what());
      }
    }
  }

  const std::string& type_of(const std::string& uid) const {
    const auto found = types_.find(uid);
    if (found == types_.end()) throw GraphFault("an edge ends at '" + uid + "', which nodes.jsonl does not have; export the graph anew");
    return found->second;
  }

  graph::Edge edge_of(const rapidjson::Value& object) {
    graph::Edge edge;
    edge.uid = name_at(object, "id", "an edge");
    edge.source = name_at(object, "subject", "an edge");
    edge.source_type = type_of(edge.source);
    edge.relation = name_at(object, "original_predicate", "an edge");
    edge.target = name_at(object, "object", "an edge");
    edge.target_type = type_of(edge.target);
    edge.modality = modality_in(object);
    edge.confidence = number_in(object, "extraction_confidence_score", "an edge");
    edge.derived = flag_in(object, "derived");
    edge.rules = texts_in(object, "rules", "an edge");
    for (const auto& member : object.GetObject()) {
      if (const auto name = name_after("q_", member.name)) edge.qualifiers[*name] = values_in(member.value);
    }
    read_edge_evidence(object, edge, filings_);
    return edge;
  }

  std::string folder_;
  std::unordered_map<std::string, std::string> types_;  ///< Of nodes, by uid.
  NamedFilings filings_;
  graph::WholeGraph graph_;
};

}  // namespace

bool is_kgx_folder(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(std::filesystem::path(path) / "nodes.jsonl", error) &&
         std::filesystem::is_regular_file(std::filesystem::path(path) / "edges.jsonl", error);
}

graph::WholeGraph read_kgx_graph(const std::string& folder) { return Reader(folder).read(); }

}  // namespace rxgraph::exporting
