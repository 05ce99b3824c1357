#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

constexpr std::array<std::pair<std::string_view, ValueType>, 5> value_types{{{"text", ValueType::text},
                                                                            {"date", ValueType::date},
                                                                            {"number", ValueType::number},
                                                                            {"currency", ValueType::currency},
                                                                            {"boolean", ValueType::boolean}}};
constexpr std::array<std::pair<std::string_view, Relation::Time>, 3> times{
    {{"timeless", Relation::Time::timeless}, {"state", Relation::Time::state}, {"event", Relation::Time::event}}};

/// The value of the word of `node` in `table`; told where it is none of them.
template <class Value, std::size_t size>
std::optional<Value> word_of(const JsonNode& node, const std::array<std::pair<std::string_view, Value>, size>& table, std::string_view what,
                             Faults& faults) {
  std::vector<std::string> words;
  for (const auto& [word, value] : table) {
    if (word == node.text) return value;
    words.emplace_back(word);
  }
  faults.add(node.place, "unknown " + std::string(what) + " " + in_quotes(node.text) + "; it is " + listed(words));
  return std::nullopt;
}

void read_closed_list(const JsonNode& list, QualifierType& qualifier, Faults& faults) {
  qualifier.type = ValueType::closed;
  if (list.items.empty()) faults.add(list.place, "the list of values of " + in_quotes(qualifier.name) + " is empty");
  for (const JsonNode& item : list.items) {
    if (!item.is(JsonNode::Kind::text))
      faults.add(item.place, "a value of a closed list must be a string, not " + std::string(words_of(item.kind)));
    else if (std::find(qualifier.values.begin(), qualifier.values.end(), item.text) != qualifier.values.end())
      faults.add(item.place, "value " + in_quotes(item.text) + " is given twice");
    else
      qualifier.values.push_back(item.text);
  }
}

void read_qualifier(const JsonMember& member, Relation& relation, const Reading& reading) {
  Faults& faults = reading.faults;
  QualifierType qualifier;
  qualifier.name = member.name;
  check_name(member.name, member.place, NameForm::lower_snake, "qualifier", faults);
  if (member.name == "subject" || member.name == "object")
    faults.add(member.place, "a qualifier cannot be called " + in_quotes(member.name) + "; that is a role of every relation");
  const JsonNode& value = member.value;
  if (value.is(JsonNode::Kind::text)) {
    if (const auto type = word_of(value, value_types, "value type", faults)) qualifier.type = *type;
  } else if (value.is(JsonNode::Kind::array)) {
    read_closed_list(value, qualifier, faults);
  } else if (value.is(JsonNode::Kind::object)) {
    check_shape(value, shapes::entity_value, faults);
    qualifier.type = ValueType::entity;
    qualifier.entity_types = read_type_names(text_nodes(value.find("entity")), reading);
  } else {
    faults.add(value.place, "the type of a qualifier is a string, an array of its legal values or {\"entity\": [...]}, not " +
                                std::string(words_of(value.kind)));
  }
  const auto same = std::find_if(relation.qualifiers.begin(), relation.qualifiers.end(),
                                 [&](const QualifierType& q) { return q.name == qualifier.name; });
  if (same == relation.qualifiers.end())
    relation.qualifiers.push_back(std::move(qualifier));
  else
    *same = std::move(qualifier);
}

void add_types(const JsonNode& node, std::string_view member, std::vector<std::string>& types, const Reading& reading) {
  for (std::string& name : read_type_names(text_nodes(node.find(member)), reading))
    if (std::find(types.begin(), types.end(), name) == types.end()) types.push_back(std::move(name));
}

void read_names(const JsonNode& node, Relation& relation, const Reading& reading) {
  Faults& faults = reading.faults;
  if (node.find("description")) relation.description = text_of(node, "description");
  read_iri(node, relation.iri, faults);
  const JsonNode* neo4j = node.find("neo4j");
  if (neo4j && neo4j->is(JsonNode::Kind::text) && check_name(neo4j->text, neo4j->place, NameForm::upper_snake, "Neo4j relationship type", faults))
    relation.neo4j = neo4j->text;
  const JsonNode* inverse = node.find("inverse");
  if (inverse && inverse->is(JsonNode::Kind::text) && check_name(inverse->text, inverse->place, NameForm::lower_snake, "relation", faults))
    relation.inverse = inverse->text;
  read_mappings(node, relation.mappings, reading);
}

void read_relation_part(const Declared& part, Relation& relation, const Reading& reading) {
  const JsonNode& node = *part.node;
  read_names(node, relation, reading);
  for (const char* end : {"subject", "object"})
    if (!part.extends && !node.find(end))
      reading.faults.add(node.place, "relation " + in_quotes(relation.name) + " needs the member '" + end + "'");
  add_types(node, "subject", relation.subject_types, reading);
  add_types(node, "object", relation.object_types, reading);
  relation.symmetric = flag_of(node, "symmetric", relation.symmetric);
  relation.role = flag_of(node, "role", relation.role);
  relation.attribute = flag_of(node, "attribute", relation.attribute);
  relation.hierarchy = flag_of(node, "hierarchy", relation.hierarchy);
  if (const JsonNode* time = node.find("time"); time && time->is(JsonNode::Kind::text))
    relation.time = word_of(*time, times, "time", reading.faults).value_or(relation.time);
  if (const JsonNode* qualifiers = node.find("qualifiers"))
    for (const JsonMember& member : qualifiers->members) read_qualifier(member, relation, reading);
}

void read_status_rule(const JsonNode& rule, Relation& relation, Faults& faults) {
  check_shape(rule, shapes::status_rule, faults);
  const JsonNode* name = rule.find("qualifier");
  if (!name || !name->is(JsonNode::Kind::text)) return;
  check_qualifier(*name, relation, faults);
  const QualifierType* qualifier = relation.qualifier(name->text);
  if (!qualifier) return;
  relation.status_of_modality = name->text;
  relation.status_values.clear();
  for (const JsonMember& member : rule.members) {
    if (member.name == "qualifier" || !member.value.is(JsonNode::Kind::text)) continue;
    const std::string& value = member.value.text;
    const std::vector<std::string>& legal = qualifier->values;
    if (qualifier->type == ValueType::closed && std::find(legal.begin(), legal.end(), value) == legal.end())
      faults.add(member.value.place, in_quotes(value) + " is no value of " + in_quotes(qualifier->name) + did_you_mean(value, legal));
    relation.status_values[member.name] = value;
  }
}

void read_dated_by(const JsonNode& name, Relation& relation, Faults& faults) {
  check_qualifier(name, relation, faults);
  const QualifierType* qualifier = relation.qualifier(name.text);
  if (qualifier && qualifier->type != ValueType::date)
    faults.add(name.place, in_quotes(name.text) + " is no date; 'dated_by' names a qualifier of type \"date\"");
  relation.dated_by = name.text;
}

/// What names qualifiers, once all files have declared theirs.
void read_qualifier_references(const Declaration& declaration, Relation& relation, Faults& faults) {
  for (const Declared& part : declaration.parts) {
    for (const JsonNode* name : text_nodes(part.node->find("identity"))) {
      check_qualifier(*name, relation, faults);
      if (std::find(relation.identity.begin(), relation.identity.end(), name->text) == relation.identity.end())
        relation.identity.push_back(name->text);
    }
    if (const JsonNode* name = part.node->find("dated_by"); name && name->is(JsonNode::Kind::text)) read_dated_by(*name, relation, faults);
    if (const JsonNode* rule = part.node->find("status_of_modality"); rule && rule->is(JsonNode::Kind::object))
      read_status_rule(*rule, relation, faults);
  }
}

/// What the qualifiers of `relation` imply, once all relations are known.
void read_implications(const Declaration& declaration, Relation& relation, const Reading& reading) {
  for (const Declared& part : declaration.parts) {
    const JsonNode* qualifiers = part.node->find("qualifiers");
    if (!qualifiers) continue;
    for (const JsonMember& member : qualifiers->members) {
      const JsonNode* implies = member.value.is(JsonNode::Kind::object) ? member.value.find("implies") : nullptr;
      if (!implies || !implies->is(JsonNode::Kind::text)) continue;
      const auto qualifier = std::find_if(relation.qualifiers.begin(), relation.qualifiers.end(), [&](const QualifierType& q) { return q.name == member.name; });
      const Relation* implied = reading.ontology.relation(implies->text);
      if (!implied) {
        reading.faults.add(implies->place, "unknown relation " + in_quotes(implies->text) + did_you_mean(implies->text, relation_names(reading.ontology)));
        continue;
      }
      qualifier->implies = implies->text;
      const std::vector<const QualifierType*> known = qualifiers_of(*implied);
      qualifier->implied = read_qualifier_values(member.value.find("set"), known, in_quotes(implies->text), reading.faults);
      const JsonNode* of = member.value.find("of");
      if (!of) continue;
      for (const JsonMember& object : of->members) {
        if (object.value.is(JsonNode::Kind::object))
          qualifier->implied_of[object.name] = read_qualifier_values(&object.value, known, in_quotes(implies->text), reading.faults);
        else
          reading.faults.add(object.value.place, in_quotes(object.name) + " must be an object, not " + std::string(words_of(object.value.kind)));
      }
    }
  }
}

/// Whether all types in `types` are unnamed, as a relation with roles needs.
void check_role(const JsonNode& node, const Relation& relation, const Reading& reading) {
  const auto unnamed = [&](const std::string& name) {
    const EntityType* type = reading.ontology.type(name);
    return type && !type->named;
  };
  if (relation.role && !std::all_of(relation.subject_types.begin(), relation.subject_types.end(), unnamed))
    reading.faults.add(node.place, "the subject of the role " + in_quotes(relation.name) + " must be a type that is not named, as Deal is");
}

/// What sort of thing a thing is: to things that are classes, one way round.
void check_attribute(const JsonNode& node, const Relation& relation, const Reading& reading) {
  if (!relation.attribute) return;
  const std::string name = in_quotes(relation.name);
  if (relation.symmetric || relation.role || relation.hierarchy)
    reading.faults.add(node.place, "the attribute " + name + " is neither symmetric nor a role nor a hierarchy; drop one of the two");
  for (const std::string& type : relation.object_types)
    if (!reading.ontology.is_class(type)) reading.faults.add(node.place, "the attribute " + name + " ends at " + type + ", which is no class; write \"class\": true there, or drop 'attribute'");
}

/// What is a kind of what: between things of one type, one way round, and said by no frame.
void check_hierarchy(const JsonNode& node, const Relation& relation, Faults& faults) {
  if (!relation.hierarchy) return;
  const std::string name = in_quotes(relation.name);
  if (relation.symmetric || relation.role) faults.add(node.place, "the hierarchy " + name + " is neither symmetric nor a role; drop one of the two");
  if (relation.subject_types != relation.object_types) faults.add(node.place, "the hierarchy " + name + " needs the same types as subject and object");
}

void check_inverse(const JsonNode& node, const Relation& relation, const Reading& reading) {
  if (relation.inverse.empty()) return;
  const JsonNode* inverse = node.find("inverse");
  const Place place = inverse ? inverse->place : node.place;
  Faults& faults = reading.faults;
  if (relation.symmetric) faults.add(place, in_quotes(relation.name) + " is symmetric and so is its own inverse; drop one of the two");
  if (reading.ontology.relation(relation.inverse))
    faults.add(place, "the inverse " + in_quotes(relation.inverse) + " is the name of a relation; an inverse is only another reading");
  for (const Relation& other : reading.ontology.relations) {
    if (&other == &relation) break;
    if (other.inverse == relation.inverse)
      faults.add(place, "the inverse " + in_quotes(relation.inverse) + " is already that of " + in_quotes(other.name));
  }
}

/// Names under which two relations would be one in what is exported.
void check_unique(const JsonNode& node, const Relation& relation, const Reading& reading) {
  for (const Relation& other : reading.ontology.relations) {
    if (&other == &relation) break;
    if (other.neo4j == relation.neo4j)
      reading.faults.add(node.place, in_quotes(relation.name) + " and " + in_quotes(other.name) + " have the same Neo4j name " + in_quotes(other.neo4j));
    if (other.iri == relation.iri)
      reading.faults.add(node.place, in_quotes(relation.name) + " and " + in_quotes(other.name) + " have the same IRI " + other.iri);
  }
}

std::string upper_snake(std::string_view name) {
  std::string upper(name);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

}  // namespace

void check_qualifier(const JsonNode& name, const Relation& relation, Faults& faults) {
  if (relation.qualifier(name.text)) return;
  std::vector<std::string> names;
  for (const QualifierType& qualifier : relation.qualifiers) names.push_back(qualifier.name);
  faults.add(name.place, in_quotes(relation.name) + " declares no qualifier " + in_quotes(name.text) + did_you_mean(name.text, names));
}

std::vector<const QualifierType*> qualifiers_of(const Relation& relation) {
  std::vector<const QualifierType*> all;
  for (const QualifierType& qualifier : relation.qualifiers) all.push_back(&qualifier);
  return all;
}

void read_relations(Reading& reading) {
  reading.relations =
      declarations(reading.layers, "relations", "name", shapes::relation, NameForm::lower_snake, "relation", reading.faults);
  const std::vector<Declaration>& all = reading.relations;
  for (const Declaration& declaration : all) {
    Relation relation;
    relation.name = declaration.name;
    relation.iri = declaration.parts.front().layer->base_iri + declaration.name;
    relation.neo4j = upper_snake(declaration.name);
    for (const Declared& part : declaration.parts) read_relation_part(part, relation, reading);
    read_qualifier_references(declaration, relation, reading.faults);
    reading.ontology.relations.push_back(std::move(relation));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const JsonNode& node = *all[i].parts.back().node;
    read_implications(all[i], reading.ontology.relations[i], reading);
    check_role(node, reading.ontology.relations[i], reading);
    check_attribute(node, reading.ontology.relations[i], reading);
    check_hierarchy(node, reading.ontology.relations[i], reading.faults);
    check_inverse(node, reading.ontology.relations[i], reading);
    check_unique(node, reading.ontology.relations[i], reading);
  }
}

}  // namespace rxgraph::ontology
