#include <doctest/doctest.h>

#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

TEST_CASE("a small graph as JSON Lines") {
  CHECK(exported(small_view(), "jsonl", {EvidenceChoice::first, ""}) ==
        R"({"node":"company/acme","type":"Company","name":"Acme Biotech, Inc.","aliases":["Acme","Acme | Co"],"ids":{"cik":"0000000001"},"filings":1}
{"node":"company/widget","type":"Company","name":"Widget <& Sons> AG","filings":1}
{"node":"compound/acm-1","type":"Conjugate","name":"ACM-1","ids":{"unii":"ABC123"},"filings":1}
{"edge":"00000000000000000000000000000001","source":"company/acme","source_type":"Company","relation":"develops","target":"compound/acm-1","target_type":"Conjugate","modality":"asserted","confidence":0.95,"rules":["develops.verb.1"],"passages":1,"evidence":[{"filing":"0123456789abcdef0123456789abcdef","accession":"0000000001-07-000001","form":"8-K","filed":"2007-07-31","document":1,"section":"8.01","ranges":[[10,40]],"text":"Acme is developing ACM-1."}]}
{"edge":"00000000000000000000000000000002","source":"company/widget","source_type":"Company","relation":"pays","target":"company/acme","target_type":"Company","qualifiers":{"amount":5000000,"date":"2007-07"},"modality":"planned","confidence":1,"derived":true,"rules":["pays.noun.1","pays.verb.2"],"passages":2,"evidence":[{"filing":"0123456789abcdef0123456789abcdef","accession":"0000000001-07-000001","form":"8-K","filed":"2007-07-31","document":1,"section":"8.01","ranges":[[10,40]],"text":"Acme is developing ACM-1."}]}
)");
}

TEST_CASE("every line of a hostile graph is one JSON object") {
  if (!has_program("/usr/bin/python3")) {
    MESSAGE("skipped: python3 is not installed");
    return;
  }
  const ScratchFolder folder;
  export_to(folder / "g.jsonl", hostile_view(), "jsonl");
  int status = 0;
  const std::string said = run_python(R"(
import sys, json
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8", newline="\n")]
nodes = {r["node"]: r for r in rows if "node" in r}
edges = [r for r in rows if "edge" in r]
print(len(nodes), len(edges), all(e["source"] in nodes and e["target"] in nodes for e in edges))
print(ascii(nodes["compound/h-103"]["name"]), ascii(nodes["compound/h-100"]["name"]))
)", folder / "g.jsonl", status);
  CHECK(said == "21 22 True\n'lines\\nof\\r\\nmany\\rkinds\\n' 'nul \\x00 in it'\n");
}
