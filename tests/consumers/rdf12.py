"""usage: rdf12.py NTRIPLES TURTLE TRUTH: reads RDF 1.2 with pyoxigraph. Each line of NTRIPLES must arrive as one statement, TURTLE must say the
same, and without what reifies they must be the statements of TRUTH, N-Triples of RDF 1.1. Whatever reifies must be a statement or a passage
that TRUTH knows, and what a statement reifies must have its subject, predicate and object."""
import sys

import pyoxigraph as ox

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
lines, turtle, truth = sys.argv[1:4]


def read(path, format):
    return {quad.triple for quad in ox.parse(path=path, format=format)}


come = read(lines, ox.RdfFormat.N_TRIPLES)
with open(lines, encoding="utf-8", newline="\n") as file:
    if sum(1 for _ in file) != len(come):
        raise SystemExit("not a statement a line")
other = read(turtle, ox.RdfFormat.TURTLE)
if other != come:
    raise SystemExit("Turtle: %d statements lost, %d added" % (len(come - other), len(other - come)))
reifying = {triple for triple in come if triple.predicate.value == RDF + "reifies"}
meant = read(truth, ox.RdfFormat.N_TRIPLES)
if come - reifying != meant:
    raise SystemExit("without reifiers: %d statements lost, %d added" % (len(meant - come), len(come - reifying - meant)))
parts = {}
for triple in meant:
    if triple.predicate.value in (RDF + "subject", RDF + "predicate", RDF + "object"):
        parts.setdefault(triple.subject, {})[triple.predicate.value[len(RDF):]] = triple.object
passages = {(triple.object, triple.subject) for triple in meant if triple.predicate.value == "http://www.w3.org/ns/prov#wasDerivedFrom"}
of_statement = {triple.subject: triple.object for triple in reifying if triple.subject in parts}
if set(of_statement) != set(parts):
    raise SystemExit("%d statements reify nothing" % len(set(parts) - set(of_statement)))
for statement, fact in of_statement.items():
    if {"subject": fact.subject, "predicate": fact.predicate, "object": fact.object} != parts[statement]:
        raise SystemExit("%s reifies another fact than it states" % statement)
of_passage = {(triple.subject, triple.object) for triple in reifying if triple.subject not in parts}
if of_passage != {(passage, of_statement[statement]) for passage, statement in passages}:
    raise SystemExit("passages reify other facts than those they are evidence of")
print("pyoxigraph: %d statements, %d of them reify" % (len(come), len(reifying)))
