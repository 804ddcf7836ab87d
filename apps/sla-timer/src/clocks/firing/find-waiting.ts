import type { Pool } from 'pg';
import { laneWalk } from './lane-walk.ts';
import { readPartitions } from './read-partitions.ts';

/** What is due, what of it may be judged, and when the next escalation step comes. */
export interface Waiting {
  /** How many lanes have something due that the log has been read up to, on one partition at least. */
  readonly lanes: number;
  /** How long the oldest due escalation step has waited, by the database's clock, whatever it waits for; 0: none is due. */
  readonly oldestMs: number;
  /** Until the next escalation step, negative where it is due; null: no clock waits for one. */
  readonly nextMs: number | null;
}

const statement = {
  name: 'timers.find-waiting',
  text: `${laneWalk}
SELECT count(*) FILTER (WHERE next_at <= (SELECT max(up_to) FROM (${readPartitions}) AS followed))::int AS lanes,
  coalesce(extract(epoch FROM sla.clock_now() - min(next_at) FILTER (WHERE next_at <= sla.clock_now())) * 1000, 0)::float8 AS "oldestMs",
  (extract(epoch FROM min(next_at) - sla.clock_now()) * 1000)::float8 AS "nextMs"
FROM lane`,
};

export async function findWaiting(pool: Pool): Promise<Waiting> {
  const { rows } = await pool.query<Waiting>(statement);
  return rows[0] ?? { lanes: 0, oldestMs: 0, nextMs: null };
}
