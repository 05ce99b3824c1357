#include "base/json_slices.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "base/values.hpp"

namespace rxgraph {
namespace {

/// Cuts the members of an object out of its text, as it came.
class Slicer {
 public:
  explicit Slicer(const rapidjson::MemoryStream& stream) : stream_(stream) {}

  std::map<std::string, ByteRange> values;  ///< Member to where its colon and value stand.

  bool Null() { return value(); }
  bool Bool(bool) { return value(); }
  bool Int(int) { return value(); }
  bool Uint(unsigned) { return value(); }
  bool Int64(std::int64_t) { return value(); }
  bool Uint64(std::uint64_t) { return value(); }
  bool Double(double) { return value(); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return value(); }
  bool String(const char*, rapidjson::SizeType, bool) { return value(); }
  bool StartObject() { return ++depth_ > 0; }
  bool StartArray() { return ++depth_ > 0; }
  bool EndObject(rapidjson::SizeType) { return leave(); }
  bool EndArray(rapidjson::SizeType) { return leave(); }
  bool Key(const char* name, rapidjson::SizeType size, bool) {
    if (depth_ == 1) {
      name_.assign(name, size);
      begin_ = stream_.Tell();
    }
    return true;
  }

 private:
  bool leave() {
    --depth_;
    return value();
  }
  bool value() {
    if (depth_ == 1) values[name_] = {begin_, stream_.Tell()};
    return true;
  }

  const rapidjson::MemoryStream& stream_;
  unsigned depth_ = 0;
  std::string name_;
  std::size_t begin_ = 0;
};

/// `json` without the blanks between its tokens.
std::string without_blanks(std::string_view json) {
  std::string compact;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted && c == '\\') {
      compact += json.substr(i++, 2);
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (quoted || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) compact.push_back(c);
  }
  return compact;
}

}  // namespace

std::map<std::string, std::string> json_slices(std::string_view text, const std::vector<std::string>& names) {
  rapidjson::MemoryStream stream(text.data(), text.size());
  Slicer slicer(stream);
  rapidjson::Reader reader;
  reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, slicer);
  std::map<std::string, std::string> raw;
  for (const std::string& name : names) {
    const auto found = slicer.values.find(name);
    if (found == slicer.values.end()) continue;
    const ByteRange where = found->second;
    const std::string value = without_blanks(text.substr(where.begin, where.end - where.begin));
    raw[name] = value.substr(value.find(':') + 1);
  }
  return raw;
}

}  // namespace rxgraph
