#include "ingest/read/html_facts.hpp"

#include <algorithm>

namespace rxgraph::ingest {
namespace {

constexpr std::size_t longest_value = 400;

}  // namespace

void FactReader::open(const Tag& tag, std::string_view text) {
  OpenFact fact;
  std::string_view rest = tag.attributes;
  std::string_view name;
  std::string_view value;
  while (next_attribute(rest, name, value)) {
    if (equal_folded(name, "name") && value.starts_with("dei:")) fact.name = value.substr(4);
  }
  fact.begin = text.size();
  open_.push_back(fact);
}

void FactReader::close(std::string_view text) {
  if (open_.empty()) return;
  const OpenFact fact = open_.back();
  open_.pop_back();
  if (fact.name.empty()) return;
  std::string value(text.substr(fact.begin, longest_value));
  std::replace(value.begin(), value.end(), '\n', ' ');
  facts_.push_back({std::string(fact.name), std::string(trimmed(value))});
}

void FactReader::read_hidden(std::string_view hidden) {
  for (std::size_t at = hidden.find("\"dei:"); at != std::string_view::npos; at = hidden.find("\"dei:", at + 1)) {
    const std::size_t name_end = hidden.find('"', at + 1);
    const std::size_t value = hidden.find('>', at);
    if (value == std::string_view::npos || name_end == std::string_view::npos) return;
    if (hidden[value - 1] == '/') continue;
    const std::size_t end = hidden.find('<', value);
    facts_.push_back({std::string(hidden.substr(at + 5, name_end - at - 5)), std::string(trimmed(hidden.substr(value + 1, end - value - 1)))});
  }
}

}  // namespace rxgraph::ingest
