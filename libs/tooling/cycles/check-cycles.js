/**
 * Fails where files of a project, or rooms of it (`src/<room>`, and each file beside them), import each other in a circle; `import type`
 * counts too. What circles are still there stands in known-cycles.json, arrow by arrow. The list can only shrink: an arrow that is not in it
 * fails, and so does one in it that is in no circle any more.
 *
 *   node libs/tooling/cycles/check-cycles.js
 *   node libs/tooling/cycles/check-cycles.js --accept   # write the list anew, after a move or a knot untied: never a longer one
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImports, toRooms } from './import-graph.js';
import { findCircle, listKnottedArrows } from './knots.js';

const knownFile = join(import.meta.dirname, 'known-cycles.json');
const known = JSON.parse(readFileSync(knownFile, 'utf8'));
const files = readImports();
const graphs = Object.entries({ files, rooms: toRooms(files) });
const found = Object.fromEntries(
  graphs.map(([kind, graph]) => [kind, listKnottedArrows(graph).map((arrow) => arrow.join(' → '))]),
);
const hasGrown = graphs.some(([kind]) => found[kind].length > known[kind].length);

if (process.argv.includes('--accept') && !hasGrown) {
  writeFileSync(knownFile, `${JSON.stringify(found, undefined, 2)}\n`);
} else {
  const problems = graphs.flatMap(([kind, graph]) => compare(graph, new Set(known[kind]), new Set(found[kind])));
  if (problems.length > 0) console.error(problems.join('\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function compare(graph, listed, there) {
  const added = [...there].filter((arrow) => !listed.has(arrow));
  const gone = [...listed].filter((arrow) => !there.has(arrow));
  return [
    ...added.map((arrow) => `New circle: ${findCircle(graph, arrow.split(' → ')).join(' → ')}`),
    ...gone.map((arrow) => `In no circle any more (--accept takes it from the list): ${arrow}`),
  ];
}
