"""usage: tables.py pandas|duckdb FOLDER TRUTH WORK: makes Parquet of the tables in FOLDER, an export as csv, as docs/formats.md says, reads it back, and
compares counts and sentences with TRUTH, the same graph as JSON Lines."""
import json
import sys

library, folder, truth_path, work = sys.argv[1:5]
edges_csv, edges_parquet = folder + "/edges.csv", work + "/edges.parquet"
evidence_csv, evidence_parquet = folder + "/evidence.csv", work + "/evidence.parquet"

with open(truth_path, encoding="utf-8", newline="\n") as file:
    facts = [fact for fact in map(json.loads, file) if "edge" in fact]
meant = sorted((fact["edge"], passage.get("text", "")) for fact in facts for passage in fact["evidence"])

if library == "duckdb":
    import duckdb
    for source, target in ((edges_csv, edges_parquet), (evidence_csv, evidence_parquet)):
        duckdb.sql("COPY (FROM read_csv('%s', all_varchar=true, new_line='\\n')) TO '%s' (FORMAT parquet)" % (source, target))
    edges = duckdb.sql("SELECT count(*) FROM '%s'" % edges_parquet).fetchone()[0]
    came = sorted((edge, text or "") for edge, text in duckdb.sql("SELECT edge, text FROM '%s'" % evidence_parquet).fetchall())
else:
    import pandas
    meant = sorted((edge, text.split("\0")[0]) for edge, text in meant)  # pandas ends a cell at its first NUL
    for source, target in ((edges_csv, edges_parquet), (evidence_csv, evidence_parquet)):
        pandas.read_csv(source, dtype=str, keep_default_na=False, lineterminator="\n").to_parquet(target)
    edges = len(pandas.read_parquet(edges_parquet))
    table = pandas.read_parquet(evidence_parquet)
    came = sorted(zip(table["edge"], table["text"]))
if edges != len(facts):
    raise SystemExit("%d edges of %d" % (edges, len(facts)))
if came != meant:
    odd = [(a, b) for a, b in zip(came, meant) if a != b]
    raise SystemExit("%d passages of %d, %d differ, as %r for %r" % (len(came), len(meant), len(odd), *(odd[0] if odd else ("", ""))))
print("%s: %d edges, %d passages" % (library, edges, len(came)))
