#include <doctest/doctest.h>

#include "ingest/explain_page.hpp"
#include "ontology/load.hpp"
#include "tests/ingest/reading.hpp"

using namespace rxgraph;
using namespace rxgraph::ingest;

namespace {

std::string review_of(const std::string& file) {
  Reports reports;
  std::string page;
  explain_page({"a.txt", Bytes(file)}, core(), reports, [&](std::string_view part) { page += part; });
  CHECK(reports.all.empty());
  return page;
}

}  // namespace

TEST_CASE("a review marks what is named and shows what is stated beside it") {
  const std::string shown = review_of(page("<h2>Pipeline</h2><p>In March 2019 Zeta Therapeutics, Inc. licensed zetumab from Gamma Biologics AG. Zetumab targets CD33.</p>"));
  CHECK(shown.find("<h4 title=\"bytes 16-24\">Pipeline</h4>") != std::string::npos);
  CHECK(shown.find("\">Zeta Therapeutics, Inc.</mark>") != std::string::npos);
  CHECK(shown.find("<mark class=\"k\" title=\"date: ") != std::string::npos);
  const std::size_t sentence = shown.find("targets <mark");
  REQUIRE(sentence != std::string::npos);
  CHECK(shown.find("<p class=\"fact\">&#39;zetumab&#39; targets &#39;CD33&#39;", sentence) != std::string::npos);
}

TEST_CASE("what a hostile filing holds is mere text on its review") {
  const std::string shown = review_of(page("<p>Zeta Inc. licensed &lt;script&gt;alert(1)&lt;/script&gt; from Gamma \"onclick=x&lt;img src=x onerror=y&gt; AG.</p>"));
  CHECK(shown.find("<script") == std::string::npos);
  CHECK(shown.find("<img") == std::string::npos);
  CHECK(shown.find("\"onclick") == std::string::npos);
}

TEST_CASE("every sentence of a filing stands on its review once") {
  const std::string file = page("<p>The weather was fine. Nothing happened.</p><ul><li>one</li><li>two</li></ul>");
  std::string shown = review_of(file);
  for (const std::string mark : {"<mark", "</mark"}) {  // names are marked within their sentence
    for (std::size_t at = shown.find(mark); at != std::string::npos; at = shown.find(mark, at)) shown.erase(at, shown.find('>', at) + 1 - at);
  }
  for (const std::string text : {"The weather was fine.", "Nothing happened.", "one", "two"}) {
    CAPTURE(text);
    const std::size_t at = shown.find(">" + text + "<");
    CHECK(at != std::string::npos);
    CHECK(shown.find(">" + text + "<", at + 1) == std::string::npos);
  }
}
