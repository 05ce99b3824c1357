// usage: jsonld.cjs FILE LINES: what jsonld.js makes of FILE must be the statements of LINES, N-Triples read by n3. Nothing may be fetched.
const fs = require('fs');
const jsonld = require('jsonld');
const { Parser } = require('n3');
const [path, other] = process.argv.slice(2);
const text = (term) => term.termType === 'Literal' ? JSON.stringify([term.value, term.datatype.value, term.language || '']) : `<${term.value}>`;
const line = (quad) => [quad.subject, quad.predicate, quad.object].map(text).join(' ');
const documentLoader = (url) => { throw new Error(`fetches ${url}`); };
(async () => {
  const come = new Set((await jsonld.toRDF(JSON.parse(fs.readFileSync(path, 'utf8')), { documentLoader })).map(line));
  const sent = new Set(new Parser({ format: 'N-Triples' }).parse(fs.readFileSync(other, 'utf8')).map(line));
  const lost = [...sent].filter((one) => !come.has(one)), added = [...come].filter((one) => !sent.has(one));
  if (lost.length || added.length) throw new Error(`${lost.length} lost, ${added.length} added: ${[...lost, ...added][0]}`);
  console.log(`jsonld.js: ${come.size} statements`);
})().catch((error) => { console.error(error); process.exit(1); });
