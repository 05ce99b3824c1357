"""What a property graph made of our JSON Lines must hold, and how two property graphs are compared.

A property graph is here {"nodes": {uid: (labels, properties)}, "edges": {uid: (type, source, target, properties)}}, with every
value as a list of texts: numbers as their shortest text, days as ISO dates.
"""
import calendar
import json
import math
import re

FIXED = {"uid", "modality", "confidence", "derived", "rules", "sentence", "filing", "accession", "form", "filed", "dated", "document", "section", "begin", "end",
         "passages", "further"}


def text_of(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(int(value)) if float(value).is_integer() and abs(value) < 2 ** 53 else repr(float(value)) if isinstance(value, float) else str(value)
    return value


def texts_of(value):
    """`value` as a list of texts without empty ones."""
    return [text for text in map(text_of, value if isinstance(value, list) else [value]) if text != ""]


def days_of(values):
    """The first and last day that dates among `values` may mean."""
    first, last = [], []
    for value in values:
        found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value))
        if not found:
            continue
        year, month, day = found.groups()
        first.append("%s-%s-%s" % (year, month or "01", day or "01"))
        end = month or "12"
        last.append("%s-%s-%s" % (year, end, day or "%02d" % calendar.monthrange(int(year), int(end))[1]))
    return (min(first), max(last)) if first else None


def token(name):
    return re.sub("[^A-Za-z0-9]", "_", name)


class Ontology:
    """Labels and relationship types of the ontology files."""

    def __init__(self, paths):
        self.parents, self.labels, self.types, self.dates = {}, {}, {}, {}
        for path in paths:
            with open(path, encoding="utf-8") as file:
                source = json.load(file)
            for entity in source.get("types", []):
                self.parents[entity["name"]] = entity.get("parent", "")
                self.labels[entity["name"]] = entity.get("neo4j", entity["name"])
            for relation in source.get("relations", []):
                self.types[relation["name"]] = relation.get("neo4j", relation["name"].upper())
                self.dates[relation["name"]] = {name for name, kind in relation.get("qualifiers", {}).items() if kind == "date"}

    def chain(self, name):
        labels = []
        while name:
            labels.append(token(self.labels.get(name, name)))
            name = self.parents.get(name, "")
        return labels


def expected(jsonl, ontology):
    graph = {"nodes": {}, "edges": {}}
    with open(jsonl, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            record = json.loads(line)
            if "node" in record:
                graph["nodes"][record["node"]] = (frozenset(ontology.chain(record["type"])), node_properties(record))
            else:
                graph["edges"][record["edge"]] = (ontology.types.get(record["relation"], token(record["relation"].upper())), record["source"], record["target"],
                                                  edge_properties(record, ontology.dates.get(record["relation"], set())))
    return graph


def number_of(value):
    """Numbers of qualifiers are floats, whatever JSON writes."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def kept(properties):
    return {name: texts for name, texts in ((name, texts_of(value)) for name, value in properties.items() if value is not None) if texts}


def attribute(name, prefix, reserved):
    plain = token(name)
    return prefix + plain if plain.lower() in reserved or not plain[:1].isalpha() else plain


RESERVED = set("accession aliases attvalues b begin color confidence d3 d7 dated derived directed document edgeid edgelabel end filed filing filings form further g id "
               "interaction label labels modality name passages r relation rules section selected sentence shape shared size source source_type suid target "
               "target_type text type uid uri weight x xpos y ypos z".split())


def node_properties(record):
    properties = {"uid": record["node"], "name": record.get("name"), "type": record["type"], "aliases": record.get("aliases", []), "filings": record["filings"]}
    for registry, value in record.get("ids", {}).items():
        properties[attribute(registry, "id_", RESERVED)] = value
    return kept(properties)


def edge_properties(record, dates):
    properties = {"uid": record["edge"], "modality": record["modality"], "confidence": record["confidence"], "derived": record.get("derived", False),
                  "rules": record.get("rules", [])}
    for name, value in record.get("qualifiers", {}).items():
        called = attribute(name, "q_", RESERVED)
        properties[called] = [number_of(item) for item in value] if isinstance(value, list) else number_of(value)
        days = days_of(value if isinstance(value, list) else [value])
        if name in dates and days:
            properties[called + "_first"], properties[called + "_last"] = days
    passages = record.get("evidence", [])
    if passages:
        first = passages[0]
        ranges = first["ranges"]
        properties.update({"sentence": first.get("text"), "filing": first["filing"], "accession": first.get("accession"), "form": first.get("form"),
                           "filed": first.get("filed"), "dated": first.get("dated"), "document": first["document"], "section": first.get("section"), "begin": ranges[0][0],
                           "end": ranges[-1][1], "passages": record["passages"]})
        if len(passages) > 1:
            properties["further"] = json.dumps(passages[1:], sort_keys=True)
    return kept(properties)


def actual(nodes, edges):
    """Of [(labels, properties)] and [(type, source uid, target uid, properties)] as a consumer gives them."""
    graph = {"nodes": {}, "edges": {}}
    for labels, properties in nodes:
        assert properties["uid"] not in graph["nodes"], "two nodes %s" % properties["uid"]
        graph["nodes"][properties["uid"]] = (frozenset(labels), kept(properties))
    for kind, source, target, properties in edges:
        assert properties["uid"] not in graph["edges"], "two edges %s" % properties["uid"]
        if "further" in properties:
            properties["further"] = json.dumps(json.loads(properties["further"]), sort_keys=True)
        graph["edges"][properties["uid"]] = (kind, source, target, kept(properties))
    return graph


def mapped(graph, change, skip=()):
    """`graph` with `change` applied to every text, and without the properties named in `skip`."""
    def properties(old):
        return {name: ([change(name, text) for text in texts]) for name, texts in old.items() if name not in skip}
    return {"nodes": {uid: (labels, properties(old)) for uid, (labels, old) in graph["nodes"].items()},
            "edges": {uid: (kind, source, target, properties(old)) for uid, (kind, source, target, old) in graph["edges"].items()}}


def differences(wanted, got):
    """What differs, one line each."""
    found = []
    for kind in ("nodes", "edges"):
        for uid in sorted(set(wanted[kind]) | set(got[kind])):
            if uid not in got[kind] or uid not in wanted[kind]:
                found.append("%s %s: %s" % (kind, uid, "missing" if uid in wanted[kind] else "too much"))
                continue
            first, second = wanted[kind][uid], got[kind][uid]
            if first[:-1] != second[:-1]:
                found.append("%s %s: %r is not %r" % (kind, uid, second[:-1], first[:-1]))
            for name in sorted(set(first[-1]) | set(second[-1])):
                if first[-1].get(name) != second[-1].get(name):
                    found.append("%s %s.%s: %.300r is not %.300r" % (kind, uid, name, second[-1].get(name), first[-1].get(name)))
    return found


def xml_text(text):
    """What XML 1.0 leaves of a text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def report(what, wanted, got):
    found = differences(wanted, got)
    for line in found[:20]:
        print("  " + line)
    if found:
        raise SystemExit("%s: %d differences" % (what, len(found)))
    print("%s: %d nodes, %d edges, all equal" % (what, len(got["nodes"]), len(got["edges"])))
