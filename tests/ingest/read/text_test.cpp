#include <doctest/doctest.h>

#include "ingest/read/text.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

using Ranges = std::vector<ByteRange>;

}  // namespace

TEST_CASE("a map of one run gives the bytes one for one") {
  ByteMap map;
  map.append_verbatim(10, 100);
  CHECK(map.size() == 10);
  CHECK(map.bytes({0, 10}) == Ranges{{100, 110}});
  CHECK(map.bytes({3, 5}) == Ranges{{103, 105}});
  CHECK(map.bytes({4, 4}).empty());
}

TEST_CASE("markup between two runs is bridged") {
  ByteMap map;
  map.append_verbatim(3, 10);
  map.append_verbatim(3, 20);
  CHECK(map.bytes({0, 6}) == Ranges{{10, 23}});
  CHECK(map.bytes({0, 3}) == Ranges{{10, 13}});
  CHECK(map.bytes({3, 6}) == Ranges{{20, 23}});
}

TEST_CASE("what was split off is no part of a range") {
  ByteMap map;
  map.append_verbatim(3, 10);
  map.split();
  map.append_verbatim(3, 20);
  CHECK(map.bytes({0, 6}) == Ranges{{10, 13}, {20, 23}});
}

TEST_CASE("a split between two touching runs keeps them apart") {
  ByteMap map;
  map.append_verbatim(3, 10);
  map.split();
  map.append_verbatim(3, 13);
  CHECK(map.bytes({0, 6}) == Ranges{{10, 13}, {13, 16}});
}

TEST_CASE("a folded character stands for all of its bytes, however little of it is asked for") {
  ByteMap map;
  map.append_folded(3, {50, 57});
  CHECK(map.bytes({1, 2}) == Ranges{{50, 57}});
}

TEST_CASE("an invented character has no bytes") {
  ByteMap map;
  map.append_verbatim(2, 10);
  map.append_invented(1, 12);
  map.append_verbatim(2, 15);
  CHECK(map.bytes({2, 3}).empty());
  CHECK(map.bytes({0, 3}) == Ranges{{10, 12}});
  CHECK(map.bytes({2, 5}) == Ranges{{15, 17}});
}

TEST_CASE("a copied range maps as the original does") {
  ByteMap from;
  from.append_verbatim(4, 10);
  from.append_folded(1, {14, 20});
  from.split();
  from.append_verbatim(5, 30);
  for (std::uint32_t begin = 0; begin < from.size(); ++begin) {
    for (std::uint32_t end = begin + 1; end <= from.size(); ++end) {
      ByteMap to;
      to.append_copy(from, {begin, end});
      CHECK(to.size() == end - begin);
      CHECK(to.bytes({0, to.size()}) == from.bytes({begin, end}));
    }
  }
}
