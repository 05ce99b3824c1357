#include <doctest/doctest.h>

#include "ingest/read/word_dates.hpp"

using namespace rxgraph::ingest;

namespace {

std::string date(std::string_view text, bool months = false) {
  const auto found = date_in_words(text, months);
  return found ? found->iso : "";
}

}  // namespace

TEST_CASE("dates are read however they are written") {
  CHECK(date("Date: July 31, 2007") == "2007-07-31");
  CHECK(date("JULY 31,2007") == "2007-07-31");
  CHECK(date("on 31 July 2007, we") == "2007-07-31");
  CHECK(date("this 31st day of July, 2007") == "2007-07-31");
  CHECK(date("Sept. 5, 2007") == "2007-09-05");
  CHECK(date("Sep 5th, 2007") == "2007-09-05");
  CHECK(date("7/31/2007") == "2007-07-31");
  CHECK(date("7-31-07") == "2007-07-31");
  CHECK(date("12/1/99") == "1999-12-01");
  CHECK(date("2007-07-31") == "2007-07-31");
  CHECK(date("from May 1 to June 2, 2009") == "2009-06-02");
}

TEST_CASE("a month alone is a date where it is asked for") {
  CHECK(date("For the month of March 2019", true) == "2019-03");
  CHECK(date("March, 2019", true) == "2019-03");
  CHECK(date("March of 2019", true) == "2019-03");
  CHECK(date("March 2019") == "");
}

TEST_CASE("what looks like a date and is none") {
  for (const char* text : {"", "May we 2007", "Mayor 5, 2007", "February 30, 2007", "July 31, 207", "July 31, 20071", "13/45/2007", "1-800-555-1234", "0001-23-456789",
                           "XJuly 31, 2007", "July __, 2007", "2007-13-01", "1899-01-01"}) {
    CAPTURE(text);
    CHECK(date(text, true) == "");
  }
}

TEST_CASE("a date tells where it stands") {
  const auto found = date_in_words("Dated: May 8, 2012.", false);
  REQUIRE(found);
  CHECK(found->begin == 7);
  CHECK(found->end == 18);
}
