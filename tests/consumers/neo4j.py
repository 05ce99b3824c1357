"""What a running Neo4j server holds, over its HTTP query API.

usage: neo4j.py URL compare WHAT JSONL ONTOLOGY... | snapshot FILE | run STATEMENT | query FILE | wipe | refuse FILE
       | took STATEMENT | n10s JSONL
"""
import json
import re
import sys
import urllib.error
import urllib.request

import expected

URL = sys.argv[1]


def run(statement):
    body = json.dumps({"statement": statement}).encode()
    request = urllib.request.Request(URL + "/db/neo4j/query/v2", body, {"Content-Type": "application/json", "Accept": "application/vnd.neo4j.query"})
    try:
        with urllib.request.urlopen(request) as answer:
            found = json.load(answer)
    except urllib.error.HTTPError as error:
        raise SystemExit("%s\n%s" % (statement[:300], error.read().decode()[:2000]))
    if found.get("errors"):  # what fails while rows are sent comes with status 202
        raise SystemExit("%s\n%s" % (statement[:300], found["errors"]))
    return found["data"]


def value_of(typed):
    kind, value = typed["$type"], typed["_value"]
    if kind == "List":
        return [value_of(item) for item in value]
    if kind == "Map":
        return {name: value_of(item) for name, item in value.items()}
    if kind == "Integer":
        return int(value)
    if kind == "Float":
        return float(value)
    return value


def rows(statement):
    return [[value_of(cell) for cell in row] for row in run(statement)["values"]]


def contents(without=("neo4jImportId", "rxgraph", "rxgraph_hash")):
    def clean(properties):
        return {name: value for name, value in properties.items() if name not in without}
    nodes = [(labels, clean(properties)) for labels, properties in rows("MATCH (n) RETURN labels(n), properties(n)")]
    edges = [(kind, source, target, clean(properties)) for kind, source, target, properties in
             rows("MATCH (a)-[r]->(b) RETURN type(r), a.uid, b.uid, properties(r)")]
    return expected.actual(nodes, edges)


def compare(what, jsonl, *ontologies):
    wanted = expected.expected(jsonl, expected.Ontology(ontologies))
    if what == "graphml-apoc":
        lists = {"aliases", "rules", "q_type"}  # JSON within XML: its escapes carry control characters

        def arriving(name, text):
            if name == "further":
                return re.sub(r"\\uff(?:fe|ff)", r"\\ufffd", text)
            return re.sub("[\ufffe\uffff]", "\ufffd", text) if name in lists else expected.xml_text(text)
        wanted = expected.mapped(wanted, arriving)
    expected.report(what, wanted, contents())


def check_types():
    """That properties have the types that questions need, not only the right text."""
    wrong = rows("""
        MATCH ()-[r]->() WHERE NOT (r.confidence IS :: FLOAT NOT NULL AND r.derived IS :: BOOLEAN NOT NULL AND r.filed IS :: DATE AND r.begin IS :: INTEGER
          AND r.rules IS :: LIST<STRING NOT NULL> AND r.date_first IS :: DATE)
        RETURN type(r), r.uid LIMIT 3""")
    if wrong:
        raise SystemExit("wrong types of properties: %r" % wrong)


def took(statement):
    """n10s tells a failure in a row, not as an error."""
    ((status, loaded, extra),) = rows(statement)
    if status != "OK" or not loaded:
        raise SystemExit("%s: %s" % (status, extra))
    print("%d triples" % loaded)


def rdf_text(text):
    return re.sub("[\x00-\x07\x0b\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def n10s(jsonl):
    """Compares what neosemantics made of Turtle-star, vocabularies ignored and all values lists: each thing with its types and name, and for all facts
    of one relation between the same two things one relationship, whose properties have the values of all of them."""
    with open(jsonl, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    things = {record["node"]: (record["type"], rdf_text(record["name"])) for record in records if "node" in record}
    facts = {}
    for record in records:
        if "edge" in record:
            wanted = facts.setdefault((record["source"], record["relation"], record["target"]), {})
            first = record["evidence"][0]
            for name, value in (("uid", record["edge"]), ("modality", record["modality"]), ("confidence", record["confidence"]), ("sentence", rdf_text(first["text"])),
                                ("filing", first["filing"]), ("begin", first["ranges"][0][0]), ("passages", record["passages"])):
                wanted.setdefault(name, set()).add(value)
    come = {uri.split("/thing/")[1]: (labels, label) for uri, labels, label in
            rows("MATCH (n:Resource) WHERE n.uri CONTAINS '/thing/' RETURN n.uri, labels(n), n.label")}
    wrong = [uid for uid in things.keys() | come.keys() if uid not in things or uid not in come or things[uid][0] not in come[uid][0] or come[uid][1] != [things[uid][1]]]
    if wrong:
        raise SystemExit("%d things are not as they were sent, the first %s: %r, %r" % (len(wrong), wrong[0], things.get(wrong[0]), come.get(wrong[0])))
    links = {}
    for source, kind, target, properties in rows("MATCH (a:Resource)-[r]->(b:Resource) WHERE b.uri CONTAINS '/thing/' RETURN a.uri, type(r), b.uri, properties(r)"):
        key = (source.split("/thing/")[1], kind, target.split("/thing/")[1])
        if key in links:
            raise SystemExit("two relationships %r" % (key,))
        links[key] = properties
    if links.keys() != facts.keys():
        raise SystemExit("%d facts lost, %d added" % (len(facts.keys() - links.keys()), len(links.keys() - facts.keys())))
    for key, wanted in facts.items():
        for name, values in wanted.items():
            found = links[key].get(name)
            found = set(found) if isinstance(found, list) else {found}
            if found != values:
                raise SystemExit("%r of %r: sent %r, come %r" % (name, key, values, found))
    print("n10s: %d things, %d relationships" % (len(come), len(links)))


def wipe():
    run("MATCH (n) DETACH DELETE n")
    for row in rows("SHOW CONSTRAINTS YIELD name"):
        run("DROP CONSTRAINT `%s`" % row[0])
    for row in rows("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        run("DROP INDEX `%s`" % row[0])


def main():
    command, words = sys.argv[2], sys.argv[3:]
    if command == "compare":
        compare(*words)
    elif command == "types":
        check_types()
    elif command == "snapshot":
        with open(words[0], "w", encoding="utf-8", errors="surrogatepass") as out:
            for kind, things in contents(without=()).items():
                for uid, thing in sorted(things.items()):
                    out.write(repr((kind, uid, sorted(thing[0]) if kind == "nodes" else thing[:-1], sorted(thing[-1].items()))) + "\n")
    elif command == "run":
        for row in rows(words[0]):
            print("\t".join(str(cell) for cell in row))
    elif command == "query":
        with open(words[0], encoding="utf-8") as file:
            found = rows(file.read())
        if not found:
            raise SystemExit("%s: no answer" % words[0])
        print("%s: %d rows, the first: %.160s" % (words[0].rsplit("/", 1)[-1], len(found), found[0]))
    elif command == "took":
        took(words[0])
    elif command == "n10s":
        n10s(words[0])
    elif command == "wipe":
        wipe()


main()
