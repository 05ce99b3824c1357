// Who paid, or may have to pay, whom, how much and when? With the filing that says so.
MATCH (a:Company)-[p:PAYS]->(b)
WHERE p.amount IS NOT NULL
RETURN a.name AS payer, b.name AS payee, p.kind AS kind, p.amount AS amount, p.currency AS currency, p.modality AS modality, p.date AS date, p.accession AS accession, p.sentence AS sentence
ORDER BY amount DESC, payer, payee
LIMIT 25
