#include "ingest/read/section_marks.hpp"

#include <doctest/doctest.h>

using namespace rxgraph::ingest;

namespace {

/// What stands behind the dateline of a paragraph; empty where it has none.
std::string news(const std::string& paragraph) {
  const std::size_t end = dateline_end(paragraph);
  return end == 0 ? "" : paragraph.substr(end);
}

}  // namespace

TEST_CASE("place, date and wire stand before the news, however they are set") {
  const std::string told = "Zorbia Inc. reported results.";
  for (const std::string dateline : {"PARIS, May 4, 2020 -- ", "LAKE CITY, Ohio, June 1, 2019 (GLOBE NEWSWIRE) -- ", "SALEM, Ore., Jan. 25, 2001 /PRNewswire/ -- ", "NORTH PORT, Fla. - March 3, 2018 - ",
                                     "SALEM, Ore.--(BUSINESS WIRE)--July 1, 1999--", "PARIS and LYON, France, 4 May 2020 \u2013 "}) {
    CAPTURE(dateline);
    CHECK(news(dateline + told) == told);
  }
}

TEST_CASE("a sentence that holds a date and a dash has no dateline") {
  for (const std::string text : {"On May 4, 2020 - a Monday - Zorbia reported results.", "The agreement of May 4, 2020 - as amended - ended.", "Zorbia, which was founded on May 4, 2020 - in Paris - grew.", "PARIS, May 4, 2020",
                                 "PARIS, May 4, 2020 was a Monday.", ""}) {
    CAPTURE(text);
    CHECK(dateline_end(text) == 0);
  }
}

TEST_CASE("a line with a number or a letter opens what is attached to an agreement") {
  for (const std::string line : {"EXHIBIT 4.1 CLINICAL STUDIES", "Schedule B", "ANNEX 2", "Appendix A-1", "Attachment 3"}) {
    CAPTURE(line);
    CHECK(opens_annex(line));
  }
  for (const std::string line : {"Exhibits", "Exhibit", "Schedule of payments", "Annex to the agreement", "Schedule 3 is part of it.", "exhibited A"}) {
    CAPTURE(line);
    CHECK_FALSE(opens_annex(line));
  }
}
