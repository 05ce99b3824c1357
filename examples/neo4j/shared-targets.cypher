// Which companies work on the same target?
MATCH (a:Company)-[:DEVELOPS]->(x:Compound)-[:TARGETS]->(t:Target)<-[:TARGETS]-(y:Compound)<-[:DEVELOPS]-(b:Company)
WHERE a.uid < b.uid
RETURN t.name AS target, a.name AS first, collect(DISTINCT x.name) AS compounds_of_first, b.name AS second, collect(DISTINCT y.name) AS compounds_of_second
ORDER BY target, first, second
LIMIT 50
