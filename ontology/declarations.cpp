#include <algorithm>

#include "base/names.hpp"
#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

/// Adds what a file says of `name` to the declarations, replacing or extending those of the files before.
void add(std::vector<Declaration>& all, const JsonNode& name, const Declared& part, std::string_view what, Faults& faults) {
  const auto known = std::find_if(all.begin(), all.end(), [&](const Declaration& d) { return d.name == name.text; });
  if (known == all.end()) {
    if (part.extends) {
      std::vector<std::string> names;
      for (const Declaration& one : all) names.push_back(one.name);
      faults.add(name.place, "there is no " + std::string(what) + " " + in_quotes(name.text) + " to extend" + did_you_mean(name.text, names));
    }
    all.push_back({name.text, {part}});
    return;
  }
  const JsonNode& last = *known->parts.back().node;
  if (last.place.file == name.place.file)
    faults.add(name.place, std::string(what) + " " + in_quotes(name.text) + " is declared twice; first in line " + std::to_string(last.place.line));
  if (!part.extends) known->parts.clear();
  known->parts.push_back(part);
}

}  // namespace

std::vector<Declaration> declarations(const std::vector<Layer>& layers, std::string_view member, std::string_view key,
                                      const ObjectShape& shape, NameForm form, std::string_view what, Faults& faults) {
  std::vector<Declaration> all;
  for (const Layer& layer : layers)
    for (const JsonNode* node : objects_of(layer.root, member)) {
      check_shape(*node, shape, faults);
      const JsonNode* name = node->find(key);
      if (!name || !name->is(JsonNode::Kind::text)) continue;
      check_name(name->text, name->place, form, what, faults);
      add(all, *name, {node, &layer, flag_of(*node, "extends", false)}, what, faults);
    }
  return all;
}

std::vector<std::string> type_names(const Ontology& ontology) {
  std::vector<std::string> names;
  for (const EntityType& type : ontology.types) names.push_back(type.name);
  return names;
}

std::vector<std::string> relation_names(const Ontology& ontology) {
  std::vector<std::string> names;
  for (const Relation& relation : ontology.relations) names.push_back(relation.name);
  return names;
}

std::vector<std::string> read_type_names(const std::vector<const JsonNode*>& nodes, const Reading& reading) {
  std::vector<std::string> names;
  for (const JsonNode* node : nodes) {
    if (!reading.ontology.type(node->text))
      reading.faults.add(node->place, "unknown type " + in_quotes(node->text) + did_you_mean(node->text, type_names(reading.ontology)));
    else if (std::find(names.begin(), names.end(), node->text) == names.end())
      names.push_back(node->text);
  }
  return names;
}

std::optional<Modality> read_modality(const JsonNode* node, Faults& faults) {
  if (!node || !node->is(JsonNode::Kind::text)) return std::nullopt;
  std::vector<std::string> names;
  for (const Modality modality : {Modality::asserted, Modality::planned, Modality::possible, Modality::terminated}) {
    if (name_of(modality) == node->text) return modality;
    names.emplace_back(name_of(modality));
  }
  faults.add(node->place, "unknown modality " + in_quotes(node->text) + "; it is " + listed(names));
  return std::nullopt;
}

void read_iri(const JsonNode& node, std::string& iri, Faults& faults) {
  const JsonNode* member = node.find("iri");
  if (!member || !member->is(JsonNode::Kind::text)) return;
  if (is_absolute_iri(member->text))
    iri = member->text;
  else
    faults.add(member->place, in_quotes(member->text) + " is no absolute IRI, as 'https://example.org/term' is one");
}

}  // namespace rxgraph::ontology
