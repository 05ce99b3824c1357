// What is each company developing, how far is it, and for what? The sentence stands beside the answer.
MATCH (c:Company)-[:DEVELOPS]->(d:Compound)
OPTIONAL MATCH (d)-[p:IN_PHASE]->(phase:Phase) WHERE p.modality = 'asserted'
OPTIONAL MATCH (d)-[:TREATS]->(i:Indication)
RETURN c.name AS company, d.name AS compound, collect(DISTINCT phase.name) AS phases, collect(DISTINCT i.name) AS indications, max(p.filed) AS last_said
ORDER BY company, compound
LIMIT 50
