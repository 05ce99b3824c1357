MATCH (n:Company)-[:SEEN_BY]->(:Analyst {name: 'mine'}) RETURN n.name
