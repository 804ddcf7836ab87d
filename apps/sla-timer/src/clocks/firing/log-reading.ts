import type { Pool } from 'pg';
import { PROJECTION } from '../../dossiers/dossier-event.ts';

/** How far the dossier log has been read, and what waits for it. */
export interface LogReading {
  /** Partitions that have not said for three times as long as they promised how far they go, or never: nothing fires in them. */
  readonly silent: readonly number[];
  /** Everything recorded before this moment of the server's time has been read on every partition; null: that is not known of all. */
  readonly readUpTo: Date | null;
  /** How long ago that was, in seconds. */
  readonly behindSeconds: number | null;
  /** Clocks of silent partitions whose moment has come: each fires, late, when its log is read up to it. */
  readonly unjudged: number;
}

const statement = {
  name: 'timers.find-log-reading',
  text: `
WITH partition AS MATERIALIZED (
  SELECT partition, current_at, coalesce(current_at + 3 * next_within <= clock_timestamp(), true) AS is_silent
  FROM (SELECT DISTINCT partition FROM sla.consumer_offset WHERE projection = $1) AS consumed LEFT JOIN sla.reading USING (partition)
), told AS (
  SELECT coalesce(array_agg(partition ORDER BY partition) FILTER (WHERE is_silent), '{}') AS silent,
    CASE WHEN bool_and(current_at IS NOT NULL) THEN min(current_at) END AS "readUpTo" FROM partition
)
SELECT silent, "readUpTo", extract(epoch FROM clock_timestamp() - "readUpTo")::float8 AS "behindSeconds",
  CASE WHEN cardinality(silent) = 0 THEN 0
    ELSE (SELECT count(*)::int FROM sla.clock WHERE next_at <= sla.clock_now() AND partition = ANY (silent)) END AS unjudged
FROM told`,
};

/** Cheap while the log is read; where a partition is silent it counts what is due. */
export async function findLogReading(pool: Pool): Promise<LogReading> {
  const { rows } = await pool.query<LogReading>({ ...statement, values: [PROJECTION] });
  return rows[0] ?? { silent: [], readUpTo: null, behindSeconds: null, unjudged: 0 };
}
