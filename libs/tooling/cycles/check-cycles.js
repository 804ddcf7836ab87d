/**
 * Fails where files of a project, or rooms of it (`src/<room>`, and each file beside them), import each other in a circle; `import type`
 * counts too.
 *
 *   node libs/tooling/cycles/check-cycles.js
 */
import { readImports, toRooms } from './import-graph.js';
import { findCircle, listKnottedArrows } from './knots.js';

const files = readImports();
const circles = [files, toRooms(files)].flatMap((graph) =>
  listKnottedArrows(graph).map((arrow) => findCircle(graph, arrow).join(' → ')),
);
if (circles.length > 0) console.error(circles.map((circle) => `Circle: ${circle}`).join('\n'));
process.exitCode = circles.length === 0 ? 0 : 1;
