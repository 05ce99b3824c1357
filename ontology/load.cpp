#include "ontology/load.hpp"

#include <algorithm>
#include <filesystem>

#include "ontology/fingerprint.hpp"
#include "ontology/readers.hpp"

namespace rxgraph {

namespace ontology {

std::string path_beside(const std::string& path, const std::string& name) {
  return (std::filesystem::path(path).parent_path() / name).string();
}

namespace {

/// Reads one file, and after it the files that it includes, into layers.
class LayerReader {
 public:
  LayerReader(const OntologySource& source, Faults& faults, std::vector<Layer>& layers) : source_(source), faults_(faults), layers_(layers) {}

  void read(const std::string& path, std::string_view text, const std::string& base_iri) {
    Layer layer;
    layer.file = faults_.add_file(path);
    layer.files = &source_.files;
    layer.base_iri = base_iri;
    if (!parse_json(text, layer.file, faults_, layer.root)) return;
    if (!check_shape(layer.root, shapes::file, faults_)) return;
    read_base(layer);
    const JsonNode* list = layer.root.find("include");
    const JsonNode names = list ? *list : JsonNode();
    const std::string base = layer.base_iri;
    layers_.push_back(std::move(layer));
    for (const JsonNode* name : text_nodes(&names)) include(*name, base);
  }

 private:
  void read_base(Layer& layer) {
    const JsonNode* iri = layer.root.find("iri");
    if (!iri || !iri->is(JsonNode::Kind::text)) return;
    if (is_absolute_iri(iri->text) && (iri->text.ends_with('/') || iri->text.ends_with('#')))
      layer.base_iri = iri->text;
    else
      faults_.add(iri->place, "the base IRI " + in_quotes(iri->text) + " must be absolute and end with '/' or '#'");
  }

  void include(const JsonNode& name, const std::string& base_iri) {
    if (std::find(included_.begin(), included_.end(), name.text) != included_.end()) {
      faults_.add(name.place, in_quotes(name.text) + " is included already");
      return;
    }
    included_.push_back(name.text);
    const auto content = source_.files.find(name.text);
    if (content == source_.files.end())
      faults_.add(name.place, "the included file " + in_quotes(name.text) + " cannot be read; it is looked for beside the ontology file");
    else
      read(path_beside(source_.path, name.text), content->second, base_iri);
  }

  const OntologySource& source_;
  Faults& faults_;
  std::vector<Layer>& layers_;
  std::vector<std::string> included_;
};

/// Version and base IRI are those of the first file that has them; the name is made of all names.
void read_header(Reading& reading) {
  Ontology& ontology = reading.ontology;
  for (const Layer& layer : reading.layers) {
    const std::string name = text_of(layer.root, "ontology");
    if (!name.empty()) ontology.name += (ontology.name.empty() ? "" : " + ") + name;
    if (ontology.version.empty()) ontology.version = text_of(layer.root, "version");
    if (ontology.base_iri.empty()) ontology.base_iri = layer.base_iri;
  }
}

}  // namespace

}  // namespace ontology

Ontology load_ontology(std::span<const OntologySource> sources) {
  using namespace ontology;
  constexpr const char* default_base = "https://rxgraph.example/ontology/";
  Faults faults;
  Reading reading{{}, faults, {}, {}};
  for (const OntologySource& source : sources) {
    const std::string below = reading.layers.empty() ? default_base : reading.layers.front().base_iri;
    LayerReader(source, faults, reading.layers).read(source.path, source.text, below);
  }
  read_header(reading);
  read_prefixes(reading);
  read_types(reading);
  read_relations(reading);
  read_vocabularies(reading);
  read_frames(reading);
  read_examples(reading);
  read_derivations(reading);
  read_questions(reading);
  if (!faults.empty()) throw OntologyError(faults.sorted());
  reading.ontology.fingerprint = fingerprint_of(reading.ontology);
  return std::move(reading.ontology);
}

}  // namespace rxgraph
