import type { CalendarChangeProgress } from '@motcua/contracts';
import { createBulkInsert, type Transaction } from '@motcua/postgres';
import type { Registration } from './find-unregistered.ts';

export interface Change {
  readonly calendarId: string;
  readonly version: number;
}

export interface PendingChange extends Change {
  readonly state: 'planning' | 'applying';
  /** Milliseconds since it was noticed, by the database's clock. */
  readonly ageMs: number;
}

const key = ({ calendarId, version }: Change): readonly [string, number] => [calendarId, version];

/** The highest version of each calendar that was ever noted. */
export async function listLastVersions(transaction: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.query<{ calendar_id: string; version: number }>(
    'SELECT calendar_id, max(version) AS version FROM calendar_change GROUP BY calendar_id',
  );
  return new Map(rows.map(({ calendar_id, version }) => [calendar_id, version]));
}

const insertChanges = createBulkInsert({
  into: 'calendar_change',
  columns: { calendar_id: 'text', version: 'int4', state: 'text' },
  key: ['calendar_id', 'version'],
  ifThere: 'keep',
});

/** Several instances notice the same version: the first one notes it. */
export async function register(transaction: Transaction, registrations: readonly Registration[]): Promise<void> {
  await insertChanges(
    transaction,
    registrations.map(({ calendarId, version, state }) => ({ calendar_id: calendarId, version, state })),
  );
}

/** What is begun or to begin, the older version of a calendar first: a dossier is never moved back to it. */
export async function listPending(transaction: Transaction): Promise<PendingChange[]> {
  const rows = await transaction.query<{ calendar_id: string; version: number; state: PendingChange['state']; age_ms: number }>(
    `SELECT calendar_id, version, state, (extract(epoch FROM clock_timestamp() - noticed_at) * 1000)::float8 AS age_ms
     FROM calendar_change WHERE state IN ('planning', 'applying') ORDER BY calendar_id, version`,
  );
  return rows.map(({ calendar_id, version, state, age_ms }) => ({ calendarId: calendar_id, version, state, ageMs: age_ms }));
}

export interface PlannedDossier {
  readonly dossierId: string;
  readonly unit: string;
}

const insertPlan = createBulkInsert({
  into: 'calendar_change_dossier',
  columns: { calendar_id: 'text', version: 'int4', dossier_id: 'uuid', unit: 'text' },
  key: ['calendar_id', 'version', 'dossier_id'],
  ifThere: 'keep',
});

/** Adds to the plan unless it is closed by now; planning again after a restart finds the rows there. */
export async function addToPlan(transaction: Transaction, change: Change, dossiers: readonly PlannedDossier[]): Promise<void> {
  const [open] = await transaction.query(
    `SELECT FROM calendar_change WHERE calendar_id = $1 AND version = $2 AND state = 'planning' FOR SHARE`,
    key(change),
  );
  if (open === undefined) return;
  const { calendarId, version } = change;
  await insertPlan(
    transaction,
    dossiers.map(({ dossierId, unit }) => ({ calendar_id: calendarId, version, dossier_id: dossierId, unit })),
  );
}

/** From now on the plan stands: how many dossiers of a unit move is known. */
export async function closePlan(transaction: Transaction, change: Change): Promise<void> {
  await transaction.execute(
    `UPDATE calendar_change SET state = 'applying',
       planned = (SELECT count(*) FROM calendar_change_dossier WHERE calendar_id = $1 AND version = $2)
     WHERE calendar_id = $1 AND version = $2 AND state = 'planning'`,
    key(change),
  );
}

export async function countByUnit(transaction: Transaction, change: Change): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.query<{ unit: string; dossiers: number }>(
    'SELECT unit, count(*)::int AS dossiers FROM calendar_change_dossier WHERE calendar_id = $1 AND version = $2 GROUP BY unit',
    key(change),
  );
  return new Map(rows.map(({ unit, dossiers }) => [unit, dossiers]));
}

/** The next dossiers of the plan that wait, in the order of their ids. */
export async function listPlanned(transaction: Transaction, change: Change, limit: number): Promise<string[]> {
  const rows = await transaction.query<{ dossier_id: string }>(
    `SELECT dossier_id FROM calendar_change_dossier WHERE calendar_id = $1 AND version = $2 AND state = 'planned'
     ORDER BY dossier_id LIMIT $3`,
    [...key(change), limit],
  );
  return rows.map(({ dossier_id }) => dossier_id);
}

/** Which of them still wait: asked when their locks are held, because another instance may have been there. */
export async function listStillPlanned(transaction: Transaction, change: Change, ids: readonly string[]): Promise<string[]> {
  const rows = await transaction.query<{ dossier_id: string }>(
    `SELECT dossier_id FROM calendar_change_dossier
     WHERE calendar_id = $1 AND version = $2 AND state = 'planned' AND dossier_id = ANY ($3::uuid[]) ORDER BY dossier_id`,
    [...key(change), ids],
  );
  return rows.map(({ dossier_id }) => dossier_id);
}

export interface WorkedOff {
  readonly done: readonly string[];
  readonly skipped: readonly string[];
}

export async function markWorkedOff(transaction: Transaction, change: Change, { done, skipped }: WorkedOff): Promise<void> {
  await transaction.execute(
    `UPDATE calendar_change_dossier SET state = CASE WHEN dossier_id = ANY ($3::uuid[]) THEN 'done' ELSE 'skipped' END
     WHERE calendar_id = $1 AND version = $2 AND dossier_id = ANY ($3::uuid[] || $4::uuid[])`,
    [...key(change), done, skipped],
  );
  await transaction.execute(
    'UPDATE calendar_change SET done = done + $3, skipped = skipped + $4 WHERE calendar_id = $1 AND version = $2',
    [...key(change), done.length, skipped.length],
  );
}

export async function finish(transaction: Transaction, change: Change): Promise<void> {
  await transaction.execute(
    `UPDATE calendar_change SET state = 'done', finished_at = now()
     WHERE calendar_id = $1 AND version = $2 AND state = 'applying'`,
    key(change),
  );
}

export async function findProgress(transaction: Transaction, change: Change): Promise<CalendarChangeProgress | undefined> {
  const [row] = await transaction.query<Omit<CalendarChangeProgress, 'calendar'>>(
    'SELECT state, planned, done, skipped FROM calendar_change WHERE calendar_id = $1 AND version = $2',
    key(change),
  );
  return row === undefined ? undefined : { calendar: { id: change.calendarId, version: change.version }, ...row };
}
