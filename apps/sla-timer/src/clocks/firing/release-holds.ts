import type { Pool } from 'pg';
import { readUpTo } from './read-partitions.ts';

const BATCH = 5_000;

/**
 * A clock that was past an escalation step when it was learnt waits until the log has been read up to that moment: whatever was recorded by
 * then, an end among it, has scheduled it anew. It is due from the moment up to which the log has been read: before, it could not have fired.
 */
const release = {
  name: 'timers.release-holds',
  text: `
UPDATE sla.clock SET next_at = greatest(sla.rung_at(clock.schedule[1]), held.read_up_to), held_until = NULL
FROM (
  SELECT dossier_id, clock.clock, ${readUpTo} AS read_up_to FROM sla.clock JOIN sla.reading USING (partition)
  WHERE held_until IS NOT NULL AND held_until <= reading.current_at LIMIT ${BATCH} FOR UPDATE OF clock SKIP LOCKED
) AS held
WHERE clock.dossier_id = held.dossier_id AND clock.clock = held.clock AND clock.held_until IS NOT NULL`,
};

/** Lets a bounded batch of held clocks go. @returns how many */
export async function releaseHolds(pool: Pool): Promise<number> {
  return (await pool.query(release)).rowCount ?? 0;
}
