import { toTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';
import { judgedType } from '../projection/verdicts/step-sla-event.ts';
import { hasVerdictLog } from './has-verdict-log.ts';

interface LoggedVerdict {
  readonly dossier_id: string;
  readonly position: string;
  readonly body: unknown;
}

const CHUNK = 1_000;

/** 0 where there is no log. */
export async function countVerdicts(pool: Pool): Promise<number> {
  const database = toTransaction(pool);
  if (!(await hasVerdictLog(database))) return 0;
  const [row] = await database.query<{ total: number }>('SELECT count(*)::int AS total FROM sla.event_log WHERE type = $1', [
    judgedType,
  ]);
  return row?.total ?? 0;
}

/** Every verdict ever given, in chunks read one by one. What is written behind the place that is being read comes over the topic. */
export async function* readVerdictLog(pool: Pool): AsyncGenerator<readonly LoggedVerdict[]> {
  const database = toTransaction(pool);
  if (!(await hasVerdictLog(database))) return;
  let last = '0';
  for (;;) {
    const chunk = await database.query<LoggedVerdict>(
      `SELECT dossier_id, position::text, body FROM sla.event_log WHERE type = $1 AND event_log.position > $2::bigint
       ORDER BY event_log.position LIMIT ${CHUNK}`,
      [judgedType, last],
    );
    const end = chunk.at(-1);
    if (end === undefined) return;
    yield chunk;
    last = end.position;
  }
}
