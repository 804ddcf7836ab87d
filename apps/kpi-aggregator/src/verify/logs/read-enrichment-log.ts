import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import type { EnrichmentLog } from './enrichment-log.ts';
import { hasEnrichmentLog } from './has-enrichment-log.ts';

interface LoggedEvent {
  /** Of what it is: the id of a dossier, or the code of an entry. */
  readonly key: string;
  readonly xid: string;
  readonly position: string;
  readonly body: unknown;
}

const CHUNK = 1_000;

/** Of a log of one type the view need not say it. */
const isProjected = ({ type }: EnrichmentLog): string => (type === null ? '$1::text IS NULL' : 'type = $1');

/** 0 where there is no log. */
export async function countEnrichmentLog(pool: Pool, log: EnrichmentLog): Promise<number> {
  const database = toTransaction(pool);
  if (!(await hasEnrichmentLog(database, log))) return 0;
  const [row] = await database.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ${log.schema}.${log.relation} WHERE ${isProjected(log)}`,
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
      `SELECT ${log.key}::text AS key, log.xid::text, log.position::text, log.body FROM ${log.schema}.${log.relation} log
       WHERE ${isProjected(log)} AND (log.xid, log.position) > ($2::xid8, $3::bigint)
       ORDER BY log.xid, log.position LIMIT ${CHUNK}`,
      [log.type, last.xid, last.position],
    );
    const end = chunk.at(-1);
    if (end === undefined) return;
    yield chunk;
    last = { xid: end.xid, position: end.position };
  }
}
