import type { Pool } from 'pg';
import { readUpTo } from '../firing/read-partitions.ts';

const BATCH = 5_000;

/**
 * Lets clocks go whose session has ended on their partition. An escalation step that was passed by then lies in the history and is marked by
 * `imported_until`; it is due from where the log has been read to, not years ago, so that it keeps no live one waiting. What ended late, or had a cause before, is
 * classified now: not while the session was open, or causes would depend on how its events fell into batches.
 */
const release = {
  name: 'imports.release-sessions',
  text: `
WITH held AS MATERIALIZED (
  SELECT dossier_id, clock.clock, coalesce(${readUpTo}, sla.clock_now()) AS read_up_to
  FROM sla.clock JOIN sla.ended_session ended ON ended.partition = clock.partition AND ended.session = clock.import_session
  LEFT JOIN sla.reading ON reading.partition = clock.partition
  WHERE ended.released_at IS NULL AND clock.import_session IS NOT NULL LIMIT ${BATCH} FOR UPDATE OF clock SKIP LOCKED
), freed AS (
  UPDATE sla.clock SET import_session = NULL, imported_until = sla.clock_now(),
    next_at = CASE WHEN schedule IS NOT NULL THEN greatest(sla.rung_at(schedule[1]), held.read_up_to) END
  FROM held WHERE clock.dossier_id = held.dossier_id AND clock.clock = held.clock AND clock.import_session IS NOT NULL
  RETURNING clock.dossier_id, clock.clock, state, breached_at
), queued AS (
  INSERT INTO sla.unjudged (dossier_id)
  SELECT dossier_id FROM freed WHERE clock = 'dossier' AND (state = 'closed' AND breached_at IS NOT NULL
    OR EXISTS (SELECT FROM sla.verdict WHERE verdict.dossier_id = freed.dossier_id AND cause IS NOT NULL))
  ORDER BY dossier_id ON CONFLICT DO NOTHING
)
SELECT count(*)::int AS freed, EXISTS (SELECT FROM sla.ended_session WHERE released_at IS NULL) AS "isWaiting" FROM freed`,
};

const finish = `
UPDATE sla.ended_session ended SET released_at = clock_timestamp() WHERE released_at IS NULL
AND NOT EXISTS (SELECT FROM sla.clock WHERE clock.partition = ended.partition AND clock.import_session = ended.session)`;

/** Lets a bounded batch of the clocks of ended sessions go. Any number of instances may. @returns how many */
export async function releaseSessions(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ freed: number; isWaiting: boolean }>(release);
  const { freed = 0, isWaiting = false } = rows[0] ?? {};
  if (freed === 0 && isWaiting) await pool.query(finish);
  return freed;
}
