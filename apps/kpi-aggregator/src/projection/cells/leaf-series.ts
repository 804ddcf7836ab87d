import type { Dimensions } from '../dimensions/dimensions.ts';
import type { LineKey } from '../dimensions/series-rows.ts';
import { toNode } from '../dimensions/unit-placement.ts';
import type { Leaf } from './cell-changes.ts';

/** The lines in which a leaf counts, remembered: they never change. */
export class LeafSeries {
  readonly #dimensions: Dimensions;
  readonly #known = new Map<string, readonly number[]>();

  constructor(dimensions: Dimensions) {
    this.#dimensions = dimensions;
  }

  async learn(leaves: readonly Leaf[]): Promise<void> {
    const unknown = leaves.filter((leaf) => !this.#known.has(toLeafKey(leaf)));
    if (unknown.length === 0) return;
    const keys = unknown.map(toLineKeys);
    const ids = await this.#dimensions.getLineIds(keys.flat());
    let position = 0;
    for (const [index, leaf] of unknown.entries()) {
      const count = keys[index]?.length ?? 0;
      this.#known.set(toLeafKey(leaf), ids.slice(position, position + count));
      position += count;
    }
  }

  get(leaf: Leaf): readonly number[] {
    const series = this.#known.get(toLeafKey(leaf));
    if (series === undefined) throw new Error('The lines of a leaf are asked for before they are learnt.');
    return series;
  }
}

const toLeafKey = ({ placement, procedure, field, channel }: Leaf): string => `${placement}\n${procedure}\n${field}\n${channel}`;

/** Each level of the tree above the leaf, and in each every dimension; `own` only where the unit itself is responsible. */
export function toLineKeys(leaf: Leaf): readonly LineKey[] {
  const { path, timeZone } = leaf;
  const nodes = path.map((_code, index) => toNode(path.slice(0, index + 1)));
  const own: LineKey = { node: toNode(path), timeZone, dimension: 'own', key: '' };
  return [own, ...nodes.flatMap((node) => toLineKeysOf(node, leaf))];
}

const toLineKeysOf = (node: string, { timeZone, kind, procedure, field, channel }: Leaf): readonly LineKey[] => [
  { node, timeZone, dimension: 'total', key: '' },
  { node, timeZone, dimension: 'procedure', key: procedure },
  { node, timeZone, dimension: 'field', key: field },
  { node, timeZone, dimension: 'channel', key: channel },
  { node, timeZone, dimension: 'level', key: kind },
];
