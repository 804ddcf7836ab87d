import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';

interface LoggedEvent {
  /** The dossier. */
  readonly key: string;
  readonly version: number;
  readonly body: unknown;
}

/** A rebuild reads and writes no more at once: a long transaction of any database would hold up intake's relay. */
const CHUNK = 1_000;

export async function countEvents(pool: Pool): Promise<number> {
  const [row] = await toTransaction(pool).query<{ total: number }>('SELECT count(*)::int AS total FROM intake.event_log');
  return row?.total ?? 0;
}

/**
 * The whole event log, dossier by dossier and of each in order, in chunks read one by one. What is written behind the place that
 * is being read is missed; it comes over the log later on, because the log's ends were noted before.
 */
export async function* readEventLog(pool: Pool): AsyncGenerator<readonly LoggedEvent[]> {
  const database = toTransaction(pool);
  let last = { key: '00000000-0000-0000-0000-000000000000', version: 0 };
  for (;;) {
    const chunk = await database.query<LoggedEvent>(
      `SELECT dossier_id AS key, version, body FROM intake.event_log WHERE (dossier_id, version) > ($1::uuid, $2::int)
       ORDER BY dossier_id, version LIMIT ${CHUNK}`,
      [last.key, last.version],
    );
    const end = chunk.at(-1);
    if (end === undefined) return;
    yield chunk;
    last = { key: end.key, version: end.version };
  }
}
