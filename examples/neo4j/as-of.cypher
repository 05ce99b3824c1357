// What did filings up to the end of 2007 say was planned or possible, and has anything been asserted since?
MATCH (s)-[r]->(o)
WHERE r.filed <= date('2007-12-31') AND r.modality IN ['planned', 'possible']
OPTIONAL MATCH (s)-[later {modality: 'asserted'}]->(o) WHERE later.filed > r.filed
RETURN s.name AS subject, type(r) AS relation, o.name AS object, r.modality AS modality, r.filed AS said, collect(DISTINCT type(later) + ' ' + toString(later.filed)) AS since
ORDER BY said, subject, object
LIMIT 50
