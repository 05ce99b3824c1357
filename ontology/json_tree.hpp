#pragma once
/// A JSON text as a tree in which every value knows where it stands.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/faults.hpp"

namespace rxgraph::ontology {

struct JsonMember;

/// A JSON value. Only the fields of its kind are set.
struct JsonNode {
  enum class Kind : std::uint8_t { null, boolean, number, text, array, object };
  Kind kind = Kind::null;
  Place place;
  bool boolean = false;
  double number = 0;
  std::string text;
  std::vector<JsonNode> items;
  std::vector<JsonMember> members;  ///< In order of the file. A repeated name is a fault and stands behind the first.

  /// The first member `name`; null where there is none or this is no object.
  const JsonNode* find(std::string_view name) const noexcept;

  bool is(Kind wanted) const noexcept { return kind == wanted; }
};

struct JsonMember {
  std::string name;
  Place place;  ///< Of the name.
  JsonNode value;
};

/// Deepest nesting that is read.
constexpr std::size_t max_json_depth = 64;

/// "a string", "an array": for messages.
std::string_view words_of(JsonNode::Kind kind) noexcept;

/// Parses `text` as file number `file`. Tells a syntax error, a nesting deeper than
/// `max_json_depth` and each repeated member (of which the first counts) to `faults`.
/// Returns false, and leaves `root` alone, where the text is no JSON.
bool parse_json(std::string_view text, std::uint32_t file, Faults& faults, JsonNode& root);

}  // namespace rxgraph::ontology
