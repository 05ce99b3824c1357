#include <doctest/doctest.h>

#include <regex>

#include "export/cypher_text.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_cypher_string(out, text);
  return out;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a small graph as a script") {
  const std::string script = exported(small_view(), "cypher");
  CHECK(script.starts_with("// A graph written by rxgraph. Run it with: cypher-shell -f FILE\n"));
  CHECK(script.find("CREATE CONSTRAINT node_compound_uid IF NOT EXISTS FOR (n:`Compound`) REQUIRE n.uid IS UNIQUE;\n") != std::string::npos);
  CHECK(script.find("UNWIND [{`uid`:'compound/acm-1',`name`:'ACM-1',`type`:'Conjugate',`filings`:1,`unii`:'ABC123'}] AS row\n"
                    "MERGE (n:`Compound` {uid: row.uid}) SET n:`Conjugate`:`Compound`, n += row;\n") != std::string::npos);
  CHECK(script.find("UNWIND [{s:'company/widget',t:'company/acme',uid:'00000000000000000000000000000002',p:{`uid`:'00000000000000000000000000000002',`modality`:'planned',"
                    "`confidence`:1.0,`derived`:true,`rules`:['pays.noun.1','pays.verb.2'],`amount`:5000000,`date`:'2007-07',`date_first`:date('2007-07-01'),"
                    "`date_last`:date('2007-07-31'),`sentence`:'Acme is developing ACM-1.',") != std::string::npos);
  CHECK(script.find("MATCH (a:`Company` {uid: row.s}) MATCH (b:`Company` {uid: row.t}) MERGE (a)-[r:`PAYS` {uid: row.uid}]->(b) SET r += row.p;\n") != std::string::npos);
}

TEST_CASE("strings hold whatever they are given") {
  CHECK(quoted("it's") == "'it\\'s'");
  CHECK(quoted("a\\u0041") == "'a\\\\u0041'");
  CHECK(quoted("a\nb\r\tc") == "'a\\nb\\r\\tc'");
  CHECK(quoted(std::string("\0\x1F\x7F", 3)) == "'\\u0000\\u001F\\u007F'");
  CHECK(quoted("\xFF") == "'\xEF\xBF\xBD'");
  CHECK(quoted("\xE2\x80\xA8; // \"`") == "'\xE2\x80\xA8; // \"`'");
}

TEST_CASE("a script has no line end, quote or statement end that a value brought in") {
  const std::string script = exported(hostile_view(), "cypher");
  std::size_t begin = 0;
  while (begin < script.size()) {
    const std::size_t end = script.find('\n', begin);
    const std::string_view text(script.data() + begin, std::min<std::size_t>(end - begin, 12));
    CHECK((text.starts_with("//") || text.starts_with("CREATE ") || text.starts_with("UNWIND [{") || text.starts_with("MERGE (") || text.starts_with("MATCH (")));
    begin = end + 1;
  }
}

TEST_CASE("numbers are floats where their column is, and have no '+'") {
  VectorView view = small_view();
  view.edges[1].qualifiers["amount"] = {1e22};
  CHECK(exported(view, "cypher").find("`amount`:1e22,") != std::string::npos);
  view.edges[1].qualifiers["amount"] = {1.5, 2.0};
  CHECK(exported(view, "cypher").find("`amount`:[1.5,2.0],") != std::string::npos);
}

TEST_CASE("rows come in batches, each of one label or type") {
  VectorView view = small_view();
  for (int i = 0; i < 1200; ++i) {
    graph::Edge edge = view.edges[0];
    edge.uid = std::string(28, 'a') + std::to_string(1000 + i);
    view.edges.push_back(edge);
  }
  view.sort();
  const std::string script = exported(view, "cypher");
  CHECK(count(script, "UNWIND [{s:") == 4);
  CHECK(count(script, "{s:'company/acme',t:'compound/acm-1'") == 1201);
}

TEST_CASE("a small graph as lines for apoc.import.json") {
  const std::string lines = exported(small_view(), "apoc-json");
  CHECK(lines.find("{\"type\":\"node\",\"id\":\"compound/acm-1\",\"labels\":[\"Conjugate\",\"Compound\"],\"properties\":{\"uid\":\"compound/acm-1\",\"name\":\"ACM-1\","
                   "\"type\":\"Conjugate\",\"filings\":1,\"unii\":\"ABC123\"}}\n") != std::string::npos);
  CHECK(lines.find(",\"start\":{\"id\":\"company/widget\",\"labels\":[\"Company\"]},\"end\":{\"id\":\"company/acme\",\"labels\":[\"Company\"]}}\n") != std::string::npos);
  CHECK(lines.find("\"relationship\",\"id\":\"00000000000000000000000000000002\",\"label\":\"PAYS\",\"properties\":{\"uid\":\"00000000000000000000000000000002\"") != std::string::npos);
  CHECK(lines.find("\"confidence\":1.0,") != std::string::npos);
}

TEST_CASE("lines for apoc.import.json have no other line separators, which APOC takes for ends of lines") {
  VectorView view = small_view();
  view.nodes[0].name = "a\xC2\x85" "b\xE2\x80\xA8" "c\xE2\x80\xA9" "d\xC2\xA0";
  const std::string lines = exported(view, "apoc-json");
  CHECK(lines.find("\"name\":\"a\\u0085b\\u2028c\\u2029d\xC2\xA0\"") != std::string::npos);
  for (const char* const separator : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) CHECK(exported(hostile_view(), "apoc-json").find(separator) == std::string::npos);
}

TEST_CASE("GraphML for APOC keeps to what its reader takes") {
  const std::string xml = exported(small_view(), "graphml-apoc");
  CHECK(xml.find("<key id=\"n_aliases.list\" for=\"node\" attr.name=\"aliases\" attr.type=\"string\" attr.list=\"string\"/>\n") != std::string::npos);
  CHECK(xml.find("<node id=\"n2\" labels=\":Conjugate:Compound\"><data key=\"n_uid\">compound/acm-1</data>") != std::string::npos);
  CHECK(xml.find("<data key=\"n_aliases.list\">[\"Acme\",\"Acme | Co\"]</data>") != std::string::npos);
  CHECK(xml.find("<edge id=\"e1\" source=\"n1\" target=\"n0\" label=\"PAYS\">") != std::string::npos);
  CHECK(xml.find("<data key=\"e_derived.boolean\">true</data>") != std::string::npos);
  const std::string hostile = exported(hostile_view(), "graphml-apoc");
  for (const std::string& text : {xml, hostile}) {
    CHECK(text.find("for=\"all\"") == std::string::npos);
    CHECK(text.find("<default") == std::string::npos);
    CHECK(text.find("<!DOCTYPE") == std::string::npos);
    CHECK(text.find("></data>") == std::string::npos);
    CHECK(text.find("inf<") == std::string::npos);
    CHECK(text.find("attr.type=\"int\"") == std::string::npos);
    CHECK(text.find("attr.type=\"float\"") == std::string::npos);
  }
}

TEST_CASE("every key that GraphML for APOC uses is declared once") {
  const std::string xml = exported(hostile_view(), "graphml-apoc");
  std::set<std::string> declared;
  const std::regex key("<key id=\"([^\"]*)\"");
  const std::string head = xml.substr(0, xml.find("<graph "));
  for (std::sregex_iterator at(head.begin(), head.end(), key); at != std::sregex_iterator(); ++at) CHECK(declared.insert((*at)[1]).second);
  for (std::size_t at = xml.find("<data key=\""); at != std::string::npos; at = xml.find("<data key=\"", at + 1)) {
    const std::size_t begin = at + 11;
    const std::string used = xml.substr(begin, xml.find('"', begin) - begin);
    if (!declared.contains(used)) FAIL_CHECK("not declared: " << used);
  }
}
