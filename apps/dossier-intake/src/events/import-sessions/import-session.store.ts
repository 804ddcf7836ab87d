import type { OpenImportSession, SessionEnd } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';

export interface SessionRow extends Record<string, unknown> {
  readonly id: string;
  readonly source: string;
  readonly unit: string;
  readonly opened_by: string;
  readonly opened_at: Date;
  readonly last_heard_at: Date;
  readonly ended_at: Date | null;
  readonly ended_by: SessionEnd | null;
}

const columns = 'id, source, unit, opened_by, opened_at, last_heard_at, ended_at, ended_by';

export async function insertSession(
  transaction: Transaction,
  { source, unit }: OpenImportSession,
  openedBy: string,
): Promise<SessionRow> {
  const [row] = await transaction.query<SessionRow>(
    `INSERT INTO import_session (source, unit, opened_by) VALUES ($1, $2, $3) RETURNING ${columns}`,
    [source, unit, openedBy],
  );
  if (row === undefined) throw new Error('INSERT … RETURNING returned nothing');
  return row;
}

export async function findSession(transaction: Transaction, id: string): Promise<SessionRow | undefined> {
  const [row] = await transaction.query<SessionRow>(`SELECT ${columns} FROM import_session WHERE id = $1`, [id]);
  return row;
}

/** Whoever takes events of a session shares this lock, whoever ends it holds it alone: an end comes after all events, also by its transaction id. */
const key = `hashtextextended($1, 7150931)`;
const lockToTake = { name: 'session.lock-to-take', text: `SELECT pg_advisory_xact_lock_shared(${key})` };
const lockToEnd = { name: 'session.lock-to-end', text: `SELECT pg_advisory_xact_lock(${key})` };
const findEnd = { name: 'session.find-end', text: 'SELECT ended_at FROM import_session WHERE id = $1' };

/** Keeps the session from ending while this transaction writes events of it. Before anything is written. @returns whether it is open */
export async function holdOpen(transaction: Transaction, id: string): Promise<boolean> {
  // Two statements: the second sees what was committed while the first waited.
  const [, [row]] = await Promise.all([
    transaction.query(lockToTake, [id]),
    transaction.query<{ ended_at: Date | null }>(findEnd, [id]),
  ]);
  return row?.ended_at === null;
}

/** Ends an open session, the first thing in a transaction; undefined: it has ended already. @param silentFor only where nothing came for so long */
export async function endSession(
  transaction: Transaction,
  id: string,
  endedBy: SessionEnd,
  silentForMinutes = 0,
): Promise<SessionRow | undefined> {
  await transaction.query(lockToEnd, [id]);
  const [row] = await transaction.query<SessionRow>(
    `UPDATE import_session SET ended_at = clock_timestamp(), ended_by = $2
     WHERE id = $1 AND ended_at IS NULL AND last_heard_at <= clock_timestamp() - make_interval(mins => $3) RETURNING ${columns}`,
    [id, endedBy, silentForMinutes],
  );
  return row;
}

/** Says that events of the session came; at most every five seconds, so that batches side by side do not wait for each other's row. */
export const noteHeard = (transaction: Transaction, id: string): Promise<number> =>
  transaction.execute(
    {
      name: 'session.note-heard',
      text: `UPDATE import_session SET last_heard_at = clock_timestamp()
             WHERE id = $1 AND ended_at IS NULL AND last_heard_at < clock_timestamp() - interval '5 seconds'`,
    },
    [id],
  );

/** Open sessions of which nothing came for so long. */
export async function listSilent(transaction: Transaction, minutes: number): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    'SELECT id FROM import_session WHERE ended_at IS NULL AND last_heard_at <= clock_timestamp() - make_interval(mins => $1)',
    [minutes],
  );
  return rows.map(({ id }) => id);
}
