#include "ontology/json_tree.hpp"

#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace rxgraph::ontology {

namespace {

/// RapidJSON's view of a text that may hold any byte. It is read byte by byte
/// in place, so that `Tell` is exact whenever the handler is called.
class TextStream {
 public:
  using Ch = char;

  explicit TextStream(std::string_view text) : text_(text) {}

  Ch Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  Ch Take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
  std::size_t Tell() const { return at_; }

  // Writing, which only in-situ parsing does.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// Turns ascending offsets into lines and columns.
class Lines {
 public:
  Lines(std::string_view text, std::uint32_t file) : text_(text), file_(file) {}

  Place at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    for (; seen_ < offset; ++seen_)
      if (text_[seen_] == '\n') {
        ++line_;
        line_begin_ = seen_ + 1;
      }
    return {file_, line_, static_cast<std::uint32_t>(offset - line_begin_ + 1)};
  }

 private:
  std::string_view text_;
  std::uint32_t file_;
  std::size_t seen_ = 0;
  std::size_t line_begin_ = 0;
  std::uint32_t line_ = 1;
};

/// Builds the tree. Between the end of one token and the next stand only
/// blanks, commas and colons, which is how the begin of a token is known.
class Builder {
 public:
  Builder(std::string_view text, std::uint32_t file, const TextStream& stream, Faults& faults, JsonNode& root)
      : text_(text), lines_(text, file), stream_(stream), faults_(faults), root_(root) {}

  bool Null() {
    add(JsonNode::Kind::null);
    return true;
  }
  bool Bool(bool value) {
    add(JsonNode::Kind::boolean).boolean = value;
    return true;
  }
  bool Int(int value) { return Double(value); }
  bool Uint(unsigned value) { return Double(value); }
  bool Int64(std::int64_t value) { return Double(static_cast<double>(value)); }
  bool Uint64(std::uint64_t value) { return Double(static_cast<double>(value)); }
  bool Double(double value) {
    add(JsonNode::Kind::number).number = value;
    return true;
  }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
  bool String(const char* data, rapidjson::SizeType size, bool) {
    add(JsonNode::Kind::text).text.assign(data, size);
    return true;
  }
  bool Key(const char* data, rapidjson::SizeType size, bool) {
    std::string name(data, size);
    const Place place = next_place();
    std::vector<JsonMember>& members = open_.back()->members;
    const auto same = std::find_if(members.begin(), members.end(), [&](const JsonMember& m) { return m.name == name; });
    if (same != members.end())
      faults_.add(place, "member " + in_quotes(name) + " is given twice; the first stands in line " + std::to_string(same->place.line));
    members.push_back({std::move(name), place, {}});
    return true;
  }
  bool StartObject() { return open(JsonNode::Kind::object); }
  bool StartArray() { return open(JsonNode::Kind::array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  Place place_of(std::size_t offset) { return lines_.at(offset); }
  bool too_deep() const noexcept { return too_deep_; }

 private:
  Place next_place() {
    const std::size_t begin = text_.find_first_not_of(" \t\r\n,:", token_end_);
    token_end_ = stream_.Tell();
    return lines_.at(begin);
  }

  JsonNode& add(JsonNode::Kind kind) {
    JsonNode* node = &root_;
    if (!open_.empty()) {
      JsonNode& parent = *open_.back();
      node = parent.is(JsonNode::Kind::object) ? &parent.members.back().value : &parent.items.emplace_back();
    }
    node->kind = kind;
    node->place = next_place();
    return *node;
  }

  bool open(JsonNode::Kind kind) {
    open_.push_back(&add(kind));
    too_deep_ = open_.size() > max_json_depth;
    return !too_deep_;
  }

  bool close() {
    open_.pop_back();
    token_end_ = stream_.Tell();
    return true;
  }

  std::string_view text_;
  Lines lines_;
  const TextStream& stream_;
  Faults& faults_;
  JsonNode& root_;
  std::vector<JsonNode*> open_;
  std::size_t token_end_ = 0;
  bool too_deep_ = false;
};

std::string_view message_of(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty: return "the file is empty; an ontology file is one JSON object";
    case rapidjson::kParseErrorDocumentRootNotSingular: return "something follows the end of the JSON object";
    case rapidjson::kParseErrorValueInvalid: return "a value is expected here: a string in double quotes, a number, true, false, null, [ or {";
    case rapidjson::kParseErrorObjectMissName: return "a member name in double quotes is expected here; a comma before } is one too many";
    case rapidjson::kParseErrorObjectMissColon: return "':' is missing after the member name";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket: return "',' or '}' is missing here";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: return "',' or ']' is missing here";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex: return "\\u must be followed by four hexadecimal digits";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid: return "the \\u escapes are no pair of surrogates";
    case rapidjson::kParseErrorStringEscapeInvalid: return "no such escape; a backslash itself is written \\\\";
    case rapidjson::kParseErrorStringMissQuotationMark: return "a string does not end; its closing double quote is missing";
    case rapidjson::kParseErrorStringInvalidEncoding: return "bytes that are no UTF-8, or a line break within a string";
    case rapidjson::kParseErrorNumberTooBig: return "the number is too big";
    case rapidjson::kParseErrorNumberMissFraction: return "digits are missing after the decimal point";
    case rapidjson::kParseErrorNumberMissExponent: return "digits are missing in the exponent";
    default: return "this is no JSON";
  }
}

}  // namespace

const JsonNode* JsonNode::find(std::string_view name) const noexcept {
  for (const JsonMember& member : members)
    if (member.name == name) return &member.value;
  return nullptr;
}

std::string_view words_of(JsonNode::Kind kind) noexcept {
  switch (kind) {
    case JsonNode::Kind::null: return "null";
    case JsonNode::Kind::boolean: return "true or false";
    case JsonNode::Kind::number: return "a number";
    case JsonNode::Kind::text: return "a string";
    case JsonNode::Kind::array: return "an array";
    case JsonNode::Kind::object: return "an object";
  }
  return "nothing";
}

bool parse_json(std::string_view text, std::uint32_t file, Faults& faults, JsonNode& root) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::size_t skipped = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  text.remove_prefix(skipped);
  TextStream stream(text);
  JsonNode tree;
  Builder builder(text, file, stream, faults, tree);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<rapidjson::kParseValidateEncodingFlag>(stream, builder);
  const auto fail = [&](std::size_t offset, std::string message) {
    faults.add(Lines(text, file).at(offset), std::move(message));
    return false;
  };
  if (builder.too_deep()) return fail(stream.Tell(), "nested deeper than " + std::to_string(max_json_depth) + " levels");
  if (result.IsError()) {
    const bool after_comma = result.Code() == rapidjson::kParseErrorValueInvalid && text.substr(result.Offset()).starts_with(']');
    return fail(result.Offset(), after_comma ? "a value is expected here; a comma before ] is one too many" : std::string(message_of(result.Code())));
  }
  if (stream.Tell() < text.size()) return fail(stream.Tell(), "a NUL byte; a JSON text has none");
  root = std::move(tree);
  return true;
}

}  // namespace rxgraph::ontology
