#include <doctest/doctest.h>

#include <rapidjson/document.h>

#include <set>

#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

/// A statement as N-Triples has it.
using Line = std::string;

std::string text_of(const rapidjson::Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// JSON-LD of our own dialect read back as lines of N-Triples: names are expanded by the context, texts are escaped anew.
class Reading {
 public:
  explicit Reading(const std::string& json) {
    document_.Parse(json.c_str());
    REQUIRE(!document_.HasParseError());
    for (const auto& member : document_["@context"].GetObject()) {
      if (member.name != "@version") prefixes_[text_of(member.name)] = text_of(member.value);
    }
    for (const rapidjson::Value& object : document_["@graph"].GetArray()) read(object);
  }

  std::set<Line> lines;
  std::size_t objects = 0;

 private:
  std::string expanded(const std::string& name) const {
    const std::size_t colon = name.find(':');
    const auto prefix = prefixes_.find(name.substr(0, colon));
    if (prefix == prefixes_.end() || name.compare(colon + 1, 2, "//") == 0) return name;
    return prefix->second + name.substr(colon + 1);
  }

  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      switch (c) {
        case '\b': out += "\\b"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\f': out += "\\f"; break;
        case '\r': out += "\\r"; break;
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\x7F': out += "\\u007F"; break;
        default: out.push_back(c);
      }
    }
    return out;
  }

  std::string term(const rapidjson::Value& value, bool type) const {
    if (value.IsString()) return type ? "<" + expanded(text_of(value)) + ">" : '"' + escaped(text_of(value)) + '"';
    if (value.IsBool()) return std::string(value.GetBool() ? "\"true" : "\"false") + "\"^^<http://www.w3.org/2001/XMLSchema#boolean>";
    if (value.IsInt64()) return '"' + std::to_string(value.GetInt64()) + "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
    REQUIRE(value.IsObject());
    if (value.HasMember("@id")) return "<" + expanded(text_of(value["@id"])) + ">";
    return '"' + escaped(text_of(value["@value"])) + "\"^^<" + expanded(text_of(value["@type"])) + ">";
  }

  void read(const rapidjson::Value& object) {
    ++objects;
    const std::string subject = "<" + expanded(text_of(object["@id"])) + ">";
    for (const auto& member : object.GetObject()) {
      const std::string name = text_of(member.name);
      if (name == "@id") continue;
      const bool type = name == "@type";
      const std::string predicate = type ? "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" : expanded(name);
      for (const rapidjson::Value& value : member.value.GetArray()) lines.insert(subject + " <" + predicate + "> " + term(value, type) + " .\n");
    }
  }

  rapidjson::Document document_;
  std::map<std::string, std::string> prefixes_;
};

std::set<Line> lines_of(const std::string& text) {
  std::set<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    lines.insert(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

}  // namespace

TEST_CASE("JSON-LD says what the N-Triples say") {
  for (const VectorView& view : {small_view(), hostile_view()}) {
    for (const EvidenceChoice choice : {EvidenceChoice::none, EvidenceChoice::first, EvidenceChoice::all}) {
      for (const std::string base : {"", "https://data.example.com/kg", "urn:x:", "https://x.org/a b<>\"\\"}) {
        const ExportOptions options{choice, base};
        const std::set<Line> meant = lines_of(exported(view, "ntriples", options));
        CHECK(meant.size() > 20);
        CHECK((Reading(exported(view, "jsonld", options)).lines == meant));
      }
    }
  }
}

TEST_CASE("a prefix gives way to IRIs of its scheme") {
  const ExportOptions options{EvidenceChoice::all, "filing:x/"};
  const std::string text = exported(small_view(), "jsonld", options);
  CHECK(text.find("\"filing\":") == std::string::npos);
  CHECK((Reading(text).lines == lines_of(exported(small_view(), "ntriples", options))));
}

TEST_CASE("JSON-LD has an object a subject, with short names and plain values where they are exact") {
  const std::string text = exported(small_view(), "jsonld");
  const auto holds = [&](const std::string& part) { return text.find(part) != std::string::npos; };
  CHECK(text.starts_with("{\"@context\":{\"@version\":1.1,\"dcterms\":\"http://purl.org/dc/terms/\""));
  CHECK(holds("\n{\"@id\":\"statement:00000000000000000000000000000002\","));
  CHECK(holds("\"@type\":[\"rdf:Statement\"]"));
  CHECK(holds("\"rdf:predicate\":[{\"@id\":\"rx:pays\"}]"));
  CHECK(holds("\"qualifier:amount\":[5000000]"));
  CHECK(holds("\"qualifier:date\":[{\"@value\":\"2007-07\",\"@type\":\"xsd:gYearMonth\"}]"));
  CHECK(holds("\"meta:derived\":[true]"));
  CHECK(holds("\"oa:exact\":[\"It earned \\\"5\\\" million.\"]"));
  CHECK(text.ends_with("]}\n]}\n"));
}

TEST_CASE("an empty graph is JSON-LD as well") {
  VectorView view;
  view.terms = small_view().terms;
  CHECK(Reading(exported(view, "jsonld")).objects == 0);
}
