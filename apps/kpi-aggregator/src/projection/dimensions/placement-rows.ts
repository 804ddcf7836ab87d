import type { ResponsibleUnit } from '@motcua/indicators';
import type { Pool } from 'pg';
import { toNode, type UnitPlacement } from './unit-placement.ts';

const columns = `id, time_zone AS "timeZone", kind, unit, path`;

export async function findPlaces(pool: Pool, ids: readonly number[]): Promise<readonly UnitPlacement[]> {
  const { rows } = await pool.query<UnitPlacement>(`SELECT ${columns} FROM kpi.place WHERE id = ANY($1)`, [ids]);
  return rows;
}

/** Writes a place, or finds the one that another instance wrote first. */
export async function insertPlace(pool: Pool, timeZone: string, { unit, path, kind }: ResponsibleUnit): Promise<UnitPlacement> {
  const node = toNode(path);
  await pool.query(
    'INSERT INTO kpi.place (time_zone, kind, node, unit, path) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (time_zone, kind, node) DO NOTHING',
    [timeZone, kind, node, unit, path],
  );
  const { rows } = await pool.query<UnitPlacement>(
    `SELECT ${columns} FROM kpi.place WHERE time_zone = $1 AND kind = $2 AND node = $3`,
    [timeZone, kind, node],
  );
  const [placement] = rows;
  if (placement === undefined) throw new Error(`A place was written and is not there: ${node}`);
  return placement;
}
