#include "base/date.hpp"

#include <doctest/doctest.h>

using namespace rxgraph;

TEST_CASE("a partial date has a real month and a real day") {
  for (const char* date : {"2006", "2006-04", "2006-04-30", "2024-02-29"}) CHECK(is_partial_date(date));
  for (const char* none : {"", "206", "2006-13", "2006-00", "2006-04-31", "2023-02-29", "1900-02-29", "2006/04", "2006-4"}) CHECK_FALSE(is_partial_date(none));
}

TEST_CASE("a compact date becomes an ISO date or nothing") {
  CHECK(iso_of_compact("20070731") == "2007-07-31");
  CHECK(iso_of_compact("20070732").empty());
  CHECK(iso_of_compact("2007731").empty());
}

TEST_CASE("a partial date spans its first to its last day") {
  CHECK(first_day("2006") == "2006-01-01");
  CHECK(last_day("2006") == "2006-12-31");
  CHECK(last_day("2024-02") == "2024-02-29");
  CHECK(last_day("2023-02") == "2023-02-28");
}

TEST_CASE("the day before crosses months, years and leap days") {
  CHECK(day_before("2020-03-01") == "2020-02-29");
  CHECK(day_before("2023-01-01") == "2022-12-31");
  CHECK(day_before("2023-05-17") == "2023-05-16");
  CHECK(day_before("2023-05").empty());
}

TEST_CASE("months are counted over the ends of years") {
  CHECK(month_after("2020-11-30", 2) == "2021-01");
  CHECK(month_after("2020-01", -1) == "2019-12");
  CHECK(month_after("2020-06-15", 0) == "2020-06");
  CHECK(month_after("2020", 1).empty());
}
