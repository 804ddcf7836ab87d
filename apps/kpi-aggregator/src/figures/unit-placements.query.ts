import type { Queryable } from '@motcua/postgres';

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

export const zonesOf = (places: readonly UnitPlacement[]): readonly string[] => [
  ...new Set(places.map(({ timeZone }) => timeZone)),
];
