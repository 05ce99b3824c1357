#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

void check_text(const JsonNode& node, Faults& faults) {
  if (node.text.empty()) faults.add(node.place, "an example without words");
}

/// The place of an example: that of its sentence.
void set_place(Example& example, const JsonNode& node, const Faults& faults) {
  const JsonNode* text = node.find("text");
  const Place& place = text ? text->place : node.place;
  example.path = faults.path(place.file);
  example.line = place.line;
  example.column = place.column;
}

void read_example(const JsonNode& node, Relation& relation, Faults& faults) {
  check_shape(node, shapes::example, faults);
  Example example{text_of(node, "text"), text_of(node, "subject"), text_of(node, "object"),
                  read_qualifier_values(node.find("qualifiers"), qualifiers_of(relation), in_quotes(relation.name), faults), 0, 0, {}};
  set_place(example, node, faults);
  if (const JsonNode* text = node.find("text")) check_text(*text, faults);
  if (example.object.empty() || (example.subject.empty() && !relation.role))
    faults.add(node.place, relation.role ? "an example of a role needs the 'object' that must be found"
                                         : "an example needs the 'subject' and the 'object' that must be found");
  relation.examples.push_back(std::move(example));
}

void read_counter_example(const JsonNode& node, Relation& relation, Faults& faults) {
  if (node.is(JsonNode::Kind::text)) {
    check_text(node, faults);
    set_place(relation.counter_examples.emplace_back(Example{node.text, {}, {}, {}, 0, 0, {}}), node, faults);
    return;
  }
  if (!check_shape(node, shapes::example, faults)) return;
  for (const char* name : {"subject", "object", "qualifiers"})
    if (const JsonNode* member = node.find(name))
      faults.add(member->place, std::string("a counter-example states nothing; it has no '") + name + "'");
  set_place(relation.counter_examples.emplace_back(Example{text_of(node, "text"), {}, {}, {}, 0, 0, {}}), node, faults);
}

}  // namespace

void read_examples(Reading& reading) {
  for (std::size_t i = 0; i < reading.relations.size(); ++i)
    for (const Declared& part : reading.relations[i].parts) {
      Relation& relation = reading.ontology.relations[i];
      for (const JsonNode* node : objects_of(*part.node, "examples")) read_example(*node, relation, reading.faults);
      if (const JsonNode* list = part.node->find("counter_examples"))
        for (const JsonNode& node : list->items) read_counter_example(node, relation, reading.faults);
    }
}

}  // namespace rxgraph::ontology
