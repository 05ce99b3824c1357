// The facts of which we are least sure, with the sentence, the filing and the bytes at which it stands.
MATCH (s)-[r]->(o)
WHERE r.modality = 'asserted' AND r.sentence IS NOT NULL
RETURN s.name AS subject, type(r) AS relation, o.name AS object, r.confidence AS confidence, r.sentence AS sentence, r.accession AS accession, r.document AS document, r.begin AS begin, r.end AS end
ORDER BY confidence, subject, object
LIMIT 20
