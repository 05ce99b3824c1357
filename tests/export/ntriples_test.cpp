#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <sstream>

#include "base/error.hpp"
#include "export/line_blocks.hpp"
#include "export/rdf_terms.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string term(void (*append)(std::string&, std::string_view), std::string_view text) {
  std::string out;
  append(out, text);
  return out;
}

std::string number(void (*append)(std::string&, double), double value) {
  std::string out;
  append(out, value);
  return out;
}

const std::string base = "https://example.org/rx/";
const std::string statement = "<" + base + "statement/00000000000000000000000000000002";
const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const std::string xsd = "http://www.w3.org/2001/XMLSchema#";

}  // namespace

TEST_CASE("a fact is a triple, and a statement with its qualifiers and its passage") {
  const auto lines = lines_of(exported(small_view(), "ntriples"));
  const auto has = [&](const std::string& line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); };
  CHECK(has("<" + base + "thing/company/acme> <" + base + "develops> <" + base + "thing/compound/acm-1> ."));
  CHECK(has(statement + "> <" + rdf + "type> <" + rdf + "Statement> ."));
  CHECK(has(statement + "> <" + rdf + "subject> <" + base + "thing/company/widget> ."));
  CHECK(has(statement + "> <" + rdf + "predicate> <" + base + "pays> ."));
  CHECK(has(statement + "> <" + rdf + "object> <" + base + "thing/company/acme> ."));
  CHECK(has(statement + "> <" + base + "meta/modality> \"planned\" ."));
  CHECK(has(statement + "> <" + base + "qualifier/amount> \"5000000\"^^<" + xsd + "integer> ."));
  CHECK(has(statement + "> <" + base + "qualifier/date> \"2007-07\"^^<" + xsd + "gYearMonth> ."));
  CHECK(has(statement + "> <http://www.w3.org/ns/prov#wasDerivedFrom> " + statement + "/evidence/1> ."));
  CHECK(has(statement + "/evidence/1> <http://www.w3.org/ns/oa#hasSource> <" + base + "filing/0123456789abcdef0123456789abcdef/document/1> ."));
  CHECK(has(statement + "/evidence/1/bytes> <http://www.w3.org/ns/oa#start> \"10\"^^<" + xsd + "nonNegativeInteger> ."));
  CHECK(has(statement + "/evidence/2/quote> <http://www.w3.org/ns/oa#exact> \"It earned \\\"5\\\" million.\" ."));
  CHECK(has("<" + base + "thing/compound/acm-1> <" + rdf + "type> <" + base + "Compound> ."));
  CHECK(has("<" + base + "thing/compound/acm-1> <http://www.w3.org/2004/02/skos/core#exactMatch> <http://identifiers.org/unii/ABC123> ."));
  CHECK(lines.size() == 110);
}

TEST_CASE("only what is asserted is a triple by itself") {
  const std::string text = exported(small_view(), "ntriples");
  CHECK(text.find("<" + base + "thing/company/widget> <" + base + "pays>") == std::string::npos);
}

TEST_CASE("several ranges of a passage are its parts, one range selects it") {
  const std::string text = exported(small_view(), "ntriples");
  CHECK(text.find(statement + "/evidence/2> <http://purl.org/dc/terms/hasPart> " + statement + "/evidence/2/part/2> .") != std::string::npos);
  CHECK(text.find(statement + "/evidence/2/bytes>") == std::string::npos);
  CHECK(text.find(statement + "/evidence/2> <" + base + "meta/context> " + statement + "/evidence/2/context/1> .") != std::string::npos);
}

TEST_CASE("lines are sorted, no two are equal, and none is blank") {
  for (const VectorView& view : {small_view(), hostile_view()}) {
    const auto lines = lines_of(exported(view, "ntriples"));
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    CHECK(std::set<std::string>(lines.begin(), lines.end()).size() == lines.size());
    for (const std::string& line : lines) CHECK(line.ends_with(" ."));
  }
}

TEST_CASE("things can have another base, terms stay with the ontology") {
  const std::string text = exported(small_view(), "ntriples", {EvidenceChoice::none, "https://data.example.com/kg"});
  CHECK(text.find("<https://data.example.com/kg/thing/company/acme> <" + base + "develops> <https://data.example.com/kg/thing/compound/acm-1> .") != std::string::npos);
  CHECK(exported(small_view(), "ntriples", {EvidenceChoice::none, "https://x.org/y#"}).find("<https://x.org/y#thing/company/acme>") != std::string::npos);
}

TEST_CASE("literals are written in their canonical form") {
  CHECK(term(append_literal, "a\"b\\c\b\t\n\f\r") == R"("a\"b\\c\b\t\n\f\r")");
  CHECK(term(append_literal, std::string_view("\0\x01\x1F\x7F", 4)) == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\\u007F\"");
  CHECK(term(append_literal, "\xEF\xBF\xBE\xEF\xBF\xBF") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(term(append_literal, "'\xC3\xA9\xF0\x9F\x92\x8A\xE2\x80\xA8") == "\"'\xC3\xA9\xF0\x9F\x92\x8A\xE2\x80\xA8\"");
  CHECK(term(append_literal, "\xFF") == "\"\xEF\xBF\xBD\"");
}

TEST_CASE("IRIs hold nothing that an IRI may not") {
  CHECK(iri("a b<c>\"{d}|^\\`\n") == "<a%20b%3Cc%3E%22%7Bd%7D%7C%5E%5C%60%0A>");
  CHECK(iri("\xC3\xA9/%20#") == "<\xC3\xA9/%20#>");
}

TEST_CASE("numbers and dates have the type that holds them") {
  CHECK(number(append_amount, 5000000) == "\"5000000\"^^<" + xsd + "integer>");
  CHECK(number(append_amount, -0.0) == "\"0\"^^<" + xsd + "integer>");
  CHECK(number(append_amount, 0.5) == "\"0.5\"^^<" + xsd + "decimal>");
  CHECK(number(append_amount, 1e22) == "\"10000000000000000000000.0\"^^<" + xsd + "decimal>");
  CHECK(number(append_decimal, 1) == "\"1.0\"^^<" + xsd + "decimal>");
  CHECK(number(append_decimal, 5e-324).size() > 300);
  CHECK(number(append_decimal, -1.7976931348623157e308).starts_with("\"-17976931348623157"));
  CHECK(term(append_date, "2007-07-31") == "\"2007-07-31\"^^<" + xsd + "date>");
  CHECK(term(append_date, "2007-07") == "\"2007-07\"^^<" + xsd + "gYearMonth>");
  CHECK(term(append_date, "2007") == "\"2007\"^^<" + xsd + "gYear>");
  CHECK(term(append_date, "summer 2007") == "\"summer 2007\"");
}

TEST_CASE("ids of known registries link to what they stand for") {
  CHECK(outside_link("hgnc", "HGNC:3430").object == "<http://identifiers.org/hgnc/3430>");
  CHECK(outside_link("nct", "NCT00000001").object == "<https://clinicaltrials.gov/study/NCT00000001>");
  CHECK(outside_link("mine", "1").object.empty());
  CHECK(edgar_address("0001104659-07-057713", "0000855654") == "<https://www.sec.gov/Archives/edgar/data/855654/000110465907057713/0001104659-07-057713-index.htm>");
  CHECK(edgar_address("", "1").empty());
  CHECK(edgar_address("x", "").empty());
}

TEST_CASE("blocks come out sorted and joined, whatever their order") {
  std::ostringstream out;
  Buffer buffer(out);
  LineBlocks blocks("p/");
  const auto add = [&](std::string_view key, std::vector<std::string_view> rests) { blocks.add(key, rests); };
  add("b>", {" 2\n", " 1\n", " 2\n"});
  add("a-b>", {" 1\n"});
  add("b>", {" 1\n", " 0\n"});
  add("a>", {" 9\n"});
  blocks.write(buffer);
  buffer.flush();
  CHECK(out.str() == "p/a-b> 1\np/a> 9\np/b> 0\np/b> 1\np/b> 2\n");
}

TEST_CASE("blocks beyond what may be held come out the same") {
  std::mt19937 random(7);
  const auto written = [](std::vector<std::pair<std::string, std::vector<std::string>>> blocks, std::size_t held) {
    std::ostringstream out;
    Buffer buffer(out);
    LineBlocks lines("p/", held);
    for (const auto& [key, rests] : blocks) {
      std::vector<std::string_view> views(rests.begin(), rests.end());
      lines.add(key, views);
    }
    lines.write(buffer);
    buffer.flush();
    return out.str();
  };
  for (int round = 0; round < 50; ++round) {
    std::vector<std::pair<std::string, std::vector<std::string>>> blocks;
    for (std::size_t i = 0, all = random() % 200; i < all; ++i) {
      std::vector<std::string> rests;
      for (std::size_t line = 0, lines = random() % 5; line <= lines; ++line) rests.push_back(" " + std::to_string(random() % 9) + "\n");
      blocks.emplace_back(std::string(random() % 12, 'k') + std::to_string(random() % 40) + ">", rests);
    }
    const std::string meant = written(blocks, LineBlocks::most_held);
    const auto lines = lines_of(meant);
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    for (const std::size_t held : {std::size_t{0}, std::size_t{500}, std::size_t{4000}}) CHECK(written(blocks, held) == meant);
  }
}

TEST_CASE("where lines cannot be held on disk, the folder and the remedy are named") {
  const char* const before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/no/such/folder", 1);
  LineBlocks lines("p/", 0);
  std::vector<std::string_view> rests = {" 1\n"};
  CHECK_THROWS_WITH_AS(lines.add("k>", rests), "/no/such/folder: cannot hold lines that are sorted there: No such file or directory; free space, or name another folder by $TMPDIR",
                       OutputError);
  if (before == nullptr) {
    ::unsetenv("TMPDIR");
  } else {
    ::setenv("TMPDIR", kept.c_str(), 1);
  }
}

TEST_CASE("rapper and serdi take hostile N-Triples") {
  const ScratchFolder folder;
  export_to(folder / "g.nt", hostile_view(), "ntriples");
  const auto count = std::to_string(lines_of(content_of(folder / "g.nt")).size());
  int status = 0;
  if (has_program("rapper")) {
    const std::string said = run("rapper -q -i ntriples -o ntriples " + (folder / "g.nt") + " | wc -l", status);
    CHECK(said == count + "\n");
  } else {
    MESSAGE("skipped in part: rapper is not installed");
  }
  if (has_program("serdi")) {
    const std::string said = run("serdi -e -i ntriples -o ntriples " + (folder / "g.nt") + " | wc -l", status);
    CHECK(said == count + "\n");
  } else {
    MESSAGE("skipped in part: serdi is not installed");
  }
}
