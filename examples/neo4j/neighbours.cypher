// How are companies tied to each other within two steps, through whatever?
MATCH path = (a:Company)-[*1..2]-(b:Company)
WHERE a.uid < b.uid
RETURN a.name AS one, b.name AS other, min(length(path)) AS steps, head(collect([r IN relationships(path) | type(r)])) AS over
ORDER BY steps, one, other
LIMIT 50
