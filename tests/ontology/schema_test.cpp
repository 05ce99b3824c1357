/// schema.json and the loader describe one format.

#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "base/file.hpp"
#include "ontology/load.hpp"
#include "ontology/shape.hpp"

using namespace rxgraph;
using namespace rxgraph::ontology;

namespace {

rapidjson::Document parsed(std::string_view text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE_MESSAGE(!document.HasParseError(), "no JSON at byte " << document.GetErrorOffset());
  return document;
}

/// The schema's complaint about `text`; empty where it has none.
std::string complaint(std::string_view text) {
  const rapidjson::Document document = parsed(text);
  const rapidjson::SchemaDocument schema(parsed(ontology_schema()));
  rapidjson::SchemaValidator validator(schema);
  if (document.Accept(validator)) return {};
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  return std::string(where.GetString()) + ": " + validator.GetInvalidSchemaKeyword();
}

bool loads(const std::string& text) {
  const OntologySource sources[] = {core_ontology(), {"mine.json", text, {}}};
  try {
    load_ontology(sources);
  } catch (const OntologyError&) {
    return false;
  }
  return true;
}

}  // namespace

TEST_CASE("schema.json names exactly the members that the loader reads") {
  const rapidjson::Document schema = parsed(ontology_schema());
  for (const ObjectShape* shape : all_shapes()) {
    const std::string name(shape->name);
    CAPTURE(name);
    REQUIRE(schema["definitions"].HasMember(name.c_str()));
    const rapidjson::Value& definition = schema["definitions"][name.c_str()];
    std::set<std::string> described;
    for (const auto& member : definition["properties"].GetObject()) described.insert(member.name.GetString());
    std::set<std::string> required;
    if (definition.HasMember("required"))
      for (const auto& member : definition["required"].GetArray()) required.insert(member.GetString());
    std::set<std::string> read, demanded;
    for (const MemberShape& member : shape->members) {
      read.emplace(member.name);
      if (member.required) demanded.emplace(member.name);
    }
    CHECK(described == read);
    CHECK(required == demanded);
    CHECK((definition.HasMember("additionalProperties") && definition["additionalProperties"].IsFalse()) == !shape->open);
  }
}

TEST_CASE("every object that schema.json describes by its members is one that the loader knows") {
  const rapidjson::Document schema = parsed(ontology_schema());
  for (const auto& definition : schema["definitions"].GetObject()) {
    if (!definition.value.HasMember("properties")) continue;
    const std::string name = definition.name.GetString();
    CAPTURE(name);
    CHECK(std::any_of(all_shapes().begin(), all_shapes().end(), [&](const ObjectShape* shape) { return shape->name == name; }));
  }
}

TEST_CASE("the files that ship keep to the schema") {
  CHECK(complaint(core_ontology().text) == "");
  for (const char* part : {"frames.json", "vocabularies.json"}) CHECK(complaint(core_ontology().files.at(part)) == "");
  CHECK(complaint(ontology_template()) == "");
  for (const auto& entry : std::filesystem::directory_iterator(RXGRAPH_SOURCE_DIR "/examples/ontology"))
    if (entry.path().extension() == ".json") CHECK_MESSAGE(complaint(read_text_file(entry.path())) == "", entry.path());
}

TEST_CASE("what the schema refuses, the loader refuses") {
  for (const char* text :
       {R"([])", R"({"type": []})", R"({"types": [{}]})", R"({"types": [{"name": 5}]})", R"({"types": [{"name": "Site", "nominals": [1]}]})",
        R"({"types": [{"name": "Site", "carriers": [{"nouns": "plant"}]}]})", R"({"relations": [{"name": "r", "time": "always"}]})",
        R"({"relations": [{"name": "develops", "extends": true, "qualifiers": {"x": "word"}}]})",
        R"({"relations": [{"name": "develops", "extends": true, "frames": [{"columns": false, "subject": "a", "object": "b"}]}]})",
        R"({"relations": [{"name": "develops", "extends": true, "frames": [{"verb": "v", "agent": 5}]}]})",
        R"({"relations": [{"name": "develops", "extends": true, "frames": [{"verb": "v", "agent": "subject", "theme": "object", "confidence": 2}]}]})",
        R"({"derivations": [{"id": "d", "when": "?a develops ?b"}]})", R"({"vocabularies": [{"name": "v", "kind": "list", "terms": []}]})",
        R"({"vocabularies": [{"name": "v", "kind": "words", "terms": [5]}]})"}) {
    CAPTURE(std::string(text));
    CHECK(complaint(text) != "");
    CHECK_FALSE(loads(text));
  }
}
