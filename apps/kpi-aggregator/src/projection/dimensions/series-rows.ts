import type { Pool } from 'pg';
import { fromNode } from './unit-placement.ts';

/** What a line counts inside its node. `own`: only dossiers of the node's unit itself, none of the units below. */
export type Dimension = 'total' | 'own' | 'procedure' | 'field' | 'channel' | 'level';

export interface LineKey {
  /** Path from the root to the unit: a unit that changed its place in the tree has a node for each. */
  readonly node: string;
  readonly timeZone: string;
  readonly dimension: Dimension;
  /** Code of procedure, field, channel or level; empty for `total` and `own`. */
  readonly key: string;
}

const unnested = 'unnest($1::text[], $2::text[], $3::text[], $4::text[])';

const toColumns = (keys: readonly LineKey[]): string[][] => [
  keys.map(({ node }) => node),
  keys.map(({ timeZone }) => timeZone),
  keys.map(({ dimension }) => dimension),
  keys.map(({ key }) => key),
];

/** Sorted, so that two instances that learn the same words do not lock each other. */
export async function insertLines(pool: Pool, keys: readonly LineKey[]): Promise<void> {
  const paths = keys.map(({ node }) => fromNode(node));
  await pool.query(
    `INSERT INTO kpi.line (node, time_zone, dimension, key, unit, parent)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) ORDER BY 1, 2, 3, 4
     ON CONFLICT (node, time_zone, dimension, key) DO NOTHING`,
    [...toColumns(keys), paths.map((path) => path.at(-1)), paths.map((path) => path.at(-2) ?? null)],
  );
}

export async function findLineIds(pool: Pool, keys: readonly LineKey[]): Promise<readonly (LineKey & { id: number })[]> {
  const { rows } = await pool.query<LineKey & { id: number }>(
    `SELECT id, node, time_zone AS "timeZone", dimension, key FROM kpi.line
     JOIN ${unnested} AS wanted (n, z, d, k) ON (node, time_zone, dimension, key) = (n, z, d, k)`,
    toColumns(keys),
  );
  return rows;
}
