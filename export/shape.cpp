#include "export/shape.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "export/append.hpp"
#include "export/escape.hpp"

namespace rxgraph::exporting {
namespace {

/// Names that a reader takes for something else (Gephi, igraph, Cytoscape, Neo4j), and ours. Sorted.
constexpr std::array<std::string_view, 53> reserved = {
    "accession", "aliases",   "attvalues", "b",      "begin",  "color", "confidence", "d3", "d7", "dated", "derived", "directed", "document",
    "edgeid",    "edgelabel", "end",       "filed",  "filing", "filings", "form",     "further", "g",        "id",
    "interaction", "label",   "labels",    "modality", "name", "passages", "r",       "relation", "rules",   "section", "selected",
    "sentence",  "shape",     "shared",    "size",   "source", "source_type", "suid", "target",  "target_type", "text",
    "type",      "uid",       "uri",       "weight", "x",      "xpos",  "y",          "ypos",    "z"};

constexpr PlainBytes plain_bytes = plain_without("");

/// Adds the ASCII separators in `text`.
void note_separators(std::string_view text, std::set<char>& separators) {
  for (const char c : text.substr(plain_end(text, 0, plain_bytes))) {
    if (c >= 0x1C && c <= 0x1F) separators.insert(c);
  }
}

/// Those in the texts of `edge` that stand in lists.
void note_separators(const graph::Edge& edge, std::set<char>& separators) {
  for (const auto& [name, values] : edge.qualifiers) {
    for (const Value& value : values) {
      if (const auto* const text = std::get_if<std::string>(&value)) note_separators(*text, separators);
    }
  }
  for (const std::string& rule : edge.rules) note_separators(rule, separators);
}

}  // namespace

Column::Kind Column::kind() const noexcept {
  if (texts || flags + numbers != 1) return Kind::text;
  if (flags) return Kind::flag;
  return fractions ? Kind::number : Kind::whole;
}

void Column::add(const Column& other) noexcept {
  texts |= other.texts;
  flags |= other.flags;
  numbers |= other.numbers;
  fractions |= other.fractions;
  many |= other.many;
}

void Column::add(const std::vector<Value>& values) noexcept {
  many |= values.size() > 1;
  for (const Value& value : values) {
    if (const auto* const text = std::get_if<std::string>(&value)) {
      texts |= !text->empty();
    } else if (const auto* const number = std::get_if<double>(&value)) {
      numbers |= std::isfinite(*number);
      fractions |= std::isfinite(*number) && !is_whole(*number);
    } else {
      flags = true;
    }
  }
}

Shape shape_of(const graph::GraphView& view, bool separators) {
  Shape shape;
  view.for_each_node([&](const graph::Node& node) {
    Shape::NodeGroup& group = shape.types[node.type];
    ++group.count;
    for (const auto& [registry, id] : node.ids) {
      if (!id.empty() && !group.registries.contains(registry)) group.registries.insert(registry);
    }
    if (!separators) return;
    for (const std::string& alias : node.aliases) note_separators(alias, shape.separators);
  });
  Shape::EdgeGroup* group = nullptr;
  std::string relation;
  view.for_each_edge([&](const graph::Edge& edge) {
    if (group == nullptr || relation != edge.relation) {
      relation = edge.relation;
      group = &shape.relations[relation];
    }
    ++group->count;
    auto column = group->qualifiers.begin();
    for (const auto& [name, values] : edge.qualifiers) {  // both are in order of name, and mostly the same
      if (column == group->qualifiers.end() || column->first != name) column = group->qualifiers.try_emplace(name).first;
      column->second.add(values);
      ++column;
    }
    if (separators) note_separators(edge, shape.separators);
  });
  for (auto& [name, relation_group] : shape.relations) std::erase_if(relation_group.qualifiers, [](const auto& item) { return !item.second.says_something(); });
  return shape;
}

std::set<std::string> registries_of(const Shape& shape) {
  std::set<std::string> registries;
  for (const auto& [type, group] : shape.types) registries.insert(group.registries.begin(), group.registries.end());
  return registries;
}

std::map<std::string, Column> columns_of(const Shape& shape) {
  std::map<std::string, Column> columns;
  for (const auto& [relation, group] : shape.relations) {
    for (const auto& [name, column] : group.qualifiers) columns[name].add(column);
  }
  return columns;
}

std::string_view id_of(const graph::Node& node, const std::string& registry) {
  const auto id = node.ids.find(registry);
  return id == node.ids.end() ? std::string_view() : std::string_view(id->second);
}

std::vector<std::string> type_chain(const Ontology& ontology, const std::string& type) {
  std::vector<std::string> chain;
  for (std::string name = type; !name.empty();) {
    if (std::find(chain.begin(), chain.end(), name) != chain.end()) break;
    chain.push_back(name);
    const EntityType* const declared = ontology.type(name);
    name = declared == nullptr ? std::string() : declared->parent;
  }
  return chain;
}

std::vector<std::string> labels_of(const Ontology& ontology, const std::string& type) {
  std::vector<std::string> labels;
  for (const std::string& name : type_chain(ontology, type)) {
    const EntityType* const declared = ontology.type(name);
    labels.push_back(declared == nullptr || declared->neo4j.empty() ? name : declared->neo4j);
  }
  return labels;
}

std::string attribute_name(std::string_view name, std::string_view prefix) {
  std::string plain;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    plain.push_back(letter || (c >= '0' && c <= '9') ? c : '_');
  }
  std::string folded = plain;
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const bool begins = !folded.empty() && folded[0] >= 'a' && folded[0] <= 'z';
  const bool ours = std::binary_search(reserved.begin(), reserved.end(), folded);
  return begins && !ours ? plain : std::string(prefix) + plain;
}

std::map<std::string, std::string> attribute_names(const std::set<std::string>& names, std::string_view prefix) {
  std::map<std::string, std::string> chosen;
  std::set<std::string> taken;
  for (const std::string& name : names) {
    const std::string wish = attribute_name(name, prefix);
    std::string attribute = wish;
    for (int i = 2; !taken.insert(attribute).second; ++i) attribute = wish + "_" + std::to_string(i);
    chosen.emplace(name, attribute);
  }
  return chosen;
}

std::string untaken(const std::string& wish, std::set<std::string>& taken) {
  const auto folded = [](std::string text) {
    for (char& c : text) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
  };
  std::string name = wish;
  for (int i = 2; !taken.insert(folded(name)).second; ++i) name = wish + "_" + std::to_string(i);
  return name;
}

void append_plain(std::string& out, const Value& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) {
    out += *text;
  } else if (const auto* const number = std::get_if<double>(&value)) {
    if (is_whole(*number)) {
      append_number(out, static_cast<std::int64_t>(*number));
    } else if (std::isfinite(*number)) {
      append_number(out, *number);
    }
  } else {
    out += std::get<bool>(value) ? "true" : "false";
  }
}

}  // namespace rxgraph::exporting
