"""usage: graphml.py networkx|igraph FILE TRUTH.jsonl: reads a strict GraphML file and compares it with our JSON Lines."""
import collections
import json
import sys

import expected

library, path, truth = sys.argv[1:]


def joined(items):
    return "|".join(item.replace("\\", "\\\\").replace("|", "\\|") for item in items)


def read_networkx():
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    uid = {node: data["uid"] for node, data in graph.nodes(data=True)}
    nodes = {data["uid"]: data for _, data in graph.nodes(data=True)}
    edges = {data["uid"]: (uid[a], uid[b], data) for a, b, data in graph.edges(data=True)}
    return nodes, edges


def read_igraph():
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    nodes = {vertex["uid"]: vertex.attributes() for vertex in graph.vs}
    edges = {edge["uid"]: (graph.vs[edge.source]["uid"], graph.vs[edge.target]["uid"], edge.attributes()) for edge in graph.es}
    return nodes, edges


def main():
    nodes, edges = read_networkx() if library == "networkx" else read_igraph()
    wrong = collections.Counter()
    counts = [0, 0]

    def same(what, got, wanted):
        if wanted in (None, "", []) and got in (None, ""):
            return
        if isinstance(wanted, str) and got != expected.xml_text(wanted) or not isinstance(wanted, str) and got != wanted:
            wrong[what] += 1
            if wrong[what] == 1:
                print("%s: %.200r is not %.200r" % (what, got, wanted))

    with open(truth, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            record = json.loads(line)
            if "node" in record:
                counts[0] += 1
                data = nodes[record["node"]]
                same("label", data.get("label"), record.get("name", ""))
                same("type", data.get("type"), record["type"])
                same("aliases", data.get("aliases"), joined(record.get("aliases", [])))
                same("filings", data.get("filings"), record["filings"])
            else:
                counts[1] += 1
                source, target, data = edges[record["edge"]]
                same("source", source, record["source"])
                same("target", target, record["target"])
                same("type", data.get("type"), record["relation"])
                same("modality", data.get("modality"), record["modality"])
                same("confidence", data.get("confidence"), record["confidence"])
                same("derived", bool(data.get("derived")), record.get("derived", False))
                same("rules", data.get("rules"), joined(record.get("rules", [])))
                first = (record.get("evidence") or [{}])[0]
                for name in ("text", "filing", "accession", "form", "filed", "section"):
                    same(name, data.get("sentence" if name == "text" else name), first.get(name, ""))
                if first and library == "networkx":
                    same("begin", data["begin"], first["ranges"][0][0])
    if counts != [len(nodes), len(edges)]:
        raise SystemExit("%d nodes and %d edges arrive, %d and %d were sent" % (len(nodes), len(edges), *counts))
    if wrong:
        raise SystemExit("differences: %s" % dict(wrong))
    print("%s: %d nodes, %d edges, all equal" % (library, *counts))


main()
