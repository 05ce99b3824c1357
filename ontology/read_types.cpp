#include <algorithm>
#include <set>

#include "base/names.hpp"
#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

void read_carriers(const JsonNode& node, EntityType& type, Faults& faults) {
  for (const JsonNode* carrier : objects_of(node, "carriers")) {
    check_shape(*carrier, shapes::carrier, faults);
    type.carriers.push_back({texts_of(*carrier, "nouns"), texts_of(*carrier, "prepositions")});
  }
}

void read_type_part(const Declared& part, EntityType& type, const Reading& reading) {
  const JsonNode& node = *part.node;
  Faults& faults = reading.faults;
  if (node.find("parent")) type.parent = text_of(node, "parent");
  if (node.find("description")) type.description = text_of(node, "description");
  read_iri(node, type.iri, faults);
  if (const JsonNode* neo4j = node.find("neo4j"); neo4j && neo4j->is(JsonNode::Kind::text) &&
                                                  check_name(neo4j->text, neo4j->place, NameForm::upper_camel, "Neo4j label", faults))
    type.neo4j = neo4j->text;
  read_mappings(node, type.mappings, reading);
  for (std::string& nominal : texts_of(node, "nominals"))
    if (std::find(type.nominals.begin(), type.nominals.end(), nominal) == type.nominals.end()) type.nominals.push_back(std::move(nominal));
  read_carriers(node, type, faults);
  type.named = flag_of(node, "named", type.named);
  type.is_class = flag_of(node, "class", type.is_class);
}

/// The last part of `declaration` that names a parent: where its faults stand.
const JsonNode* parent_node(const Declaration& declaration) {
  for (auto part = declaration.parts.rbegin(); part != declaration.parts.rend(); ++part)
    if (const JsonNode* parent = part->node->find("parent")) return parent;
  return nullptr;
}

void check_parent(const EntityType& type, const JsonNode& parent, const Reading& reading) {
  if (!parent.is(JsonNode::Kind::text)) return;
  if (!reading.ontology.type(type.parent)) {
    reading.faults.add(parent.place, "unknown type " + in_quotes(type.parent) + did_you_mean(type.parent, type_names(reading.ontology)));
    return;
  }
  std::set<std::string> seen{type.name};
  for (const EntityType* one = reading.ontology.type(type.parent); one; one = reading.ontology.type(one->parent))
    if (!seen.insert(one->name).second) {
      if (one->name == type.name) reading.faults.add(parent.place, in_quotes(type.name) + " is its own ancestor");
      return;
    }
}

}  // namespace

void read_types(Reading& reading) {
  const auto all = declarations(reading.layers, "types", "name", shapes::type, NameForm::upper_camel, "type", reading.faults);
  for (const Declaration& declaration : all) {
    EntityType type;
    type.name = declaration.name;
    type.iri = declaration.parts.front().layer->base_iri + declaration.name;
    type.neo4j = declaration.name;
    for (const Declared& part : declaration.parts) read_type_part(part, type, reading);
    reading.ontology.types.push_back(std::move(type));
  }
  for (const Declaration& declaration : all)
    if (const JsonNode* parent = parent_node(declaration)) check_parent(*reading.ontology.type(declaration.name), *parent, reading);
}

}  // namespace rxgraph::ontology
