/// Where ontology files come from: this program, or a folder.

#include <algorithm>

#include "base/error.hpp"
#include "base/file.hpp"
#include "ontology/embedded.hpp"
#include "ontology/readers.hpp"

namespace rxgraph {

namespace {

std::string_view embedded_file(std::string_view name) {
  for (const embedded::File& file : embedded::files())
    if (file.name == name) return file.content;
  return {};
}

/// Adds the files that the JSON `text` names, and those that included ones name, as far as they can be read.
void add_named_files(const std::string& path, std::string_view text, std::map<std::string, std::string>& files) {
  ontology::Faults ignored;  // The loader tells them.
  ontology::JsonNode root;
  if (!ontology::parse_json(text, ignored.add_file(path), ignored, root)) return;
  const std::vector<std::string> includes = ontology::texts_of(root, "include");
  std::vector<std::string> names = includes;
  for (const ontology::JsonNode* vocabulary : ontology::objects_of(root, "vocabularies"))
    if (const std::string name = ontology::text_of(*vocabulary, "file"); !name.empty()) names.push_back(name);
  for (const std::string& name : names) {
    if (files.contains(name)) continue;
    try {
      const std::string& content = files[name] = read_text_file(ontology::path_beside(path, name));
      if (std::find(includes.begin(), includes.end(), name) != includes.end()) add_named_files(path, content, files);
    } catch (const InputError&) {
      files.erase(name);  // The loader tells it, with the line that names it.
    }
  }
}

}  // namespace

const OntologySource& core_ontology() {
  static const OntologySource source = [] {
    OntologySource core{"core.json", std::string(embedded_file("core.json")), {}};
    for (const embedded::File& file : embedded::files()) {
      const std::string name(file.name);
      core.files[name.ends_with(".tsv") ? "vocabulary/" + name : name] = file.content;
    }
    return core;
  }();
  return source;
}

std::string_view ontology_schema() { return embedded_file("schema.json"); }

std::string_view ontology_template() { return embedded_file("template.json"); }

OntologySource read_ontology_source(const std::string& path) {
  OntologySource source{path, read_text_file(path), {}};
  add_named_files(path, source.text, source.files);
  return source;
}

const Ontology& core() {
  static const Ontology ontology = load_ontology({&core_ontology(), 1});
  return ontology;
}

}  // namespace rxgraph
