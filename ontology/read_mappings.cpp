/// What stands for types and relations elsewhere.

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "ontology/readers.hpp"

namespace rxgraph::ontology {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_prefix(std::string_view name) {
  return !name.empty() && is_letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'; });
}

/// True for what is told by itself: "https://…" and "urn:…".
bool needs_no_prefix(std::string_view term) { return term.find("://") != std::string_view::npos || term.starts_with("urn:"); }

std::vector<std::string> prefix_names(const Ontology& ontology) {
  std::vector<std::string> names;
  for (const auto& [name, iri] : ontology.prefixes) names.push_back(name);
  return names;
}

/// Whether `term` may stand in a mapping; told where it may not.
bool check_term(const JsonNode& term, const Reading& reading) {
  if (!is_absolute_iri(term.text)) {
    reading.faults.add(term.place, in_quotes(term.text) + " is no term; a mapping is a name with a prefix, such as 'biolink:Drug', or an absolute IRI");
    return false;
  }
  const std::string prefix = term.text.substr(0, term.text.find(':'));
  if (reading.ontology.prefixes.contains(prefix) || needs_no_prefix(term.text)) return true;
  const std::string near = did_you_mean(prefix, prefix_names(reading.ontology));
  reading.faults.add(term.place, "unknown prefix " + in_quotes(prefix) + near + (near.empty() ? "; the" : " The") + " member 'prefixes' of a file declares them");
  return false;
}

void read_prefix(const JsonMember& member, Reading& reading) {
  Faults& faults = reading.faults;
  if (!is_prefix(member.name)) {
    faults.add(member.place, in_quotes(member.name) + " is no prefix; it has letters, digits, '.', '-' and '_' and begins with a letter");
  } else if (!member.value.is(JsonNode::Kind::text) || !is_absolute_iri(member.value.text)) {
    const std::string value = member.value.is(JsonNode::Kind::text) ? in_quotes(member.value.text) : "this";
    faults.add(member.value.place, value + " is no absolute IRI, as 'https://example.org/term' is one");
  } else if (const auto [known, fresh] = reading.ontology.prefixes.emplace(member.name, member.value.text); !fresh && known->second != member.value.text) {
    faults.add(member.value.place, "the prefix " + in_quotes(member.name) + " stands for " + known->second + " already; choose another one");
  }
}

}  // namespace

void read_prefixes(Reading& reading) {
  for (const Layer& layer : reading.layers) {
    const JsonNode* prefixes = layer.root.find("prefixes");
    if (!prefixes) continue;
    for (const JsonMember& member : prefixes->members) read_prefix(member, reading);
  }
}

void read_mappings(const JsonNode& node, Mappings& mappings, const Reading& reading) {
  const JsonNode* object = node.find("mappings");
  if (!object || !object->is(JsonNode::Kind::object)) return;
  check_shape(*object, shapes::mappings, reading.faults);
  std::vector<std::string> here;
  for (const MappingGrade& grade : mapping_grades) {
    std::vector<std::string>& terms = mappings.*grade.terms;
    for (const JsonNode* term : text_nodes(object->find(grade.name))) {
      if (!check_term(*term, reading)) continue;
      if (std::find(here.begin(), here.end(), term->text) != here.end())
        reading.faults.add(term->place, in_quotes(term->text) + " stands here twice; a term has one grade");
      here.push_back(term->text);
      if (std::find(terms.begin(), terms.end(), term->text) == terms.end()) terms.push_back(term->text);
    }
  }
}

}  // namespace rxgraph::ontology
