#include "export/format.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/names.hpp"
#include "export/compress.hpp"
#include "export/writers.hpp"

namespace rxgraph::exporting {
namespace {

constexpr std::array table = {
    Format{"graphml", ".graphml", "GraphML for Gephi, Cytoscape, NetworkX, igraph", write_graphml, false, true},
    Format{"graphml-yed", ".yed.graphml", "GraphML for yEd, with labels, colours and a layout", write_graphml_yed, false, true},
    Format{"ntriples", ".nt", "RDF as canonical N-Triples, each statement with its evidence", write_ntriples, true, true},
    Format{"nquads", ".nq", "RDF as canonical N-Quads, a named graph for each filing", write_nquads, true, true},
    Format{"turtle", ".ttl", "RDF as Turtle with prefixes, for reading", write_turtle, true},
    Format{"trig", ".trig", "RDF as TriG: Turtle with a named graph for each filing", write_trig, true},
    Format{"jsonld", ".jsonld", "RDF as JSON-LD 1.1, its context within", write_jsonld, true},
    Format{"ntriples-1.2", ".rdf12.nt", "RDF 1.2 as N-Triples: statements and passages reify facts", write_ntriples_12},
    Format{"turtle-1.2", ".rdf12.ttl", "RDF 1.2 as Turtle, likewise", write_turtle_12},
    Format{"turtle-star", ".ttls", "Turtle-star for Neo4j's neosemantics: facts with properties", write_turtle_star},
    Format{"neo4j", "", "a folder of CSV files for neo4j-admin, with import.sh", write_neo4j},
    Format{"cypher", ".cypher", "a script for cypher-shell; a second run changes nothing", write_cypher},
    Format{"graphml-apoc", ".apoc.graphml", "GraphML for Neo4j's apoc.import.graphml", write_graphml_apoc},
    Format{"apoc-json", ".apoc.jsonl", "JSON Lines for Neo4j's apoc.import.json", write_apoc_json},
    Format{"kgx-jsonl", "", "a folder of KGX's JSON Lines, in the terms of the Biolink Model", write_kgx_jsonl, false, true},
    Format{"kgx-tsv", "", "a folder of KGX's tables, in the terms of the Biolink Model", write_kgx_tsv},
    Format{"csv", "", "a folder of tables: nodes, edges, evidence", write_csv},
    Format{"dot", ".dot", "a drawing for Graphviz, for small parts", write_dot},
    Format{"jsonl", ".jsonl", "nodes and edges as JSON Lines", write_jsonl, false, true},
};

}  // namespace

std::span<const Format> formats() noexcept { return table; }

std::string names_read_back() {
  std::string names;
  std::string_view last;
  for (const Format& format : table) {
    if (!format.reads_back) continue;
    if (!last.empty()) names += (names.empty() ? "" : ", ") + std::string(last);
    last = format.name;
  }
  return names + " or " + std::string(last);
}

const Format& format_named(std::string_view name) {
  for (const Format& format : table) {
    if (format.name == name || (!format.extension.empty() && format.extension.substr(1) == name)) return format;
  }
  std::vector<std::string> names;
  std::string all;
  for (const Format& format : table) {
    names.emplace_back(format.name);
    all += (all.empty() ? "" : ", ") + names.back();
  }
  const std::string near = did_you_mean(name, names);
  throw UnknownName("unknown format '" + std::string(name) + "'" + (near.empty() ? "; there are " + all : near));
}

const Format* format_of_path(std::string_view path) noexcept {
  const Format* best = nullptr;
  path = without_compression(path);
  for (const Format& format : table) {
    const bool ends = !format.extension.empty() && path.size() > format.extension.size() && path.ends_with(format.extension);
    if (ends && (best == nullptr || format.extension.size() > best->extension.size())) best = &format;
  }
  return best;
}

}  // namespace rxgraph::exporting
