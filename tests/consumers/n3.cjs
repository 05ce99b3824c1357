// usage: n3.cjs FILE: reads N-Triples; each line must arrive as one statement.
const fs = require('fs');
const { Parser } = require('n3');
const text = fs.readFileSync(process.argv[2], 'utf8');
const lines = text.split('\n').length - 1;
const quads = new Parser({ format: 'N-Triples' }).parse(text);
if (quads.length !== lines) throw new Error(`${quads.length} statements of ${lines} lines`);
console.log(`n3: ${quads.length} statements`);
