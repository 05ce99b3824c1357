"""usage: shapes.py SHAPES GRAPH [wrong]: GRAPH must conform to SHAPES by pyshacl. With "wrong", graphs made of it by one fault each must not,
and the report must name the path of that fault."""
import sys

import pyshacl
import rdflib

import wrong

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def validated(graph, shapes):
    conforms, report, text = pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False, meta_shacl=False)
    return conforms, report, text


def main():
    shapes = rdflib.Graph().parse(sys.argv[1], format="turtle")
    path = sys.argv[2]
    graph = rdflib.Graph().parse(path, format="nt")
    conforms, _, text = validated(graph, shapes)
    if not conforms:
        raise SystemExit(text[:3000])
    faults = 0
    if len(sys.argv) > 3:
        with open(path, encoding="utf-8", newline="\n") as file:
            lines = file.read()
        for name, expected, text in wrong.graphs(lines):
            conforms, report, _ = validated(rdflib.Graph().parse(data=text, format="nt"), shapes)
            paths = {str(path) for path in report.objects(None, SH.resultPath)}
            if conforms or not any(one.endswith(expected) for one in paths):
                raise SystemExit("%s: %s, faults at %s" % (name, "conforms" if conforms else "does not conform", sorted(paths)))
            faults += 1
    print("pyshacl: %d statements conform%s" % (len(graph), ", %d wrong graphs do not" % faults if faults else ""))


main()
