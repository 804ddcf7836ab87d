import type { HealthChecks, HealthReport } from '@motcua/http';
import type { BatchKafkaServer, CompactedTopicReader } from '@motcua/kafka';
import type { Pool } from 'pg';
import type { Deliveries } from '../deliveries/deliveries.ts';

interface Watched {
  readonly pool: Pool;
  readonly server: BatchKafkaServer;
  readonly directory: CompactedTopicReader;
  readonly deliveries: Deliveries;
}

/** Ready: the database answers, units and calendars are known, and both streams have been caught up with and are followed. */
export function addHealthChecks(health: HealthChecks, { pool, server, directory, deliveries }: Watched): void {
  health.add('database', async () => {
    await pool.query('SELECT FROM notification.rule LIMIT 1');
    return { ready: true };
  });
  health.add('directory', () =>
    directory.isLoaded ? { ready: true } : { ready: false, reason: 'the catalogue’s topics are being read' },
  );
  // Not a reason to send traffic elsewhere: deliveries wait in their rows.
  health.add('queue', async () => {
    const isThere = await deliveries.isQueueThere();
    return isThere ? { ready: true } : { ready: true, reason: 'the queue does not answer; deliveries wait in their rows' };
  });
  health.add('projection', () => reportProjections(server));
}

function reportProjections(server: BatchKafkaServer): HealthReport {
  const statuses = server.listProjectionStatus();
  if (statuses.length === 0) return { ready: false, reason: 'the consumers have not started' };
  const parked = statuses.flatMap(({ partitions }) => partitions).reduce((sum, partition) => sum + partition.parked, 0);
  const lag = statuses.reduce((sum, status) => sum + Number(status.lag), 0);
  const details = { state: statuses.map(({ state }) => state).join(', '), lag, parked };
  const stuck = statuses.find(({ state }) => state !== 'running');
  if (stuck !== undefined) return { ready: false, reason: stuck.reason ?? stuck.state, details };
  // An instance without partitions has nothing to catch up with.
  const isCurrent = statuses.every(({ hasCaughtUp, partitions }) => hasCaughtUp || partitions.length === 0);
  return isCurrent ? { ready: true, details } : { ready: false, reason: `catching up, ${String(lag)} events to go`, details };
}
