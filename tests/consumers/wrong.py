"""Graphs with one fault each, made of N-Triples that are right. usage: wrong.py NTRIPLES FOLDER: writes them to FOLDER/NAME.nt, and a line
"NAME <TAB> end of the path of its fault" for each to standard output."""
import re
import sys

RDF = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def replaced(lines, pattern, by):
    """`lines` with the first match of `pattern` replaced."""
    text, count = re.subn(pattern, by, lines, count=1, flags=re.MULTILINE)
    if count != 1:
        raise SystemExit("nothing in the graph is like %s" % pattern)
    return text


def graphs(lines):
    """(name, end of the path at which a validator must find a fault, N-Triples)."""
    statement = r"^(<[^>]*/statement/[^>/]*> "
    date = r'(qualifier/date> "[0-9-]*"\^\^<http://www.w3.org/2001/XMLSchema#)(?:date|gYear|gYearMonth)>'
    yield "no-subject", "#subject", replaced(lines, statement + RDF + r"subject> )<[^>]*> \.\n", "")
    yield "two-objects", "#object", replaced(lines, statement + RDF + r"object> )(<[^>]*>) \.\n", r"\1\2 .\n\1<https://example.org/another> .\n")
    yield "unknown-relation", "#predicate", replaced(lines, statement + RDF + r"predicate> )<[^>]*>", r"\1<https://example.org/knows>")
    yield "unknown-modality", "meta/modality", replaced(lines, statement + r'<[^>]*meta/modality> )"[a-z]*"', r'\1"guessed"')
    yield "too-sure", "meta/confidence", replaced(lines, statement + r'<[^>]*meta/confidence> )"[0-9.]*"', r'\1"1.5"')
    yield "no-evidence", "#wasDerivedFrom", replaced(lines, r"(^<[^>]*/statement/[^>/]*> <http://www.w3.org/ns/prov#wasDerivedFrom> <[^>]*> \.\n)+", "")
    yield "end-before-start", "#start", replaced(lines, r'(/bytes> <http://www.w3.org/ns/oa#end> )"[0-9]*"', r'\1"0"')
    yield "no-name", "#label", replaced(lines, r"^<[^>]*/thing/[^>]*> <http://www.w3.org/2000/01/rdf-schema#label> .* \.\n", "")
    yield "no-date", "qualifier/date", replaced(lines, date, r"\1string>")
    yield "unknown-kind", "qualifier/kind", replaced(lines, r'(qualifier/kind> )"[a-z]*"', r'\1"gift"')
    yield "wrong-end", "pays", replaced(lines, r"^(<[^>]*/thing/[^>]*> <[^>]*ontology/pays> )<[^>]*>", r"\1<https://rxgraph.example/ontology/Company>")


def main():
    with open(sys.argv[1], encoding="utf-8", newline="\n") as file:
        lines = file.read()
    for name, path, text in graphs(lines):
        with open("%s/%s.nt" % (sys.argv[2], name), "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        print("%s\t%s" % (name, path))


if __name__ == "__main__":
    main()
