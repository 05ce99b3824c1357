// usage: shacl.cjs SHAPES GRAPH [WRONG...]: by rdf-validate-shacl GRAPH must conform to SHAPES, and none of WRONG may.
const fs = require('fs');
const { Parser, Store } = require('n3');
const read = (path) => new Store(new Parser({ format: path.endsWith('.ttl') ? 'Turtle' : 'N-Triples' }).parse(fs.readFileSync(path, 'utf8')));
(async () => {
  const { default: Validator } = await import(require.resolve('rdf-validate-shacl'));
  const [shapes, graph, ...wrong] = process.argv.slice(2);
  const validator = new Validator(read(shapes));
  const report = await validator.validate(read(graph));
  if (!report.conforms) {
    for (const result of report.results.slice(0, 5)) console.error(result.focusNode.value, result.path && result.path.value, result.message.map((one) => one.value));
    throw new Error(`${report.results.length} faults in ${graph}`);
  }
  for (const path of wrong) {
    if ((await validator.validate(read(path))).conforms) throw new Error(`${path} conforms`);
  }
  console.log(`rdf-validate-shacl: conforms${wrong.length ? `, ${wrong.length} wrong graphs do not` : ''}`);
})().catch((error) => { console.error(error); process.exit(1); });
