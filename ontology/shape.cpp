#include "ontology/shape.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace rxgraph::ontology {

namespace {

using enum MemberKind;

constexpr std::array file_members{
    MemberShape{"$schema", text}, MemberShape{"ontology", text}, MemberShape{"version", text}, MemberShape{"iri", text},
    MemberShape{"prefixes", object}, MemberShape{"include", texts}, MemberShape{"types", objects}, MemberShape{"relations", objects}, MemberShape{"deals", objects},
    MemberShape{"derivations", objects}, MemberShape{"vocabularies", objects}, MemberShape{"questions", object}};
constexpr std::array type_members{
    MemberShape{"name", text, true}, MemberShape{"extends", boolean}, MemberShape{"parent", text}, MemberShape{"description", text},
    MemberShape{"iri", text}, MemberShape{"neo4j", text}, MemberShape{"mappings", object}, MemberShape{"nominals", texts},
    MemberShape{"carriers", objects}, MemberShape{"named", boolean}, MemberShape{"class", boolean}};
constexpr std::array mappings_members{MemberShape{"exact", texts}, MemberShape{"close", texts}, MemberShape{"broad", texts}, MemberShape{"narrow", texts},
                                      MemberShape{"related", texts}};
constexpr std::array carrier_members{MemberShape{"nouns", texts, true}, MemberShape{"prepositions", texts, true}};
constexpr std::array relation_members{
    MemberShape{"name", text, true}, MemberShape{"extends", boolean}, MemberShape{"description", text}, MemberShape{"subject", texts},
    MemberShape{"object", texts}, MemberShape{"inverse", text}, MemberShape{"symmetric", boolean}, MemberShape{"role", boolean},
    MemberShape{"attribute", boolean}, MemberShape{"hierarchy", boolean},
    MemberShape{"time", text}, MemberShape{"qualifiers", object}, MemberShape{"identity", texts}, MemberShape{"dated_by", text}, MemberShape{"status_of_modality", object},
    MemberShape{"iri", text}, MemberShape{"neo4j", text}, MemberShape{"mappings", object}, MemberShape{"frames", objects},
    MemberShape{"examples", objects}, MemberShape{"counter_examples", array}};
constexpr std::array status_members{MemberShape{"qualifier", text, true}, MemberShape{"asserted", text}, MemberShape{"planned", text},
                                    MemberShape{"possible", text}, MemberShape{"terminated", text}, MemberShape{"present", text}};
constexpr std::array entity_members{MemberShape{"entity", texts, true}, MemberShape{"implies", text}, MemberShape{"set", object}, MemberShape{"of", object}};
constexpr std::array frame_members{
    MemberShape{"type", text}, MemberShape{"id", text}, MemberShape{"verb", texts}, MemberShape{"noun", texts}, MemberShape{"columns", boolean}, MemberShape{"exhibit", texts},
    MemberShape{"set", object}, MemberShape{"modality", text}, MemberShape{"confidence", number}, MemberShape{"by_right", boolean}};
constexpr std::array nested_members{MemberShape{"noun", texts, true}, MemberShape{"set", object}};
constexpr std::array example_members{MemberShape{"text", text, true}, MemberShape{"subject", text}, MemberShape{"object", text},
                                     MemberShape{"qualifiers", object}};
constexpr std::array derivation_members{MemberShape{"id", text, true}, MemberShape{"when", texts, true}, MemberShape{"if", object},
                                        MemberShape{"then", text, true}, MemberShape{"qualifiers", object}};
constexpr std::array vocabulary_members{
    MemberShape{"name", text, true}, MemberShape{"extends", boolean}, MemberShape{"kind", text}, MemberShape{"type", text},
    MemberShape{"source", text}, MemberShape{"file", text}, MemberShape{"terms", array}};
constexpr std::array term_members{MemberShape{"name", text, true}, MemberShape{"synonyms", texts}, MemberShape{"ids", object},
                                  MemberShape{"features", object}};
constexpr std::array questions_members{MemberShape{"pipeline", object}, MemberShape{"deals", object}, MemberShape{"grants", object}};
constexpr std::array pipeline_members{MemberShape{"extends", boolean}, MemberShape{"holds", texts}, MemberShape{"thing", text}, MemberShape{"parts", texts},
                                      MemberShape{"stage", text}, MemberShape{"each", text}, MemberShape{"purpose", text}, MemberShape{"sort", text}, MemberShape{"ended", text}};
constexpr std::array deals_members{MemberShape{"extends", boolean}, MemberShape{"kind", texts}};
constexpr std::array grants_members{MemberShape{"extends", boolean}, MemberShape{"giver", text}, MemberShape{"taker", text}, MemberShape{"thing", text},
                                    MemberShape{"parties", texts}, MemberShape{"words", texts}, MemberShape{"payer", text}, MemberShape{"payee", text},
                                    MemberShape{"fees", object}, MemberShape{"exclusive", object}, MemberShape{"where", text}, MemberShape{"set", object}};

bool fits(const JsonNode& node, MemberKind kind) {
  using Kind = JsonNode::Kind;
  const auto all = [&](Kind item) {
    return node.is(Kind::array) && std::all_of(node.items.begin(), node.items.end(), [item](const JsonNode& n) { return n.is(item); });
  };
  switch (kind) {
    case text: return node.is(Kind::text);
    case texts: return node.is(Kind::text) || all(Kind::text);
    case boolean: return node.is(Kind::boolean);
    case number: return node.is(Kind::number);
    case object: return node.is(Kind::object);
    case objects: return all(Kind::object);
    case array: return node.is(Kind::array);
    case any: return true;
  }
  return false;
}

std::string_view words_of(MemberKind kind) {
  switch (kind) {
    case text: return "a string";
    case texts: return "a string or an array of strings";
    case boolean: return "true or false";
    case number: return "a number";
    case object: return "an object";
    case objects: return "an array of objects";
    case array: return "an array";
    case any: return "a value";
  }
  return "a value";
}

/// What of `node` does not fit: the item of an array, or the value itself.
const JsonNode& culprit(const JsonNode& node, MemberKind kind) {
  using Kind = JsonNode::Kind;
  if (node.is(Kind::array) && (kind == texts || kind == objects)) {
    const Kind wanted = kind == texts ? Kind::text : Kind::object;
    for (const JsonNode& item : node.items)
      if (!item.is(wanted)) return item;
  }
  return node;
}

void check_member(const JsonMember& member, const ObjectShape& shape, Faults& faults) {
  const auto known = std::find_if(shape.members.begin(), shape.members.end(), [&](const MemberShape& m) { return m.name == member.name; });
  if (known == shape.members.end()) {
    if (shape.open) return;
    std::vector<std::string> names;
    for (const MemberShape& m : shape.members) names.emplace_back(m.name);
    faults.add(member.place, "unknown member " + in_quotes(member.name) + did_you_mean(member.name, names));
  } else if (!fits(member.value, known->kind)) {
    const JsonNode& wrong = culprit(member.value, known->kind);
    faults.add(wrong.place, in_quotes(member.name) + " must be " + std::string(words_of(known->kind)) + ", not " +
                                std::string(ontology::words_of(wrong.kind)));
  } else if (known->required && member.value.is(JsonNode::Kind::array) && member.value.items.empty()) {
    faults.add(member.value.place, in_quotes(member.name) + " must not be empty");
  }
}

}  // namespace

namespace shapes {
const ObjectShape file{"file", file_members};
const ObjectShape type{"type", type_members};
const ObjectShape mappings{"mappings", mappings_members};
const ObjectShape carrier{"carrier", carrier_members};
const ObjectShape relation{"relation", relation_members};
const ObjectShape status_rule{"status_of_modality", status_members};
const ObjectShape entity_value{"entity_value", entity_members};
const ObjectShape frame{"frame", frame_members, true};
const ObjectShape nested_frame{"nested_frame", nested_members, true};
const ObjectShape example{"example", example_members};
const ObjectShape derivation{"derivation", derivation_members};
const ObjectShape vocabulary{"vocabulary", vocabulary_members};
const ObjectShape term{"term", term_members};
const ObjectShape questions{"questions", questions_members};
const ObjectShape pipeline{"pipeline", pipeline_members};
const ObjectShape deals{"deals", deals_members};
const ObjectShape grants{"grants", grants_members};
}  // namespace shapes

std::span<const ObjectShape* const> all_shapes() noexcept {
  static constexpr std::array<const ObjectShape*, 17> all{
      &shapes::file, &shapes::type, &shapes::mappings, &shapes::carrier, &shapes::relation, &shapes::status_rule, &shapes::entity_value,
      &shapes::frame, &shapes::nested_frame, &shapes::example, &shapes::derivation, &shapes::vocabulary, &shapes::term,
      &shapes::questions, &shapes::pipeline, &shapes::deals, &shapes::grants};
  return all;
}

bool check_shape(const JsonNode& node, const ObjectShape& shape, Faults& faults) {
  if (!node.is(JsonNode::Kind::object)) {
    faults.add(node.place, "a " + std::string(shape.name) + " must be an object, not " + std::string(ontology::words_of(node.kind)));
    return false;
  }
  for (const JsonMember& member : node.members) check_member(member, shape, faults);
  for (const MemberShape& member : shape.members)
    if (member.required && !node.find(member.name))
      faults.add(node.place, "a " + std::string(shape.name) + " needs the member " + in_quotes(member.name));
  return true;
}

std::string text_of(const JsonNode& node, std::string_view name) {
  const JsonNode* member = node.find(name);
  return member && member->is(JsonNode::Kind::text) ? member->text : std::string();
}

std::vector<const JsonNode*> text_nodes(const JsonNode* node) {
  std::vector<const JsonNode*> nodes;
  if (!node) return nodes;
  if (node->is(JsonNode::Kind::text)) nodes.push_back(node);
  for (const JsonNode& item : node->items)
    if (item.is(JsonNode::Kind::text)) nodes.push_back(&item);
  return nodes;
}

std::vector<std::string> texts_of(const JsonNode& node, std::string_view name) {
  std::vector<std::string> values;
  for (const JsonNode* item : text_nodes(node.find(name))) values.push_back(item->text);
  return values;
}

bool flag_of(const JsonNode& node, std::string_view name, bool otherwise) {
  const JsonNode* member = node.find(name);
  return member && member->is(JsonNode::Kind::boolean) ? member->boolean : otherwise;
}

std::vector<const JsonNode*> objects_of(const JsonNode& node, std::string_view name) {
  std::vector<const JsonNode*> nodes;
  if (const JsonNode* member = node.find(name))
    for (const JsonNode& item : member->items)
      if (item.is(JsonNode::Kind::object)) nodes.push_back(&item);
  return nodes;
}

bool check_name(const std::string& name, const Place& place, NameForm form, std::string_view what, Faults& faults) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool starts_upper = form == NameForm::upper_camel || form == NameForm::upper_snake;
  const auto legal = [&](char c) {
    switch (form) {
      case NameForm::upper_camel: return lower(c) || upper(c) || digit(c);
      case NameForm::lower_snake: return lower(c) || digit(c) || c == '_';
      case NameForm::upper_snake: return upper(c) || digit(c) || c == '_';
      case NameForm::dotted: return lower(c) || digit(c) || c == '_' || c == '.' || c == '-';
    }
    return false;
  };
  if (!name.empty() && (starts_upper ? upper(name[0]) : lower(name[0])) &&
      std::all_of(name.begin(), name.end(), legal))
    return true;
  constexpr std::array<std::string_view, 4> words{
      "letters and digits and begins with a capital, as in 'DrugClass'", "small letters, digits and '_', as in 'has_payload'",
      "capital letters, digits and '_', as in 'HAS_PAYLOAD'", "small letters, digits, '.', '-' and '_', as in 'develops.verb.2'"};
  faults.add(place, in_quotes(name) + " is no name of a " + std::string(what) + "; it has " +
                             std::string(words[static_cast<std::size_t>(form)]));
  return false;
}

bool is_absolute_iri(std::string_view iri) noexcept {
  const std::size_t colon = iri.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == iri.size()) return false;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!letter(iri[0])) return false;
  for (const char c : iri.substr(0, colon))
    if (!letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return false;
  return std::none_of(iri.begin(), iri.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || std::string_view("<>\"{}|^\\`").find(c) != std::string_view::npos;
  });
}

}  // namespace rxgraph::ontology
