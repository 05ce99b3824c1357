#include <doctest/doctest.h>

#include <string>

#include "ingest/read/sentences.hpp"

using namespace rxgraph::ingest;

namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (const std::uint32_t end : sentence_ends(text)) {
    std::string each = text.substr(begin, end - begin);
    while (!each.empty() && each.front() == ' ') each.erase(0, 1);
    if (!each.empty()) all.push_back(each);
    begin = end;
  }
  return all;
}

}  // namespace

TEST_CASE("a stop before a capital ends a sentence") {
  CHECK(split("It works. We tried it! Did you? Yes.").size() == 4);
  CHECK(split("").empty());
  CHECK(split("no stop at all").size() == 1);
}

TEST_CASE("stops that do not end a sentence") {
  for (const char* text : {
           "Zeta, Inc. (Nasdaq: ZETA) said so.",
           "The U.S. Food and Drug Administration approved it.",
           "Dr. Smith and Mr. J. R. Jones agreed.",
           "It rose by 3.5 percent, i.e. Two points.",
           "See Note No. 5 and Fig. 2 for more, e.g. Table 1.",
           "Zeta, Inc. and Omega Corp. Ltd. signed.",
           "The St. Louis site of Zeta vs. Omega closed.",
           "On Sept. 5 it began at 10 a.m. and ended.",
           "They include drugs... and devices.",
           "See \"Item 1A. Risk Factors\" of the report.",
           "It was sold by E. I. Omega and Sons to W. R. Zeta.",
           "It is sold as \"Zeta.\" in the trade.",
       }) {
    CAPTURE(text);
    CHECK(split(text).size() == 1);
  }
}

TEST_CASE("stops of abbreviations that do end one") {
  CHECK(split("We are part of Zeta, Inc. The merger closed in May.").size() == 2);
  CHECK(split("It is sold in the U.S. In Europe it is not.").size() == 2);
  CHECK(split("It treats cancer of type No. We agree.").size() == 2);
}

TEST_CASE("closing quotes and brackets belong to their sentence") {
  CHECK(split("He said \"We won.\" Then he left.") == std::vector<std::string>{"He said \"We won.\"", "Then he left."});
  CHECK(split("(See above.) It holds.") == std::vector<std::string>{"(See above.)", "It holds."});
}

TEST_CASE("sentences cover their text") {
  const std::string text = "One is. Two (e.g. A.) is! \"Three.\" Four? five. Six";
  CHECK(sentence_ends(text).back() == text.size());
}
