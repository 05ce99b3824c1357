#include <charconv>

#include "base/error.hpp"
#include "base/record_json.hpp"
#include "graph/truth.hpp"

namespace rxgraph::graph {

std::string text_of(const Qualifiers& qualifiers) {
  std::string out;
  append_json_qualifiers(out, qualifiers);
  return out;
}

std::string text_of(const std::map<std::string, std::string>& ids) {
  std::string out = "{";
  for (const auto& [registry, id] : ids) {
    if (out.size() > 1) out.push_back(',');
    append_json_string(out, registry);
    out.push_back(':');
    append_json_string(out, id);
  }
  return out + "}";
}

std::string text_of(const std::vector<std::string>& list) {
  std::string out = "[";
  for (const std::string& item : list) {
    if (out.size() > 1) out.push_back(',');
    append_json_string(out, item);
  }
  return out + "]";
}

std::string text_of(const std::vector<ByteRange>& ranges) {
  std::string out = "[";
  for (const ByteRange& range : ranges) {
    if (out.size() > 1) out.push_back(',');
    out += "[" + std::to_string(range.begin) + "," + std::to_string(range.end) + "]";
  }
  return out + "]";
}

Qualifiers qualifiers_of(std::string_view text, const std::string& path) {
  if (text.size() <= 2) return {};
  try {
    return qualifiers_of_json(text, path);
  } catch (const InputError& error) {
    throw StoreError(path, "damaged (" + std::string(error.what()) + "); delete it and build it again, or take a copy");
  }
}

std::map<std::string, std::string> ids_of(std::string_view text, const std::string& path) {
  std::map<std::string, std::string> ids;
  for (const auto& [registry, values] : qualifiers_of(text, path)) {
    if (const auto* const id = std::get_if<std::string>(&values.front())) ids.emplace(registry, *id);
  }
  return ids;
}

std::vector<std::string> list_of(std::string_view text, const std::string& path) {
  if (text.size() <= 2) return {};
  std::vector<std::string> list;
  for (const auto& [key, values] : qualifiers_of("{\"list\":" + std::string(text) + "}", path)) {
    for (const Value& value : values) {
      if (const auto* const item = std::get_if<std::string>(&value)) list.push_back(*item);
    }
  }
  return list;
}

std::vector<ByteRange> ranges_of(std::string_view text) {
  std::vector<std::uint64_t> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    std::uint64_t number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error == std::errc()) numbers.push_back(number);
    at = error == std::errc() ? next : at + 1;
  }
  std::vector<ByteRange> ranges;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) ranges.push_back({numbers[i], numbers[i + 1]});
  return ranges;
}

}  // namespace rxgraph::graph
