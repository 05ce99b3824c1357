"""usage: ontology.py NTRIPLES FILE...: every FILE (.ttl, .trig, .nq, .jsonld) must be the graph of NTRIPLES but for the labels of blank nodes, by
rdflib. Prints how many classes, properties and concepts stand there."""
import sys

import rdflib
from rdflib.compare import to_isomorphic
from rdflib.namespace import OWL, RDF, SKOS

FORMATS = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "jsonld": "json-ld"}
meant = rdflib.Graph().parse(sys.argv[1], format="nt")
digest = to_isomorphic(meant).internal_hash()  # equal for equal graphs, whatever their blank nodes are called; takes long
for path in sys.argv[2:]:
    format = FORMATS[path.rsplit(".", 1)[1]]
    if format in ("trig", "nquads"):
        dataset = rdflib.Dataset()
        dataset.parse(path, format=format)
        if {graph for *_, graph in dataset.quads()} - {None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID}:
            raise SystemExit("%s has named graphs" % path)
        come = dataset.default_graph
    else:
        come = rdflib.Graph().parse(path, format=format)
    if to_isomorphic(come).internal_hash() != digest:
        raise SystemExit("%s is another graph: %d statements, not %d" % (path, len(come), len(meant)))
counts = [len({one for one in meant.subjects(RDF.type, kind) if isinstance(one, rdflib.URIRef)}) for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.ConceptScheme, SKOS.Concept)]
untold = [one for one in set(meant.subjects(RDF.type, OWL.ObjectProperty)) if not list(meant.objects(one, rdflib.RDFS.label))]
if untold:
    raise SystemExit("without a label: %s" % untold)
print("rdflib: %d classes, %d + %d properties, %d schemes of %d concepts" % tuple(counts))
