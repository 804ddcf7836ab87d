/** Of a graph (`Map` of a node to those it points at) the arrows that lie on a circle: `[from, to][]`, sorted. */
export function listKnottedArrows(graph) {
  const knots = findKnots(graph);
  const arrows = [...graph].flatMap(([from, targets]) =>
    targets.filter((to) => knots.get(from) === knots.get(to)).map((to) => [from, to]),
  );
  return arrows.sort(([a, b], [c, d]) => (a === c ? compare(b, d) : compare(a, c)));
}

const compare = (a, b) => (a < b ? -1 : 1);

/** The shortest circle that begins with this arrow, as the nodes it goes by, the first of them again at its end. */
export function findCircle(graph, [from, to]) {
  const cameFrom = new Map([[to, from]]);
  for (const node of cameFrom.keys()) {
    if (node === from) break;
    for (const next of graph.get(node) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, node);
  }
  const way = [from];
  for (let node = cameFrom.get(from); node !== from; node = cameFrom.get(node)) way.unshift(node);
  return [from, ...way];
}

/** Each node with the number of its knot, a strongly connected part of the graph (Tarjan 1972). */
function findKnots(graph) {
  const order = new Map();
  const lowest = new Map();
  const open = [];
  const knots = new Map();
  const visit = (node) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (!knots.has(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)));
    }
    if (lowest.get(node) !== order.get(node)) return;
    for (const member of open.splice(open.indexOf(node))) knots.set(member, order.get(node));
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return knots;
}
