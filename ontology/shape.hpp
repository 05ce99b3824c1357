#pragma once
/// Which members each object of an ontology file may have, and of which JSON
/// type: one table, by which files are checked. schema.json says the same for
/// editors; a test holds the two together.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/json_tree.hpp"

namespace rxgraph::ontology {

/// JSON type of a member.
enum class MemberKind : std::uint8_t {
  text,
  texts,    ///< A string or an array of strings.
  boolean,
  number,
  object,
  objects,  ///< An array of objects.
  array,    ///< An array whose items the reader checks.
  any,      ///< What the reader checks itself.
};

struct MemberShape {
  std::string_view name;
  MemberKind kind = MemberKind::any;
  bool required = false;
};

/// The members of one kind of object.
struct ObjectShape {
  std::string_view name;  ///< As messages and schema.json call it: "relation".
  std::span<const MemberShape> members;
  bool open = false;      ///< True where other members are legal: slots of a frame, roles of a table.
};

namespace shapes {
extern const ObjectShape file, type, mappings, carrier, relation, status_rule, entity_value, frame, nested_frame, example, derivation, vocabulary, term,
    questions, pipeline, deals, grants;
}

/// All of them, `file` first.
std::span<const ObjectShape* const> all_shapes() noexcept;

/// Tells every unknown member, every member of another JSON type and every missing
/// one of `node` to `faults`. False where `node` is no object at all.
bool check_shape(const JsonNode& node, const ObjectShape& shape, Faults& faults);

/// The string member `name` of an object; empty where it is missing or no string.
std::string text_of(const JsonNode& object, std::string_view name);

/// The strings of a member of kind `texts`; nothing where it is missing or of another type.
std::vector<std::string> texts_of(const JsonNode& object, std::string_view name);

/// The nodes of these strings, for their places.
std::vector<const JsonNode*> text_nodes(const JsonNode* node);

/// The boolean member `name`; `otherwise` where it is missing or no boolean.
bool flag_of(const JsonNode& object, std::string_view name, bool otherwise);

/// The objects of the array member `name`; nothing where it is missing or no array.
std::vector<const JsonNode*> objects_of(const JsonNode& object, std::string_view name);

/// What a name may look like.
enum class NameForm : std::uint8_t {
  upper_camel,  ///< [A-Z][A-Za-z0-9]*
  lower_snake,  ///< [a-z][a-z0-9_]*
  upper_snake,  ///< [A-Z][A-Z0-9_]*
  dotted,       ///< [a-z][a-z0-9_.-]*
};

/// True if `name` has that form; else tells so, saying `what` it is the name of.
bool check_name(const std::string& name, const Place& place, NameForm form, std::string_view what, Faults& faults);

/// True if `iri` is an absolute IRI that needs no escapes.
bool is_absolute_iri(std::string_view iri) noexcept;

}  // namespace rxgraph::ontology
