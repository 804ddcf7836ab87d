import type { HealthChecks } from '@motcua/http';
import type { BatchKafkaServer } from '@motcua/kafka';
import type { Relay } from '@motcua/outbox';
import { type BackgroundLoop, type ReferenceFollower, reportLoops, reportProjections } from '@motcua/service';
import type { Pool } from 'pg';

interface Watched {
  readonly pool: Pool;
  readonly server: BatchKafkaServer;
  readonly follower: ReferenceFollower;
  readonly relay: Relay;
  readonly loops: readonly BackgroundLoop[];
}

const stale = `
SELECT coalesce(array_agg(partition ORDER BY partition), '{}') AS partitions, max(clock_timestamp() - current_at)::text AS since
FROM sla.reading WHERE current_at + 3 * next_within <= clock_timestamp()`;

/** Ready: the database answers, the reference data are there, the log is followed, and timers run. */
export function addHealthChecks(health: HealthChecks, { pool, server, follower, relay, loops }: Watched): void {
  health.add('database', async () => {
    await pool.query('SELECT FROM sla.clock LIMIT 1');
    return { ready: true };
  });
  health.add('reference', () => follower.report());
  health.add('projection', () => reportProjections(server));
  // Not a reason to send traffic elsewhere: timers rest until the log says again how far it goes.
  health.add('log-progress', async () => {
    const { rows } = await pool.query<{ partitions: number[]; since: string | null }>(stale);
    const { partitions = [], since = null } = rows[0] ?? {};
    if (partitions.length === 0) return { ready: true };
    const reason = `timers rest: partitions ${partitions.join(', ')} have not said how far they go for ${since ?? '?'} (relay of dossier-intake)`;
    return { ready: true, reason };
  });
  health.add('relay', () => relay.healthReport());
  health.add('timers', () => reportLoops(loops));
}
