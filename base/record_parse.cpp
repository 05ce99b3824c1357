#include "base/record_parse.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

#include "base/json_slices.hpp"

namespace rxgraph {
namespace {

using Json = rapidjson::Value;
using Pool = rapidjson::MemoryPoolAllocator<>;
using Dom = rapidjson::GenericDocument<rapidjson::UTF8<>, Pool>;

constexpr unsigned max_depth = 64;
constexpr unsigned parse_flags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;

/// Passes events on and stops at a nesting that is too deep, before the parser goes down into it. Reads numbers itself: RapidJSON 1.1 does what C++ does not
/// define with a zero that has many digits.
template <typename Handler>
struct Bounded {
  Handler& handler;
  unsigned depth = 0;
  bool too_deep = false;
  bool too_big = false;

  bool enter() {
    too_deep = ++depth > max_depth;
    return !too_deep;
  }
  bool Null() { return handler.Null(); }
  bool Bool(bool b) { return handler.Bool(b); }
  bool Int(int i) { return handler.Int(i); }
  bool Uint(unsigned i) { return handler.Uint(i); }
  bool Int64(std::int64_t i) { return handler.Int64(i); }
  bool Uint64(std::uint64_t i) { return handler.Uint64(i); }
  bool Double(double d) { return handler.Double(d); }
  bool RawNumber(const char* s, rapidjson::SizeType n, bool) {
    const char* const end = s + n;
    const auto is_whole = [&](auto& whole) {
      const auto [stop, error] = std::from_chars(s, end, whole);
      return stop == end && error == std::errc{};
    };
    if (std::uint64_t whole = 0; is_whole(whole)) return handler.Uint64(whole);
    if (std::int64_t whole = 0; is_whole(whole) && whole != 0) return handler.Int64(whole);
    double number = 0;
    const auto [stop, error] = std::from_chars(s, end, number);
    if (error == std::errc::result_out_of_range) {  // so is what is too small
      const std::string_view text(s, n);
      const std::size_t exponent = text.find_first_of("eE");
      too_big = exponent == std::string_view::npos || text.substr(exponent + 1, 1) != "-";
      return !too_big && handler.Double(0);
    }
    return handler.Double(number);
  }
  bool String(const char* s, rapidjson::SizeType n, bool copy) { return handler.String(s, n, copy); }
  bool Key(const char* s, rapidjson::SizeType n, bool copy) { return handler.Key(s, n, copy); }
  bool StartObject() { return enter() && handler.StartObject(); }
  bool StartArray() { return enter() && handler.StartArray(); }
  bool EndObject(rapidjson::SizeType n) {
    --depth;
    return handler.EndObject(n);
  }
  bool EndArray(rapidjson::SizeType n) {
    --depth;
    return handler.EndArray(n);
  }
};

[[noreturn]] void fail(const std::string& problem, const std::string& remedy) { throw RecordFault(problem + "; " + remedy); }

const std::string see_docs = "see docs/records.md";

/// Reads `text` into `dom`. The text must be one JSON value and no more.
void parse_text(Dom& dom, std::string_view text) {
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
    fail("a NUL byte at column " + std::to_string(at + 1), "a record is JSON text");
  }
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  bool too_deep = false;
  bool too_big = false;
  auto generate = [&](Dom& handler) {
    Bounded<Dom> bounded{handler};
    const bool done = !reader.Parse<parse_flags>(stream, bounded).IsError();
    too_deep = bounded.too_deep;
    too_big = bounded.too_big;
    return done;
  };
  dom.Populate(generate);
  if (too_deep) fail("nested deeper than " + std::to_string(max_depth), "records are nested five deep");
  if (too_big) fail("a number is too big", "numbers are those of a double");
  if (reader.HasParseError()) {
    std::string why = rapidjson::GetParseError_En(reader.GetParseErrorCode());
    if (!why.empty() && why.back() == '.') why.pop_back();
    fail("no JSON (" + why + ") at column " + std::to_string(reader.GetErrorOffset() + 1), "each line holds one JSON object");
  }
}

std::string text_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

/// The members of one object, taken by name. What is not taken is unknown.
class ObjectReader {
 public:
  /// `where` names the object in messages: "subject", "evidence".
  ObjectReader(const Json& value, std::string where) : value_(value), where_(std::move(where)) {
    if (!value.IsObject()) fail(where_ + " is no object", see_docs);
    refuse_repeats();
  }

  const Json* find(const char* name) const {
    const auto found = value_.FindMember(name);
    return found == value_.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
  }

  std::string text(const char* name) const {
    const Json* const value = find(name);
    if (value == nullptr) return {};
    if (!value->IsString()) fail(of(name) + " is no string", see_docs);
    return text_of(*value);
  }

  std::string required_text(const char* name) const {
    std::string value = text(name);
    if (value.empty()) fail(of(name) + " is missing or empty", "give it");
    return value;
  }

  std::uint64_t number(const char* name) const {
    const Json* const value = find(name);
    if (value == nullptr) return 0;
    if (!value->IsUint64()) fail(of(name) + " is no whole number", see_docs);
    return value->GetUint64();
  }

  std::uint32_t number32(const char* name) const {
    const std::uint64_t value = number(name);
    if (value > 0xFFFFFFFFULL) fail(of(name) + " is beyond 4294967295", see_docs);
    return static_cast<std::uint32_t>(value);
  }

  std::vector<std::string> texts(const char* name) const {
    return list<std::string>(name, [](const Json& element, const std::string& where) {
      if (!element.IsString()) fail(where + " holds something other than strings", see_docs);
      return text_of(element);
    });
  }

  template <typename Element, typename Read>
  std::vector<Element> list(const char* name, Read read) const {
    std::vector<Element> elements;
    const Json* const value = find(name);
    if (value == nullptr) return elements;
    if (!value->IsArray()) fail(of(name) + " is no array", see_docs);
    elements.reserve(value->Size());
    for (const Json& element : value->GetArray()) elements.push_back(read(element, of(name)));
    return elements;
  }

  std::map<std::string, std::string> ids() const {
    std::map<std::string, std::string> ids;
    const Json* const value = find("ids");
    if (value == nullptr) return ids;
    if (!value->IsObject()) fail(of("ids") + " is no object", see_docs);
    for (const auto& member : value->GetObject()) {
      if (!member.value.IsString()) fail(of("ids") + " holds something other than strings", see_docs);
      ids.emplace(text_of(member.name), text_of(member.value));
    }
    return ids;
  }

  std::string of(const char* name) const { return where_.empty() ? std::string(name) : where_ + "." + name; }

  /// Names of members other than `known`, in order.
  std::vector<std::string> unknown(std::initializer_list<std::string_view> known) const {
    std::vector<std::string> names;
    for (const auto& member : value_.GetObject()) {
      const std::string name = text_of(member.name);
      if (std::find(known.begin(), known.end(), name) == known.end()) names.push_back(name);
    }
    return names;
  }

 private:
  void refuse_repeats() const {
    std::vector<std::string_view> names;
    names.reserve(value_.MemberCount());
    for (const auto& member : value_.GetObject()) names.emplace_back(member.name.GetString(), member.name.GetStringLength());
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end()) fail("member '" + std::string(*twice) + "' is given twice", "give it once");
  }

  const Json& value_;
  std::string where_;
};

ByteRange range_of(const Json& value, const std::string& where) {
  const bool pair = value.IsArray() && value.Size() == 2 && value[0].IsUint64() && value[1].IsUint64();
  if (!pair || value[0].GetUint64() > value[1].GetUint64()) fail(where + " is no byte range", "write [begin,end]");
  return {value[0].GetUint64(), value[1].GetUint64()};
}

ByteRange range_member(const ObjectReader& object, const char* name) {
  const Json* const value = object.find(name);
  return value == nullptr ? ByteRange{} : range_of(*value, object.of(name));
}

Filer filer_of(const Json& value, const std::string& where) {
  const ObjectReader object(value, where);
  Filer filer{object.text("name"), object.text("cik"), object.text("role"), object.texts("tickers"), {}};
  filer.former_names = object.list<FormerName>("former_names", [](const Json& element, const std::string& inner) {
    const ObjectReader former(element, inner);
    return FormerName{former.text("name"), former.text("until")};
  });
  return filer;
}

Document document_of(const Json& value, const std::string& where) {
  const ObjectReader object(value, where);
  return {object.number32("number"), object.text("type"), object.text("filename"), object.text("description"),
          range_member(object, "body")};
}

NameUse name_of_json(const Json& value, const std::string& where) {
  const ObjectReader object(value, where);
  return {object.text("text"), object.number32("document"), range_member(object, "where"), object.text("how")};
}

EntityRef ref_of(const ObjectReader& parent, const char* name) {
  const Json* const value = parent.find(name);
  if (value == nullptr) fail(std::string("statement without ") + name, "give it as an object with type and name");
  const ObjectReader object(*value, name);
  return {object.text("id"), object.required_text("type"), object.required_text("name"), object.texts("aliases"), object.ids()};
}

Evidence evidence_of(const Json& value, const std::string& where) {
  const ObjectReader object(value, where);
  Evidence evidence{object.text("filing"), object.text("accession"), object.number32("document"), object.text("section"),
                    object.list<ByteRange>("ranges", range_of), object.list<ByteRange>("context", range_of),
                    object.text("text")};
  if (evidence.ranges.empty()) fail(object.of("ranges") + " is missing or empty", "give the bytes that say it as [[begin,end]]");
  return evidence;
}

Value value_of(const Json& value, const std::string& where) {
  if (value.IsString()) return text_of(value);
  if (value.IsNumber()) return value.GetDouble();
  if (value.IsBool()) return value.GetBool();
  fail(where + " is neither string, number, true nor false", see_docs);
}

Qualifiers qualifiers_of(const Json& value) {
  const ObjectReader object(value, "qualifiers");
  Qualifiers qualifiers;
  for (const auto& member : value.GetObject()) {
    const std::string name = text_of(member.name);
    const std::string where = "qualifiers." + name;
    std::vector<Value> values;
    if (member.value.IsArray()) {
      for (const Json& element : member.value.GetArray()) {
        if (!element.IsNull()) values.push_back(value_of(element, where));
      }
    } else if (!member.value.IsNull()) {
      values.push_back(value_of(member.value, where));
    }
    if (!values.empty()) qualifiers.emplace(name, std::move(values));
  }
  return qualifiers;
}

Filing filing_of(const ObjectReader& object) {
  Filing filing;
  filing.key = object.required_text("filing");
  filing.path = object.text("path");
  filing.accession = object.text("accession");
  filing.form = object.text("form");
  filing.filed = object.text("filed");
  filing.period = object.text("period");
  filing.dated = object.text("dated");
  filing.dated_by = object.text("dated_by");
  filing.filers = object.list<Filer>("filers", filer_of);
  filing.items = object.texts("items");
  filing.bytes = object.number("bytes");
  filing.documents = object.list<Document>("documents", document_of);
  filing.reader = object.text("reader");
  filing.ontology = object.text("ontology");
  return filing;
}

Entity entity_of(const ObjectReader& object) {
  return {object.required_text("entity"), object.required_text("type"), object.required_text("name"),
          object.list<NameUse>("names", name_of_json), object.ids()};
}

double confidence_of(const ObjectReader& object) {
  const Json* const value = object.find("confidence");
  if (value == nullptr) return 1;
  if (!value->IsNumber() || !(value->GetDouble() >= 0 && value->GetDouble() <= 1)) {
    fail("confidence is no number between 0 and 1", "mend or leave it out");
  }
  return value->GetDouble();
}

Modality modality_of(const ObjectReader& object) {
  const std::string name = object.text("modality");
  if (name.empty()) return Modality::asserted;
  const auto modality = modality_named(name);
  if (!modality) fail("unknown modality '" + name + "'", "write asserted, planned, possible or terminated");
  return *modality;
}

StatementKind kind_of(const ObjectReader& object) {
  std::optional<StatementKind> given;
  for (const StatementKind kind : {StatementKind::relation, StatementKind::role, StatementKind::attribute}) {
    if (object.find(name_of(kind)) == nullptr) continue;
    if (given) fail("statement with both " + std::string(name_of(*given)) + " and " + name_of(kind), "give one of them");
    given = kind;
  }
  return given.value_or(StatementKind::relation);
}

Statement statement_of(const ObjectReader& object, std::string_view json) {
  Statement statement;
  statement.subject = ref_of(object, "subject");
  statement.kind = kind_of(object);
  statement.relation = object.required_text(name_of(statement.kind));
  statement.object = ref_of(object, "object");
  if (const Json* const qualifiers = object.find("qualifiers")) statement.qualifiers = qualifiers_of(*qualifiers);
  statement.modality = modality_of(object);
  statement.confidence = confidence_of(object);
  statement.rule = object.text("rule");
  statement.evidence = object.list<Evidence>("evidence", evidence_of);
  if (statement.evidence.empty()) fail("statement without evidence", "give at least one passage");
  std::sort(statement.evidence.begin(), statement.evidence.end());
  const auto unknown = object.unknown(
      {"subject", "relation", "role", "attribute", "object", "qualifiers", "modality", "confidence", "rule", "evidence"});
  if (!unknown.empty()) statement.extra = json_slices(json, unknown);
  return statement;
}

EndRecord end_of(const ObjectReader& object) {
  if (object.find("statements") == nullptr) fail("end line without statements", "give their number");
  return {object.required_text("end"), object.number("statements")};
}

}  // namespace

struct RecordParser::Impl {
  std::array<char, 64 * 1024> buffer;
  Pool pool{buffer.data(), buffer.size()};
};

RecordParser::RecordParser() : impl_(std::make_unique<Impl>()) {}
RecordParser::~RecordParser() = default;

Record RecordParser::parse(std::string_view json) {
  impl_->pool.Clear();
  Dom dom(&impl_->pool);
  parse_text(dom, json);
  if (!dom.IsObject()) fail("no JSON object", "each line holds one JSON object");
  const ObjectReader object(dom, "");
  if (object.find("subject") != nullptr) return statement_of(object, json);
  if (object.find("filing") != nullptr) return filing_of(object);
  if (object.find("entity") != nullptr) return entity_of(object);
  if (object.find("end") != nullptr) return end_of(object);
  if (object.find("relation") != nullptr || object.find("role") != nullptr || object.find("attribute") != nullptr) return statement_of(object, json);
  fail("neither filing, entity, statement nor end", see_docs);
}

Qualifiers RecordParser::parse_qualifiers(std::string_view json) {
  impl_->pool.Clear();
  Dom dom(&impl_->pool);
  parse_text(dom, json);
  return qualifiers_of(dom);
}

}  // namespace rxgraph
