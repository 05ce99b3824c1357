#include "base/short_list.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using rxgraph::ShortList;

namespace {

template <typename List>
std::vector<int> values_of(const List& list) {
  return {list.begin(), list.end()};
}

}  // namespace

TEST_CASE("a short list holds what a vector holds, whatever is done to both") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    ShortList<int, 2> list;
    std::vector<int> model;
    for (int step = 0; step < 40; ++step) {
      const int value = static_cast<int>(random() % 100);
      switch (random() % 9) {
        case 0:
          list.clear();
          model.clear();
          break;
        case 1: {
          const int more[] = {value, value + 1, value + 2};
          list.append(more, more + 3);
          model.insert(model.end(), more, more + 3);
          break;
        }
        case 2: {
          const ShortList<int, 2> copy = list;
          CHECK(copy == list);
          list = {value};
          CHECK(values_of(copy) == model);
          model = {value};
          break;
        }
        case 3: {
          ShortList<int, 2> moved = std::move(list);
          CHECK(values_of(moved) == model);
          list = std::move(moved);
          break;
        }
        case 4:
          if (model.empty()) break;
          list.pop_back();
          model.pop_back();
          break;
        default:
          list.push_back(value);
          model.push_back(value);
      }
      REQUIRE(values_of(list) == model);
      CHECK(list.size() == model.size());
      CHECK(list.empty() == model.empty());
      if (model.empty()) continue;
      CHECK(list.front() == model.front());
      CHECK(list.back() == model.back());
      CHECK(list[model.size() / 2] == model[model.size() / 2]);
    }
  }
}

TEST_CASE("a short list that is moved from is empty and may be filled again") {
  ShortList<int, 1> few = {1}, many = {1, 2, 3};
  const ShortList<int, 1> had_few = std::move(few), had_many = std::move(many);
  CHECK(few.empty());
  CHECK(many.empty());
  few.push_back(4);
  many.push_back(5);
  CHECK(values_of(few) == std::vector{4});
  CHECK(values_of(many) == std::vector{5});
  CHECK(values_of(had_few) == std::vector{1});
  CHECK(values_of(had_many) == std::vector{1, 2, 3});
}

TEST_CASE("a short list may add a value of its own and be given itself") {
  ShortList<int, 1> list = {1};
  list.push_back(list.front());
  list.push_back(list.back());
  list = static_cast<const ShortList<int, 1>&>(list);
  CHECK(values_of(list) == std::vector{1, 1, 1});
}
