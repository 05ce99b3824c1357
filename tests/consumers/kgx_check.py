"""usage: kgx_check.py jsonl|tsv FOLDER TRUTH: runs what `kgx validate` runs over FOLDER, an export as kgx-jsonl or kgx-tsv, and compares what kgx read with
TRUTH, the same graph as JSON Lines.

kgx fetches the Biolink Model from the web; here it gets that of the package biolink-model, which it installs. The prefix of our own ids, which no model
can have, is added to the model's prefixes, as kgx's users do for theirs; without it kgx must complain of that and of nothing else."""
import io
import json
import re
import sys
import urllib.parse
from contextlib import redirect_stdout

del sys.path[0]  # kgx imports neo4j, and means the package, not the file beside this one

import biolink_model
import bmt

PACKAGE = list(biolink_model.__path__)[0]


class Toolkit(bmt.Toolkit):
    def __init__(self, schema=None, predicate_map=None):
        super().__init__(PACKAGE + "/schema/biolink_model.yaml", {"predicate mappings": []})


bmt.Toolkit = Toolkit

form, folder, truth_path = sys.argv[1:4]
with redirect_stdout(io.StringIO()):
    import kgx.config
    with open(PACKAGE + "/prefixmaps/biolink_model_prefix_map.json", encoding="utf-8") as file:
        PREFIXES = json.load(file)
    kgx.config.get_config()
    kgx.config.jsonld_context_map["biolink"] = dict(PREFIXES)
    from kgx.transformer import Transformer
    from kgx.utils.kgx_utils import GraphEntityType
    from kgx.validator import Validator


def validated(own_prefix):
    """The errors that kgx finds, and the nodes and edges that it read."""
    kgx.config.jsonld_context_map["biolink"] = dict(PREFIXES, **({"rxgraph": "https://rxgraph.example/"} if own_prefix else {}))
    validator = Validator()
    nodes, edges = [], []

    def inspector(kind, record):
        (nodes if kind == GraphEntityType.NODE else edges).append(record)
        validator(kind, record)

    with redirect_stdout(io.StringIO()):
        Transformer(stream=True).transform(input_args={"filename": ["%s/%s.%s" % (folder, name, form) for name in ("nodes", "edges")], "format": form, "compression": None},
                                           output_args={"format": "null"}, inspector=inspector)
    return validator.get_errors(), nodes, edges


def curie(name):
    return "rxgraph:" + urllib.parse.quote(name, safe="-._~")


def as_read(text):
    """`text` as it is behind kgx's reader, which takes tabs and line ends for blanks; in tables, behind our writer too."""
    if form == "tsv":
        text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", text).replace("|", "\u00a6").replace("\r", " ")
    return text.replace("\n", " ").replace("\t", " ")


errors, nodes, edges = validated(True)
if errors:
    raise SystemExit("kgx validate: " + json.dumps(errors)[:2000])
prefix_alone = validated(False)[0]
kinds = {kind for level in prefix_alone.values() for kind in level}
messages = [message for level in prefix_alone.values() for kind in level.values() for message in kind]
if nodes and (not messages or not kinds <= {"INVALID_NODE_PROPERTY_VALUE", "INVALID_EDGE_PROPERTY_VALUE"} or not all("prefix 'rxgraph'" in message for message in messages)):
    raise SystemExit("without our prefix, kgx should complain of that alone, not of: %s" % (sorted(kinds) or "nothing"))

with open(truth_path, encoding="utf-8", newline="\n") as file:
    truth = [json.loads(line) for line in file]
meant = {curie(thing["node"]): (as_read(thing["name"]), sorted({as_read(alias) for alias in thing.get("aliases", []) if alias})) for thing in truth if "node" in thing}
came = {node: (data.get("name", ""), sorted(data.get("synonym", []))) for node, data in nodes}
if came != meant:
    odd = sorted(set(came) ^ set(meant)) or [node for node in meant if came[node] != meant[node]]
    raise SystemExit("%d nodes differ, as %s: %r for %r" % (len(odd), odd[0], came.get(odd[0]), meant.get(odd[0])))
meant = {curie(fact["edge"]): (curie(fact["source"]), curie(fact["relation"]), curie(fact["target"]), fact["modality"],
                               [as_read(passage["text"]) for passage in fact["evidence"] if passage.get("text")]) for fact in truth if "edge" in fact}
came = {data["id"]: (source, data["original_predicate"], target, data["modality"], data.get("supporting_text", [])) for source, target, _, data in edges}
if came != meant:
    odd = [edge for edge in meant if came.get(edge) != meant[edge]]
    raise SystemExit("%d edges differ, as %s: %r for %r" % (len(odd), odd[0], came.get(odd[0]), meant[odd[0]]))
predicates = {data["predicate"] for _, _, _, data in edges}
print("kgx with Biolink %s: %d nodes, %d edges, %d predicates" % (Validator.get_toolkit().get_model_version(), len(nodes), len(edges), len(predicates)))
