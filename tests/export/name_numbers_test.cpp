#include <doctest/doctest.h>

#include <string>

#include "export/name_numbers.hpp"

using namespace rxgraph::exporting;

TEST_CASE("names are numbered in the order in which they come, each once") {
  NameNumbers names;
  CHECK(names.find("a") == NameNumbers::none);
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < 1000; ++i) CHECK(names.add("company/" + std::to_string(i)) == i);
  }
  CHECK(names.size() == 1000);
  CHECK(names.add("") == 1000);
  CHECK(names.find("") == 1000);
  CHECK(names.find("company/999") == 999);
  CHECK(names.find("company/1000") == NameNumbers::none);
  CHECK_THROWS_WITH_AS(names.at("company/x"), "an edge of the view ends at company/x, which is not among its nodes", std::logic_error);
}
