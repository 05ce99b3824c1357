// Which antibody carries which payload, over which linker, to which target?
MATCH (d:Compound)-[r:HAS_PAYLOAD|LINKED_TO]->(p:Payload)
OPTIONAL MATCH (d)-[:HAS_ANTIBODY]->(a:Compound)
OPTIONAL MATCH (d)-[:HAS_LINKER]->(l:Linker)
OPTIONAL MATCH (d)-[:TARGETS]->(t:Target)
RETURN d.name AS conjugate, collect(DISTINCT a.name) AS antibodies, collect(DISTINCT l.name) AS linkers, collect(DISTINCT p.name) AS payloads, collect(DISTINCT t.name) AS targets, max(r.confidence) AS confidence
ORDER BY confidence DESC, conjugate
LIMIT 50
