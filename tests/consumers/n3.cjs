// usage: n3.cjs N-Triples|N-Quads FILE: each line must arrive as one statement.
const fs = require('fs');
const { Parser } = require('n3');
const [format, path] = process.argv.slice(2);
const text = fs.readFileSync(path, 'utf8');
const lines = text.split('\n').length - 1;
const quads = new Parser({ format }).parse(text);
if (quads.length !== lines) throw new Error(`${quads.length} statements of ${lines} lines`);
console.log(`n3: ${quads.length} statements`);
