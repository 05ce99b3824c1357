#include "ontology/faults.hpp"

#include <algorithm>

namespace rxgraph {

namespace {

std::string lines_of(const std::vector<OntologyFault>& faults) {
  std::string text;
  for (const OntologyFault& fault : faults) {
    if (!text.empty()) text += '\n';
    text += fault.path + ":";
    if (fault.line > 0) text += std::to_string(fault.line) + ":" + std::to_string(fault.column) + ":";
    text += " " + fault.message;
  }
  return text;
}

}  // namespace

OntologyError::OntologyError(std::vector<OntologyFault> faults)
    : std::runtime_error(lines_of(faults)), faults_(std::move(faults)) {}

namespace ontology {

std::uint32_t Faults::add_file(std::string path) {
  paths_.push_back(std::move(path));
  return static_cast<std::uint32_t>(paths_.size() - 1);
}

std::string Faults::where(const Place& place) const {
  return paths_[place.file] + ":" + std::to_string(place.line);
}

std::vector<OntologyFault> Faults::sorted() const {
  auto ordered = faults_;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<OntologyFault> result;
  for (const auto& [place, message] : ordered) {
    OntologyFault fault{paths_[place.file], place.line, place.column, message};
    if (std::find(result.begin(), result.end(), fault) == result.end()) result.push_back(std::move(fault));
  }
  return result;
}

std::string in_quotes(std::string_view name) { return "'" + std::string(name) + "'"; }

std::string listed(const std::vector<std::string>& words, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " " + std::string(last) + " " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace ontology
}  // namespace rxgraph
