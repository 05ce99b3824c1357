// Where a consumer drops or changes something without a word. README.md beside this file lists every such trap and its test.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <regex>
#include <set>
#include <sstream>

#include "ontology/load.hpp"
#include "tests/export/graphs.hpp"
#include "tests/export/rdf_reading.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What `pattern` captures, each time that it is found.
std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression); at != std::sregex_iterator(); ++at) found.push_back((*at)[1]);
  return found;
}

/// The small graph, its qualifiers named as readers name their own columns.
VectorView view_with_names(const std::vector<std::string>& names) {
  VectorView view = small_view();
  for (const std::string& name : names) {
    view.edges[0].qualifiers[name] = {std::string("mine")};
    view.nodes[0].ids[name] = "mine";
  }
  return view;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  return text;
}

}  // namespace

TEST_CASE("GraphML keeps to its schema, and to less where a reader misreads it") {
  if (!has_program("xmllint")) {
    MESSAGE("skipped: xmllint is not installed");
    return;
  }
  const ScratchFolder folder;
  for (const VectorView& view : {small_view(), hostile_view(), VectorView()}) {
    export_to(folder / "g.graphml", view, "graphml");
    int status = 0;
    const std::string said = run("xmllint --huge --noout --relaxng " RXGRAPH_SOURCE_DIR "/tests/consumers/strict_graphml.rng " + (folder / "g.graphml"), status);
    CHECK(said == (folder / "g.graphml") + " validates\n");
    CHECK(status == 0);
  }
}

TEST_CASE("in every GraphML keys come first and are declared once, and no node or edge has a value twice or an undeclared one") {
  for (const char* const format : {"graphml", "graphml-apoc", "graphml-yed"}) {
    const std::string xml = exported(hostile_view(), format);
    const std::size_t graph = xml.find("<graph ");
    REQUIRE(graph != std::string::npos);
    CHECK(xml.find("<key ", graph) == std::string::npos);
    CHECK(xml.find("<node ", xml.find("<edge ")) == std::string::npos);
    const auto declared = all_of(xml.substr(0, graph), "<key id=\"([^\"]*)\"");
    const std::set<std::string> known(declared.begin(), declared.end());
    CHECK(known.size() == declared.size());
    for (std::size_t at = graph; (at = std::min(xml.find("<node ", at + 1), xml.find("<edge ", at + 1))) != std::string::npos;) {
      const std::size_t end = std::min(xml.find("</node>", at), xml.find("</edge>", at));
      std::set<std::string> seen;
      for (std::size_t data = xml.find("<data key=\"", at); data < end; data = xml.find("<data key=\"", data + 1)) {
        const std::string key = xml.substr(data + 11, xml.find('"', data + 11) - data - 11);
        CHECK(known.contains(key));
        CHECK(seen.insert(key).second);
      }
    }
  }
}

TEST_CASE("no column has a name that Gephi, Cytoscape, igraph or yEd take for their own") {
  const std::vector<std::string> taken = {"b", "Color", "d3", "d7", "directed", "edgeid", "EdgeLabel", "edge weight", "g", "id", "interaction", "label", "Name", "r", "selected",
                                          "shared name", "size", "source", "SUID", "target", "Weight", "x", "xpos", "y", "ypos", "z"};
  const std::string xml = exported(view_with_names(taken), "graphml");
  for (const std::string& name : all_of(xml, "attr\\.name=\"([^\"]*)\"")) {
    const bool readers_own = std::any_of(taken.begin(), taken.end(), [&](const std::string& one) { return lower(one) == lower(name); });
    if (readers_own) CHECK_MESSAGE((name == "label" && holds(xml, "<key id=\"n_label\" for=\"node\"")), name);
  }
  CHECK(all_of(xml, "(<key id=\"e_q_)").size() >= taken.size() - 2);  // "edge weight" and "shared name" become names of no reader
}

TEST_CASE("the cells of an import say what is there and nothing else") {
  const ScratchFolder folder;
  export_to(folder / "import", hostile_view(), "neo4j");
  for (const auto& entry : std::filesystem::directory_iterator(folder / "import")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".csv")) continue;
    const std::string text = content_of(entry.path().string());
    if (name.ends_with("_header.csv")) {
      std::set<std::string> seen;
      std::istringstream cells(text.substr(0, text.size() - 1));
      for (std::string cell; std::getline(cells, cell, ',');) {
        const std::string property = cell.substr(0, cell.find(':'));
        if (!property.empty()) CHECK_MESSAGE(seen.insert(property).second, name << ": " << property);
        CHECK(std::regex_match(cell, std::regex("[A-Za-z0-9_]*:(ID\\(Thing\\)|START_ID\\(Thing\\)|END_ID\\(Thing\\)|(string|long|double|boolean)(\\[\\])?|date)")));
      }
      continue;
    }
    CHECK(!holds(text, ",\"\","));        // an empty text would be a property
    CHECK(!holds(text, "\x1E\x1E"));      // an empty element would stay in its list
    CHECK(!holds(text, "\x1E\","));       // nor may a list end with the delimiter
    CHECK(!holds(text, ",True,"));
    CHECK(!text.starts_with("\xEF\xBB\xBF"));
  }
}

TEST_CASE("import.sh names files as every version of neo4j-admin takes them") {
  const ScratchFolder folder;
  export_to(folder / "import", hostile_view(), "neo4j");
  const std::string script = content_of(folder / "import/import.sh");
  for (const std::string& files : all_of(script, "--(?:nodes|relationships)=[^=\\n]*=([^ \\n]*)")) CHECK(std::regex_match(files, std::regex("\\./[A-Za-z0-9_]+_header\\.csv,\\./[A-Za-z0-9_]+\\.csv")));
  for (const std::string& names : all_of(script, "--(?:nodes|relationships)=([^=\\n]*)=")) CHECK(std::regex_match(names, std::regex("[A-Za-z][A-Za-z0-9_]*(:[A-Za-z][A-Za-z0-9_]*)*")));
}

TEST_CASE("constraints and indexes have names of their own, and syntax that Neo4j 5 knows") {
  const ScratchFolder folder;
  export_to(folder / "import", hostile_view(), "neo4j");
  const std::string both = content_of(folder / "import/constraints.cypher") + content_of(folder / "import/constraints_enterprise.cypher");
  const auto names = all_of(both, "CREATE (?:CONSTRAINT|INDEX) ([^ ]*) IF NOT EXISTS FOR ");
  CHECK(names.size() == all_of(both, "(CREATE) ").size());
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
  CHECK(!holds(both, "ASSERT"));
  const std::string script = exported(hostile_view(), "cypher");
  for (const char* const gone : {"ASSERT", "PERIODIC COMMIT", ":auto", "CYPHER 25", "LOAD CSV"}) {
    for (const std::string& line : lines_of(script)) CHECK(!line.starts_with(gone));
  }
  for (const std::string& line : lines_of(script)) {
    if (line.starts_with("UNWIND")) CHECK(!holds(line, "uid:null"));
  }
}

TEST_CASE("what no number of Neo4j or XML holds is left out of every format") {
  VectorView view = small_view();
  view.edges[1].qualifiers["amount"] = {std::numeric_limits<double>::infinity()};
  view.edges[1].confidence = std::numeric_limits<double>::quiet_NaN();
  for (const char* const format : {"graphml", "graphml-apoc", "graphml-yed", "cypher", "apoc-json", "ntriples", "turtle", "jsonld", "turtle-star"}) {
    const std::string text = exported(view, format, {EvidenceChoice::none, ""});
    CHECK_MESSAGE(!std::regex_search(text, std::regex("[>:\" ](inf|nan|INF|NaN)[<,\" ]")), format);
  }
}

TEST_CASE("APOC finds labels and types where it looks for them, and no value that it misreads") {
  const std::string xml = exported(hostile_view(), "graphml-apoc");
  const std::string graph = xml.substr(xml.find("<graph "));
  const auto nodes = all_of(graph, "<node id=\"n[0-9]+\"([^>]*)>"), edges = all_of(graph, "<edge id=\"e[0-9]+\" source=\"n[0-9]+\" target=\"n[0-9]+\"([^>]*)>");
  CHECK(nodes.size() == 21);
  CHECK(edges.size() == 22);
  for (const std::string& labels : nodes) CHECK(std::regex_match(labels, std::regex(" labels=\"(:[A-Za-z][A-Za-z0-9_]*)+\"")));
  for (const std::string& type : edges) CHECK(std::regex_match(type, std::regex(" label=\"[A-Z][A-Z0-9_]*\"")));
  for (const std::string& key : all_of(xml, "(<key [^>]*>)")) {
    CHECK(holds(key, "attr.name=\""));
    CHECK(std::regex_search(key, std::regex("attr\\.type=\"(string|long|double|boolean)\"")));
  }
  CHECK(holds(xml, "many&#13;kinds"));
  CHECK(!std::regex_search(xml, std::regex("&#([0-9]|1[0-24-9]|2[0-9]|3[01]);")));
  CHECK(!holds(xml, ">[]<"));
  CHECK(!holds(xml, "null]"));
}

TEST_CASE("apoc.import.json gets nodes before relationships, ids as texts, and no null, nested object or empty list") {
  bool relationships = false;
  for (const std::string& line : lines_of(exported(hostile_view(), "apoc-json"))) {
    const bool node = line.starts_with("{\"type\":\"node\",\"id\":\"");
    CHECK((node || line.starts_with("{\"type\":\"relationship\",\"id\":\"")));
    relationships |= !node;
    CHECK_FALSE((node && relationships));
    CHECK(!std::regex_search(line, std::regex("\":(null|\\{\\}|\\[\\])[,}]")));
  }
}

TEST_CASE("neosemantics gets quoted triples as subjects only, with literals only") {
  for (const std::string& line : lines_of(exported(hostile_view(), "turtle-star"))) {
    if (!holds(line, "<< ")) continue;
    CHECK(line.starts_with("<< "));
    const std::size_t end = line.find(" >> ");
    REQUIRE(end != std::string::npos);
    const std::string said = std::regex_replace(line.substr(end + 4), std::regex("\"([^\"\\\\]|\\\\.)*\"(\\^\\^<[^>]*>)?"), "L");
    CHECK(std::regex_match(said, std::regex("([a-z]+:[A-Za-z0-9_]+|<[^>]*>) (L|true)( ; ([a-z]+:[A-Za-z0-9_]+|<[^>]*>) (L|true))* \\.")));
  }
}

TEST_CASE("RDF of a graph has no blank nodes, no positions without a unit, and nothing of RDF 1.2 where it was not asked for") {
  for (const char* const format : {"ntriples", "nquads", "turtle", "trig", "jsonld"}) {
    const std::string text = exported(hostile_view(), format);
    CHECK_MESSAGE(!std::regex_search(text, std::regex("(^|[\\s\"])_:[A-Za-z0-9]")), format);
    CHECK_MESSAGE(!holds(text, "TextPositionSelector"), format);
    CHECK_MESSAGE(!holds(text, "#reifies"), format);
    CHECK_MESSAGE(!holds(text, "<<( "), format);
    CHECK_MESSAGE(!holds(text, "VERSION \"1.2\""), format);
  }
  CHECK(!holds(exported(hostile_view(), "ntriples"), "XMLSchema#string>"));
  CHECK(exported(hostile_view(), "jsonld").starts_with("{\"@context\":{"));
  for (const std::string& line : lines_of(exported(small_view(), "ntriples-1.2"))) CHECK(!std::regex_search(line, std::regex("<< |~ |\\{\\|")));
}

TEST_CASE("a date that is none is a text in RDF") {
  VectorView view = small_view();
  view.edges[1].qualifiers["date"] = {std::string("2007-02-30")};
  CHECK(holds(exported(view, "ntriples"), "qualifier/date> \"2007-02-30\" .\n"));
}

TEST_CASE("the core's mappings are none of the errors that are often made") {
  const Ontology& ours = core();
  const auto terms = [](const Mappings& mappings) {
    std::set<std::string> all;
    for (const auto* const list : {&mappings.exact, &mappings.close, &mappings.broad, &mappings.narrow, &mappings.related}) all.insert(list->begin(), list->end());
    return all;
  };
  std::set<std::string> all;
  for (const EntityType& type : ours.types) all.merge(terms(type.mappings));
  for (const Relation& relation : ours.relations) {
    const auto of_relation = terms(relation.mappings);
    if (relation.name == "targets") CHECK_FALSE((of_relation.contains("biolink:has_target") || of_relation.contains("biolink:target_for")));  // of genes and diseases
    CHECK_FALSE(of_relation.contains("biolink:treats"));  // says that it works, and a pipeline is not there yet
    all.insert(of_relation.begin(), of_relation.end());
  }
  for (const std::string& term : all) {
    const std::string folded = lower(term);
    if (!folded.starts_with("biolink:")) continue;
    for (const char* const absent : {"organization", "company", "sponsor", "manufacturer", "antibody", "linker", "payload", "vaccine", "develops", "owns", "licenses"}) CHECK(!holds(folded, absent));
  }
  CHECK_FALSE((all.contains("NCIT:C15694") || all.contains("NCIT:C49686")));  // sources contradict one another
  const auto iris = read_rdf(exported(small_view(), "turtle", {EvidenceChoice::all, "", Content::ontology}), SERD_TURTLE);
  for (const ReadStatement& one : iris) CHECK(!one.predicate.ends_with("equivalentClass"));
}
