#include <doctest/doctest.h>

#include <set>

#include "base/error.hpp"
#include "export/format.hpp"
#include "export/shape.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

TEST_CASE("formats are found by name and by the end of a path") {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    CHECK(names.insert(format.name).second);
    CHECK(&format_named(format.name) == &format);
    CHECK(!format.summary.empty());
    if (!format.extension.empty()) CHECK(format_of_path("graph" + std::string(format.extension)) == &format);
  }
  CHECK(names == std::set<std::string_view>{"apoc-json", "csv", "cypher", "dot", "graphml", "graphml-apoc", "graphml-yed", "jsonl", "jsonld", "kgx-jsonl", "kgx-tsv", "neo4j", "nquads", "ntriples", "ntriples-1.2", "trig", "turtle", "turtle-1.2", "turtle-star"});
  CHECK(format_of_path("graph.zip") == nullptr);
  CHECK(format_of_path("graph.nt.gz") == &format_named("ntriples"));
  CHECK(format_of_path("graph.apoc.graphml.zst") == &format_named("graphml-apoc"));
  CHECK(format_of_path("graph.gz") == nullptr);
  CHECK(format_of_path(".nt") == nullptr);
  CHECK(format_of_path("") == nullptr);
}

TEST_CASE("an unknown format names the nearest") {
  CHECK_THROWS_WITH_AS(format_named("grafml"), "unknown format 'grafml'; did you mean 'graphml'?", UnknownName);
  CHECK_THROWS_WITH_AS(format_named("zzzzzzzzzzzzzzzzzz"), "unknown format 'zzzzzzzzzzzzzzzzzz'; there are graphml, graphml-yed, ntriples, nquads, turtle, trig, jsonld, ntriples-1.2, turtle-1.2, turtle-star, neo4j, cypher, graphml-apoc, apoc-json, kgx-jsonl, kgx-tsv, csv, dot, jsonl", UnknownName);
}

TEST_CASE("equal graphs give equal bytes") {
  for (const std::string format : {"graphml", "ntriples", "nquads", "turtle", "trig", "jsonld", "ntriples-1.2", "turtle-1.2", "turtle-star", "jsonl"}) {
    CHECK(exported(hostile_view(), format) == exported(hostile_view(), format));
  }
}

TEST_CASE("less evidence is less text, and never another graph") {
  for (const std::string format : {"graphml", "ntriples", "nquads", "turtle", "trig", "jsonld", "ntriples-1.2", "turtle-1.2", "turtle-star", "jsonl"}) {
    const std::string none = exported(small_view(), format, {EvidenceChoice::none, ""});
    const std::string first = exported(small_view(), format, {EvidenceChoice::first, ""});
    const std::string all = exported(small_view(), format, {EvidenceChoice::all, ""});
    CHECK(none.find("developing") == std::string::npos);
    CHECK(first.find("developing") != std::string::npos);
    CHECK(first.find("It earned") == std::string::npos);
    CHECK(all.find("It earned") != std::string::npos);
    for (const std::string& text : {none, first, all}) CHECK(text.find("company/widget") != std::string::npos);
  }
}

TEST_CASE("attribute names suit every reader") {
  CHECK(attribute_name("amount", "q_") == "amount");
  CHECK(attribute_name("Weight", "q_") == "q_Weight");
  CHECK(attribute_name("label", "id_") == "id_label");
  CHECK(attribute_name("a b:{c}", "q_") == "a_b__c_");
  CHECK(attribute_name("2nd", "q_") == "q_2nd");
  CHECK(attribute_name("", "q_") == "q_");
  CHECK(attribute_names({"a b", "a-b", "a_b"}, "q_") == std::map<std::string, std::string>{{"a b", "a_b"}, {"a-b", "a_b_2"}, {"a_b", "a_b_3"}});
}

TEST_CASE("a column takes the kind that holds all its values") {
  const auto kind = [](const std::vector<Value>& values) {
    Column column;
    for (const Value& value : values) column.add(std::vector<Value>{value});
    return column.kind();
  };
  CHECK(kind({1.0, 2.0}) == Column::Kind::whole);
  CHECK(kind({1.0, 2.5}) == Column::Kind::number);
  CHECK(kind({9007199254740992.0}) == Column::Kind::number);
  CHECK(kind({true}) == Column::Kind::flag);
  CHECK(kind({true, 1.0}) == Column::Kind::text);
  CHECK(kind({std::string("x"), 1.0}) == Column::Kind::text);
  CHECK(kind({}) == Column::Kind::text);
}

TEST_CASE("an empty graph is a good export in every format") {
  const VectorView empty;
  CHECK(exported(empty, "ntriples").empty());
  CHECK(exported(empty, "nquads").empty());
  CHECK(exported(empty, "jsonl").empty());
  CHECK(exported(empty, "graphml").ends_with("<graph id=\"rxgraph\" edgedefault=\"directed\">\n</graph>\n</graphml>\n"));
}
