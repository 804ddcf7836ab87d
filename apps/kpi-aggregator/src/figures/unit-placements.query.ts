import type { RecordedPlacement } from '../organisation/place-on.ts';
import type { Queryable } from '@motcua/postgres';
import { toNode } from '../projection/dimensions/unit-placement.ts';

export interface UnitPlacement {
  readonly id: number;
  readonly timeZone: string;
  readonly path: readonly string[];
}

/** Every place in a unit's subtree, whenever it was there. */
export const listPlacements = (database: Queryable, unit: string): Promise<UnitPlacement[]> =>
  database.query<UnitPlacement>('SELECT id, time_zone AS "timeZone", path FROM kpi.place WHERE $1 = ANY(path) ORDER BY id', [
    unit,
  ]);

/** Every place that there ever was. */
export const listAllPlacements = (database: Queryable): Promise<RecordedPlacement[]> =>
  database.query<RecordedPlacement & Record<string, unknown>>(
    'SELECT id, time_zone AS "timeZone", unit, kind, path FROM kpi.place ORDER BY id',
  );

/** The nodes that a unit had where its places lie: it has one for each place in the tree that it was given. */
export const nodesOf = (places: readonly UnitPlacement[], unit: string): readonly string[] => [
  ...new Set(places.map(({ path }) => toNode(path.slice(0, path.indexOf(unit) + 1)))),
];

export const zonesOf = (places: readonly Pick<UnitPlacement, 'timeZone'>[]): readonly string[] => [
  ...new Set(places.map(({ timeZone }) => timeZone)),
];
