#include <doctest/doctest.h>

#include <algorithm>

#include "tests/export/graphs.hpp"

using namespace rxgraph;
using namespace rxgraph::exporting;

TEST_CASE("a small graph as three tables") {
  const ScratchFolder folder;
  export_to(folder / "t", small_view(), "csv");
  CHECK(content_of(folder / "t/nodes.csv") ==
        "uid,type,name,aliases,filings,cik,unii\n"
        "company/acme,Company,\"Acme Biotech, Inc.\",\"[\"\"Acme\"\",\"\"Acme | Co\"\"]\",1,0000000001,\n"
        "company/widget,Company,Widget <& Sons> AG,,1,,\n"
        "compound/acm-1,Conjugate,ACM-1,,1,,ABC123\n");
  CHECK(content_of(folder / "t/edges.csv") ==
        "uid,source,source_type,relation,target,target_type,modality,confidence,derived,rules,passages,amount,date\n"
        "00000000000000000000000000000001,company/acme,Company,develops,compound/acm-1,Conjugate,asserted,0.95,false,\"[\"\"develops.verb.1\"\"]\",1,,\n"
        "00000000000000000000000000000002,company/widget,Company,pays,company/acme,Company,planned,1,true,\"[\"\"pays.noun.1\"\",\"\"pays.verb.2\"\"]\",2,5000000,2007-07\n");
  CHECK(content_of(folder / "t/evidence.csv") ==
        "edge,number,filing,accession,form,filed,dated,dated_by,document,section,begin,end,ranges,context,text\n"
        "00000000000000000000000000000001,1,0123456789abcdef0123456789abcdef,0000000001-07-000001,8-K,2007-07-31,,,1,8.01,10,40,\"[[10,40]]\",,Acme is developing ACM-1.\n"
        "00000000000000000000000000000002,1,0123456789abcdef0123456789abcdef,0000000001-07-000001,8-K,2007-07-31,,,1,8.01,10,40,\"[[10,40]]\",,Acme is developing ACM-1.\n"
        "00000000000000000000000000000002,2,0123456789abcdef0123456789abcdef,0000000001-07-000001,8-K,2007-07-31,,,1,8.01,50,90,\"[[50,60],[70,90]]\",\"[[45,49]]\","
        "\"It earned \"\"5\"\" million.\"\n");
}

TEST_CASE("tables carry as much evidence as is asked for") {
  const ScratchFolder folder;
  export_to(folder / "none", small_view(), "csv", {EvidenceChoice::none, ""});
  int status = 0;
  CHECK(run("ls " + (folder / "none"), status) == "edges.csv\nnodes.csv\n");
  export_to(folder / "first", small_view(), "csv", {EvidenceChoice::first, ""});
  const std::string first = content_of(folder / "first/evidence.csv");
  CHECK(std::count(first.begin(), first.end(), '\n') == 3);
}

TEST_CASE("Python's csv module reads hostile values as they were") {
  if (!has_python("csv")) {
    MESSAGE("python3 is not there: the tables are not read");
    return;
  }
  const ScratchFolder folder;
  export_to(folder / "t", hostile_view(), "csv");
  export_to(folder / "g.jsonl", hostile_view(), "jsonl");
  int status = 0;
  const std::string said = run_python(R"(
import csv, json, sys
csv.field_size_limit(10**9)
folder = sys.argv[1]
def rows(name):
    with open(folder + '/t/' + name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(line.replace('\0', '\ue000') for line in file))
truth = [json.loads(line) for line in open(folder + '/g.jsonl', encoding='utf-8', newline='\n')]
nul = lambda text: text.replace('\0', '\ue000')
nodes = {record['node']: record for record in truth if 'node' in record}
edges = {record['edge']: record for record in truth if 'edge' in record}
for row in rows('nodes.csv'):
    record = nodes.pop(row['uid'])
    assert row['name'] == nul(record.get('name', '')), row
    assert json.loads(row['aliases'] or '[]') == record.get('aliases', []), row
assert not nodes
passages = {}
for row in rows('evidence.csv'):
    passages.setdefault(row['edge'], []).append(row['text'])
for row in rows('edges.csv'):
    record = edges.pop(row['uid'])
    assert row['relation'] == record['relation'] and float(row['confidence']) == record['confidence'], row
    assert passages[row['uid']] == [nul(passage.get('text', '')) for passage in record['evidence']], row
assert not edges
print('read')
)", folder.path(), status);
  CHECK(said == "read\n");
}
