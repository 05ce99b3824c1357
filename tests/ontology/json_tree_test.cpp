#include "ontology/json_tree.hpp"

#include <doctest/doctest.h>

using namespace rxgraph;
using namespace rxgraph::ontology;

namespace {

/// "line:column: message" of the faults of `text`, one a line.
std::string faults_of_json(std::string_view text) {
  Faults faults;
  JsonNode root;
  parse_json(text, faults.add_file("x"), faults, root);
  std::string lines;
  for (const OntologyFault& fault : faults.sorted())
    lines += (lines.empty() ? "" : "\n") + std::to_string(fault.line) + ":" + std::to_string(fault.column) + ": " + fault.message;
  return lines;
}

}  // namespace

TEST_CASE("every value knows its line and column") {
  Faults faults;
  JsonNode root;
  REQUIRE(parse_json("\xEF\xBB\xBF{\n  \"a\" : [1, \"t\\n\",\n\t{\"b\":true}],\r\n\"c\":null}", 0, faults, root));
  CHECK(root.place == Place{0, 1, 1});
  CHECK(root.members[0].place == Place{0, 2, 3});
  const JsonNode& list = *root.find("a");
  CHECK(list.place == Place{0, 2, 9});
  CHECK(list.items[0].place == Place{0, 2, 10});
  CHECK(list.items[0].number == 1);
  CHECK(list.items[1].place == Place{0, 2, 13});
  CHECK(list.items[1].text == "t\n");
  CHECK(list.items[2].place == Place{0, 3, 2});
  CHECK(list.items[2].find("b")->place == Place{0, 3, 7});
  CHECK(list.items[2].find("b")->boolean);
  CHECK(root.find("c")->place == Place{0, 4, 5});
  CHECK(root.find("d") == nullptr);
}

TEST_CASE("a syntax error is told in words, with its place") {
  CHECK(faults_of_json("") == "1:1: the file is empty; an ontology file is one JSON object");
  CHECK(faults_of_json("{\n \"a\": 1,\n}") == "3:1: a member name in double quotes is expected here; a comma before } is one too many");
  CHECK(faults_of_json("[1,]") == "1:4: a value is expected here; a comma before ] is one too many");
  CHECK(faults_of_json("{\"a\" 1}") == "1:6: ':' is missing after the member name");
  CHECK(faults_of_json("{\"a\": 1 \"b\": 2}") == "1:9: ',' or '}' is missing here");
  CHECK(faults_of_json("[1 2]") == "1:4: ',' or ']' is missing here");
  CHECK(faults_of_json("[tru]").find("a value is expected here") != std::string::npos);
  CHECK(faults_of_json("{} {}") == "1:4: something follows the end of the JSON object");
  CHECK(faults_of_json("[\"a").find("a string does not end") != std::string::npos);
  CHECK(faults_of_json("[\"\\x\"]").find("no such escape") != std::string::npos);
}

TEST_CASE("bytes that are no text are told") {
  CHECK(faults_of_json("[\"\xC3\x28\"]").find("bytes that are no UTF-8") != std::string::npos);
  CHECK(faults_of_json(std::string_view("{}\0{}", 5)) == "1:3: a NUL byte; a JSON text has none");
  CHECK(faults_of_json("\x7F""ELF").find("a value is expected here") != std::string::npos);
}

TEST_CASE("a member that is given twice is told, and the first counts") {
  Faults faults;
  JsonNode root;
  REQUIRE(parse_json("{\"a\": 1,\n \"a\": 2}", faults.add_file("x"), faults, root));
  CHECK(root.find("a")->number == 1);
  CHECK(faults.sorted() == std::vector<OntologyFault>{{"x", 2, 2, "member 'a' is given twice; the first stands in line 1"}});
}

TEST_CASE("nesting has a bound") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(faults_of_json(nested(max_json_depth)) == "");
  CHECK(faults_of_json(nested(max_json_depth + 1)) == "1:66: nested deeper than 64 levels");
  CHECK(faults_of_json(nested(100'000)) == "1:66: nested deeper than 64 levels");
}
