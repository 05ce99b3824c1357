#pragma once
/// The steps of a load. Types come first, then what relations are, then what
/// refers to both; each step reads all files, so that every reference is
/// checked against the whole and every fault is told with its place.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/json_tree.hpp"
#include "ontology/model.hpp"
#include "ontology/shape.hpp"

namespace rxgraph::ontology {

/// One file of a load.
struct Layer {
  std::uint32_t file = 0;  ///< Number in Faults.
  JsonNode root;
  std::string base_iri;    ///< Of what this file declares.
  const std::map<std::string, std::string>* files = nullptr;  ///< What it may name: name as written to content.
};

/// What one file says of a name.
struct Declared {
  const JsonNode* node = nullptr;
  const Layer* layer = nullptr;
  bool extends = false;  ///< It adds to the ones before it.
};

/// A name and what counts of what the files say of it: the last that does not extend, and what extends that.
struct Declaration {
  std::string name;
  std::vector<Declared> parts;  ///< Never empty.
};

/// The declarations in the array `member` of all files, in order of first appearance. Checks their shape, that
/// `key` names them in `form`, that no file declares one twice, and that what extends has something to extend.
std::vector<Declaration> declarations(const std::vector<Layer>& layers, std::string_view member, std::string_view key,
                                      const ObjectShape& shape, NameForm form, std::string_view what, Faults& faults);

/// A load under way.
struct Reading {
  std::vector<Layer> layers;
  Faults& faults;
  Ontology ontology;
  std::vector<Declaration> relations;  ///< Parallel to `ontology.relations`.
};

void read_types(Reading& reading);

/// Everything of relations but frames and examples.
void read_relations(Reading& reading);
void read_examples(Reading& reading);
void read_vocabularies(Reading& reading);

/// Frames of relations and of deals, which refer to vocabularies.
void read_frames(Reading& reading);
void read_derivations(Reading& reading);

/// What questions mean. Last, for they refer to all the others.
void read_questions(Reading& reading);

/// The type names of `nodes`. Those that are unknown are told.
std::vector<std::string> read_type_names(const std::vector<const JsonNode*>& nodes, const Reading& reading);

/// The qualifiers of an object such as {"kind": "milestone", "amount": 5}: each must be one of `known` and each value
/// must fit it. `of` ends messages: "'pays'". Nothing where `node` is null.
Qualifiers read_qualifier_values(const JsonNode* node, const std::vector<const QualifierType*>& known, std::string_view of, Faults& faults);

/// Tells a qualifier that `relation` does not declare.
void check_qualifier(const JsonNode& name, const Relation& relation, Faults& faults);

/// Those that `relation` declares.
std::vector<const QualifierType*> qualifiers_of(const Relation& relation);

/// The modality of that name; none where `node` is null. Another name is told.
std::optional<Modality> read_modality(const JsonNode* node, Faults& faults);

/// Sets `iri` where `node` has a member of that name; told unless it is an absolute IRI.
void read_iri(const JsonNode& node, std::string& iri, Faults& faults);

/// The prefixes of all files. First of all, since mappings go by them.
void read_prefixes(Reading& reading);

/// Adds what the member "mappings" of `node` says, as {"exact": "schema:Drug", "broad": ["biolink:ChemicalEntity"]}. Each term is a
/// name with a prefix of `ontology` or an absolute IRI, and stands in one place; others are told.
void read_mappings(const JsonNode& node, Mappings& mappings, const Reading& reading);

/// Where the file `name` that the file `path` names is looked for.
std::string path_beside(const std::string& path, const std::string& name);

/// For suggestions.
std::vector<std::string> type_names(const Ontology& ontology);
std::vector<std::string> relation_names(const Ontology& ontology);

}  // namespace rxgraph::ontology
