// usage: lint.cjs FILE...: Neo4j's own parser and its checks over Cypher scripts.
const fs = require('fs');
const { lintCypherQuery } = require('@neo4j-cypher/language-support');
let faults = 0;
for (const path of process.argv.slice(2)) {
  for (const fault of lintCypherQuery(fs.readFileSync(path, 'utf8'), {}).diagnostics) {
    faults += 1;
    console.log(`${path}:${fault.range.start.line + 1}: ${fault.message}`);
  }
}
if (faults > 0) process.exit(1);
console.log(`${process.argv.length - 2} files without fault`);
