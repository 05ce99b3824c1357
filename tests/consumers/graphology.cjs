// usage: graphology.cjs FILE TRUTH.jsonl: reads GraphML and counts what arrives.
const fs = require('fs');
const { MultiDirectedGraph } = require('graphology');
const { parse } = require('graphology-graphml');
const graph = parse(MultiDirectedGraph, fs.readFileSync(process.argv[2], 'utf8'));
const records = fs.readFileSync(process.argv[3], 'utf8').split('\n').filter((line) => line).map((line) => JSON.parse(line));
const nodes = new Map(graph.mapNodes((node, data) => [data.uid, data]));
const edges = new Map(graph.mapEdges((edge, data, source, target) => [data.uid, [graph.getNodeAttribute(source, 'uid'), graph.getNodeAttribute(target, 'uid'), data]]));
for (const record of records) {
  if (record.node !== undefined) {
    if (nodes.get(record.node).type !== record.type) throw new Error(`node ${record.node}`);
  } else {
    const [source, target, data] = edges.get(record.edge);
    if (source !== record.source || target !== record.target || data.type !== record.relation) throw new Error(`edge ${record.edge}`);
  }
}
if (nodes.size + edges.size !== records.length) throw new Error(`${nodes.size} nodes and ${edges.size} edges of ${records.length}`);
console.log(`graphology: ${nodes.size} nodes, ${edges.size} edges`);
