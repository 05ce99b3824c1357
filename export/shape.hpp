#pragma once
/// What a graph holds, seen before it is written: formats with typed columns need it.

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/view.hpp"

namespace rxgraph::exporting {

/// The values of one qualifier, as they are in the graph at hand.
struct Column {
  bool texts = false;      ///< Some value is text that is not empty.
  bool flags = false;      ///< Some value is true or false.
  bool numbers = false;    ///< Some value is a finite number.
  bool fractions = false;  ///< Some number is no whole number below 2^53.
  bool many = false;       ///< Some edge has several values.

  enum class Kind : std::uint8_t { text, whole, number, flag };

  /// False where no value adds anything: all are infinite or empty.
  bool says_something() const noexcept { return texts || flags || numbers; }

  /// The one kind that holds all values: text where they are mixed.
  Kind kind() const noexcept;

  /// Widens this column so that it holds what `other` holds.
  void add(const Column& other) noexcept;

  /// Widens this column so that it holds `values`.
  void add(const std::vector<Value>& values) noexcept;
};

/// Types, relations, registries and qualifiers that occur, with their counts.
struct Shape {
  struct NodeGroup {
    std::uint64_t count = 0;
    std::set<std::string> registries;  ///< Keys of Node::ids that give some node an id.
  };
  struct EdgeGroup {
    std::uint64_t count = 0;
    std::map<std::string, Column> qualifiers;  ///< Those of which some value says something.
  };
  std::map<std::string, NodeGroup, std::less<>> types;
  std::map<std::string, EdgeGroup, std::less<>> relations;
  std::set<char> separators;  ///< Of the four ASCII separators, 0x1C to 0x1F, those that an element of a list holds; where they were asked for.
};

/// Reads all of `view` once; looks for separators in its texts only where they are asked for.
Shape shape_of(const graph::GraphView& view, bool separators = false);

/// All registries, and all qualifiers, each as wide as the values of all relations together need it.
std::set<std::string> registries_of(const Shape& shape);
std::map<std::string, Column> columns_of(const Shape& shape);

/// The id that `registry` gives `node`; empty where it gives none.
std::string_view id_of(const graph::Node& node, const std::string& registry);

/// The types of which a thing of `type` is one, most special first: itself, its parent and so on up.
std::vector<std::string> type_chain(const Ontology& ontology, const std::string& type);

/// Labels of a node of `type`, most special first: the Neo4j names of its type chain.
std::vector<std::string> labels_of(const Ontology& ontology, const std::string& type);

/// `name` as an attribute name that every reader takes: letters, digits and '_', beginning with a letter. A name that
/// readers treat specially or that we use ourselves ("id", "label", "weight", "uid", ...) gets `prefix` in front.
std::string attribute_name(std::string_view name, std::string_view prefix);

/// Attribute names for `names`, no two alike (a number is added at the end where two would be).
std::map<std::string, std::string> attribute_names(const std::set<std::string>& names, std::string_view prefix);

/// `wish`, with a number at the end where it is in `taken`, without regard to case: files may lie where case does not tell.
/// What is returned is added to `taken`, in lower case.
std::string untaken(const std::string& wish, std::set<std::string>& taken);

/// True if `number` is whole and so small that it is exact: below 2^53.
inline bool is_whole(double number) noexcept {
  constexpr double limit = 9007199254740992.0;
  return number > -limit && number < limit && static_cast<double>(static_cast<std::int64_t>(number)) == number;
}

/// Appends `value` as plain text: numbers shortest, "true" or "false". A number that is not finite adds nothing.
void append_plain(std::string& out, const Value& value);

}  // namespace rxgraph::exporting
