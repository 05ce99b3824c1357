#include "base/json_slices.hpp"

#include <doctest/doctest.h>

using namespace rxgraph;

TEST_CASE("members are cut out as they were written, without blanks between tokens") {
  const std::string json = R"( { "a" : 1.50 , "b":{"x": [1, 2 ,"y z"]} ,"c": "q \" : ,", "d":null } )";
  const auto slices = json_slices(json, {"a", "b", "c", "d"});
  CHECK(slices.at("a") == "1.50");
  CHECK(slices.at("b") == R"({"x":[1,2,"y z"]})");
  CHECK(slices.at("c") == R"("q \" : ,")");
  CHECK(slices.at("d") == "null");
}

TEST_CASE("numbers keep every digit, members of nested objects are not mistaken, what is missing is left out") {
  const auto slices = json_slices(R"({"o":{"n":1},"n":12345678901234567890.12345678901234567890})", {"n", "x"});
  CHECK(slices.at("n") == "12345678901234567890.12345678901234567890");
  CHECK_FALSE(slices.contains("x"));
  CHECK(json_slices(R"({"a":1,"a":2})", {"a"}).at("a") == "2");
  CHECK(json_slices("{}", {"a"}).empty());
}
