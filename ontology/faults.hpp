#pragma once
/// What is wrong with a set of ontology files, collected until all are read.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ontology/load.hpp"

namespace rxgraph::ontology {

/// A position in one of the files of a load. Orders by file, then by position.
struct Place {
  std::uint32_t file = 0;    ///< Number that `Faults::add_file` gave.
  std::uint32_t line = 0;    ///< From 1; 0 where the file as a whole is meant.
  std::uint32_t column = 0;  ///< From 1, in bytes.

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// The faults of a load.
class Faults {
 public:
  /// Registers a file that places may be in; returns its number.
  std::uint32_t add_file(std::string path);

  void add(const Place& place, std::string message) { faults_.emplace_back(place, std::move(message)); }

  bool empty() const noexcept { return faults_.empty(); }
  const std::string& path(std::uint32_t file) const { return paths_[file]; }

  /// "core.json:12": where something else stands.
  std::string where(const Place& place) const;

  /// All of them in order of file and position, without repeats.
  std::vector<OntologyFault> sorted() const;

 private:
  std::vector<std::string> paths_;
  std::vector<std::pair<Place, std::string>> faults_;
};

/// `'name'` in quotes, for messages.
std::string in_quotes(std::string_view name);

/// "a, b or c".
std::string listed(const std::vector<std::string>& words, std::string_view last = "or");

}  // namespace rxgraph::ontology
