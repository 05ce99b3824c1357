#include <doctest/doctest.h>

#include "tests/ingest/mention_fixture.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest::testing;

namespace {

Strings literals(const std::string& sentence, const std::string& filed = "", const std::string& period = "") {
  Filing filing;
  filing.filed = filed;
  filing.period = period;
  return analyse({sentence}, filing).said();
}

}  // namespace

TEST_CASE("dates are ISO and cut to what is said") {
  CHECK(literals("it began on March 5, 2019 as planned") == Strings{"date 2019-03-05"});
  CHECK(literals("it began on 27 June 2023 as planned") == Strings{"date 2023-06-27"});
  CHECK(literals("it began in April 2006") == Strings{"date 2006-04"});
  CHECK(literals("it began in Sept. of 2011") == Strings{"date 2011-09"});
  CHECK(literals("it began on 2023-06-27") == Strings{"date 2023-06-27"});
  CHECK(literals("it began on 06/27/2023") == Strings{"date 2023-06-27"});
  CHECK(literals("it began in 2007") == Strings{"date 2007"});
  CHECK(literals("data are due in the first half of 2025") == Strings{"date 2025"});
  CHECK(literals("data are due in the fourth quarter of fiscal 2008") == Strings{"date 2008"});
  CHECK(literals("data are due in early 2026") == Strings{"date 2026"});
}

TEST_CASE("today is the day of filing, and nothing where that is unknown") {
  CHECK(literals("it was announced today that it works", "2020-02-03") == Strings{"date 2020-02-03"});
  CHECK(literals("it was announced today that it works").empty());
}

TEST_CASE("days, months and years are counted from the day of filing") {
  const auto seen = [](const std::string& sentence) { return literals(sentence, "2020-02-03"); };
  CHECK(seen("it was approved yesterday by the agency") == Strings{"date 2020-02-02"});
  CHECK(seen("it was approved earlier this month by the agency") == Strings{"date 2020-02"});
  CHECK(seen("it was approved last month by the agency") == Strings{"date 2020-01"});
  CHECK(seen("it was approved last quarter by the agency") == Strings{"date 2019"});
  CHECK(seen("data are due next year") == Strings{"date 2021"});
  CHECK(seen("data are due later this year") == Strings{"date 2020"});
  CHECK(seen("it began in the fourth quarter of last year") == Strings{"date 2019"});
}

TEST_CASE("a span that ends today, a period of its own year and an unknown day are no date") {
  CHECK(literals("it rose over the last year", "2020-02-03").empty());
  CHECK(literals("it rose in the fourth quarter of", "2020-02-03").empty());
  CHECK(literals("it rose in this year's first months", "2020-02-03").empty());
  CHECK(literals("it was approved last month by the agency").empty());
}

TEST_CASE("whose last year a report on a year that is over means is not told") {
  CHECK(literals("it rose last year", "2020-02-03", "2019-12-31").empty());
  CHECK(literals("it rose last year", "2020-11-03", "2020-09-30") == Strings{"date 2019"});
  CHECK(literals("it was approved last month", "2020-02-03", "2019-12-31") == Strings{"date 2020-01"});
}

TEST_CASE("a number of four digits is a year only where a year is meant") {
  CHECK(literals("the model has 2007 units of it").empty());
  CHECK(literals("it rose in 2018 and 2019") == Strings{"date 2018", "date 2019"});
}

TEST_CASE("money has an amount in units and an ISO currency") {
  CHECK(literals("it paid $5 million at once") == Strings{"money 5000000 USD"});
  CHECK(literals("it paid US$12.5 billion at once") == Strings{"money 12500000000 USD"});
  CHECK(literals("it paid EUR 20m at once") == Strings{"money 20000000 EUR"});
  CHECK(literals("it paid \u20ac1,250 at once") == Strings{"money 1250 EUR"});
  CHECK(literals("it paid \u00a53.0 billion at once") == Strings{"money 3000000000 JPY"});
  CHECK(literals("it paid 5 million euros at once") == Strings{"money 5000000 EUR"});
  CHECK(literals("it paid \\$7 million at once") == Strings{"money 7000000 USD"});
}

TEST_CASE("a ceiling is marked across the words between it and the amount") {
  CHECK(literals("it may pay up to $30 million later") == Strings{"up to money 30000000 USD"});
  CHECK(literals("it may pay up to an aggregate of $30 million later") == Strings{"up to money 30000000 USD"});
  CHECK(literals("it may pay as much as $30 million later") == Strings{"up to money 30000000 USD"});
  CHECK(literals("it set up shop, and paid $30 million later") == Strings{"money 30000000 USD"});
}

TEST_CASE("percentages may be vague") {
  CHECK(literals("a royalty of 12.5% applies") == Strings{"percent 12.5"});
  CHECK(literals("a royalty of 8 percent applies") == Strings{"percent 8"});
  CHECK(literals("a low double-digit royalty applies") == Strings{"percent low double-digit"});
}

TEST_CASE("what was left out of the public copy is redacted, not absent") {
  CHECK(literals("it shall pay [***] within thirty days") == Strings{"redacted"});
  CHECK(literals("it shall pay $[***] million within thirty days") == Strings{"redacted"});
  CHECK(literals("it shall pay [ * ] within thirty days") == Strings{"redacted"});
  CHECK(literals("it shall [promptly] pay within thirty days").empty());
}
