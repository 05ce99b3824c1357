#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "base/error.hpp"
#include "export/kgx.hpp"
#include "export/read_graph.hpp"
#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

namespace {

/// The small view, with mappings of each grade.
VectorView mapped_view() {
  VectorView view = small_view();
  view.terms.prefixes = {{"biolink", "https://w3id.org/biolink/vocab/"}, {"bl", "https://w3id.org/biolink/vocab/"}, {"other", "https://other.example/"}};
  view.terms.types[0].mappings.close = {"other:Firm", "biolink:Agent"};
  view.terms.types[1].mappings.broad = {"https://w3id.org/biolink/vocab/ChemicalEntity"};
  view.terms.types[2].mappings = {{"bl:Drug"}, {"biolink:Device"}, {}, {}, {}};
  view.terms.relations[0].mappings.broad = {"biolink:affects"};
  view.terms.relations[1].mappings.exact = {"biolink:causes"};
  return view;
}

/// What is in the folder `path` of kgx-jsonl, as a view with the ontology of `like`.
VectorView read_back(const std::string& path, const VectorView& like) {
  graph::WholeGraph graph = read_kgx_graph(path);
  VectorView view;
  view.terms = like.terms;
  view.filings = std::move(graph.filings);
  view.nodes = std::move(graph.nodes);
  view.edges = std::move(graph.edges);
  return view;
}

std::string problem_of(const std::string& folder, const std::string& nodes, const std::string& edges) {
  std::ofstream(folder + "/nodes.jsonl") << nodes;
  std::ofstream(folder + "/edges.jsonl") << edges;
  try {
    read_kgx_graph(folder);
  } catch (const InputError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("a small graph as KGX's JSON Lines") {
  const ScratchFolder folder;
  export_to(folder / "k", mapped_view(), "kgx-jsonl", {EvidenceChoice::first, ""});
  CHECK(content_of(folder / "k/nodes.jsonl") ==
        R"({"id":"rxgraph:company%2Facme","category":["biolink:Agent"],"name":"Acme Biotech, Inc.","type":["rxgraph:Company"],"synonym":["Acme","Acme | Co"],"filings":1,"id_cik":"0000000001"})" "\n"
        R"({"id":"rxgraph:company%2Fwidget","category":["biolink:Agent"],"name":"Widget <& Sons> AG","type":["rxgraph:Company"],"filings":1})" "\n"
        R"({"id":"rxgraph:compound%2Facm-1","category":["biolink:Drug","biolink:ChemicalEntity"],"name":"ACM-1","type":["rxgraph:Conjugate"],"xref":["UNII:ABC123"],"filings":1,"id_unii":"ABC123"})" "\n");
  CHECK(content_of(folder / "k/edges.jsonl") ==
        R"({"id":"rxgraph:00000000000000000000000000000001","subject":"rxgraph:company%2Facme","predicate":"biolink:affects","object":"rxgraph:compound%2Facm-1","original_predicate":"rxgraph:develops",)"
        R"("knowledge_level":"knowledge_assertion","agent_type":"text_mining_agent","modality":"asserted","extraction_confidence_score":0.95,"rules":["develops.verb.1"],"passages":1,)"
        R"("publications":["rxgraph:0000000001-07-000001"],"supporting_text":["Acme is developing ACM-1."],"evidence":[{"filing":"0123456789abcdef0123456789abcdef","accession":"0000000001-07-000001",)"
        R"("form":"8-K","filed":"2007-07-31","document":1,"section":"8.01","ranges":[[10,40]],"text":"Acme is developing ACM-1."}]})" "\n"
        R"({"id":"rxgraph:00000000000000000000000000000002","subject":"rxgraph:company%2Fwidget","predicate":"biolink:related_to","object":"rxgraph:company%2Facme","original_predicate":"rxgraph:pays",)"
        R"("knowledge_level":"not_provided","agent_type":"text_mining_agent","modality":"planned","extraction_confidence_score":1.0,"derived":true,"rules":["pays.noun.1","pays.verb.2"],"q_amount":5000000,)"
        R"("q_date":"2007-07","passages":2,"publications":["rxgraph:0000000001-07-000001"],"supporting_text":["Acme is developing ACM-1."],"evidence":[{"filing":"0123456789abcdef0123456789abcdef",)"
        R"("accession":"0000000001-07-000001","form":"8-K","filed":"2007-07-31","document":1,"section":"8.01","ranges":[[10,40]],"text":"Acme is developing ACM-1."}]})" "\n");
}

TEST_CASE("a small graph as KGX's tables") {
  const ScratchFolder folder;
  export_to(folder / "k", mapped_view(), "kgx-tsv");
  CHECK(content_of(folder / "k/nodes.tsv") ==
        "id\tcategory\tname\ttype\tsynonym\txref\tfilings\tid_cik\tid_unii\n"
        "rxgraph:company%2Facme\tbiolink:Agent\tAcme Biotech, Inc.\trxgraph:Company\tAcme|Acme \xC2\xA6 Co\t\t1\t0000000001\t\n"
        "rxgraph:company%2Fwidget\tbiolink:Agent\tWidget <& Sons> AG\trxgraph:Company\t\t\t1\t\t\n"
        "rxgraph:compound%2Facm-1\tbiolink:Drug|biolink:ChemicalEntity\tACM-1\trxgraph:Conjugate\t\tUNII:ABC123\t1\t\tABC123\n");
  CHECK(content_of(folder / "k/edges.tsv") ==
        "id\tsubject\tpredicate\tobject\toriginal_predicate\tknowledge_level\tagent_type\tmodality\textraction_confidence_score\tderived\trules\tpassages\tq_amount\tq_date\t"
        "publications\tsupporting_text\tfiling\taccession\tform\tfiled\tdated\tdocument\tsection\tbegin\tend\n"
        "rxgraph:00000000000000000000000000000001\trxgraph:company%2Facme\tbiolink:affects\trxgraph:compound%2Facm-1\trxgraph:develops\tknowledge_assertion\ttext_mining_agent\tasserted\t0.95\tfalse\t"
        "develops.verb.1\t1\t\t\trxgraph:0000000001-07-000001\tAcme is developing ACM-1.\t0123456789abcdef0123456789abcdef\t0000000001-07-000001\t8-K\t2007-07-31\t\t1\t8.01\t10\t40\n"
        "rxgraph:00000000000000000000000000000002\trxgraph:company%2Fwidget\tbiolink:related_to\trxgraph:company%2Facme\trxgraph:pays\tnot_provided\ttext_mining_agent\tplanned\t1\ttrue\t"
        "pays.noun.1|pays.verb.2\t2\t5000000\t2007-07\trxgraph:0000000001-07-000001\tAcme is developing ACM-1.|It earned \"5\" million.\t0123456789abcdef0123456789abcdef\t0000000001-07-000001\t8-K\t"
        "2007-07-31\t\t1\t8.01\t10\t40\n");
}

TEST_CASE("the nearest term of the Biolink Model counts, and only what is asserted has its predicate") {
  VectorView view = mapped_view();
  BiolinkTerms terms(view.terms);
  CHECK(terms.categories("Conjugate") == std::vector<std::string>{"biolink:Drug", "biolink:ChemicalEntity"});
  CHECK(terms.categories("Compound") == std::vector<std::string>{"biolink:ChemicalEntity"});
  CHECK(terms.categories("Unheard") == std::vector<std::string>{"biolink:NamedThing"});
  graph::Edge edge = view.edges[1];
  CHECK(terms.predicate(edge) == "biolink:related_to");
  edge.modality = Modality::asserted;
  CHECK(terms.predicate(edge) == "biolink:causes");
  CHECK(knowledge_level(edge) == "logical_entailment");
  edge.modality = Modality::terminated;
  CHECK(terms.predicate(edge) == "biolink:related_to");
  edge.relation = "unheard";
  edge.modality = Modality::asserted;
  CHECK(terms.predicate(edge) == "biolink:related_to");
}

TEST_CASE("any name becomes a CURIE and comes back") {
  for (const std::string& name : {std::string(), std::string("compound/acm-1"), std::string("a:b c%2F/%"), std::string("\0\xFF|", 3), std::string("\xC3\xA9")}) {
    const std::string curie = kgx_curie(name);
    CHECK(curie.find_first_of("/ <>", 8) == std::string::npos);
    CHECK(name_in_kgx_curie(curie) == name);
  }
  CHECK(kgx_curie("a/\xC3\xA9") == "rxgraph:a%2F%C3%A9");
  for (const char* const other : {"HGNC:3430", "rxgraph:a%2", "rxgraph:a%zz", "rxgraph", ""}) CHECK_FALSE(name_in_kgx_curie(other));
  CHECK(biolink_id("hgnc", "3430") == "HGNC:3430");
  CHECK(biolink_id("hgnc", "34 30") == "");
  CHECK(biolink_id("cik", "0000000001") == "");
}

TEST_CASE("KGX's JSON Lines that were read back and exported again are the same, byte for byte") {
  for (const VectorView& view : {mapped_view(), hostile_view(), VectorView()}) {
    const ScratchFolder folder;
    export_to(folder / "once", view, "kgx-jsonl");
    REQUIRE(is_kgx_folder(folder / "once"));
    export_to(folder / "again", read_back(folder / "once", view), "kgx-jsonl");
    CHECK(content_of(folder / "again/nodes.jsonl") == content_of(folder / "once/nodes.jsonl"));
    CHECK(content_of(folder / "again/edges.jsonl") == content_of(folder / "once/edges.jsonl"));
  }
}

TEST_CASE("from KGX's JSON Lines everything comes back but what a filing says of itself alone") {
  const ScratchFolder folder;
  const VectorView view = mapped_view();
  export_to(folder / "k", view, "kgx-jsonl");
  const VectorView back = read_back(folder / "k", view);
  CHECK(back.nodes == view.nodes);
  CHECK(back.edges == view.edges);
  REQUIRE(back.filings.size() == 1);
  CHECK(back.filings[0].form == "8-K");
}

TEST_CASE("tables of hostile values keep to one row a line and one cell a column") {
  const ScratchFolder folder;
  export_to(folder / "k", hostile_view(), "kgx-tsv");
  for (const std::string name : {"nodes.tsv", "edges.tsv"}) {
    const std::string text = content_of(folder / ("k/" + name));
    const std::string header = text.substr(0, text.find('\n'));
    const auto tabs = std::count(header.begin(), header.end(), '\t');
    std::size_t rows = 0;
    for (std::size_t at = 0; at < text.size(); ++rows) {
      const std::size_t end = text.find('\n', at);
      REQUIRE(end != std::string::npos);
      CHECK(std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end), '\t') == tabs);
      at = end + 1;
    }
    CHECK(rows == 1 + (name == "nodes.tsv" ? hostile_view().nodes.size() : hostile_view().edges.size()));
    for (const char control : {'\r', '\0', '\x01', '\x1F'}) CHECK(text.find(control) == std::string::npos);
  }
}

TEST_CASE("what is no KGX of ours is told with its file and line") {
  const ScratchFolder folder;
  CHECK_FALSE(is_kgx_folder(folder.path()));
  export_to(folder / "k", small_view(), "kgx-jsonl");
  const std::string nodes = content_of(folder / "k/nodes.jsonl"), edges = content_of(folder / "k/edges.jsonl");
  const std::string n = (folder / "nodes.jsonl") + ":", e = (folder / "edges.jsonl") + ":";
  CHECK(problem_of(folder.path(), nodes, edges) == "none");
  CHECK(problem_of(folder.path(), R"({"id":"HGNC:3430","category":["biolink:Gene"]})", "") ==
        n + "1:1: 'id' of a node is 'HGNC:3430', and no name of ours; give a folder that 'rxgraph export --format kgx-jsonl' wrote");
  CHECK(problem_of(folder.path(), R"({"category":[]})", "") == n + "1:1: a node has no 'id'; export the graph anew");
  CHECK(problem_of(folder.path(), R"({"id":"rxgraph:a","type":["biolink:Gene"]})", "") ==
        n + "1:1: the node a has no 'type' of ours; give a folder that 'rxgraph export --format kgx-jsonl' wrote");
  CHECK(problem_of(folder.path(), nodes + "[]", edges) == n + "4:1: no JSON object; give a folder that 'rxgraph export --format kgx-jsonl' wrote");
  CHECK(problem_of(folder.path(), "", edges) == e + "1:1: an edge ends at 'company/acme', which nodes.jsonl does not have; export the graph anew");
  for (const EvidenceChoice choice : {EvidenceChoice::none, EvidenceChoice::first}) {
    export_to(folder / "less", small_view(), "kgx-jsonl", {choice, ""});
    CHECK(problem_of(folder.path(), nodes, content_of(folder / "less/edges.jsonl")).find(" comes without all its evidence; export the graph with --evidence all") != std::string::npos);
  }
}
