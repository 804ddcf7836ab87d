import type { Queryable } from '../database/queryable.ts';

export interface UnitPlace {
  readonly id: number;
  readonly timeZone: string;
  readonly path: readonly string[];
}

/** Every place in a unit's subtree, whenever it was there. */
export const listPlaces = (database: Queryable, unit: string): Promise<UnitPlace[]> =>
  database.query<UnitPlace>('SELECT id, time_zone AS "timeZone", path FROM kpi.place WHERE $1 = ANY(path) ORDER BY id', [unit]);

export const zonesOf = (places: readonly UnitPlace[]): readonly string[] => [...new Set(places.map(({ timeZone }) => timeZone))];
