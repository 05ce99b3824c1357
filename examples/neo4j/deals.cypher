// The parties and assets of each deal. A deal is a node: its roles are relationships.
MATCH (deal:Deal)-[role]->(thing)
RETURN deal.uid AS deal, collect(DISTINCT toLower(type(role)) + ': ' + thing.name) AS roles, min(role.date_first) AS since, head(collect(role.sentence)) AS sentence
ORDER BY since, deal
LIMIT 50
