// usage: n3.cjs FORMAT FILE [LINES]: reads FILE. Each line of a format of lines must arrive as one statement; with LINES, the same graph in a
// format of lines, the statements must be those of LINES, in the same graphs.
const fs = require('fs');
const { Parser } = require('n3');
const [format, path, other] = process.argv.slice(2);
const read = (path, format) => new Parser({ format }).parse(fs.readFileSync(path, 'utf8'));
const text = (term) => term.termType === 'Quad' ? `<<(${text(term.subject)} ${text(term.predicate)} ${text(term.object)})>>`
  : term.termType === 'Literal' ? JSON.stringify([term.value, term.datatype.value, term.language]) : `<${term.value}>`;
const quads = read(path, format);
if (other) {
  const whole = (quad) => quad.graph.value + ' ' + text(quad);
  const sent = new Set(read(other, 'N-Quads').map(whole));
  const come = new Set(quads.map(whole));
  const lost = [...sent].filter((one) => !come.has(one)), added = [...come].filter((one) => !sent.has(one));
  if (lost.length || added.length) throw new Error(`${lost.length} lost, ${added.length} added: ${[...lost, ...added][0]}`);
} else {
  const lines = fs.readFileSync(path, 'utf8').split('\n').length - 1;
  if (quads.length !== lines) throw new Error(`${quads.length} statements of ${lines} lines`);
}
console.log(`n3: ${quads.length} statements`);
