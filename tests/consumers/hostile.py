"""Writes record lines full of values that break formats, for `rxgraph merge --ontology hostile.json`.

usage: hostile.py FOLDER        makes FOLDER/hostile.json and FOLDER/hostile.jsonl
"""
import json
import sys

TEXTS = [
    "nul \0 in it", "control \x01\x08\x0b\x0c\x1b\x1f\x7f end", "quotes \" '' `` \\ \\\" \"\"", "lines\nof\r\nmany\rkinds\n",
    '<tag a="b">&amp;]]></tag>', "nonchar \ufffe \uffff \ud7ff", "emoji \U0001F48A\U0001F3FD", "rtl \u05e9\u05dc\u05d5\u05dd \u202ex\u202c",
    "delimiters , ; | \\| \t : ::", " blanks at both ends ", "C1 \x85 \x80 ls \u2028 nbsp \xa0", "'; DROP TABLE x; --", "=1+1", "null", "true", "1e3",
    "${HOME} $(id) `id`", r"escapes \u0041 \\u0027 \u005c' \n \x41 %41 &#65;", "// no comment /* nor here */; RETURN 1;", "ends with a backslash \\",
    "{map: 'x'} [list] $param", ":auto", "\ufeffbom", "a" * 5000, "combining e\u0301 \u00e9", "\U0010FFFD private",
]

ONTOLOGY = {
    "ontology": "hostile",
    "relations": [
        {"name": "weighs", "description": "A relation whose qualifiers have names that readers take for their own.", "subject": "Company", "object": "Company",
         "time": "event", "qualifiers": {"weight": "number", "label": "text", "id": "text", "day": "date", "flag": "boolean", "type": "text"},
         "identity": ["label", "weight"],
         "frames": [{"verb": ["weigh"], "agent": "subject", "theme": "object"}],
         "examples": [{"text": "Teva weighed Mylan.", "subject": "Teva", "object": "Mylan"}],
         "counter_examples": ["Teva has not weighed Mylan."]}]}


def line(**members):
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")) + "\n"


def evidence(text, begin):
    return [{"document": 1, "section": "8.01", "ranges": [[begin, begin + 9], [begin + 20, begin + 30]], "context": [[1, 5]], "text": text},
            {"document": 2, "ranges": [[begin, begin + 5]], "text": text + " again"}]


def filing(number, filed, statements):
    key = "%032x" % (number + 1)
    yield line(filing=key, path="a b/%d.txt" % number, accession="0000000001-20-%06d" % number, form="8-K", filed=filed, filers=[{"name": "Acme"}],
               bytes=10 ** 6, documents=[{"number": 1, "type": "8-K", "body": [0, 900]}])
    for statement in statements:
        yield line(**statement)
    yield line(end=key, statements=len(statements))


def statements():
    acme = {"type": "Company", "name": "Acme Biotech, Inc.", "aliases": ["Acme | Co"], "ids": {"cik": "0000000001"}}
    for i, text in enumerate(TEXTS):
        thing = {"type": "Company", "name": "Firm %02d %s" % (i, text), "aliases": [text + " one", text + " two"], "ids": {"cik": "%010d" % (100 + i)}}
        yield {"subject": thing, "relation": "pays", "object": acme,
               "qualifiers": {"kind": "milestone", "amount": i * 1000 + 0.5 if i % 2 else i * 1000, "currency": "USD", "date": ["2020-02", "2021"] if i == 3 else "2020-02-29"},
               "modality": ["asserted", "planned", "possible", "terminated"][i % 4], "confidence": 1 if i % 3 else 0.1, "rule": "rule " + text, "evidence": evidence(text, i * 10)}
        yield {"subject": thing, "relation": "weighs", "object": acme, "qualifiers": {"weight": 9007199254740993 if i == 1 else 0.1 + i, "label": text, "id": text, "flag": i % 2 == 0, "type": ["a", text], "day": "2020"},
               "modality": "asserted", "confidence": 0.5, "rule": "r", "evidence": evidence(text, 2 ** 62 + i)}
        yield {"subject": thing, "relation": "weighs", "object": acme, "qualifiers": {"weight": -1.5e-7, "label": text + " parallel"},
               "modality": "asserted", "confidence": 0.5, "rule": "r", "evidence": evidence(text, i)}


def main():
    folder = sys.argv[1]
    with open(folder + "/hostile.json", "w", encoding="utf-8") as out:
        json.dump(ONTOLOGY, out)
    with open(folder + "/hostile.jsonl", "w", encoding="utf-8", newline="") as out:
        for number, filed in enumerate(["2020-03-01", "2021-03-01", ""]):
            out.writelines(filing(number, filed, list(statements())[number::2] if number else list(statements())))


main()
