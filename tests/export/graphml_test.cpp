#include <doctest/doctest.h>

#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

TEST_CASE("a small graph as GraphML") {
  const std::string head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  CHECK(exported(small_view(), "graphml") ==
        head +
            R"(<key id="n_uid" for="node" attr.name="uid" attr.type="string"/>
<key id="n_label" for="node" attr.name="label" attr.type="string"/>
<key id="n_type" for="node" attr.name="type" attr.type="string"/>
<key id="n_labels" for="node" attr.name="labels" attr.type="string"/>
<key id="n_aliases" for="node" attr.name="aliases" attr.type="string"/>
<key id="n_filings" for="node" attr.name="filings" attr.type="long"/>
<key id="n_cik" for="node" attr.name="cik" attr.type="string"/>
<key id="n_unii" for="node" attr.name="unii" attr.type="string"/>
<key id="e_uid" for="edge" attr.name="uid" attr.type="string"/>
<key id="e_type" for="edge" attr.name="type" attr.type="string"/>
<key id="e_modality" for="edge" attr.name="modality" attr.type="string"/>
<key id="e_confidence" for="edge" attr.name="confidence" attr.type="double"/>
<key id="e_derived" for="edge" attr.name="derived" attr.type="boolean"/>
<key id="e_rules" for="edge" attr.name="rules" attr.type="string"/>
<key id="e_amount" for="edge" attr.name="amount" attr.type="long"/>
<key id="e_date" for="edge" attr.name="date" attr.type="string"/>
<key id="e_sentence" for="edge" attr.name="sentence" attr.type="string"/>
<key id="e_filing" for="edge" attr.name="filing" attr.type="string"/>
<key id="e_accession" for="edge" attr.name="accession" attr.type="string"/>
<key id="e_form" for="edge" attr.name="form" attr.type="string"/>
<key id="e_filed" for="edge" attr.name="filed" attr.type="string"/>
<key id="e_dated" for="edge" attr.name="dated" attr.type="string"/>
<key id="e_document" for="edge" attr.name="document" attr.type="long"/>
<key id="e_section" for="edge" attr.name="section" attr.type="string"/>
<key id="e_begin" for="edge" attr.name="begin" attr.type="long"/>
<key id="e_end" for="edge" attr.name="end" attr.type="long"/>
<key id="e_passages" for="edge" attr.name="passages" attr.type="long"/>
<key id="e_further" for="edge" attr.name="further" attr.type="string"/>
<graph id="rxgraph" edgedefault="directed">
<node id="n0"><data key="n_uid">company/acme</data><data key="n_label">Acme Biotech, Inc.</data><data key="n_type">Company</data><data key="n_labels">:Company</data><data key="n_aliases">Acme|Acme \| Co</data><data key="n_filings">1</data><data key="n_cik">0000000001</data></node>
<node id="n1"><data key="n_uid">company/widget</data><data key="n_label">Widget &lt;&amp; Sons&gt; AG</data><data key="n_type">Company</data><data key="n_labels">:Company</data><data key="n_filings">1</data></node>
<node id="n2"><data key="n_uid">compound/acm-1</data><data key="n_label">ACM-1</data><data key="n_type">Conjugate</data><data key="n_labels">:Conjugate:Compound</data><data key="n_filings">1</data><data key="n_unii">ABC123</data></node>
<edge id="e0" source="n0" target="n2"><data key="e_uid">00000000000000000000000000000001</data><data key="e_type">develops</data><data key="e_modality">asserted</data><data key="e_confidence">0.95</data><data key="e_derived">false</data><data key="e_rules">develops.verb.1</data><data key="e_sentence">Acme is developing ACM-1.</data><data key="e_filing">0123456789abcdef0123456789abcdef</data><data key="e_accession">0000000001-07-000001</data><data key="e_form">8-K</data><data key="e_filed">2007-07-31</data><data key="e_document">1</data><data key="e_section">8.01</data><data key="e_begin">10</data><data key="e_end">40</data><data key="e_passages">1</data></edge>
<edge id="e1" source="n1" target="n0"><data key="e_uid">00000000000000000000000000000002</data><data key="e_type">pays</data><data key="e_modality">planned</data><data key="e_confidence">1</data><data key="e_derived">true</data><data key="e_rules">pays.noun.1|pays.verb.2</data><data key="e_amount">5000000</data><data key="e_date">2007-07</data><data key="e_sentence">Acme is developing ACM-1.</data><data key="e_filing">0123456789abcdef0123456789abcdef</data><data key="e_accession">0000000001-07-000001</data><data key="e_form">8-K</data><data key="e_filed">2007-07-31</data><data key="e_document">1</data><data key="e_section">8.01</data><data key="e_begin">10</data><data key="e_end">40</data><data key="e_passages">2</data><data key="e_further">[{"filing":"0123456789abcdef0123456789abcdef","accession":"0000000001-07-000001","form":"8-K","filed":"2007-07-31","document":1,"section":"8.01","ranges":[[50,60],[70,90]],"context":[[45,49]],"text":"It earned \"5\" million."}]</data></edge>
</graph>
</graphml>
)");
}

TEST_CASE("what XML cannot hold never reaches the file") {
  const std::string text = exported(hostile_view(), "graphml");
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    CHECK_FALSE((byte < 0x20 && byte != '\n' && byte != '\t'));
  }
  CHECK(text.find("\xEF\xBF\xBE") == std::string::npos);
  CHECK(text.find("\xEF\xBF\xBF") == std::string::npos);
  CHECK(text.find("many&#13;kinds") != std::string::npos);
  CHECK(text.find("for=\"all\"") == std::string::npos);
  CHECK(text.find("<default") == std::string::npos);
  CHECK(text.find("></data>") == std::string::npos);
  CHECK(text.find("inf") == text.find("info"));
}

TEST_CASE("columns have one type, and take text where values are several or mixed") {
  const std::string text = exported(hostile_view(), "graphml");
  CHECK(text.find("attr.name=\"amount\" attr.type=\"string\"") != std::string::npos);
  CHECK(text.find("attr.name=\"mixed\" attr.type=\"string\"") != std::string::npos);
  CHECK(text.find("attr.name=\"q_weight\" attr.type=\"double\"") != std::string::npos);
  CHECK(text.find("attr.name=\"odd_q__x_\" attr.type=\"boolean\"") != std::string::npos);
  CHECK(text.find("attr.name=\"id_label\" attr.type=\"string\"") != std::string::npos);
  CHECK(text.find("<data key=\"e_amount\">9007199254740992</data>") != std::string::npos);
  CHECK(text.find("<data key=\"e_amount\">1e+22|0.1|1350000000.5</data>") != std::string::npos);
}

TEST_CASE("xmllint takes hostile GraphML") {
  if (!has_program("xmllint")) {
    MESSAGE("skipped: xmllint is not installed");
    return;
  }
  const ScratchFolder folder;
  for (const VectorView& view : {small_view(), hostile_view(), VectorView()}) {
    export_to(folder / "g.graphml", view, "graphml");
    int status = 0;
    const std::string said = run("xmllint --huge --noout " + (folder / "g.graphml"), status);
    CHECK(said == "");
    CHECK(status == 0);
  }
}

TEST_CASE("igraph reads GraphML back with its names and numbers") {
  if (!has_python("igraph")) {
    MESSAGE("skipped: python3-igraph is not installed");
    return;
  }
  const std::string script = R"(
import sys, igraph
g = igraph.Graph.Read_GraphML(sys.argv[1])
print(g.vcount(), g.ecount(), g.vs["uid"][0], g.vs["id"][0], g.es["type"][:2] if g.ecount() == 2 else "")
)";
  const ScratchFolder folder;
  int status = 0;
  export_to(folder / "s.graphml", small_view(), "graphml");
  CHECK(run_python(script, folder / "s.graphml", status) == "3 2 company/acme n0 ['develops', 'pays']\n");
  export_to(folder / "h.graphml", hostile_view(), "graphml");
  CHECK(run_python(script, folder / "h.graphml", status) == "21 22 company/acme n0 \n");
}

TEST_CASE("NetworkX reads GraphML back with its values and types") {
  if (!has_python("networkx")) {
    MESSAGE("skipped: python3-networkx is not installed");
    return;
  }
  const std::string script = R"(
import sys, networkx
g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
by_uid = {d["uid"]: d for _, d in g.nodes(data=True)}
print(g.number_of_nodes(), g.number_of_edges())
print(repr(by_uid["company/widget"]["label"]), by_uid["compound/acm-1"]["labels"], by_uid["company/acme"]["aliases"])
for s, t, d in sorted(g.edges(data=True), key=lambda e: e[2]["uid"])[:2]:
    print(g.nodes[s]["uid"], d["type"], g.nodes[t]["uid"], repr(d["confidence"]), repr(d["derived"]), repr(d.get("amount")), repr(d["begin"]), repr(d["passages"]))
if "compound/h-103" in by_uid:
    print(repr(by_uid["compound/h-103"]["label"]), repr(by_uid["compound/h-101"]["label"]), repr(by_uid["compound/h-110"]["label"]))
)";
  const ScratchFolder folder;
  int status = 0;
  export_to(folder / "s.graphml", small_view(), "graphml");
  CHECK(run_python(script, folder / "s.graphml", status) ==
        "3 2\n'Widget <& Sons> AG' :Conjugate:Compound Acme|Acme \\| Co\n"
        "company/acme develops compound/acm-1 0.95 False None 10 1\n"
        "company/widget pays company/acme 1.0 True 5000000 10 2\n");
  CHECK(status == 0);
  export_to(folder / "h.graphml", hostile_view(), "graphml");
  const std::string said = run_python(script, folder / "h.graphml", status);
  CHECK(status == 0);
  CHECK(said.starts_with("21 22\n"));
  CHECK(said.ends_with("'lines\\nof\\r\\nmany\\rkinds\\n' 'control \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\\x7f end' ' blanks at both ends '\n"));
}
