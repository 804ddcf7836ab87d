import type { PutTarget, Target } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';

/** A row of `notification.target`; dates as text, the share as a number. */
export interface TargetRow {
  readonly unit: string;
  readonly indicator: string;
  readonly target: number;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly state: Target['state'];
  readonly value: number | null;
  readonly period: string | null;
  readonly episode: number;
  readonly checked_at: Date | null;
}

const columns = `unit, indicator, target::double precision AS target, valid_from::text AS valid_from, valid_to::text AS valid_to, state,
  value, period, episode, checked_at`;

export const toTarget = (row: TargetRow): Target => ({
  unit: row.unit,
  indicator: row.indicator,
  target: row.target,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  state: row.state,
  value: row.value,
  period: row.period,
  checkedAt: row.checked_at?.toISOString() ?? null,
});

/** Another target is another question: how the old one stood says nothing about it. */
export async function putTarget(
  database: Queryable,
  unit: string,
  indicator: string,
  { target, validFrom, validTo }: PutTarget,
): Promise<TargetRow> {
  const [row] = await database.query<TargetRow>(
    `INSERT INTO notification.target AS present (unit, indicator, target, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (unit, indicator) DO UPDATE SET target = excluded.target, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
       state = CASE WHEN present.target = excluded.target THEN present.state ELSE 'unknown' END
     RETURNING ${columns}`,
    [unit, indicator, target, validFrom, validTo],
  );
  if (row === undefined) throw new Error('INSERT … RETURNING returned nothing');
  return row;
}

export const listTargets = (database: Queryable): Promise<TargetRow[]> =>
  database.query<TargetRow>(`SELECT ${columns} FROM notification.target ORDER BY unit, indicator`);

/** Locked, so that of two instances one announces it. */
export async function lockTarget(database: Queryable, unit: string, indicator: string): Promise<TargetRow | undefined> {
  const rows = await database.query<TargetRow>(
    `SELECT ${columns} FROM notification.target WHERE unit = $1 AND indicator = $2 FOR UPDATE`,
    [unit, indicator],
  );
  return rows[0];
}

export async function saveTargetState(
  database: Queryable,
  {
    unit,
    indicator,
    state,
    value,
    period,
    episode,
  }: Pick<TargetRow, 'unit' | 'indicator' | 'state' | 'value' | 'period' | 'episode'>,
): Promise<void> {
  await database.query(
    `UPDATE notification.target SET state = $3, value = $4, period = $5, episode = $6, checked_at = notification.clock_now()
     WHERE unit = $1 AND indicator = $2`,
    [unit, indicator, state, value, period, episode],
  );
}
