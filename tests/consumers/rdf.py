"""usage: rdf.py rdflib|pyoxigraph FILE: reads N-Triples; each line must arrive as one statement."""
import sys

library, path = sys.argv[1:]
with open(path, encoding="utf-8", newline="\n") as file:
    lines = sum(1 for _ in file)
if library == "rdflib":
    import rdflib
    graph = rdflib.Graph()
    graph.parse(path, format="nt")
    count = len(graph)
else:
    import pyoxigraph
    store = pyoxigraph.Store()
    store.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES)
    count = len(store)
if count != lines:
    raise SystemExit("%s holds %d statements of %d lines" % (library, count, lines))
print("%s: %d statements" % (library, count))
