import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { EnrichmentLog } from './enrichment-log.ts';
import { hasEnrichmentLog } from './has-enrichment-log.ts';

interface LoggedEvent {
  readonly dossier_id: string;
  readonly xid: string;
  readonly position: string;
  readonly body: unknown;
}

const CHUNK = 1_000;

const isProjected = '($1::text IS NULL OR type = $1)';

/** 0 where there is no log. */
export async function countEnrichmentLog(pool: Pool, log: EnrichmentLog): Promise<number> {
  const database = toTransaction(pool);
  if (!(await hasEnrichmentLog(database, log))) return 0;
  const [row] = await database.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ${log.schema}.event_log WHERE ${isProjected}`,
    [log.type],
  );
  return row?.total ?? 0;
}

/**
 * Every projected event of the log, in chunks read one by one in the order of the tables' keys. What is written behind the place that
 * is being read comes over the topic.
 */
export async function* readEnrichmentLog(pool: Pool, log: EnrichmentLog): AsyncGenerator<readonly LoggedEvent[]> {
  const database = toTransaction(pool);
  if (!(await hasEnrichmentLog(database, log))) return;
  let last = { xid: '0', position: '0' };
  for (;;) {
    const chunk = await database.query<LoggedEvent>(
      `SELECT dossier_id, xid::text, position::text, body FROM ${log.schema}.event_log
       WHERE ${isProjected} AND (event_log.xid, event_log.position) > ($2::xid8, $3::bigint)
       ORDER BY event_log.xid, event_log.position LIMIT ${CHUNK}`,
      [log.type, last.xid, last.position],
    );
    const end = chunk.at(-1);
    if (end === undefined) return;
    yield chunk;
    last = { xid: end.xid, position: end.position };
  }
}
