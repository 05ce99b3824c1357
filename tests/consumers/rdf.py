"""usage: rdf.py rdflib|pyoxigraph FORMAT FILE TRUTH [QUADS]: reads FILE, and TRUTH, which is the same graph as N-Triples. Each line of a format of
lines must arrive as one statement, and the statements without their graphs must be those of TRUTH; with QUADS, the same graph as N-Quads, they
must be those of QUADS with their graphs."""
import sys

library, format, path, truth = sys.argv[1:5]


def rdflib_statements(path, format):
    import rdflib
    names = {"ntriples": "nt", "nquads": "nquads", "turtle": "turtle", "trig": "trig", "jsonld": "json-ld"}
    if format in ("ntriples", "turtle", "jsonld"):
        graph = rdflib.Graph()
        graph.parse(path, format=names[format])
        return [(None, *triple) for triple in graph]
    dataset = rdflib.Dataset()
    dataset.parse(path, format=names[format])
    default = rdflib.graph.DATASET_DEFAULT_GRAPH_ID
    return [(None if graph == default else graph, *triple) for *triple, graph in dataset.quads()]


def pyoxigraph_statements(path, format):
    import pyoxigraph
    names = {"ntriples": "N_TRIPLES", "nquads": "N_QUADS", "turtle": "TURTLE", "trig": "TRIG", "jsonld": "JSON_LD"}
    store = pyoxigraph.Store()
    store.bulk_load(path=path, format=getattr(pyoxigraph.RdfFormat, names[format]))
    default = pyoxigraph.DefaultGraph()
    return [(None if quad.graph_name == default else quad.graph_name, quad.subject, quad.predicate, quad.object) for quad in store]


read = rdflib_statements if library == "rdflib" else pyoxigraph_statements
statements = read(path, format)
if format in ("ntriples", "nquads"):
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = sum(1 for _ in file)
    if len(statements) != lines:
        raise SystemExit("%s holds %d statements of %d lines" % (library, len(statements), lines))
triples = {statement[1:] for statement in statements}
meant = {statement[1:] for statement in read(truth, "ntriples")}
if triples != meant:
    raise SystemExit("%s: %d triples that were not sent, %d that were lost" % (library, len(triples - meant), len(meant - triples)))
if len(sys.argv) > 5 and set(statements) != set(read(sys.argv[5], "nquads")):
    raise SystemExit("%s: statements stand in other graphs than were sent" % library)
graphs = len({statement[0] for statement in statements} - {None})
print("%s: %d statements, %d named graphs" % (library, len(statements), graphs))
